//! Where a token stands: what is before it and after it in the text.

use std::ops::Range;

use crate::token::Token;

use super::Document;

/// How far a token's surroundings are looked at.
pub(super) const FAR: usize = 60;

impl Document<'_> {
    /// Whether a sentence starts with the token: nothing before it, or the end of another one.
    pub(super) fn starts_sentence(&self, token: &Token) -> bool {
        for &point in self.text[..token.start].iter().rev().take(FAR) {
            match char::from_u32(point) {
                Some('.' | '!' | '?' | '…' | '\n') => return true,
                Some(c) if c.is_alphanumeric() || c == ',' => return false,
                _ => {}
            }
        }
        token.start < FAR
    }

    /// Whether a phrase may start with the token: no letter, digit, comma or what joins words before it.
    pub(super) fn starts_phrase(&self, token: &Token) -> bool {
        let before = self.text[..token.start].iter().rev().take(FAR);
        let before = before.filter_map(|&c| char::from_u32(c));
        let last = { before }.find(|c| !c.is_whitespace());
        last.is_none_or(|c| !c.is_alphanumeric() && !",-/&+".contains(c))
    }

    fn beside(&self, token: &Token) -> (Option<char>, Option<char>) {
        let at = |at: Option<usize>| at.and_then(|at| char::from_u32(*self.text.get(at)?));
        (at(token.start.checked_sub(1)), at(Some(token.end)))
    }

    /// Between spaces or the ends of the text, or before an apostrophe in a word.
    pub(super) fn stands_alone(&self, token: &Token) -> bool {
        let (before, after) = self.beside(token);
        let open = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let in_word = || {
            after.is_some_and(|c| matches!(c, '\'' | '’' | 'ʼ'))
                && self
                    .text
                    .get(token.end + 1)
                    .is_some_and(|&point| self.model.properties.get(point).is_letter())
        };
        open(before) && (open(after) || in_word())
    }

    /// Between quotation marks or brackets, with nothing else in them.
    pub(super) fn is_enclosed(&self, token: &Token) -> bool {
        let mark = |c: Option<char>| c.is_some_and(|c| "\"'“”„‘’«»‹›()[]{}<>「」『』".contains(c));
        let (before, after) = self.beside(token);
        mark(before) && mark(after)
    }

    /// Whether digits go on beyond the token: `0.5`, `10-20`, `8:00`.
    pub(super) fn in_number(&self, token: &Token) -> bool {
        let digit = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at)).is_some_and(|&point| self.is_digit(point))
        };
        let sign = |c: Option<char>| c.is_some_and(|c| ".,:-–/".contains(c));
        let (before, after) = self.beside(token);
        sign(before) && digit(token.start.checked_sub(2))
            || sign(after) && digit(Some(token.end + 1))
    }

    /// Whether a letter stands by itself beside an operator: `a + b`.
    pub(super) fn in_formula(&self, token: &Token) -> bool {
        let operator = |point: Option<&u32>| {
            point.and_then(|&c| char::from_u32(c)).is_some_and(|c| "+=<>×·*^√≤≥≠≈".contains(c))
        };
        let beside = |near: Option<&u32>, next: Option<&u32>| {
            operator(near) || near == Some(&(' ' as u32)) && operator(next)
        };
        let before = |far: usize| token.start.checked_sub(far).and_then(|at| self.text.get(at));
        let after = |far: usize| self.text.get(token.end + far);
        token.end - token.start == 1 && (beside(before(1), before(2)) || beside(after(0), after(1)))
    }

    /// Where a token stands between the nearest spaces.
    pub(super) fn between_spaces(&self, token: &Token) -> Range<usize> {
        let space = |&point: &u32| char::from_u32(point).is_some_and(char::is_whitespace);
        let from = token.start.saturating_sub(FAR);
        let to = (token.end + FAR).min(self.text.len());
        let start =
            self.text[from..token.start].iter().rposition(space).map_or(from, |at| from + at + 1);
        let end = self.text[token.end..to].iter().position(space).map_or(to, |at| token.end + at);
        start..end
    }

    /// Whether a token is part of an address, a handle, a path or code.
    pub(super) fn is_address(&self, token: &Token) -> bool {
        let run = &self.text[self.between_spaces(token)];
        let is = |at: usize, c: char| run.get(at) == Some(&(c as u32));
        let ascii =
            |at: usize| run.get(at).is_some_and(|&c| c < 0x80 && (c as u8).is_ascii_alphabetic());
        (0..run.len()).any(|at| {
            is(at, '@')
                || is(at, '_')
                || is(at, '{')
                || is(at, '<')
                || is(at, '\\')
                || is(at, '=')
                || is(at, ':') && is(at + 1, '/')
                || is(at, '.') && at > 0 && ascii(at - 1) && ascii(at + 1) && ascii(at + 2)
        })
    }
}
