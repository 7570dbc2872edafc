//! Edits put into a text, after checking that they fit it.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::edit::Edit;
use crate::text;

/// Applies `edits` to `original`; the same object back where there are none.
pub fn edits<'a, 'py>(
    original: &Bound<'py, PyString>,
    edits: impl ExactSizeIterator<Item = &'a Edit>,
) -> PyResult<Bound<'py, PyString>> {
    let py = original.py();
    if edits.len() == 0 {
        return Ok(original.clone());
    }
    let points = text::code_points(original)?;
    let mut out = Vec::with_capacity(points.len());
    let mut done = 0;
    for (n, edit) in edits.enumerate() {
        let (start, end) = (edit.start, edit.end);
        if start < done {
            return Err(PyValueError::new_err(format!(
                "edit {n} starts at {start}, before the end of the one before it at {done}: \
                 edits must be sorted and must not overlap"
            )));
        }
        let Some(there) = points.get(start..end) else {
            return Err(PyValueError::new_err(format!(
                "edit {n} covers {start}..{end}, but the text has {} code points",
                points.len()
            )));
        };
        if there != &*text::code_points(edit.original.bind(py))? {
            return Err(PyValueError::new_err(format!(
                "edit {n} replaces {}, but at {start}..{end} the text has {}",
                edit.original.bind(py).repr()?,
                text::from_code_points(py, there)?.repr()?
            )));
        }
        out.extend_from_slice(&points[done..start]);
        out.extend_from_slice(&text::code_points(edit.restored.bind(py))?);
        done = end;
    }
    out.extend_from_slice(&points[done..]);
    text::from_code_points(py, &out)
}

/// The core's own edits, which need no checking, applied without the interpreter; `None` where
/// there are none.
pub fn core_edits(points: &[u32], edits: &[unspoof_core::Edit]) -> Option<Vec<u32>> {
    if edits.is_empty() {
        return None;
    }
    let mut out = Vec::with_capacity(points.len());
    let mut done = 0;
    for edit in edits {
        out.extend_from_slice(&points[done..edit.start]);
        out.extend(edit.restored.chars().map(u32::from));
        done = edit.end;
    }
    out.extend_from_slice(&points[done..]);
    Some(out)
}
