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
                text::from_units(py, there)?.repr()?
            )));
        }
        out.extend_from_slice(&points[done..start]);
        out.extend_from_slice(&text::code_points(edit.restored.bind(py))?);
        done = end;
    }
    out.extend_from_slice(&points[done..]);
    text::from_units(py, &out)
}
