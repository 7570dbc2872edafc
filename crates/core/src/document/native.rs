//! Whether the odd letters of a text are those of its language, told from a few of its words: in many
//! languages every page has hundreds, and the whole reading would come to nothing.

use crate::language::{Votes, fold};
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::reader::Ablation;
use crate::token::{Token, tokens};
use crate::turned;

use super::Document;

/// How many different words with odd letters are asked for their language, and how many without.
const WITNESSES: usize = 12;
/// The share of a language that leaves no doubt, far above what a reading asks (`NATIVE_SHARE`).
const CLEAR: f32 = 0.3;

/// Whether every token under suspicion is of one script, and one language writes all their letters
/// and is the text's. Accents of no orthography must not be in it.
pub(crate) fn is_native(
    model: &Model,
    ablation: &Ablation,
    allowed: &[bool],
    text: &[u32],
) -> bool {
    if *ablation != Ablation::default() {
        return false;
    }
    let tokens = tokens(&model.properties, text, &[]);
    let mut writers = u128::MAX;
    for token in tokens.iter().filter(|token| token.is_suspicious()) {
        let Some(own) = writers_of(model, &text[token.start..token.end]) else { return false };
        writers &= own;
        if writers == 0 {
            return false;
        }
    }
    if !turned::spans(model, allowed, text).is_empty() {
        return false;
    }
    let document = Document::of(model, ablation, allowed, text, tokens);
    let cases = document.cases(Token::is_suspicious);
    let step = cases.len().div_ceil(WITNESSES).max(1);
    let cases: Vec<_> = cases.into_iter().step_by(step).collect();
    let words = document.calm_words(WITNESSES, false);
    let calm: Vec<Votes> =
        words.iter().map(|word| Votes::new(&document.asked, word, false)).collect();
    let shares = document.mixture(&calm, &cases, false).shares;
    (0..model.languages.len()).any(|at| writers >> at & 1 == 1 && shares[at] >= CLEAR)
}

/// Whether a token under suspicion may be a word of some language as it stands.
pub(super) fn is_own(model: &Model, token: &[u32]) -> bool {
    writers_of(model, token).is_some_and(|writers| writers != 0)
}

/// A bit for each language of a token's script that writes its odd letters; nothing for a token of
/// several scripts, or of more than letters.
fn writers_of(model: &Model, token: &[u32]) -> Option<u128> {
    let mut script: Option<Script> = None;
    let mut writers = u128::MAX;
    for &point in token {
        let property = model.properties.get(point);
        if !property.is_letter() {
            let digit = property.class() == Class::Digit && point < 0x80;
            if !digit && property.class() != Class::Mark {
                return None;
            }
            continue;
        }
        if *script.get_or_insert(property.script()) != property.script() {
            return None;
        }
        if property.calm() == Calm::Odd {
            writers &= model.ngrams.writers(fold(point));
        }
    }
    Some(writers & model.written_in(script?))
}
