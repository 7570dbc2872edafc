//! What is stored differs from what is shown: overrides, erased letters, letters set apart.

use super::Maker;
use crate::order::{class, is_right};
use crate::{Family, Reason};

const LEFT_TO_RIGHT: u32 = 0x202D;
const RIGHT_TO_LEFT: u32 = 0x202E;
const POP: u32 = 0x202C;
const BACKSPACE: u32 = 8;
/// What is put between letters: one of these throughout a word.
const SEPARATORS: [char; 5] = [' ', '.', '-', '*', '_'];
/// Words of fewer letters, spaced out, are initials or abbreviations.
const LETTERS: usize = 3;

impl Maker<'_> {
    /// Stores the word from its end, in an override that turns it back for the eye.
    pub fn bidi(&mut self) {
        let (Some(first), Some(last)) = (self.clusters.first(), self.clusters.last()) else {
            return;
        };
        if self.clusters.len() < 2 {
            return;
        }
        let given = self.draft.given();
        let turn = match is_right(class(given[first.start])) {
            true => LEFT_TO_RIGHT,
            false => RIGHT_TO_LEFT,
        };
        let backwards = self.clusters.iter().rev().flat_map(|at| given[at.clone()].iter().copied());
        let stored = [turn].into_iter().chain(backwards).chain([POP]);
        self.draft.put(first.start..last.end, stored, Family::Bidi, Reason::Overridden);
    }

    /// Puts a stray letter of the text inside the word, and the backspace that erases it.
    pub fn deletion(&mut self) {
        if self.clusters.len() < 2 {
            return;
        }
        let at = self.clusters[self.random.below(self.clusters.len() - 1)].end;
        let stray = self.random.pick(&self.seen);
        self.draft.put(at..at, [stray, BACKSPACE], Family::Deletion, Reason::Erased);
    }

    /// Sets the letters of the word apart.
    pub fn spaced(&mut self) {
        if self.clusters.len() < LETTERS {
            return;
        }
        let separator = u32::from(self.random.pick(&SEPARATORS));
        for cluster in &self.clusters[..self.clusters.len() - 1] {
            let at = cluster.end;
            self.draft.put(at..at, [separator], Family::Spaced, Reason::Parted);
        }
    }
}
