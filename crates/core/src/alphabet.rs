//! Alphabets of about a thousand orthographies: is there one that writes all of these letters?

use crate::ModelError;
use crate::bytes::{Parts, U32s};

/// The packed alphabets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Alphabets {
    letters: U32s,
    sets: &'static [u8],
    width: usize,
}

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
        let sets = parts.take(count * width * 8)?;
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
        let Some(at) = self.letters.find(letter) else {
            possible.0.fill(0);
            return;
        };
        let from = at * self.width * 8;
        for (word, bytes) in possible.0.iter_mut().zip(self.sets[from..].chunks_exact(8)) {
            let set = bytes.iter().rev().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
            *word &= set;
        }
    }
}
