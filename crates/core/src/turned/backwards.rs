//! Lines that are merely written backwards.
//!
//! Anybody's names and abbreviations may seem to be, and any word of a language that nobody has
//! told us of. Several words must be known that way, different ones that are not short, and unknown
//! as they stand.

use std::ops::Range;

use super::line::Line;
use super::reading::{Least, Reading, Way};
use super::runs::{Price, in_part, runs};
use super::{Best, Looker};
use crate::hash::Hash;
use crate::language::folded;
use crate::properties::{Class, Script};

/// What it costs a run of words to be written backwards.
const BACKWARDS: Price = Price { enter: 2.0, leave: 0.0 };
/// The most that one word says for it.
const LOUDEST: f32 = 10.0;
/// What a word must gain, and the letters that it must have, to be counted.
const SAYS: f32 = 2.0;
pub(crate) const NOT_SHORT: usize = 4;
/// What all must gain and how many must be counted: in a line that is wholly backwards, and in part
/// of one.
pub(crate) const CLEAR_LINE: (f32, usize) = (9.0, 2);
const CLEAR_RUN: (f32, usize) = (16.0, 3);
/// What it costs a line to be backwards in part, at each end of that.
const PART: f32 = 20.0;

impl<'a> Looker<'a> {
    /// A line that is written backwards, by its words alone.
    pub(super) fn backwards(&self, span: Range<usize>) -> Option<Best<'a>> {
        if !self.may_be_backwards(&self.text[span.clone()]) {
            return None;
        }
        let line = Line::new(self.model, self.text, span, None, false);
        let way = Way { table: None, reversed: true, digits: 0.0 };
        let mut best: Option<(Vec<Reading>, f32)> = None;
        for readings in way
            .read(&line, self.allowed, Least { price: BACKWARDS, strange: 0 })
            .into_iter()
            .map(|one| one.words)
        {
            let (found, gain) = runs(readings.iter().map(said), BACKWARDS);
            let clear = |run: &Range<usize>| {
                is_clear(&readings[run.clone()], run.len() == line.words.len())
            };
            if found.iter().any(clear) && best.as_ref().is_none_or(|best| gain > best.1) {
                best = Some((readings, gain));
            }
        }
        let (readings, gain) = best?;
        let runs = in_part(&line, &readings, PART);
        Some(Best { line, way, readings, runs, gain })
    }

    /// Whether more of a line's words are known from their end than as they stand: a quick look,
    /// since nearly all lines are honest.
    fn may_be_backwards(&self, line: &[u32]) -> bool {
        let properties = &self.model.properties;
        let letter = |point: &u32| {
            let property = properties.get(*point);
            property.is_letter() && Script::TARGETS.contains(&property.script())
                || property.class() == Class::Mark
        };
        let is_known = |word: Hash| self.model.lexicon.get(word).is_some();
        let (mut known, mut backwards) = (0, 0);
        for word in line.split(|point| !letter(point)).filter(|word| word.len() >= NOT_SHORT) {
            let fold = |hash: Hash, &letter: &u32| folded(letter).fold(hash, Hash::push);
            known += usize::from(is_known(word.iter().fold(Hash::WORD, fold)));
            backwards += usize::from(is_known(word.iter().rev().fold(Hash::WORD, fold)));
        }
        backwards > known && backwards >= CLEAR_LINE.1
    }
}

/// What a word says for being written backwards: it must be known so.
fn said(reading: &Reading) -> f32 {
    reading.gain.min(if reading.known { LOUDEST } else { 0.0 })
}

/// Whether a run of words is clearly written backwards; `whole` says that the line has no others.
fn is_clear(run: &[Reading], whole: bool) -> bool {
    let counts = |reading: &&Reading| said(reading) > SAYS && reading.letters.len() >= NOT_SHORT;
    let mut words: Vec<&[u32]> =
        run.iter().filter(counts).map(|reading| &reading.letters[..]).collect();
    words.sort_unstable();
    words.dedup();
    let gain: f32 = run.iter().map(said).sum();
    let (least, several) = if whole { CLEAR_LINE } else { CLEAR_RUN };
    gain >= least && words.len() >= several
}
