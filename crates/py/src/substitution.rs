//! `Substitution`: one row of a document's scheme.

use pyo3::basic::CompareOp;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use unspoof_core::SchemeEntry;

/// One row of a document's scheme: what its author put in a letter's place, and how often.
///
/// `glyph` (str) stands in the text, `reading` (str, empty where the glyph was dropped) is what
/// it stands for, `count` (int) says how often it was read so. Immutable, hashable, ordered by
/// its fields, and unpacks into the three of them.
///
/// >>> glyph, reading, count = unspoof.Substitution("ɑ", "a", 84)
/// >>> reading
/// 'a'
#[pyclass(frozen, module = "unspoof")]
#[derive(Clone)]
pub struct Substitution {
    /// What stands in the text (str).
    #[pyo3(get)]
    glyph: String,
    /// What it stands for (str).
    #[pyo3(get)]
    reading: String,
    /// How often it was read so (int).
    #[pyo3(get)]
    count: u32,
}

impl From<SchemeEntry> for Substitution {
    fn from(entry: SchemeEntry) -> Self {
        Substitution { glyph: entry.glyph, reading: entry.reading, count: entry.count }
    }
}

impl Substitution {
    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (self.glyph.as_str(), self.reading.as_str(), self.count).into_pyobject(py)
    }
}

#[pymethods]
impl Substitution {
    #[new]
    fn new(glyph: String, reading: String, count: u32) -> Self {
        Substitution { glyph, reading, count }
    }

    /// The fields as a dict of plain values, for JSON.
    pub fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("glyph", &self.glyph)?;
        dict.set_item("reading", &self.reading)?;
        dict.set_item("count", self.count)?;
        Ok(dict)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.key(py)?.try_iter()?.into_any())
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.key(py)
    }

    fn __richcmp__<'py>(
        &self,
        other: &Bound<'py, Substitution>,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        self.key(py)?.rich_compare(other.get().key(py)?, op)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Substitution{}", self.key(py)?.repr()?))
    }
}
