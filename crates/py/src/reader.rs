//! `Reader`: how to read, and the two verbs, as Python sees them.

use std::sync::OnceLock;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString, PyTuple};
use unspoof_core::{Ablation, GlyphReading, Likeness, Options, Profile};

use crate::batch::{self, How};
use crate::found::{self, Match};
use crate::needles::Needles;
use crate::reading::Reading;
use crate::text::Units;
use crate::{ablation, arrow, model, unlocked};

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

    /// What `read_names` and `idle` are functions of.
    pub fn core(&self) -> &unspoof_core::Reader {
        &self.0
    }

    pub fn known_languages(&self) -> Vec<&'static str> {
        self.0.known_languages()
    }

    pub fn glyph_readings(&self) -> impl Iterator<Item = GlyphReading> + '_ {
        self.0.glyph_readings()
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
        let units = Units::of(text)?;
        if unlocked::is_plain(&self.0, units) {
            return Ok(text.clone());
        }
        let py = text.py();
        match py.detach(|| unlocked::restored(&self.0, units)) {
            Some(changed) => changed.into_str(py),
            None => Ok(text.clone()),
        }
    }

    /// The text as it was meant, with every change listed (Reading).
    pub fn read(&self, text: &Bound<'_, PyString>) -> PyResult<Reading> {
        let units = Units::of(text)?;
        let (reading, changed) = text.py().detach(|| unlocked::read(&self.0, units));
        Reading::from_core(text, reading, changed)
    }

    /// Finds words and phrases in a text that may be disguised: as `unspoof.find`, read as this
    /// reader reads.
    ///
    /// >>> full = unspoof.Reader(profile="full")
    /// >>> found = full.find("Get y0ur fr33 gift and f.r.e.e d-e-l-i-v-e-r-y", "free")
    /// >>> [match.original for match in found]
    /// ['fr33', 'f.r.e.e']
    #[pyo3(signature = (text, needles, *, ignore_case=false, any_space=false))]
    pub fn find(
        &self,
        text: &Bound<'_, PyString>,
        needles: &Bound<'_, PyAny>,
        ignore_case: bool,
        any_space: bool,
    ) -> PyResult<Vec<Match>> {
        let needles = Needles::given(needles, Likeness { ignore_case, any_space })?;
        found::find(&self.0, text, &needles)
    }

    /// Masks words and phrases in a text that may be disguised: as `unspoof.censor`, read as this
    /// reader reads.
    ///
    /// >>> full = unspoof.Reader(profile="full")
    /// >>> full.censor("Get y0ur fr33 gift and f.r.e.e d-e-l-i-v-e-r-y", "free", "#")
    /// 'Get y0ur #### gift and #### d-e-l-i-v-e-r-y'
    #[pyo3(
        signature = (text, needles, mask=None, *, ignore_case=false, any_space=false),
        text_signature = "($self, text, needles, mask='*', *, ignore_case=False, any_space=False)"
    )]
    pub fn censor<'py>(
        &self,
        text: &Bound<'py, PyString>,
        needles: &Bound<'py, PyAny>,
        mask: Option<Bound<'py, PyString>>,
        ignore_case: bool,
        any_space: bool,
    ) -> PyResult<Bound<'py, PyString>> {
        let needles = Needles::given(needles, Likeness { ignore_case, any_space })?;
        let mask = mask.unwrap_or_else(|| PyString::new(text.py(), "*"));
        found::censor(&self.0, text, &needles, &mask)
    }

    /// Many texts as they were meant, on several threads.
    ///
    /// Takes a list (or any iterable) of str, returns a list in the same order, with the same
    /// objects where nothing changes. `threads` is how many threads read, the calling one among
    /// them (int); by default as many as there are cores for this process. The others end with
    /// the batch, so that processes may fork. `progress` is called on the calling thread with how
    /// many texts are done (int), some twenty times a second at most and at the end. What it
    /// raises, or Ctrl-C, ends the batch once the texts at hand are read. Raises TypeError that
    /// names the first item that is not a str, before anything is read; ValueError for fewer than
    /// one thread.
    ///
    /// >>> unspoof.Reader().restore_batch(["f\u200br\u200be\u200be", "plain"], threads=1)
    /// ['free', 'plain']
    #[pyo3(signature = (texts, *, threads=None, progress=None))]
    fn restore_batch<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        threads: Option<isize>,
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        batch::restore(&self.0, texts, &How::new(threads, progress)?)
    }

    /// Many texts as they were meant, with every change listed, on several threads.
    ///
    /// As `restore_batch`, but returns a list of Reading.
    ///
    /// >>> readings = unspoof.Reader().read_batch(["f\u200br\u200be\u200be", "plain"])
    /// >>> [len(reading.edits) for reading in readings]
    /// [3, 0]
    #[pyo3(signature = (texts, *, threads=None, progress=None))]
    fn read_batch<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        threads: Option<isize>,
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        batch::read(&self.0, texts, &How::new(threads, progress)?)
    }

    /// What was disguised among many texts, on several threads.
    ///
    /// As `read_batch`, but with None in place of each reading without edits: honest texts pass
    /// as fast as `restore_batch` passes them, since nobody asks for their languages.
    ///
    /// >>> first, second = unspoof.Reader().read_disguised(["f\u200br\u200be\u200be", "plain"])
    /// >>> first.text, second
    /// ('free', None)
    #[pyo3(signature = (texts, *, threads=None, progress=None))]
    fn read_disguised<'py>(
        &self,
        texts: &Bound<'py, PyAny>,
        threads: Option<isize>,
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyList>> {
        batch::read_disguised(&self.0, texts, &How::new(threads, progress)?)
    }

    /// The strings of an Arrow array as they were meant, on several threads.
    ///
    /// Takes any object that gives strings (utf8, large_utf8 or string_view, with nulls or
    /// without) by `__arrow_c_array__` or `__arrow_c_stream__`, such as a pyarrow Array or
    /// ChunkedArray or a polars Series. They are read where they lie; where no row changes, the
    /// same object comes back. Else it is one of the same type and length, from pyarrow a pyarrow
    /// array and from polars a Series; for other libraries, an object with the same method. A
    /// stream that can be read only once, having no length, is read whole, and comes back as a
    /// new object. `threads` and `progress` are as in `restore_batch`, and rows are its texts.
    /// Raises TypeError for what is no Arrow array or holds no strings, ValueError where a row is
    /// not UTF-8, OverflowError where the restored strings no longer fit the type.
    ///
    /// >>> import pyarrow
    /// >>> array = pyarrow.array(["f\u200br\u200be\u200be", None, "plain"])
    /// >>> unspoof.Reader().restore_arrow(array).to_pylist()
    /// ['free', None, 'plain']
    #[pyo3(signature = (array, *, threads=None, progress=None))]
    fn restore_arrow<'py>(
        &self,
        array: &Bound<'py, PyAny>,
        threads: Option<isize>,
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        arrow::restore(&self.0, array, &How::new(threads, progress)?)
    }

    /// What was disguised among the strings of an Arrow array, on several threads.
    ///
    /// Takes what `restore_arrow` takes; returns a dict of a Reading for each row (int, from 0 on,
    /// over all chunks) that changes, in their order. No other row is made a str. A stream that can
    /// be read only once is used up. Raises TypeError for what is no Arrow array or holds no
    /// strings, ValueError where a row is not UTF-8.
    ///
    /// >>> import pyarrow
    /// >>> array = pyarrow.array(["plain", None, "f\u200br\u200be\u200be"])
    /// >>> readings = unspoof.Reader().read_arrow(array)
    /// >>> {row: reading.text for row, reading in readings.items()}
    /// {2: 'free'}
    #[pyo3(signature = (array, *, threads=None, progress=None))]
    fn read_arrow<'py>(
        &self,
        array: &Bound<'py, PyAny>,
        threads: Option<isize>,
        progress: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyDict>> {
        arrow::read(&self.0, array, &How::new(threads, progress)?)
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
