//! What a list of `str` is made of, checked before anything is read.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};

use super::Block;
use crate::text::Units;

/// The texts of any iterable of `str`; `TypeError` names the first item that is none.
///
/// They are held here: the list may change while its texts are read.
pub fn of(given: &Bound<'_, PyAny>) -> PyResult<Vec<Py<PyString>>> {
    if given.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("texts is a list of str, not one str"));
    }
    let list = match given.cast_exact::<PyList>() {
        Ok(list) => list.clone(),
        Err(_) => given.py().get_type::<PyList>().call1((given,))?.cast_into()?,
    };
    let mut texts = Vec::with_capacity(list.len());
    for (at, text) in list.iter().enumerate() {
        match text.cast_into::<PyString>() {
            Ok(text) => texts.push(text.unbind()),
            Err(error) => {
                let kind = error.into_inner().get_type().name()?;
                return Err(PyTypeError::new_err(format!("texts[{at}] is a {kind}, not a str")));
            }
        }
    }
    Ok(texts)
}

/// The code units of each text.
pub fn units<'a>(py: Python<'a>, texts: &'a [Py<PyString>]) -> PyResult<Vec<Units<'a>>> {
    texts.iter().map(|text| Units::of(text.bind(py))).collect()
}

/// The texts in blocks.
pub fn blocks(units: &[Units<'_>], threads: usize) -> Vec<Block> {
    let total = units.iter().map(Units::len).sum();
    let mut blocks = Vec::new();
    super::blocks(0, units.iter().map(Units::len), total, threads, &mut blocks);
    blocks
}
