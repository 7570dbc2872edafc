//! Letters of an alphabet of their own in a text that is disguised elsewhere.
//!
//! A disguise makes known words of what it touches. Letters of the text's own script that make none,
//! and that one orthography has, are a language without a lexicon beside the disguise: without this
//! one disguised line would have all of them read as their neighbours.

use std::collections::{BTreeMap, BTreeSet};

use crate::Family;
use crate::language::fold;
use crate::properties::Script;
use crate::slot::{Choice, Slot};

use super::Document;
use super::case::{Best, Case};
use super::evidence::COVERED;

/// So many different words at least show that a letter is at home.
const WORDS: usize = 2;

impl Document<'_> {
    /// The reading of a token if all that it changes are odd letters of its script; accents have
    /// judges of their own.
    fn own_letters<'c>(&self, case: &'c Case) -> Option<&'c Best> {
        let accent =
            |(_, choice): (&Slot, &Choice)| matches!(choice.disguise, Some((Family::Accent, _)));
        case.best.as_ref().filter(|best| self.is_own(best) && !best.changes(0).any(accent))
    }

    /// Settles tokens whose odd letters mostly make no known words: they stay as they are.
    pub(super) fn spare_alphabets(&self, cases: &mut [Case]) {
        // Different words that are known and unknown, and places, by letter.
        let mut seen: BTreeMap<(Script, u32), (usize, usize, usize)> = BTreeMap::new();
        for case in cases.iter() {
            let Some(best) = self.own_letters(case) else { continue };
            let glyphs: BTreeSet<u32> = best.changes(0).map(|(slot, _)| fold(slot.glyph)).collect();
            for glyph in glyphs {
                let (known, unknown, places) = seen.entry((best.script, glyph)).or_default();
                *(if best.parses[0].in_lexicon { known } else { unknown }) += 1;
                *places += case.places.len();
            }
        }
        seen.retain(|_, &mut (known, unknown, _)| unknown >= WORDS && unknown > known);
        let is_alphabet = |script: Script| {
            let own = seen.iter().filter(|((of, _), _)| *of == script);
            let counts = own.map(|(&(_, glyph), &(_, _, places))| (glyph, places));
            let all: usize = counts.clone().map(|(_, places)| places).sum();
            self.model.alphabets.best(counts).1 as f32 >= COVERED * all as f32
        };
        let alphabets: BTreeSet<Script> =
            seen.keys().map(|&(script, _)| script).filter(|&script| is_alphabet(script)).collect();
        for case in cases.iter_mut() {
            let spared = self.own_letters(case).is_some_and(|best| {
                let honest = |slot: &Slot| seen.contains_key(&(best.script, fold(slot.glyph)));
                best.changes(0).next().is_some()
                    && alphabets.contains(&best.script)
                    && best.changes(0).all(|(slot, _)| honest(slot))
            });
            if spared {
                case.gain = f32::NEG_INFINITY;
            }
        }
    }
}
