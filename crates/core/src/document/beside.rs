//! What stands beside a word that may be drawn by shapes: signs that could belong to it, numbers,
//! capitals.

use crate::math::ln;
use crate::properties::Class;
use crate::shaping::Shaping;

use super::Document;
use super::typed::is_year;

/// How many signs beside a word may belong to it.
const MOST_SIGNS: usize = 2;
/// An exclamation mark that ends a sentence, an opening bracket, and any other sign beside a word.
const EXCLAMATION: f32 = 3.0;
const BRACKET: f32 = 4.0;
const ODD_MARK: f32 = 8.0;
/// How many words inside sentences are taken to have been small, beside those of the text, and to
/// have had a capital.
const SMALL_WORDS: f32 = 5.0;
const CAPITALS: f32 = 0.5;

impl Document<'_> {
    /// How many signs right before or after a token may be letters, as the text has shown them to
    /// be or leet writes them; none where they reach to the next token.
    pub(super) fn signs_beside(&self, shaping: &Shaping, place: usize, before: bool) -> usize {
        let token = &self.tokens[place];
        let space = if before {
            token.start - place.checked_sub(1).map_or(0, |last| self.tokens[last].end)
        } else {
            self.tokens.get(place + 1).map_or(self.text.len(), |next| next.start) - token.end
        };
        let at = |far: usize| if before { token.start - 1 - far } else { token.end + far };
        let may_be_letter = |&far: &usize| {
            let point = self.text[at(far)];
            let leet =
                || shaping.has_leet() && self.model.shapes.at(&[point]).any(|shape| !shape.inner);
            !self.is_wordly(point) && !self.is_digit(point) && (shaping.has(&[point]) || leet())
        };
        let count = (0..space.min(MOST_SIGNS + 1)).take_while(may_be_letter).count();
        let ends = if before { token.start == space } else { token.end + space == self.text.len() };
        if count <= MOST_SIGNS && (count < space || ends) { count } else { 0 }
    }

    /// What the sign at `at` costs beside a word, as a mark of punctuation.
    pub(super) fn mark_cost(&self, at: usize) -> f32 {
        match char::from_u32(self.text[at]) {
            Some('!') if self.ends_sentence(at + 1) && !self.is_mark(at + 1) => EXCLAMATION,
            Some('(') => BRACKET,
            _ => ODD_MARK,
        }
    }

    /// Whether a mark of punctuation stands at `at`.
    pub(super) fn is_mark(&self, at: usize) -> bool {
        self.text.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| ".,;:?".contains(c))
    }

    /// Whether a sentence ends before `at`: what follows is no small letter.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        let class = |&point: &u32| self.model.properties.get(point).class();
        let written = |point: &&u32| {
            matches!(class(point), Class::Upper | Class::Lower | Class::Letter | Class::Digit)
        };
        let mut rest = self.text[at.min(self.text.len())..].iter().take(super::place::FAR);
        rest.find(written).is_none_or(|next| class(next) != Class::Lower)
    }

    /// Whether the word before or after a token is a number beyond doubt.
    pub(super) fn beside_number(&self, place: usize) -> bool {
        let number = |place: Option<usize>| {
            place.and_then(|place| self.tokens.get(place)).is_some_and(|token| {
                let letters = &self.text[token.start..token.end];
                letters.iter().all(|&point| self.is_digit(point))
                    && (is_year(letters) || self.in_number(token))
            })
        };
        number(place.checked_sub(1)) || number(Some(place + 1))
    }

    /// Whether a word beside a token, a space apart, has a capital that it does not owe to the start
    /// of a sentence.
    pub(super) fn beside_capital(&self, place: usize) -> bool {
        let capital = |place: usize| {
            let token = &self.tokens[place];
            !token.is_suspicious() && self.is_capitalised(place) && !self.starts_sentence(token)
        };
        let near = |a: usize, b: usize| {
            self.tokens.get(b).is_some_and(|next| {
                self.text.get(self.tokens[a].end..next.start) == Some(&[' ' as u32])
            })
        };
        place > 0 && near(place - 1, place) && capital(place - 1)
            || near(place, place + 1) && capital(place + 1)
    }

    /// Whether a token starts with a capital and goes on with a small letter.
    fn is_capitalised(&self, place: usize) -> bool {
        let token = &self.tokens[place];
        let is = |at: usize, class: Class| {
            at < token.end && self.model.properties.get(self.text[at]).class() == class
        };
        is(token.start, Class::Upper) && is(token.start + 1, Class::Lower)
    }

    /// -ln of the share of words inside sentences that have a capital.
    pub(super) fn capital_within(&self) -> f32 {
        let (mut capitals, mut all) = (CAPITALS, SMALL_WORDS);
        for (place, token) in self.tokens.iter().enumerate() {
            let second = self.text[token.start..token.end].get(1);
            let small =
                second.is_some_and(|&c| self.model.properties.get(c).class() == Class::Lower);
            if small && !token.is_suspicious() && !self.starts_sentence(token) {
                all += 1.0;
                capitals += f32::from(u8::from(self.is_capitalised(place)));
            }
        }
        -ln(capitals / all)
    }
}
