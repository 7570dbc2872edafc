//! `Reading`: what was found in one text, as Python sees it.

use std::ops::Range;
use std::sync::OnceLock;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::{Alignment, Share};

use crate::edit::{Edit, four_decimals};
use crate::hidden::Hidden;
use crate::spliced::Spliced;
use crate::substitution::Substitution;
use crate::{splice, text};

type Shares = Vec<(String, f64)>;

/// What was read in one text: every change, and what the text showed of its author's ways.
///
/// Made by `read`. Immutable, hashable and picklable.
///
/// >>> reading = unspoof.read("plain")
/// >>> reading.text, reading.edits, reading.obfuscated
/// ('plain', (), False)
#[pyclass(frozen, module = "unspoof")]
pub struct Reading {
    /// The text as it was given: the same object (str).
    #[pyo3(get)]
    original: Py<PyString>,
    /// The text as it was meant; the same object as `original` where nothing changes (str).
    #[pyo3(get)]
    text: Py<PyString>,
    /// Every change, sorted by position, not overlapping (tuple of Edit).
    #[pyo3(get)]
    edits: Py<PyTuple>,
    /// How sure it is that the text was disguised at all, from 0 to 1 (float).
    #[pyo3(get)]
    score: f64,
    /// What stood for what and how often, most frequent first (tuple of Substitution).
    #[pyo3(get)]
    scheme: Py<PyTuple>,
    scripts: Shares,
    languages: Shares,
    /// Messages that the text carries unseen, decoded, by position; no part of `text` (tuple of
    /// Hidden).
    #[pyo3(get)]
    hidden: Py<PyTuple>,
    /// Made when first asked for, and kept: whoever maps one span mostly maps more.
    alignment: OnceLock<Alignment>,
}

impl Reading {
    /// The core's reading of `original`, and what it makes of it, if anything changes.
    pub fn from_core(
        original: &Bound<'_, PyString>,
        reading: unspoof_core::Reading,
        changed: Option<Spliced>,
    ) -> PyResult<Reading> {
        let py = original.py();
        let text = match changed {
            Some(changed) => changed.into_str(py)?,
            None => original.clone(),
        };
        let edits = reading
            .edits
            .into_iter()
            .map(|edit| Py::new(py, Edit::from_core(original, edit)?))
            .collect::<PyResult<Vec<_>>>()?;
        let scheme = reading
            .scheme
            .into_iter()
            .map(|entry| Py::new(py, Substitution::from(entry)))
            .collect::<PyResult<Vec<_>>>()?;
        let hidden = reading
            .hidden
            .into_iter()
            .map(|hidden| Py::new(py, Hidden::from(hidden)))
            .collect::<PyResult<Vec<_>>>()?;
        Ok(Reading {
            text: text.unbind(),
            original: original.clone().unbind(),
            edits: PyTuple::new(py, edits)?.unbind(),
            score: four_decimals(reading.score),
            scheme: PyTuple::new(py, scheme)?.unbind(),
            scripts: shares(reading.scripts),
            languages: shares(reading.languages),
            hidden: PyTuple::new(py, hidden)?.unbind(),
            alignment: OnceLock::new(),
        })
    }

    fn alignment(&self, py: Python<'_>) -> PyResult<&Alignment> {
        if let Some(made) = self.alignment.get() {
            return Ok(made);
        }
        let edits = self.edits.bind(py).iter_borrowed().map(|edit| {
            let edit = edit.cast::<Edit>()?.get();
            Ok((edit.start..edit.end, edit.restored.bind(py).len()?, edit.family))
        });
        let made = Alignment::new(edits.collect::<PyResult<Vec<_>>>()?);
        Ok(self.alignment.get_or_init(|| made))
    }

    /// All that tells one reading from another; `text` follows from the rest.
    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (
            &self.original,
            &self.edits,
            self.score,
            &self.scheme,
            PyTuple::new(py, &self.scripts)?,
            PyTuple::new(py, &self.languages)?,
            &self.hidden,
        )
            .into_pyobject(py)
    }
}

#[pymethods]
impl Reading {
    /// Whether anything in the text was disguised: whether there is any edit (bool).
    #[getter]
    fn obfuscated(&self, py: Python<'_>) -> bool {
        !self.edits.bind(py).is_empty()
    }

    /// Scripts the text was read as: ISO 15924 code to share of its letters, largest first (dict).
    #[getter]
    fn scripts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        to_dict(py, &self.scripts)
    }

    /// Languages the text was read as: ISO 639 code to share of its letters, largest first (dict).
    #[getter]
    fn languages<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        to_dict(py, &self.languages)
    }

    /// Puts the disguise back: the inverse of every edit, applied to `text` (str; by default the
    /// reading's own). Returns str: the original. Raises ValueError where `text` does not hold
    /// what the edits restored, at the offsets where they put it.
    ///
    /// >>> reading = unspoof.read("plain")
    /// >>> reading.undo() == reading.original
    /// True
    #[pyo3(signature = (text=None))]
    fn undo<'py>(
        &self,
        py: Python<'py>,
        text: Option<Bound<'py, PyString>>,
    ) -> PyResult<Bound<'py, PyString>> {
        let (mut gained, mut lost) = (0, 0);
        let mut inverse = Vec::new();
        for edit in self.edits.bind(py).iter_borrowed() {
            let edit = edit.cast::<Edit>()?.get();
            let back = edit.inverse(py, edit.start + gained - lost)?;
            gained += back.end - back.start;
            lost += edit.end - edit.start;
            inverse.push(back);
        }
        let text = text.unwrap_or_else(|| self.text.bind(py).clone());
        splice::edits(&text, inverse.iter())
    }

    /// Where the span of `text` from `start` up to `end` stands in `original`. Offsets count code
    /// points (int).
    ///
    /// Returns a tuple of two int. A boundary inside an edit of several characters widens to the
    /// edit's border. What was dropped at a boundary stays outside, except for marks that stood on
    /// the span's last character. An empty span is empty there too, unless it lies inside an edit
    /// or where something was dropped: then it is all of that. Raises ValueError unless
    /// 0 <= start <= end <= len(text).
    ///
    /// >>> reading = unspoof.read("Wrιtɑ tɑ m\u200bɑx@exɑmple.com")
    /// >>> at = reading.text.index("max@")
    /// >>> start, end = reading.to_original(at, at + 3)
    /// >>> reading.original[start:end] == "m\u200bɑx"
    /// True
    fn to_original(&self, py: Python<'_>, start: isize, end: isize) -> PyResult<(usize, usize)> {
        let span = span(self.text.bind(py), start, end)?;
        let there = self.alignment(py)?.to_original(span);
        Ok((there.start, there.end))
    }

    /// What the span of `original` from `start` up to `end` became in `text`: the other way round
    /// than `to_original`, by the same rules (tuple of two int). Raises ValueError unless
    /// 0 <= start <= end <= len(original).
    ///
    /// >>> unspoof.read("plain").to_restored(1, 3)
    /// (1, 3)
    fn to_restored(&self, py: Python<'_>, start: isize, end: isize) -> PyResult<(usize, usize)> {
        let span = span(self.original.bind(py), start, end)?;
        let there = self.alignment(py)?.to_restored(span);
        Ok((there.start, there.end))
    }

    /// Everything as a dict of plain values, for JSON: `edits`, `scheme` and `hidden` as lists
    /// of dicts.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let edits = self.edits.bind(py).iter_borrowed();
        let scheme = self.scheme.bind(py).iter_borrowed();
        let dict = PyDict::new(py);
        dict.set_item("original", &self.original)?;
        dict.set_item("text", &self.text)?;
        dict.set_item("obfuscated", self.obfuscated(py))?;
        dict.set_item("score", self.score)?;
        let edits = edits.map(|edit| edit.cast::<Edit>()?.get().to_dict(py));
        dict.set_item("edits", edits.collect::<PyResult<Vec<_>>>()?)?;
        let scheme = scheme.map(|row| row.cast::<Substitution>()?.get().to_dict(py));
        dict.set_item("scheme", scheme.collect::<PyResult<Vec<_>>>()?)?;
        dict.set_item("scripts", self.scripts(py)?)?;
        dict.set_item("languages", self.languages(py)?)?;
        let hidden = self.hidden.bind(py).iter_borrowed();
        let hidden = hidden.map(|one| one.cast::<Hidden>()?.get().to_dict(py));
        dict.set_item("hidden", hidden.collect::<PyResult<Vec<_>>>()?)?;
        Ok(dict)
    }

    fn __reduce__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let make = py.import("unspoof._core")?.getattr("_reading")?;
        Ok((make, self.key(py)?))
    }

    fn __eq__(&self, other: &Bound<'_, Reading>) -> PyResult<bool> {
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
        let edits = self.edits.bind(py).len();
        let hidden = match self.hidden.bind(py).len() {
            0 => String::new(),
            count => format!(", {count} hidden"),
        };
        Ok(format!("<Reading of {shown}{more}: {edits} edits, score {}{hidden}>", self.score))
    }
}

/// Puts a pickled reading together again.
#[pyfunction]
#[pyo3(name = "_reading")]
pub fn unpickle(
    original: Bound<'_, PyString>,
    edits: Bound<'_, PyTuple>,
    score: f64,
    scheme: Py<PyTuple>,
    scripts: Shares,
    languages: Shares,
    hidden: Py<PyTuple>,
) -> PyResult<Reading> {
    Ok(Reading {
        text: crate::apply(&original, edits.as_any())?.unbind(),
        original: original.unbind(),
        edits: edits.unbind(),
        score,
        scheme,
        scripts,
        languages,
        hidden,
        alignment: OnceLock::new(),
    })
}

/// The code points from `start` up to `end`, which must lie inside `text`.
fn span(text: &Bound<'_, PyString>, start: isize, end: isize) -> PyResult<Range<usize>> {
    let length = text.len()?;
    match (usize::try_from(start), usize::try_from(end)) {
        (Ok(start), Ok(end)) if start <= end && end <= length => Ok(start..end),
        _ => Err(PyValueError::new_err(format!(
            "{start}..{end} is no span of a text of {length} code points"
        ))),
    }
}

fn shares(shares: Vec<Share>) -> Shares {
    shares.into_iter().map(|s| (s.code.to_owned(), four_decimals(s.share))).collect()
}

fn to_dict<'py>(py: Python<'py>, shares: &Shares) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (code, share) in shares {
        dict.set_item(code, share)?;
    }
    Ok(dict)
}
