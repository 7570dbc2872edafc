//! What was restored needs no restoring.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof_fuzz::{Input, applied, shown};

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let (reader, text) = (input.reader(), input.text());
    let once = applied(&text, &reader.read(&text).edits);
    let again = reader.read(&once).edits;
    assert!(
        again.is_empty(),
        "{:?}\nreads\n{:?}\nand that\n{:?}\nby {again:?}",
        shown(&text),
        shown(&once),
        shown(&applied(&once, &again)),
    );
});
