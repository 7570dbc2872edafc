//! `obfuscate`: the simulator, and `Obfuscated`, what it gives, as Python sees them.

use std::sync::OnceLock;

use pyo3::exceptions::{PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::{Change, Kind, Obfuscator};

use crate::edit::Edit;
use crate::{model, text};

/// A text that was disguised on purpose, with the truth beside it.
///
/// Made by `obfuscate`. Immutable, hashable and picklable.
///
/// >>> made = unspoof.obfuscate("plain", "zero_width", rate=1.0)
/// >>> unspoof.apply(made.text, made.edits) == made.original == "plain"
/// True
/// >>> {edit.family for edit in made.edits}
/// {'invisible'}
#[pyclass(frozen, module = "unspoof")]
pub struct Obfuscated {
    /// The text as it was given: the same object (str).
    #[pyo3(get)]
    original: Py<PyString>,
    /// The disguised text; the same object as `original` where nothing was disguised (str).
    #[pyo3(get)]
    text: Py<PyString>,
    kind: Kind,
    changes: Vec<Change>,
    /// Made when first asked for: text for training is often wanted without them.
    edits: PyOnceLock<Py<PyTuple>>,
}

impl Obfuscated {
    /// All that tells one from another; `original` follows from it.
    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (&self.text, self.edits(py)?, self.family()).into_pyobject(py)
    }
}

#[pymethods]
impl Obfuscated {
    /// What takes every disguise off again: edits over `text`, sorted by position, not
    /// overlapping, with the family of each disguise (tuple of Edit).
    #[getter]
    fn edits<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let edits = self.edits.get_or_try_init(py, || {
            let original = text::code_points(self.original.bind(py))?;
            let disguised = text::code_points(self.text.bind(py))?;
            let edits = self
                .changes
                .iter()
                .map(|&change| Py::new(py, Edit::from_change(py, &original, &disguised, change)?))
                .collect::<PyResult<Vec<_>>>()?;
            PyResult::Ok(PyTuple::new(py, edits)?.unbind())
        })?;
        Ok(edits.bind(py).clone())
    }

    /// The kind of disguise that was asked for (str).
    #[getter]
    fn family(&self) -> &'static str {
        self.kind.name()
    }

    /// Everything as a dict of plain values, for JSON: `edits` as a list of dicts.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        dict.set_item("original", &self.original)?;
        dict.set_item("text", &self.text)?;
        dict.set_item("family", self.family())?;
        let edits = self.edits(py)?;
        let edits = edits.iter_borrowed().map(|edit| edit.cast::<Edit>()?.get().to_dict(py));
        dict.set_item("edits", edits.collect::<PyResult<Vec<_>>>()?)?;
        Ok(dict)
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let make = py.import("unspoof._core")?.getattr("_obfuscated")?;
        Ok((make, self.key(py)?))
    }

    fn __eq__(&self, other: &Bound<'_, Obfuscated>) -> PyResult<bool> {
        let py = other.py();
        self.key(py)?.eq(other.get().key(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        const SHOWN: usize = 40;
        let points = text::code_points(self.text.bind(py))?;
        let shown = text::from_units(py, &points[..points.len().min(SHOWN)])?.repr()?;
        let more = if points.len() > SHOWN { "…" } else { "" };
        let edits = self.edits(py)?.len();
        Ok(format!("<Obfuscated {shown}{more}: {}, {edits} edits>", self.family()))
    }
}

/// Disguises text, for testing a reader, a filter or a detector.
///
/// Takes the text (str), what `family` of disguise to make (str), at what `rate` (float, from 0
/// to 1) and a `seed` (int, from 0 to 2**64 - 1). Returns an Obfuscated, which holds the truth
/// too. The same arguments give the same result on every platform, for one version of unspoof.
/// Raises ValueError for a family, rate or seed that there is none of.
///
/// `family` is one of `unspoof.families()` or something finer. The rate is a probability, of
///
/// - each letter that has such a disguise: "lookalike", "foreign" (from another of Latin,
///   Cyrillic and Greek), "faux", "glyph" (all of these and stylised ones), "accent", "leet",
///   "multi"
/// - each different letter of the text: "scheme" (one glyph for a letter throughout)
/// - each word: "stylised" or one of "mathematical", "small_capitals", "fullwidth", "circled",
///   "squared", "parenthesised", "regional", "raised"; "invisible" or one of "zero_width",
///   "soft_hyphen", "filler", "tags", "selectors"; "combining" or one of "zalgo", "struck";
///   "bidi", "deletion", "spaced"; "mixed" (each word by a family at random)
/// - each line: "turned" or one of "upside_down", "backwards"
///
/// Into which script a letter is disguised follows from the letter: a word in Cyrillic is
/// disguised as one. What has no such disguise stays. Which glyphs stand for a letter is what
/// unspoof itself reads as the letter, so that its own figures on such text are flattering.
///
/// >>> made = unspoof.obfuscate("Call me", family="fullwidth", rate=1.0, seed=1)
/// >>> made.text
/// 'Ｃａｌｌ ｍｅ'
/// >>> made.edits[0].original, made.edits[0].restored, made.edits[0].family
/// ('Ｃ', 'C', 'stylised')
#[pyfunction]
#[pyo3(signature = (text, family="lookalike", rate=0.5, seed=0))]
pub fn obfuscate(
    text: &Bound<'_, PyString>,
    family: &str,
    rate: f64,
    #[pyo3(from_py_with = seed_from)] seed: u64,
) -> PyResult<Obfuscated> {
    let kind = kind(family)?;
    if !(0.0..=1.0).contains(&rate) {
        return Err(PyValueError::new_err(format!("rate {rate} is not from 0 to 1")));
    }
    let obfuscator = shared()?;
    let points = text::code_points(text)?;
    let made = text.py().detach(|| obfuscator.obfuscate(&points, kind, rate, seed));
    let disguised = match made.changes[..] {
        [] => text.clone(),
        _ => text::from_units(text.py(), &made.text)?,
    };
    Ok(Obfuscated {
        original: text.clone().unbind(),
        text: disguised.unbind(),
        kind,
        changes: made.changes,
        edits: PyOnceLock::new(),
    })
}

/// The names that `obfuscate` takes: the families of disguise, and finer kinds.
#[pyfunction]
pub fn kinds() -> Vec<&'static str> {
    Kind::ALL.map(Kind::name).to_vec()
}

/// Puts a pickled result together again.
#[pyfunction]
#[pyo3(name = "_obfuscated")]
pub fn unpickle_obfuscated(
    text: Bound<'_, PyString>,
    edits: Bound<'_, PyTuple>,
    family: &str,
) -> PyResult<Obfuscated> {
    let py = text.py();
    let made = PyOnceLock::new();
    made.get_or_init(py, || edits.clone().unbind());
    Ok(Obfuscated {
        original: crate::apply(&text, edits.as_any())?.unbind(),
        text: text.unbind(),
        kind: kind(family)?,
        changes: Vec::new(),
        edits: made,
    })
}

fn kind(family: &str) -> PyResult<Kind> {
    Kind::from_name(family).ok_or_else(|| {
        let known = kinds().join(", ");
        PyValueError::new_err(format!("unknown family {family:?}; known are {known}"))
    })
}

fn seed_from(seed: &Bound<'_, PyAny>) -> PyResult<u64> {
    seed.extract().map_err(|error: PyErr| {
        match error.is_instance_of::<PyOverflowError>(seed.py()) {
            true => PyValueError::new_err("seed is not from 0 to 2**64 - 1"),
            false => error,
        }
    })
}

/// The tables, made once, when first needed.
fn shared() -> PyResult<&'static Obfuscator> {
    static SHARED: OnceLock<Obfuscator> = OnceLock::new();
    let model = model::model()?;
    Ok(SHARED.get_or_init(|| Obfuscator::new(&model)))
}
