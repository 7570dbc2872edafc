//! What controls erase or turn round, and characters that are not seen: in order, within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof_core::order;
use unspoof_fuzz::{Input, applied, undone};

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let text = input.text();
    for edits in [order::deletion(&text), order::bidi(&text)] {
        let made = applied(&text, &edits);
        assert_eq!(undone(&made, &edits, &text), text);
        assert!(edits.is_empty() || order::may_apply(&text));
    }
    let idle = input.reader().idle(&text);
    for places in [order::unpaired(&text), idle] {
        assert!(places.is_sorted_by(|one, next| one < next), "{places:?}");
        assert!(places.last().is_none_or(|&last| last < text.len()), "{places:?}");
    }
    // Only what runs one way is put in order: it takes no second time.
    let straight = applied(&text, &order::bidi(&text));
    let again = order::bidi(&straight);
    assert!(again.is_empty(), "{again:?}");
});
