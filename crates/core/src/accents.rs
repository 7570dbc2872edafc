//! Accents that belong to no word: is there one orthography that writes a text's accents?
//!
//! Honest text quotes names and words of others, so that nearly all is enough; and it may still mix
//! several, so this only says where to look closer; what the words say of each accent decides
//! (`document/`). Attacks on language models of this kind: Eger et al.
//! 2019 ("Text Processing Like Humans Do"), Boucher et al. 2022 ("Bad Characters").

use std::collections::{BTreeMap, BTreeSet};

use crate::alphabet::{Alphabets, Possible};
use crate::language::{compose, composed, fold, folded, word_hash};
use crate::model::Model;
use crate::properties::{Class, Properties, Script};
use crate::token::seen;
use crate::traits::{ACCENTED, MARK};

/// Letters asked about lately; a power of two.
const RECENT: usize = 64;

/// Goes over a text's letters and remembers which orthographies could have written them all, script
/// by script: a text may well quote another one.
pub(crate) struct Accents<'a> {
    alphabets: &'a Alphabets,
    recent: [u32; RECENT],
    last: u32,
    possible: [Option<Possible>; 3],
}

impl<'a> Accents<'a> {
    pub fn new(alphabets: &'a Alphabets) -> Accents<'a> {
        Accents { alphabets, recent: [0; RECENT], last: 0, possible: Default::default() }
    }

    /// Takes the next letter or mark of the text into account; `script` is that of the letter, or
    /// of the one that the mark stands on, and `mark` says which of the two it is.
    #[inline]
    pub fn see(&mut self, point: u32, script: Script, mark: bool) {
        if mark {
            self.put_on(point, script);
            return;
        }
        self.last = point;
        if self.recent[point as usize % RECENT] != point {
            self.recent[point as usize % RECENT] = point;
            if bare(point).is_some() {
                self.keep(point, script);
            }
        }
    }

    /// A mark is part of a letter where Unicode has that letter, and else one of its own.
    fn put_on(&mut self, mark: u32, script: Script) {
        match compose(self.last, mark) {
            Some(both) => {
                self.last = both;
                self.keep(self.last, script);
            }
            None => self.keep(mark, script),
        }
    }

    /// Takes an accented letter of `script` into account.
    pub fn keep(&mut self, point: u32, script: Script) {
        let place = usize::from(script.0.wrapping_sub(Script::LATIN.0));
        let Some(possible) = self.possible.get_mut(place) else { return };
        let possible = possible.get_or_insert_with(|| self.alphabets.all());
        self.alphabets.keep(possible, point);
    }

    /// Whether no orthography writes all those of some script.
    pub fn are_strange(&self) -> bool {
        self.possible.iter().flatten().any(|possible| !possible.any())
    }
}

/// The share of a text's accented letters that one orthography writes at least where the others are
/// those of foreign names and words.
const NEARLY_ALL: f32 = 0.8;

/// Whether the accents of a text's letters, of the scripts that can be read into, are of no one
/// orthography.
pub(crate) fn are_strange(model: &Model, text: &[u32]) -> bool {
    if model.traits.any(text) & (ACCENTED | MARK) == 0 {
        return false;
    }
    let mut accents = Accents::new(&model.alphabets);
    each(model, text, |point, script, mark| accents.see(point, script, mark));
    accents.are_strange() && are_many(model, text)
}

/// Whether more of them than names and words of others have are of no one orthography.
pub(crate) fn are_many(model: &Model, text: &[u32]) -> bool {
    counts(model, text).into_iter().any(|counts| {
        let all: usize = counts.values().sum();
        (model.alphabets.best(counts.into_iter()).1 as f32) < NEARLY_ALL * all as f32
    })
}

/// The accented letters and loose marks of a text that the orthography does not have which has the
/// most of them.
pub(crate) fn foreign(model: &Model, text: &[u32]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    for counts in counts(model, text) {
        let (best, _) = model.alphabets.best(counts.iter().map(|(&point, &count)| (point, count)));
        found.extend(counts.into_keys().filter(|&point| !model.alphabets.writes(best, point)));
    }
    found
}

/// How often each accented letter or loose mark stands, script by script; marks that show how the text's
/// words are stressed are none of its spelling.
fn counts(model: &Model, text: &[u32]) -> [BTreeMap<u32, usize>; 3] {
    let mut counts: [BTreeMap<u32, usize>; 3] = Default::default();
    let mut loose: [Loose; 3] = Default::default();
    let mut last = 0;
    each(model, text, |point, script, mark| {
        let at = usize::from(script.0 - Script::LATIN.0);
        let counts = &mut counts[at];
        let both = mark.then(|| compose(last, point)).flatten();
        if mark && both.is_none() {
            loose[at].see(point, is_tonal(point) && is_vowel(&model.properties, last));
        }
        if let Some(both) = both {
            // What the letter bears already was counted.
            if let Some(count) = counts.get_mut(&last) {
                *count -= 1;
            }
            last = both;
        } else if !mark {
            last = point;
        }
        let shown = if mark && both.is_none() { point } else { last };
        if mark || bare(shown).is_some() {
            *counts.entry(shown).or_default() += 1;
        }
    });
    for (counts, loose) in counts.iter_mut().zip(loose) {
        if loose.is_stress() {
            counts.retain(|point, _| !loose.kinds.contains(point));
        }
    }
    counts
}

/// The marks on a script's letters that are part of no letter.
#[derive(Default)]
struct Loose {
    kinds: BTreeSet<u32>,
    count: usize,
    /// One shows neither stress, length nor tone.
    other: bool,
}

impl Loose {
    fn see(&mut self, mark: u32, on_vowel: bool) {
        self.kinds.insert(mark);
        self.count += 1;
        self.other |= !on_vowel;
    }

    /// Whether they are one mark or two, over and over on vowels, as dictionaries show stress.
    fn is_stress(&self) -> bool {
        const KINDS: usize = 2;
        const LEAST: usize = 3;
        !self.other && self.kinds.len() <= KINDS && self.count >= LEAST
    }
}

/// Goes over the letters of scripts that can be read into and the marks on them, each with the letter's
/// script, and whether it is a mark.
fn each(model: &Model, text: &[u32], mut see: impl FnMut(u32, Script, bool)) {
    let mut base = Script::COMMON;
    for &point in text {
        let property = model.properties.get(point);
        let mark = property.class() == Class::Mark;
        if !mark {
            base = property.script();
        }
        if Script::TARGETS.contains(&base) {
            see(point, base, mark);
        }
    }
}

/// Whether a token bears accents, and no language has it as a word.
pub(crate) fn are_in_no_word(model: &Model, token: &[u32]) -> bool {
    let letters = composed(&seen(&model.properties, token));
    let word = || letters.iter().flat_map(|&letter| folded(letter)).collect::<Vec<u32>>();
    letters.iter().any(|&letter| is_accented(&model.properties, letter))
        && model.lexicon.get(word_hash(word())).is_none()
}

/// Whether a code point, of a text put together (NFC), shows an accent.
pub(crate) fn is_accented(properties: &Properties, point: u32) -> bool {
    let property = properties.get(point);
    match property.class() {
        Class::Mark => property.script() == Script::INHERITED,
        _ => Script::TARGETS.contains(&property.script()) && bare(point).is_some(),
    }
}

/// The letter without its accents, if it has any.
pub(crate) fn bare(letter: u32) -> Option<u32> {
    let mut first = None;
    let mut parts = 0;
    unicode_normalization::char::decompose_canonical(char::from_u32(letter)?, |c| {
        first.get_or_insert(c);
        parts += 1;
    });
    first.filter(|_| parts > 1).map(u32::from)
}

/// How many accents a letter shows.
pub(crate) fn count(letter: u32) -> usize {
    let mut parts = 0usize;
    if let Some(c) = char::from_u32(letter) {
        unicode_normalization::char::decompose_canonical(c, |_| parts += 1);
    }
    parts.saturating_sub(1)
}

/// Whether a letter is a vowel, on which stress, length and tone are marked.
pub(crate) fn is_vowel(properties: &Properties, letter: u32) -> bool {
    const VOWELS: &str = "aeiouyæœøαεηιουωаеиоуъыэюяіїєѣѫ";
    let base = bare(letter).unwrap_or(letter);
    properties.get(base).is_letter()
        && char::from_u32(fold(base)).is_some_and(|c| VOWELS.contains(c))
}

/// Grave, acute, circumflex, tilde, macron, breve, caron, the double grave and inverted breve of South
/// Slavic verse, a line above, and the dot and line below of West African vowels.
pub(crate) fn is_tonal(mark: u32) -> bool {
    matches!(mark, 0x300..=0x304 | 0x306 | 0x30C | 0x30D | 0x30F | 0x311 | 0x323 | 0x329 | 0x331)
}
