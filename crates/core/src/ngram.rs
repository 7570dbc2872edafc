//! Character n-grams of every language: how likely a letter is after the ones before it.
//!
//! Interpolated Witten-Bell smoothing (Chen and Goodman 1998), kept as back-off; `model/ngrams.py`
//! makes the table.

use std::cell::RefCell;

use unicode_normalization::UnicodeNormalization;

use crate::ModelError;
use crate::bytes::{Parts, U16s};
use crate::hash::{Hash, find};

/// The longest n-gram.
pub(crate) const ORDER: usize = 5;
/// Stands before the first letter of a word.
pub(crate) const START: u32 = 2;
/// Stands after the last letter of a word.
pub(crate) const END: u32 = 3;

const STEPS: f32 = 16.0;
/// What the end of a word costs where the counts were taken inside words: one letter in six.
const ANY_END: f32 = 1.8;
/// What a letter costs that the language does not write.
const UNWRITTEN: f32 = 11.0;

/// The letters before the one asked for, the last one last.
pub(crate) type Context = [u32; ORDER - 1];

/// The context at the start of a word.
pub(crate) const EMPTY: Context = [0, 0, 0, START];

/// A context that nothing is known of.
pub(crate) const UNKNOWN: Context = [0; ORDER - 1];

/// The context after one more letter.
#[inline]
pub(crate) fn shifted(context: Context, letter: u32) -> Context {
    [context[1], context[2], context[3], letter]
}

/// A letter that costs more by itself is not of the language's alphabet.
const RARE: f32 = 9.5;
/// How many answers each thread remembers; 16 bytes each.
const REMEMBERED: usize = 1 << 14;

thread_local! {
    static MEMORY: RefCell<Box<[(u64, f32)]>> =
        RefCell::new(vec![(0, 0.0); REMEMBERED].into_boxed_slice());
}

/// The packed n-grams.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ngrams {
    slots: usize,
    prints: U16s,
    costs: &'static [u8],
    backs: &'static [u8],
}

impl Ngrams {
    pub fn new(section: &'static [u8]) -> Result<Ngrams, ModelError> {
        let mut parts = Parts::new("ngrams", section);
        let slots = parts.number()?;
        Ok(Ngrams {
            slots,
            prints: U16s(parts.take(slots * 2)?),
            costs: parts.take(slots)?,
            backs: parts.take(slots)?,
        })
    }

    #[inline]
    fn find(&self, hash: Hash) -> Option<usize> {
        find(self.prints, self.slots, hash)
    }

    /// -ln P(letter | context) in this language, in nats.
    ///
    /// What was asked last is remembered for each thread: beams ask the same again and again.
    pub fn cost(&self, language: usize, context: Context, letter: u32) -> f32 {
        let asked =
            context.iter().fold(Hash(self.prints.0.as_ptr() as u64), |hash, &c| hash.push(c));
        let asked = asked.push(letter).push(language as u32 + 1);
        MEMORY.with_borrow_mut(|memory| {
            let slot = &mut memory[(asked.0 >> 40) as usize % REMEMBERED];
            if slot.0 != asked.0 {
                *slot = (asked.0, self.look_up(language, context, letter));
            }
            slot.1
        })
    }

    fn look_up(&self, language: usize, context: Context, letter: u32) -> f32 {
        let start = Hash::language(language);
        if letter == END && self.find(start.push(START)).is_none() {
            return ANY_END;
        }
        let mut from = context.iter().take_while(|&&c| c == 0).count();
        let mut paid = 0.0;
        loop {
            let before = context[from..].iter().fold(start, |hash, &c| hash.push(c));
            if let Some(slot) = self.find(before.push(letter)) {
                return paid + f32::from(self.costs[slot]) / STEPS;
            }
            if from + 1 >= ORDER {
                return paid + UNWRITTEN;
            }
            if let Some(slot) = self.find(before) {
                paid += f32::from(self.backs[slot]) / STEPS;
            }
            from += 1;
        }
    }

    /// Whether the language writes this letter, more than now and then in a foreign name.
    ///
    /// The hashes' prints are short: among so many styled letters one is found by accident, so
    /// they are not asked for.
    pub fn writes(&self, language: usize, letter: u32) -> bool {
        const LAST_PLAIN: u32 = 0x24F;
        let styled = || {
            char::from_u32(letter).is_none_or(|c| !std::iter::once(c).nfkc().eq(std::iter::once(c)))
        };
        if letter > LAST_PLAIN && styled() {
            return false;
        }
        self.find(Hash::language(language).push(letter))
            .is_some_and(|slot| f32::from(self.costs[slot]) / STEPS < RARE)
    }
}
