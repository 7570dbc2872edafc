//! Characters that are not seen, put between letters; messages spelt in them.

use super::Maker;
use crate::properties::Script;
use crate::{Family, Reason};

/// Characters to put between letters: those that show nothing anywhere, and those that have work
/// to do in scripts of other structure (joiners, Mongolian and Hangul controls).
pub(crate) struct Unseen {
    anywhere: &'static [u32],
    among_alike: &'static [u32],
}

pub(crate) const ZERO_WIDTH: Unseen = Unseen {
    anywhere: &[0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF],
    among_alike: &[0x200C, 0x200D, 0x34F, 0x180E],
};
pub(crate) const SOFT_HYPHEN: Unseen = Unseen { anywhere: &[0xAD], among_alike: &[] };
pub(crate) const FILLER: Unseen =
    Unseen { anywhere: &[0x3164, 0x2800], among_alike: &[0x115F, 0x1160, 0xFFA0] };

const BETWEEN: f64 = 0.5;
const SHORTEST: usize = 4;
const LONGEST: usize = 16;
const TAG: u32 = 0xE0000;

impl Maker<'_> {
    /// Puts one of these between letters, at half of the places and one at least.
    pub fn between(&mut self, unseen: &Unseen) {
        let places = self.clusters.len() - 1;
        if places == 0 {
            return;
        }
        let all = self.among_alike();
        let certain = self.random.below(places);
        for place in 0..places {
            if place == certain || self.random.chance(BETWEEN) {
                let further = if all { unseen.among_alike } else { &[] };
                let drawn = self.random.below(unseen.anywhere.len() + further.len());
                let point = match unseen.anywhere.get(drawn) {
                    Some(&point) => point,
                    None => further[drawn - unseen.anywhere.len()],
                };
                self.insert(place, [point]);
            }
        }
    }

    /// Hides a message in tag characters after a letter.
    pub fn tags(&mut self) {
        let place = self.random.below(self.clusters.len());
        let (message, length) = self.message();
        self.insert(place, message.into_iter().take(length).map(|byte| TAG + u32::from(byte)));
    }

    /// Hides a message in variation selectors, a byte in each, or strews some among the letters.
    pub fn selectors(&mut self) {
        if self.random.chance(0.5) {
            let place = self.random.below(self.clusters.len());
            let (message, length) = self.message();
            self.insert(place, message.into_iter().take(length).map(selector));
            return;
        }
        let certain = self.random.below(self.clusters.len());
        for place in 0..self.clusters.len() {
            if place == certain || self.random.chance(BETWEEN) {
                let byte = self.random.below(16) as u8;
                self.insert(place, [selector(byte)]);
            }
        }
    }

    /// Whether the word is of scripts in which no joiner has work to do.
    fn among_alike(&self) -> bool {
        let given = self.draft.given();
        self.clusters.iter().all(|cluster| {
            Script::TARGETS.contains(&self.properties.get(given[cluster.start]).script())
        })
    }

    /// Small letters and blanks.
    fn message(&mut self) -> ([u8; LONGEST], usize) {
        let mut message = [0; LONGEST];
        let length = self.random.between(SHORTEST, LONGEST);
        for byte in &mut message[..length] {
            *byte = match self.random.below(32) as u8 {
                letter @ 0..26 => b'a' + letter,
                _ => b' ',
            };
        }
        (message, length)
    }

    /// Adds what is not seen after a cluster.
    fn insert(&mut self, cluster: usize, points: impl IntoIterator<Item = u32>) {
        let at = self.clusters[cluster].end;
        self.draft.put(at..at, points, Family::Invisible, Reason::Invisible);
    }
}

/// The byte as a variation selector: sixteen of them in one block, the others in another.
fn selector(byte: u8) -> u32 {
    match u32::from(byte) {
        low @ 0..16 => 0xFE00 + low,
        high => 0xE0100 + high - 16,
    }
}
