//! Four times the text is about four times the work, whatever it says: of memory always, of time
//! where `UNSPOOF_FUZZ_TIME` is set, as a busy machine has no say in the former.
#![no_main]

use std::sync::LazyLock;
use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use unspoof_fuzz::{Counting, Input, READERS, Weight, shown, weigh};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static TIMED: LazyLock<bool> = LazyLock::new(|| std::env::var_os("UNSPOOF_FUZZ_TIME").is_some());

/// Code points of the shortest text.
const SHORT: usize = 500;
/// What is repeated is at most so long.
const UNIT: usize = 60;
/// Sixteen would be quadratic; a vector that grows asks for up to twice what it needs.
const MORE: f64 = 9.0;
/// Less than this is not worth a question: it is what a small constant takes.
const SMALL: usize = 64 << 10;
const QUICK: Duration = Duration::from_millis(20);
/// Bytes held at once for each code point, at most.
const HELD: usize = 4096;

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let mut unit = input.text();
    unit.truncate(UNIT);
    if unit.is_empty() {
        return;
    }
    LazyLock::force(&READERS);
    let reader = input.reader();
    let read = |times: usize| {
        let text: Vec<u32> = unit.iter().copied().cycle().take(times * SHORT).collect();
        weigh(|| reader.read(&text)).1
    };
    // What is made once for all is not made for the shortest text alone.
    read(1);
    let weights = [read(1), read(4)];
    let held = weights[1].peak / (4 * SHORT);
    assert!(held <= HELD, "{:?}: {held} bytes for each code point", shown(&unit));
    // Evidence grows with a text, and what it is enough for is begun once: what is not linear
    // grows so again. A machine's moods do not last for three times in a row.
    let is_over = || grows(read(1), read(4)) && grows(read(4), read(16));
    assert!(
        !(grows(weights[0], weights[1]) && (0..3).all(|_| is_over())),
        "{:?}: four and sixteen times the text took {weights:?} {:?}",
        shown(&unit),
        read(16),
    );
});

/// Whether four times the text took too much more.
fn grows(less: Weight, more: Weight) -> bool {
    let memory = more.asked as f64 > MORE * less.asked.max(SMALL) as f64;
    memory || *TIMED && more.time.as_secs_f64() > MORE * less.time.max(QUICK).as_secs_f64()
}
