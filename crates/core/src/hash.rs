//! The hash of the packed tables: the twin of `model/hashing.py`.

const SEED: u64 = 0xCBF2_9CE4_8422_2325;
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The state of a hash over code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hash(pub u64);

impl Hash {
    /// The start of a word's hash.
    pub const WORD: Hash = Hash(SEED);

    /// The start of the hash of one language's n-grams.
    pub fn language(number: usize) -> Hash {
        Hash(SEED.wrapping_add((number as u64 + 1).wrapping_mul(STEP)))
    }

    /// The hash with one more code point.
    #[inline]
    pub fn push(self, point: u32) -> Hash {
        let mixed = (self.0 ^ u64::from(point)).wrapping_mul(STEP);
        Hash(mixed ^ (mixed >> 29))
    }

    /// Where the hash belongs in a table of `slots`.
    #[inline]
    pub fn home(self, slots: usize) -> usize {
        (((self.0 >> 32) * slots as u64) >> 32) as usize
    }

    /// What tells it from others at the same place; 0 is kept for empty slots.
    #[inline]
    pub fn print(self) -> u16 {
        match self.0 as u16 {
            0 => 1,
            print => print,
        }
    }
}

/// Finds `hash` in an open-addressed table of prints: the slot that holds it.
#[inline]
pub(crate) fn find(prints: crate::bytes::U16s, slots: usize, hash: Hash) -> Option<usize> {
    let wanted = hash.print();
    let mut at = hash.home(slots);
    // The tables are at most 88 % full, so that an empty slot ends every search soon.
    for _ in 0..slots {
        match prints.get(at) {
            0 => return None,
            print if print == wanted => return Some(at),
            _ => at = if at + 1 < slots { at + 1 } else { 0 },
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    // tests/test_model.py holds the same numbers against model/hashing.py.
    #[test]
    fn agrees_with_the_builder() {
        let word = "slow".chars().fold(Hash::WORD, |hash, c| hash.push(c as u32));
        assert_eq!(word.0, 0xFCC2_59C0_BBE3_AC00);
        let gram = "ж".chars().fold(Hash::language(3), |hash, c| hash.push(c as u32));
        assert_eq!(gram.0, 0x5E99_34E1_9097_8A60);
    }
}
