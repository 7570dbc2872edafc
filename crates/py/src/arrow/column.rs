//! One array of strings as rows of bytes.
//!
//! It is held as an array of bytes of the same layout: whether a row is UTF-8 is for whoever reads
//! it to find out, while arrow-rs takes it for granted of an array of strings. Bounds are checked
//! at every row that is asked for, since a producer may have got them wrong.

use arrow_array::{Array, BinaryArray, BinaryViewArray, GenericBinaryArray};
use arrow_array::{LargeBinaryArray, OffsetSizeTrait};
use arrow_buffer::NullBuffer;
use arrow_data::{ArrayData, ByteView, MAX_INLINE_VIEW_LEN};
use arrow_schema::DataType;

use crate::batch::{self, Block};

/// An array of strings, as bytes.
pub enum Column {
    Small(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
}

/// A row that is no text.
pub enum Malformed {
    /// It is out of its array's bounds.
    Outside(usize),
    /// It is no UTF-8.
    Undecodable(usize),
}

impl Malformed {
    pub fn row(&self) -> usize {
        match self {
            Malformed::Outside(row) | Malformed::Undecodable(row) => *row,
        }
    }
}

impl Column {
    /// The type of bytes that is laid out as this type of strings, if it is one.
    pub fn bytes_like(strings: &DataType) -> Option<DataType> {
        Some(match strings {
            DataType::Utf8 => DataType::Binary,
            DataType::LargeUtf8 => DataType::LargeBinary,
            DataType::Utf8View => DataType::BinaryView,
            _ => return None,
        })
    }

    /// Arrays of bytes; `None` for any other.
    pub fn new(data: ArrayData) -> Option<Column> {
        Some(match data.data_type() {
            DataType::Binary => Column::Small(data.into()),
            DataType::LargeBinary => Column::Large(data.into()),
            DataType::BinaryView => Column::View(data.into()),
            _ => return None,
        })
    }

    pub fn to_data(&self) -> ArrayData {
        match self {
            Column::Small(array) => array.to_data(),
            Column::Large(array) => array.to_data(),
            Column::View(array) => array.to_data(),
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Column::Small(array) => array.len(),
            Column::Large(array) => array.len(),
            Column::View(array) => array.len(),
        }
    }

    /// How many bytes all rows have.
    pub fn bytes(&self) -> usize {
        match self {
            Column::Small(array) => sizes(array).sum(),
            Column::Large(array) => sizes(array).sum(),
            Column::View(array) => viewed_sizes(array).sum(),
        }
    }

    /// Adds the blocks of this array, which is the `chunk`th; all come to `total` bytes.
    pub fn blocks(&self, chunk: usize, total: usize, threads: usize, out: &mut Vec<Block>) {
        match self {
            Column::Small(array) => batch::blocks(chunk, sizes(array), total, threads, out),
            Column::Large(array) => batch::blocks(chunk, sizes(array), total, threads, out),
            Column::View(array) => batch::blocks(chunk, viewed_sizes(array), total, threads, out),
        }
    }

    /// The bytes of a row; `None` where it is null.
    #[inline]
    pub fn get(&self, row: usize) -> Result<Option<&[u8]>, Malformed> {
        let (bytes, nulls) = match self {
            Column::Small(array) => (bytes(array, row), array.nulls()),
            Column::Large(array) => (bytes(array, row), array.nulls()),
            // The format has offsets in order under nulls too, but views there may be anything.
            Column::View(array) if is_null(array.nulls(), row) => return Ok(None),
            Column::View(array) => (viewed(array, row), None),
        };
        let bytes = bytes.ok_or(Malformed::Outside(row))?;
        Ok((!is_null(nulls, row)).then_some(bytes))
    }
}

pub fn is_null(nulls: Option<&NullBuffer>, row: usize) -> bool {
    nulls.is_some_and(|nulls| nulls.is_null(row))
}

fn bytes<O: OffsetSizeTrait>(array: &GenericBinaryArray<O>, row: usize) -> Option<&[u8]> {
    let offsets = array.value_offsets();
    array.value_data().get(offsets[row].as_usize()..offsets[row + 1].as_usize())
}

/// The bytes that a view shows, which are in the view itself where there are few.
fn viewed(array: &BinaryViewArray, row: usize) -> Option<&[u8]> {
    let view = ByteView::from(array.views()[row]);
    let length = view.length as usize;
    if view.length <= MAX_INLINE_VIEW_LEN {
        let start = row * size_of::<u128>() + size_of::<u32>();
        return array.views().inner().get(start..start + length);
    }
    let start = view.offset as usize;
    array.data_buffers().get(view.buffer_index as usize)?.get(start..start + length)
}

/// How many bytes each row has, which nobody has checked yet.
fn sizes<O: OffsetSizeTrait>(array: &GenericBinaryArray<O>) -> impl Iterator<Item = usize> {
    let room = array.value_data().len();
    let offsets = array.value_offsets().windows(2);
    offsets.map(move |pair| pair[1].as_usize().saturating_sub(pair[0].as_usize()).min(room))
}

fn viewed_sizes(array: &BinaryViewArray) -> impl Iterator<Item = usize> {
    array.views().iter().enumerate().map(|(row, &view)| {
        if is_null(array.nulls(), row) { 0 } else { ByteView::from(view).length as usize }
    })
}
