//! Marks on every letter of a word: piled up, or struck through it.

use super::Maker;
use crate::{Family, Reason};

/// The block of combining diacritical marks; the grapheme joiner in it shows nothing.
const FIRST: usize = 0x300;
const LAST: usize = 0x36F;
const JOINER: u32 = 0x34F;
const HIGHEST: usize = 8;
/// Strokes and slashes, short and long.
const STROKES: [u32; 4] = [0x335, 0x336, 0x337, 0x338];

impl Maker<'_> {
    /// Piles up to eight marks on each letter.
    pub fn zalgo(&mut self) {
        for at in 0..self.clusters.len() {
            let mut pile = [0; HIGHEST];
            let height = self.random.between(1, HIGHEST);
            for mark in &mut pile[..height] {
                let drawn = self.random.between(FIRST, LAST) as u32;
                *mark = if drawn == JOINER { JOINER + 1 } else { drawn };
            }
            self.put_marks(at, &pile[..height]);
        }
    }

    /// Strikes each letter through in the same way.
    pub fn struck(&mut self) {
        let stroke = self.random.pick(&STROKES);
        for at in 0..self.clusters.len() {
            self.put_marks(at, &[stroke]);
        }
    }

    fn put_marks(&mut self, cluster: usize, marks: &[u32]) {
        let at = self.clusters[cluster].end;
        self.draft.put(at..at, marks.iter().copied(), Family::Combining, Reason::Piled);
    }
}
