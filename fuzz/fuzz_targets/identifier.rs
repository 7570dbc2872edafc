//! Names and identifiers: skeletons, restriction levels and names by the list.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Restriction, skeleton};
use unspoof_fuzz::{Input, applied, undone};

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let text = input.text();
    let made = skeleton(&text);
    // One character has at most eighteen in its prototype.
    assert!(made.len() <= 18 * text.len(), "{} of {}", made.len(), text.len());
    let level = Restriction::of(&text);
    assert_eq!(level == Restriction::Ascii, text.iter().all(|&point| is_name(point)), "{level:?}");
    let edits = input.reader().read_names(&text, input.choice & 0x80 != 0);
    let read = applied(&text, &edits);
    assert_eq!(undone(&read, &edits, &text), text);
    // A list of names stays a list of as many.
    let lines = |text: &[u32]| text.iter().filter(|&&point| point == 0xA).count();
    assert_eq!(lines(&read), lines(&text));
});

/// What of ASCII an identifier may have, by UTS #39.
fn is_name(point: u32) -> bool {
    u8::try_from(point).is_ok_and(|byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'\'' | b'-' | b'.' | b':')
    })
}
