//! What is found, masked.

use crate::lines::clusters_of;

use super::Hit;
use super::encoded::is_space;

/// A text with what was found in it masked; `restored` is what it reads as.
pub(super) fn censored<T: Copy + Into<u32>>(
    text: &[T],
    restored: &[u32],
    hits: &[Hit],
    mask: &[u32],
) -> Vec<u32> {
    let points = |part: &[T]| part.iter().map(|&unit| unit.into()).collect::<Vec<u32>>();
    let mut made = Vec::with_capacity(text.len());
    let mut clusters = Vec::new();
    let mut done = 0;
    for hit in hits {
        made.extend(points(&text[done..hit.span.start]));
        let seen = match &hit.reads {
            Some(reads) => restored[reads.clone()].to_vec(),
            None => points(&text[hit.span.clone()]),
        };
        clusters_of(&seen, 0..seen.len(), &mut clusters);
        for cluster in clusters.drain(..) {
            // A line that is broken within a match stays broken.
            let cluster = &seen[cluster];
            made.extend_from_slice(if is_space(cluster[0]) { cluster } else { mask });
        }
        done = hit.span.end;
    }
    made.extend(points(&text[done..]));
    made
}
