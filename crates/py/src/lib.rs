//! `unspoof._core`: the reader for Python. Checks arguments, releases the interpreter's lock,
//! moves strings in and out; decides nothing about text.
#![warn(clippy::undocumented_unsafe_blocks)]

mod ablation;
mod arrow;
mod batch;
mod edit;
mod explain;
mod found;
mod hidden;
mod identifier;
mod model;
mod needles;
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
use found::Match;
use hidden::Hidden;
use needles::Needles;
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

/// Finds words and phrases in a text that may be disguised.
///
/// Takes str and `needles`: a str, several, or Needles. Returns a list of Match by position, whose
/// offsets count code points of `text`. What is found is what the text reads as, across edits,
/// unseen characters and, for a Reader of the full profile, parted words; and what stands in it as
/// it is, so that nothing is lost that a plain search finds. Honest text is searched plainly.
/// Matches do not overlap: the leftmost goes first, and of those that start together the longest.
/// Each covers whole grapheme clusters, and all of what can only be read together.
///
/// Needles are looked for as they are given: none is read itself, and letter case and white space
/// are exact unless `ignore_case` or `any_space` (see Needles) is true. To look for the same
/// needles in many texts, make Needles of them once. Raises ValueError for an empty needle,
/// TypeError for what is not a str.
///
/// >>> unspoof.find("Get f\u200bree delivеry, free of сharge", ["free", "free delivery"])
/// [Match(4, 18, 'free delivery', 'f\u200bree delivеry', 1), Match(20, 24, 'free', 'free', 0)]
#[pyfunction]
#[pyo3(signature = (text, needles, *, ignore_case=false, any_space=false))]
fn find(
    text: &Bound<'_, PyString>,
    needles: &Bound<'_, PyAny>,
    ignore_case: bool,
    any_space: bool,
) -> PyResult<Vec<Match>> {
    Reader::shared()?.find(text, needles, ignore_case, any_space)
}

/// Masks words and phrases in a text that may be disguised, and leaves all else as it stands.
///
/// Takes what `find` takes, and `mask` (str). Returns str, the same object where nothing is found.
/// In place of each match stands one `mask` for every grapheme cluster that it reads as, so for
/// every character that a reader takes it for, however it is disguised; white space in it stays.
/// An empty `mask` takes the match out. What is disguised elsewhere stays disguised. Raises what
/// `find` raises. (The mask is not called `with`, which is a keyword of Python.)
///
/// >>> unspoof.censor("Get f\u200bree delivеry, сheap", "free delivery")
/// 'Get **** ********, сheap'
#[pyfunction]
#[pyo3(
    signature = (text, needles, mask=None, *, ignore_case=false, any_space=false),
    text_signature = "(text, needles, mask='*', *, ignore_case=False, any_space=False)"
)]
fn censor<'py>(
    text: &Bound<'py, PyString>,
    needles: &Bound<'py, PyAny>,
    mask: Option<Bound<'py, PyString>>,
    ignore_case: bool,
    any_space: bool,
) -> PyResult<Bound<'py, PyString>> {
    Reader::shared()?.censor(text, needles, mask, ignore_case, any_space)
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

/// What a text looks like, by UTS #39: two texts are confusable if they have the same skeleton.
///
/// Takes and returns str. This is Unicode's internalSkeleton: decomposed (NFD), without what is
/// not seen, each character as the prototype in Unicode's table of confusables. Raises TypeError
/// for what is not a str.
///
/// It is for comparing, and no reading: honest text has a skeleton that nobody meant (`m` becomes
/// `rn`, `0` becomes `O`, and Cyrillic `с` Latin `c`), and what `restore` reads by its words the
/// table may not hold.
///
/// >>> unspoof.skeleton("\u0440aypal") == unspoof.skeleton("paypal")
/// True
/// >>> unspoof.skeleton("modern"), unspoof.restore("modern")
/// ('rnodern', 'modern')
#[pyfunction]
fn skeleton<'py>(text: &Bound<'py, PyString>) -> PyResult<Bound<'py, PyString>> {
    identifier::skeleton(text)
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
    use super::{Edit, Hidden, Match, Needles, Obfuscated, Reader, Reading, Substitution};
    #[pymodule_export]
    use super::{apply, censor, families, find, languages, read, readings, restore, skeleton};
    #[pymodule_export]
    use crate::arrow::{ArrowArray, ArrowStream};
    #[pymodule_export]
    use crate::identifier::{idle, read_names, restriction, unpaired};
    #[pymodule_export]
    use crate::obfuscate::{kinds, obfuscate, unpickle_obfuscated};
    #[pymodule_export]
    use crate::reading::unpickle;

    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
