//! Words with frequencies, all languages in one hashed table.

use crate::ModelError;
use crate::bytes::{Parts, U16s};
use crate::hash::{Hash, find};

/// Steps to the nat of a word's cost in the packed table.
const STEPS: f32 = 12.0;
/// Nats to the step by which a language's cost is above the cheapest language's.
const DELTA: f32 = 0.8;
/// The step that says that a language does not have the word.
const ABSENT: u8 = 15;

/// The packed lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon {
    slots: usize,
    prints: U16s,
    profiles: U16s,
    costs: &'static [u8],
    table: &'static [u8],
    width: usize,
}

/// A word that the lexicon holds: what it costs in each language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    base: f32,
    profile: &'static [u8],
}

impl Word {
    /// -ln of the word's frequency in this language, if the language has the word.
    #[inline]
    pub fn cost(&self, language: usize) -> Option<f32> {
        let pair = self.profile.get(language / 2)?;
        let step = if language.is_multiple_of(2) { pair & 15 } else { pair >> 4 };
        (step != ABSENT).then(|| self.base + f32::from(step) * DELTA)
    }

    /// The same in the language that has it most often.
    pub fn least(&self) -> f32 {
        self.base
    }
}

impl Lexicon {
    pub fn new(words: &'static [u8], profiles: &'static [u8]) -> Result<Lexicon, ModelError> {
        let mut parts = Parts::new("words", words);
        let slots = parts.number()?;
        let prints = U16s(parts.take(slots * 2)?);
        let numbers = U16s(parts.take(slots * 2)?);
        let costs = parts.take(slots)?;
        let mut parts = Parts::new("profiles", profiles);
        let count = parts.number()?;
        let width = parts.number()?;
        let table = parts.take(count * width)?;
        Ok(Lexicon { slots, prints, profiles: numbers, costs, table, width })
    }

    /// The word with this hash (of its lower-case code points), if the lexicon holds it.
    #[inline]
    pub fn get(&self, hash: Hash) -> Option<Word> {
        let slot = find(self.prints, self.slots, hash)?;
        let at = usize::from(self.profiles.get(slot)) * self.width;
        Some(Word {
            base: f32::from(*self.costs.get(slot)?) / STEPS,
            profile: self.table.get(at..at + self.width)?,
        })
    }
}
