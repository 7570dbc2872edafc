//! Arrays out, by the Arrow PyCapsule interface: for any library that takes them.

use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema};
use arrow_schema::{ArrowError, FieldRef};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};

use super::column::Column;
use super::import::{ARRAY, SCHEMA, STREAM};
use super::stream;

/// An Arrow array of strings, for any library that takes one.
///
/// What `Reader.restore_arrow` gives for an array of a library that it does not know.
#[pyclass(frozen, module = "unspoof._core")]
pub struct ArrowArray {
    field: FieldRef,
    column: Column,
}

impl ArrowArray {
    pub fn new(field: FieldRef, column: Column) -> ArrowArray {
        ArrowArray { field, column }
    }
}

#[pymethods]
impl ArrowArray {
    /// The schema and the array, as a pair of capsules. No other schema can be had.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let _best_effort = requested_schema;
        let schema = FFI_ArrowSchema::try_from(self.field.as_ref()).map_err(|e| unwritten(&e))?;
        let array = FFI_ArrowArray::new(&self.column.to_data());
        let schema = PyCapsule::new_with_value(py, schema, SCHEMA)?;
        PyTuple::new(py, [schema, PyCapsule::new_with_value(py, array, ARRAY)?])
    }

    fn __len__(&self) -> usize {
        self.column.len()
    }
}

/// Arrow arrays of strings, one after the other, for any library that takes a stream of them.
///
/// What `Reader.restore_arrow` gives for a stream of a library that it does not know. It can be
/// read more than once.
#[pyclass(frozen, module = "unspoof._core")]
pub struct ArrowStream {
    field: FieldRef,
    chunks: Vec<Column>,
}

impl ArrowStream {
    pub fn new(field: FieldRef, chunks: Vec<Column>) -> ArrowStream {
        ArrowStream { field, chunks }
    }
}

#[pymethods]
impl ArrowStream {
    /// The stream, as a capsule. No other schema can be had.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _best_effort = requested_schema;
        let chunks = self.chunks.iter().map(Column::to_data).collect();
        let stream = stream::new(self.field.clone(), chunks);
        PyCapsule::new_with_value(py, stream, STREAM)
    }

    fn __len__(&self) -> usize {
        self.chunks.iter().map(Column::len).sum()
    }
}

fn unwritten(error: &ArrowError) -> PyErr {
    PyRuntimeError::new_err(error.to_string())
}
