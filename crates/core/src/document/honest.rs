//! What a token costs as it stands, in a text that is disguised elsewhere.

use std::collections::BTreeSet;

use crate::capitals::case_cost;
use crate::judge::{self, Suspect};
use crate::language::fold;
use crate::properties::{Calm, Class, Script};
use crate::speaker::word_cost;
use crate::token::{Token, seen};

use super::Document;
use super::case::State;

/// What it costs a text to have a number by itself, and each digit of it.
const NUMBER: f32 = 3.5;
const DIGIT: f32 = 3.5;
/// Digits and letters that meet in one word.
pub(super) const GLUED: f32 = 3.0;
/// A code or symbol, as foreign words often are, and each letter or digit of it.
pub(super) const CODE: f32 = 3.0;
pub(super) const CODE_LETTER: f32 = 2.5;
/// A small letter by itself is no label, and seldom a variable.
const VARIABLE: f32 = 1.5;
/// So many letters and digits mix scripts for no honest reason.
const SHORT: usize = 3;
const MIXED: f32 = 9.0;

impl Document<'_> {
    /// What a token costs as it stands: a word of one of the text's languages or any other, a code,
    /// a number.
    pub(super) fn as_it_stands(&self, state: &State, token: &Token) -> f32 {
        // What is not seen is no part of a word.
        let letters = &seen(&self.model.properties, &self.text[token.start..token.end]);
        let digits = letters.iter().filter(|&&point| self.is_digit(point)).count();
        let small = letters.len() == 1 && fold(letters[0]) == letters[0];
        let code = CODE + CODE_LETTER * letters.len() as f32 + if small { VARIABLE } else { 0.0 };
        let ngrams = !self.ablation.no_ngrams;
        let word = |letters: &[u32], script: Script| {
            (0..self.model.languages.len())
                .filter(|&at| self.model.languages[at].script == script)
                .map(|at| {
                    word_cost(self.model, at, letters, ngrams).0
                        + state.mixture.cost(at).min(judge::FOREIGN_WORD)
                })
                .fold(f32::INFINITY, f32::min)
        };
        let Some(script) = token.plain_script() else {
            if digits == letters.len() {
                return NUMBER + DIGIT * digits as f32;
            }
            let own = &state.adopted;
            let suspect = Suspect { token: letters, bracketed: false, spaced: false, own };
            let cost =
                judge::honest_cost(self.model, &state.mixture, state.setting, &suspect, ngrams);
            let odd = self.oddness(letters);
            let cost = if letters.len() <= SHORT { cost.max(code + odd) } else { cost };
            return cost + GLUED * self.joints(letters) as f32;
        };
        let glued = GLUED * self.joints(letters) as f32;
        let word = word(letters, script) + case_cost(letters) + glued;
        let coded = script == Script::LATIN && (digits > 0 || letters.len() <= 2);
        if coded { word.min(code) } else { word }
    }

    /// What the odd letters of a short token cost as they stand, and its changes of script.
    fn oddness(&self, letters: &[u32]) -> f32 {
        let property = |&point: &u32| self.model.properties.get(point);
        let strange = |point: &&u32| {
            let one = property(point);
            one.calm() == Calm::Odd || one.is_letter() && !Script::TARGETS.contains(&one.script())
        };
        let odd = letters.iter().filter(strange).count();
        let scripts: BTreeSet<Script> = letters
            .iter()
            .filter(|&point| property(point).is_letter())
            .map(|point| property(point).script())
            .collect();
        judge::ODD_LETTER * odd as f32 + MIXED * scripts.len().saturating_sub(1) as f32
    }

    /// How often letters and digits meet in a word.
    pub(super) fn joints(&self, word: &[u32]) -> usize {
        word.windows(2).filter(|pair| self.is_digit(pair[0]) != self.is_digit(pair[1])).count()
    }

    pub(super) fn is_digit(&self, point: u32) -> bool {
        point < 0x80 && self.model.properties.get(point).class() == Class::Digit
    }
}
