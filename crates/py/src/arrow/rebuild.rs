//! An array with some of its rows changed, and everything else as it was.

use arrow_array::builder::make_view;
use arrow_array::{Array, BinaryViewArray, GenericBinaryArray, OffsetSizeTrait};
use arrow_buffer::{Buffer, OffsetBuffer, ScalarBuffer};
use arrow_data::MAX_INLINE_VIEW_LEN;
use arrow_schema::ArrowError;
use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;

use super::Changed;
use super::column::{Column, is_null};

/// What a buffer of views may hold: the format counts in 31 bits.
const LONGEST: usize = i32::MAX as usize;

/// Why there is no array with the rows changed.
pub enum Unbuilt {
    /// The type of array cannot hold so much.
    TooLong,
    /// The rows that stay are not as the format has them.
    Malformed(ArrowError),
}

impl From<Unbuilt> for PyErr {
    fn from(why: Unbuilt) -> PyErr {
        match why {
            Unbuilt::TooLong => PyOverflowError::new_err(
                "the restored strings are too long for an array of this type; cast it to \
                 large_string",
            ),
            Unbuilt::Malformed(error) => {
                PyValueError::new_err(format!("the array's own data are damaged: {error}"))
            }
        }
    }
}

/// The array with these rows (in order, at least one) changed.
pub fn rebuilt(column: &Column, changed: &[Changed<String>]) -> Result<Column, Unbuilt> {
    Ok(match column {
        Column::Small(array) => Column::Small(respliced(array, changed)?),
        Column::Large(array) => Column::Large(respliced(array, changed)?),
        Column::View(array) => Column::View(reviewed(array, changed)?),
    })
}

/// All rows lie one behind the other: those between two that change are copied as one piece.
fn respliced<O: OffsetSizeTrait>(
    array: &GenericBinaryArray<O>,
    changed: &[Changed<String>],
) -> Result<GenericBinaryArray<O>, Unbuilt> {
    let old = array.value_offsets();
    let added: usize = changed.iter().map(|one| one.made.len()).sum();
    let mut values = Vec::with_capacity(old[array.len()].as_usize() - old[0].as_usize() + added);
    let mut offsets = Vec::with_capacity(old.len());
    offsets.push(O::zero());
    let mut next = 0;
    for row in changed.iter().map(Some).chain([None]) {
        let end = row.map_or(array.len(), |changed| changed.row);
        let (from, to) = (old[next].as_usize(), old[end].as_usize());
        let start = values.len();
        values.extend_from_slice(&array.value_data()[from..to]);
        for offset in &old[next + 1..=end] {
            offsets.push(placed(start + offset.as_usize() - from)?);
        }
        if let Some(changed) = row {
            values.extend_from_slice(changed.made.as_bytes());
            offsets.push(placed(values.len())?);
        }
        next = end + 1;
    }
    let offsets = OffsetBuffer::new(ScalarBuffer::from(offsets));
    let nulls = array.nulls().cloned();
    GenericBinaryArray::try_new(offsets, Buffer::from_vec(values), nulls)
        .map_err(Unbuilt::Malformed)
}

fn placed<O: OffsetSizeTrait>(offset: usize) -> Result<O, Unbuilt> {
    O::from_usize(offset).ok_or(Unbuilt::TooLong)
}

/// Each row is shown by itself: only what is new is written, in a buffer of its own.
fn reviewed(
    array: &BinaryViewArray,
    changed: &[Changed<String>],
) -> Result<BinaryViewArray, Unbuilt> {
    let mut views = array.views().to_vec();
    // What lies under a null may be anything, which arrow-rs would not have.
    for row in (0..views.len()).filter(|&row| is_null(array.nulls(), row)) {
        views[row] = 0;
    }
    let mut buffers = array.data_buffers().to_vec();
    let mut new = Vec::new();
    for Changed { row, made: text } in changed {
        if text.len() > LONGEST {
            return Err(Unbuilt::TooLong);
        }
        if new.len() + text.len() > LONGEST {
            buffers.push(Buffer::from_vec(std::mem::take(&mut new)));
        }
        views[*row] = make_view(text.as_bytes(), buffers.len() as u32, new.len() as u32);
        if text.len() > MAX_INLINE_VIEW_LEN as usize {
            new.extend_from_slice(text.as_bytes());
        }
    }
    buffers.push(Buffer::from_vec(new));
    BinaryViewArray::try_new(views.into(), buffers, array.nulls().cloned())
        .map_err(Unbuilt::Malformed)
}
