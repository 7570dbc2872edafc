//! What is disguised as one piece: a word, cluster by cluster.

use std::ops::Range;

use crate::properties::{Class, Properties};

/// The next word at or after `at`, a run of letters with what sits on them, as its clusters.
/// Gives where it ends, or none where there is no further word.
pub(crate) fn next_word(
    properties: &Properties,
    text: &[u32],
    at: usize,
    clusters: &mut Vec<Range<usize>>,
) -> Option<usize> {
    clusters.clear();
    let is_letter = |point: &u32| properties.get(*point).is_letter();
    let mut at = at + text[at..].iter().position(is_letter)?;
    while text.get(at).is_some_and(is_letter) {
        let start = at;
        at += 1;
        while at < text.len() && hangs_on(properties, text[at]) {
            at += 1;
        }
        clusters.push(start..at);
    }
    Some(at)
}

fn hangs_on(properties: &Properties, point: u32) -> bool {
    matches!(properties.get(point).class(), Class::Mark | Class::Invisible)
}
