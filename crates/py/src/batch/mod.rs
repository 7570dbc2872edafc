//! Lists of `str`: the verbs of `Reader` on many texts at once.

mod blocks;
mod meter;
mod run;
mod texts;

use pyo3::prelude::*;
use pyo3::types::{PyList, PyString};
use unspoof_core::Reader;

use crate::reading::Reading;
use crate::spliced::Spliced;
use crate::text::Units;
use crate::unlocked;

pub use blocks::{Block, blocks};
pub use run::{How, run};

/// Every text as it was meant, in a new list; the same object where nothing changes.
pub fn restore<'py>(
    reader: &Reader,
    given: &Bound<'py, PyAny>,
    how: &How,
) -> PyResult<Bound<'py, PyList>> {
    let py = given.py();
    let mut texts = texts::of(given)?;
    let units = texts::units(py, &texts)?;
    let work = |block: &Block, stopped: &dyn Fn() -> bool| {
        let mut changed: Vec<(usize, Spliced)> = Vec::new();
        for at in block.rows.clone() {
            if stopped() {
                break;
            }
            if let Some(next) = units.get(at + 1) {
                next.touch();
            }
            if !unlocked::is_plain(reader, units[at]) {
                changed.extend(unlocked::restored(reader, units[at]).map(|made| (at, made)));
            }
        }
        changed
    };
    let mut restored: Vec<(usize, Py<PyString>)> = Vec::new();
    run(py, how, &texts::blocks(&units, how.threads), work, |py, _, changed| {
        for (at, made) in changed {
            restored.push((at, made.into_str(py)?.unbind()));
        }
        Ok(())
    })?;
    for (at, text) in restored {
        texts[at] = text;
    }
    PyList::new(py, texts)
}

/// Every text's reading, in a new list.
pub fn read<'py>(
    reader: &Reader,
    given: &Bound<'py, PyAny>,
    how: &How,
) -> PyResult<Bound<'py, PyList>> {
    readings(given, how, |units| Some(unlocked::read(reader, units)))
}

/// The same, but None for a text in which nothing was disguised.
pub fn read_disguised<'py>(
    reader: &Reader,
    given: &Bound<'py, PyAny>,
    how: &How,
) -> PyResult<Bound<'py, PyList>> {
    readings(given, how, |units| {
        let suspicious = !unlocked::is_plain(reader, units);
        let read = suspicious.then(|| unlocked::read(reader, units));
        read.filter(|(reading, _)| !reading.edits.is_empty())
    })
}

fn readings<'py>(
    given: &Bound<'py, PyAny>,
    how: &How,
    one: impl Fn(Units<'_>) -> Option<(unspoof_core::Reading, Option<Spliced>)> + Sync,
) -> PyResult<Bound<'py, PyList>> {
    let py = given.py();
    let texts = texts::of(given)?;
    let units = texts::units(py, &texts)?;
    let mut results: Vec<Option<Py<Reading>>> = Vec::new();
    results.resize_with(texts.len(), || None);
    let work = |block: &Block, stopped: &dyn Fn() -> bool| {
        let rows = block.rows.clone().take_while(|_| !stopped());
        rows.filter_map(|at| Some((at, one(units[at])?))).collect::<Vec<_>>()
    };
    run(py, how, &texts::blocks(&units, how.threads), work, |py, _, read| {
        for (at, (reading, changed)) in read {
            let reading = Reading::from_core(texts[at].bind(py), reading, changed)?;
            results[at] = Some(Py::new(py, reading)?);
        }
        Ok(())
    })?;
    PyList::new(py, results)
}
