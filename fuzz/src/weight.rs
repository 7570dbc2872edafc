//! How much work something is: the bytes that it asks the allocator for, which are the same on
//! every machine, and the processor time of its thread.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

static ASKED: AtomicUsize = AtomicUsize::new(0);
static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, counting.
pub struct Counting;

fn taken(bytes: usize) {
    ASKED.fetch_add(bytes, Relaxed);
    let held = HELD.fetch_add(bytes, Relaxed) + bytes;
    PEAK.fetch_max(held, Relaxed);
}

fn given(bytes: usize) {
    HELD.fetch_sub(bytes, Relaxed);
}

// SAFETY: everything is passed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        given(layout.size());
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        taken(size);
        given(layout.size());
        unsafe { System.realloc(at, layout, size) }
    }
}

/// What something took.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// Bytes asked for in all.
    pub asked: usize,
    /// Bytes held at once, at most, beyond those held before.
    pub peak: usize,
    /// Processor time of this thread.
    pub time: Duration,
}

/// Weighs `work`; the program's allocator must be [`Counting`], and no other thread run.
pub fn weigh<T>(work: impl FnOnce() -> T) -> (T, Weight) {
    let (asked, held, time) = (ASKED.load(Relaxed), HELD.load(Relaxed), thread_time());
    PEAK.store(held, Relaxed);
    let made = work();
    let weight = Weight {
        time: thread_time() - time,
        asked: ASKED.load(Relaxed) - asked,
        peak: PEAK.load(Relaxed) - held,
    };
    (made, weight)
}

fn thread_time() -> Duration {
    let mut now = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the pointer is to a timespec, which is written.
    let failed = unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut now) };
    assert_eq!(failed, 0, "no clock of a thread's processor time");
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}
