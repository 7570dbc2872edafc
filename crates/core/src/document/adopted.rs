//! Letters that the text's own language writes, although no table has them there: those of another
//! keyboard in the place of one that its own lacks (Ossetian `æ`, Ingush `I`), letters of an orthography
//! that nobody has listed, and accents likewise.
//!
//! A disguise hides words. Odd letters that stand in many words and make hardly any a word of a known
//! language are no disguise, however little an author would mix them: that is weighed once for the
//! text, and then each word as one of ordinary letters.

use std::collections::BTreeMap;

use crate::accents::bare;
use crate::judge::{self, Setting, Suspect, honest_cost};
use crate::language::fold;
use crate::properties::Calm;
use crate::slot::{Choice, Slot};
use crate::Reason;

use super::Document;
use super::case::{Case, State, is_styled};
use super::verdict::is_accent;

/// So many different words at least show that a letter is at home.
const WORDS: usize = 5;

/// What stands for letters throughout a text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Habit {
    Letter(u32),
    /// Whoever strews accents does so over whatever letters.
    Accents,
}

impl Document<'_> {
    /// Takes odd letters and accents for the text's own where that is likelier of the words that have
    /// them; says whether there are any new ones.
    pub(super) fn adopt(&self, state: &mut State, cases: &[Case]) -> bool {
        let mut words: BTreeMap<Habit, usize> = BTreeMap::new();
        let habits: Vec<Vec<Habit>> = cases.iter().map(|case| self.habits(case)).collect();
        habits.iter().flatten().for_each(|&habit| *words.entry(habit).or_default() += 1);
        words.retain(|_, words| *words >= WORDS);
        let mut sums: BTreeMap<Habit, f32> = BTreeMap::new();
        for (case, mut habits) in cases.iter().zip(habits) {
            habits.retain(|habit| words.contains_key(habit));
            if habits.is_empty() {
                continue;
            }
            let says = self.honest_with(state, case, &habits) - case.cost;
            let says = says.clamp(-judge::LOUDEST, judge::LOUDEST);
            habits.into_iter().for_each(|habit| *sums.entry(habit).or_default() += says);
        }
        let before = state.adopted.len();
        let honest = sums.into_iter().filter(|&(_, sum)| sum < 0.0).map(|(habit, _)| habit);
        let mut accents = false;
        for habit in honest {
            match habit {
                Habit::Letter(letter) => state.adopted.push(letter),
                Habit::Accents => accents = true,
            }
        }
        state.setting.accents &= !accents;
        accents || state.adopted.len() > before
    }

    /// The letters that were changed in a token, and whether its accents were. What is drawn as the
    /// letter of another keyboard is a slip, and styled letters are nobody's own.
    fn habits(&self, case: &Case) -> Vec<Habit> {
        let Some(best) = &case.best else { return Vec::new() };
        let twin = |slot: &Slot, choice: &Choice| {
            let plain = matches!(self.model.properties.get(slot.glyph).calm(), Calm::Plain(_));
            let by_table = matches!(choice.disguise, Some((_, Reason::Confusable)));
            plain && by_table && bare(slot.glyph).is_none()
        };
        let habit = |(slot, choice): (&Slot, &Choice)| {
            if is_accent((slot, choice)) {
                return Some(Habit::Accents);
            }
            let letter = self.model.properties.get(slot.glyph).is_letter();
            (letter && !is_styled(choice) && !twin(slot, choice))
                .then(|| Habit::Letter(fold(slot.glyph)))
        };
        let mut found: Vec<Habit> = best.changes(0).filter_map(habit).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a token costs as it stands, if such letters or accents are the text's own.
    fn honest_with(&self, state: &State, case: &Case, habits: &[Habit]) -> f32 {
        let letter = |habit: &Habit| match habit {
            Habit::Letter(letter) => Some(*letter),
            Habit::Accents => None,
        };
        let own: Vec<u32> = habits.iter().filter_map(letter).collect();
        let accents = state.setting.accents && !habits.contains(&Habit::Accents);
        let setting = Setting { accents, ..state.setting };
        let token = self.slice(case);
        let suspect = Suspect { token, bracketed: case.bracketed, spaced: case.spaced, own: &own };
        honest_cost(self.model, &state.mixture, setting, &suspect, !self.ablation.no_ngrams)
    }
}
