//! One line cut up: its clusters, and which of them are words.

use std::ops::Range;

use super::table::Table;
use crate::language::{UNKNOWN_LETTER, UNKNOWN_WORD, composed, folded, word_hash};
use crate::lines::clusters_of;
use crate::model::Model;
use crate::properties::{Calm, Class, Properties, Script};
use crate::token::{LONGEST, is_bracketed};

/// What an honest word costs for each letter that hardly any text has unless it is turned.
const ODD_LETTER: f32 = 2.5;
/// What a word costs for each letter between slashes or brackets, as phonetics is written.
const PHONETIC_LETTER: f32 = 1.2;

/// A run of clusters that could be the letters of one word, or the digits of a number.
#[derive(Clone)]
pub(super) struct Word {
    /// Which of the line's clusters.
    pub clusters: Range<usize>,
    /// Letters in it that hardly any text has unless it is turned.
    pub odd: usize,
    /// The same, and glyphs that other texts have at best.
    pub strange: usize,
    /// Whether it is a number, which says nothing of how the line stands.
    pub number: bool,
    /// Whether some language has it as it stands.
    pub known: bool,
    /// What it costs as it stands, in nats.
    pub honest: f32,
}

#[derive(Clone)]
pub(super) struct Line<'a> {
    pub model: &'a Model,
    /// The whole text.
    text: &'a [u32],
    /// Where the line's clusters lie in it.
    pub clusters: Vec<Range<usize>>,
    /// Whether marks stand before their letter: code points were turned round, not clusters.
    marks_first: bool,
    pub words: Vec<Word>,
    /// Whether exclamation marks may be letters.
    exclaims: bool,
    /// The code points of the line, sorted, each once.
    pub seen: Vec<u32>,
}

impl<'a> Line<'a> {
    /// Cuts up a line for reading it by this table, or as plain letters.
    pub fn new(
        model: &'a Model,
        text: &'a [u32],
        span: Range<usize>,
        table: Option<&Table>,
        marks_first: bool,
    ) -> Line<'a> {
        let mut seen = text[span.clone()].to_vec();
        seen.sort_unstable();
        seen.dedup();
        let clusters = cut(&model.properties, text, span, table, marks_first);
        let words = Vec::new();
        let mut line = Line { model, text, clusters, marks_first, words, exclaims: false, seen };
        line.exclaims = line.exclaims(table);
        let mut at = 0;
        while at < line.clusters.len() {
            let most = line.clusters.len().min(at + LONGEST);
            let end = (at..most).find(|&end| !line.is_part(end, table)).unwrap_or(most);
            if end > at {
                let word = line.word(at..end, table);
                line.words.push(word);
            }
            at = end.max(at + 1);
        }
        line
    }

    /// The stored code points of some clusters.
    pub fn slice(&self, clusters: Range<usize>) -> &'a [u32] {
        match (self.clusters.get(clusters.start), self.clusters[..clusters.end].last()) {
            (Some(first), Some(last)) if first.start < last.end => {
                &self.text[first.start..last.end]
            }
            _ => &[],
        }
    }

    /// The code points of one cluster, the letter before its marks.
    pub fn cluster(&self, at: usize) -> Vec<u32> {
        let mut points = self.text[self.clusters[at].clone()].to_vec();
        if self.marks_first {
            points.reverse();
        }
        points
    }

    /// The letter of a cluster.
    pub fn base(&self, at: usize) -> Option<u32> {
        let cluster = self.clusters.get(at)?;
        Some(self.text[if self.marks_first { cluster.end - 1 } else { cluster.start }])
    }

    fn is_letter(&self, at: Option<usize>, table: Option<&Table>) -> bool {
        let properties = &self.model.properties;
        let symbol = |point: u32| {
            matches!(properties.get(point).class(), Class::Symbol | Class::Punctuation)
                && !is_exclamation(point)
                && table.is_some_and(|table| table.has(point))
        };
        at.and_then(|at| self.base(at))
            .is_some_and(|point| properties.get(point).is_letter() || symbol(point))
    }

    /// Whether a cluster can be part of a word.
    fn is_part(&self, at: usize, table: Option<&Table>) -> bool {
        let Some(point) = self.base(at) else { return false };
        is_exclamation(point) && self.exclaims
            || self.is_letter(Some(at), table)
            || matches!(self.model.properties.get(point).class(), Class::Digit | Class::Number)
    }

    /// Whether the line's generator writes `!` for an i: then it stands inside words, and there is
    /// no other.
    fn exclaims(&self, table: Option<&Table>) -> bool {
        const TURNED_I: [char; 4] = ['ᴉ', 'ı', 'ᵎ', 'ɪ'];
        let inside = |at: usize| {
            self.base(at).is_some_and(is_exclamation)
                && self.is_letter(at.checked_sub(1), table)
                && self.is_letter(Some(at + 1), table)
        };
        let seen = |&i: &char| self.seen.binary_search(&i.into()).is_ok();
        table.is_some() && !TURNED_I.iter().any(seen) && (0..self.clusters.len()).any(inside)
    }

    fn word(&self, clusters: Range<usize>, table: Option<&Table>) -> Word {
        let properties = &self.model.properties;
        let letters = self.slice(clusters.clone());
        let class = |point: &u32| properties.get(*point).class();
        let is_digit = |point: &u32| matches!(class(point), Class::Digit | Class::Number);
        // The cheapest digit that a glyph may be.
        let digit = |point: &u32| {
            let readings = table.into_iter().flat_map(|table| table.readings(*point));
            let digits = readings.filter(|(letter, _)| class(letter) == Class::Digit);
            digits.map(|(_, cost)| cost).reduce(f32::min)
        };
        let number = letters.iter().any(|point| is_digit(point) || digit(point) == Some(0.0))
            && letters.iter().all(|point| {
                is_digit(point) || class(point) == Class::Mark || digit(point).is_some()
            });
        let count = |asked: fn(&Properties, &Table, u32) -> bool| {
            table.map_or(0, |table| {
                letters.iter().filter(|&&point| asked(properties, table, point)).count()
            })
        };
        let odd = count(is_odd);
        let folded: Vec<u32> = composed(letters).into_iter().flat_map(folded).collect();
        let length = folded.len() as f32;
        let known =
            self.model.lexicon.get(word_hash(folded.iter().copied())).map(|word| word.least());
        let span = self.clusters[clusters.start].start..self.clusters[clusters.end - 1].end;
        let unknown = if odd > 0 && is_bracketed(properties, self.text, span) {
            UNKNOWN_WORD + PHONETIC_LETTER * length
        } else {
            UNKNOWN_WORD + UNKNOWN_LETTER * length + ODD_LETTER * odd as f32
        };
        Word {
            clusters,
            odd,
            strange: count(is_strange),
            number,
            known: known.is_some(),
            honest: known.map_or(unknown, |known| known.min(unknown)),
        }
    }
}

/// The clusters of a line. A glyph of the table is always one by itself; where marks come first,
/// those of one cluster belong to the next.
fn cut(
    properties: &Properties,
    text: &[u32],
    span: Range<usize>,
    table: Option<&Table>,
    marks_first: bool,
) -> Vec<Range<usize>> {
    let mut whole = Vec::new();
    clusters_of(text, span.clone(), &mut whole);
    let is_mark = |at: usize| properties.get(text[at]).class() == Class::Mark;
    let mut clusters: Vec<Range<usize>> = Vec::with_capacity(whole.len());
    let mut from = span.start;
    for cluster in whole {
        let glyph = |&at: &usize| table.is_some_and(|table| table.has(text[at]));
        for at in (cluster.start + 1..cluster.end).filter(glyph) {
            clusters.push(from..at);
            from = at;
        }
        let end = if marks_first {
            let last = (from..cluster.end).rev().find(|&at| !is_mark(at));
            last.map_or(from, |last| last + 1)
        } else {
            cluster.end
        };
        if end > from {
            clusters.push(from..end);
            from = end;
        }
    }
    // Marks that no letter follows.
    if let Some(last) = clusters.last_mut() {
        last.end = span.end;
    }
    clusters
}

fn is_exclamation(point: u32) -> bool {
    point == '!' as u32 || point == '¡' as u32
}

/// Whether a glyph of the table is hardly ever seen in upright text: no plain letter, and none of
/// another script or of mathematics, which may have its own reasons to stand there.
pub(super) fn is_odd(properties: &Properties, table: &Table, point: u32) -> bool {
    let property = properties.get(point);
    point >= 0x80
        && property.calm() == Calm::Odd
        && property.script() == Script::LATIN
        && property.is_letter()
        && table.has(point)
}

/// Whether a glyph of the table is no plain letter.
pub(super) fn is_strange(properties: &Properties, table: &Table, point: u32) -> bool {
    let plain = || matches!(properties.get(point).calm(), Calm::Plain(_));
    point >= 0x80 && table.has(point) && !plain()
}
