//! What is told of a document: its edits, scheme, scripts and languages.

use std::collections::BTreeMap;

use crate::invisible::Invisible;
use crate::judge;
use crate::properties::Script;
use crate::{Edit, Family, Reading, SchemeEntry, Share};

use super::Document;
use super::case::{Case, State};

impl Document<'_> {
    pub(super) fn edit(&self, state: &State, cases: &[Case], edits: &mut Vec<Edit>) {
        let sure = |odds: f32| 1.0 / (1.0 + (-odds).exp());
        for case in cases {
            let Some(best) = &case.best else { continue };
            if !self.ablation.no_judge && case.gain < judge::CLEAR_TOKEN {
                continue;
            }
            let confidence = sure(state.odds) * sure(case.gain) * best.share;
            for &place in &case.places {
                let start = self.tokens[place].start;
                for (slot, choice) in best.changes(0) {
                    let Some((family, reason)) = choice.disguise else { continue };
                    edits.push(Edit {
                        start: start + slot.start,
                        end: start + slot.start + 1,
                        restored: string(choice.reading.as_slice()),
                        family,
                        confidence,
                        reason,
                    });
                }
            }
        }
    }

    pub(super) fn finish(&self, mut edits: Vec<Edit>, disguised: bool, state: &State) -> Reading {
        edits.sort_by_key(|edit| edit.start);
        let starts: Vec<usize> = edits.iter().map(|edit| edit.start).collect();
        let edited = |at: usize| starts.binary_search(&at).is_ok();
        let read_something = disguised && !edits.is_empty();
        edits.extend(Invisible::new(self.model, self.text).edits(read_something, edited));
        edits.sort_by_key(|edit| edit.start);
        let surest = edits.iter().map(|edit| edit.confidence).fold(0.0, f32::max);
        let odds = 1.0 / (1.0 + (-state.odds).exp());
        Reading {
            score: if edits.is_empty() { odds.min(0.5) } else { surest },
            scheme: self.scheme_entries(&edits),
            scripts: self.scripts(&edits),
            languages: self.languages(state),
            hidden: Vec::new(),
            edits,
        }
    }

    pub(super) fn scheme_entries(&self, edits: &[Edit]) -> Vec<SchemeEntry> {
        let mut counts: BTreeMap<(u32, &str), u32> = BTreeMap::new();
        for edit in edits.iter().filter(|edit| edit.family != Family::Invisible) {
            *counts.entry((self.text[edit.start], &edit.restored)).or_default() += 1;
        }
        let mut entries: Vec<SchemeEntry> = counts
            .into_iter()
            .map(|((glyph, reading), count)| SchemeEntry {
                glyph: string(&[glyph]),
                reading: reading.to_owned(),
                count,
            })
            .collect();
        entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.glyph.cmp(&b.glyph)));
        entries
    }

    pub(super) fn scripts(&self, edits: &[Edit]) -> Vec<Share> {
        let mut counts: BTreeMap<Script, usize> = BTreeMap::new();
        let mut count = |point: u32| {
            let property = self.model.properties.get(point);
            if property.is_letter()
                && !matches!(property.script(), Script::COMMON | Script::INHERITED)
            {
                *counts.entry(property.script()).or_default() += 1;
            }
        };
        let mut edits = edits.iter().peekable();
        for (at, &point) in self.text.iter().enumerate() {
            match edits.next_if(|edit| edit.start == at) {
                Some(edit) => edit.restored.chars().for_each(|c| count(c as u32)),
                None => count(point),
            }
        }
        let total: usize = counts.values().sum();
        let mut shares: Vec<Share> = counts
            .into_iter()
            .filter_map(|(script, count)| {
                let code = self.model.scripts.get(usize::from(script.0))?;
                Some(Share { code, share: count as f32 / total as f32 })
            })
            .collect();
        shares.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(b.code)));
        shares
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

fn string(points: &[u32]) -> String {
    points.iter().filter_map(|&point| char::from_u32(point)).collect()
}
