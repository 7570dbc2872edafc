//! Where what an edit restores stands in the original: more exactly than "somewhere in the edit",
//! where a long piece of text was put into another order.

use std::ops::Range;

use crate::Edit;

/// A place for each code point that an edit restores, counted from the edit's start; nothing where
/// all of it stands for all that is replaced.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Origins(Option<Box<[Range<usize>]>>);

impl Origins {
    pub fn new(places: Vec<Range<usize>>) -> Origins {
        Origins(Some(places.into()))
    }

    pub fn are_known(&self) -> bool {
        self.0.is_some()
    }
}

impl Edit {
    /// Where in the original the code point stands that is number `at` of what is restored.
    pub(crate) fn origin(&self, at: usize) -> Range<usize> {
        let known = self.origins.0.as_ref().and_then(|places| places.get(at));
        known.map_or(self.start..self.end, |place| self.start + place.start..self.start + place.end)
    }
}
