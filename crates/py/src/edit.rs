//! `Edit`: one change, as Python sees it.

use pyo3::basic::CompareOp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::{Family, Reason};

use crate::{explain, text};

/// Why an edit was made: the core's code, put into words only when asked for, or given words.
enum Why {
    Coded(Reason),
    Given(Py<PyString>),
}

/// One change: `original`, at `start` up to `end`, was read as `restored`.
///
/// Offsets count the code points of the original text. `restored` is empty where characters
/// are dropped. `family` is the kind of disguise (one of `unspoof.families()`),
/// `confidence` runs from 0 to 1, `reason` is a sentence. Immutable, hashable, picklable, and
/// ordered by its fields, so first by position. Raises ValueError where the fields contradict
/// one another.
///
/// >>> edit = unspoof.Edit(1, 2, "ɑ", "a")
/// >>> unspoof.apply("cɑt", [edit])
/// 'cat'
#[pyclass(frozen, module = "unspoof")]
pub struct Edit {
    /// First code point of the original that is replaced (int).
    #[pyo3(get)]
    pub start: usize,
    /// One past the last code point of the original that is replaced (int).
    #[pyo3(get)]
    pub end: usize,
    /// What stands there (str).
    #[pyo3(get)]
    pub original: Py<PyString>,
    /// What was meant (str), empty where the characters are dropped.
    #[pyo3(get)]
    pub restored: Py<PyString>,
    pub family: Family,
    /// How sure the reading is, from 0 to 1, to four decimals (float).
    #[pyo3(get)]
    confidence: f64,
    why: Why,
}

impl Edit {
    /// The core's edit over `text`.
    pub fn from_core(text: &Bound<'_, PyString>, edit: unspoof_core::Edit) -> PyResult<Edit> {
        let py = text.py();
        let original = text::slice(text, edit.start, edit.end)?;
        Ok(Edit {
            start: edit.start,
            end: edit.end,
            original: original.unbind(),
            restored: PyString::new(py, &edit.restored).unbind(),
            family: edit.family,
            confidence: four_decimals(edit.confidence),
            why: Why::Coded(edit.reason),
        })
    }

    /// The edit that takes a disguise off again: `change` made `disguised` of `original`.
    pub fn from_change(
        py: Python<'_>,
        original: &[u32],
        disguised: &[u32],
        change: unspoof_core::Change,
    ) -> PyResult<Edit> {
        let glyphs = text::from_units(py, &disguised[change.start..change.end])?;
        let meant = text::from_units(py, &original[change.from..change.to])?;
        Ok(Edit {
            start: change.start,
            end: change.end,
            original: glyphs.unbind(),
            restored: meant.unbind(),
            family: change.family,
            confidence: 1.0,
            why: Why::Coded(change.reason),
        })
    }

    /// The edit that undoes this one in a text where it was made at `start`.
    pub fn inverse(&self, py: Python<'_>, start: usize) -> PyResult<Edit> {
        let restored = self.restored.bind(py);
        Ok(Edit {
            start,
            end: start + restored.len()?,
            original: self.restored.clone_ref(py),
            restored: self.original.clone_ref(py),
            family: self.family,
            confidence: self.confidence,
            why: Why::Given(PyString::new(py, "").unbind()),
        })
    }

    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (
            self.start,
            self.end,
            &self.original,
            &self.restored,
            self.family.name(),
            self.confidence,
            self.reason(py)?,
        )
            .into_pyobject(py)
    }
}

#[pymethods]
impl Edit {
    #[new]
    #[pyo3(
        signature = (start, end, original, restored, family="lookalike", confidence=1.0, reason=None),
        text_signature = "(start, end, original, restored, family='lookalike', confidence=1.0, reason='')"
    )]
    #[allow(clippy::too_many_arguments, reason = "one per field, as in any Python record")]
    fn new(
        py: Python<'_>,
        start: usize,
        end: usize,
        original: Bound<'_, PyString>,
        restored: Bound<'_, PyString>,
        family: &str,
        confidence: f64,
        reason: Option<Bound<'_, PyString>>,
    ) -> PyResult<Self> {
        if end.checked_sub(start) != Some(original.len()?) {
            return Err(PyValueError::new_err(format!(
                "an edit of {start}..{end} cannot replace {}, which has another length",
                original.repr()?
            )));
        }
        if !(0.0..=1.0).contains(&confidence) {
            return Err(PyValueError::new_err(format!(
                "confidence {confidence} is not from 0 to 1"
            )));
        }
        let family = Family::ALL.into_iter().find(|f| f.name() == family).ok_or_else(|| {
            let known = Family::ALL.map(Family::name).join(", ");
            PyValueError::new_err(format!("unknown family {family:?}; known are {known}"))
        })?;
        let reason = reason.unwrap_or_else(|| PyString::new(py, ""));
        Ok(Edit {
            start,
            end,
            original: original.unbind(),
            restored: restored.unbind(),
            family,
            confidence,
            why: Why::Given(reason.unbind()),
        })
    }

    /// The kind of disguise: "lookalike", "invisible" or "stylised" (str).
    #[getter]
    fn family(&self) -> &'static str {
        self.family.name()
    }

    /// Why the change was made, in a sentence (str).
    #[getter]
    fn reason<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        match &self.why {
            Why::Coded(reason) => {
                explain::sentence(self.original.bind(py), self.restored.bind(py), *reason)
            }
            Why::Given(words) => Ok(words.bind(py).clone()),
        }
    }

    /// The fields as a dict of plain values, for JSON.
    pub fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("start", self.start)?;
        dict.set_item("end", self.end)?;
        dict.set_item("original", &self.original)?;
        dict.set_item("restored", &self.restored)?;
        dict.set_item("family", self.family.name())?;
        dict.set_item("confidence", self.confidence)?;
        dict.set_item("reason", self.reason(py)?)?;
        Ok(dict)
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.key(py)
    }

    fn __richcmp__<'py>(
        &self,
        other: &Bound<'py, Edit>,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        self.key(py)?.rich_compare(other.get().key(py)?, op)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Edit{}", self.key(py)?.repr()?))
    }
}

/// The core keeps these in single precision, whose tail of digits means nothing to a reader.
pub fn four_decimals(x: f32) -> f64 {
    (f64::from(x) * 1e4).round() / 1e4
}
