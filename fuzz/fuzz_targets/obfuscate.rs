//! The simulator says what it did: its changes lead back to the text that it was given.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Kind, Obfuscator};
use unspoof_fuzz::{Input, MODEL};

static OBFUSCATOR: LazyLock<Obfuscator> = LazyLock::new(|| Obfuscator::new(&MODEL));

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let text = input.text();
    let kind = Kind::ALL[usize::from(input.choice) % Kind::ALL.len()];
    let rate = f64::from(text.first().copied().unwrap_or(0) % 5) / 4.0;
    let seed = u64::from(text.last().copied().unwrap_or(0));
    let made = OBFUSCATOR.obfuscate(&text, kind, rate, seed);
    assert_eq!(OBFUSCATOR.obfuscate(&text, kind, rate, seed), made, "the same seed");
    let (mut given, mut at) = (Vec::new(), 0);
    for change in &made.changes {
        assert!(at <= change.start && change.start < change.end, "{change:?}");
        given.extend_from_slice(&made.text[at..change.start]);
        assert_eq!(given.len(), change.from, "{change:?}");
        given.extend_from_slice(&text[change.from..change.to]);
        at = change.end;
    }
    given.extend_from_slice(&made.text[at..]);
    assert_eq!(given, text);
    if rate == 0.0 {
        assert!(made.changes.is_empty());
    }
});
