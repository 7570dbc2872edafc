//! Blocks of texts on several threads, of which the calling thread is one: between blocks it also
//! looks after the interpreter.
//!
//! The threads live as long as the batch. A pool that stays, such as rayon's, would save their
//! start, some tens of microseconds, but threads do not survive `fork`: a child that inherited the
//! pool would wait for ever, and Python 3.12 and later warn of every `fork` beside a thread. The
//! start is only paid where the batch is worth it: the calling thread begins alone. And as whoever
//! is free takes the next block, there is nothing that a pool would have to even out.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;

use super::Block;
use super::meter::{Meter, TICK};

/// How long the calling thread works alone; a few times what starting threads takes.
const ALONE: Duration = Duration::from_micros(200);

/// How a batch is to be run.
pub struct How {
    /// At least 1.
    pub threads: usize,
    progress: Option<Py<PyAny>>,
}

impl How {
    /// Checks the arguments; by default there is a thread for each core that this process may use.
    pub fn new(threads: Option<isize>, progress: Option<Bound<'_, PyAny>>) -> PyResult<How> {
        // To count cores means to read files, which takes longer than a small batch.
        static CORES: OnceLock<usize> = OnceLock::new();
        let threads = match threads {
            Some(threads) if threads < 1 => {
                let message = format!("threads is {threads}; leave it out for one on each core");
                return Err(PyValueError::new_err(message));
            }
            Some(threads) => threads.unsigned_abs(),
            None => *CORES.get_or_init(|| thread::available_parallelism().map_or(1, usize::from)),
        };
        if let Some(progress) = progress.as_ref().filter(|progress| !progress.is_callable()) {
            let kind = progress.get_type().name()?;
            let message = format!("progress is a {kind}, not a function of the texts done");
            return Err(PyTypeError::new_err(message));
        }
        Ok(How { threads, progress: progress.map(Bound::unbind) })
    }
}

/// Does `work` on every block and `take`s what it makes, in any order.
///
/// `work` runs on any thread, without the interpreter; it is handed a function to ask after each
/// text whether to stop. `take` runs on the calling thread. Fails with what `take`, the progress
/// callback or a signal's handler raises, once the texts at hand are read.
pub fn run<T: Send>(
    py: Python<'_>,
    how: &How,
    blocks: &[Block],
    work: impl Fn(&Block, &dyn Fn() -> bool) -> T + Sync,
    mut take: impl FnMut(Python<'_>, &Block, T) -> PyResult<()> + Send,
) -> PyResult<()> {
    let mut meter = Meter::new(how.progress.as_ref());
    let queue = Queue {
        blocks,
        work,
        next: AtomicUsize::new(0),
        made: Mutex::new(Vec::new()),
        stopped: AtomicBool::new(false),
    };
    py.detach(|| {
        let mut look_after = || {
            Python::attach(|py| {
                for (block, made) in queue.collect() {
                    meter.add(block.rows.len());
                    take(py, block, made)?;
                }
                meter.tick(py)
            })
            .inspect_err(|_| queue.stop())
        };
        thread::scope(|scope| queue.run(scope, how.threads, &mut look_after))?;
        look_after()
    })?;
    meter.tell(py)
}

/// Blocks of which whoever is free takes the next.
struct Queue<'a, T, W> {
    blocks: &'a [Block],
    work: W,
    next: AtomicUsize,
    /// What was made and not collected yet.
    made: Mutex<Vec<(&'a Block, T)>>,
    stopped: AtomicBool,
}

impl<'a, T: Send, W: Fn(&Block, &dyn Fn() -> bool) -> T + Sync> Queue<'a, T, W> {
    /// Takes blocks on the calling thread until all are done, with the help of other threads if it
    /// takes a while; calls `look_after` from time to time, which may end it.
    fn run<'scope>(
        &'scope self,
        scope: &'scope Scope<'scope, '_>,
        threads: usize,
        look_after: &mut impl FnMut() -> PyResult<()>,
    ) -> PyResult<()> {
        let start = Instant::now();
        let mut looked = start;
        let mut helpers: Option<Receiver<()>> = None;
        while self.take_one() {
            let now = Instant::now();
            if helpers.is_none() && threads > 1 && now - start > ALONE {
                helpers = Some(self.call(scope, threads - 1));
            }
            if now - looked > TICK {
                look_after()?;
                looked = now;
            }
        }
        let Some(helpers) = helpers else { return Ok(()) };
        while helpers.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
            look_after()?;
        }
        Ok(())
    }

    /// Starts so many threads, or as many as there are blocks left; nothing is ever received from
    /// them, but they let go of their end of the channel when they are done, or panic.
    ///
    /// Where the system gives no more of them, those that have started go on, and be it that the
    /// calling thread is left alone: what is read does not depend on how many there are.
    fn call<'scope>(
        &'scope self,
        scope: &'scope Scope<'scope, '_>,
        threads: usize,
    ) -> Receiver<()> {
        let (helping, helpers) = channel();
        let left = self.blocks.len().saturating_sub(self.next.load(Relaxed));
        for _ in 0..threads.min(left) {
            let helping: Sender<()> = helping.clone();
            let started =
                thread::Builder::new().name("unspoof".to_owned()).spawn_scoped(scope, move || {
                    while self.take_one() {}
                    drop(helping);
                });
            if started.is_err() {
                break;
            }
        }
        helpers
    }

    /// Takes the next block and works on it; whether there was one.
    fn take_one(&self) -> bool {
        let stopped = || self.stopped.load(Relaxed);
        match self.blocks.get(self.next.fetch_add(1, Relaxed)) {
            Some(block) if !stopped() => {
                let made = (self.work)(block, &stopped);
                self.lock().push((block, made));
                true
            }
            _ => false,
        }
    }

    fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    fn collect(&self) -> Vec<(&'a Block, T)> {
        std::mem::take(&mut *self.lock())
    }

    /// What another thread has left behind in a panic is whole all the same.
    fn lock(&self) -> MutexGuard<'_, Vec<(&'a Block, T)>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
