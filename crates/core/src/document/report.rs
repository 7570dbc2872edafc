//! What is told of a document: its edits and languages.

use std::collections::BTreeSet;

use crate::invisible::Invisible;
use crate::judge;
use crate::math::exp;
use crate::origins::Origins;
use crate::{Edit, Share};

use super::case::{Best, Case, State};
use super::respelled::Respelled;
use super::{Document, Findings};

impl Document<'_> {
    pub(super) fn edit(
        &self,
        state: &State,
        cases: &[Case],
        respelled: &[Respelled],
        edits: &mut Vec<Edit>,
    ) {
        let sure = |odds: f32| 1.0 / (1.0 + exp(-odds));
        let mut read: BTreeSet<usize> = respelled.iter().map(|word| word.place).collect();
        for word in respelled.iter().filter(|word| word.gain >= judge::CLEAR_TOKEN) {
            let confidence = sure(state.odds) * sure(word.gain) * word.best.share;
            edits.extend(changes(&word.best, word.start, confidence));
        }
        for case in cases {
            let Some(best) = &case.best else { continue };
            if !self.ablation.no_judge && case.gain < judge::CLEAR_TOKEN {
                continue;
            }
            let confidence = sure(state.odds) * sure(case.gain) * best.share;
            // A token may have been weighed for more than one reason.
            for &place in case.places.iter().filter(|&&place| read.insert(place)) {
                edits.extend(changes(best, self.tokens[place].start, confidence));
            }
        }
    }

    /// Adds what is not seen, and sums up.
    pub(super) fn finish(&self, mut edits: Vec<Edit>, disguised: bool, state: &State) -> Findings {
        edits.sort_by_key(|edit| edit.start);
        let starts: Vec<usize> = edits.iter().map(|edit| edit.start).collect();
        let edited = |at: usize| starts.binary_search(&at).is_ok();
        let read_something = disguised && !edits.is_empty();
        let unseen = Invisible::new(self.model, self.text).edits(read_something, edited);
        // What stands inside a shape of several characters goes with it.
        let inside = |at: usize| {
            let before = edits.partition_point(|edit| edit.start < at);
            before > 0 && edits[before - 1].end > at
        };
        let unseen: Vec<Edit> = unseen.into_iter().filter(|edit| !inside(edit.start)).collect();
        edits.extend(unseen);
        edits.sort_by_key(|edit| edit.start);
        let sure = 1.0 / (1.0 + exp(-state.odds));
        Findings { edits, sure, languages: self.languages(state) }
    }

    pub(super) fn languages(&self, state: &State) -> Vec<Share> {
        const SEEN: f32 = 0.05;
        let mut shares: Vec<Share> = self
            .model
            .languages
            .iter()
            .zip(&state.mixture.shares)
            .filter(|&(_, &share)| share >= SEEN)
            .map(|(language, &share)| Share { code: language.code, share })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(b.code)));
        shares
    }
}

/// What was read as something else in a word that starts at `start`.
fn changes(best: &Best, start: usize, confidence: f32) -> impl Iterator<Item = Edit> {
    best.changes(0).filter_map(move |(slot, choice)| {
        let (family, reason) = choice.disguise?;
        Some(Edit {
            start: start + slot.start,
            end: start + best.end(slot, choice),
            restored: string(choice.reading.as_slice()),
            family,
            confidence,
            reason,
            origins: Origins::default(),
        })
    })
}

fn string(points: &[u32]) -> String {
    points.iter().filter_map(|&point| char::from_u32(point)).collect()
}
