//! Python strings in and out by their own code units.

use std::borrow::Cow;

use pyo3::ffi;
use pyo3::prelude::*;
use pyo3::types::PyString;
use pyo3::types::string::PyStringData;

/// The code units of a `str` where they lie. Nothing is copied, and since a `str` never changes,
/// they can be read while the interpreter is at something else.
#[derive(Clone, Copy)]
pub struct Units<'a> {
    pub data: PyStringData<'a>,
    /// Whether every code point is below 128; CPython keeps this as a flag.
    pub is_ascii: bool,
}

impl<'a> Units<'a> {
    pub fn of(text: &'a Bound<'_, PyString>) -> PyResult<Units<'a>> {
        // SAFETY: the slice borrows `text`, which keeps the immutable string alive, and CPython's
        // layout is the one that this build was compiled for (one build per version, not abi3).
        // `data` makes a string ready that a legacy call left otherwise (CPython before 3.12), so
        // that its flags, asked for after it, are set.
        unsafe {
            let data = text.data()?;
            Ok(Units { data, is_ascii: ffi::PyUnicode_IS_ASCII(text.as_ptr()) != 0 })
        }
    }

    /// How many code points there are.
    pub fn len(&self) -> usize {
        match self.data {
            PyStringData::Ucs1(units) => units.len(),
            PyStringData::Ucs2(units) => units.len(),
            PyStringData::Ucs4(units) => units.len(),
        }
    }

    /// Has the processor fetch where this text lies, while another one is scanned. Strings are
    /// strewn over the memory; of those that are in no cache, a fifth more are scanned so.
    pub fn touch(&self) {
        match self.data {
            PyStringData::Ucs1(units) => touch(units),
            PyStringData::Ucs2(units) => touch(units),
            PyStringData::Ucs4(units) => touch(units),
        }
    }

    /// The code points, borrowed where Python already keeps them four bytes wide.
    pub fn code_points(&self) -> Cow<'a, [u32]> {
        match self.data {
            PyStringData::Ucs1(units) => Cow::Owned(units.iter().map(|&u| u.into()).collect()),
            PyStringData::Ucs2(units) => Cow::Owned(units.iter().map(|&u| u.into()).collect()),
            PyStringData::Ucs4(units) => Cow::Borrowed(units),
        }
    }
}

/// Loads something of each of the first pages; from there on the processor sees what is to come.
fn touch<U: Copy>(units: &[U]) {
    const PAGE: usize = 4096;
    for unit in units.iter().step_by(PAGE / size_of::<U>()).take(4) {
        std::hint::black_box(*unit);
    }
}

/// The code points of `text`, borrowed where Python already keeps them four bytes wide.
pub fn code_points<'a>(text: &'a Bound<'_, PyString>) -> PyResult<Cow<'a, [u32]>> {
    Ok(Units::of(text)?.code_points())
}

/// The code points from `start` up to `end`, which must lie inside `text`, as a `str`.
pub fn slice<'py>(
    text: &Bound<'py, PyString>,
    start: usize,
    end: usize,
) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: `text` is a `str`; CPython checks the bounds. A null result means that an exception
    // is set, which `from_owned_ptr_or_err` fetches.
    unsafe {
        let made = ffi::PyUnicode_Substring(text.as_ptr(), start as _, end as _);
        Ok(Bound::from_owned_ptr_or_err(text.py(), made)?.cast_into_unchecked())
    }
}

/// A code unit of one of Python's three widths.
pub trait Unit: Copy + Into<u32> {
    const KIND: u32;
}

impl Unit for u8 {
    const KIND: u32 = ffi::PyUnicode_1BYTE_KIND;
}

impl Unit for u16 {
    const KIND: u32 = ffi::PyUnicode_2BYTE_KIND;
}

impl Unit for u32 {
    const KIND: u32 = ffi::PyUnicode_4BYTE_KIND;
}

/// A `str` of these code points, lone surrogates included.
pub fn from_units<'py, U: Unit>(py: Python<'py>, units: &[U]) -> PyResult<Bound<'py, PyString>> {
    // SAFETY: the pointer and length are those of a live slice of units of this width, which
    // CPython copies. A null result means that an exception is set, which
    // `from_owned_ptr_or_err` fetches.
    unsafe {
        let made = ffi::PyUnicode_FromKindAndData(
            U::KIND as _,
            units.as_ptr().cast(),
            units.len() as ffi::Py_ssize_t,
        );
        Ok(Bound::from_owned_ptr_or_err(py, made)?.cast_into_unchecked())
    }
}
