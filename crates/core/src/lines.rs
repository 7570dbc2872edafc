//! Lines, and clusters that must not be torn apart.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::order::char_of;

/// The next line at or after `at`, without what ends it; none at the end of the text.
pub(crate) fn next_line(text: &[u32], at: usize) -> Option<Range<usize>> {
    let start = at + text[at..].iter().position(|point| !ends_line(*point))?;
    let length = text[start..].iter().position(|point| ends_line(*point));
    Some(start..length.map_or(text.len(), |length| start + length))
}

/// Unicode's line and paragraph separators, those of ASCII among them.
pub(crate) fn ends_line(point: u32) -> bool {
    matches!(point, 0xA..=0xD | 0x1C..=0x1E | 0x85 | 0x2028 | 0x2029)
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
