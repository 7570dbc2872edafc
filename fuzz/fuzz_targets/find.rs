//! Matches are in order and apart, a text is found in itself, and masking changes nothing else.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Likeness, Needles};
use unspoof_fuzz::Input;

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let reader = input.reader();
    let mut needles = input.texts();
    let text = needles.remove(0);
    needles.retain(|needle| !needle.is_empty());
    let likeness =
        Likeness { ignore_case: input.choice & 0x40 != 0, any_space: input.choice & 0x80 != 0 };
    let Ok(ready) = Needles::new(&needles, likeness) else { return };
    let found = reader.find(&text, &ready);
    let mut done = 0;
    for one in &found {
        assert!(done <= one.start && one.start < one.end && one.end <= text.len(), "{found:?}");
        assert!(one.needle < needles.len());
        done = one.end;
    }
    let mask = [u32::from('*')];
    let censored = reader.censor(&text, &ready, &mask);
    assert_eq!(censored.is_none(), found.is_empty());
    if let (Some(made), Some(first), Some(last)) = (censored, found.first(), found.last()) {
        assert!(made.starts_with(&text[..first.start]), "before the first: {found:?}");
        assert!(made.ends_with(&text[last.end..]), "after the last: {found:?}");
    }
    if !text.is_empty() {
        let itself = Needles::new([&text], likeness).expect("one needle");
        let found = reader.find(&text, &itself);
        let whole: Vec<_> = found.iter().map(|one| (one.start, one.end)).collect();
        assert_eq!(whole, [(0, text.len())], "a text is found in itself");
    }
});
