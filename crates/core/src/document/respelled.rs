//! Words drawn by shapes, read again with what the text has shown of its author's ways: among them
//! words that look honest by themselves (`clans` for dans, `135` for les, `on!` for oni).

use std::collections::BTreeMap;

use crate::Family;
use crate::judge;
use crate::properties::Script;
use crate::shaping::Shaping;

use super::Document;
use super::case::{Best, Case, State};
use super::neighbours::main_script;
use super::weigh::is_shape;

/// How often the words are read again with what they have shown.
const ROUNDS: usize = 2;
/// The gain at which one case shows by itself that letters run together to others.
const SURE: f32 = 10.0;

/// A token that was weighed once more, and settled.
pub(super) struct Respelled {
    pub place: usize,
    pub best: Best,
    pub gain: f32,
    /// Where what was read starts and ends: the token, and maybe signs beside it.
    pub start: usize,
    pub end: usize,
}

/// What is known of a text's author when the words are read again.
pub(super) struct Ways<'a> {
    pub shaping: &'a Shaping,
    /// -ln of the share of words inside sentences that have a capital.
    pub capital: f32,
}

impl Document<'_> {
    /// The tokens that have shapes in them, read by the author's ways.
    pub(super) fn respelled(&self, state: &State, cases: &[Case]) -> Vec<Respelled> {
        if !self.full || main_script(cases) != Some(Script::LATIN) {
            return Vec::new();
        }
        let clear: Vec<&Case> =
            cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN).collect();
        let mut at: BTreeMap<usize, &Case> = BTreeMap::new();
        let mut sure: BTreeMap<usize, &Case> = BTreeMap::new();
        let misprints = self.misprints(&clear);
        for (&case, misprint) in clear.iter().zip(misprints) {
            for &place in &case.places {
                at.insert(place, case);
                if !misprint {
                    sure.insert(place, case);
                }
            }
        }
        let mut shaping = self.shown(&sure, &[]);
        let capital = self.capital_within();
        let mut found = Vec::new();
        for _ in 0..ROUNDS {
            let ways = Ways { shaping: &shaping, capital };
            found = (0..self.tokens.len())
                .filter_map(|place| self.respell(state, &ways, place, at.get(&place).copied()))
                .collect();
            shaping = self.shown(&sure, &found);
        }
        found
    }

    /// For each case whether it may be a misprint: letters run together to others in it, not beyond
    /// doubt, and in no other case of a text that writes digits and signs for letters.
    fn misprints(&self, clear: &[&Case]) -> Vec<bool> {
        let has = |case: &Case, family: Family| {
            let mut changes = case.best.iter().flat_map(|best| best.changes(0));
            changes.any(|(_, choice)| choice.disguise.is_some_and(|(one, _)| one == family))
        };
        let leet = clear.iter().filter(|case| has(case, Family::Leet)).count();
        let multi = clear.iter().filter(|case| has(case, Family::Multi)).count();
        let runs = |case: &Case| {
            has(case, Family::Multi) && self.slice(case).iter().all(|&c| self.is_wordly(c))
        };
        let lone = leet > 0 && multi == 1;
        clear.iter().map(|case| lone && case.gain < SURE && runs(case)).collect()
    }

    /// What the plain words, the clear cases and what was read again show of the author's ways.
    fn shown(&self, clear: &BTreeMap<usize, &Case>, found: &[Respelled]) -> Shaping {
        let mut shaping = Shaping::new(self.shouted);
        let again: BTreeMap<usize, &Respelled> =
            found.iter().map(|word| (word.place, word)).collect();
        for (place, token) in self.tokens.iter().enumerate() {
            let letters = &self.text[token.start..token.end];
            let read = match again.get(&place) {
                Some(word) if word.gain >= judge::CLEAR_TOKEN => {
                    Some((&word.best, &self.text[word.start..word.end]))
                }
                Some(_) => None,
                None => clear.get(&place).and_then(|case| Some((case.best.as_ref()?, letters))),
            };
            match read {
                Some((best, letters)) => learn(&mut shaping, best, letters),
                None if !token.is_suspicious() => {
                    letters.iter().for_each(|&letter| shaping.meant(letter));
                }
                None => {}
            }
        }
        shaping
    }
}

/// Adds what one word that was read shows.
fn learn(shaping: &mut Shaping, best: &Best, token: &[u32]) {
    for (slot, choice) in best.taken(0) {
        let Some(&letter) = choice.reading.as_slice().first() else { continue };
        let sequence = &token[slot.start..best.end(slot, choice)];
        let lettered = |&c: &u32| u8::try_from(c).is_ok_and(|c| c.is_ascii_alphabetic());
        // Strokes have no case of their own: at the start of a word they may be either.
        let clear = choice.width == 1 || slot.start > 0 || sequence.iter().any(lettered);
        if clear {
            shaping.meant(letter);
        }
        if is_shape(&(slot, choice)) {
            shaping.drawn(sequence, letter, clear);
        }
    }
}
