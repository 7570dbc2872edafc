//! What the caller hears of a batch while it runs.

use std::time::{Duration, Instant};

use pyo3::prelude::*;

/// How often the interpreter gets its turn: Ctrl-C is heard, and `progress` told.
pub const TICK: Duration = Duration::from_millis(50);

/// Counts texts and tells `progress`.
pub struct Meter<'a> {
    progress: Option<&'a Py<PyAny>>,
    done: usize,
    told: Option<usize>,
    next: Instant,
}

impl<'a> Meter<'a> {
    pub fn new(progress: Option<&'a Py<PyAny>>) -> Meter<'a> {
        Meter { progress, done: 0, told: None, next: Instant::now() + TICK }
    }

    /// Adds texts that are done.
    pub fn add(&mut self, texts: usize) {
        self.done += texts;
    }

    /// Lets the interpreter handle signals, and tells how far it is, if it is time; fails with
    /// what either raises.
    pub fn tick(&mut self, py: Python<'_>) -> PyResult<()> {
        if Instant::now() < self.next {
            return Ok(());
        }
        py.check_signals()?;
        self.tell(py)?;
        self.next = Instant::now() + TICK;
        Ok(())
    }

    /// Tells how far it is, unless that was told.
    pub fn tell(&mut self, py: Python<'_>) -> PyResult<()> {
        if let Some(progress) = self.progress
            && self.told != Some(self.done)
        {
            progress.call1(py, (self.done,))?;
            self.told = Some(self.done);
        }
        Ok(())
    }
}
