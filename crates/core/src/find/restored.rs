//! A text as it reads, and where each part of it stands in the original.

use std::ops::Range;

use crate::compose::applied;
use crate::{Alignment, Edit};

pub(super) struct Restored {
    /// What the text reads as.
    pub text: Vec<u32>,
    alignment: Alignment,
    /// Edits that know more exactly where what they restore stands, and where they lie in `text`.
    ordered: Vec<(Range<usize>, Edit)>,
}

impl Restored {
    /// The text that `edits` (sorted, not overlapping) make of `original`.
    pub fn new(original: &[u32], edits: Vec<Edit>) -> Restored {
        let text = applied(original, &edits);
        let alignment = Alignment::new(edits.iter().map(|edit| {
            let length = edit.restored.chars().count();
            (edit.start..edit.end, length, edit.family)
        }));
        let ordered = edits.into_iter().filter(|edit| edit.origins.are_known());
        let ordered = ordered.map(|edit| (alignment.to_restored(edit.start..edit.end), edit));
        Restored { ordered: ordered.collect(), text, alignment }
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
        let next = self.ordered.partition_point(|(reads, _)| reads.end <= at);
        match self.ordered.get(next) {
            Some((reads, edit)) if reads.start <= at => edit.origin(at - reads.start),
            _ => self.alignment.to_original(at..at + 1),
        }
    }
}
