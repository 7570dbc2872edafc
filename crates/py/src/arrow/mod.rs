//! Arrow arrays of strings: `Reader.restore_arrow` and `Reader.read_arrow`.
//!
//! They come in and go out through the Arrow C data interface. What comes in is read where it
//! lies, and what nothing changes in goes out as it came.

mod column;
mod export;
mod give;
mod import;
mod rebuild;
mod stream;

use std::str::Utf8Error;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use unspoof_core::{Decoder, Reader};

use crate::batch::{self, Block, How};
use crate::reading::Reading;
use crate::spliced::Spliced;
use crate::text::Units;
use column::{Column, Malformed};
pub use export::{ArrowArray, ArrowStream};
use give::Made;
use import::Given;
use rebuild::Unbuilt;

/// The strings of `array` as they were meant, as what the array is; the same object where nothing
/// changes.
pub fn restore<'py>(
    reader: &Reader,
    array: &Bound<'py, PyAny>,
    how: &How,
) -> PyResult<Bound<'py, PyAny>> {
    let py = array.py();
    let given = Given::take(array)?;
    let changed =
        changes(py, &given.chunks, how, |text, decoder| reader.restore_utf8(text, decoder))?;
    // A stream can be read once only, unless it is of something that has a length and is kept.
    let is_used_up = given.is_stream && !array.hasattr("__len__")?;
    if changed.iter().all(Vec::is_empty) && !is_used_up {
        return Ok(array.clone());
    }
    let Given { field, chunks, is_stream } = given;
    let chunks = py.detach(|| {
        let rebuilt = chunks.into_iter().zip(&changed).map(|(column, changed)| {
            if changed.is_empty() { Ok(column) } else { rebuild::rebuilt(&column, changed) }
        });
        rebuilt.collect::<Result<Vec<Column>, Unbuilt>>()
    });
    let mut chunks = chunks?;
    let made = match chunks.pop() {
        Some(only) if !is_stream => Made::Array(ArrowArray::new(field, only)),
        last => {
            chunks.extend(last);
            Made::Stream(ArrowStream::new(field, chunks))
        }
    };
    give::back(array, made)
}

/// The readings of the strings of `array` that change, by their rows.
pub fn read<'py>(
    reader: &Reader,
    array: &Bound<'py, PyAny>,
    how: &How,
) -> PyResult<Bound<'py, PyDict>> {
    let py = array.py();
    let given = Given::take(array)?;
    let changed = changes(py, &given.chunks, how, |text, decoder| reader.read_utf8(text, decoder))?;
    let readings = PyDict::new(py);
    let mut before = 0;
    for (column, changed) in given.chunks.iter().zip(changed) {
        for Changed { row, made: reading } in changed {
            let text = column.get(row).map_err(|bad| refused(bad, before))?.unwrap_or_default();
            let original = PyString::from_bytes(py, text)?;
            let spliced = Spliced::new(Units::of(&original)?, &reading.edits);
            readings.set_item(before + row, Reading::from_core(&original, reading, spliced)?)?;
        }
        before += column.len();
    }
    Ok(readings)
}

/// A row that changes, and what was made of it.
struct Changed<T> {
    row: usize,
    made: T,
}

/// What `one` makes of the rows of each chunk that change, in order.
fn changes<T: Send>(
    py: Python<'_>,
    chunks: &[Column],
    how: &How,
    one: impl Fn(&[u8], &mut Decoder) -> Result<Option<T>, Utf8Error> + Sync,
) -> PyResult<Vec<Vec<Changed<T>>>> {
    let mut blocks = Vec::new();
    let total = chunks.iter().map(Column::bytes).sum();
    for (n, column) in chunks.iter().enumerate() {
        column.blocks(n, total, how.threads, &mut blocks);
    }
    let work = |block: &Block, stopped: &dyn Fn() -> bool| {
        let mut decoder = Decoder::default();
        let mut changed = Vec::new();
        for row in block.rows.clone() {
            if stopped() {
                break;
            }
            let Some(text) = chunks[block.chunk].get(row)? else { continue };
            let made = one(text, &mut decoder).map_err(|_| Malformed::Undecodable(row))?;
            changed.extend(made.map(|made| Changed { row, made }));
        }
        Ok::<_, Malformed>(changed)
    };
    let mut changed: Vec<Vec<Changed<T>>> = chunks.iter().map(|_| Vec::new()).collect();
    let mut first: Option<(usize, Malformed)> = None;
    batch::run(py, how, &blocks, work, |_, block, made| {
        match made {
            Ok(mut made) => changed[block.chunk].append(&mut made),
            // The batch goes on, so that the row named is the first, however threads ran.
            Err(bad) => {
                let is_first =
                    |(n, one): &(usize, Malformed)| (block.chunk, bad.row()) < (*n, one.row());
                if first.as_ref().is_none_or(is_first) {
                    first = Some((block.chunk, bad));
                }
            }
        }
        Ok(())
    })?;
    if let Some((chunk, bad)) = first {
        return Err(refused(bad, chunks[..chunk].iter().map(Column::len).sum()));
    }
    for changed in &mut changed {
        changed.sort_unstable_by_key(|one| one.row);
    }
    Ok(changed)
}

/// Says which row is no text, where so many are in the chunks before its own.
fn refused(bad: Malformed, before: usize) -> PyErr {
    let row = before + bad.row();
    PyValueError::new_err(match bad {
        Malformed::Outside(_) => format!("row {row} lies outside of the array's own data"),
        Malformed::Undecodable(_) => format!("row {row} is not UTF-8"),
    })
}
