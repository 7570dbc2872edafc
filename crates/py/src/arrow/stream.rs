//! Arrays of any type as a C stream, which arrow-rs only makes of record batches.

use std::ffi::{c_char, c_int};
use std::ptr;

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_data::ArrayData;
use arrow_schema::FieldRef;

/// What the stream has still to give.
struct Rest {
    field: FieldRef,
    chunks: std::vec::IntoIter<ArrayData>,
}

/// Any number that is not 0 says that it failed; this is EINVAL everywhere.
const FAILED: c_int = 22;

/// A stream of these arrays, which are of the field's layout.
pub fn new(field: FieldRef, chunks: Vec<ArrayData>) -> FFI_ArrowArrayStream {
    let rest = Box::new(Rest { field, chunks: chunks.into_iter() });
    // SAFETY: the callbacks are those of the C stream interface; each takes the private data for
    // the `Rest` that it is, until `release` has dropped it and marked the stream as released.
    unsafe {
        FFI_ArrowArrayStream::new_unchecked(
            Some(get_schema),
            Some(get_next),
            Some(get_last_error),
            Some(release),
            Box::into_raw(rest).cast(),
        )
    }
}

/// # Safety
/// `stream` is one of ours and not released, and nothing else uses it meanwhile.
unsafe fn rest<'a>(stream: *mut FFI_ArrowArrayStream) -> &'a mut Rest {
    // SAFETY: the private data of one of ours is the `Rest` that `new` leaked, until it is released.
    unsafe { &mut *(*stream).private_data().cast::<Rest>() }
}

unsafe extern "C" fn get_schema(
    stream: *mut FFI_ArrowArrayStream,
    out: *mut FFI_ArrowSchema,
) -> c_int {
    // SAFETY: the interface has callers pass a live stream, and room for a schema.
    unsafe {
        match FFI_ArrowSchema::try_from(rest(stream).field.as_ref()) {
            Ok(schema) => {
                ptr::write(out, schema);
                0
            }
            Err(_) => FAILED,
        }
    }
}

unsafe extern "C" fn get_next(
    stream: *mut FFI_ArrowArrayStream,
    out: *mut FFI_ArrowArray,
) -> c_int {
    // SAFETY: the interface has callers pass a live stream, and room for an array. An array that
    // is released from the start marks the end.
    unsafe {
        let next = rest(stream).chunks.next();
        ptr::write(out, next.map_or_else(FFI_ArrowArray::empty, |data| FFI_ArrowArray::new(&data)));
    }
    0
}

unsafe extern "C" fn get_last_error(_: *mut FFI_ArrowArrayStream) -> *const c_char {
    c"the type of the arrays cannot be put into a schema".as_ptr()
}

unsafe extern "C" fn release(stream: *mut FFI_ArrowArrayStream) {
    // SAFETY: the interface has callers pass a live stream, once.
    unsafe {
        let rest = (*stream).set_private_data(ptr::null_mut());
        drop(Box::from_raw(rest.cast::<Rest>()));
        (*stream).set_release(None);
    }
}
