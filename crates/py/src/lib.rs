//! `unspoof._core`: the reader for Python. Checks arguments, releases the interpreter's lock,
//! moves strings in and out; decides nothing about text.

mod ablation;
mod arrow;
mod batch;
mod edit;
mod explain;
mod hidden;
mod model;
mod obfuscate;
mod reader;
mod reading;
mod splice;
mod spliced;
mod substitution;
mod text;
mod unlocked;

use pyo3::prelude::*;
use pyo3::types::PyString;
use unspoof_core::Family;

use edit::Edit;
use hidden::Hidden;
use obfuscate::Obfuscated;
use reader::Reader;
use reading::Reading;
use substitution::Substitution;

/// The text as it was meant.
///
/// Takes and returns str; the same object where nothing changes. Lone surrogates stay. Raises
/// TypeError for what is not a str.
///
/// >>> unspoof.restore("plain")
/// 'plain'
#[pyfunction]
fn restore<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
    Reader::shared()?.restore(text)
}

/// The text as it was meant, with every change listed.
///
/// Takes str, returns a Reading, whose offsets count code points of `text`. Raises TypeError
/// for what is not a str.
///
/// >>> unspoof.read("plain").edits
/// ()
#[pyfunction]
fn read(text: &Bound<'_, PyString>) -> PyResult<Reading> {
    Reader::shared()?.read(text)
}

/// Applies edits to the text that they were made for.
///
/// Takes the original (str) and any iterable of Edit, sorted by position; returns str, the same
/// object where there are no edits. Raises ValueError where edits overlap, are out of order or
/// range, or replace something else than what stands there.
///
/// >>> unspoof.apply("cɑt", [unspoof.Edit(1, 2, "ɑ", "a")])
/// 'cat'
#[pyfunction]
fn apply<'py>(
    original: &Bound<'py, PyString>,
    edits: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyString>> {
    let edits = edits
        .try_iter()?
        .map(|edit| Ok(edit?.cast_into::<Edit>()?))
        .collect::<PyResult<Vec<Bound<'py, Edit>>>>()?;
    splice::edits(original, edits.iter().map(Bound::get))
}

/// The names of the families of disguise.
#[pyfunction]
fn families() -> Vec<&'static str> {
    Family::ALL.map(Family::name).to_vec()
}

/// The ISO 639 codes of the languages that the model holds words for.
#[pyfunction]
fn languages() -> PyResult<Vec<&'static str>> {
    Ok(Reader::shared()?.known_languages())
}

/// Glyph, letter, reading, script, family and cost.
type GlyphRow = (char, bool, String, &'static str, &'static str, f32);

/// What each glyph may be read as, without any context.
///
/// Returns a list of tuples (glyph, letter, reading, script, family, cost): a character, whether
/// some language's orthography writes it (so do all with ASCII), what it shows (str), the ISO 15924
/// code of the script of that, the family of disguise, and -ln of the reading's weight among those
/// of the glyph in that script. By code point, likeliest first within each script.
#[pyfunction]
fn readings() -> PyResult<Vec<GlyphRow>> {
    let all = Reader::shared()?.glyph_readings().map(|one| {
        (one.glyph, one.is_letter, one.reading, one.script, one.family.name(), one.cost)
    });
    Ok(all.collect())
}

#[pymodule(gil_used = false)]
mod _core {
    #[pymodule_export]
    use super::{Edit, Hidden, Obfuscated, Reader, Reading, Substitution};
    #[pymodule_export]
    use super::{apply, families, languages, read, readings, restore};
    #[pymodule_export]
    use crate::arrow::{ArrowArray, ArrowStream};
    #[pymodule_export]
    use crate::obfuscate::{kinds, obfuscate, unpickle_obfuscated};
    #[pymodule_export]
    use crate::reading::unpickle;

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
