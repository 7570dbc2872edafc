//! Combining marks piled on letters: which ones no orthography can have put there.

use std::collections::BTreeSet;

use crate::origins::Origins;
use crate::properties::{Calm, Class, Properties, Property, Script};
use crate::token::is_bracketed;
use crate::{Edit, Family, Reason};

/// What a mark says against its word: one that no orthography writes, one of another script than its
/// letter's, one on a digit or bracket, each one past the second on a letter, one that does not
/// compose with its letter.
const ODD: u32 = 4;
const FOREIGN: u32 = 4;
const ON_NO_LETTER: u32 = 4;
const STACKED: u32 = 4;
const LOOSE: u32 = 1;
/// The same among styled letters, or on nearly every letter of the word.
const AMONG_STYLED: u32 = 6;
const THROUGHOUT: u32 = 8;
/// How much must be said against a word by itself, and against a word of such a text.
const WORD: u32 = 10;
const WORD_OF_TEXT: u32 = 4;
const TEXT: u32 = 16;
/// How many different odd marks such a text has: one or two over and over are a notation.
const KINDS: usize = 3;

pub(crate) const KEYCAP: u32 = 0x20E3;
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
        while start > 0 && in_word(properties, text, start - 1) {
            start -= 1;
        }
        let mut end = at;
        while end < text.len() && in_word(properties, text, end) {
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
    let kinds: BTreeSet<u32> =
        words.iter().flat_map(|(word, _)| odd_marks(properties, &text[word.clone()])).collect();
    let total: u32 = words.iter().map(|(_, against)| *against).sum();
    for (word, against) in words {
        let as_elsewhere = against >= WORD_OF_TEXT && total >= TEXT && kinds.len() >= KINDS;
        if against >= WORD || as_elsewhere {
            loose(properties, &text[word.clone()], |at, _, _| dropped.push(word.start + at));
            // What lost its letter to a gap goes with the others.
            let mark = |&at: &usize| properties.get(text[at]).class() == Class::Mark;
            dropped.extend(word.take_while(mark));
        }
    }
    dropped.sort_unstable();
    dropped.dedup();
    dropped
}

/// The marks of a word that no orthography writes.
fn odd_marks<'a>(properties: &'a Properties, word: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
    word.iter().copied().filter(|&point| {
        let property = properties.get(point);
        property.class() == Class::Mark && property.calm() == Calm::Odd
    })
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
        origins: Origins::default(),
    };
    piled(properties, text).into_iter().map(edit).collect()
}

fn in_word(properties: &Properties, text: &[u32], at: usize) -> bool {
    let property = properties.get(text[at]);
    matches!(
        property.class(),
        Class::Upper | Class::Lower | Class::Letter | Class::Mark | Class::Digit | Class::Invisible
    ) || property.calm() == Calm::Odd
        || is_bracket(text[at])
            && text.get(at + 1).is_some_and(|&next| properties.get(next).class() == Class::Mark)
}

fn is_bracket(point: u32) -> bool {
    matches!(char::from_u32(point), Some('[' | ']' | '(' | ')' | '{' | '}' | '<' | '>'))
}

/// What a mark stands on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Base {
    point: u32,
    script: Script,
    /// Whether it is a letter or digit that needs no mark, or a bracket.
    bears_none: bool,
}

impl Base {
    /// Nothing for what is neither letter, digit nor bracket: marks are shown on such by themselves.
    pub fn new(point: u32, property: Property) -> Option<Base> {
        let bears_none = Script::TARGETS.contains(&property.script())
            || point < 0x80 && property.class() == Class::Digit
            || property.calm() == Calm::Odd
            || is_bracket(point);
        (bears_none || property.is_letter()).then(|| Base {
            point,
            script: property.script(),
            bears_none,
        })
    }

    /// Whether a mark is none that its base needs: one of no script in particular on what needs
    /// none, or one of another script.
    pub fn is_loose(self, mark: Property) -> bool {
        let own = mark.script() == self.script;
        let common = matches!(mark.script(), Script::INHERITED | Script::COMMON);
        if self.bears_none { mark.script() == Script::INHERITED || !own } else { !own && !common }
    }
}

/// Walks the loose marks of a word. Gives each one's place, its base, and how many stood there
/// before it.
fn loose(properties: &Properties, word: &[u32], mut each: impl FnMut(usize, Base, usize)) {
    let mut base: Option<Base> = None;
    let mut marks = 0;
    for (at, &point) in word.iter().enumerate() {
        let property = properties.get(point);
        match property.class() {
            Class::Invisible => {}
            Class::Mark => {
                if let Some(on) = base.filter(|on| on.is_loose(property) && point != KEYCAP) {
                    each(at, on, marks);
                    marks += 1;
                }
            }
            _ => {
                base = Base::new(point, property);
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
            composed = char::from_u32(base.point);
        }
        let next = composed
            .zip(char::from_u32(word[at]))
            .and_then(|(base, mark)| unicode_normalization::char::compose(base, mark));
        bearing += usize::from(next.is_none() && before == 0);
        sum += if next.is_none() { LOOSE } else { 0 };
        composed = next.or(composed);
        let mark = properties.get(word[at]);
        sum += if mark.calm() == Calm::Odd { ODD } else { 0 };
        let foreign = !matches!(mark.script(), Script::INHERITED | Script::COMMON);
        // Text in another encoding mixes a script's marks up with its letters.
        let at_home = |&point: &u32| {
            let property = properties.get(point);
            property.is_letter() && property.script() == mark.script()
        };
        sum += if foreign && !word.iter().any(at_home) { FOREIGN } else { 0 };
        let letter = properties.get(base.point).class() != Class::Digit && !is_bracket(base.point);
        sum += if letter { 0 } else { ON_NO_LETTER };
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

/// Keycaps that stand in a word are its digits; by themselves they are emoji, and so are those with
/// the style of emoji that number what plain words name (`option1️⃣`).
fn keycaps(
    properties: &Properties,
    text: &[u32],
    word: std::ops::Range<usize>,
    dropped: &mut Vec<usize>,
) {
    let lettered = |&point: &u32| {
        let property = properties.get(point);
        property.is_letter() || property.class() == Class::Symbol && property.has_readings()
    };
    let plain = |&point: &u32| {
        let property = properties.get(point);
        !lettered(&point) || property.is_letter() && property.calm() != Calm::Odd
    };
    let read_into = |&point: &u32| {
        lettered(&point) && Script::TARGETS.contains(&properties.get(point).script())
    };
    let plain = text[word.clone()].iter().all(plain);
    if !text[word.clone()].iter().any(lettered) {
        return;
    }
    for at in word.clone().filter(|&at| text[at] == KEYCAP) {
        let styled = at > word.start && text[at - 1] == EMOJI_STYLE;
        let digit = at > word.start + 1 && properties.get(text[at - 2]).class() == Class::Digit;
        let inside = || {
            text[word.start..at].iter().any(read_into) && text[at..word.end].iter().any(read_into)
        };
        if plain && styled && digit && !inside() {
            continue;
        }
        dropped.push(at);
        if styled {
            dropped.push(at - 1);
        }
    }
}
