//! Draws that are the same on every platform, for the same seed.

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// A stream of draws. The generator is value-stable, and so is what is made of it here: nothing
/// but integers and exact fractions of a power of two.
pub(crate) struct Random(Pcg64Mcg);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(Pcg64Mcg::seed_from_u64(seed))
    }

    /// True with this probability: never at 0, always at 1.
    pub fn chance(&mut self, probability: f64) -> bool {
        // 53 bits are what a double holds exactly.
        const STEP: f64 = 1.0 / (1u64 << 53) as f64;
        ((self.0.next_u64() >> 11) as f64 * STEP) < probability
    }

    /// A number below `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        // The bias of a product's upper half is below 2^-32 per draw for any list of ours.
        (((self.0.next_u64() >> 32) * end as u64) >> 32) as usize
    }

    /// A number from `first` up to and including `last`.
    pub fn between(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// One of these; the list is not empty.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn the_stream_is_pinned() {
        let mut random = Random::new(7);
        let drawn: Vec<usize> = (0..8).map(|_| random.below(1000)).collect();
        assert_eq!(drawn, [689, 476, 270, 930, 291, 217, 215, 399]);
    }

    #[test]
    fn chances_are_as_asked() {
        let mut random = Random::new(1);
        assert!((0..1000).all(|_| random.chance(1.0)));
        assert!((0..1000).all(|_| !random.chance(0.0)));
        let half = (0..10_000).filter(|_| random.chance(0.5)).count();
        assert!((4_800..5_200).contains(&half), "{half}");
    }
}
