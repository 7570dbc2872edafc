//! Words that the text numbers (`column1`, `column2`), as lists of arguments, sheets and names do:
//! the word stands there without a number, or with another one that goes on from it.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::language::fold;
use crate::token::Token;

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
        let mut numbers: HashMap<Vec<u32>, BTreeSet<u32>> = HashMap::new();
        for token in &self.tokens {
            let letters = &self.text[token.start..token.end];
            match self.numbered(letters) {
                Some((word, number, [])) => {
                    numbers.entry(folded(word)).or_default().insert(number);
                }
                Some(_) => {}
                None => {
                    words.insert(folded(letters));
                }
            }
        }
        let is_number = |word: &[u32], number: u32, rest: &[u32]| {
            let word = folded(word);
            let known = numbers.get(&word).filter(|known| known.contains(&number));
            let others = known.into_iter().flatten().filter(|&&other| other != number);
            // One digit may be a letter, two are hardly that.
            let mut counted = others.filter(|&&other| other.abs_diff(number) == 1 || other >= 10);
            (rest.is_empty() || known.is_some())
                && (words.contains(&word) || counted.next().is_some())
        };
        let named = |token: &Token| {
            let parts = self.numbered(&self.text[token.start..token.end]);
            parts.is_some_and(|(word, number, rest)| is_number(word, number, rest))
        };
        let is_named: Vec<bool> =
            self.tokens.iter().map(|token| token.shaped && named(token)).collect();
        for (token, is_named) in self.tokens.iter_mut().zip(is_named) {
            token.shaped &= !is_named;
        }
    }

    /// A word, the number behind it, and letters that go on; without the signs at either end.
    fn numbered<'t>(&self, token: &'t [u32]) -> Option<(&'t [u32], u32, &'t [u32])> {
        let written = |&point: &u32| self.is_wordly(point) || self.is_digit(point);
        let first = token.iter().position(written)?;
        let last = token.iter().rposition(written)?;
        let mut runs = token[first..=last].chunk_by(|&a, &b| self.is_digit(a) == self.is_digit(b));
        let (word, number, rest) = (runs.next()?, runs.next()?, runs.next().unwrap_or_default());
        let wordly = |letters: &[u32]| letters.iter().all(|&point| self.is_wordly(point));
        let fits = word.len() >= LETTERS
            && number.len() <= DIGITS
            && wordly(word)
            && wordly(rest)
            && runs.next().is_none();
        let digits = number.iter().filter_map(|&point| char::from_u32(point)?.to_digit(10));
        fits.then(|| (word, digits.fold(0, |sum, digit| sum * 10 + digit), rest))
    }
}
