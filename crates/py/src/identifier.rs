//! What `unspoof check` asks of the core about source code, and `skeleton`.

use pyo3::prelude::*;
use pyo3::types::PyString;
use unspoof_core::{Restriction, order};

use crate::reader::Reader;
use crate::spliced::Spliced;
use crate::text::{self, Units, code_points};

pub fn skeleton<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
    text::from_units(text.py(), &unspoof_core::skeleton(&code_points(text)?))
}

/// The restriction level of an identifier (str), by UTS #39.
#[pyfunction(name = "_restriction")]
pub fn restriction(identifier: &Bound<'_, PyString>) -> PyResult<&'static str> {
    Ok(Restriction::of(&code_points(identifier)?).name())
}

/// Names, one a line (str), each as it reads: a list in which one may be an impostor. `known` is
/// for those alone that read as a known word.
#[pyfunction(name = "_read_names")]
#[pyo3(signature = (names, *, known=false))]
pub fn read_names<'py>(
    names: &Bound<'py, PyString>,
    known: bool,
) -> PyResult<Bound<'py, PyString>> {
    let reader = Reader::shared()?.core();
    let (py, units) = (names.py(), Units::of(names)?);
    match py.detach(|| Spliced::new(units, &reader.read_names(&units.code_points(), known))) {
        Some(read) => read.into_str(py),
        None => Ok(names.clone()),
    }
}

/// Where characters stand (list of int) that are not seen and have no work to do.
#[pyfunction(name = "_idle")]
pub fn idle(text: &Bound<'_, PyString>) -> PyResult<Vec<usize>> {
    Ok(Reader::shared()?.core().idle(&code_points(text)?))
}

/// Where controls of direction stand (list of int) that nothing ends before their line does.
#[pyfunction(name = "_unpaired")]
pub fn unpaired(text: &Bound<'_, PyString>) -> PyResult<Vec<usize>> {
    Ok(order::unpaired(&code_points(text)?))
}
