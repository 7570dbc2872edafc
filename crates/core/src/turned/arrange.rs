//! The words of a turned run, put into the order in which they are read.

use std::ops::Range;

use super::glyphs::{NINE, SIX};
use super::line::Line;
use super::marks;
use super::reading::Reading;
use super::{Best, Found};
use crate::math::exp;
use crate::order;

/// How sure it is in which order words stand that only a capital tells of, or nothing.
const MARKED: f32 = 0.97;
const UNMARKED: f32 = 0.93;
/// How sure it is that a first letter is a small one which may be a capital.
const EITHER_CASE: f32 = 0.88;

/// What was turned as one piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Piece {
    /// The whole run.
    Run,
    /// What stands between spaces, its marks included.
    Chunk,
    /// Each word, or each letter in its place.
    Word,
}

/// The runs of a line as they read.
pub(super) fn arranged(best: &Best<'_>) -> Vec<Found> {
    let Best { line, way, readings, runs, gain } = best;
    let word = |at: &usize| !line.words[*at].number;
    let first = (0..line.words.len()).find(word).unwrap_or(0);
    let last = (0..line.words.len()).rfind(word).map_or(0, |last| last + 1);
    let arranger = Arranger { line, readings, said: first..last };
    let turned = marks::are_turned(line.slice(0..line.clusters.len()));
    let mut found = Vec::new();
    for run in runs {
        let clusters = arranger.span(run);
        let piece = way.reversed.then(|| arranger.piece(clusters.clone(), run, runs.len()));
        let (piece, mut sure) = piece.unwrap_or((Piece::Word, 1.0));
        let capitals = run.clone().any(|word| starts_with_capital(&readings[word]));
        let (mut read, mut is_read) = (Vec::new(), Vec::new());
        let mut places = Vec::new();
        let mut first = capitals;
        for (item, at) in arranger.order(clusters.clone(), piece) {
            if item == Item::Word {
                let reading = &readings[at];
                let doubtful = reading.capital.is_some() && (capitals || read.is_empty());
                sure *= if doubtful { EITHER_CASE } else { 1.0 };
                let capital = reading.capital.filter(|_| first);
                read.extend(capital.or(reading.letters.first().copied()));
                read.extend(reading.letters.iter().skip(1));
                first = false;
                let letters = read.len() - places.len();
                places.extend(letter_places(line, at, letters, way.reversed));
            } else {
                // Controls that were left act on nothing where they stand; moved, they would act on
                // other letters than their author's.
                let moves = |point: u32| piece != Piece::Word && order::may_apply(&[point]);
                read.extend(line.cluster(at).into_iter().filter(|&point| !moves(point)));
                places.resize(read.len(), line.clusters[at].clone());
                first |= capitals && arranger.first(at).is_some_and(ends_sentence);
            }
            is_read.resize(read.len(), item == Item::Word);
        }
        let points = line.slice(clusters.clone());
        sure *= marks::set_upright(&mut read, &is_read, turned) / (1.0 + exp(-gain));
        sure *= run.clone().map(|word| readings[word].sure * readings[word].sure).product::<f32>();
        if points.contains(&SIX) || points.contains(&NINE) {
            sure *= way.digits.max(1.0 - way.digits);
        }
        if read != points {
            let start = line.clusters[clusters.start].start;
            let places = places.into_iter().map(|place| place.start - start..place.end - start);
            let span = start..start + points.len();
            found.push(Found { span, read, places: places.collect(), sure });
        }
    }
    found
}

/// Where so many letters of a word stand: each in its cluster or, where a word has not as many
/// letters as clusters, all in all of them.
fn letter_places(
    line: &Line<'_>,
    word: usize,
    letters: usize,
    reversed: bool,
) -> Vec<Range<usize>> {
    let Range { start, end } = line.words[word].clusters;
    let mut places = line.clusters[start..end].to_vec();
    if places.len() != letters {
        return vec![places[0].start..line.clusters[end - 1].end; letters];
    }
    if reversed {
        places.reverse();
    }
    places
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    Word,
    Cluster,
}

struct Arranger<'a> {
    line: &'a Line<'a>,
    readings: &'a [Reading],
    /// From the first word that is no number to the last one.
    said: Range<usize>,
}

impl Arranger<'_> {
    fn first(&self, cluster: usize) -> Option<char> {
        self.line.base(cluster).and_then(char::from_u32)
    }

    fn is_space(&self, cluster: usize) -> bool {
        self.first(cluster).is_none_or(char::is_whitespace)
    }

    /// The first word that does not end before this cluster.
    fn next_word(&self, cluster: usize) -> usize {
        self.line.words.partition_point(|word| word.clusters.end <= cluster)
    }

    /// Whether a cluster is a mark that closes something, and no letter of a word.
    fn is_mark(&self, cluster: usize) -> bool {
        let word = || self.line.words.get(self.next_word(cluster));
        self.first(cluster).is_some_and(closes)
            && word().is_none_or(|word| word.clusters.start > cluster)
    }

    /// The clusters of a run: from edge to edge of the line, without spaces, where no word is left
    /// out; else with the marks that close a sentence, on the side where those of turned text are.
    fn span(&self, run: &Range<usize>) -> Range<usize> {
        let words = &self.line.words;
        let (mut start, mut end) =
            (words[run.start].clusters.start, words[run.end - 1].clusters.end);
        if run.start <= self.said.start {
            start = (0..start).find(|&at| !self.is_space(at)).unwrap_or(start);
        } else {
            while start > 0 && self.is_mark(start - 1) {
                start -= 1;
            }
        }
        if run.end >= self.said.end {
            let last = (end..self.line.clusters.len()).rev().find(|&at| !self.is_space(at));
            end = last.map_or(end, |at| at + 1);
        }
        start..end
    }

    /// What was turned as one piece, by the marks and capitals in a run, and how sure that is.
    fn piece(&self, clusters: Range<usize>, run: &Range<usize>, runs: usize) -> (Piece, f32) {
        // Marks that close what is before them: as upright text has them, and on the other side.
        let (mut upright, mut turned) = (0, 0);
        for at in clusters.clone().filter(|&at| self.is_mark(at)) {
            let open = |at: Option<usize>| at.is_none_or(|at| self.is_space(at));
            let (before, after) = (open(at.checked_sub(1)), open(Some(at + 1)));
            upright += usize::from(after && !before);
            turned += usize::from(before && !after);
        }
        if upright > turned {
            return (Piece::Word, 1.0);
        }
        let ends = |at: usize| self.first(at).is_some_and(ends_sentence);
        if ends(clusters.start) {
            return (Piece::Run, 1.0);
        }
        let last = clusters.clone().rev().find(|&at| self.is_space(at)).map(|at| at + 1);
        if last.is_some_and(ends) {
            return (Piece::Chunk, 1.0);
        }
        let capital = |word: usize| starts_with_capital(&self.readings[word]);
        match (capital(run.start), capital(run.end - 1)) {
            (true, false) => (Piece::Chunk, MARKED),
            (false, true) => (Piece::Run, MARKED),
            _ if runs > 1 => (Piece::Chunk, UNMARKED),
            _ if run.len() == 1 => (Piece::Run, 1.0),
            _ => (Piece::Run, UNMARKED),
        }
    }

    /// Words and other clusters, by number, in the order in which they are read.
    fn order(&self, clusters: Range<usize>, piece: Piece) -> Vec<(Item, usize)> {
        let mut items: Vec<(Item, usize)> = Vec::new();
        let mut at = clusters.start;
        let first = self.next_word(clusters.start);
        let mut words = self.line.words.iter().enumerate().skip(first).peekable();
        while at < clusters.end {
            while words.peek().is_some_and(|(_, word)| word.clusters.end <= at) {
                words.next();
            }
            match words.peek() {
                Some((number, word)) if word.clusters.start == at => {
                    items.push((Item::Word, *number));
                    at = word.clusters.end;
                }
                _ => {
                    items.push((Item::Cluster, at));
                    at += 1;
                }
            }
        }
        let space = |item: &(Item, usize)| item.0 == Item::Cluster && self.is_space(item.1);
        match piece {
            Piece::Run => items.reverse(),
            Piece::Chunk => items.split_mut(space).for_each(<[_]>::reverse),
            Piece::Word => {}
        }
        items
    }
}

fn starts_with_capital(reading: &Reading) -> bool {
    let first = reading.letters.first();
    first.and_then(|&letter| char::from_u32(letter)).is_some_and(char::is_uppercase)
}

/// Marks that stand at the end of a sentence or of a part of it, and their forms in turned text.
fn closes(mark: char) -> bool {
    ends_sentence(mark) || matches!(mark, ',' | ';' | ':' | '؛')
}

fn ends_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | '˙' | '¡' | '¿')
}
