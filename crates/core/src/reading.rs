//! What a reader found in one text.

use crate::{Edit, Hidden};

/// A language or script and its share of the letters read.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// ISO 639 language code or ISO 15924 script code.
    pub code: &'static str,
    /// From 0 to 1.
    pub share: f32,
}

/// One row of the document's scheme: what its author put in a letter's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchemeEntry {
    /// The glyph that stands in the text.
    pub glyph: String,
    /// The letter or letters that it stands for.
    pub reading: String,
    /// How often it was read so.
    pub count: u32,
}

/// What was read: the edits, and what the document showed of itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Sorted by position, not overlapping.
    pub edits: Vec<Edit>,
    /// How sure it is that the text was disguised at all, from 0 to 1.
    pub score: f32,
    /// Glyph to letter with counts, most frequent first.
    pub scheme: Vec<SchemeEntry>,
    /// Scripts the text was read as, largest share first.
    pub scripts: Vec<Share>,
    /// Languages the text was read as, largest share first.
    pub languages: Vec<Share>,
    /// Messages that the text carries unseen, by position; no part of what it says.
    pub hidden: Vec<Hidden>,
}
