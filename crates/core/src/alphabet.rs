//! Alphabets of about a thousand orthographies: is there one that writes all of these letters?

use std::cmp::Reverse;

use crate::ModelError;
use crate::bytes::{Parts, U32s};

/// The packed alphabets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alphabets {
    letters: U32s,
    sets: &'static [u8],
    width: usize,
}

/// One orthography, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Orthography(usize);

/// The orthographies that are still possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Possible(Vec<u64>);

impl Possible {
    /// Whether any orthography is left.
    pub fn any(&self) -> bool {
        self.0.iter().any(|&word| word != 0)
    }

    /// How many are left.
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }
}

impl Alphabets {
    pub fn new(section: &'static [u8]) -> Result<Alphabets, ModelError> {
        let mut parts = Parts::new("alphabe", section);
        let count = parts.number()?;
        let width = parts.number()?;
        let letters = U32s(parts.take(count * 4)?);
        let sets = parts.table(count, width * 8)?;
        Ok(Alphabets { letters, sets, width })
    }

    /// Every orthography.
    pub fn all(&self) -> Possible {
        Possible(vec![u64::MAX; self.width])
    }

    /// Keeps the orthographies that write `letter`; ASCII letters rule nothing out.
    pub fn keep(&self, possible: &mut Possible, letter: u32) {
        if letter < 0x80 {
            return;
        }
        let mut writers = self.writers(letter).into_iter().flatten();
        for word in &mut possible.0 {
            *word &= writers.next().unwrap_or(0);
        }
    }

    /// The orthography that writes the most of so many letters of each kind, and how many those are.
    pub fn best(&self, counts: impl Iterator<Item = (u32, usize)>) -> (Orthography, usize) {
        let mut counts = counts.peekable();
        if counts.peek().is_none() {
            return (Orthography(0), 0);
        }
        let mut sums = vec![0usize; self.width * 64];
        for (letter, count) in counts {
            let sets = self.writers(letter).into_iter().flatten();
            for (sums, set) in sums.chunks_exact_mut(64).zip(sets) {
                for (bit, sum) in sums.iter_mut().enumerate() {
                    *sum += count * usize::from(set >> bit & 1 == 1);
                }
            }
        }
        let best = sums.iter().enumerate().max_by_key(|&(at, &sum)| (sum, Reverse(at)));
        best.map_or((Orthography(0), 0), |(at, &sum)| (Orthography(at), sum))
    }

    /// Whether an orthography writes a letter.
    pub fn writes(&self, Orthography(at): Orthography, letter: u32) -> bool {
        let mut sets = self.writers(letter).into_iter().flatten();
        letter < 0x80 || sets.nth(at / 64).is_some_and(|set| set >> (at % 64) & 1 == 1)
    }

    /// Whether any orthography writes a letter.
    pub fn has(&self, letter: u32) -> bool {
        self.letters.find(letter).is_some()
    }

    /// The orthographies that write a letter, a bit for each in words of 64.
    fn writers(&self, letter: u32) -> Option<impl Iterator<Item = u64>> {
        let from = self.letters.find(letter)? * self.width * 8;
        let sets = self.sets.get(from..from + self.width * 8)?;
        let word =
            |bytes: &[u8]| bytes.iter().rev().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
        Some(sets.chunks_exact(8).map(word))
    }
}
