//! The edits lead from the text to what was meant and back, and all that a reading says of the
//! text lies within it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Alignment, Edit};
use unspoof_fuzz::{Input, applied, undone};

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let text = input.text();
    let reading = input.reader().read(&text);
    let made = applied(&text, &reading.edits);
    assert_eq!(undone(&made, &reading.edits, &text), text);
    assert!((0.0..=1.0).contains(&reading.score), "{}", reading.score);
    for edit in &reading.edits {
        let before = &text[edit.start..edit.end];
        assert!(!edit.restored.chars().map(u32::from).eq(before.iter().copied()), "{edit:?}");
        assert!((0.0..=1.0).contains(&edit.confidence), "{edit:?}");
    }
    for hidden in &reading.hidden {
        assert!(hidden.start < hidden.end && hidden.end <= text.len(), "{hidden:?}");
        assert!(!hidden.text.is_empty());
    }
    for shares in [&reading.scripts, &reading.languages] {
        let sum: f32 = shares.iter().map(|one| one.share).sum();
        assert!(sum <= 1.001 && shares.iter().all(|one| one.share >= 0.0), "{shares:?}");
    }
    aligned(&text, &made, &reading.edits, usize::from(input.choice));
});

/// Places in one text are places in the other.
fn aligned(text: &[u32], made: &[u32], edits: &[Edit], choice: usize) {
    let alignment = Alignment::new(
        edits.iter().map(|one| (one.start..one.end, one.restored.chars().count(), one.family)),
    );
    let end = choice % (made.len() + 1);
    for span in [0..made.len(), 0..end, end..made.len(), end..end] {
        let there = alignment.to_original(span.clone());
        assert!(there.start <= there.end && there.end <= text.len(), "{span:?} {there:?}");
    }
    let end = choice % (text.len() + 1);
    for span in [0..text.len(), 0..end, end..text.len(), end..end] {
        let there = alignment.to_restored(span.clone());
        assert!(there.start <= there.end && there.end <= made.len(), "{span:?} {there:?}");
    }
}
