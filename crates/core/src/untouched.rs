//! Whether the reader would leave a text as it is, told from its tokens alone: slower than the scan,
//! and faster by far than reading it.
//!
//! A token that is under suspicion counts for nothing where some glyph of it can be no letter of any
//! script that disguises are read into: such a token has no reading, whatever the rest of the
//! text says.

use crate::accents;
use crate::invisible::Invisible;
use crate::model::Model;
use crate::properties::{Calm, Class, Property, Script};
use crate::slot::is_raised;
use crate::token::tokens;
use crate::{marks, order};

/// Whether no stage of the careful profile finds anything to do in `text`.
pub(crate) fn is_untouched(model: &Model, text: &[u32]) -> bool {
    order::deletion(text).is_empty()
        && order::bidi(text).is_empty()
        && marks::edits(&model.properties, text).is_empty()
        && Invisible::new(model, text).edits(false, |_| false).is_empty()
        && has_no_case(model, text, accents::are_strange(model, text))
}

/// Whether no token of `text` can be read as another; `strange` says that its accents are of no one
/// orthography.
pub(crate) fn has_no_case(model: &Model, text: &[u32], strange: bool) -> bool {
    tokens(&model.properties, text, &[]).iter().all(|token| {
        let letters = &text[token.start..token.end];
        let accented = || strange && accents::are_in_no_word(model, letters);
        !(token.is_suspicious() || accented()) || !is_readable(model, letters)
    })
}

/// Whether every glyph of a token may be a letter, sign or digit of a script that is read into.
pub(crate) fn is_readable(model: &Model, token: &[u32]) -> bool {
    !token.iter().any(|&point| has_no_reading(point, model.properties.get(point)))
}

/// Whether a glyph has no choice in any lattice.
fn has_no_reading(point: u32, property: Property) -> bool {
    let other = point >= 0x80 && !property.has_readings() && !is_raised(point);
    let shown = match property.class() {
        Class::Upper | Class::Lower | Class::Letter => property.calm() == Calm::Apart,
        class => class == Class::Digit,
    };
    other && shown && !Script::TARGETS.contains(&property.script())
}
