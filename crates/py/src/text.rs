//! Python strings in and out by their own code units: the one file with `unsafe` in it.

use std::borrow::Cow;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::types::string::PyStringData;

/// The code units of `text` where they lie; nothing is copied.
pub fn units<'a>(text: &'a Bound<'_, PyString>) -> PyResult<PyStringData<'a>> {
    // SAFETY: the slice borrows `text`, which keeps the immutable string alive, and CPython's
    // layout is the one that this build was compiled for (one build per version, not abi3).
    unsafe { text.data() }
}

/// Whether every code point of `text` is below 128; CPython keeps this as a flag.
pub fn is_ascii(text: &Bound<'_, PyString>) -> bool {
    // SAFETY: `text` is a `str`. On CPython before 3.12 a string made by a legacy call may not be
    // ready; its flag is then unset, and `units` makes it ready.
    unsafe { ffi::PyUnicode_IS_ASCII(text.as_ptr()) != 0 }
}

/// A `str` of these code points, lone surrogates included.
pub fn from_code_points<'py>(py: Python<'py>, points: &[u32]) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: the pointer and length are those of a live slice of 4-byte units, which CPython
    // copies. A null result means that an exception is set, which `from_owned_ptr_or_err` fetches.
    unsafe {
        let made = ffi::PyUnicode_FromKindAndData(
            ffi::PyUnicode_4BYTE_KIND as _,
            points.as_ptr().cast(),
            points.len() as ffi::Py_ssize_t,
        );
        Ok(Bound::from_owned_ptr_or_err(py, made)?.cast_into_unchecked())
    }
}

/// The code points of `text`, borrowed where Python already keeps them four bytes wide.
pub fn code_points<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Cow<'a, [u32]>> {
    Ok(match units(text)? {
        PyStringData::Ucs1(units) => Cow::Owned(units.iter().map(|&u| u.into()).collect()),
        PyStringData::Ucs2(units) => Cow::Owned(units.iter().map(|&u| u.into()).collect()),
        PyStringData::Ucs4(units) => Cow::Borrowed(units),
    })
}
