//! `Needles`: what is looked for, as Python sees it.

use std::borrow::Cow;

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use unspoof_core::Likeness;

use crate::text;

/// Words and phrases to look for, prepared once for any number of texts.
///
/// `needles` is a str or an iterable of str, thousands of them if need be. `ignore_case` makes
/// letters alike that differ in case only, by Unicode's full case folding ("ß" and "SS"), in no
/// language's own way: a Turkish "İ" is no "i". `any_space` makes all white space alike, line ends
/// and no-break spaces among it, and any amount of it. Nothing else is alike: an "é" of one code
/// point is not found where it is written as two. `find` and `censor` take this in place of str.
/// Immutable, hashable, picklable, and safe to share among threads. Raises ValueError for a
/// needle that is empty, TypeError for one that is not a str.
///
/// >>> needles = unspoof.Needles(["free delivery", "bonus"], ignore_case=True)
/// >>> [match.needle for match in unspoof.find("FREE Deliνеrу", needles)]
/// ['free delivery']
#[pyclass(frozen, module = "unspoof")]
pub struct Needles {
    pub ready: unspoof_core::Needles,
    /// What is looked for (tuple of str).
    #[pyo3(get)]
    pub needles: Py<PyTuple>,
}

impl Needles {
    fn make(given: &Bound<'_, PyAny>, likeness: Likeness) -> PyResult<Needles> {
        let py = given.py();
        let needles = match given.cast::<PyString>() {
            Ok(one) => vec![one.clone()],
            Err(_) => all(given)?,
        };
        let points: Vec<Cow<'_, [u32]>> =
            needles.iter().map(text::code_points).collect::<PyResult<_>>()?;
        let ready = py.detach(|| unspoof_core::Needles::new(&points, likeness));
        let ready = ready.map_err(|error| PyValueError::new_err(error.to_string()))?;
        drop(points);
        Ok(Needles { ready, needles: PyTuple::new(py, needles)?.unbind() })
    }

    /// What was given to `find`: prepared needles, or what they are made of.
    pub fn given<'py>(
        given: &Bound<'py, PyAny>,
        likeness: Likeness,
    ) -> PyResult<Bound<'py, Needles>> {
        match given.cast::<Needles>() {
            Ok(ready) if likeness == Likeness::default() => Ok(ready.clone()),
            Ok(_) => Err(PyValueError::new_err(
                "Needles were made with ignore_case and any_space or without: say it there",
            )),
            Err(_) => Bound::new(given.py(), Needles::make(given, likeness)?),
        }
    }

    fn key<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (&self.needles, self.ignore_case(), self.any_space()).into_pyobject(py)
    }
}

#[pymethods]
impl Needles {
    #[new]
    #[pyo3(signature = (needles, *, ignore_case=false, any_space=false))]
    fn new(needles: &Bound<'_, PyAny>, ignore_case: bool, any_space: bool) -> PyResult<Self> {
        Needles::make(needles, Likeness { ignore_case, any_space })
    }

    /// Whether letter case makes no difference (bool).
    #[getter]
    fn ignore_case(&self) -> bool {
        self.ready.likeness().ignore_case
    }

    /// Whether it makes no difference which white space it is, and how much (bool).
    #[getter]
    fn any_space(&self) -> bool {
        self.ready.likeness().any_space
    }

    fn __getnewargs_ex__<'py>(
        &self,
        py: Python<'py>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let named = PyDict::new(py);
        named.set_item("ignore_case", self.ignore_case())?;
        named.set_item("any_space", self.any_space())?;
        Ok(((&self.needles,).into_pyobject(py)?, named))
    }

    fn __eq__(&self, other: &Bound<'_, Needles>) -> PyResult<bool> {
        let py = other.py();
        self.key(py)?.eq(other.get().key(py)?)
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<isize> {
        self.key(py)?.hash()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        const SHOWN: usize = 3;
        let needles = self.needles.bind(py);
        let more = if needles.len() > SHOWN { ", …" } else { "" };
        let shown =
            needles.iter_borrowed().take(SHOWN).map(|needle| Ok(needle.repr()?.to_string()));
        let shown = shown.collect::<PyResult<Vec<_>>>()?.join(", ");
        let flag = |flag: bool| if flag { "True" } else { "False" };
        Ok(format!(
            "Needles([{shown}{more}], ignore_case={}, any_space={})",
            flag(self.ignore_case()),
            flag(self.any_space())
        ))
    }
}

/// The items of an iterable, each a str.
fn all<'py>(given: &Bound<'py, PyAny>) -> PyResult<Vec<Bound<'py, PyString>>> {
    let items = given.try_iter().map_err(|_| {
        let kind = given.get_type();
        PyTypeError::new_err(format!("needles are a str, several of them, or Needles, not {kind}"))
    })?;
    let str_at = |(number, item): (usize, PyResult<Bound<'py, PyAny>>)| {
        item?.cast_into::<PyString>().map_err(|error| {
            let kind = error.into_inner().get_type();
            PyTypeError::new_err(format!("needle {number} is not a str but {kind}"))
        })
    };
    items.enumerate().map(str_at).collect()
}
