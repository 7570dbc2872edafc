//! Pronunciations between slashes or brackets, in a text that is full of them, as dictionaries are.
//!
//! What they hold is no spelling: it is neither read nor any evidence of how the text is spelt. One or two
//! such pieces may be anybody's, and are left to the judge.

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
/// A shorter word is known in some language by chance.
const SHORTEST: usize = 4;

/// Where the pronunciations of a text stand, if it is full of them.
pub(crate) fn pronunciations(model: &Model, text: &[u32]) -> Vec<Range<usize>> {
    let pieces = pieces(model, text);
    let different: BTreeSet<&[u32]> = pieces.iter().map(|piece| &text[piece.clone()]).collect();
    let letters =
        different.iter().flat_map(|piece| piece.iter().filter(|&&point| is_letter(point)));
    let kinds = letters.collect::<BTreeSet<_>>().len();
    let speaks = different.len() >= PIECES && kinds >= KINDS && !are_spelt(model, text, &different);
    if speaks { pieces } else { Vec::new() }
}

/// What stands between slashes or brackets on one line, has letters of phonetics, and nothing but those,
/// its signs and ASCII.
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
        let length = text[start..].iter().take_while(|&&point| point != close && is_part(point));
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
    match char::from_u32(point)? {
        '/' => Some(u32::from('/')),
        '[' => Some(u32::from(']')),
        _ => None,
    }
}

/// Whether a slash may open a pronunciation: it stands by itself, unlike those of addresses and paths.
fn opens(model: &Model, text: &[u32], at: usize) -> bool {
    const OF_ADDRESSES: [char; 4] = [':', '<', '.', '/'];
    text[at] != u32::from('/')
        || at.checked_sub(1).is_none_or(|before| {
            let address = char::from_u32(text[before]).is_some_and(|c| OF_ADDRESSES.contains(&c));
            !address && !is_wordly(model, text[before])
        })
}

fn closes(model: &Model, text: &[u32], at: usize) -> bool {
    text[at] != u32::from('/') || text.get(at + 1).is_none_or(|&after| !is_wordly(model, after))
}

fn is_wordly(model: &Model, point: u32) -> bool {
    let property = model.properties.get(point);
    property.is_letter() || property.class() == Class::Digit
}

fn is_part(point: u32) -> bool {
    // Greek letters that stand in for those of phonetics, and the punctuation of words.
    const OTHERS: &str = "εγ\u{a0}·‘’–…";
    let other = || char::from_u32(point).is_some_and(|c| OTHERS.contains(c));
    (0x20..0x7F).contains(&point) || is_sign(point) || other()
}

/// Whether most words with letters of phonetics are known as they are spelt: look-alikes between slashes.
/// What has a stress or syllables in it is spoken.
fn are_spelt(model: &Model, text: &[u32], pieces: &BTreeSet<&[u32]>) -> bool {
    let ablation = Ablation::default();
    let document = Document::of(model, &ablation, &[], text, Vec::new());
    let space = |&point: &u32| point == u32::from(' ');
    let (mut words, mut known) = (0, 0);
    for word in pieces.iter().flat_map(|piece| piece.split(space)) {
        let letters: Vec<u32> =
            word.iter().copied().filter(|&point| document.is_wordly(point)).collect();
        if letters.len() < SHORTEST || !letters.iter().any(|&point| is_letter(point)) {
            continue;
        }
        words += 1;
        let dotted = word.windows(3).any(|three| {
            three[1] == u32::from('.')
                && document.is_wordly(three[0])
                && document.is_wordly(three[2])
        });
        if dotted || word.iter().any(|&point| is_spoken(point)) {
            continue;
        }
        let is_known =
            |read: Vec<u32>| model.lexicon.get(word_hash(read.into_iter().map(fold))).is_some();
        known += usize::from(document.at_first_sight(&letters).into_iter().any(is_known));
    }
    known as f32 > KNOWN * words as f32
}
