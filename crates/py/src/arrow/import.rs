//! Arrays in, by the Arrow PyCapsule interface.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::Array;
use arrow_array::ArrayReader;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi_and_data_type};
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_data::ArrayData;
use arrow_schema::{DataType, Field, FieldRef};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::column::Column;

pub const SCHEMA: &CStr = c"arrow_schema";
pub const ARRAY: &CStr = c"arrow_array";
pub const STREAM: &CStr = c"arrow_array_stream";

/// What was given: an array, or a stream of them.
pub struct Given {
    pub field: FieldRef,
    pub chunks: Vec<Column>,
    pub is_stream: bool,
}

impl Given {
    /// `TypeError` where it is no Arrow array, or none of strings.
    pub fn take(given: &Bound<'_, PyAny>) -> PyResult<Given> {
        if given.hasattr("__arrow_c_array__")? {
            let capsules = given.call_method0("__arrow_c_array__")?;
            let (schema, array): (Bound<'_, PyCapsule>, Bound<'_, PyCapsule>) =
                capsules.extract()?;
            return one(&schema, &array);
        }
        if given.hasattr("__arrow_c_stream__")? {
            let capsule = given.call_method0("__arrow_c_stream__")?;
            return stream(capsule.cast::<PyCapsule>()?);
        }
        let kind = given.get_type().name()?;
        Err(PyTypeError::new_err(format!(
            "a {kind} is no Arrow array: it has neither __arrow_c_array__ nor __arrow_c_stream__; \
             restore_batch takes a list of str"
        )))
    }
}

fn one(schema: &Bound<'_, PyCapsule>, array: &Bound<'_, PyCapsule>) -> PyResult<Given> {
    let schema = schema.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    // SAFETY: a capsule of this name holds an ArrowSchema, which lives as long as the capsule.
    let field = Field::try_from(unsafe { schema.as_ref() }).map_err(|error| unread(&error))?;
    let bytes = bytes_like(&field)?;
    let array = array.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: a capsule of this name holds an ArrowArray; it is moved out of it once, which leaves
    // it marked as released. Its producer vouches that it is as its schema says, and arrays of
    // strings are laid out as those of bytes.
    let data = unsafe {
        let array = FFI_ArrowArray::from_raw(array.as_ptr());
        if array.is_released() {
            return Err(PyValueError::new_err("the Arrow array was used up before"));
        }
        from_ffi_and_data_type(array, bytes)
    };
    let data = data.map_err(|error| unread(&error))?;
    let chunks = Vec::from_iter(Column::new(data));
    Ok(Given { field: Arc::new(field), chunks, is_stream: false })
}

fn stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Given> {
    let stream = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: a capsule of this name holds an ArrowArrayStream; it is moved out of it once, which
    // leaves it marked as released.
    let reader = unsafe { ArrayStreamReader::from_raw(stream.as_ptr()) };
    let reader = reader.map_err(|error| unread(&error))?;
    let field = reader.field().clone();
    let bytes = bytes_like(&field)?;
    let mut chunks = Vec::new();
    for array in reader {
        let array = array.map_err(|error| PyValueError::new_err(error.to_string()))?;
        let data = as_bytes(array.to_data(), &bytes);
        chunks.extend(Column::new(data));
    }
    Ok(Given { field, chunks, is_stream: true })
}

/// An array of strings as the array of bytes that is laid out alike.
fn as_bytes(strings: ArrayData, bytes: &DataType) -> ArrayData {
    // SAFETY: the layouts are the same, and bytes have to be less than strings.
    unsafe { strings.into_builder().data_type(bytes.clone()).build_unchecked() }
}

fn bytes_like(field: &Field) -> PyResult<DataType> {
    Column::bytes_like(field.data_type()).ok_or_else(|| {
        let advice = match field.data_type() {
            DataType::Struct(_) => "give one of its columns",
            _ => "cast it first, by .cast(pyarrow.string()) or .cast(polars.String)",
        };
        let kind = field.data_type();
        PyTypeError::new_err(format!("an Arrow array of {kind} holds no strings; {advice}"))
    })
}

/// A type of Arrow that arrow-rs does not know.
fn unread(error: &arrow_schema::ArrowError) -> PyErr {
    PyTypeError::new_err(format!("cannot take this Arrow array: {error}"))
}
