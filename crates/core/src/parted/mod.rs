//! Words whose letters are parted: `f r e e`, `f.r.e.e`, `[f][r][e][e]`, with emoji between them.
//!
//! Honest authors write letters one by one too: initials, abbreviations, series, formulas. So the
//! runs of such letters are cut into words by the languages of the text, and each word is weighed
//! against its letters as they stand. As with other disguises, the text as a whole is judged
//! first: few texts part their words, and those that do part several.

mod beside;
mod gap;
mod honest;
mod join;
mod run;
mod segment;
mod sight;
mod signs;
mod tongue;
mod weigh;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::Model;
use crate::reader::Ablation;
use crate::{Edit, judge};

pub(crate) use gap::LONGEST;

use gap::Gap;
use run::{Run, runs};
use weigh::{Weighed, Weigher};

/// Fewer letters are read only beside a word that is read already.
pub(crate) const LETTERS: usize = 3;
/// The least that a word says for the text.
const SAYS: f32 = 2.0;
/// How many different words must be parted by the same for it to be the text's own way, and by how
/// much that lowers the bar for the others.
const OWN: usize = 2;
const OWN_BONUS: f32 = 7.0;

/// The edits that put parted words together.
pub(crate) fn edits(
    model: &Model,
    ablation: &Ablation,
    allowed: &[bool],
    text: &[u32],
) -> Vec<Edit> {
    let runs = runs(model, text);
    if runs.is_empty() {
        return Vec::new();
    }
    let weigher = Weigher::new(model, ablation, allowed, text, &runs);
    let mut words: Vec<Vec<Weighed>> = runs.iter().map(|run| weigher.words(run)).collect();
    let standing = standing(&runs, &words);
    let honest = |word: &Weighed| word.gap.is_some_and(|gap| standing.contains(&gap));
    words.iter_mut().for_each(|words| words.retain(|word| !honest(word)));
    let odds = odds(&words);
    if odds < judge::CLEAR_TEXT && !ablation.no_judge {
        return Vec::new();
    }
    lower_the_bar(&mut words);
    let mut edits = Vec::new();
    for (run, words) in runs.iter().zip(&words) {
        let read = (0..words.len()).filter(|&number| ablation.no_judge || is_read(words, number));
        let read: Vec<&Weighed> = read.map(|number| &words[number]).collect();
        if !read.is_empty() {
            join::edits(text, run, &read, odds, &mut edits);
        }
    }
    edits
}

/// The gaps between which more letters stand that are no words than such as are.
fn standing<'a>(runs: &[Run<'a>], words: &[Vec<Weighed<'a>>]) -> HashSet<Gap<'a>> {
    let mut counts: HashMap<Gap, isize> = HashMap::new();
    for (run, words) in runs.iter().zip(words) {
        let mut said = words.iter().filter(|word| word.gain > -OWN_BONUS).peekable();
        for (at, &gap) in run.gaps.iter().enumerate() {
            while said.next_if(|word| word.pieces.end <= at).is_some() {}
            let inside = said.peek().is_some_and(|word| word.pieces.contains(&at));
            *counts.entry(gap).or_default() += if inside { -1 } else { 1 };
        }
    }
    counts.into_iter().filter(|(_, sum)| *sum > 0).map(|(gap, _)| gap).collect()
}

/// The log-odds that the text parts its words; the same word again says nothing new.
fn odds(words: &[Vec<Weighed>]) -> f32 {
    let mut known: BTreeSet<&[u32]> = BTreeSet::new();
    let said =
        words.iter().flatten().filter(|word| word.gain >= SAYS && known.insert(&word.letters));
    said.map(|word| word.gain.min(judge::LOUDEST)).sum::<f32>() - judge::DISGUISED_TEXT
}

/// Words parted in the text's own way need less to be read.
fn lower_the_bar(words: &mut [Vec<Weighed>]) {
    let mut ways: HashMap<Option<Gap>, BTreeSet<Vec<u32>>> = HashMap::new();
    for word in words.iter().flatten().filter(|word| word.gain >= SAYS) {
        ways.entry(word.gap).or_default().insert(word.letters.clone());
    }
    let own = |gap| ways.get(&gap).is_some_and(|known| known.len() >= OWN);
    for word in words.iter_mut().flatten().filter(|word| !word.is_initials && own(word.gap)) {
        word.gain += OWN_BONUS;
    }
}

/// Whether a word is read, in a text that parts its words.
fn is_read(words: &[Weighed], number: usize) -> bool {
    let clear = |word: &Weighed| word.gain >= judge::CLEAR_TOKEN;
    let word = &words[number];
    let beside = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).is_some_and(|other| {
            let touch =
                other.pieces.end == word.pieces.start || other.pieces.start == word.pieces.end;
            touch && clear(other) && other.pieces.len() >= LETTERS && other.gap == word.gap
        })
    };
    let long = word.pieces.len() >= LETTERS;
    clear(word) && (long || beside(number.checked_sub(1)) || beside(Some(number + 1)))
}
