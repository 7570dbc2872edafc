//! `Match`: where a needle was found, as Python sees it; and the text with its matches masked.

use pyo3::basic::CompareOp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::string::PyStringData;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::Reader;

use crate::needles::Needles;
use crate::text::{self, Units};

/// Where a needle was found: `original`, at `start` up to `end`, reads as it or is it.
///
/// Offsets (int) count the code points of the original text, whole grapheme clusters of it.
/// `needle` (str) is the needle as it was given, `index` (int) its place among those given.
/// Immutable, hashable, picklable, and ordered by its fields, so first by position. Raises
/// ValueError where the fields contradict one another.
///
/// >>> unspoof.find("a ƒгее gift", "free")
/// [Match(2, 6, 'free', 'ƒгее', 0)]
#[pyclass(frozen, module = "unspoof")]
pub struct Match {
    /// First code point of the original (int).
    #[pyo3(get)]
    start: usize,
    /// One past the last code point of the original (int).
    #[pyo3(get)]
    end: usize,
    /// What was looked for (str).
    #[pyo3(get)]
    needle: Py<PyString>,
    /// What stands there (str).
    #[pyo3(get)]
    original: Py<PyString>,
    /// Which of the needles it is (int).
    #[pyo3(get)]
    index: usize,
}

impl Match {
    fn from_core(
        original: &Bound<'_, PyString>,
        needles: &Bound<'_, PyTuple>,
        found: unspoof_core::Match,
    ) -> PyResult<Match> {
        let unspoof_core::Match { start, end, needle: index } = found;
        let needle = needles.get_borrowed_item(index)?.cast::<PyString>()?.to_owned().unbind();
        let original = text::slice(original, start, end)?.unbind();
        Ok(Match { start, end, needle, original, index })
    }

    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (self.start, self.end, &self.needle, &self.original, self.index).into_pyobject(py)
    }
}

#[pymethods]
impl Match {
    #[new]
    #[pyo3(signature = (start, end, needle, original, index=0))]
    fn new(
        start: usize,
        end: usize,
        needle: Bound<'_, PyString>,
        original: Bound<'_, PyString>,
        index: usize,
    ) -> PyResult<Self> {
        if end <= start || end - start != original.len()? {
            return Err(PyValueError::new_err(format!(
                "a match at {start}..{end} cannot be {}, which has another length",
                original.repr()?
            )));
        }
        Ok(Match { start, end, needle: needle.unbind(), original: original.unbind(), index })
    }

    /// The fields as a dict of plain values, for JSON.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("start", self.start)?;
        dict.set_item("end", self.end)?;
        dict.set_item("needle", &self.needle)?;
        dict.set_item("original", &self.original)?;
        dict.set_item("index", self.index)?;
        Ok(dict)
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.key(py)
    }

    fn __richcmp__<'py>(
        &self,
        other: &Bound<'py, Match>,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        self.key(py)?.rich_compare(other.get().key(py)?, op)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Match{}", self.key(py)?.repr()?))
    }
}

/// All matches in a text.
pub fn find(
    reader: &Reader,
    text: &Bound<'_, PyString>,
    needles: &Bound<'_, Needles>,
) -> PyResult<Vec<Match>> {
    let units = Units::of(text)?;
    let ready = &needles.get().ready;
    let found = text.py().detach(|| match units.data {
        PyStringData::Ucs1(units) => reader.find(units, ready),
        PyStringData::Ucs2(units) => reader.find(units, ready),
        PyStringData::Ucs4(units) => reader.find(units, ready),
    });
    let needles = needles.get().needles.bind(text.py());
    found.into_iter().map(|found| Match::from_core(text, needles, found)).collect()
}

/// A text with its matches masked; the same object where there are none.
pub fn censor<'py>(
    reader: &Reader,
    text: &Bound<'py, PyString>,
    needles: &Bound<'py, Needles>,
    mask: &Bound<'py, PyString>,
) -> PyResult<Bound<'py, PyString>> {
    let units = Units::of(text)?;
    let ready = &needles.get().ready;
    let mask = &*text::code_points(mask)?;
    let made = text.py().detach(|| match units.data {
        PyStringData::Ucs1(units) => reader.censor(units, ready, mask),
        PyStringData::Ucs2(units) => reader.censor(units, ready, mask),
        PyStringData::Ucs4(units) => reader.censor(units, ready, mask),
    });
    match made {
        Some(made) => text::from_units(text.py(), &made),
        None => Ok(text.clone()),
    }
}
