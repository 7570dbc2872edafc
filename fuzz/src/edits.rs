//! Edits applied and taken back, written once more than in the package, so that each checks the
//! other.

use unspoof_core::Edit;

/// The text that `edits` make of `text`; panics where they are out of order or range.
pub fn applied(text: &[u32], edits: &[Edit]) -> Vec<u32> {
    let mut made = Vec::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        assert!(
            at <= edit.start && edit.start < edit.end && edit.end <= text.len(),
            "out of order or range: {edit:?}"
        );
        made.extend_from_slice(&text[at..edit.start]);
        made.extend(edit.restored.chars().map(u32::from));
        at = edit.end;
    }
    made.extend_from_slice(&text[at..]);
    made
}

/// What was given, from what was `made` of it: all that the edits did not touch is taken from
/// `made`, and what they replaced from `text`.
pub fn undone(made: &[u32], edits: &[Edit], text: &[u32]) -> Vec<u32> {
    let mut given = Vec::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        let kept = edit.start - given.len();
        given.extend_from_slice(&made[at..at + kept]);
        given.extend_from_slice(&text[edit.start..edit.end]);
        at += kept + edit.restored.chars().count();
    }
    given.extend_from_slice(&made[at..]);
    given
}
