//! Grapheme clusters, which a match never tears.

use std::ops::Range;

use crate::lines::{clusters_of, ends_line};

/// A text of which the clusters are looked up, line by line where they are asked for.
pub(super) struct Clusters<'a, T> {
    text: &'a [T],
    /// The line that was looked up last, and where its clusters end.
    line: Range<usize>,
    ends: Vec<usize>,
}

impl<T: Copy + Into<u32>> Clusters<'_, T> {
    pub fn new(text: &[T]) -> Clusters<'_, T> {
        Clusters { text, line: 0..0, ends: Vec::new() }
    }

    /// The whole clusters of which a span has a part.
    pub fn around(&mut self, span: Range<usize>) -> Range<usize> {
        let start = self.bounds(span.start).start;
        start..self.bounds(span.end).end
    }

    /// The cluster that a place lies inside of, or the place itself where it lies between two. A
    /// line feed is apart from the carriage return before it: nobody sees them as one character.
    fn bounds(&mut self, at: usize) -> Range<usize> {
        if at == 0 || at == self.text.len() {
            return at..at;
        }
        let [before, after] = [self.text[at - 1].into(), self.text[at].into()];
        if before < 0x80 && after < 0x80 || ends_line(before) || ends_line(after) {
            return at..at;
        }
        if !(self.line.start < at && at < self.line.end) {
            self.look_up(at);
        }
        match self.ends.binary_search(&at) {
            Ok(_) => at..at,
            Err(next) => {
                let before = next.checked_sub(1).map(|before| self.ends[before]);
                before.unwrap_or(self.line.start)..self.ends[next]
            }
        }
    }

    fn look_up(&mut self, at: usize) {
        let ends = |&unit: &T| ends_line(unit.into());
        let start = self.text[..at].iter().rposition(ends).map_or(0, |end| end + 1);
        let length = self.text[at..].iter().position(ends);
        self.line = start..length.map_or(self.text.len(), |length| at + length);
        let line: Vec<u32> = self.text[self.line.clone()].iter().map(|&unit| unit.into()).collect();
        let mut clusters = Vec::new();
        clusters_of(&line, 0..line.len(), &mut clusters);
        self.ends = clusters.into_iter().map(|cluster| start + cluster.end).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, span: Range<usize>) -> Range<usize> {
        let text: Vec<u32> = text.chars().map(u32::from).collect();
        Clusters::new(&text).around(span)
    }

    #[test]
    fn clusters_are_not_torn() {
        assert_eq!(around("cafe\u{301}s", 0..4), 0..5);
        assert_eq!(around("one\ntwo e\u{301}\u{302} three", 9..10), 8..11);
        assert_eq!(around("a 👩\u{200d}👧 b", 2..3), 2..5);
        assert_eq!(around("🇩🇪🇫🇷", 1..3), 0..4);
        assert_eq!(around("हिन्दी", 0..5), 0..6);
    }

    #[test]
    fn what_lies_between_clusters_stays() {
        assert_eq!(around("cafe\u{301}s", 5..6), 5..6);
        assert_eq!(around("a\r\nb", 2..4), 2..4);
        assert_eq!(around("\u{301}a", 0..1), 0..1);
        assert_eq!(around("é", 0..1), 0..1);
    }

    #[test]
    fn lines_are_looked_up_in_any_order() {
        let text: Vec<u32> = "e\u{301}\nx\ne\u{301}".chars().map(u32::from).collect();
        let mut clusters = Clusters::new(&text);
        assert_eq!(clusters.around(5..6), 5..7);
        assert_eq!(clusters.around(1..2), 0..2);
        assert_eq!(clusters.around(1..6), 0..7);
    }
}
