//! `Reader`: how to read, and the two verbs, as Python sees them.

use std::sync::OnceLock;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::string::PyStringData;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::{Ablation, Options, Profile};

use crate::reading::Reading;
use crate::{ablation, model, splice, text};

/// How to read. Immutable, picklable, and safe to share among threads; while a text is read
/// the interpreter's lock is released.
///
/// `profile` is "careful" (the default: only what no honest author types) or "full" (adds what
/// honest authors sometimes type, such as leet). `languages` lists the languages to expect by
/// their ISO 639 codes; by default, all that the model knows. Raises ValueError for a profile
/// or language that there is none of, RuntimeError if the installed model is damaged.
///
/// >>> unspoof.Reader(profile="full").restore("plain")
/// 'plain'
#[pyclass(frozen, module = "unspoof")]
pub struct Reader(unspoof_core::Reader);

impl Reader {
    fn open(options: Options) -> PyResult<Reader> {
        let reader = unspoof_core::Reader::new(model::model()?, options);
        Ok(Reader(reader.map_err(|unknown| PyValueError::new_err(unknown.to_string()))?))
    }

    /// The reader behind the module's functions, made when first needed.
    pub fn shared() -> PyResult<&'static Reader> {
        static SHARED: OnceLock<Reader> = OnceLock::new();
        if let Some(reader) = SHARED.get() {
            return Ok(reader);
        }
        let reader = Reader::open(Options::default())?;
        Ok(SHARED.get_or_init(|| reader))
    }

    pub fn known_languages(&self) -> Vec<&'static str> {
        self.0.known_languages()
    }

    fn is_plain(&self, text: &Bound<'_, PyString>) -> PyResult<bool> {
        Ok(match text::units(text)? {
            PyStringData::Ucs1(units) if text::is_ascii(text) => self.0.is_plain_ascii(units),
            PyStringData::Ucs1(units) => self.0.is_plain(units),
            PyStringData::Ucs2(units) => self.0.is_plain(units),
            PyStringData::Ucs4(units) => self.0.is_plain(units),
        })
    }
}

#[pymethods]
impl Reader {
    #[new]
    #[pyo3(signature = (profile="careful", languages=None, *, ablation=None))]
    fn new(
        profile: &str,
        languages: Option<&Bound<'_, PyAny>>,
        ablation: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        let profile = match profile {
            "careful" => Profile::Careful,
            "full" => Profile::Full,
            other => {
                let message =
                    format!("unknown profile {other:?}; there are \"careful\" and \"full\"");
                return Err(PyValueError::new_err(message));
            }
        };
        let languages = languages.map(codes).transpose()?;
        let ablation = ablation.map_or(Ok(Ablation::default()), ablation::from_dict)?;
        Reader::open(Options { profile, languages, ablation })
    }

    /// Which disguises are looked for: "careful" or "full" (str).
    #[getter]
    fn profile(&self) -> &'static str {
        match self.0.options().profile {
            Profile::Careful => "careful",
            Profile::Full => "full",
        }
    }

    /// The languages expected (tuple of str), or None for all.
    #[getter]
    fn languages<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyTuple>>> {
        let languages = self.0.options().languages.as_ref();
        languages.map(|codes| PyTuple::new(py, codes)).transpose()
    }

    /// The text as it was meant (str); the same object where nothing changes.
    pub fn restore<'py>(&self, text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
        if self.is_plain(text)? {
            return Ok(text.clone());
        }
        let py = text.py();
        let points = text::code_points(text)?;
        let restored = py.detach(|| splice::core_edits(&points, &self.0.read(&points).edits));
        match restored {
            Some(points) => text::from_code_points(py, &points),
            None => Ok(text.clone()),
        }
    }

    /// The text as it was meant, with every change listed (Reading).
    pub fn read(&self, text: &Bound<'_, PyString>) -> PyResult<Reading> {
        let points = text::code_points(text)?;
        let reading = text.py().detach(|| self.0.read(&points));
        Reading::from_core(text, &points, reading)
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let named = PyDict::new(py);
        let ablation = &self.0.options().ablation;
        if *ablation != Ablation::default() {
            named.set_item("ablation", ablation::to_dict(py, ablation)?)?;
        }
        Ok(((self.profile(), self.languages(py)?).into_pyobject(py)?, named))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let languages = self.languages(py)?.into_pyobject(py)?.repr()?;
        Ok(format!("Reader(profile='{}', languages={languages})", self.profile()))
    }
}

/// Any iterable of str but a str, which would be read as its letters.
fn codes(languages: &Bound<'_, PyAny>) -> PyResult<Vec<String>> {
    if languages.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err("languages is a list of codes, not a str"));
    }
    let codes: Vec<String> =
        languages.try_iter()?.map(|code| code?.extract()).collect::<PyResult<_>>()?;
    if codes.is_empty() {
        return Err(PyValueError::new_err("languages is empty; leave it out to expect all"));
    }
    Ok(codes)
}
