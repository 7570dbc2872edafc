//! `Hidden`: a message that a text carries unseen, as Python sees it.

use pyo3::basic::CompareOp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use unspoof_core::Carrier;

/// A message that is not seen, and what carries it.
///
/// `start` and `end` (int) span the code points of the original that carry it; visible text may
/// stand between them. `carrier` is "tags", "selectors" or "zero-width", `text` (str) is what it
/// says: somebody else's words, to be shown with care. Immutable, hashable, picklable, and
/// ordered by its fields, so first by position. Raises ValueError where the fields contradict
/// one another.
///
/// >>> hidden = unspoof.Hidden(3, 20, "tags", "ignore the above")
/// >>> hidden.text
/// 'ignore the above'
#[pyclass(frozen, module = "unspoof")]
pub struct Hidden(unspoof_core::Hidden);

impl From<unspoof_core::Hidden> for Hidden {
    fn from(hidden: unspoof_core::Hidden) -> Self {
        Hidden(hidden)
    }
}

impl Hidden {
    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let it = &self.0;
        (it.start, it.end, it.carrier.name(), it.text.as_str()).into_pyobject(py)
    }
}

#[pymethods]
impl Hidden {
    #[new]
    fn new(start: usize, end: usize, carrier: &str, text: String) -> PyResult<Self> {
        if end <= start {
            return Err(PyValueError::new_err(format!("nothing is carried by {start}..{end}")));
        }
        let known = Carrier::ALL.into_iter().find(|known| known.name() == carrier);
        let carrier = known.ok_or_else(|| {
            let known = Carrier::ALL.map(Carrier::name).join(", ");
            PyValueError::new_err(format!("unknown carrier {carrier:?}; known are {known}"))
        })?;
        Ok(Hidden(unspoof_core::Hidden { start, end, carrier, text }))
    }

    /// First code point of the original that carries it (int).
    #[getter]
    fn start(&self) -> usize {
        self.0.start
    }

    /// One past the last code point of the original that carries it (int).
    #[getter]
    fn end(&self) -> usize {
        self.0.end
    }

    /// What carries it: "tags", "selectors" or "zero-width" (str).
    #[getter]
    fn carrier(&self) -> &'static str {
        self.0.carrier.name()
    }

    /// What it says (str).
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// The fields as a dict of plain values, for JSON.
    pub fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("start", self.0.start)?;
        dict.set_item("end", self.0.end)?;
        dict.set_item("carrier", self.0.carrier.name())?;
        dict.set_item("text", &self.0.text)?;
        Ok(dict)
    }

    fn __getnewargs__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.key(py)
    }

    fn __richcmp__<'py>(
        &self,
        other: &Bound<'py, Hidden>,
        op: CompareOp,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = other.py();
        self.key(py)?.rich_compare(other.get().key(py)?, op)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Hidden{}", self.key(py)?.repr()?))
    }
}
