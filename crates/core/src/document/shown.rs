//! Styled letters that are shown for what they are: the alphabet or the digits in their order, and
//! fullwidth letters that a plain text quotes, as manuals of what converts or counts them do.

use crate::token::FULLWIDTH;

use super::Document;
use super::case::{Best, Case};

/// So many in their order are a sample.
const SAMPLE: usize = 3;
/// How far the quotation marks may be, and how many other words there are for each such word.
const FAR: usize = 30;
const PLAIN: usize = 10;

/// Whether a token is letters or digits of one alphabet in their order, zero after nine.
pub(super) fn is_sample(best: &Best) -> bool {
    const NINE: u32 = 9;
    let slots = &best.slots;
    slots.len() >= SAMPLE
        && slots.iter().all(|slot| slot.glyph >= 0x80)
        && slots.windows(2).all(|pair| {
            let (one, next) = (pair[0].glyph, pair[1].glyph);
            one + 1 == next || next + NINE == one
        })
}

impl Document<'_> {
    /// Whether every place of a fullwidth token stands between quotation marks, in a text that has
    /// few of them; not known of a case without places.
    pub(super) fn is_shown(&self, case: &Case) -> bool {
        if case.places.is_empty() {
            return false;
        }
        let wide = |point: &u32| FULLWIDTH.contains(point);
        let quoted = |place: &usize| {
            let token = &self.tokens[*place];
            self.is_quoted(token.start, token.end)
        };
        self.slice(case).iter().all(wide) && case.places.iter().all(quoted) && {
            let words = self.tokens.iter();
            let wide = words.filter(|token| wide(&self.text[token.start])).count();
            wide * PLAIN <= self.tokens.len()
        }
    }

    /// Whether a quotation mark stands before and after, near, on the same line.
    fn is_quoted(&self, start: usize, end: usize) -> bool {
        let mark =
            |&point: &u32| char::from_u32(point).is_some_and(|c| "\"“”„«»‹›「」『』‘’".contains(c));
        let line = |&&point: &&u32| point != 0xA;
        let before = self.text[..start].iter().rev().take(FAR).take_while(line);
        let after = self.text[end..].iter().take(FAR).take_while(line);
        before.copied().any(|point| mark(&point)) && after.copied().any(|point| mark(&point))
    }
}
