//! Letters that stand one by one, as no formula has them: spaced out, or on an apostrophe.

use std::collections::BTreeSet;

use crate::Family;
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::token::Token;

use super::Document;

/// How many spaces at most stand between such letters, and which signs may.
const FAR: usize = 3;
const PARTS: &str = ".-_/|*~";

impl Document<'_> {
    /// The letters that stand one by one or in pairs, four or more in a row, a few spaces or a sign
    /// apart, at least a third of them odd.
    pub(super) fn spaced(&self) -> BTreeSet<usize> {
        let short = |token: &Token| {
            let letters = &self.text[token.start..token.end];
            letters.len() <= 2 && !letters.iter().any(|&point| is_operator(point))
        };
        let near = |pair: &[Token]| {
            let gap = &self.text[pair[0].end..pair[1].start];
            let class = |point: u32| self.model.properties.get(point).class();
            let blank = |&point: &u32| matches!(class(point), Class::Space | Class::Invisible);
            let parted =
                matches!(gap, [sign] if char::from_u32(*sign).is_some_and(|c| PARTS.contains(c)));
            gap.len() <= FAR && gap.iter().all(blank) || parted
        };
        let mut found = BTreeSet::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let mut end = at + 1;
            while end < self.tokens.len()
                && short(&self.tokens[end])
                && short(&self.tokens[end - 1])
                && near(&self.tokens[end - 1..=end])
            {
                end += 1;
            }
            let odd = |run: &[Token]| run.iter().filter(|one| self.is_out_of_place(one)).count();
            if end - at >= 4 && odd(&self.tokens[at..end]) * 3 >= end - at {
                found.extend(at..end);
            }
            at = end;
        }
        found.extend((0..self.tokens.len()).filter(|&number| self.is_elided(number)));
        found
    }

    /// Whether a token has an odd glyph that is no letter of the phonetic alphabet.
    fn is_out_of_place(&self, token: &Token) -> bool {
        self.text[token.start..token.end].iter().any(|&point| {
            let property = self.model.properties.get(point);
            let latin = property.is_letter() && property.script() == Script::LATIN;
            let phonetic = latin && !is_styled_form(self.model, point);
            property.calm() == Calm::Odd && property.class() != Class::Invisible && !phonetic
        })
    }

    /// Whether a letter by itself hangs on an apostrophe (`l'eau`, `it's`), as no formula does.
    pub(super) fn is_elided(&self, number: usize) -> bool {
        let apostrophe = |at: usize| {
            matches!(self.text.get(at).copied().and_then(char::from_u32), Some('\'' | '’'))
        };
        let Token { start, end, .. } = self.tokens[number];
        let letter = |at: usize| {
            self.text.get(at).is_some_and(|&point| self.model.properties.get(point).is_letter())
        };
        end - start == 1
            && (apostrophe(end) && letter(end + 1)
                || start >= 2 && apostrophe(start - 1) && letter(start - 2))
    }
}

/// Whether a code point is first of all another one in a different style.
fn is_styled_form(model: &Model, point: u32) -> bool {
    model.lattice.candidates(point).next().is_some_and(|one| one.family == Family::Stylised)
}

/// Whether a code point is an operator, relation or bracket of mathematics and nothing else.
pub(super) fn is_operator(point: u32) -> bool {
    matches!(point,
        0x2190..=0x21FF | 0x2200..=0x22FF | 0x2308..=0x230B | 0x27C0..=0x27FF | 0x2900..=0x2AFF)
}
