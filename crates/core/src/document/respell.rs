//! One word that has shapes in it: its best reading by the author's ways, against what stands there.

use std::ops::Range;

use crate::language::fold;
use crate::properties::Script;
use crate::slot::Choice;

use super::Document;
use super::case::{Best, Case, State};
use super::respelled::{Respelled, Ways};
use super::shaped::is_drawn;
use super::weigh::Manner;

/// By how much a reading must be the likelier.
const CLEAR: f32 = 0.5;
/// What is added where a word of some language stands there already.
const WORD: f32 = 0.5;
/// The same where it is a number, and the text has not shown its digits in the place of these letters.
const NUMBER: f32 = 1.0;
/// The same where letters run together to others, and the text has shown digits and signs only.
const UNSHOWN: f32 = 4.0;
/// The same where no language has what is read, and the text has not shown the shapes.
const STRANGE: f32 = 3.0;
/// The same where accents are strange to the text, and no language has what is read.
const NEVER: f32 = 60.0;
/// By how much a number is likelier beside a year, or beside one with a decimal or the like.
const DATE: f32 = 3.0;
/// A digit that hangs on a word by an apostrophe (`can'7`).
const ELIDED: f32 = 6.0;
/// A sentence that ends without a mark.
const UNENDED: f32 = 2.0;
/// A small letter at the start of a sentence.
const SMALL_INITIAL: f32 = 2.0;

/// A reading of some part of the text.
struct Read {
    span: Range<usize>,
    best: Best,
    cost: f32,
}

impl Document<'_> {
    /// Reads a token again, if it has any shape in it or beside it.
    pub(super) fn respell(
        &self,
        state: &State,
        ways: &Ways<'_>,
        place: usize,
        clear: Option<&Case>,
    ) -> Option<Respelled> {
        let token = &self.tokens[place];
        let letters = &self.text[token.start..token.end];
        let mut shaped =
            (0..letters.len()).map(|at| self.model.shapes.at(&letters[at..]).next().is_some());
        let before = self.signs_beside(ways.shaping, place, true);
        let after = self.signs_beside(ways.shaping, place, false);
        let latin = token.plain[1] + token.plain[2] == 0;
        if before + after == 0 && !shaped.any(|shaped| shaped)
            || !latin
            || self.is_coded(token, ways.shaping)
        {
            return None;
        }
        // Strange accents may be part of a disguise that was read, and else of a word of the text.
        let accented = token.accented && clear.is_some();
        let only_shapes = !accented && is_drawn(self.model, self.text, token);
        // Where more than shapes is odd about it, it must have been read already.
        if !only_shapes && clear.is_none() {
            return None;
        }
        let own = self.scheme(clear);
        let initial = self.starts_sentence(token);
        let capital = if self.beside_capital(place) { 0.0 } else { ways.capital };
        let first = |choices: &mut [Choice]| case_by_place(choices, initial, capital);
        let manner = |shapes: bool| Manner {
            own: &own,
            shapes,
            only_shapes,
            shaping: shapes.then_some(ways.shaping),
            first: &first,
        };
        let marks = |signs: Range<usize>| -> f32 { signs.map(|at| self.mark_cost(at)).sum() };
        let whole = token.start - before..token.end + after;
        let (plain, mut honest) = self.as_it_is(state, place, only_shapes, manner(false))?;
        honest += marks(whole.start..token.start) + marks(token.end..whole.end);
        let mut found: Option<Read> = None;
        for start in whole.start..=token.start {
            for end in token.end..=whole.end {
                // All the signs on one side, or none.
                if start != whole.start && start != token.start
                    || end != whole.end && end != token.end
                {
                    continue;
                }
                let Some(mut read) = self.in_span(state, start..end, only_shapes, manner(true))
                else {
                    continue;
                };
                let unended = end > token.end && self.ends_sentence(end) && !self.is_mark(end);
                read.cost += marks(whole.start..start) + marks(end..whole.end);
                read.cost += if unended { UNENDED } else { 0.0 };
                if found.as_ref().is_none_or(|before| read.cost < before.cost) {
                    found = Some(read);
                }
            }
        }
        let read = found?;
        if let (Some(plain), Some(case)) = (plain, clear)
            && honest < read.cost + CLEAR
        {
            // Its shapes are what they are.
            let (start, end) = (plain.span.start, plain.span.end);
            return Some(Respelled { place, start, end, best: plain.best, gain: case.gain });
        }
        let gain = match read.best.changes(0).next() {
            None => 0.0,
            Some(_) if !only_shapes => clear.map_or(0.0, |case| case.gain),
            Some(_) => honest - read.cost - CLEAR - self.doubt(ways, place, &read),
        };
        let (start, end) = (read.span.start, read.span.end);
        Some(Respelled { place, start, end, best: read.best, gain })
    }

    /// What a token costs whose shapes are what they are, and how it is read if more is odd about it.
    fn as_it_is(
        &self,
        state: &State,
        place: usize,
        only_shapes: bool,
        manner: Manner<'_>,
    ) -> Option<(Option<Read>, f32)> {
        let token = &self.tokens[place];
        let letters = &self.text[token.start..token.end];
        let exclaimed = letters.iter().rev().take_while(|&&c| c == '!' as u32).count();
        let core = &letters[..letters.len() - exclaimed];
        let marks: f32 = (token.end - exclaimed..token.end).map(|at| self.mark_cost(at)).sum();
        if core.is_empty() {
            return Some((None, marks));
        }
        if only_shapes {
            let number = core.iter().all(|&point| self.is_digit(point));
            let placed = if number && self.beside_number(place) {
                -DATE
            } else if number && self.is_elided(place) {
                ELIDED
            } else {
                0.0
            };
            return Some((None, self.as_typed(state, core) + marks + placed));
        }
        let (best, cost) = self.best_by(state, core, &[Script::LATIN], manner)?;
        let said = best.parses[0].language_cost;
        let typed = self.as_typed(state, &best.read(core)).min(said);
        let span = token.start..token.end - exclaimed;
        Some((Some(Read { span, best, cost }), cost - said + typed + marks))
    }

    /// The best reading of a part of the text, where only shapes are odd as a word of any language.
    fn in_span(
        &self,
        state: &State,
        span: Range<usize>,
        only_shapes: bool,
        manner: Manner<'_>,
    ) -> Option<Read> {
        let token = &self.text[span.clone()];
        let (mut best, cost) = self.best_by(state, token, &[Script::LATIN], manner)?;
        if !only_shapes {
            return Some(Read { span, best, cost });
        }
        // What the text's own language asks beside the word itself.
        let beside = cost - best.parses[0].cost();
        let costs = |at: usize| {
            let (read, parse) = (best.read_as(token, at), &best.parses[at]);
            let wordly = read.iter().all(|&point| self.is_wordly(point));
            let other = if wordly { self.as_word(state, &read) } else { f32::INFINITY };
            parse.glyph_cost + (parse.language_cost + beside).min(other)
        };
        let (at, cost) =
            (0..best.parses.len()).map(|at| (at, costs(at))).min_by(|a, b| a.1.total_cmp(&b.1))?;
        best.parses.swap(0, at);
        Some(Read { span, best, cost })
    }

    /// By how much more a reading must be the likelier, by what stands there and what is known.
    fn doubt(&self, ways: &Ways<'_>, place: usize, read: &Read) -> f32 {
        let token = &self.tokens[place];
        let letters = &self.text[token.start..token.end];
        let shaping = ways.shaping;
        let known = read.best.changes(0).all(|(slot, choice)| {
            let start = read.span.start;
            let sequence = &self.text[start + slot.start..start + read.best.end(slot, choice)];
            choice.reading.as_slice().first().is_some_and(|&c| shaping.knows(sequence, c))
        });
        let strange = || !self.is_known(&read.best.read(&self.text[read.span.clone()]));
        let number = letters.iter().all(|&point| self.is_digit(point));
        let runs = read.span == (token.start..token.end)
            && letters.iter().all(|&point| self.is_wordly(point));
        match known {
            _ if token.accented && strange() => NEVER,
            false if number => NUMBER,
            false if runs && shaping.has_leet() && !shaping.has_multi() => UNSHOWN,
            false if strange() => STRANGE,
            _ if runs && !token.shaped => WORD,
            _ => 0.0,
        }
    }
}

/// Makes small letters dearer at the start of a sentence, and capitals elsewhere, where the first
/// glyph may be either.
fn case_by_place(choices: &mut [Choice], initial: bool, capital: f32) {
    let first = |choice: &Choice| choice.reading.as_slice().first().copied().unwrap_or(0);
    let letters: Vec<u32> = choices.iter().map(first).collect();
    for choice in choices.iter_mut().filter(|choice| choice.disguise.is_some()) {
        let letter = first(choice);
        let is_small = fold(letter) == letter;
        let both = letters.iter().any(|&other| other != letter && fold(other) == fold(letter));
        if both && is_small == initial {
            choice.cost += if initial { SMALL_INITIAL } else { capital };
        }
    }
}
