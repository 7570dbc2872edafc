//! The sentence that says why an edit was made: glyph, code points, reading, reason.

use pyo3::prelude::*;
use pyo3::types::PyString;
use unspoof_core::Reason;

use crate::text;

/// Code points of one edit that are spelt out; a hidden message can run to hundreds.
const SPELT_OUT: usize = 4;

/// `ɑ U+0251 → a: looks like the letter in real fonts`, and `U+200B → nothing: …` for what is
/// not seen. Built from code points, since the original may hold a lone surrogate.
pub fn sentence<'py>(
    original: &Bound<'py, PyString>,
    restored: &Bound<'py, PyString>,
    reason: Reason,
) -> PyResult<Bound<'py, PyString>> {
    let glyphs = text::code_points(original)?;
    let reading = text::code_points(restored)?;
    let mut out = Vec::new();
    let say = |out: &mut Vec<u32>, words: &str| out.extend(words.chars().map(u32::from));
    if !reading.is_empty() {
        out.extend_from_slice(&glyphs);
        say(&mut out, " ");
    }
    for (n, point) in glyphs.iter().take(SPELT_OUT).enumerate() {
        say(&mut out, &format!("{}U+{point:04X}", if n > 0 { " " } else { "" }));
    }
    if glyphs.len() > SPELT_OUT {
        say(&mut out, &format!(" and {} more", glyphs.len() - SPELT_OUT));
    }
    say(&mut out, " → ");
    if reading.is_empty() {
        say(&mut out, "nothing");
    }
    out.extend_from_slice(&reading);
    say(&mut out, &format!(": {}", reason.text()));
    text::from_units(original.py(), &out)
}
