//! Text that stands upside down, in a mirror, or is written backwards.
//!
//! Each line is read as it stands and in every other way that its letters allow; what the language
//! says of the words decides, for the line or for a run of its words. Letters that hardly any text
//! has unless it is turned say where to look (`upside.rs`). Text that is merely written backwards
//! has none of them (`backwards.rs`).

mod arrange;
mod backwards;
mod glyphs;
mod line;
mod marks;
mod reading;
mod runs;
mod slots;
mod table;
mod upside;

use std::ops::Range;

use crate::lines::next_line;
use crate::model::Model;
use crate::origins::Origins;
use crate::{Edit, Family, Reason};

use line::Line;
use reading::{Reading, Way};

pub(crate) use backwards::{CLEAR_LINE, NOT_SHORT};
pub(crate) use table::forms;

/// What was found: a piece of the text, and what it reads as.
struct Found {
    span: Range<usize>,
    read: Vec<u32>,
    /// Where each code point of it stands, counted from the start of the piece.
    places: Vec<Range<usize>>,
    sure: f32,
}

/// The best of all ways to read a line.
struct Best<'a> {
    line: Line<'a>,
    way: Way,
    readings: Vec<Reading>,
    /// The runs of words that are turned.
    runs: Vec<Range<usize>>,
    /// By how much it is likelier than the line as it stands.
    gain: f32,
}

/// Looks for turned lines in a text.
struct Looker<'a> {
    model: &'a Model,
    /// The languages that are expected.
    allowed: &'a [bool],
    text: &'a [u32],
}

/// The edits that put `text` upright.
pub(crate) fn edits(model: &Model, allowed: &[bool], text: &[u32]) -> Vec<Edit> {
    let looker = Looker { model, allowed, text };
    let lines = looker.lines();
    let mut found = looker.upside_down(&lines);
    for (line, best) in lines.iter().zip(&mut found).filter(|(_, best)| best.is_none()) {
        *best = looker.backwards(line.clone());
    }
    found.iter().flatten().flat_map(arrange::arranged).map(Found::into_edit).collect()
}

/// Where `text` stands upside down or in a mirror from its end: read letter by letter, as
/// look-alikes, it would only be garbled.
pub(crate) fn spans(model: &Model, allowed: &[bool], text: &[u32]) -> Vec<Range<usize>> {
    if !upside::has_strange(&model.properties, text) {
        return Vec::new();
    }
    let looker = Looker { model, allowed, text };
    let found = looker.upside_down(&looker.lines());
    let reversed = found.iter().flatten().filter(|best| best.way.reversed);
    reversed.flat_map(arrange::arranged).map(|found| found.span).collect()
}

/// Whether a place lies within one of some spans, which are sorted.
pub(crate) fn is_within(spans: &[Range<usize>], at: usize) -> bool {
    let next = spans.partition_point(|span| span.end <= at);
    spans.get(next).is_some_and(|span| span.start <= at)
}

impl Looker<'_> {
    /// The lines of the text. What holds a lone surrogate could not be told in an edit.
    fn lines(&self) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut at = 0;
        while let Some(line) = next_line(self.text, at) {
            at = line.end;
            if self.text[line.clone()].iter().all(|&point| char::from_u32(point).is_some()) {
                lines.push(line);
            }
        }
        lines
    }
}

impl Found {
    fn into_edit(self) -> Edit {
        Edit {
            start: self.span.start,
            end: self.span.end,
            restored: self.read.into_iter().filter_map(char::from_u32).collect(),
            family: Family::Turned,
            confidence: self.sure,
            reason: Reason::Turned,
            origins: Origins::new(self.places),
        }
    }
}
