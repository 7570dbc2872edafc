//! Text whose direction a control turns round, so that it is shown in another order than stored.
//!
//! A script's stored order is its reading order. UAX #9 lays it out on the line, each script in
//! its own direction, and a reader goes back the same way, letter by letter and word by word. An
//! override breaks that: RLO lays Latin letters out from right to left, and a reader, who still
//! goes from left to right, reads them backwards. What was meant is what one would have to store,
//! without the override, for the same letters to stand in the same places: the displayed order,
//! taken back to reading order with the controls gone. In Latin text that is the displayed order
//! itself; Hebrew that LRO lays out from left to right comes out as a Hebrew reader reads it.
//!
//! So only what acts *against* most of its own letters is undone (RLO over left-to-right letters,
//! LRO over right-to-left ones). Honest text stays as it is, controls and all:
//!
//! - RLO over Hebrew or Arabic, whatever it does to a number or a brand among it
//! - embeddings and isolates, which order words of two directions and turn no letters round
//! - direction marks, which do less still, and no control but a mark is looked at here
//!
//! An embedding or isolate from right to left that has no letter of that direction inside is what
//! software for Hebrew puts around foreign messages: `Hello!` is shown as `!Hello`, and `Hello!`
//! was meant. It is also one of the attacks of Boucher and Anderson, "Trojan Source" (2023). The
//! displayed order is taken where it exchanges words, which needs controls inside, or where it
//! gives a mark that stood before a word, after a space, back to the word before it.
//!
//! Two overrides with nothing but a space between them are one run to UAX #9, which shows the two
//! words in exchanged places. Authors who turn word by word do not know that, and renderers that
//! go by words do not do it: each override is read by itself.

use unicode_bidi::{BidiClass, Level};

use super::layout::{Laid, is_right, laid_out, levels, read};
use super::span::{Kind, Span, spans};
use super::{class, is_direction, parts};
use crate::origins::Origins;
use crate::{Edit, Family, Reason};

/// How sure the reading of letters that an override turns round is.
const OVERRIDDEN: f32 = 0.99;
/// The same for words that embeddings or isolates exchange.
const EXCHANGED: f32 = 0.97;

/// The edits that put text shown in another order than its letters' own into reading order.
///
/// Each replaces everything from the control that turns the text to the one that ends it, or to
/// the paragraph's end, and the pairs of controls that hold nothing else. Combining marks stay on
/// their bases, mirrored brackets are turned (rules L3 and L4 of UAX #9). Sorted, not
/// overlapping. A span with a lone surrogate in it, which no `String` can hold, is left alone.
pub fn bidi(text: &[u32]) -> Vec<Edit> {
    if !text.iter().any(|&point| is_direction(point)) {
        return Vec::new();
    }
    let ends = |point| class(point) == BidiClass::B;
    parts(text, ends, is_direction)
        .flat_map(|(from, paragraph)| Paragraph::new(paragraph).edits(from))
        .collect()
}

/// Where the embeddings, overrides and isolates begin that nothing ends before their paragraph does.
///
/// In a comment or string of a program such a control bears on the code after it as well (UTS #55;
/// it is what GCC's `-Wbidi-chars=unpaired` warns of).
pub fn unpaired(text: &[u32]) -> Vec<usize> {
    let ends = |point| class(point) == BidiClass::B;
    parts(text, ends, is_direction)
        .flat_map(|(from, paragraph)| {
            let open = move |span: Span| {
                (!span.is_closed && span.end == paragraph.len()).then_some(from + span.start)
            };
            spans(paragraph).into_iter().filter_map(open)
        })
        .collect()
}

struct Paragraph<'a> {
    text: &'a [u32],
    spans: Vec<Span>,
    /// After rule L1, one for each code point.
    levels: Vec<Level>,
    /// How many letters of both directions, and how many overrides, stand before each code point.
    before: Vec<Counts>,
}

#[derive(Clone, Copy, Default)]
struct Counts {
    ltr: usize,
    rtl: usize,
    overrides: usize,
}

impl<'a> Paragraph<'a> {
    fn new(text: &'a [u32]) -> Paragraph<'a> {
        let spans = spans(text);
        let levels = levels(text, &spans);
        let mut before = Vec::with_capacity(text.len() + 1);
        let mut counts = Counts::default();
        before.push(counts);
        for &point in text {
            match class(point) {
                // The direction marks themselves are nothing to read.
                _ if matches!(point, 0x061C | 0x200E | 0x200F) => {}
                BidiClass::L => counts.ltr += 1,
                right if is_right(right) => counts.rtl += 1,
                BidiClass::RLO | BidiClass::LRO => counts.overrides += 1,
                _ => {}
            }
            before.push(counts);
        }
        Paragraph { text, spans, levels, before }
    }

    fn edits(&self, from: usize) -> Vec<Edit> {
        let mut edits = Vec::new();
        let mut done = 0;
        for span in &self.spans {
            if span.start < done {
                continue;
            }
            let against = self.against(span);
            if against.is_none() && !self.is_foreign(span) {
                continue;
            }
            // What is inside is judged with it.
            done = span.end;
            let points = self.text[span.start..span.end].iter();
            let Some(mut stored) = points.map(|&p| char::from_u32(p)).collect::<Option<String>>()
            else {
                continue;
            };
            let shown = laid_out(&stored, &self.levels[span.start..span.end]);
            let Laid { text: read, places } = read(shown, against.unwrap_or(Level::ltr()));
            stored.retain(|letter| !is_direction(letter.into()));
            let (is_meant, confidence) = match against {
                // On a letter by itself, or a palindrome, the override has no honest use either.
                Some(base) => {
                    let letters = base.is_ltr() && read.contains(char::is_alphanumeric);
                    (letters || read != stored, OVERRIDDEN)
                }
                None => (is_mended(&stored, &read), EXCHANGED),
            };
            if !is_meant {
                continue;
            }
            let whole = span.widened(&self.spans);
            done = whole.1;
            let within = span.start - whole.0;
            let places = places.into_iter().map(|place| within + place..within + place + 1);
            edits.push(Edit {
                start: from + whole.0,
                end: from + whole.1,
                restored: read,
                family: Family::Bidi,
                confidence,
                reason: Reason::Overridden,
                origins: Origins::new(places.collect()),
            });
        }
        edits
    }

    fn counts(&self, span: &Span) -> Counts {
        let (start, end) = (self.before[span.start], self.before[span.end]);
        Counts {
            ltr: end.ltr - start.ltr,
            rtl: end.rtl - start.rtl,
            overrides: end.overrides - start.overrides,
        }
    }

    /// The direction in which most letters of an override are read, if it goes the other way.
    fn against(&self, span: &Span) -> Option<Level> {
        let Counts { ltr, rtl, .. } = self.counts(span);
        match span.kind {
            Kind::RightOverride if rtl == 0 || ltr > rtl => Some(Level::ltr()),
            Kind::LeftOverride if rtl > ltr => Some(Level::rtl()),
            _ => None,
        }
    }

    /// Whether a span goes from right to left, though nothing in it does.
    fn is_foreign(&self, span: &Span) -> bool {
        let Counts { ltr, rtl, overrides } = self.counts(span);
        span.kind == Kind::Right && ltr > 0 && rtl == 0 && overrides == 0
    }
}

/// Whether reading words in another order than stored is clearly meant: it exchanges words, or
/// fewer marks that close what is before them stand apart from it.
fn is_mended(stored: &str, read: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    letters(stored) != letters(read) || astray(read) < astray(stored)
}

/// Marks that close what is before them, after a space and before a letter.
fn astray(text: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    let closes = |c| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}');
    letters
        .windows(3)
        .filter(|three| three[0] == ' ' && closes(three[1]) && three[2].is_alphabetic())
        .count()
}
