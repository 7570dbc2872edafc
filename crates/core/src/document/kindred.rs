//! Drawn words that share a stem or an ending: one piece of evidence, however many they are.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::judge;
use crate::language::fold;

use super::Document;
use super::case::{Best, Case};

/// A word in which one shape is drawn, or nothing but letters that run together.
pub(super) struct Drawn<'a> {
    pub case: &'a Case,
    pub best: &'a Best,
    /// Nothing in it but letters.
    pub runs: bool,
    /// What it says for disguise by itself, in nats.
    pub says: f32,
}

impl Document<'_> {
    /// What all such words say for disguise, where the other shapes say so much. A dictionary has many
    /// words of a stem (`clear`, `clearing`) and compounds with a word (`peppercorn`, `barleycorn`), a
    /// list of programs many names with the same digit at the end. And who lets letters run together
    /// does so in words that the language has.
    pub(super) fn kindred_say(&self, others: f32, mut words: Vec<Drawn<'_>>) -> f32 {
        // The loudest of each kin first; to the thousandth, so that the text's order tells equals apart.
        words.sort_by_key(|word| Reverse((1000.0 * word.says) as i64));
        let folded = |letters: &[u32]| letters.iter().map(|&c| fold(c)).collect::<Vec<u32>>();
        let (mut stems, mut endings) = (HashSet::new(), HashSet::new());
        let (mut known, mut unknown) = (0.0f32, 0.0f32);
        for Drawn { case, best, runs, says } in words {
            let Some((slot, choice)) = best.changes(0).next() else { continue };
            let token = self.slice(case);
            let end = best.end(slot, choice);
            // A digit or sign at a word's edge is no stem and no ending; and many endings have the same
            // letter, but few of them the same two.
            let (stem, ending) = match runs {
                true => (&token[..end], &token[slot.start.saturating_sub(1)..]),
                false if slot.start == 0 => (token, &token[slot.start..]),
                false if end == token.len() => (&token[..end], token),
                false => (&token[..end], &token[slot.start..]),
            };
            let (first, last) = (stems.insert(folded(stem)), endings.insert(folded(ending)));
            if first && last {
                let has_words = self.model.languages[best.language].has_words;
                let in_vain = runs && has_words && !best.parses[0].in_lexicon;
                *(if in_vain { &mut unknown } else { &mut known }) += says;
            }
        }
        known + unknown.min((others + known).max(judge::PLAYFUL))
    }
}
