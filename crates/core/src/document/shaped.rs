//! Tokens with digits, signs or several characters in a letter's place, and what is like them only.

use crate::language::{folded, word_hash};
use crate::model::Model;
use crate::properties::{Class, Script};
use crate::token::Token;

/// Marks the tokens in which a shape may stand for a letter; signs around an honest word are no
/// part of its token.
pub(super) fn mark(model: &Model, text: &[u32], tokens: &mut Vec<Token>) {
    tokens.retain_mut(|token| {
        let letters = &text[token.start..token.end];
        let is_sign = |point: &u32| is_sign(model, *point);
        let Some(first) = letters.iter().position(|point| !is_sign(point)) else { return false };
        let last = letters.iter().rposition(|point| !is_sign(point)).unwrap_or(first);
        let core = &letters[first..=last];
        if core.iter().all(|&point| is_letter(model, point)) && is_known(model, core) {
            token.end = token.start + last + 1;
            token.start += first;
            return true;
        }
        let latin = |&point: &u32| {
            let property = model.properties.get(point);
            property.is_letter() && property.script() == Script::LATIN
        };
        token.shaped = letters.iter().any(latin)
            && (0..letters.len()).any(|at| model.shapes.at(&letters[at..]).next().is_some())
            && !is_known(model, letters)
            && !is_code(text, token);
        true
    });
}

/// Whether a code point of a token is a sign: none that is part of words.
fn is_sign(model: &Model, point: u32) -> bool {
    !crate::token::in_word(&model.properties, point)
}

fn is_letter(model: &Model, point: u32) -> bool {
    let property = model.properties.get(point);
    property.is_letter() || matches!(property.class(), Class::Mark | Class::Invisible)
}

fn is_known(model: &Model, letters: &[u32]) -> bool {
    let word: Vec<u32> = letters.iter().flat_map(|&letter| folded(letter)).collect();
    model.lexicon.get(word_hash(&word)).is_some()
}

/// Whether a token is a part of an address, a path, a file name, an expression or the like: joined
/// to the letters or digits beside it by what joins the parts of those.
fn is_code(text: &[u32], token: &Token) -> bool {
    const JOINS: &str = "._/\\:=#~&@";
    let joins = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .and_then(|&point| char::from_u32(point))
            .is_some_and(|c| JOINS.contains(c))
    };
    let written = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .and_then(|&point| char::from_u32(point))
            .is_some_and(|c| c.is_alphanumeric() || JOINS.contains(c))
    };
    let (before, after) = (token.start.checked_sub(1), Some(token.end));
    joins(before) && (written(token.start.checked_sub(2)) || token.start == 1)
        || joins(after) && written(Some(token.end + 1))
}
