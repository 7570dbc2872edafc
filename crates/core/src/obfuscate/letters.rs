//! Letter by letter: a glyph, several, or an accent in each one's place.

use unicode_normalization::char::compose;

use super::Maker;
use super::inverse::Glyph;
use super::kind::Kind;
use super::shapes::ShapePool;
use crate::accents::bare;
use crate::properties::Script;
use crate::{Family, Reason};

/// The marks that Unicode composes with letters of the three scripts.
const ACCENTS: [u32; 22] = [
    0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x30F,
    0x311, 0x323, 0x324, 0x325, 0x327, 0x328, 0x32D, 0x330, 0x331,
];
/// One accented letter in so many bears two.
const TWO_ACCENTS: f64 = 0.25;
/// How often an author of a scheme tries for a glyph that stands for no other letter yet.
const TRIES: usize = 8;

impl Maker<'_> {
    /// Disguises each letter of the word that the kind has something for, with this probability.
    pub fn letters(&mut self, kind: Kind, share: f64) {
        for at in 0..self.clusters.len() {
            let cluster = self.clusters[at].clone();
            let letter = self.draft.given()[cluster.start];
            match kind {
                Kind::Accent => {
                    if cluster.len() == 1 && self.bears_no_accent(letter) {
                        self.accent(cluster.start, letter, share);
                    }
                }
                Kind::Multi => self.shape(&self.tables.multi, cluster.start, letter, share),
                Kind::Leet if self.tables.leet.has(letter) => {
                    self.shape(&self.tables.leet, cluster.start, letter, share);
                }
                Kind::Scheme => {
                    if let Some(glyph) = self.by_scheme(letter, share) {
                        self.put_glyph(cluster.start, glyph);
                    }
                }
                _ => {
                    let pools = &self.tables.pools;
                    let pool = match kind {
                        Kind::Foreign => &pools.foreign,
                        Kind::Faux => &pools.faux,
                        Kind::Glyph => &pools.glyph,
                        Kind::Leet => &pools.leet,
                        _ => &pools.lookalike,
                    };
                    if pool.has(letter)
                        && self.random.chance(share)
                        && let Some(glyph) = pool.draw(letter, &mut self.random)
                    {
                        self.put_glyph(cluster.start, glyph);
                    }
                }
            }
        }
    }

    fn put_glyph(&mut self, at: usize, glyph: Glyph) {
        self.draft.put(at..at + 1, [glyph.point], glyph.family, glyph.reason);
    }

    /// What the author of this text puts for a letter, settled when the letter is first met.
    fn by_scheme(&mut self, letter: u32, share: f64) -> Option<Glyph> {
        let pool = &self.tables.pools.glyph;
        if !pool.has(letter) {
            return None;
        }
        if let Some(&settled) = self.scheme.get(&letter) {
            return settled;
        }
        let mut glyph = None;
        if self.random.chance(share) {
            let taken = |point| self.scheme.values().flatten().any(|one| one.point == point);
            glyph = (0..TRIES)
                .filter_map(|_| pool.draw(letter, &mut self.random))
                .find(|glyph| !taken(glyph.point));
        }
        self.scheme.insert(letter, glyph);
        glyph
    }

    fn bears_no_accent(&self, letter: u32) -> bool {
        let script = self.properties.get(letter).script();
        Script::TARGETS.contains(&script) && bare(letter).is_none()
    }

    fn accent(&mut self, at: usize, letter: u32, share: f64) {
        if !self.random.chance(share) {
            return;
        }
        let first = self.random.pick(&ACCENTS);
        let second = self.random.chance(TWO_ACCENTS).then(|| self.random.pick(&ACCENTS));
        let second = second.filter(|&second| second != first);
        let compose = |base: u32, mark: u32| {
            compose(char::from_u32(base)?, char::from_u32(mark)?).map(u32::from)
        };
        // Both ways of writing it are met with, and look the same.
        let composed = if self.random.chance(0.5) { compose(letter, first) } else { None };
        let (family, reason) = (Family::Accent, Reason::Accented);
        match composed {
            Some(composed) => {
                let both = second.and_then(|second| compose(composed, second));
                let rest = if both.is_some() { None } else { second };
                let glyphs = [both.unwrap_or(composed)].into_iter().chain(rest);
                self.draft.put(at..at + 1, glyphs, family, reason);
            }
            None => {
                self.draft.put(at + 1..at + 1, [first].into_iter().chain(second), family, reason);
            }
        }
    }

    fn shape(&mut self, pool: &ShapePool, at: usize, letter: u32, share: f64) {
        if pool.has(letter)
            && self.random.chance(share)
            && let Some((shape, (family, reason))) = pool.draw(letter, &mut self.random)
        {
            self.draft.put(at..at + 1, shape.iter().copied(), family, reason);
        }
    }
}
