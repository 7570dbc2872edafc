//! The core's own edits put into a text, which needs no checking and no interpreter.

use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::types::string::PyStringData;
use unspoof_core::Edit;

use crate::text::{self, Units};

/// A text that is no `str` yet, in the smallest units that hold it: Python then only copies it.
pub enum Spliced {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Spliced {
    /// What the edits (sorted, not overlapping) make of a text; `None` where there are none.
    pub fn new(units: Units<'_>, edits: &[Edit]) -> Option<Spliced> {
        if edits.is_empty() {
            return None;
        }
        Some(match units.data {
            PyStringData::Ucs1(units) => splice(units, edits),
            PyStringData::Ucs2(units) => splice(units, edits),
            PyStringData::Ucs4(units) => splice(units, edits),
        })
    }

    pub fn into_str(self, py: Python<'_>) -> PyResult<Bound<'_, PyString>> {
        match self {
            Spliced::One(units) => text::from_units(py, &units),
            Spliced::Two(units) => text::from_units(py, &units),
            Spliced::Four(units) => text::from_units(py, &units),
        }
    }
}

fn splice<S: Copy + Into<u32>>(source: &[S], edits: &[Edit]) -> Spliced {
    // Every bit that any code point has: enough to tell the width, and quicker than the highest.
    let mut bits = 0u32;
    let mut length = source.len();
    let mut done = 0;
    for edit in edits {
        bits |= all_bits(&source[done..edit.start]);
        bits |= edit.restored.chars().map(u32::from).fold(0, |all, point| all | point);
        length = length + edit.restored.chars().count() - (edit.end - edit.start);
        done = edit.end;
    }
    bits |= all_bits(&source[done..]);
    match bits {
        0..=0xFF => Spliced::One(filled(source, edits, length, |point| point as u8)),
        0x100..=0xFFFF => Spliced::Two(filled(source, edits, length, |point| point as u16)),
        _ => Spliced::Four(filled(source, edits, length, |point| point)),
    }
}

fn all_bits<S: Copy + Into<u32>>(units: &[S]) -> u32 {
    units.iter().fold(0, |all, &unit| all | unit.into())
}

fn filled<S: Copy + Into<u32>, T>(
    source: &[S],
    edits: &[Edit],
    length: usize,
    narrowed: impl Fn(u32) -> T + Copy,
) -> Vec<T> {
    let mut made = Vec::with_capacity(length);
    let mut done = 0;
    for edit in edits {
        made.extend(source[done..edit.start].iter().map(|&unit| narrowed(unit.into())));
        made.extend(edit.restored.chars().map(|point| narrowed(point.into())));
        done = edit.end;
    }
    made.extend(source[done..].iter().map(|&unit| narrowed(unit.into())));
    made
}
