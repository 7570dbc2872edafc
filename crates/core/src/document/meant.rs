//! Which letter of the text's own script another is typed for: the one that looks the same and is not on
//! every keyboard, if the text has it elsewhere.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::Reason;
use crate::language::fold;
use crate::lattice::{Candidate, Letters};
use crate::properties::Script;

use super::Document;
use super::case::State;

/// So often at least stands a letter that is the text's own.
const MEANT: usize = 3;
/// By how much the less likely of two readings may be meant: the text's own case of a letter.
const AS_ALIKE: f32 = 0.5;

impl Document<'_> {
    /// The letter that another is typed for: itself, unless it is of another script than the text
    /// and the text has the letter of its own that looks the same, which not every keyboard has.
    pub(super) fn meant(&self, state: &State, glyph: u32, letters: &BTreeMap<u32, usize>) -> u32 {
        let main = main_script(state);
        let script = |point: u32| self.model.properties.get(point).script();
        if script(glyph) == main {
            return glyph;
        }
        let count = |letter: &u32| letters.get(letter).copied().unwrap_or(0);
        let mut found: Vec<(f32, u32)> = Vec::new();
        let own =
            |&&letter: &&u32| script(letter) == main && !self.model.is_common(main, fold(letter));
        for &letter in letters.keys().filter(own) {
            let cases = [letter, other_case(letter)];
            if cases.iter().map(count).sum::<usize>() >= MEANT {
                let drawn = |&letter: &u32| Some((self.drawn_alike(glyph, letter)?, letter));
                found.extend(cases.iter().filter_map(drawn));
            }
        }
        let best = found.iter().map(|&(cost, _)| cost).fold(f32::INFINITY, f32::min);
        found.retain(|&(cost, _)| cost <= best + AS_ALIKE);
        found.iter().max_by_key(|(_, letter)| count(letter)).map_or(glyph, |&(_, letter)| letter)
    }

    /// What it costs one letter to be read as the other, or the other way round, where Unicode's table
    /// has them for one another, with the same accents on them.
    fn drawn_alike(&self, one: u32, other: u32) -> Option<f32> {
        let parts = |point: u32| -> Vec<u32> {
            char::from_u32(point).into_iter().nfd().map(u32::from).collect()
        };
        let reads = |from: u32, to: u32| {
            let same = |reading: &Candidate| {
                reading.reason == Reason::Confusable && reading.reading == Letters::one(to)
            };
            self.model.lattice.candidates(from).find(same).map(|reading| reading.cost)
        };
        let (one, other) = (parts(one), parts(other));
        let (&[one, ref marks @ ..], &[other, ref same @ ..]) = (&one[..], &other[..]) else {
            return None;
        };
        reads(one, other).or_else(|| reads(other, one)).filter(|_| marks == same)
    }
}

/// The script that most of the text is written in.
pub(super) fn main_script(state: &State) -> Script {
    let [latin, cyrillic, greek] = state.scripts;
    match () {
        _ if latin <= cyrillic.min(greek) => Script::LATIN,
        _ if cyrillic <= greek => Script::CYRILLIC,
        _ => Script::GREEK,
    }
}

/// The capital of a small letter, the small letter of a capital.
fn other_case(letter: u32) -> u32 {
    let small = fold(letter);
    let Some(c) = char::from_u32(letter).filter(|_| small == letter) else { return small };
    let mut upper = c.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(one), None) => one as u32,
        _ => letter,
    }
}
