//! What is done to one text while the interpreter is at something else.

use pyo3::types::string::PyStringData;
use unspoof_core::{Reader, Reading};

use crate::spliced::Spliced;
use crate::text::Units;

/// Whether a look at the code units alone shows that there is nothing to read.
pub fn is_plain(reader: &Reader, text: Units<'_>) -> bool {
    match text.data {
        PyStringData::Ucs1(units) if text.is_ascii => reader.is_plain_ascii(units),
        PyStringData::Ucs1(units) => reader.is_plain(units),
        PyStringData::Ucs2(units) => reader.is_plain(units),
        PyStringData::Ucs4(units) => reader.is_plain(units),
    }
}

/// A text that is not plain as it was meant; `None` where nothing changes.
pub fn restored(reader: &Reader, text: Units<'_>) -> Option<Spliced> {
    Spliced::new(text, &reader.edits(&text.code_points()))
}

/// What was read in a text, and the text as it was meant; `None` where nothing changes.
pub fn read(reader: &Reader, text: Units<'_>) -> (Reading, Option<Spliced>) {
    let reading = reader.read(&text.code_points());
    let spliced = Spliced::new(text, &reading.edits);
    (reading, spliced)
}
