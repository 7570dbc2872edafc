//! Tokens with digits, signs or several characters in a letter's place, and what is like them only.

use crate::box_drawing;
use crate::delimiters::{Delimiters, delimiters};
use crate::language::{folded, word_hash};
use crate::model::Model;
use crate::properties::{Class, Script};
use crate::shapes::Shape;
use crate::token::{LONGEST, Token};

use super::Document;

/// How many letters a word of another script has at least to show that the sign beside it is one: a known
/// word, and any.
const BESIDE: usize = 3;
const BESIDE_ANY: usize = 6;

/// The signs of `text` that may be part of a letter, in order: no borders of a table, none that parts or
/// frames what is written, and none that joins on a word of a script that the letters are not drawn for
/// (`πλήκτρο+A`). And how many signs are written for a program.
pub(super) fn signs(model: &Model, text: &[u32]) -> (Vec<usize>, usize) {
    let Delimiters { places: mut apart, coded } = delimiters(&model.properties, text);
    apart.extend(box_drawing::borders(text));
    let mut found = if apart.is_empty() {
        model.shapes.signs(text)
    } else {
        let mut open = text.to_vec();
        apart.into_iter().for_each(|at| open[at] = ' ' as u32);
        model.shapes.signs(&open)
    };
    let foreign = |letters: &[u32]| {
        let own = |&point: &u32| {
            let script = model.properties.get(point).script();
            !matches!(script, Script::LATIN | Script::COMMON | Script::INHERITED)
        };
        letters.len() >= BESIDE
            && letters.iter().all(own)
            && (letters.len() >= BESIDE_ANY || is_known(model, letters))
    };
    found.retain(|&at| {
        if text[at] >= 0x80 {
            return true;
        }
        let letter = |point: &&u32| is_letter(model, **point);
        let before = text[..at].iter().rev().take(LONGEST).take_while(letter).count();
        let after = text[at + 1..].iter().take(LONGEST).take_while(letter).count();
        !foreign(&text[at - before..at]) && !foreign(&text[at + 1..at + 1 + after])
    });
    (found, coded)
}

/// Marks the tokens in which a shape may stand for a letter; signs around an honest word are no
/// part of its token.
pub(super) fn mark(model: &Model, text: &[u32], tokens: &mut Vec<Token>) {
    const LONG_S: u32 = 'ſ' as u32;
    let old_print = text.contains(&LONG_S);
    tokens.retain_mut(|token| {
        let letters = &text[token.start..token.end];
        let opens = |&point: &u32| matches!(char::from_u32(point), Some('(' | '[' | '{' | '<'));
        let closes =
            |&point: &u32| matches!(char::from_u32(point), Some(')' | ']' | '}' | '>' | '!'));
        let Some(first) = letters.iter().position(|point| !opens(point)) else { return false };
        let last = letters.iter().rposition(|point| !closes(point)).unwrap_or(first);
        let core = letters.get(first..=last).unwrap_or_default();
        if is_known(model, core) {
            token.end = token.start + last + 1;
            token.start += first;
            return true;
        }
        let latin = |&point: &u32| {
            let property = model.properties.get(point);
            property.is_letter() && property.script() == Script::LATIN
        };
        // Where long s is printed, a double v is that print's w.
        let drawn = |shape: &Shape| !(old_print && shape.reading == 'w' as u32);
        token.shaped = letters.iter().any(latin)
            && (0..letters.len()).any(|at| model.shapes.at(&letters[at..]).any(drawn))
            && !is_known(model, letters)
            && !is_code(text, token);
        true
    });
}

impl Document<'_> {
    /// Whether some language has the word.
    pub(super) fn is_known(&self, word: &[u32]) -> bool {
        is_known(self.model, word)
    }

    /// A token's shapes each read as what they most often are, and as what they are next.
    pub(super) fn drawn_at_sight(&self, token: &[u32]) -> Vec<Vec<u32>> {
        let read = |rank: usize| {
            let mut read = Vec::with_capacity(token.len());
            let mut at = 0;
            while at < token.len() {
                let mut shapes: Vec<&Shape> = self.model.shapes.at(&token[at..]).collect();
                shapes.retain(|shape| !shape.sequence.iter().any(|&c| is_letter(self.model, c)));
                let widest = shapes.iter().map(|shape| shape.sequence.len()).max();
                shapes.retain(|shape| Some(shape.sequence.len()) == widest);
                shapes.sort_by(|a, b| a.cost.total_cmp(&b.cost));
                let shape = shapes.get(rank.min(shapes.len().saturating_sub(1)));
                read.push(shape.map_or(token[at], |shape| shape.reading));
                at += shape.map_or(1, |shape| shape.sequence.len());
            }
            read
        };
        vec![read(0), read(1)]
    }
}

/// Whether a token is of Latin letters, digits and signs, and nothing odd.
pub(super) fn is_drawn(model: &Model, text: &[u32], token: &Token) -> bool {
    let fits = |&point: &u32| {
        let property = model.properties.get(point);
        point < 0x80
            || property.is_letter() && property.script() == Script::LATIN
            || matches!(property.class(), Class::Mark | Class::Invisible)
            || model.shapes.at(&[point]).next().is_some()
    };
    token.odd == 0 && text[token.start..token.end].iter().all(fits)
}

fn is_letter(model: &Model, point: u32) -> bool {
    let property = model.properties.get(point);
    property.is_letter() || matches!(property.class(), Class::Mark | Class::Invisible)
}

/// Whether these are the letters of some language's word.
fn is_known(model: &Model, letters: &[u32]) -> bool {
    if !letters.iter().all(|&point| is_letter(model, point)) {
        return false;
    }
    let word: Vec<u32> = letters.iter().flat_map(|&letter| folded(letter)).collect();
    model.lexicon.get(word_hash(word.iter().copied())).is_some()
}

/// Whether a token is a part of an address, a path, a file name, an expression or the like: joined
/// to the letters or digits beside it by what joins the parts of those.
pub(super) fn is_code(text: &[u32], token: &Token) -> bool {
    const JOINS: &str = "._/\\:=#~&@";
    let joins = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .and_then(|&point| char::from_u32(point))
            .is_some_and(|c| JOINS.contains(c))
    };
    let written = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .and_then(|&point| char::from_u32(point))
            .is_some_and(char::is_alphanumeric)
    };
    let (before, after) = (token.start.checked_sub(1), Some(token.end));
    let tag = before.is_some_and(|at| text[at] == '#' as u32);
    tag || joins(before) && (written(token.start.checked_sub(2)) || token.start == 1)
        || joins(after) && written(Some(token.end + 1))
}
