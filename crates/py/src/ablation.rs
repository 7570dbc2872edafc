//! The private keyword of `Reader` with which measurements switch parts of the reader off.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use unspoof_core::Ablation;

/// Reads `{"no_scheme": True, ..., "forgotten": "мк"}`; `ValueError` for a name that is not one.
pub fn from_dict(given: &Bound<'_, PyDict>) -> PyResult<Ablation> {
    let mut ablation = Ablation::default();
    for (name, value) in given {
        match name.extract::<String>()?.as_str() {
            "no_scheme" => ablation.no_scheme = value.extract()?,
            "no_ngrams" => ablation.no_ngrams = value.extract()?,
            "no_measured" => ablation.no_measured = value.extract()?,
            "no_judge" => ablation.no_judge = value.extract()?,
            "forgotten" => ablation.forgotten = value.extract::<String>()?.chars().collect(),
            other => return Err(PyValueError::new_err(format!("unknown ablation {other:?}"))),
        }
    }
    Ok(ablation)
}

/// The way back, for pickling.
pub fn to_dict<'py>(py: Python<'py>, ablation: &Ablation) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("no_scheme", ablation.no_scheme)?;
    dict.set_item("no_ngrams", ablation.no_ngrams)?;
    dict.set_item("no_measured", ablation.no_measured)?;
    dict.set_item("no_judge", ablation.no_judge)?;
    dict.set_item("forgotten", ablation.forgotten.iter().collect::<String>())?;
    Ok(dict)
}
