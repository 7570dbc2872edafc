//! What is looked for: many needles in one pass.

use std::fmt;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};

use super::encoded::{Encoded, Place};

/// What makes no difference between a needle and a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// Letter case, by Unicode's full case folding, which makes `ß` and `SS` alike. No language's
    /// own rules apply: a dotted capital `İ` is an `i` with a dot above, and no `i`.
    pub ignore_case: bool,
    /// Which white space it is, line ends among it, and how much of it.
    pub any_space: bool,
}

/// Needles cannot be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeedleError {
    /// The needle with this number is empty.
    Empty(usize),
    /// There are more, or longer ones, than an automaton can be made for.
    TooMany(String),
}

impl fmt::Display for NeedleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NeedleError::Empty(number) => {
                write!(f, "needle {number} is empty, and would be found everywhere: leave it out")
            }
            NeedleError::TooMany(reason) => write!(f, "too many needles: {reason}"),
        }
    }
}

impl std::error::Error for NeedleError {}

/// Bytes of a needle up to which the quickest automaton is made, where there are few needles. To
/// make it takes as long as the needle's length squared, should that repeat itself: a second for
/// 4,000 times the same letter. The one for longer needles takes as long as they are.
const SHORT: usize = 256;

/// Words and phrases, ready to be looked for in any number of texts.
#[derive(Clone, Debug)]
pub struct Needles {
    automaton: AhoCorasick,
    likeness: Likeness,
}

impl Needles {
    /// Takes needles as code points; none at all are found nowhere.
    pub fn new<N: AsRef<[u32]>>(
        needles: impl IntoIterator<Item = N>,
        likeness: Likeness,
    ) -> Result<Needles, NeedleError> {
        let mut encoded = Vec::new();
        for (number, needle) in needles.into_iter().enumerate() {
            if needle.as_ref().is_empty() {
                return Err(NeedleError::Empty(number));
            }
            encoded.push(Encoded::new(needle.as_ref(), likeness).bytes);
        }
        let is_long = encoded.iter().any(|bytes: &Vec<u8>| bytes.len() > SHORT);
        let made = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(is_long.then_some(AhoCorasickKind::ContiguousNFA))
            .build(encoded);
        let automaton = made.map_err(|error| NeedleError::TooMany(error.to_string()))?;
        Ok(Needles { automaton, likeness })
    }

    /// What makes no difference.
    pub fn likeness(&self) -> Likeness {
        self.likeness
    }

    /// Tells of each match in `text` (code points) and the number of its needle: leftmost-longest,
    /// not overlapping, from left to right. None starts or ends inside what is one code point of the
    /// text: `s` is not found in `ß`.
    pub(super) fn search(&self, text: &Encoded, mut found: impl FnMut(Range<usize>, usize)) {
        let mut place = Place::default();
        let mut from = 0;
        while let Some(mut one) = self.automaton.find(Input::new(&text.bytes).range(from..)) {
            let start = match text.go_on(&mut place, one.start()) {
                Ok(start) => start,
                Err(torn) => {
                    from = torn.end;
                    continue;
                }
            };
            from = text.next(place, one.start());
            loop {
                let mut ahead = place;
                let torn = match text.go_on(&mut ahead, one.end()) {
                    Ok(end) => {
                        found(start..end, one.pattern().as_usize());
                        (place, from) = (ahead, one.end());
                        break;
                    }
                    Err(torn) => torn,
                };
                // A shorter needle may end before what this one tears.
                let before = Input::new(&text.bytes).range(one.start()..torn.start);
                match self.automaton.find(before) {
                    Some(shorter) if shorter.start() == one.start() => one = shorter,
                    _ => break,
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXACT: Likeness = Likeness { ignore_case: false, any_space: false };
    const CASE: Likeness = Likeness { ignore_case: true, any_space: false };
    const SPACE: Likeness = Likeness { ignore_case: false, any_space: true };

    fn points(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    fn needles(needles: &[&str], likeness: Likeness) -> Needles {
        Needles::new(needles.iter().map(|needle| points(needle)), likeness).expect("no empty ones")
    }

    /// What of `text` is found, and by which needle.
    fn found(looked_for: &[&str], likeness: Likeness, text: &str) -> Vec<(String, usize)> {
        let text = points(text);
        let mut all = Vec::new();
        needles(looked_for, likeness).search(&Encoded::new(&text, likeness), |span, needle| {
            let part = text[span].iter().filter_map(|&point| char::from_u32(point)).collect();
            all.push((part, needle));
        });
        all
    }

    fn one(part: &str, needle: usize) -> Vec<(String, usize)> {
        vec![(part.to_owned(), needle)]
    }

    #[test]
    fn the_leftmost_is_taken_and_of_those_the_longest() {
        assert_eq!(found(&["b", "abc", "ab", "bcd"], EXACT, "abcd"), one("abc", 1));
        assert_eq!(found(&["a", "a"], EXACT, "a"), one("a", 0));
        assert_eq!(found(&["aa"], EXACT, "aaaaa").len(), 2);
    }

    #[test]
    fn case_is_folded_in_full() {
        for (needle, text) in [
            ("STRASSE", "Straße"),
            ("straße", "STRASSE"),
            ("ὈΔΥΣΣΕΎΣ", "Ὀδυσσεύς"),
            ("ПРИВЕТ", "привет"),
            ("i\u{307}", "İ"),
            ("ﬃ", "FFI"),
            ("ß", "ẞ"),
        ] {
            assert_eq!(found(&[needle], CASE, text), one(text, 0), "{needle} in {text}");
            assert_eq!(found(&[needle], EXACT, text), [], "{needle} in {text}");
        }
        assert_eq!(found(&["istanbul"], CASE, "İstanbul"), []);
    }

    #[test]
    fn no_letter_is_torn() {
        assert_eq!(found(&["s"], CASE, "ß"), []);
        assert_eq!(found(&["s"], CASE, "sßs"), [("s".to_owned(), 0), ("s".to_owned(), 0)]);
        assert_eq!(found(&["ss"], CASE, "sßs"), one("ß", 0));
        assert_eq!(found(&["mas", "ma"], CASE, "Maß"), one("Ma", 1));
        assert_eq!(found(&["sa", "a"], CASE, "ßa"), one("a", 1));
        assert_eq!(found(&["fi", "ffi"], CASE, "ﬃ ﬁ"), [("ﬃ".to_owned(), 1), ("ﬁ".to_owned(), 0)]);
    }

    #[test]
    fn any_white_space_is_like_another() {
        for text in ["free crypto", "free\r\n\tcrypto", "free\u{a0}crypto", "free  crypto"] {
            assert_eq!(found(&["free crypto"], SPACE, text), one(text, 0));
            assert_eq!(found(&["free \n crypto"], SPACE, text), one(text, 0));
        }
        assert_eq!(found(&["free crypto"], SPACE, "freecrypto"), []);
        assert_eq!(found(&["free crypto"], EXACT, "free  crypto"), []);
        assert_eq!(found(&["a "], SPACE, "a   b"), one("a   ", 0));
    }

    #[test]
    fn lone_surrogates_are_found_as_themselves() {
        let text = [0xD83D_u32, 0xDE00, 0x1F600, 0xD83D];
        let looked_for = [vec![0xD83D], vec![0x1F600]];
        let looked_for = Needles::new(looked_for, CASE).expect("no empty ones");
        let mut all = Vec::new();
        looked_for.search(&Encoded::new(&text, CASE), |span, needle| all.push((span, needle)));
        assert_eq!(all, [(0..1, 0), (2..3, 1), (3..4, 0)]);
    }

    #[test]
    fn an_empty_needle_is_named() {
        let error = Needles::new([points("a"), vec![]], EXACT).expect_err("one is empty");
        assert_eq!(error, NeedleError::Empty(1));
        assert!(found(&[], EXACT, "a").is_empty());
    }
}
