//! The most that words drawn by digits, signs or several characters can say for disguise, told
//! without the rest of the text: whatever its languages and habits are, no reading of a word costs
//! less than its shapes and its letters in the language that has it cheapest, and no honest way to
//! type it more than the dearest.

use std::collections::HashSet;

use crate::drawn::KEPT;
use crate::judge;
use crate::language::{fold, word_hash};
use crate::properties::{Class, Script};
use crate::speaker::{DIGIT, sign_cost, word_cost};

use super::Document;

/// How many ways to read a word are gone through; a word of more may say anything.
const READINGS: usize = 4096;

/// Whether words that say so much together, each at most, leave a text without anything else
/// under suspicion honest.
pub(crate) fn is_too_little(said: f32) -> bool {
    // The same terms summed in another order differ by less.
    const ROUNDING: f32 = 0.01;
    // A disguise pays for one pair of shape and letter at least.
    let odds = said + said.min(judge::ASKED_FOR) - judge::LEET_PAIR - judge::DISGUISED_TEXT;
    odds < judge::CLEAR_TEXT - ROUNDING
}

/// How closely it is told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Precision {
    /// By what a word of its looks may say at all.
    Rough,
    /// By what its readings cost in each language.
    Fine,
}

/// One way to read a word, as far as it has been read.
#[derive(Clone, Default)]
struct Reading {
    /// Where in the word it goes on.
    at: usize,
    read: Vec<u32>,
    /// What the shapes cost, and the digits and signs that are themselves, as glyphs.
    glyphs: f32,
    /// What those cost as what they are.
    kept: f32,
    /// How many letters are drawn, and whether one is by several characters, or by a sign.
    drawn: usize,
    several: bool,
    sign: bool,
}

impl Document<'_> {
    /// What the different tokens under suspicion say together at most.
    pub(crate) fn most_said(&self, precision: Precision) -> f32 {
        let mut seen: HashSet<&[u32]> = HashSet::new();
        let suspects = self.tokens.iter().filter(|token| token.is_suspicious());
        suspects
            .map(|token| &self.text[token.start..token.end])
            .filter(|word| seen.insert(word))
            .map(|word| match word.iter().all(|&point| point < 0x80) {
                true => self.word_says(precision, word),
                false => f32::INFINITY,
            })
            .sum()
    }

    /// What one word of ASCII says at most.
    fn word_says(&self, precision: Precision, word: &[u32]) -> f32 {
        let honest = self.dearest_typed(word);
        let mut most = 0.0f32;
        let mut open = vec![Reading::default()];
        for _ in 0..READINGS {
            let Some(reading) = open.pop() else { return most };
            if reading.at < word.len() {
                self.read_on(word, &reading, &mut open);
            } else if reading.drawn > 0 {
                most = most.max(self.says_at_most(precision, word, &reading, honest, most));
            }
        }
        judge::LOUDEST
    }

    /// Every way to read what comes next.
    fn read_on(&self, word: &[u32], reading: &Reading, open: &mut Vec<Reading>) {
        let rest = &word[reading.at..];
        let point = rest[0];
        let mut kept = reading.clone();
        for shape in self.model.shapes.at(rest) {
            let several = shape.sequence.len() > 1;
            let mut next = reading.clone();
            next.at += shape.sequence.len();
            next.read.push(shape.reading);
            next.glyphs += shape.cost;
            next.drawn += 1;
            next.several |= several;
            next.sign |= !self.is_digit(point);
            open.push(next);
            // Where a letter may be drawn, it costs something not to be.
            if !several {
                kept.glyphs = reading.glyphs + KEPT;
            }
        }
        kept.at += 1;
        kept.read.push(fold(point));
        kept.kept += if self.is_digit(point) {
            DIGIT
        } else if self.is_wordly(point) {
            0.0
        } else {
            sign_cost(point, true).min(sign_cost(point, false))
        };
        open.push(kept);
    }

    /// What a reading says at most, where the word costs no more than `honest` as it stands; what is
    /// no more than other readings have `said` need not be told closely.
    fn says_at_most(
        &self,
        precision: Precision,
        word: &[u32],
        reading: &Reading,
        honest: f32,
        said: f32,
    ) -> f32 {
        let gain = honest - reading.glyphs - judge::GLYPH * reading.drawn as f32;
        let runs = word.iter().all(|&point| self.is_wordly(point));
        let capital = self.model.properties.get(word[0]).class() == Class::Upper;
        let name = capital && reading.drawn == 1 && !reading.several && reading.sign;
        let surprise = if name { judge::NAME_SAYS } else { judge::PLAYFUL };
        let says = (gain - reading.kept).min(surprise).max(0.0);
        let chance = runs || word.len() < judge::LONG_ENOUGH;
        let unknown = if chance { judge::UNKNOWN_SAYS * says } else { says };
        let known = match reading.drawn {
            _ if runs || reading.several => judge::LOUDEST,
            _ if word.len() <= judge::SHORT_TOKEN => judge::SHORT_SAYS,
            1 => surprise,
            drawn => (judge::LEET_SAYS * (drawn - 1) as f32).min(judge::LOUDEST),
        };
        let most = known.min(gain - reading.kept);
        if most <= unknown.max(said) {
            return unknown;
        }
        if precision == Precision::Rough {
            return most;
        }
        self.cheapest(&reading.read).map_or(unknown, |cost| unknown.max((gain - cost).min(known)))
    }

    /// What a reading costs in the language that has all its words and has them cheapest.
    fn cheapest(&self, read: &[u32]) -> Option<f32> {
        let words = read.split(|&point| !self.is_wordly(point)).filter(|word| !word.is_empty());
        let words: Option<Vec<_>> =
            words.map(|word| self.model.lexicon.get(word_hash(word.iter().copied()))).collect();
        let words = words?;
        (0..self.model.languages.len())
            .filter(|&at| self.model.languages[at].script == Script::LATIN)
            .filter(|&at| words.iter().all(|word| word.cost(at).is_some()))
            .map(|at| word_cost(self.model, at, read, true).0)
            .reduce(f32::min)
    }
}
