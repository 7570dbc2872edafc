//! The disguised text while it is written, with the truth beside it.

use std::ops::Range;

use crate::{Family, Reason};

/// One disguise: `start..end` of the disguised text stands for `from..to` of the given one.
///
/// What was meant is a piece of the given text, so a range says it and nothing is copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// First code point of the disguise, in the disguised text.
    pub start: usize,
    /// One past its last.
    pub end: usize,
    /// First code point of what it stands for, in the given text.
    pub from: usize,
    /// One past its last; the same as `from` where the disguise is something added.
    pub to: usize,
    /// The kind of disguise.
    pub family: Family,
    /// Where the knowledge of it comes from.
    pub reason: Reason,
}

/// A text that was disguised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obfuscated {
    /// The disguised text, in code points.
    pub text: Vec<u32>,
    /// Every disguise, sorted by position, not overlapping; none is empty in the disguised text.
    pub changes: Vec<Change>,
}

/// What has been written so far; the given text is taken up from left to right.
pub(crate) struct Draft<'a> {
    given: &'a [u32],
    done: usize,
    made: Obfuscated,
}

impl<'a> Draft<'a> {
    pub fn new(given: &'a [u32]) -> Draft<'a> {
        let text = Vec::with_capacity(given.len() + given.len() / 4);
        Draft { given, done: 0, made: Obfuscated { text, changes: Vec::new() } }
    }

    pub fn given(&self) -> &'a [u32] {
        self.given
    }

    /// Takes up the given text as it stands, up to `end`.
    fn keep_until(&mut self, end: usize) {
        self.made.text.extend_from_slice(&self.given[self.done..end]);
        self.done = end;
    }

    /// Writes `glyphs` for this piece of the given text, which lies past all that was written.
    pub fn put(
        &mut self,
        piece: Range<usize>,
        glyphs: impl IntoIterator<Item = u32>,
        family: Family,
        reason: Reason,
    ) {
        self.keep_until(piece.start);
        let start = self.made.text.len();
        self.made.text.extend(glyphs);
        self.done = piece.end;
        let end = self.made.text.len();
        let (from, to) = (piece.start, piece.end);
        self.made.changes.push(Change { start, end, from, to, family, reason });
    }

    /// How many disguises there are so far.
    pub fn changes(&self) -> usize {
        self.made.changes.len()
    }

    /// The whole text, its rest taken up as it stands.
    pub fn finish(mut self) -> Obfuscated {
        self.keep_until(self.given.len());
        self.made
    }
}
