//! Finds words and phrases in a text that may be disguised, and masks them.
//!
//! A text is searched twice: as it reads, where each match is then placed in the original, and as
//! it stands, so that nothing is lost that a plain search finds. Where the reader changes nothing,
//! the two are one.

mod censored;
mod clusters;
mod encoded;
mod needles;
mod restored;

use std::cmp::Reverse;
use std::ops::Range;

use crate::Reader;

use clusters::Clusters;
use encoded::Encoded;
use restored::Restored;

pub use needles::{Likeness, NeedleError, Needles};

/// Where a needle was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// First code point of the original.
    pub start: usize,
    /// One past the last code point of the original.
    pub end: usize,
    /// Which of the needles it is.
    pub needle: usize,
}

/// A match, and what is seen where it lies.
struct Hit {
    /// In the original.
    span: Range<usize>,
    needle: usize,
    /// Where it lies in the text as it reads; nothing where it was found as it stands.
    reads: Option<Range<usize>>,
}

impl Reader {
    /// Every place where one of `needles` is read in `text` or stands there, by position.
    ///
    /// The matches do not overlap: of those that do, the leftmost is taken, and of several that
    /// start there the longest. A match covers whole grapheme clusters, and all of what was read
    /// as one letter or, together, as several. `text` is given as code points; lone surrogates are
    /// found as themselves.
    pub fn find<T: Copy + Into<u32>>(&self, text: &[T], needles: &Needles) -> Vec<Match> {
        let (hits, _) = self.hits(text, needles);
        let found = hits.into_iter().map(|Hit { span: Range { start, end }, needle, .. }| Match {
            start,
            end,
            needle,
        });
        found.collect()
    }

    /// `text` with `mask` in place of every grapheme cluster that a match reads as, white space
    /// left as it is; nothing where there is no match.
    ///
    /// The matches are those of [`Reader::find`]. As many clusters are masked as are read:
    /// characters that are not seen or that only part the letters of a word go unmasked.
    pub fn censor<T: Copy + Into<u32>>(
        &self,
        text: &[T],
        needles: &Needles,
        mask: &[u32],
    ) -> Option<Vec<u32>> {
        let (hits, restored) = self.hits(text, needles);
        (!hits.is_empty()).then(|| censored::censored(text, &restored, &hits, mask))
    }

    /// All matches, and the text as it reads where that is another than the text as it stands.
    fn hits<T: Copy + Into<u32>>(&self, text: &[T], needles: &Needles) -> (Vec<Hit>, Vec<u32>) {
        let mut hits = as_it_stands(text, needles);
        if self.is_plain(text) {
            return (apart(hits), Vec::new());
        }
        let points: Vec<u32> = text.iter().map(|&unit| unit.into()).collect();
        let edits = self.read(&points).edits;
        if edits.is_empty() {
            return (apart(hits), Vec::new());
        }
        let restored = Restored::new(&points, edits);
        hits.extend(as_it_reads(&points, &restored, needles));
        (apart(hits), restored.text)
    }
}

/// The matches in a text as it stands.
fn as_it_stands<T: Copy + Into<u32>>(text: &[T], needles: &Needles) -> Vec<Hit> {
    let mut clusters = Clusters::new(text);
    let mut hits: Vec<Hit> = Vec::new();
    needles.search(&Encoded::new(text, needles.likeness()), |span, needle| {
        // What lies within the one before it is dropped in any case; widening it may take long.
        if hits.last().is_none_or(|last| last.span.end <= span.start) {
            hits.push(Hit { span: clusters.around(span), needle, reads: None });
        }
    });
    hits
}

/// The matches in a text as it reads.
fn as_it_reads(text: &[u32], restored: &Restored, needles: &Needles) -> Vec<Hit> {
    let mut clusters = Clusters::new(text);
    let mut clusters_read = Clusters::new(&restored.text);
    let mut hits: Vec<Hit> = Vec::new();
    let mut done = 0;
    needles.search(&Encoded::new(&restored.text, needles.likeness()), |span, needle| {
        if span.start >= done {
            let mut reads = clusters_read.around(span);
            let span = loop {
                let span = clusters.around(restored.origin(reads.clone()));
                let all = clusters_read.around(restored.read_in(&span, reads.clone()));
                if all == reads {
                    break span;
                }
                reads = all;
            };
            done = reads.end;
            hits.push(Hit { span, needle, reads: Some(reads) });
        }
    });
    hits
}

/// The hits that are kept of those that overlap; where two are the same place, the one that stands
/// there.
fn apart(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end), hit.reads.is_some()));
    let mut done = 0;
    hits.retain(|hit| {
        let kept = hit.span.start >= done;
        if kept {
            done = hit.span.end;
        }
        kept
    });
    hits
}
