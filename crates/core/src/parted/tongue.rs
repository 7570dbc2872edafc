//! The languages that the words of a text's runs may be of.

use crate::language::{Asked, Evidence, Mixture, UNKNOWN_LETTER, UNKNOWN_WORD, Votes, folded};
use crate::model::Model;
use crate::properties::Script;
use crate::token::tokens;

use super::run::{Piece, Run, usual};
use super::segment::stream_cost;
use super::sight::{is_own, sight};

/// How many of the text's whole words, and of the parts of its runs, are asked for their language.
const WITNESSES: usize = 40;
const PARTS: usize = 12;
/// How many letters of a part are asked.
const LETTERS: usize = 40;
/// About how many letters a word has.
const OF_A_WORD: f32 = 5.0;
/// How many languages of each script are tried.
const LANGUAGES: usize = 3;
/// The most that a word of another language costs more than one of the text's.
const FOREIGN: f32 = 4.0;

/// A language to try.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tongue {
    pub language: usize,
    pub script: Script,
    /// What its words cost for being of this language.
    pub cost: f32,
}

/// The languages to try.
pub(super) fn tongues(
    model: &Model,
    ngrams: bool,
    allowed: &[bool],
    text: &[u32],
    runs: &[Run],
) -> Vec<Tongue> {
    let whole: Vec<Evidence> = tokens(&model.properties, text, &[])
        .iter()
        .filter(|token| !token.is_suspicious() && token.end - token.start > 1)
        .filter_map(|token| {
            let word: Vec<u32> =
                text[token.start..token.end].iter().flat_map(|&letter| folded(letter)).collect();
            let letters = word.iter().all(|&c| model.properties.get(c).is_letter());
            let script = model.properties.get(*word.first()?).script();
            letters.then_some(Evidence {
                word,
                script,
                weight: 1.0,
                read: Vec::new(),
                mixed: false,
            })
        })
        .collect();
    let step = whole.len().div_ceil(WITNESSES).max(1);
    let scripts = scripts(model, text, runs);
    let asked = Asked::new(model, ngrams);
    let mut votes: Vec<Votes> =
        whole.iter().step_by(step).map(|word| Votes::new(&asked, word, false)).collect();
    let spelled = runs.iter().flat_map(|run| parts(model, text, run, &scripts)).take(PARTS);
    votes.extend(spelled.map(|(script, letters)| vote(model, ngrams, script, letters)));
    let mixture = Mixture::estimate(model, allowed, votes.iter());
    let mut found = Vec::new();
    for script in scripts {
        let leading = || mixture.leading(model, script, LANGUAGES);
        let least = leading().next().map_or(0.0, |at| mixture.cost(at));
        found.extend(leading().map(|language| {
            let cost = (mixture.cost(language) - least).min(FOREIGN);
            Tongue { language, script, cost }
        }));
    }
    found
}

/// The parts of a run in which the letters stand as far from each other as most of them do, read at
/// first sight in the script of most of them.
fn parts(model: &Model, text: &[u32], run: &Run, scripts: &[Script]) -> Vec<(Script, Vec<u32>)> {
    let Some(usual) = usual(&run.gaps) else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = 0;
    for end in 1..=run.pieces.len() {
        if run.gaps.get(end - 1) == Some(&usual) {
            continue;
        }
        let pieces = run.pieces[from..end.min(from + LETTERS)].iter();
        let pieces: Vec<&Piece> = pieces.filter(|piece| piece.is_letter).collect();
        let in_script = |&script: &Script| {
            let letters = pieces.iter().map(|piece| sight(model, text, piece, script));
            let letters: Option<Vec<Vec<u32>>> =
                letters.map(|sight| sight.map(|sight| sight.letters)).collect();
            Some((script, letters?.concat()))
        };
        if pieces.len() > 1 {
            let own = |script: Script| {
                pieces.iter().filter(|piece| is_own(model, text[piece.at.start], script)).count()
            };
            let mut scripts = scripts.to_vec();
            scripts.sort_by_key(|&script| std::cmp::Reverse(own(script)));
            found.extend(scripts.iter().find_map(in_script));
        }
        from = end;
    }
    found
}

/// What the letters of one or more words say of their language.
fn vote(model: &Model, ngrams: bool, script: Script, letters: Vec<u32>) -> Votes {
    let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * letters.len() as f32;
    let cost = |language: usize| {
        if model.languages[language].script == script {
            stream_cost(model, ngrams, language, &letters)
        } else {
            f32::INFINITY
        }
    };
    let most = unknown + 12.0;
    let costs = (0..model.languages.len()).map(|language| cost(language).min(most));
    Votes::of(costs.chain([unknown]).collect(), letters.len() as f32 / OF_A_WORD)
}

/// The scripts of the runs' letters, the commonest first; Latin where they are of none.
fn scripts(model: &Model, text: &[u32], runs: &[Run]) -> Vec<Script> {
    let mut counts: Vec<(usize, Script)> = Vec::new();
    for piece in runs.iter().flat_map(|run| &run.pieces) {
        let glyph = text[piece.at.start];
        let script = model.properties.get(glyph).script();
        if !is_own(model, glyph, script) {
            continue;
        }
        match counts.iter_mut().find(|(_, known)| *known == script) {
            Some((count, _)) => *count += 1,
            None => counts.push((1, script)),
        }
    }
    if counts.is_empty() {
        counts.push((1, Script::LATIN));
    }
    counts.sort_by(|a, b| b.cmp(a));
    counts.into_iter().map(|(_, script)| script).collect()
}
