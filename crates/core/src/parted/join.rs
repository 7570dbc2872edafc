//! The edits that put the words of a run together.

use std::ops::Range;

use crate::math::exp;
use crate::origins::Origins;
use crate::{Edit, Family, Reason};

use super::gap::{Gap, narrowed, thinned};
use super::run::{Run, ends_line, usual};
use super::weigh::Weighed;

const BLANK: u32 = ' ' as u32;

/// Adds the edits that put `words` (in order) together, and bring their distance from each other to
/// what it is between whole words.
pub(super) fn edits(text: &[u32], run: &Run, words: &[&Weighed], odds: f32, edits: &mut Vec<Edit>) {
    let mut edit = |at: Range<usize>, restored: Vec<u32>, gain: f32| {
        let sure = |odds: f32| 1.0 / (1.0 + exp(-odds));
        if !at.is_empty() {
            edits.push(Edit {
                start: at.start,
                end: at.end,
                restored: restored.into_iter().filter_map(char::from_u32).collect(),
                family: Family::Spaced,
                confidence: sure(odds) * sure(gain),
                reason: Reason::Parted,
                origins: Origins::default(),
            });
        }
    };
    let pieces = &run.pieces;
    let mut of = vec![None; pieces.len()];
    for word in words {
        of[word.pieces.clone()].fill(Some(*word));
    }
    let Some(gain) = words.iter().map(|word| word.gain).reduce(f32::min) else { return };
    let between = Between::new(run);
    if let Some((at, restored)) = between.line_start(text, pieces[0].around.start) {
        edit(at, restored, gain);
    }
    for (number, piece) in pieces.iter().enumerate() {
        if let Some(word) = of[number] {
            edit(piece.around.start..piece.at.start, Vec::new(), word.gain);
            edit(piece.at.end..piece.around.end, Vec::new(), word.gain);
        }
        let Some(next) = pieces.get(number + 1) else { break };
        let at = piece.around.end..next.around.start;
        let restored = match (of[number], of[number + 1]) {
            (Some(word), Some(next)) if word.pieces == next.pieces => Some(Vec::new()),
            (before, after) => {
                let inner = before.or(after).and_then(|word| word.gap);
                between.words(inner, run.gaps[number], &text[at.clone()])
            }
        };
        if let Some(restored) = restored {
            edit(at, restored, of[number].or(of[number + 1]).map_or(gain, |word| word.gain));
        }
    }
    let last = pieces[pieces.len() - 1].around.end;
    if let Some((at, restored)) = between.line_end(text, last) {
        edit(at, restored, gain);
    }
}

/// What a run's author puts between any two characters, signs and spaces among them, if anything.
enum Between<'a> {
    Nothing,
    /// So many spaces, and more between words.
    Spaces(usize),
    /// These signs.
    Signs(&'a [u32]),
}

impl<'a> Between<'a> {
    fn new(run: &Run<'a>) -> Between<'a> {
        match usual(&run.gaps) {
            Some(Gap::Spaces(usual @ 1..)) => {
                let wider = |gap: &Gap| matches!(gap, Gap::Spaces(width) if *width > usual);
                if run.gaps.iter().any(wider) { Between::Spaces(usual) } else { Between::Nothing }
            }
            Some(Gap::Signs(sign)) => {
                let blank = [sign, &[BLANK], sign].concat();
                let all = run.gaps.iter().any(|gap| gap.signs() == blank);
                if all { Between::Signs(sign) } else { Between::Nothing }
            }
            _ => Between::Nothing,
        }
    }

    /// What a gap between words was, if it was anything else.
    fn restored(&self, between: &[u32]) -> Option<Vec<u32>> {
        let found = match self {
            Between::Nothing => return None,
            Between::Spaces(width) => narrowed(between, *width),
            Between::Signs(sign) => thinned(between, sign)?,
        };
        (!found.is_empty() && found != between).then_some(found)
    }

    /// The same beside a word whose letters are parted by `inner`.
    fn words(&self, inner: Option<Gap>, outer: Gap, between: &[u32]) -> Option<Vec<u32>> {
        self.restored(between).or_else(|| match (inner?, outer) {
            (Gap::Spaces(_), Gap::Spaces(width)) => (width > 1).then(|| vec![BLANK]),
            // Spaces around a sign may be its own.
            (Gap::Spaces(width @ 1..), Gap::Signs(_)) => {
                let found = narrowed(between, width);
                matches!(found[..], [0x27 | 0x2019]).then_some(found)
            }
            (Gap::Signs(sign), Gap::Signs(_)) => thinned(between, sign),
            _ => None,
        })
    }

    /// Where the brackets and quotation marks before a line's first letter stand, and what they were.
    fn line_start(&self, text: &[u32], first: usize) -> Option<(Range<usize>, Vec<u32>)> {
        let may = |point: u32| is_one_of(point, OPENING) || self.is_sign(point);
        let at = first - text[..first].iter().rev().take_while(|&&one| may(one)).count()..first;
        let found = match self {
            Between::Signs(sign) => thinned(&[sign, &text[at.clone()]].concat(), sign),
            _ => self.restored(&text[at.clone()]),
        }?;
        let whole = at.start == 0 || ends_line(text[at.start - 1]);
        (whole && found.first().is_some_and(|&one| is_one_of(one, OPENING))).then_some((at, found))
    }

    /// The same for what closes after a line's last letter.
    fn line_end(&self, text: &[u32], last: usize) -> Option<(Range<usize>, Vec<u32>)> {
        let may = |point: u32| is_one_of(point, CLOSING) || self.is_sign(point);
        let at = last..last + text[last..].iter().take_while(|&&one| may(one)).count();
        let found = match self {
            Between::Signs(sign) => thinned(&[&text[at.clone()], *sign].concat(), sign),
            _ => self.restored(&text[at.clone()]),
        }?;
        let whole = text.get(at.end).is_none_or(|&next| ends_line(next));
        (whole && found.last().is_some_and(|&one| is_one_of(one, CLOSING))).then_some((at, found))
    }

    fn is_sign(&self, point: u32) -> bool {
        match self {
            Between::Nothing => false,
            Between::Spaces(_) => point == BLANK,
            Between::Signs(sign) => point == BLANK || sign.contains(&point),
        }
    }
}

/// What stands before a word in a sentence, and what stands after one.
const OPENING: &str = "¿¡“„«‘([{\"'";
const CLOSING: &str = "….,;:!?)]}»”’\"'";

fn is_one_of(point: u32, signs: &str) -> bool {
    char::from_u32(point).is_some_and(|c| signs.contains(c))
}
