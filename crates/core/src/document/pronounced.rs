//! Pronunciations between slashes or brackets, in a text that is full of them, as dictionaries are.
//!
//! What they hold is no spelling: it is neither read nor any evidence of how the text is spelt. A
//! piece or two without stress or syllables may be anybody's, and are left to the judge.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::ipa::{is_letter, is_sign, is_spoken};
use crate::language::{fold, word_hash};
use crate::model::Model;
use crate::properties::Class;
use crate::reader::Ablation;

use super::Document;

/// How many different ones such a text has at least, and how many letters of phonetics in them.
const PIECES: usize = 3;
const KINDS: usize = 6;
/// The share of their words that would be known ones as they are spelt, at most.
const KNOWN: f32 = 0.5;
/// How many of them show beyond doubt that they are spoken, where the pieces are fewer.
const SPOKEN: usize = 2;
/// A shorter word is known in some language by chance.
const SHORTEST: usize = 4;

const SPACE: u32 = 0x20;
const DOT: u32 = 0x2E;
/// What opens a piece.
const SLASH: u32 = 0x2F;
const BRACKET: u32 = 0x5B;

/// Where the pronunciations of a text stand, if it is full of them.
pub(crate) fn pronunciations(model: &Model, text: &[u32]) -> Vec<Range<usize>> {
    if !text.iter().any(|&point| point == SLASH || point == BRACKET) {
        return Vec::new();
    }
    let pieces = pieces(model, text);
    let different: BTreeSet<&[u32]> = pieces.iter().map(|piece| &text[piece.clone()]).collect();
    let letters =
        different.iter().flat_map(|piece| piece.iter().filter(|&&point| is_letter(point)));
    let kinds = letters.collect::<BTreeSet<_>>().len();
    if kinds == 0 {
        return Vec::new();
    }
    let words = Words::of(model, text, &different);
    let is_full = different.len() >= PIECES && kinds >= KINDS || words.spoken >= SPOKEN;
    if is_full && !words.are_spelt() { pieces } else { Vec::new() }
}

/// What stands between slashes or brackets on one line, has letters of phonetics, and nothing but
/// those, its signs and ASCII.
fn pieces(model: &Model, text: &[u32]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(close) = closing(text[at]).filter(|_| opens(model, text, at)) else {
            at += 1;
            continue;
        };
        // Slashes may be doubled.
        let start = at + text[at..].iter().take_while(|&&point| point == text[at]).count();
        let length =
            text[start..].iter().take_while(|&&point| point != close && is_part(model, point));
        let end = start + length.count();
        at = end.max(at + 1);
        let inside = &text[start..end];
        let ends = text.get(end) == Some(&close) && closes(model, text, end);
        if ends && inside.iter().any(|&point| is_letter(point)) {
            found.push(start..end);
            at = end + text[end..].iter().take_while(|&&point| point == close).count();
        }
    }
    found
}

fn closing(point: u32) -> Option<u32> {
    match point {
        SLASH => Some(SLASH),
        BRACKET => Some(u32::from(']')),
        _ => None,
    }
}

/// Whether a slash may open a pronunciation: it stands by itself, unlike those of addresses and
/// paths.
fn opens(model: &Model, text: &[u32], at: usize) -> bool {
    const OF_ADDRESSES: [char; 4] = [':', '<', '.', '/'];
    text[at] != SLASH
        || at.checked_sub(1).is_none_or(|before| {
            let address = char::from_u32(text[before]).is_some_and(|c| OF_ADDRESSES.contains(&c));
            !address && !is_wordly(model, text[before])
        })
}

fn closes(model: &Model, text: &[u32], at: usize) -> bool {
    text[at] != SLASH || text.get(at + 1).is_none_or(|&after| !is_wordly(model, after))
}

fn is_wordly(model: &Model, point: u32) -> bool {
    let property = model.properties.get(point);
    property.is_letter() || property.class() == Class::Digit
}

fn is_part(model: &Model, point: u32) -> bool {
    // Greek letters that stand in for those of phonetics, and the punctuation of words.
    const OTHERS: &str = "εγ\u{a0}·‘’–…";
    let other = || char::from_u32(point).is_some_and(|c| OTHERS.contains(c));
    let unseen = || model.properties.get(point).class() == Class::Invisible;
    (0x20..0x7F).contains(&point) || is_sign(point) || other() || unseen()
}

/// What words with letters of phonetics in them look like.
#[derive(Default)]
struct Words {
    all: usize,
    /// With a stress, a tie or syllables in them, as no word has that is spelt.
    spoken: usize,
    /// Known as they are spelt, with look-alikes.
    known: usize,
}

impl Words {
    fn of(model: &Model, text: &[u32], pieces: &BTreeSet<&[u32]>) -> Words {
        let ablation = Ablation::default();
        let document = Document::of(model, &ablation, &[], text, Vec::new());
        let mut words = Words::default();
        for word in pieces.iter().flat_map(|piece| piece.split(|&point| point == SPACE)) {
            let letters = word.iter().copied().filter(|&point| document.is_wordly(point));
            let letters: Vec<u32> = letters.collect();
            if letters.len() < SHORTEST || !letters.iter().any(|&point| is_letter(point)) {
                continue;
            }
            words.all += 1;
            if has_syllables(model, word) || word.iter().any(|&point| is_spoken(point)) {
                words.spoken += 1;
                continue;
            }
            let is_known =
                |read: Vec<u32>| model.lexicon.get(word_hash(read.into_iter().map(fold))).is_some();
            let known = document.at_first_sight(&letters).into_iter().any(is_known);
            words.known += usize::from(known);
        }
        words
    }

    fn are_spelt(&self) -> bool {
        self.known as f32 > KNOWN * self.all as f32
    }
}

/// Whether dots part a word, and what they part are no more letters than syllables have.
fn has_syllables(model: &Model, word: &[u32]) -> bool {
    const LONGEST: usize = 5;
    let letter = |&&point: &&u32| model.properties.get(point).is_letter();
    let mut parts =
        word.split(|&point| point == DOT).map(|part| part.iter().filter(letter).count());
    word.contains(&DOT) && parts.all(|count| (1..=LONGEST).contains(&count))
}
