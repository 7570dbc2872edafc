//! Cuts a run into words: the cheapest way through it (Viterbi), each letter in a word or alone.

use std::ops::Range;

use crate::automaton::{Automaton, State};
use crate::codepage::heard;
use crate::hash::Hash;
use crate::language::{IN_NGRAMS, mixed_cost};
use crate::model::Model;

use super::gap::{Gap, switch, thinned};
use super::run::Run;
use super::sight::Sight;
use super::tongue::Tongue;

/// The longest word, in letters.
const LONGEST: usize = 40;
/// What a letter costs without n-grams.
const ANY_LETTER: f32 = 3.0;
/// What each word costs, so that one is not read as two without need.
const WORD: f32 = 1.0;
/// What a letter costs that stands by itself and is no word, and a digit.
const STRAY: f32 = 10.0;
const NUMBER: f32 = 3.0;
/// A word that ends while what parts its letters goes on.
const TORN: f32 = 40.0;
/// A word that ends at a sign, as few whole words do.
const SIGN: f32 = 2.5;
/// A capital after a small letter.
const LATE_CAPITAL: f32 = 4.0;
/// Words as close to each other as their letters, where some words are not.
const CLOSE: f32 = 5.0;

/// A word of a run.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its pieces, by their number in the run.
    pub pieces: Range<usize>,
    /// The number of its language among those tried.
    pub tongue: usize,
    /// What its language says of its letters as they are read at first sight.
    pub cost: f32,
}

/// The cheapest way to a place in the run.
#[derive(Clone, Copy)]
struct Way {
    total: f32,
    from: usize,
    tongue: usize,
    cost: f32,
}

/// The words of a run; `sights` are its pieces as each of the languages reads them.
pub(super) fn words(
    model: &Model,
    ngrams: bool,
    tongues: &[Tongue],
    run: &Run,
    sights: &[&[Option<Sight>]],
) -> Vec<Word> {
    let count = run.pieces.len();
    let nowhere = Way { total: f32::INFINITY, from: 0, tongue: 0, cost: 0.0 };
    let mut ways = vec![nowhere; count + 1];
    ways[0].total = 0.0;
    let uneven = is_uneven(run);
    for start in 0..count {
        let before = ways[start].total;
        let mut alone = if run.pieces[start].is_letter { STRAY } else { NUMBER };
        for (number, tongue) in tongues.iter().enumerate() {
            let mut spelling = Spelling::new(model, ngrams, tongue.language);
            let mut switches = 0.0;
            let mut seen = 0.0;
            for at in start..count.min(start + LONGEST) {
                let Some(sight) = &sights[number][at] else { break };
                spelling.push(&sight.letters);
                seen += sight.cost;
                if at == start {
                    let known = spelling.known().map_or(STRAY, |cost| cost + seen + tongue.cost);
                    alone = alone.min(known);
                    continue;
                }
                if at > start + 1 {
                    switches += switch(run.gaps[at - 1], run.gaps[at - 2]);
                }
                if [at - 1, at].map(|at| run.pieces[at].capital) == [Some(false), Some(true)] {
                    switches += LATE_CAPITAL;
                }
                if run.pieces[at].is_wrapped() != run.pieces[start].is_wrapped() {
                    break;
                }
                let cost = spelling.whole() + seen + tongue.cost;
                let edges = edges(run, start..at + 1, uneven);
                let total = before + WORD + cost + switches + edges;
                if total < ways[at + 1].total {
                    ways[at + 1] = Way { total, from: start, tongue: number, cost };
                }
            }
        }
        if before + alone < ways[start + 1].total {
            ways[start + 1] = Way { total: before + alone, from: start, tongue: 0, cost: alone };
        }
    }
    let mut found = Vec::new();
    let mut end = count;
    while end > 0 {
        let Way { from, tongue, cost, .. } = ways[end];
        if end - from > 1 {
            found.push(Word { pieces: from..end, tongue, cost });
        }
        end = from;
    }
    found.reverse();
    found
}

/// Whether a run's letters are spaces apart, but not always as many.
fn is_uneven(run: &Run) -> bool {
    let width = |gap: &Gap| match gap {
        Gap::Spaces(width) => Some(*width),
        _ => None,
    };
    let mut widths = run.gaps.iter().filter_map(width);
    widths.next().is_some_and(|first| widths.any(|width| width != first))
}

/// What it costs that a word ends where it does.
fn edges(run: &Run, pieces: Range<usize>, uneven: bool) -> f32 {
    // An apostrophe belongs to a whole word of one letter before it.
    let whole = |inner: Gap, outer: Gap| {
        outer.is_apostrophe() && pieces.len() > 2
            || !inner.signs().is_empty() && thinned(outer.signs(), inner.signs()).is_some()
    };
    let edge = |inner: Gap, outer: Gap| match (inner, outer) {
        (_, Gap::Signs(_)) if inner != outer && !whole(inner, outer) => SIGN,
        _ if inner != outer => 0.0,
        (Gap::Spaces(1..), _) if uneven => CLOSE,
        (Gap::Spaces(1..), _) => 0.0,
        _ => TORN,
    };
    let before = pieces.start.checked_sub(1).and_then(|at| run.gaps.get(at));
    let after = run.gaps.get(pieces.end - 1);
    let (first, last) = (run.gaps[pieces.start], run.gaps[pieces.end - 2]);
    before.map_or(0.0, |&outer| edge(first, outer)) + after.map_or(0.0, |&outer| edge(last, outer))
}

/// What a row of letters costs in one language, cut into words.
pub(super) fn stream_cost(model: &Model, ngrams: bool, language: usize, letters: &[u32]) -> f32 {
    let mut ways = vec![f32::INFINITY; letters.len() + 1];
    ways[0] = 0.0;
    // No lexicon confirms what is read in a language that has none.
    let wordless = if model.languages[language].has_words { 0.0 } else { IN_NGRAMS };
    for start in 0..letters.len() {
        let mut spelling = Spelling::new(model, ngrams, language);
        for at in start..letters.len().min(start + LONGEST) {
            spelling.push(&letters[at..=at]);
            let cost = match at == start {
                true => spelling.known().unwrap_or(STRAY),
                false => spelling.whole() + wordless,
            };
            ways[at + 1] = ways[at + 1].min(ways[start] + WORD + cost);
        }
    }
    ways[letters.len()]
}

/// A word as it grows letter by letter.
struct Spelling<'a> {
    model: &'a Model,
    language: usize,
    /// The n-grams, if they are asked.
    ngrams: Option<&'a Automaton>,
    word: Hash,
    state: State,
    cost: f32,
}

impl<'a> Spelling<'a> {
    fn new(model: &'a Model, ngrams: bool, language: usize) -> Spelling<'a> {
        let ngrams = ngrams.then(|| model.ngrams.automaton(language));
        Spelling { model, language, ngrams, word: Hash::WORD, state: State::START, cost: 0.0 }
    }

    fn push(&mut self, letters: &[u32]) {
        for &letter in letters {
            let letter = heard(self.model, self.language, letter);
            self.cost += match self.ngrams {
                Some(ngrams) => {
                    let (cost, state) = ngrams.step(self.state, ngrams.place(letter));
                    self.state = state;
                    cost
                }
                None => ANY_LETTER,
            };
            self.word = self.word.push(letter);
        }
    }

    /// What it costs as a word that the lexicon knows.
    fn known(&self) -> Option<f32> {
        self.model.lexicon.get(self.word).and_then(|entry| entry.cost(self.language))
    }

    /// What it costs as a whole word.
    fn whole(&self) -> f32 {
        let letters = self.cost + self.ngrams.map_or(ANY_LETTER, |ngrams| ngrams.end(self.state));
        match self.model.languages[self.language].has_words {
            true => mixed_cost(self.known(), letters),
            false => letters,
        }
    }
}
