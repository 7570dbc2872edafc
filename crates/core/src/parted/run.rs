//! Finds runs of letters that stand one by one, and what parts them.

use std::ops::Range;

use crate::Family;
use crate::flag::is_indicator;
use crate::model::Model;
use crate::properties::Class;

use super::gap::{Gap, LONGEST, wraps};
use super::signs::signs;

/// Fewer letters in a row are initials, variables, or words of one letter.
const LETTERS: usize = 3;
/// Scripts in which a letter by itself is neither a syllable nor a word; one of another script may
/// stand for a letter that it looks like.
const ALPHABETS: [&str; 7] = ["Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr", "Arab"];

/// A letter or digit that stands by itself, with the marks on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub at: Range<usize>,
    /// The same with the brackets or quotation marks around it, if it has its own.
    pub around: Range<usize>,
    pub is_letter: bool,
    /// Whether it shows a capital, if it has case.
    pub capital: Option<bool>,
}

impl Piece {
    fn new(model: &Model, text: &[u32], at: Range<usize>, is_letter: bool) -> Piece {
        let open = at.start.checked_sub(1).and_then(|before| text.get(before));
        let wrapped = open.zip(text.get(at.end)).is_some_and(|(&open, &close)| wraps(open, close));
        let around = if wrapped { at.start - 1..at.end + 1 } else { at.clone() };
        Piece { capital: capital(model, text[at.start]), at, around, is_letter }
    }

    /// A sign in a letter's place.
    fn sign(at: usize) -> Piece {
        let at = at..at + 1;
        Piece { around: at.clone(), at, is_letter: false, capital: None }
    }

    fn unwrap(&mut self) {
        self.around = self.at.clone();
    }

    pub fn is_wrapped(&self) -> bool {
        self.around != self.at
    }
}

/// Pieces in a row.
pub(super) struct Run<'a> {
    pub pieces: Vec<Piece>,
    /// One less than the pieces.
    pub gaps: Vec<Gap<'a>>,
}

/// Whether a glyph is a capital, or is read as one.
fn capital(model: &Model, glyph: u32) -> Option<bool> {
    match model.properties.get(glyph).class() {
        Class::Upper => Some(true),
        Class::Lower => Some(false),
        Class::Symbol => {
            let first = model.lattice.candidates(glyph).next()?;
            let letter = char::from_u32(*first.reading.as_slice().first()?)?;
            letter.is_alphabetic().then(|| letter.is_uppercase())
        }
        _ => None,
    }
}

/// What a code point is to a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Letter,
    Digit,
    /// Hangs on what is before it, or is not seen.
    Mark,
    Between,
    /// Ends every run: the end of a line or cell, and whatever is no alphabet.
    End,
}

fn role(model: &Model, text: &[u32], at: usize) -> Role {
    let point = text[at];
    let property = model.properties.get(point);
    let alphabet = || {
        let name = model.scripts.get(usize::from(property.script().0));
        property.has_readings() || name.is_some_and(|name| ALPHABETS.contains(name))
    };
    match property.class() {
        Class::Upper | Class::Lower | Class::Letter if alphabet() => Role::Letter,
        Class::Upper | Class::Lower | Class::Letter => Role::End,
        Class::Digit | Class::Number => Role::Digit,
        Class::Mark | Class::Invisible => Role::Mark,
        Class::Control => Role::End,
        Class::Space if point == 0x9 || ends_line(point) => Role::End,
        Class::Symbol if property.has_readings() && point >= 0x80 => {
            let mut readings = model.lattice.candidates(point);
            let styled = |family| family == Family::Stylised;
            let letter = readings.next().is_some_and(|one| styled(one.family));
            if letter && !is_flag(text, at) { Role::Letter } else { Role::Between }
        }
        _ => Role::Between,
    }
}

/// Whether a regional indicator stands beside another one.
fn is_flag(text: &[u32], at: usize) -> bool {
    let indicator = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|&point| is_indicator(point))
    };
    is_indicator(text[at]) && (indicator(at.checked_sub(1)) || indicator(Some(at + 1)))
}

/// Every run of `text`, in order.
pub(super) fn runs<'a>(model: &Model, text: &'a [u32]) -> Vec<Run<'a>> {
    let mut found = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut finish = |pieces: &mut Vec<Piece>| {
        let run = std::mem::take(pieces);
        if run.iter().filter(|piece| piece.is_letter).count() >= LETTERS {
            found.push(with_gaps(model, text, run));
        }
    };
    let mut at = 0;
    while at < text.len() {
        match role(model, text, at) {
            Role::Letter | Role::Digit => {
                let (piece, end) = token(model, text, at);
                let near = pieces.last().is_none_or(|last| at - last.at.end <= LONGEST);
                if piece.is_none() || !near {
                    finish(&mut pieces);
                }
                pieces.extend(piece);
                at = end;
            }
            Role::End => {
                finish(&mut pieces);
                at += 1;
            }
            Role::Mark | Role::Between => at += 1,
        }
    }
    finish(&mut pieces);
    found
}

/// The letters and digits from `at` on that nothing parts: the piece if there is but one, and where
/// they end.
fn token(model: &Model, text: &[u32], at: usize) -> (Option<Piece>, usize) {
    let is_letter = role(model, text, at) == Role::Letter;
    let (mut end, mut bases) = (at, 0);
    // Past the last mark that is seen: what is not seen belongs to the gap.
    let mut seen = at;
    while end < text.len() {
        match role(model, text, end) {
            Role::Letter | Role::Digit => bases += 1,
            Role::Mark => {}
            _ => break,
        }
        end += 1;
        if model.properties.get(text[end - 1]).class() != Class::Invisible {
            seen = end;
        }
    }
    ((bases == 1).then(|| Piece::new(model, text, at..seen, is_letter)), end)
}

/// Lays out the gaps; a sign that stands in a letter's place is a piece.
fn with_gaps<'a>(model: &Model, text: &'a [u32], mut pieces: Vec<Piece>) -> Run<'a> {
    let letters: Vec<Range<usize>> = pieces.iter().map(|piece| piece.at.clone()).collect();
    pieces.extend(signs(model, text, &letters).into_iter().map(Piece::sign));
    pieces.sort_by_key(|piece| piece.at.start);
    pieces.dedup();
    // A mark that would both close after one letter and open before the next does neither.
    let shares = |pair: &[Piece]| pair[0].around.end > pair[1].around.start;
    let shared: Vec<bool> = pieces.windows(2).map(shares).collect();
    for (at, _) in shared.iter().enumerate().filter(|(_, shared)| **shared) {
        pieces[at..at + 2].iter_mut().for_each(Piece::unwrap);
    }
    let between = |pair: &[Piece]| pair[0].around.end..pair[1].around.start;
    let gap = |pair: &[Piece]| Gap::new(&model.properties, &text[between(pair)]);
    let gaps = pieces.windows(2).map(gap).collect();
    Run { pieces, gaps }
}

/// The commonest gap.
pub(super) fn usual<'a>(gaps: &[Gap<'a>]) -> Option<Gap<'a>> {
    // Enough of a long run to tell.
    const SEEN: usize = 64;
    let seen = &gaps[..gaps.len().min(SEEN)];
    let count = |gap: &Gap| seen.iter().filter(|other| *other == gap).count();
    seen.iter().copied().max_by_key(|gap| count(gap))
}

/// Whether a line ends with it.
pub(super) fn ends_line(point: u32) -> bool {
    matches!(point, 0xA..=0xD | 0x85 | 0x2028 | 0x2029)
}
