//! Edits over edits: what two readings, one after the other, come to over the first text.

use std::borrow::Cow;
use std::ops::Range;

use crate::Edit;
use crate::origins::Origins;

/// A text, what it reads as so far, and the edits between the two.
pub(crate) struct Layers<'a> {
    text: &'a [u32],
    top: Cow<'a, [u32]>,
    edits: Vec<Edit>,
    count: usize,
}

impl<'a> Layers<'a> {
    /// Nothing is read yet.
    pub fn new(text: &'a [u32]) -> Layers<'a> {
        Layers { text, top: Cow::Borrowed(text), edits: Vec::new(), count: 0 }
    }

    /// What the text reads as so far.
    pub fn top(&self) -> &[u32] {
        &self.top
    }

    /// How many edits were added in all.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Adds edits (sorted, not overlapping) over what the text reads as so far.
    pub fn add(&mut self, edits: Vec<Edit>) {
        if edits.is_empty() {
            return;
        }
        self.count += edits.len();
        self.top = Cow::Owned(applied(&self.top, &edits));
        self.edits = composed(self.text, std::mem::take(&mut self.edits), edits);
    }

    /// All edits over the first text.
    pub fn into_edits(self) -> Vec<Edit> {
        self.edits
    }
}

/// The text that `edits` (sorted, not overlapping) make of `text`.
pub(crate) fn applied(text: &[u32], edits: &[Edit]) -> Vec<u32> {
    let mut made = Vec::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        made.extend_from_slice(&text[at..edit.start]);
        made.extend(edit.restored.chars().map(u32::from));
        at = edit.end;
    }
    made.extend_from_slice(&text[at..]);
    made
}

/// An edit with the place of what it makes in the text between the two readings.
struct Placed {
    edit: Edit,
    from: usize,
    to: usize,
}

/// One list of edits over `text` that does what `first` does to it and then `second` to the
/// result. Edits of the two that touch the same characters become one.
pub(crate) fn composed(text: &[u32], first: Vec<Edit>, second: Vec<Edit>) -> Vec<Edit> {
    if first.is_empty() || second.is_empty() {
        return if second.is_empty() { first } else { second };
    }
    let between = applied(text, &first);
    let mut earlier = placed(first).into_iter().peekable();
    let mut later = second.into_iter().peekable();
    let mut made = Vec::new();
    // By how much a place after all earlier edits so far lies further on than in the first text.
    let mut shift = 0isize;
    while earlier.peek().is_some() || later.peek().is_some() {
        let mut group = Group::new(shift);
        loop {
            let is_earlier = match (earlier.peek(), later.peek()) {
                (Some(one), Some(other)) => one.from < other.start || one.to <= other.start,
                (one, _) => one.is_some(),
            };
            let (from, to) = match (is_earlier, earlier.peek(), later.peek()) {
                (true, Some(one), _) => (one.from, one.to),
                (_, _, Some(other)) => (other.start, other.end),
                _ => break,
            };
            if !group.touches(from, to) {
                break;
            }
            if is_earlier {
                if let Some(one) = earlier.next() {
                    shift += one.to as isize - one.from as isize;
                    shift -= one.edit.end as isize - one.edit.start as isize;
                    group.add_earlier(one, shift);
                }
            } else if let Some(other) = later.next() {
                group.add_later(other);
            }
        }
        made.extend(group.finish(text, &between));
    }
    made
}

fn placed(edits: Vec<Edit>) -> Vec<Placed> {
    let mut shift = 0isize;
    edits
        .into_iter()
        .map(|edit| {
            let from = (edit.start as isize + shift) as usize;
            let to = from + edit.restored.chars().count();
            shift += to as isize - from as isize - (edit.end as isize - edit.start as isize);
            Placed { edit, from, to }
        })
        .collect()
}

/// Edits of both readings that hang together.
struct Group {
    /// Where it lies in the text between the readings.
    span: Option<(usize, usize)>,
    /// What is to be added to a place between the readings to find it in the first text.
    before: isize,
    after: isize,
    earlier: Vec<Placed>,
    later: Vec<Edit>,
}

impl Group {
    fn new(shift: isize) -> Group {
        Group { span: None, before: -shift, after: -shift, earlier: Vec::new(), later: Vec::new() }
    }

    /// Whether a span shares characters with the group; what is empty must lie well inside.
    fn touches(&self, from: usize, to: usize) -> bool {
        self.span.is_none_or(|(start, end)| from < end && start < to)
    }

    fn grow(&mut self, from: usize, to: usize) {
        let (start, end) = self.span.unwrap_or((from, to));
        self.span = Some((start.min(from), end.max(to)));
    }

    fn add_earlier(&mut self, one: Placed, shift: isize) {
        self.grow(one.from, one.to);
        self.after = -shift;
        self.earlier.push(one);
    }

    fn add_later(&mut self, other: Edit) {
        self.grow(other.start, other.end);
        self.later.push(other);
    }

    /// The one edit that the group comes to, or none where the readings undo each other.
    fn finish(mut self, text: &[u32], between: &[u32]) -> Option<Edit> {
        if self.later.is_empty() {
            return self.earlier.pop().map(|one| one.edit);
        }
        let (from, to) = self.span?;
        let start = (from as isize + self.before) as usize;
        let end = (to as isize + self.after) as usize;
        let origins = self.origins(start, from..to);
        let kept = |range: Range<usize>| {
            let letters = range.map(|at| (char::from_u32(between[at]), origins[at - from].clone()));
            letters.filter_map(|(letter, origin)| Some((letter?, origin)))
        };
        let mut made: Vec<(char, Range<usize>)> = Vec::new();
        let mut at = from;
        for edit in &self.later {
            made.extend(kept(at..edit.start));
            made.extend(edit.restored.chars().enumerate().map(|(number, letter)| {
                let origin = edit.origin(number);
                (letter, hull(&origins[origin.start - from..origin.end - from]))
            }));
            at = edit.end;
        }
        made.extend(kept(at..to));
        let (restored, places): (String, Vec<_>) = made.into_iter().unzip();
        let all = self.earlier.iter().map(|one| &one.edit).chain(&self.later);
        let confidence = all.map(|edit| edit.confidence).fold(1.0, f32::min);
        let kind = self.earlier.first().map_or(&self.later[0], |one| &one.edit);
        let (family, reason) = (kind.family, kind.reason);
        let original = text[start..end].iter().map(|&point| char::from_u32(point));
        let same = original.eq(restored.chars().map(Some));
        let origins = Origins::new(places);
        (!same).then_some(Edit { start, end, restored, family, confidence, reason, origins })
    }

    /// Where each code point of the group, which lies at `span` between the readings, stands in the
    /// first text, counted from the group's start in it.
    fn origins(&self, start: usize, span: Range<usize>) -> Vec<Range<usize>> {
        let mut origins: Vec<Range<usize>> = Vec::with_capacity(span.len());
        let mut at = 0;
        let kept = |at: usize, length: usize| (at..at + length).map(|at| at..at + 1);
        for Placed { edit, from, to } in &self.earlier {
            origins.extend(kept(at, from - span.start - origins.len()));
            let made = (0..to - from).map(|number| edit.origin(number));
            origins.extend(made.map(|origin| origin.start - start..origin.end - start));
            at = edit.end - start;
        }
        origins.extend(kept(at, span.len() - origins.len()));
        origins
    }
}

/// All that lies between the first and the last of some places, which are not sorted.
fn hull(places: &[Range<usize>]) -> Range<usize> {
    let start = places.iter().map(|place| place.start).min().unwrap_or(0);
    let end = places.iter().map(|place| place.end).max().unwrap_or(start);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Family, Reason};

    fn edit(start: usize, end: usize, restored: &str) -> Edit {
        let (family, reason) = (Family::Lookalike, Reason::Measured);
        let restored = restored.to_owned();
        let origins = Origins::default();
        Edit { start, end, restored, family, confidence: 0.9, reason, origins }
    }

    fn points(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    fn both(text: &str, first: &[Edit], second: &[Edit]) -> Vec<Edit> {
        let text = points(text);
        let between = applied(&text, first);
        let wanted = applied(&between, second);
        let made = composed(&text, first.to_vec(), second.to_vec());
        assert!(made.windows(2).all(|pair| pair[0].end <= pair[1].start), "{made:?}");
        assert_eq!(applied(&text, &made), wanted, "{made:?}");
        made
    }

    #[test]
    fn edits_apart_stay_apart() {
        let made = both("abcdef", &[edit(1, 2, "B")], &[edit(4, 5, "E")]);
        assert_eq!((made.len(), made[0].start, made[1].start), (2, 1, 4));
    }

    #[test]
    fn an_edit_inside_what_another_made_joins_it() {
        let made = both("<olleh> you", &[edit(0, 7, "hell0")], &[edit(4, 5, "o")]);
        assert_eq!((made.len(), made[0].end, made[0].restored.as_str()), (1, 7, "hello"));
    }

    #[test]
    fn a_character_dropped_beside_an_edit_stays_its_own_edit() {
        let made = both("a\u{200b}b", &[edit(1, 2, "")], &[edit(0, 1, "A"), edit(1, 2, "B")]);
        assert_eq!(made.len(), 3);
    }

    #[test]
    fn a_character_dropped_inside_an_edit_joins_it() {
        let made = both("r\u{200b}n", &[edit(1, 2, "")], &[edit(0, 2, "m")]);
        assert_eq!((made.len(), made[0].start, made[0].end), (1, 0, 3));
    }

    #[test]
    fn what_is_undone_is_no_edit() {
        assert!(both("abc", &[edit(1, 2, "x")], &[edit(1, 2, "b")]).is_empty());
    }

    #[test]
    fn letters_in_another_order_keep_their_places() {
        let mut turned = edit(0, 7, "hell0");
        turned.origins = Origins::new((0..5).map(|at| 5 - at..6 - at).collect());
        let made = both("<0lleh> you", &[turned], &[edit(4, 5, "o")]);
        let origins: Vec<_> = (0..5).map(|at| made[0].origin(at)).collect();
        assert_eq!(origins, [5..6, 4..5, 3..4, 2..3, 1..2]);
    }

    #[test]
    fn a_letter_of_several_characters_is_in_all_of_their_places() {
        let made = both("r\u{200b}ne", &[edit(1, 2, "")], &[edit(0, 3, "me")]);
        assert_eq!((made[0].origin(0), made[0].origin(1)), (0..4, 0..4));
    }

    #[test]
    fn lengths_change_on_both_sides() {
        both("abcdefgh", &[edit(0, 1, "xyz"), edit(3, 6, "")], &[edit(1, 4, "q"), edit(5, 7, "")]);
        both(
            "abcdefgh",
            &[edit(2, 4, "12345")],
            &[edit(1, 3, "_"), edit(4, 5, "-"), edit(6, 8, "")],
        );
    }
}
