//! What stands beside the words of a run, and says that their letters are parted for a reason.

use crate::model::Model;
use crate::properties::Class;

use super::gap::Use;
use super::run::{Run, ends_line};
use super::segment::Word;

/// What is taken off where a hyphen or another sign leads on from the word to whole ones.
const LEADS_ON: f32 = 4.0;

/// Looks at what stands around the runs of a text.
pub(super) struct Beside<'a> {
    model: &'a Model,
    text: &'a [u32],
    /// The places of the text's first letter and its last one.
    letters: Option<(usize, usize)>,
}

impl<'a> Beside<'a> {
    pub fn new(model: &'a Model, text: &'a [u32]) -> Beside<'a> {
        let letter = |point: &u32| model.properties.get(*point).is_letter();
        let letters = text.iter().position(letter).zip(text.iter().rposition(letter));
        Beside { model, text, letters }
    }

    /// Whether a run starts a line and no word follows it there, in a text of other words: headings
    /// and the names of speakers do.
    pub fn is_label(&self, run: &Run) -> bool {
        let (first, last) = (&run.pieces[0].at, &run.pieces[run.pieces.len() - 1].at);
        let others = self.letters.is_some_and(|(from, to)| from < first.start || last.end <= to);
        let blank = |point: &&u32| matches!(char::from_u32(**point), Some(' ' | '\t'));
        let before = self.text[..first.start].iter().rev().find(|point| !blank(point));
        let after = self.text[last.end..].iter().find(|point| !blank(point));
        let letter = |&point: &u32| self.model.properties.get(point).is_letter();
        others && before.is_none_or(|&point| ends_line(point)) && !after.is_some_and(letter)
    }

    /// What is taken off where what parts the letters goes on to whole words or numbers: names in
    /// code, addresses, files.
    pub fn leads_on(&self, run: &Run, word: &Word) -> f32 {
        let (start, end) = (word.pieces.start, word.pieces.end);
        let (inner, signs) = (run.gaps[start], run.gaps[start].signs());
        if signs.is_empty() {
            return 0.0;
        }
        let before = &self.text[..run.pieces[start].at.start];
        let after = &self.text[run.pieces[end - 1].at.end..];
        let written = |point: &u32| {
            let property = self.model.properties.get(*point);
            property.is_letter() || property.class() == Class::Digit
        };
        let before = before.strip_suffix(signs).filter(|_| start == 0);
        let after = after.strip_prefix(signs).filter(|_| end == run.pieces.len());
        let goes_on = before.and_then(<[u32]>::last).is_some_and(written)
            || after.and_then(<[u32]>::first).is_some_and(written);
        let is_path = inner.is_slash() && before.is_some();
        match goes_on {
            _ if is_path => f32::INFINITY,
            true if inner.joins_code() => f32::INFINITY,
            true if inner.usage() == Use::Dash || signs.len() == 1 => LEADS_ON,
            _ => 0.0,
        }
    }
}
