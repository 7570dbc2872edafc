//! Where a span of the restored text stands in the original, and the other way round.

use std::ops::Range;

use crate::Family;

/// The places of a text's edits in the original and in what it was restored to.
///
/// A boundary of a span that falls inside an edit widens to the edit's border, since nothing tells
/// which of several characters stands for which. What was dropped at a boundary stays outside,
/// except for marks dropped from the last letter, which are a part of it as it is seen. A span
/// without length stays one, unless it lies inside an edit or where something was dropped: then it
/// is all of that.
///
/// ```
/// use unspoof_core::{Alignment, Family};
/// // "m\u{200b}ɑil" read as "mail"
/// let edits = [(1..2, 0, Family::Invisible), (2..3, 1, Family::Lookalike)];
/// let alignment = Alignment::new(edits);
/// assert_eq!(alignment.to_original(1..4), 2..5);
/// assert_eq!(alignment.to_restored(0..3), 0..2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    original: Range<usize>,
    restored: Range<usize>,
    is_mark: bool,
}

/// One side of a piece.
type Side = fn(&Piece) -> &Range<usize>;

const ORIGINAL: Side = |piece| &piece.original;
const RESTORED: Side = |piece| &piece.restored;

impl Alignment {
    /// By edits that are sorted and do not overlap: for each the span of the original, how many
    /// code points were restored there, and its family.
    pub fn new(edits: impl IntoIterator<Item = (Range<usize>, usize, Family)>) -> Alignment {
        let (mut gained, mut lost) = (0, 0);
        let pieces = edits.into_iter().map(|(original, length, family)| {
            let start = original.start + gained - lost;
            gained += length;
            lost += original.len();
            let is_mark = length == 0 && matches!(family, Family::Combining | Family::Accent);
            Piece { original, restored: start..start + length, is_mark }
        });
        Alignment { pieces: pieces.collect() }
    }

    /// Where a span of the restored text stands in the original. Both count code points; the
    /// span's start must not lie behind its end.
    pub fn to_original(&self, restored: Range<usize>) -> Range<usize> {
        self.mapped(restored, RESTORED, ORIGINAL)
    }

    /// What a span of the original became in the restored text. Both count code points; the
    /// span's start must not lie behind its end.
    pub fn to_restored(&self, original: Range<usize>) -> Range<usize> {
        self.mapped(original, ORIGINAL, RESTORED)
    }

    fn mapped(&self, span: Range<usize>, from: Side, to: Side) -> Range<usize> {
        let before = self.pieces.partition_point(|piece| from(piece).end <= span.start);
        let mut start = place(self.pieces[..before].last(), span.start, from, to);
        if let Some(inside) = self.pieces.get(before).filter(|p| from(p).start < span.start) {
            start = to(inside).start;
        }
        let within = self.pieces.partition_point(|piece| from(piece).start < span.end);
        let mut end = place(self.pieces[..within].last(), span.end, from, to);
        if !span.is_empty() {
            for piece in &self.pieces[within..] {
                if !piece.is_mark || !from(piece).is_empty() || to(piece).start != end {
                    break;
                }
                end = to(piece).end;
            }
        }
        // An empty span where something was dropped: its start is looked for behind that, and its
        // end before it.
        start.min(end)..start.max(end)
    }
}

/// The place on the other side of one that lies behind the start of `last`, and of no later piece.
fn place(last: Option<&Piece>, at: usize, from: Side, to: Side) -> usize {
    match last {
        None => at,
        Some(piece) => to(piece).end + at.saturating_sub(from(piece).end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(edits: &[(Range<usize>, usize)]) -> Alignment {
        Alignment::new(edits.iter().map(|(span, length)| (span.clone(), *length, Family::Multi)))
    }

    #[test]
    fn nothing_changes_without_edits() {
        assert_eq!(Alignment::default().to_original(3..7), 3..7);
        assert_eq!(Alignment::default().to_restored(3..3), 3..3);
    }

    #[test]
    fn one_for_one_keeps_places() {
        let alignment = aligned(&[(1..2, 1), (2..3, 1), (5..6, 1)]);
        for start in 0..8 {
            for end in start..8 {
                assert_eq!(alignment.to_original(start..end), start..end);
                assert_eq!(alignment.to_restored(start..end), start..end);
            }
        }
    }

    #[test]
    fn a_boundary_inside_an_edit_widens_to_its_border() {
        let alignment = aligned(&[(2..5, 2)]); // "ab|-|cd" read as "abHHcd"
        assert_eq!(alignment.to_original(0..3), 0..5);
        assert_eq!(alignment.to_original(3..5), 2..6);
        assert_eq!(alignment.to_original(3..3), 2..5);
        assert_eq!(alignment.to_restored(0..3), 0..4);
        assert_eq!(alignment.to_restored(4..6), 2..5);
        assert_eq!(alignment.to_restored(3..4), 2..4);
        // At the borders themselves nothing widens.
        assert_eq!((alignment.to_original(0..2), alignment.to_original(4..6)), (0..2, 5..7));
        assert_eq!((alignment.to_restored(0..2), alignment.to_restored(5..6)), (0..2, 4..5));
    }

    #[test]
    fn what_is_dropped_counts_inside_and_not_at_the_boundaries() {
        let alignment = aligned(&[(0..1, 0), (2..4, 0), (5..6, 0)]); // "-a--b-" read as "ab"
        assert_eq!(alignment.to_original(0..2), 1..5);
        assert_eq!(alignment.to_original(0..1), 1..2);
        assert_eq!(alignment.to_original(1..2), 4..5);
        assert_eq!(alignment.to_restored(0..6), 0..2);
        assert_eq!(alignment.to_restored(2..3), 1..1);
    }

    #[test]
    fn an_empty_span_is_all_that_was_dropped_there() {
        let alignment = aligned(&[(0..1, 0), (2..3, 0), (3..5, 0)]); // "-a---b" read as "ab"
        assert_eq!(alignment.to_original(1..1), 2..5);
        assert_eq!(alignment.to_original(0..0), 0..1);
        assert_eq!(alignment.to_original(2..2), 6..6);
        assert_eq!(alignment.to_restored(3..3), 1..1);
    }

    #[test]
    fn what_was_put_in_mirrors_what_was_dropped() {
        let alignment = aligned(&[(1..1, 2)]); // "ab" read as "a--b"
        assert_eq!(alignment.to_restored(0..2), 0..4);
        assert_eq!((alignment.to_restored(0..1), alignment.to_restored(1..2)), (0..1, 3..4));
        assert_eq!(alignment.to_restored(1..1), 1..3);
        assert_eq!(alignment.to_original(1..3), 1..1);
        assert_eq!(alignment.to_original(2..4), 1..2);
    }

    #[test]
    fn dropped_marks_belong_to_the_letter_that_they_stood_on() {
        let (mark, unseen) = (Family::Combining, Family::Invisible);
        let edits = [(1..2, 0, mark), (2..3, 0, mark), (3..4, 0, unseen), (5..6, 0, mark)];
        let alignment = Alignment::new(edits); // "ä̷ b̷" (unseen before b) read as "ab"
        assert_eq!(alignment.to_original(0..1), 0..3);
        assert_eq!(alignment.to_original(1..2), 4..6);
        assert_eq!(alignment.to_original(0..2), 0..6);
        assert_eq!(alignment.to_restored(0..1), 0..1);
        assert_eq!(alignment.to_restored(1..3), 1..1);
    }

    /// What must hold for every span, whatever the edits.
    #[test]
    fn spans_lie_inside_the_text_and_grow_with_what_they_hold() {
        let kinds = [(1, 1), (2, 1), (1, 3), (2, 0), (0, 2), (3, 2)];
        for chosen in 0..kinds.len().pow(3) {
            let (mut at, mut edits, mut restored) = (0, Vec::new(), 0);
            for n in 0..3 {
                let (from, to) = kinds[chosen / kinds.len().pow(n) % kinds.len()];
                let gap = (chosen + n as usize) % 2;
                edits.push((at + gap..at + gap + from, to));
                at += gap + from;
                restored += gap + to;
            }
            let alignment = aligned(&edits);
            assert_eq!(alignment.to_original(restored..restored).end, at);
            let spans = (0..=restored).flat_map(|s| (s..=restored).map(move |e| s..e));
            for span in spans {
                let there = alignment.to_original(span.clone());
                assert!(there.start <= there.end && there.end <= at, "{edits:?} {span:?}");
                let back = alignment.to_restored(there.clone());
                // What comes back from there lies within it.
                let kept = alignment.to_original(back.clone());
                assert!(
                    there.is_empty() || (kept.start >= there.start && kept.end <= there.end),
                    "{edits:?} {span:?} {there:?} {back:?} {kept:?}"
                );
                if span.end < restored {
                    let wider = alignment.to_original(span.start..span.end + 1);
                    assert!(span.is_empty() || wider.end >= there.end, "{edits:?} {span:?}");
                }
            }
        }
    }
}
