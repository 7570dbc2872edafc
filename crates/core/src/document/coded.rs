//! What is no prose: a part of an address, a path, a file name, a tag, an expression, a number.

use std::collections::HashSet;
use std::ops::Range;

use crate::language::fold;
use crate::properties::Class;
use crate::shaping::Shaping;
use crate::token::{Token, code_point_end};

use super::Document;
use super::shaped::is_code;

/// What joins a number to what it counts or is counted by.
const BESIDE_NUMBERS: &str = "%°$€£#+/:-*^'’×=";
/// The longest notation of a code point: `U+10FFFF`.
const LONGEST_CODE_POINT: usize = 8;
/// How many characters a code has at least that names begin or end with.
const SHORTEST_NAME: usize = 4;
const QUOTES: &str = "\"'“”„‘’«»";
/// What stands in no run of prose, whatever it joins.
const OF_CODE: &str = "\\{}=_<>~&#@";

impl Document<'_> {
    /// Takes away the suspicion from tokens whose shapes are those of code, wherever they stand: a
    /// variable or a package is named in prose too.
    pub(super) fn leave_codes(&mut self) {
        if !self.tokens.iter().any(|token| token.shaped) {
            return;
        }
        let named = |token: &Token| -> Vec<u32> {
            self.text[token.start..token.end].iter().map(|&c| fold(c)).collect()
        };
        let is_coded = |token: &&Token| {
            let letters = &self.text[token.start..token.end];
            letters.iter().any(|&c| !self.is_wordly(c))
                && letters.iter().any(|&c| self.is_wordly(c))
                && (is_code(self.text, token) || self.is_coded(token, &Shaping::default()))
        };
        let codes: HashSet<Vec<u32>> = self.tokens.iter().filter(is_coded).map(named).collect();
        // And it is so in the names that begin or end with it: apache2, libapache2.
        let holds_code = |token: &Token| {
            let name = named(token);
            let parts = SHORTEST_NAME.min(name.len())..=name.len();
            parts.into_iter().any(|size| {
                codes.contains(&name[..size]) || codes.contains(&name[name.len() - size..])
            })
        };
        let is_coded: Vec<bool> =
            self.tokens.iter().map(|token| token.shaped && holds_code(token)).collect();
        for (token, is_coded) in self.tokens.iter_mut().zip(is_coded) {
            token.shaped &= !is_coded;
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
        let code_point =
            |start: usize| code_point_end(self.text, start).is_some_and(|end| token.end <= end);
        if (token.start.saturating_sub(LONGEST_CODE_POINT)..=token.start).any(code_point) {
            return true;
        }
        if self.is_assigned(token) || self.is_dollar_name(token) || self.is_bracketed_name(token) {
            return true;
        }
        let Range { start, end } = self.between_spaces(token);
        if is_option(&self.text[start..end]) || is_conversion(&self.text[start..end]) {
            return true;
        }
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

    /// Whether a token is a variable that a dollar sign marks: in the braces of a template
    /// (`{ $count }`), between quotation marks (`"$file$"`), or named in camel case (`$tabCount`).
    fn is_dollar_name(&self, token: &Token) -> bool {
        let dollar = |point: Option<&u32>| point == Some(&u32::from('$'));
        let letters = &self.text[token.start..token.end];
        let (starts, ends) = (dollar(letters.first()), dollar(letters.last()));
        if !starts {
            return false;
        }
        let is = |point: u32, set: &str| char::from_u32(point).is_some_and(|c| set.contains(c));
        let class = |point: u32| self.model.properties.get(point).class();
        let (before, after) = (&self.text[..token.start], &self.text[token.end..]);
        let template = before.iter().rev().find(|&&point| class(point) != Class::Space);
        let quoted = before.last().is_some_and(|&point| is(point, QUOTES))
            && after.first().is_some_and(|&point| is(point, QUOTES));
        let humps = |pair: &[u32]| class(pair[0]) == Class::Lower && class(pair[1]) == Class::Upper;
        template.is_some_and(|&point| is(point, "{"))
            || ends && quoted
            || letters.windows(2).any(humps)
    }

    /// Whether a token is a name that ends in a number, in square brackets by itself (`[note1]`), or the
    /// key of a list (`['week1']`).
    fn is_bracketed_name(&self, token: &Token) -> bool {
        let is = |point: Option<&u32>, set: &str| {
            point.and_then(|&c| char::from_u32(c)).is_some_and(|c| set.contains(c))
        };
        let letters = &self.text[token.start..token.end];
        let (before, after) = (&self.text[..token.start], &self.text[token.end..]);
        let quoted = is(before.last(), "'\"")
            && before.last() == after.first()
            && is(before.iter().rev().nth(1), "[")
            && is(after.get(1), "]");
        let digits = letters.iter().rev().take_while(|&&point| self.is_digit(point)).count();
        let numbered =
            digits > 0 && letters[..letters.len() - digits].iter().all(|&c| self.is_wordly(c));
        quoted || numbered && is(before.last(), "[") && is(after.first(), "]")
    }

    /// Whether a name that ends on a sign, as variables of Basic do, or an attribute that starts with a
    /// full stop is given a value: `url$ = `, `.label2 = `.
    fn is_assigned(&self, token: &Token) -> bool {
        const SPACE: u32 = ' ' as u32;
        const STOP: u32 = '.' as u32;
        let blank = |point: &u32| self.model.properties.get(*point).class() == Class::Space;
        let (stop, before) = match self.text[..token.start].split_last() {
            Some((&STOP, before)) => (true, before),
            _ => (false, &[][..]),
        };
        let attribute = stop && before.last().is_none_or(|point| blank(point) || *point == 0xA);
        let last = self.text[token.end - 1];
        let mut rest = self.text[token.end..].iter().skip_while(|&&point| point == SPACE);
        (attribute || !self.is_wordly(last) && !self.is_digit(last))
            && rest.next() == Some(&('=' as u32))
            && rest.next() == Some(&SPACE)
    }
}

/// Whether what stands between two spaces starts with where a program puts a value in: `%(size).1f`.
fn is_conversion(run: &[u32]) -> bool {
    let at = |at: usize| run.get(at).and_then(|&c| char::from_u32(c));
    at(0) == Some('%') && at(1).is_some_and(|c| c.is_ascii_digit() || "(.".contains(c))
}

/// Whether what stands between two spaces are options of a command: `[-v|--version]`.
fn is_option(run: &[u32]) -> bool {
    let is = |at: usize, set: &str| {
        run.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| set.contains(c))
    };
    let letter = |at: usize| {
        run.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| c.is_ascii_alphabetic())
    };
    let start = usize::from(is(0, "[({<"));
    let opens = |at: usize| is(at, "-") && (letter(at + 1) || is(at + 1, "-") && letter(at + 2));
    opens(start) && (start + 1..run.len()).any(|at| is(at, "|/,") && opens(at + 1))
}
