//! Arrays back in the hands of the library that they came from.

use pyo3::prelude::*;

use super::export::{ArrowArray, ArrowStream};

/// What is given back, before it is any library's.
pub enum Made {
    Array(ArrowArray),
    Stream(ArrowStream),
}

/// `made` as an array of pyarrow or a series of polars if that is what was `given`, under the same
/// name where it has one; else as it is, for any library to take.
///
/// No other library is tried: from pandas, for one, a series made so would come back without its
/// index.
pub fn back<'py>(given: &Bound<'py, PyAny>, made: Made) -> PyResult<Bound<'py, PyAny>> {
    let py = given.py();
    let in_pyarrow = match &made {
        Made::Array(_) => "array",
        Made::Stream(_) => "chunked_array",
    };
    let made = match made {
        Made::Array(array) => Bound::new(py, array)?.into_any(),
        Made::Stream(stream) => Bound::new(py, stream)?.into_any(),
    };
    let module = given.get_type().module()?;
    match module.to_str()?.split('.').next() {
        Some("pyarrow") => py.import("pyarrow")?.call_method1(in_pyarrow, (made,)),
        Some("polars") => {
            py.import("polars")?.call_method1("Series", (given.getattr("name")?, made))
        }
        _ => Ok(made),
    }
}
