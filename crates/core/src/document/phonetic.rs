//! Lists and texts in the phonetic alphabet, without slashes or brackets about them. Its letters
//! look like others, and what they spell looks like words: but it is no spelling, so that few of
//! these are known.

use std::collections::BTreeSet;

use crate::Family;
use crate::ipa::{is_letter, is_spoken};
use crate::properties::{Calm, Script};
use crate::slot::{Choice, Slot};

use super::Document;
use super::case::{Best, Case};

/// How many different phonetic letters such a text has at least.
const KINDS: usize = 6;
/// The share of its odd letters that are phonetic, at least.
const NEARLY_ALL: f32 = 0.95;
/// The share of its words that would be known ones, at most.
const KNOWN: f32 = 0.5;

impl Document<'_> {
    /// Whether the odd letters of a text are those of phonetics, and spell no words.
    pub(super) fn is_phonetic(&self, cases: &[Case]) -> bool {
        let (mut odd, mut phonetic, mut words, mut known) = (0, 0, 0, 0);
        let mut kinds: BTreeSet<u32> = BTreeSet::new();
        for case in cases {
            // What stands beside the phonetics, as words in Cyrillic letters do, says nothing of
            // them.
            let odd_letters = self.slice(case).iter().copied().filter(|&point| {
                let property = self.model.properties.get(point);
                let odd = property.is_letter() && property.calm() == Calm::Odd;
                is_letter(point) || odd && property.script() != Script::CYRILLIC
            });
            let mut any = false;
            for point in odd_letters {
                odd += 1;
                if is_letter(point) {
                    phonetic += 1;
                    kinds.insert(point);
                    any = true;
                }
            }
            words += usize::from(any);
            let is_known = case.best.as_ref().is_some_and(|best| best.parses[0].in_lexicon);
            known += usize::from(any && is_known);
        }
        kinds.len() >= KINDS
            && phonetic as f32 >= NEARLY_ALL * odd as f32
            && known as f32 <= KNOWN * words as f32
    }

    /// Whether a token has nothing but ASCII, letters of phonetics and marks that only those bear,
    /// as what stands between slashes or brackets may have.
    pub(super) fn is_transcription(letters: &[u32]) -> bool {
        letters.iter().all(|&point| point < 0x80 || is_letter(point) || is_spoken(point))
    }

    /// Whether all that a reading changes is phonetic: letters, and the marks on them.
    pub(super) fn is_phonetic_word(&self, best: &Best) -> bool {
        best.changes(0).all(|(slot, choice): (&Slot, &Choice)| {
            is_letter(slot.glyph) || matches!(choice.disguise, Some((Family::Accent, _)))
        })
    }
}
