//! The packed model, embedded in the library and opened once, when first needed.

use std::sync::{Arc, OnceLock};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use unspoof_core::{Model, ModelError};

/// Lines the bytes up for a core that uses its sections where they lie.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../model/unspoof.model"));

/// The model, shared by every reader; `RuntimeError` if the build's own copy is damaged.
pub fn model() -> PyResult<Arc<Model>> {
    static MODEL: OnceLock<Result<Arc<Model>, ModelError>> = OnceLock::new();
    match MODEL.get_or_init(|| Model::from_bytes(&BYTES.0).map(Arc::new)) {
        Ok(model) => Ok(model.clone()),
        Err(error) => Err(PyRuntimeError::new_err(format!(
            "this build of unspoof holds a damaged model: {error}; reinstall it"
        ))),
    }
}
