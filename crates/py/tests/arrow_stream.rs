//! The stream of arrays through the C interface, as those use it who take it, to its end or not.
//!
//! No Python takes part, so that Miri can run it: `cargo +nightly miri test -p unspoof-py`.

#[path = "../src/arrow/stream.rs"]
mod stream;

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::ffi::{FFI_ArrowArray, from_ffi_and_data_type};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{Array, ArrayReader, BinaryArray, BinaryViewArray, LargeBinaryArray};
use arrow_data::ArrayData;
use arrow_schema::{DataType, Field};

const ROWS: [Option<&[u8]>; 3] = [Some(b"plain"), None, Some(b"more than a view has room for")];

/// Arrays of each type, a part of one and an empty one among them.
fn given() -> [(DataType, Vec<ArrayData>); 3] {
    let chunks = |data: ArrayData| vec![data.slice(1, 2), data.clone(), data.slice(0, 0)];
    [
        (DataType::Binary, chunks(BinaryArray::from_iter(ROWS).to_data())),
        (DataType::LargeBinary, chunks(LargeBinaryArray::from_iter(ROWS).to_data())),
        (DataType::BinaryView, chunks(BinaryViewArray::from_iter(ROWS).to_data())),
    ]
}

fn streamed(kind: &DataType, chunks: &[ArrayData]) -> FFI_ArrowArrayStream {
    stream::new(Arc::new(Field::new("text", kind.clone(), true)), chunks.to_vec())
}

/// The next array as C asks for it.
fn next(stream: &mut FFI_ArrowArrayStream) -> FFI_ArrowArray {
    let get_next = stream.get_next().expect("a stream that is not released");
    let mut array = FFI_ArrowArray::empty();
    // SAFETY: the callback is this stream's own, and there is room for an array.
    assert_eq!(unsafe { get_next(stream, &mut array) }, 0);
    array
}

#[test]
fn all_arrays_come_in_order_and_then_the_end() {
    for (kind, chunks) in given() {
        let mut reader = ArrayStreamReader::try_new(streamed(&kind, &chunks)).expect("a stream");
        assert_eq!(reader.field().as_ref(), &Field::new("text", kind, true));
        for chunk in chunks {
            let taken = reader.next().expect("another array").expect("an array");
            assert_eq!(taken.to_data(), chunk);
        }
        assert!(reader.next().is_none());
    }
}

#[test]
fn whoever_asks_on_after_the_end_is_told_so_again() {
    let mut stream = streamed(&DataType::Binary, &[]);
    assert!(next(&mut stream).is_released());
    assert!(next(&mut stream).is_released());
}

#[test]
fn an_array_outlives_its_stream_and_those_that_nobody_took_go_with_it() {
    for (kind, chunks) in given() {
        let mut stream = streamed(&kind, &chunks);
        let array = next(&mut stream);
        drop(stream);
        // SAFETY: the stream gave an array of this type.
        let data = unsafe { from_ffi_and_data_type(array, kind) }.expect("an array");
        assert_eq!(data, chunks[0]);
    }
}

#[test]
fn a_stream_that_is_moved_out_is_released_once() {
    let (kind, chunks) = &given()[2];
    let mut stream = streamed(kind, chunks);
    // SAFETY: it points to a live stream, which is marked as released by it.
    let moved = unsafe { FFI_ArrowArrayStream::from_raw(&mut stream) };
    assert!(stream.release().is_none());
    drop(stream);
    drop(moved);
}

#[test]
fn the_last_error_is_a_string() {
    let mut stream = streamed(&DataType::Binary, &[]);
    let get_last_error = stream.get_last_error().expect("a stream that is not released");
    // SAFETY: the callback is this stream's own; what it gives is a string that lives for ever.
    let said = unsafe { CStr::from_ptr(get_last_error(&mut stream)) };
    assert!(!said.is_empty());
}
