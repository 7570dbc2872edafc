//! The document's own scheme: what its author put in each letter's place.
//!
//! Learned by expectation-maximisation (Dempster, Laird and Rubin 1977): reading the tokens gives
//! expected counts of glyph and letter, and the counts sharpen the next reading.

use std::collections::BTreeMap;

use crate::lattice::Letters;
use crate::math::{exp, ln};
use crate::slot::Choice;

/// How many sightings the tables' own weights are worth.
const PRIOR: f32 = 1.5;

/// Expected counts of what each glyph stood for.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Scheme {
    counts: BTreeMap<u32, BTreeMap<Letters, f32>>,
}

impl Scheme {
    /// Adds `count` sightings of `glyph` standing for `reading`.
    pub fn add(&mut self, glyph: u32, reading: Letters, count: f32) {
        *self.counts.entry(glyph).or_default().entry(reading).or_default() += count;
    }

    /// Gives the choices of a glyph the costs that the document has shown, `but` for what the token
    /// itself was read as before: no reading is evidence for itself.
    pub fn adjust(&self, but: &Scheme, glyph: u32, choices: &mut [Choice]) {
        let Some(readings) = self.counts.get(&glyph) else { return };
        let but = but.counts.get(&glyph);
        let own = |reading: &Letters| but.and_then(|one| one.get(reading)).copied().unwrap_or(0.0);
        let elsewhere = |(reading, count): (&Letters, &f32)| (count - own(reading)).max(0.0);
        let total: f32 = readings.iter().map(elsewhere).sum();
        for choice in choices.iter_mut() {
            if choice.disguise.is_none() {
                // The more it stands for others, the less for itself.
                choice.cost += ln((PRIOR + total) / PRIOR);
                continue;
            }
            let seen = readings.get_key_value(&choice.reading).map_or(0.0, elsewhere);
            let share = (PRIOR * exp(-choice.cost) + seen) / (PRIOR + total);
            choice.cost = -ln(share.max(1e-9));
        }
    }
}
