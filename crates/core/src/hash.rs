//! The hash of the packed tables: the twin of `model/hashing.py`.

const SEED: u64 = 0xCBF2_9CE4_8422_2325;
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// The state of a hash over code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Hash(pub u64);

impl Hash {
    /// The start of a word's hash.
    pub const WORD: Hash = Hash(SEED);

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

#[cfg(test)]
mod tests {
    use super::*;

    // tests/test_model.py holds the same numbers against model/hashing.py.
    #[test]
    fn agrees_with_the_builder() {
        let word = "slow".chars().fold(Hash::WORD, |hash, c| hash.push(c as u32));
        assert_eq!(word.0, 0xFCC2_59C0_BBE3_AC00);
    }
}
