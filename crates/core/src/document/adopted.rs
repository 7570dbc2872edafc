//! Letters that the text's own language writes, although no table has them there: those of another
//! keyboard in the place of one that its own lacks (Ossetian `æ`, Ingush `I`), letters of an orthography
//! that nobody has listed, and accents likewise.
//!
//! A disguise hides words. Odd letters that stand in many words and make hardly any a word of a known
//! language are no disguise, however little an author would mix them: that is weighed once for the
//! text, and then each word as one of ordinary letters.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::Reason;
use crate::accents::{bare, is_accented};
use crate::judge::{self, Suspect, honest_cost};
use crate::language::{Mixture, fold};
use crate::properties::{Calm, Script};
use crate::slot::{Choice, Slot};

use super::Document;
use super::case::{Best, Case, State, is_styled};
use super::meant::main_script;
use super::verdict::is_accent;

/// So many different words at least show that a letter is at home.
const WORDS: usize = 3;
/// The same of a letter that no known language writes.
const RARE_WORDS: usize = 5;
/// One word less, or one alone beside odd letters of one orthography, where so much of the text is in no
/// language that is known.
const UNKNOWN: f32 = 0.3;
/// So few words do not show their language.
const ENOUGH: usize = 6;
/// Where no two languages have so much of the text, and its odd letters are of one orthography, it is a
/// cousin of those that its words are known in. Some of it is in no known language then.
const TWO: f32 = 0.6;
const STRANGE: f32 = 0.07;

/// So many kinds of odd letters or marks at most are the text's own, and how often each of more than a few
/// stands there on average.
const MOST: usize = 8;
const FEW: usize = 2;
const OVER: usize = 3;

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
        let mut sums = self.sums(state, cases);
        sums.retain(|_, sum| *sum <= 0.0);
        if sums.is_empty() {
            return false;
        }
        let accents = sums.contains_key(&Habit::Accents);
        let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
        self.text.iter().for_each(|&point| *letters.entry(point).or_default() += 1);
        for &glyph in letters.keys() {
            let accented = accents && is_accented(&self.model.properties, glyph);
            if accented || sums.contains_key(&Habit::Letter(fold(glyph))) {
                let meant = self.meant(state, glyph, &letters);
                state.adopted.entry(glyph).or_insert(meant);
            }
        }
        state.setting.accents &= !accents;
        true
    }

    /// Whether so much of the text is in no language that is known, and it is long enough to tell, and
    /// nothing else in it is disguised.
    fn is_unknown(&self, state: &State, share: f32) -> bool {
        self.warnings == 0 && self.tokens.len() >= ENOUGH && state.mixture.unknown_share() >= share
    }

    /// What the words with each say for its being a disguise.
    fn sums(&self, state: &State, cases: &[Case]) -> BTreeMap<Habit, f32> {
        let habits = self.steady(state, cases);
        let unknown = self.is_unknown(state, UNKNOWN);
        let cousin = state.setting.covered
            && state.mixture.first_two() < TWO
            && self.is_unknown(state, STRANGE);
        // If they are the text's own, their words are of a language that is not known.
        let own = cases.iter().zip(&habits).filter(|(_, habits)| !habits.is_empty());
        let own: usize = own.map(|(case, _)| case.places.len()).sum();
        let mixture = state.mixture.with_unknown(own as f32 / self.tokens.len().max(1) as f32);
        let mut sums: BTreeMap<Habit, f32> = BTreeMap::new();
        for (case, habits) in cases.iter().zip(habits).filter(|(_, habits)| !habits.is_empty()) {
            // Whoever strews accents does so in a known language, or is not to be read at all.
            let letters = habits.iter().any(|habit| matches!(habit, Habit::Letter(_)));
            let mixture = if letters { &mixture } else { &state.mixture };
            let known = case.best.as_ref().is_some_and(|best| best.parses[0].in_lexicon);
            let most = match known {
                _ if cousin => 0.0,
                false if unknown && letters => 0.0,
                _ => judge::LOUDEST,
            };
            let says = self.honest_with(state, mixture, case, &habits) - case.cost;
            let says = says.clamp(-judge::LOUDEST, most);
            habits.into_iter().for_each(|habit| *sums.entry(habit).or_default() += says);
        }
        sums
    }

    /// For each token what in it stands in enough words, and steadily enough, to be the text's own.
    fn steady(&self, state: &State, cases: &[Case]) -> Vec<Vec<Habit>> {
        let (letters, marks) = self.kinds(cases);
        let (letters, marks) = (is_steady(&letters), is_steady(&marks));
        let mut habits: Vec<Vec<Habit>> = cases.iter().map(|case| self.habits(case)).collect();
        let mut words: BTreeMap<Habit, usize> = BTreeMap::new();
        habits.iter().flatten().for_each(|&habit| *words.entry(habit).or_default() += 1);
        let unknown = self.is_unknown(state, UNKNOWN);
        let listed = state.setting.covered || !state.adopted.is_empty();
        let main = main_script(state);
        let least = |habit: Habit| match habit {
            Habit::Letter(letter) if self.is_rare(main, letter) => RARE_WORDS,
            _ if unknown && listed => 1,
            _ if unknown => WORDS - 1,
            _ => WORDS,
        };
        let steady = |habit: Habit| if habit == Habit::Accents { marks } else { letters };
        for habits in &mut habits {
            habits.retain(|habit| steady(*habit) && words[habit] >= least(*habit));
        }
        habits
    }

    /// How often each odd letter stands that was changed, and each mark that was taken off.
    fn kinds(&self, cases: &[Case]) -> (BTreeMap<u32, usize>, BTreeMap<u32, usize>) {
        let (mut letters, mut marks) = (BTreeMap::new(), BTreeMap::new());
        for case in cases {
            let Some(best) = &case.best else { continue };
            let token = self.slice(case);
            let count = |point: u32, of: &mut BTreeMap<u32, usize>| {
                *of.entry(point).or_default() += case.places.len();
            };
            for (slot, choice) in best.changes(0) {
                if is_accent((slot, choice)) {
                    let shown = [&[slot.glyph], &token[slot.marks.clone()]].concat();
                    let shown = shown.into_iter().filter_map(char::from_u32);
                    shown.nfd().skip(1).for_each(|mark| count(mark as u32, &mut marks));
                } else if !is_styled(choice) {
                    count(fold(slot.glyph), &mut letters);
                }
            }
        }
        (letters, marks)
    }

    /// The letters that were changed in a token, and whether its accents were.
    fn habits(&self, case: &Case) -> Vec<Habit> {
        let Some(best) = &case.best else { return Vec::new() };
        let habit = |(slot, choice): (&Slot, &Choice)| self.habit(best, slot, choice);
        let mut found: Vec<Habit> = best.changes(0).filter_map(habit).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a letter of another script than the text's is one that no known language writes.
    fn is_rare(&self, main: Script, letter: u32) -> bool {
        let letter = bare(letter).unwrap_or(letter);
        self.model.properties.get(letter).script() != main
            && self.model.ngrams.writers(fold(letter)) == 0
    }

    /// An accent, or a letter that is a letter of some keyboard, or of an orthography of the script. What
    /// is drawn as the letter of another keyboard is a slip, and styled letters are nobody's own.
    fn habit(&self, best: &Best, slot: &Slot, choice: &Choice) -> Option<Habit> {
        if is_accent((slot, choice)) {
            return Some(Habit::Accents);
        }
        let property = self.model.properties.get(slot.glyph);
        let plain = matches!(property.calm(), Calm::Plain(_));
        let by_table = matches!(choice.disguise, Some((_, Reason::Confusable)));
        let other = property.script() != best.script && bare(slot.glyph).is_none();
        let twin = plain && by_table && other;
        let own = property.script() == best.script && self.model.alphabets.has(slot.glyph);
        (property.is_letter() && !is_styled(choice) && !twin && (plain || own))
            .then(|| Habit::Letter(fold(slot.glyph)))
    }

    /// What a token costs as it stands, if such letters or accents are the text's own.
    fn honest_with(&self, state: &State, mixture: &Mixture, case: &Case, habits: &[Habit]) -> f32 {
        let token = self.slice(case);
        let adopted = |letter: u32| state.adopted.contains_key(&letter);
        let own = token
            .iter()
            .filter(|&&c| habits.contains(&Habit::Letter(fold(c))) || adopted(c))
            .map(|&letter| (letter, letter))
            .collect();
        let suspect = Suspect { token, bracketed: case.bracketed, spaced: case.spaced, own: &own };
        honest_cost(self.model, mixture, state.setting, &suspect, !self.ablation.no_ngrams)
    }
}

/// Whether letters or marks are few, and each stands there over and over: a disguise takes what it finds.
fn is_steady(kinds: &BTreeMap<u32, usize>) -> bool {
    let all: usize = kinds.values().sum();
    kinds.len() <= FEW || kinds.len() <= MOST && all >= OVER * kinds.len()
}
