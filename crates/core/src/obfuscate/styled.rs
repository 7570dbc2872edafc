//! Words in a stylised alphabet.

use std::ops::Range;

use super::Maker;
use super::alphabets::Alphabet;
use super::kind::Kind;
use crate::Family;

impl Maker<'_> {
    /// Writes the word in one of the kind's alphabets: any of those that write it best, if they
    /// have half of its letters.
    pub fn styled(&mut self, kind: Kind) {
        let alphabets = &self.tables.alphabets;
        let of_kind = alphabets.partition_point(|one| one.kind < kind)
            ..alphabets.partition_point(|one| one.kind <= kind);
        let alphabets = &alphabets[of_kind];
        let given = self.draft.given();
        let fitness = |alphabet: &Alphabet| -> usize {
            self.clusters.iter().map(|cluster| alphabet.fitness(given[cluster.start])).sum()
        };
        let best = alphabets.iter().map(fitness).max().unwrap_or(0);
        let (before, after) = alphabets.split_at(self.random.below(alphabets.len()));
        let Some(alphabet) = after.iter().chain(before).find(|one| fitness(one) == best) else {
            return;
        };
        let known = |at: &&Range<usize>| alphabet.glyph(given[at.start]).is_some();
        if self.clusters.iter().filter(known).count() * 2 < self.clusters.len() {
            return;
        }
        for cluster in &self.clusters {
            let at = cluster.start;
            if let Some((glyph, reason)) = alphabet.glyph(given[at]) {
                self.draft.put(at..at + 1, [glyph], Family::Stylised, reason);
            }
        }
    }
}
