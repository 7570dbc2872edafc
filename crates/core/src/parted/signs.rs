//! Signs that stand in the place of a parted letter: `p.@.y`, `@.b.l.€`.

use std::ops::Range;

use crate::flag::is_indicator;
use crate::model::Model;
use crate::properties::Class;

use super::gap::thinned;

/// Where signs stand for letters among `letters` (in order), each parted from its neighbours by
/// what parts the letters there.
pub(super) fn signs(model: &Model, text: &[u32], letters: &[Range<usize>]) -> Vec<usize> {
    let gap = |number: usize| {
        let pair = letters.get(number..number + 2)?;
        text.get(pair[0].end..pair[1].start)
    };
    let mut found = Vec::new();
    let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return found };
    found.extend(gap(0).and_then(|sign| before(model, &text[..first.start], sign)));
    for (number, letter) in letters.iter().enumerate() {
        let (Some(between), start) = (gap(number), letter.end) else { continue };
        let (left, right) = (number.checked_sub(1).and_then(gap), gap(number + 1));
        let all = [left, right].into_iter().flatten().find_map(|sign| {
            let signs = thinned(between, sign)?;
            let place = |number| start + sign.len() + number * (sign.len() + 1);
            let shapes = signs.iter().all(|&one| is_shape(model, one, is_blank(sign)));
            shapes.then(|| (0..signs.len()).map(place))
        });
        match all {
            Some(all) => found.extend(all),
            None => {
                let after = left.and_then(|sign| after(model, between, sign));
                found.extend(after.map(|at| start + at));
                let before = right.and_then(|sign| before(model, between, sign));
                found.extend(before.map(|at| start + at).filter(|at| found.last() != Some(at)));
            }
        }
    }
    let sign = letters.len().checked_sub(2).and_then(gap);
    found.extend(
        sign.and_then(|sign| after(model, &text[last.end..], sign)).map(|at| last.end + at),
    );
    found
}

/// The place of a last letter's sign, at the start of what stands between two words.
fn after(model: &Model, between: &[u32], sign: &[u32]) -> Option<usize> {
    let rest = between.strip_prefix(sign).filter(|_| !is_blank(sign))?;
    let whole = is_shape(model, *rest.first()?, true) && rest.get(1).is_none_or(is_space);
    whole.then_some(sign.len())
}

/// The place of a first letter's sign, at its end.
fn before(model: &Model, between: &[u32], sign: &[u32]) -> Option<usize> {
    let (shape, rest) = between.strip_suffix(sign).filter(|_| !is_blank(sign))?.split_last()?;
    (is_shape(model, *shape, true) && rest.last().is_none_or(is_space)).then_some(rest.len())
}

fn is_blank(sign: &[u32]) -> bool {
    sign.iter().all(is_space)
}

fn is_space(point: &u32) -> bool {
    char::from_u32(*point).is_some_and(char::is_whitespace)
}

/// Whether a sign may stand for a letter; around words and between them, the signs that sentences
/// are written with are what they are.
fn is_shape(model: &Model, sign: u32, around: bool) -> bool {
    const NOT_OF_SENTENCES: &str = "@#§†‡¶";
    let Some(shown) = char::from_u32(sign).filter(|c| !c.is_alphanumeric()) else { return false };
    let property = model.properties.get(sign);
    let of_sentences = matches!(shown, '<' | '>' | '+' | '=')
        || property.class() == Class::Punctuation && !NOT_OF_SENTENCES.contains(shown);
    let drawn = || model.shapes.at(&[sign]).any(|shape| shape.sequence.len() == 1);
    !(is_indicator(sign) || around && of_sentences) && (property.has_readings() || drawn())
}
