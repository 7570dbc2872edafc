//! Order and deletion: where what is displayed differs from what is stored.
//!
//! Two passes over a text, both pure and of linear time: [`deletion`] takes away what a control
//! erases, [`bidi`] puts what a control turns round into the order in which it is read. Deletion
//! comes first: a backspace erases what is stored before it, whichever way that is shown.

mod bidi;
mod deletion;
mod layout;
mod span;

pub use bidi::{bidi, unpaired};
pub use deletion::deletion;
pub(crate) use layout::is_right;

use unicode_bidi::{BidiClass, bidi_class};

const BACKSPACE: u32 = 0x08;
const DELETE: u32 = 0x7F;

/// Whether `text` holds a control that [`bidi`] or [`deletion`] looks at.
pub fn may_apply<T: Copy + Into<u32>>(text: &[T]) -> bool {
    text.iter().any(|&unit| {
        let point = unit.into();
        is_erasing(point) || is_direction(point)
    })
}

/// Whether `bytes` of ASCII hold a control that erases.
pub fn has_erasing(bytes: &[u8]) -> bool {
    memchr::memchr2(BACKSPACE as u8, DELETE as u8, bytes).is_some()
}

/// Whether a code point is a control that erases what is before it.
#[inline]
pub(crate) fn is_erasing(point: u32) -> bool {
    point == BACKSPACE || point == DELETE
}

/// Embeddings, overrides and isolates, and what ends them (UAX #9, section 2).
pub(crate) fn is_direction(point: u32) -> bool {
    matches!(point, 0x202A..=0x202E | 0x2066..=0x2069)
}

/// The class of a code point in UAX #9; a lone surrogate is an object of no direction.
pub(crate) fn class(point: u32) -> BidiClass {
    bidi_class(char_of(point))
}

/// The character of a code point, or one to stand for it where there is none.
pub(crate) fn char_of(point: u32) -> char {
    char::from_u32(point).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// The lines or paragraphs of `text` that hold a control asked for, with where they start.
fn parts(
    text: &[u32],
    ends: fn(u32) -> bool,
    asked: fn(u32) -> bool,
) -> impl Iterator<Item = (usize, &[u32])> {
    let mut next = 0;
    text.split(move |&point| ends(point)).filter_map(move |part| {
        let from = next;
        next += part.len() + 1;
        part.iter().any(|&point| asked(point)).then_some((from, part))
    })
}
