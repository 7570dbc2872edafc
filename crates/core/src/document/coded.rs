//! What is no prose: a part of an address, a path, a file name, a tag, an expression, a number.

use std::ops::Range;

use crate::shaping::Shaping;
use crate::token::Token;

use super::Document;

/// What joins a number to what it counts or is counted by.
const BESIDE_NUMBERS: &str = "%°$€£#+/:-*^'’×=";
/// What stands in no run of prose, whatever it joins.
const OF_CODE: &str = "\\{}=_<>~&#@";

impl Document<'_> {
    /// Takes away the suspicion from tokens whose shapes are those of code.
    pub(super) fn leave_codes(&mut self) {
        for at in 0..self.tokens.len() {
            if self.tokens[at].shaped && self.is_coded(&self.tokens[at], &Shaping::default()) {
                self.tokens[at].shaped = false;
            }
        }
    }

    /// Whether a token is no prose, by what stands beside it up to the next space on either side:
    /// signs that the text has shown to be letters do not count.
    pub(super) fn is_coded(&self, token: &Token, shaping: &Shaping) -> bool {
        let is = |at: usize, set: &str| {
            self.text.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| set.contains(c))
        };
        let digits = self.text[token.start..token.end].iter().all(|&point| self.is_digit(point));
        let letter = |at: usize| {
            self.text.get(at).is_some_and(|&c| self.model.properties.get(c).is_letter())
        };
        // What an apostrophe parts from a word is the rest of that word.
        let elided = |at: usize| is(at, "'’") && at > 0 && letter(at - 1);
        let joined = |at: usize| is(at, BESIDE_NUMBERS) && !elided(at);
        if digits && (joined(token.end) || token.start > 0 && joined(token.start - 1)) {
            return true;
        }
        if self.in_number(token) {
            return true;
        }
        let Range { start, end } = self.between_spaces(token);
        let written =
            |at: usize| self.text.get(at).is_some_and(|&c| self.is_wordly(c) || self.is_digit(c));
        // Signs in other tokens may be letters too.
        let outside = |at: &usize| {
            let next = self.tokens.partition_point(|one| one.end <= *at);
            self.tokens.get(next).is_none_or(|one| one.start > *at)
        };
        let mut slashes = 0;
        (start..token.start).chain(token.end..end).filter(outside).any(|at| {
            slashes += usize::from(is(at, "/"));
            let path = is(at, "/") && (slashes > 1 || at == start || is(at - 1, "."));
            let name =
                is(at, ".:") && at > start && written(at - 1) && letter(at + 1) && letter(at + 2);
            is(at, OF_CODE) && !shaping.has(&[self.text[at]]) || path || name
        })
    }
}
