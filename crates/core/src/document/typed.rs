//! What a word with digits or signs in it costs as it was typed: as a number, a measure, a code,
//! a price, a name with a number.

use crate::capitals::case_cost;
use crate::judge;
use crate::language::{Mixture, UNKNOWN_LETTER, UNKNOWN_WORD, folded, word_hash};
use crate::properties::{Class, Script};
use crate::speaker::{sign_cost, word_cost};

use super::Document;
use super::case::State;

/// What it costs a text to have a number, and each digit of it: a tenth of the numbers each.
const NUMBER: f32 = 4.7;
const DIGIT: f32 = 2.3;
/// By how much likelier than others are round numbers, and years.
const ROUND: f32 = 1.2;
const YEAR: f32 = 3.0;
/// A number with something short behind it, and what that costs by its length: units are of one
/// letter or two, endings may be longer.
const MEASURE: f32 = 2.5;
const UNITS: [f32; 3] = [0.0, 1.0, 2.5];
const UNIT_LETTER: f32 = 2.5;
/// The units of which several are written together, each with its number.
const TIMES: [&str; 5] = ["d", "h", "m", "min", "s"];
/// A word and a number that are written together.
const JOIN: f32 = 4.0;
/// A code, each capital, small letter and digit of it, and each further change between letters
/// and digits.
const CODE: f32 = 6.0;
const CODE_CAPITAL: f32 = 2.5;
const CODE_SMALL: f32 = 3.0;
const CODE_DIGIT: f32 = 2.3;
const CODE_JOIN: f32 = 1.0;
/// A capital and a digit: sizes of paper, vitamins, roads.
const LABEL: f32 = 9.0;
/// A digit or two inside a small word, or before more than an ending, and how many letters at least
/// make it no code.
const INSIDE: f32 = 3.0;
const NUMERAL: usize = 3;
const ENDING: usize = 4;
const PROSE: usize = 5;
/// A currency sign before its number, and an at sign before a name.
const PRICE: f32 = 1.0;
const HANDLE: f32 = 5.0;
/// A sign by itself.
const LONE_SIGN: f32 = 7.0;
/// A bracket that is closed again: `word(s)`.
const BRACKET: f32 = 3.0;
/// Any other sign in a word.
const ODD_SIGN: f32 = 7.0;
/// An at sign for an ending, and how long what stands before a last one is at least.
const INCLUSIVE: f32 = 1.0;
const SHORTEST_STEM: usize = 3;
/// A formula, and each operator in it.
const FORMULA: f32 = 4.0;
const OPERATOR: f32 = 1.5;
/// Empty brackets at the end, as code has them.
const CALL: f32 = 3.0;

impl Document<'_> {
    /// -ln of how likely someone typed this who meant what stands there.
    pub(super) fn as_typed(&self, state: &State, token: &[u32]) -> f32 {
        let mut cost = 0.0;
        let token = match token {
            [name @ .., open, close]
                if matches!(
                    (char::from_u32(*open), char::from_u32(*close)),
                    (Some('('), Some(')')) | (Some('['), Some(']'))
                ) =>
            {
                cost += CALL;
                name
            }
            all => all,
        };
        if let Some(word) = self.inclusive(state, token) {
            return word;
        }
        let is_sign = |point: u32| !self.is_wordly(point) && !self.is_digit(point);
        if let Some(formula) = self.formula(token) {
            return formula;
        }
        let mut first = true;
        for part in token.chunk_by(|&a, &b| is_sign(a) == is_sign(b)) {
            cost += if !is_sign(part[0]) {
                self.part(state, part)
            } else if let &[sign] = part {
                let beside = if first { token.get(1) } else { token.last() };
                let number = beside.is_some_and(|&point| self.is_digit(point));
                match char::from_u32(sign) {
                    _ if token.len() == 1 => LONE_SIGN,
                    Some('$' | '€' | '£' | '¥' | '¢' | '§') if number => PRICE,
                    Some('$') => ODD_SIGN,
                    Some('@') if first => HANDLE,
                    Some('(') if !first && token.contains(&(')' as u32)) => BRACKET,
                    _ => sign_cost(sign, first),
                }
            } else {
                part.iter().map(|&sign| sign_cost(sign, first)).sum()
            };
            first = false;
        }
        cost
    }

    /// No less than what a word of ASCII costs as it was typed, whatever the text's languages are.
    pub(super) fn dearest_typed(&self, token: &[u32]) -> f32 {
        if token.iter().all(|&point| self.is_wordly(point)) {
            return f32::INFINITY;
        }
        let is_sign = |point: u32| !self.is_wordly(point) && !self.is_digit(point);
        let mut cost = if is_sign(*token.last().unwrap_or(&0)) { CALL } else { 0.0 };
        let mut formula = 0.0;
        for part in token.chunk_by(|&a, &b| is_sign(a) == is_sign(b)) {
            if is_sign(part[0]) {
                cost += ODD_SIGN.max(LONE_SIGN) * part.len() as f32;
                formula = FORMULA + CODE_SMALL * token.len() as f32;
                continue;
            }
            let runs: Vec<&[u32]> =
                part.chunk_by(|&a, &b| self.is_digit(a) == self.is_digit(b)).collect();
            let letters = part.iter().filter(|&&point| !self.is_digit(point)).count() as f32;
            cost += if runs.iter().any(|run| self.is_digit(run[0])) {
                let digits = part.len() as f32 - letters;
                let code = CODE_CAPITAL.max(CODE_SMALL) * letters + CODE_DIGIT * digits;
                let joints = (runs.len() - 1) as f32;
                (CODE + code + CODE_JOIN * joints + INSIDE).min(self.measure(&runs))
            } else {
                UNKNOWN_WORD + UNKNOWN_LETTER * letters + Mixture::DEAREST + case_cost(part)
            };
        }
        cost.max(formula)
    }

    /// A word that ends on an at sign for both of the endings that tell its gender (`tod@s`).
    fn inclusive(&self, state: &State, token: &[u32]) -> Option<f32> {
        let plural = token.last() == Some(&('s' as u32));
        let at = token.len().checked_sub(1 + usize::from(plural))?;
        let others = token.iter().enumerate().filter(|&(place, _)| place != at);
        let sole = token[at] == '@' as u32 && { others }.all(|(_, &c)| self.is_wordly(c));
        if !sole || at < if plural { 1 } else { SHORTEST_STEM } {
            return None;
        }
        let ending = |letter: char| {
            let mut word = token.to_vec();
            word[at] = letter as u32;
            self.is_known(&word).then(|| self.as_word(state, &word))
        };
        Some(ending('a')?.max(ending('o')?) + INCLUSIVE)
    }

    /// Numbers and short names with operators between them.
    fn formula(&self, token: &[u32]) -> Option<f32> {
        let operator =
            |&c: &u32| char::from_u32(c).is_some_and(|c| "|^<>+*()[]{}=~&-/".contains(c));
        let (mut names, mut cost) = (0, FORMULA);
        for part in token.chunk_by(|a, b| operator(a) == operator(b)) {
            if operator(&part[0]) {
                cost += OPERATOR * part.len() as f32;
                continue;
            }
            let digits = part.iter().all(|&c| self.is_digit(c));
            // One letter, maybe numbered.
            let name = self.is_wordly(part[0]) && part[1..].iter().all(|&c| self.is_digit(c));
            if !digits && !name {
                return None;
            }
            names += 1;
            cost += if digits { CODE_DIGIT } else { CODE_SMALL } * part.len() as f32;
        }
        (names > 1).then_some(cost)
    }

    /// What letters and digits in a row cost.
    fn part(&self, state: &State, part: &[u32]) -> f32 {
        let runs: Vec<&[u32]> =
            part.chunk_by(|&a, &b| self.is_digit(a) == self.is_digit(b)).collect();
        let joints = (runs.len() - 1) as f32;
        let together: f32 = runs
            .iter()
            .map(|run| if self.is_digit(run[0]) { number(run) } else { self.as_word(state, run) })
            .sum();
        let mut cost = together + JOIN * joints;
        if runs.iter().any(|run| self.is_digit(run[0])) {
            let each = |&point: &u32| match self.model.properties.get(point).class() {
                Class::Digit => CODE_DIGIT,
                Class::Upper => CODE_CAPITAL,
                _ => CODE_SMALL,
            };
            if let &[letter, digit] = part
                && self.is_digit(digit)
                && self.model.properties.get(letter).class() == Class::Upper
            {
                cost = cost.min(LABEL);
            }
            let more = CODE_JOIN * (joints - 1.0).max(0.0);
            cost = cost.min(CODE + part.iter().map(each).sum::<f32>() + more);
        }
        let small = |run: &&[u32]| {
            run.last().is_some_and(|&c| self.model.properties.get(c).class() == Class::Lower)
        };
        let letters: usize =
            runs.iter().filter(|run| !self.is_digit(run[0])).map(|run| run.len()).sum();
        let inside = (0..runs.len()).any(|at| {
            self.is_digit(runs[at][0])
                && runs[at].len() < NUMERAL
                && (at == 0 || small(&runs[at - 1]))
                && runs.get(at + 1).is_some_and(|run| at > 0 && small(run) || run.len() > ENDING)
        });
        if inside && letters >= PROSE {
            cost += INSIDE;
        }
        cost.min(self.measure(&runs))
    }

    /// Whether a token is a number with a unit.
    pub(super) fn is_measure(&self, token: &[u32]) -> bool {
        let runs: Vec<&[u32]> =
            token.chunk_by(|&a, &b| self.is_digit(a) == self.is_digit(b)).collect();
        !token.is_empty() && self.measure(&runs).is_finite()
    }

    /// What a number with a unit costs, or several: `5kg`, `1h30min`.
    fn measure(&self, runs: &[&[u32]]) -> f32 {
        let fits = runs.len().is_multiple_of(2) && self.is_digit(runs[0][0]);
        let time = |run: &[u32]| {
            let unit = run.iter().map(|&c| char::from_u32(c));
            TIMES.iter().any(|time| unit.clone().eq(time.chars().map(Some)))
        };
        if !fits || runs.len() > 2 && !runs.chunks_exact(2).all(|pair| time(pair[1])) {
            return f32::INFINITY;
        }
        let unit = |run: &[u32]| {
            let length = run.len().min(UNITS.len() - 1);
            UNITS[length] + UNIT_LETTER * (run.len() - length) as f32
        };
        let further =
            runs.chunks_exact(2).skip(1).map(|pair| DIGIT * pair[0].len() as f32 + unit(pair[1]));
        number(runs[0]) + MEASURE + unit(runs[1]) + further.sum::<f32>()
    }

    /// What a word costs: of the text's languages, of any other, of none.
    pub(super) fn as_word(&self, state: &State, letters: &[u32]) -> f32 {
        let ngrams = !self.ablation.no_ngrams;
        let own = state
            .mixture
            .leading(self.model, Script::LATIN, 2)
            .map(|at| word_cost(self.model, at, letters, ngrams).0 + state.mixture.cost(at))
            .fold(f32::INFINITY, f32::min);
        let word: Vec<u32> = letters.iter().flat_map(|&letter| folded(letter)).collect();
        let other = self.model.lexicon.get(word_hash(word.iter().copied())).map_or(
            f32::INFINITY,
            |entry| {
                (0..self.model.languages.len())
                    .filter_map(|at| {
                        let place = state.mixture.cost(at).min(judge::FOREIGN_WORD);
                        entry.cost(at).map(|cost| cost + place)
                    })
                    .fold(f32::INFINITY, f32::min)
            },
        );
        let none =
            UNKNOWN_WORD + UNKNOWN_LETTER * letters.len() as f32 + state.mixture.unknown_cost();
        own.min(other).min(none) + case_cost(letters)
    }
}

/// Whether a number is like a year of the last few centuries or this one.
pub(super) fn is_year(digits: &[u32]) -> bool {
    let is = |at: usize, digit: char| digits.get(at) == Some(&(digit as u32));
    digits.len() == 4 && (is(0, '2') && is(1, '0') || is(0, '1') && digits[1] >= '5' as u32)
}

/// What a number costs.
fn number(digits: &[u32]) -> f32 {
    let round = digits.len() > 1 && digits.last() == Some(&('0' as u32));
    let likelier = if is_year(digits) {
        YEAR
    } else if round {
        ROUND
    } else {
        0.0
    };
    NUMBER + DIGIT * digits.len() as f32 - likelier
}
