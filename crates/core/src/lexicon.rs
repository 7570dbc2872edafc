//! Words with frequencies, all languages in one hashed table.

use crate::ModelError;
use crate::bytes::Parts;
use crate::hash::Hash;

/// Steps to the nat of a word's cost in the packed table.
const STEPS: f32 = 12.0;
/// Bytes of a slot: print (u16), number of the profile (u16), cost (u8).
const SLOT: usize = 5;
/// Nats to the step by which a language's cost is above the cheapest language's.
const DELTA: f32 = 0.8;
/// The step that says that a language does not have the word.
const ABSENT: u8 = 15;

/// The packed lexicon.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexicon {
    /// Open-addressed: print, number of the profile, cost, side by side.
    slots: &'static [[u8; SLOT]],
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
        let (slots, _) = parts.take(slots * SLOT)?.as_chunks();
        let mut parts = Parts::new("profiles", profiles);
        let count = parts.number()?;
        let width = parts.number()?;
        let table = parts.table(count, width)?;
        Ok(Lexicon { slots, table, width })
    }

    /// The word with this hash (of its lower-case code points), if the lexicon holds it.
    #[inline]
    pub fn get(&self, hash: Hash) -> Option<Word> {
        let wanted = hash.print();
        let home = hash.home(self.slots.len());
        let (before, after) = self.slots.split_at_checked(home)?;
        // The table is at most 88 % full, so that an empty slot ends every search soon.
        for &[a, b, c, d, cost] in after.iter().chain(before) {
            match u16::from_le_bytes([a, b]) {
                0 => return None,
                print if print == wanted => {
                    let at = usize::from(u16::from_le_bytes([c, d])) * self.width;
                    let profile = self.table.get(at..at + self.width)?;
                    return Some(Word { base: f32::from(cost) / STEPS, profile });
                }
                _ => {}
            }
        }
        None
    }
}
