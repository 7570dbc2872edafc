//! Combining marks piled on letters: which ones no orthography can have put there.

use crate::properties::{Calm, Class, Properties, Property, Script};
use crate::token::is_bracketed;
use crate::{Edit, Family, Reason};

/// What a mark says against its word: one that no orthography writes, one on a digit, each one
/// past the second on a letter, one that does not compose with its letter.
const ODD: u32 = 4;
const ON_DIGIT: u32 = 4;
const STACKED: u32 = 4;
const LOOSE: u32 = 1;
/// The same among styled letters, or on nearly every letter of the word.
const AMONG_STYLED: u32 = 6;
const THROUGHOUT: u32 = 8;
/// How much must be said against a word by itself, and against a word of such a text.
const WORD: u32 = 10;
const WORD_OF_TEXT: u32 = 4;
const TEXT: u32 = 16;

const KEYCAP: u32 = 0x20E3;
const EMOJI_STYLE: u32 = 0xFE0F;
const SURE: f32 = 0.97;

/// The positions of marks that are to be dropped, in order.
fn piled(properties: &Properties, text: &[u32]) -> Vec<usize> {
    let mut dropped = Vec::new();
    let mut words: Vec<(std::ops::Range<usize>, u32)> = Vec::new();
    let mut at = 0;
    while at < text.len() {
        if properties.get(text[at]).class() != Class::Mark {
            at += 1;
            continue;
        }
        // Back to the word's start, on to its end: every word is walked once.
        let mut start = at;
        while start > 0 && in_word(properties, text[start - 1]) {
            start -= 1;
        }
        let mut end = at;
        while end < text.len() && in_word(properties, text[end]) {
            end += 1;
        }
        let against = against(properties, &text[start..end]);
        // In phonetics every mark says something.
        if against > 0 && !is_bracketed(properties, text, start..end) {
            words.push((start..end, against));
        }
        keycaps(properties, text, start..end, &mut dropped);
        at = end.max(at + 1);
    }
    let total: u32 = words.iter().map(|(_, against)| *against).sum();
    for (word, against) in words {
        if against >= WORD || (against >= WORD_OF_TEXT && total >= TEXT) {
            loose(properties, &text[word.clone()], |at, _, _| dropped.push(word.start + at));
        }
    }
    dropped.sort_unstable();
    dropped.dedup();
    dropped
}

/// The edits that drop piled marks.
pub(crate) fn edits(properties: &Properties, text: &[u32]) -> Vec<Edit> {
    let edit = |at| Edit {
        start: at,
        end: at + 1,
        restored: String::new(),
        family: Family::Combining,
        confidence: SURE,
        reason: Reason::Piled,
    };
    piled(properties, text).into_iter().map(edit).collect()
}

fn in_word(properties: &Properties, point: u32) -> bool {
    matches!(
        properties.get(point).class(),
        Class::Upper | Class::Lower | Class::Letter | Class::Mark | Class::Digit | Class::Invisible
    ) || properties.get(point).calm() == Calm::Odd
}

/// Whether a mark is of no script in particular, or of another one than its base.
pub(crate) fn is_loose(mark: Property, base: Script) -> bool {
    mark.script() == Script::INHERITED || mark.script() != base
}

/// Whether marks on this letter or digit are none that its script needs.
pub(crate) fn bears_none(point: u32, property: Property) -> bool {
    Script::TARGETS.contains(&property.script())
        || point < 0x80 && property.class() == Class::Digit
        || property.calm() == Calm::Odd
}

/// Walks the loose marks of a word: those of no script in particular, on a base of a script that
/// does not need them. Gives each one's place, its base, and how many stood there before it.
fn loose(properties: &Properties, word: &[u32], mut each: impl FnMut(usize, u32, usize)) {
    let mut base = None;
    let mut marks = 0;
    for (at, &point) in word.iter().enumerate() {
        let property = properties.get(point);
        match property.class() {
            Class::Invisible => {}
            Class::Mark => {
                if let Some((on, script)) = base
                    && is_loose(property, script)
                    && point != KEYCAP
                {
                    each(at, on, marks);
                    marks += 1;
                }
            }
            _ => {
                let bears_none = bears_none(point, property);
                base = bears_none.then_some((point, property.script()));
                marks = 0;
            }
        }
    }
}

fn against(properties: &Properties, word: &[u32]) -> u32 {
    let mut sum = 0;
    let mut composed = None;
    let mut bearing = 0;
    loose(properties, word, |at, base, before| {
        if before == 0 {
            composed = char::from_u32(base);
        }
        let next = composed
            .zip(char::from_u32(word[at]))
            .and_then(|(base, mark)| unicode_normalization::char::compose(base, mark));
        bearing += usize::from(next.is_none() && before == 0);
        sum += if next.is_none() { LOOSE } else { 0 };
        composed = next.or(composed);
        sum += if properties.get(word[at]).calm() == Calm::Odd { ODD } else { 0 };
        sum += if properties.get(base).class() == Class::Digit { ON_DIGIT } else { 0 };
        sum += if before >= 2 { STACKED } else { 0 };
    });
    // Styled alphabets are of no script; a letter of the phonetic alphabet is Latin.
    let styled = |&&point: &&u32| {
        let property = properties.get(point);
        let shown = !matches!(property.class(), Class::Mark | Class::Invisible);
        property.calm() == Calm::Odd && shown && property.script() == Script::COMMON
    };
    if sum > 0 && word.iter().filter(styled).count() > 1 {
        sum += AMONG_STYLED;
    }
    let shown = word.iter().filter(|&&point| properties.get(point).is_letter()).count();
    if bearing > 2 && bearing * 4 >= shown * 3 {
        sum += THROUGHOUT;
    }
    sum
}

/// Keycaps that stand in a word are its digits; by themselves they are emoji.
fn keycaps(
    properties: &Properties,
    text: &[u32],
    word: std::ops::Range<usize>,
    dropped: &mut Vec<usize>,
) {
    let lettered = text[word.clone()].iter().any(|&point| {
        properties.get(point).is_letter() || {
            properties.get(point).class() == Class::Symbol && properties.get(point).has_readings()
        }
    });
    for at in word.clone().filter(|&at| lettered && text[at] == KEYCAP) {
        dropped.push(at);
        if at > word.start && text[at - 1] == EMOJI_STYLE {
            dropped.push(at - 1);
        }
    }
}
