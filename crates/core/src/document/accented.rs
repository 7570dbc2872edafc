//! Marks on letters that Unicode has not with them, and accents of another orthography, in a text that
//! is disguised for other reasons. One by itself may be anybody's notation; there it is one more
//! disguise, and the text's other accents are looked at as well.

use std::collections::BTreeSet;

use crate::accents::{are_in_no_word, foreign, is_accented, is_tonal, is_vowel};
use crate::language::composed;
use crate::properties::Class;
use crate::token::Token;

use super::Document;

impl Document<'_> {
    /// Puts words with such marks under suspicion, where no language has them; says whether there
    /// are any.
    pub(super) fn suspect_marks(&mut self) -> bool {
        if self.strange_accents {
            return false;
        }
        let foreign = foreign(self.model, &self.spelt);
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            if self.bears_loose_mark(token) || self.bears_one_of(&foreign, token) {
                self.tokens[at].accented = true;
                self.strange_accents = true;
            }
        }
        self.strange_accents
    }

    /// Whether a word that no language has bears accents that are foreign to the text.
    fn bears_one_of(&self, foreign: &BTreeSet<u32>, token: &Token) -> bool {
        let letters = &self.text[token.start..token.end];
        token.apart == 0
            && composed(letters).iter().any(|point| foreign.contains(point))
            && are_in_no_word(self.model, letters)
    }

    /// Stress, length and tone are shown on vowels, by a few marks.
    fn bears_loose_mark(&self, token: &Token) -> bool {
        let letters = &self.text[token.start..token.end];
        let properties = &self.model.properties;
        let is_mark = |point: u32| properties.get(point).class() == Class::Mark;
        let loose = |pair: &[u32]| {
            let honest = is_tonal(pair[1]) && (is_mark(pair[0]) || is_vowel(properties, pair[0]));
            is_mark(pair[1]) && is_accented(properties, pair[1]) && !honest
        };
        letters.iter().any(|&point| is_mark(point))
            && token.apart == 0
            && composed(letters).windows(2).any(loose)
            && are_in_no_word(self.model, letters)
    }
}
