//! Letters that stand one by one, as no formula has them: spaced out, or on an apostrophe.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::Family;
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::token::{LONGEST, Token, in_word};

use super::Document;

/// How many spaces at most stand between such letters, and which signs may.
const FAR: usize = 3;
/// How long such tokens are, and how many stand in a row.
const SHORT: usize = 2;
const IN_A_ROW: usize = 4;
const PARTS: &str = ".-_/|*~";

impl Document<'_> {
    /// The letters that stand one by one or in pairs, four or more in a row, a few spaces or a sign
    /// apart, at least a third of them odd.
    pub(super) fn spaced(&self) -> BTreeSet<usize> {
        let short = |token: &Token| {
            let letters = &self.text[token.start..token.end];
            letters.len() <= SHORT && !letters.iter().any(|&point| is_operator(point))
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
            if end - at >= IN_A_ROW && odd(&self.tokens[at..end]) * 3 >= end - at {
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

    /// Whether a letter stands by itself as the variables of a formula do, in a text that has one:
    /// styled, or Greek.
    pub(super) fn is_variable(&self, letters: &[u32]) -> bool {
        let variable = |point: u32| {
            is_styled_form(self.model, point)
                || self.model.properties.get(point).script() == Script::GREEK
        };
        self.formula && matches!(letters, &[point] if variable(point))
    }

    /// Whether a short token may be one of those, told without the other tokens.
    pub(super) fn may_be_spaced(&self, place: &Range<usize>) -> bool {
        if place.len() > SHORT {
            return false;
        }
        let before = self.text[..place.start].iter().rev();
        let after = self.text[place.end..].iter();
        match (self.short_ones(before), self.short_ones(after)) {
            (Some(before), Some(after)) => before + 1 + after >= IN_A_ROW,
            _ => true,
        }
    }

    /// How many short tokens follow each other, going on from a token's end; nothing where it is not
    /// plain to see.
    fn short_ones<'t>(&self, points: impl Iterator<Item = &'t u32> + Clone) -> Option<usize> {
        let properties = &self.model.properties;
        let class = |point: u32| properties.get(point).class();
        let blank = |point: u32| matches!(class(point), Class::Space | Class::Invisible);
        let is_part = |point: u32| in_word(properties, point);
        let mut points = points.copied();
        for count in 0..IN_A_ROW {
            let between = |&point: &u32| blank(point) || !is_part(point);
            let gap: Vec<u32> = points.clone().take_while(between).take(FAR + 1).collect();
            let apostrophe =
                matches!(gap.first().copied().and_then(char::from_u32), Some('\'' | '’'));
            if gap.is_empty() && points.clone().next().is_some() || apostrophe && count == 0 {
                return None;
            }
            let near = gap.len() <= FAR && gap.iter().all(|&point| blank(point)) || gap.len() == 1;
            points.by_ref().take(gap.len()).for_each(drop);
            let run: Vec<u32> =
                points.clone().take_while(|&point| is_part(point)).take(LONGEST + 1).collect();
            // Emoji part a run, and so does its length.
            if run.contains(&0xFE0F) || run.len() > LONGEST {
                return None;
            }
            let seen = run.iter().filter(|&&point| class(point) != Class::Invisible).count();
            if !near || seen == 0 || seen > SHORT {
                return Some(count);
            }
            points.by_ref().take(run.len()).for_each(drop);
        }
        Some(IN_A_ROW)
    }
}

/// Whether an operator or relation, arrows apart, stands between spaces.
pub(super) fn has_formula(text: &[u32]) -> bool {
    const ARROWS: Range<u32> = 0x2190..0x2200;
    let space = u32::from(' ');
    text.windows(3).any(|at| {
        matches!(at, &[before, sign, after] if before == space && after == space
            && is_operator(sign) && !ARROWS.contains(&sign))
    })
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
