//! Words that the text numbers (`column1`, `column2`), as lists of arguments, sheets and names do:
//! the word stands there without a number, or with another one that goes on from it.

use std::collections::{HashMap, HashSet};

use crate::language::fold;

use super::Document;

/// How many letters a word has at least, and how many digits its number has at most.
const LETTERS: usize = 3;
const DIGITS: usize = 4;

impl Document<'_> {
    /// Takes away the suspicion from words with a number behind them, which the text has shown to be
    /// one: they say nothing for disguise, and are read where others do.
    pub(super) fn leave_numbered(&mut self) {
        if !self.tokens.iter().any(|token| token.shaped) {
            return;
        }
        let folded = |letters: &[u32]| -> Vec<u32> { letters.iter().map(|&c| fold(c)).collect() };
        let mut words: HashSet<Vec<u32>> = HashSet::new();
        let mut numbers: HashMap<Vec<u32>, Vec<u32>> = HashMap::new();
        for token in &self.tokens {
            let letters = &self.text[token.start..token.end];
            match self.numbered(letters) {
                Some((word, number)) => numbers.entry(folded(word)).or_default().push(number),
                None => {
                    words.insert(folded(letters));
                }
            }
        }
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            if !token.shaped {
                continue;
            }
            let Some((word, number)) = self.numbered(&self.text[token.start..token.end]) else {
                continue;
            };
            let word = folded(word);
            let others = numbers.get(&word).map_or(&[][..], |numbers| numbers);
            // One digit may be a letter, two are hardly that.
            let counted =
                |&other: &u32| other.abs_diff(number) == 1 || other >= 10 && other != number;
            if words.contains(&word) || others.iter().any(counted) {
                self.tokens[at].shaped = false;
            }
        }
    }

    /// A word and the number behind it.
    fn numbered<'t>(&self, token: &'t [u32]) -> Option<(&'t [u32], u32)> {
        let start = token.iter().position(|&point| self.is_digit(point))?;
        let (word, number) = token.split_at(start);
        let fits = word.len() >= LETTERS
            && number.len() <= DIGITS
            && word.iter().all(|&point| self.is_wordly(point))
            && number.iter().all(|&point| self.is_digit(point));
        let digits = number.iter().filter_map(|&point| char::from_u32(point)?.to_digit(10));
        fits.then(|| (word, digits.fold(0, |sum, digit| sum * 10 + digit)))
    }
}
