//! A text as it reads, and where each part of it stands in the original.

use std::ops::Range;

use crate::Edit;
use crate::compose::applied;

pub(super) struct Restored {
    /// What the text reads as.
    pub text: Vec<u32>,
    edits: Vec<Placed>,
}

/// An edit, and where what it restores lies in the text as it reads.
struct Placed {
    from: usize,
    to: usize,
    edit: Edit,
}

impl Restored {
    /// The text that `edits` (sorted, not overlapping) make of `original`.
    pub fn new(original: &[u32], edits: Vec<Edit>) -> Restored {
        let text = applied(original, &edits);
        let (mut done, mut to) = (0, 0);
        let edits = edits.into_iter().map(|edit| {
            let from = to + edit.start - done;
            done = edit.end;
            to = from + edit.restored.chars().count();
            Placed { from, to, edit }
        });
        Restored { edits: edits.collect(), text }
    }

    /// What reads as part of the original `span`, given a part of it: what an edit restores
    /// together cannot be taken apart, nor what is one cluster in the original.
    pub fn read_in(&self, span: &Range<usize>, part: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = part;
        let within = |at: usize| {
            let origin = self.origin_of(at);
            origin.start < span.end && span.start < origin.end
        };
        while start > 0 && within(start - 1) {
            start -= 1;
        }
        while end < self.text.len() && within(end) {
            end += 1;
        }
        start..end
    }

    /// From the first to the last code point of the original that any of a part was read from.
    pub fn origin(&self, reads: Range<usize>) -> Range<usize> {
        let origins = || reads.clone().map(|at| self.origin_of(at));
        let start = origins().map(|origin| origin.start).min();
        let end = origins().map(|origin| origin.end).max();
        start.unwrap_or(0)..end.unwrap_or(0)
    }

    fn origin_of(&self, at: usize) -> Range<usize> {
        let next = self.edits.partition_point(|one| one.from <= at);
        match next.checked_sub(1).map(|before| &self.edits[before]) {
            Some(one) if at < one.to => one.edit.origin(at - one.from),
            Some(one) => one.edit.end + (at - one.to)..one.edit.end + (at - one.to) + 1,
            None => at..at + 1,
        }
    }
}
