//! What stands between the words of a turned run: marks that may or may not be turned too.
//!
//! Some generators turn a comma into an apostrophe and back, brackets and question marks into each
//! other; some leave them. Which it was is not seen on one mark, but on how all of a kind stand.

use super::table::sign;
use crate::math::exp;

/// A mark and what it is on its head, where that is a mark that upright text has, too.
pub(super) const PAIRS: &[(char, char)] = &[
    (',', '\''),
    ('\'', ','),
    ('?', '¿'),
    ('¿', '?'),
    ('!', '¡'),
    ('¡', '!'),
    ('(', ')'),
    (')', '('),
    ('[', ']'),
    (']', '['),
    ('{', '}'),
    ('}', '{'),
    ('<', '>'),
    ('>', '<'),
];

/// Marks of one kind are all turned or none of them; but some generators turn an apostrophe into a
/// comma and leave commas.
const KINDS: [&str; 3] = [",'", "?¿!¡", "()[]{}<>"];

/// What a mark costs that stands where text does not have it, and where it is only rare.
const MISPLACED: f32 = 4.0;
const RARE: f32 = 1.5;
/// The same for an apostrophe at the end of a word, where a comma is so much more common.
const CLOSING_QUOTE: f32 = 2.5;
/// What it costs a kind of marks to be turned where other marks are, where nothing says so, and where
/// full stops are not; and to be turned in part.
const TURNED_TOO: f32 = -1.0;
const TURNED: f32 = 1.0;
const TURNED_BESIDE_STOPS: f32 = 2.5;
const IN_PART: f32 = 1.2;

/// How fast it gets sure with the difference in cost.
const SHARPNESS: f32 = 2.5;

/// What is beside a mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Letter,
    Digit,
    /// A space, or the end of the run.
    Open,
    /// Another mark.
    Mark,
}

fn side(point: Option<u32>) -> Side {
    match point.and_then(char::from_u32) {
        None => Side::Open,
        Some(c) if c.is_whitespace() => Side::Open,
        Some(c) if c.is_alphabetic() => Side::Letter,
        Some(c) if c.is_numeric() => Side::Digit,
        Some(_) => Side::Mark,
    }
}

/// What it costs a mark to stand where it does.
fn cost(mark: char, before: Side, after: Side) -> f32 {
    use Side::{Digit, Letter, Mark, Open};
    let closes = after == Open || after == Mark;
    let opens = before == Open || before == Mark;
    match mark {
        ',' if before == Open => {
            if after == Open {
                RARE
            } else {
                MISPLACED
            }
        }
        ',' if closes || (before, after) == (Digit, Digit) => 0.0,
        ',' => MISPLACED,
        '\'' if (before, after) == (Letter, Letter) => 0.0,
        '\'' if opens => RARE,
        '\'' => CLOSING_QUOTE,
        '!' | '?' if closes => 0.0,
        '¡' | '¿' if opens && after != Open => RARE,
        '(' | '[' | '{' | '<' if opens => 0.0,
        ')' | ']' | '}' | '>' if closes => 0.0,
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' => RARE,
        _ => MISPLACED,
    }
}

/// What brackets cost that do not close each other.
fn unbalanced(marks: &[u32]) -> f32 {
    let (mut open, mut astray) = (0, 0);
    for mark in marks.iter().filter_map(|&mark| char::from_u32(mark)) {
        match mark {
            '(' | '[' | '{' | '<' => open += 1,
            ')' | ']' | '}' | '>' if open > 0 => open -= 1,
            ')' | ']' | '}' | '>' => astray += 1,
            _ => {}
        }
    }
    RARE * (open + astray) as f32
}

fn on_its_head(point: u32) -> u32 {
    let pair = PAIRS.iter().find(|&&(upright, _)| upright as u32 == point);
    pair.map_or(point, |&(_, turned)| turned.into())
}

/// The sign that a sign of turned text is; low quotation marks are so only where no others are.
fn upright(point: u32, quoted: bool) -> Option<u32> {
    sign(point).filter(|_| !(quoted && point == '„' as u32))
}

/// Whether a text has the quotation marks that go with low ones.
fn is_quoted(text: &[u32]) -> bool {
    text.iter().any(|&point| matches!(char::from_u32(point), Some('“' | '”' | '‟')))
}

/// Whether a text has signs that only turned text has.
pub(super) fn are_turned(text: &[u32]) -> bool {
    let quoted = is_quoted(text);
    text.iter().any(|&point| upright(point, quoted).is_some())
}

/// Puts the marks of a run upright, which stands in the order in which it is read. Letters of the
/// run are read already, and `is_read` says which characters these are; `turned` says that marks of
/// the line are turned. Gives how sure it is of it all.
pub(super) fn set_upright(run: &mut [u32], is_read: &[bool], turned: bool) -> f32 {
    let mut sure = 1.0;
    let stops = run.contains(&('.' as u32));
    let quoted = is_quoted(run);
    for (point, _) in run.iter_mut().zip(is_read).filter(|(_, read)| !**read) {
        *point = upright(*point, quoted).unwrap_or(*point);
    }
    let price = match (turned, stops) {
        (true, _) => TURNED_TOO,
        (false, true) => TURNED_BESIDE_STOPS,
        (false, false) => TURNED,
    };
    for kind in KINDS {
        let of_kind = |at: &usize| {
            !is_read[*at] && char::from_u32(run[*at]).is_some_and(|c| kind.contains(c))
        };
        let places: Vec<usize> = (0..run.len()).filter(of_kind).collect();
        let costs: Vec<[f32; 2]> = places
            .iter()
            .map(|&at| {
                let before = side(at.checked_sub(1).map(|before| run[before]));
                let after = side(run.get(at + 1).copied());
                [run[at], on_its_head(run[at])]
                    .map(|mark| char::from_u32(mark).map_or(0.0, |mark| cost(mark, before, after)))
            })
            .collect();
        let marks: Vec<u32> = places.iter().map(|&at| run[at]).collect();
        let turned: Vec<u32> = marks.iter().map(|&mark| on_its_head(mark)).collect();
        let kept = costs.iter().map(|cost| cost[0]).sum::<f32>() + unbalanced(&marks);
        let all = costs.iter().map(|cost| cost[1]).sum::<f32>() + unbalanced(&turned) + price;
        let some: f32 = costs.iter().map(|cost| cost[0].min(cost[1])).sum::<f32>();
        let some = some + IN_PART + price.max(0.0);
        let mut ways = [kept, all, some];
        for (&at, cost) in places.iter().zip(&costs) {
            if all < kept && all <= some || some < kept && some < all && cost[1] < cost[0] {
                run[at] = on_its_head(run[at]);
            }
        }
        if !places.is_empty() {
            ways.sort_by(f32::total_cmp);
            sure /= 1.0 + exp(SHARPNESS * (ways[0] - ways[1]));
        }
    }
    sure
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks of a run whose letters are read, and that stands in the order of reading.
    fn set(run: &str, turned: bool) -> String {
        let mut points: Vec<u32> = run.chars().map(u32::from).collect();
        let is_read: Vec<bool> = run.chars().map(char::is_alphanumeric).collect();
        set_upright(&mut points, &is_read, turned);
        points.into_iter().filter_map(char::from_u32).collect()
    }

    #[test]
    fn marks_are_turned_where_they_stand_wrong() {
        assert_eq!(set("don,t' he said' go˙", true), "don't, he said, go.");
        assert_eq!(set("?no¿ )yes(", false), "¿no? (yes)");
        assert_eq!(set("a )b( c¿", true), "a (b) c?");
    }

    #[test]
    fn marks_stay_where_they_stand_right() {
        for text in ["don't, he said.", "a (b) c?", "“so„”, they say", "1,000 of 2"] {
            assert_eq!(set(text, false), text);
        }
    }

    #[test]
    fn an_apostrophe_may_be_turned_alone() {
        assert_eq!(set("don,t, he said, go on, please˙", true), "don't, he said, go on, please.");
    }
}
