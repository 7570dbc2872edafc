//! What is disguised as one piece: words, lines, and clusters that must not be torn apart.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::order::char_of;
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

/// The grapheme clusters of a line.
pub(crate) fn clusters_of(text: &[u32], line: Range<usize>, clusters: &mut Vec<Range<usize>>) {
    clusters.clear();
    let mut at = line.start;
    let line: String = text[line].iter().map(|&point| char_of(point)).collect();
    for cluster in line.graphemes(true) {
        let end = at + cluster.chars().count();
        clusters.push(at..end);
        at = end;
    }
}

/// The next line at or after `at`, without what ends it; none at the end of the text.
pub(crate) fn next_line(text: &[u32], at: usize) -> Option<Range<usize>> {
    let start = at + text[at..].iter().position(|point| !ends_line(*point))?;
    let length = text[start..].iter().position(|point| ends_line(*point));
    Some(start..length.map_or(text.len(), |length| start + length))
}

fn hangs_on(properties: &Properties, point: u32) -> bool {
    matches!(properties.get(point).class(), Class::Mark | Class::Invisible)
}

/// Unicode's line and paragraph separators, those of ASCII among them.
fn ends_line(point: u32) -> bool {
    matches!(point, 0xA..=0xD | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}
