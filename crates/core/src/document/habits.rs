//! How the text's author writes each letter: plain, or by which other glyph, and how often.

use std::collections::BTreeMap;

use crate::judge;
use crate::language::fold;
use crate::math::{exp, ln};
use crate::properties::{Calm, Script};
use crate::slot::{Choice, SECOND, Slot};

use super::Document;
use super::case::Case;

/// How many sightings the guess for a pair that the text has not shown is worth.
const PRIOR: f32 = 2.0;
/// How much of a letter's disguised sightings a glyph may claim that the text has not shown.
const UNSEEN: f32 = 0.4;
/// What a pair costs at most that stands in the same word before.
const AGAIN: f32 = 1.0;

/// For each letter of the script that a disguised text is read in, what its author puts there.
#[derive(Clone, Debug, Default)]
pub(super) struct Habits {
    /// How often each letter was meant.
    letters: BTreeMap<u32, f32>,
    /// How often a glyph stood in a letter's place.
    pairs: BTreeMap<(u32, u32), f32>,
    /// Glyphs that stood in any letter's place.
    glyphs: BTreeMap<u32, f32>,
    /// Nothing but what may be slips of the keyboard was shown.
    slips_only: bool,
}

impl Habits {
    /// What the plain words and the clear cases of the text show.
    pub fn of(document: &Document<'_>, main: Script, cases: &[Case]) -> Habits {
        let mut habits = Habits::default();
        let letters = document.letters();
        let mut counts = vec![0.0; letters.len()];
        for token in document.tokens.iter().filter(|token| token.plain_script() == Some(main)) {
            for &point in &document.text[token.start..token.end] {
                if document.model.properties.get(point).calm() == Calm::Plain(main)
                    && let Ok(at) = letters.binary_search(&fold(point))
                {
                    counts[at] += 1.0;
                }
            }
        }
        let counted = letters.iter().copied().zip(counts).filter(|(_, count)| *count > 0.0);
        habits.letters.extend(counted);
        habits.learn(main, cases);
        habits.slips_only = cases
            .iter()
            .filter(|case| case.gain >= judge::CLEAR_TOKEN)
            .all(|case| case.best.as_ref().is_none_or(|best| best.slip.is_some()));
        habits
    }

    /// Adds what clear cases show.
    pub fn learn(&mut self, main: Script, cases: &[Case]) {
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
            let Some(best) = case.best.as_ref().filter(|best| best.script == main) else {
                continue;
            };
            let count = case.places.len() as f32;
            for (_, choice) in best.taken(0) {
                let Some(&letter) = choice.reading.as_slice().first() else { continue };
                *self.letters.entry(fold(letter)).or_default() += count;
            }
            for (slot, choice) in best.changes(0) {
                let Some(&letter) = choice.reading.as_slice().first() else { continue };
                *self.pairs.entry((fold(slot.glyph), fold(letter))).or_default() += count;
                *self.glyphs.entry(fold(slot.glyph)).or_default() += count;
            }
        }
    }

    /// Whether the text has shown this glyph in a letter's place.
    pub fn has(&self, glyph: u32) -> bool {
        self.glyphs.contains_key(&fold(glyph))
    }

    /// Whether the text has shown this glyph in the place of this letter.
    pub fn knows(&self, slot: &Slot, choice: &Choice) -> bool {
        self.pairs.contains_key(&(fold(slot.glyph), letter(choice)))
    }

    /// -ln of how likely the author, who means the letter, writes the glyph.
    fn cost(&self, slot: &Slot, choice: &Choice) -> f32 {
        let letter = letter(choice);
        let meant = self.letters.get(&letter).copied().unwrap_or(0.0);
        let seen = self.pairs.get(&(fold(slot.glyph), letter)).copied().unwrap_or(0.0);
        let second = if is_digit(slot.glyph) { SECOND } else { 0.0 };
        let guess = self.rate() * UNSEEN * exp((second - choice.cost).min(0.0));
        -ln((seen + PRIOR * guess) / (meant + PRIOR))
    }

    /// -ln of how likely the author writes all the glyphs of a reading; that a glyph which the text
    /// has not shown stands for a letter is one surprise, however often it does.
    pub fn costs<'a>(&self, changes: impl Iterator<Item = (&'a Slot, &'a Choice)>) -> f32 {
        let mut met: Vec<(u32, u32)> = Vec::new();
        let mut sum = 0.0;
        for (slot, choice) in changes {
            let cost = self.cost(slot, choice);
            let pair = (fold(slot.glyph), letter(choice));
            sum += if met.contains(&pair) { cost.min(AGAIN) } else { cost };
            met.push(pair);
        }
        sum
    }

    /// Whether the author's keyboard seems to lack a letter: it is never written plain, where the
    /// others mostly are, and nothing but slips was shown.
    pub fn lacks(&self, letter: u32) -> bool {
        const FEW: f32 = 0.1;
        let letter = fold(letter);
        let meant = self.letters.get(&letter).copied().unwrap_or(0.0);
        let all: f32 = self.letters.values().sum();
        let changed: f32 = self.pairs.values().sum();
        let own: f32 =
            self.pairs.iter().filter(|((_, to), _)| *to == letter).map(|(_, count)| count).sum();
        self.slips_only && own >= meant && changed - own <= FEW * (all - meant)
    }

    /// The share of letters that were disguised at all.
    fn rate(&self) -> f32 {
        let all: f32 = self.letters.values().sum();
        let changed: f32 = self.pairs.values().sum();
        (changed + 1.0) / (all + 2.0)
    }
}

fn is_digit(glyph: u32) -> bool {
    char::from_u32(glyph).is_some_and(|c| c.is_ascii_digit())
}

/// The first letter of what a glyph is read as, in lower case.
fn letter(choice: &Choice) -> u32 {
    fold(choice.reading.as_slice().first().copied().unwrap_or(0))
}
