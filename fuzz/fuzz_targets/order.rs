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
    // One control may uncover another, which the reader's next round finds. It comes to an end, as
    // each takes controls away.
    let mut rest = text;
    loop {
        let edits = order::bidi(&rest);
        if edits.is_empty() {
            break;
        }
        let next = applied(&rest, &edits);
        assert!(next.len() < rest.len(), "nothing is taken away by {edits:?}");
        rest = next;
    }
});
