//! What is disguised as one piece: words, lines, and clusters that must not be torn apart.

use std::ops::Range;

use crate::properties::{Class, Properties};

const JOINER: u32 = 0x200D;

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

/// The clusters of a line: letters with their marks, flags, and emoji joined into one.
pub(crate) fn clusters_of(
    properties: &Properties,
    text: &[u32],
    line: Range<usize>,
    clusters: &mut Vec<Range<usize>>,
) {
    clusters.clear();
    let mut at = line.start;
    while at < line.end {
        let start = at;
        let flag = is_flag_letter(text[at]) && at + 1 < line.end && is_flag_letter(text[at + 1]);
        at += if flag { 2 } else { 1 };
        while at < line.end {
            let joined = text[at - 1] == JOINER && !properties.get(text[start]).is_letter();
            if !joined && !hangs_on(properties, text[at]) && !is_skin_tone(text[at]) {
                break;
            }
            at += 1;
        }
        clusters.push(start..at);
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

fn is_flag_letter(point: u32) -> bool {
    (0x1F1E6..=0x1F1FF).contains(&point)
}

fn is_skin_tone(point: u32) -> bool {
    (0x1F3FB..=0x1F3FF).contains(&point)
}

/// Unicode's line and paragraph separators, those of ASCII among them.
fn ends_line(point: u32) -> bool {
    matches!(point, 0xA..=0xD | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
}
