//! One word of a run: what it costs to be one, against its letters as they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::capitals::case_cost;
use crate::decode::decode;
use crate::language::fold;
use crate::model::Model;
use crate::properties::{Calm, Script};
use crate::reader::Ablation;
use crate::scheme::Scheme;
use crate::slot::Layout;

use super::beside::Beside;
use super::gap::{Gap, Use};
use super::honest::{Case, Standing};
use super::run::{Piece, Run};
use super::segment::{Word, words};
use super::sight::{Sight, is_own, sight};
use super::tongue::{Tongue, tongues};

/// What each parted word costs a disguise.
const WORD: f32 = 1.0;

/// A word of a run with its gain.
pub(super) struct Weighed<'a> {
    pub pieces: Range<usize>,
    /// In lower case, as they are read at first sight.
    pub letters: Vec<u32>,
    /// What parts its letters, if it is the same throughout.
    pub gap: Option<Gap<'a>>,
    /// How much likelier one word is than its letters as they stand, in nats.
    pub gain: f32,
    /// It may be an acronym or abbreviation.
    pub is_initials: bool,
}

/// Weighs the words of a text's runs.
pub(super) struct Weigher<'a> {
    model: &'a Model,
    ablation: &'a Ablation,
    text: &'a [u32],
    tongues: Vec<Tongue>,
    beside: Beside<'a>,
}

impl<'a> Weigher<'a> {
    pub fn new(
        model: &'a Model,
        ablation: &'a Ablation,
        allowed: &[bool],
        text: &'a [u32],
        runs: &[Run],
    ) -> Weigher<'a> {
        let tongues = tongues(model, !ablation.no_ngrams, allowed, text, runs);
        Weigher { model, ablation, text, tongues, beside: Beside::new(model, text) }
    }

    /// The words of a run, in order.
    pub fn words<'t>(&self, run: &Run<'t>) -> Vec<Weighed<'t>> {
        let mut scripts: Vec<Script> = self.tongues.iter().map(|tongue| tongue.script).collect();
        scripts.dedup();
        let seen = |&script: &Script| {
            let see = |piece| sight(self.model, self.text, piece, script);
            (script, run.pieces.iter().map(see).collect())
        };
        let seen: Vec<(Script, Vec<Option<Sight>>)> = scripts.iter().map(seen).collect();
        let of = |script: Script| {
            let found = seen.iter().find(|(known, _)| *known == script);
            found.map_or(&[][..], |(_, sights)| sights.as_slice())
        };
        let sights: Vec<&[Option<Sight>]> =
            self.tongues.iter().map(|tongue| of(tongue.script)).collect();
        let label = self.beside.is_label(run);
        words(self.model, !self.ablation.no_ngrams, &self.tongues, run, &sights)
            .into_iter()
            .map(|word| self.weighed(run, &word, &sights[word.tongue][word.pieces.clone()], label))
            .collect()
    }

    fn weighed<'t>(
        &self,
        run: &Run<'t>,
        word: &Word,
        sights: &[Option<Sight>],
        label: bool,
    ) -> Weighed<'t> {
        let pieces = &run.pieces[word.pieces.clone()];
        let script = self.tongues[word.tongue].script;
        let plain = |piece: &&Piece| is_own(self.model, self.text[piece.at.start], script);
        let read = sights.iter().flatten().flat_map(|one| one.letters.iter().copied()).collect();
        let shown: Vec<u32> =
            pieces.iter().flat_map(|piece| &self.text[piece.at.clone()]).copied().collect();
        let gaps = &run.gaps[word.pieces.start..word.pieces.end - 1];
        let gap = gaps.iter().all(|gap| *gap == gaps[0]).then_some(gaps[0]);
        let after = self.text.get(pieces[pieces.len() - 1].at.end);
        let standing = Standing {
            letters: pieces.iter().map(|piece| fold(self.text[piece.at.start])).collect(),
            case: case(pieces),
            usage: usage(&pieces[0], gaps, gap.is_some()),
            stopped: after == Some(&('.' as u32)),
            label,
            set_apart: is_set_apart(run, &word.pieces),
            odd: pieces.iter().filter(|piece| !plain(piece)).count(),
        };
        let mut cost = word.cost + case_cost(&shown);
        if standing.odd > 0 {
            cost = cost.min(self.decoded(&shown, script));
        }
        let digits = pieces.iter().filter(|piece| !piece.is_letter).count();
        // Letters of scripts that are somebody's own.
        let apart = |&&point: &&u32| self.model.properties.get(point).calm() == Calm::Apart;
        let apart = shown.iter().filter(apart).count();
        let foreign = if Script::TARGETS.contains(&script) { apart } else { 0 };
        let gain = if (digits + foreign) * 2 > pieces.len() {
            f32::NEG_INFINITY
        } else {
            (standing.cost() - cost).min(standing.spelled())
                - WORD
                - self.beside.leads_on(run, word)
        };
        let is_initials = standing.is_initials();
        Weighed { pieces: word.pieces.clone(), letters: read, gap, gain, is_initials }
    }

    /// What the cheapest reading of a word with odd letters costs.
    fn decoded(&self, shown: &[u32], script: Script) -> f32 {
        let (scheme, native, adopted) = (Scheme::default(), BTreeSet::new(), BTreeMap::new());
        let cost = |tongue: &Tongue| {
            let layout = Layout {
                model: self.model,
                ablation: self.ablation,
                scheme: &scheme,
                own: &scheme,
                native: &native,
                adopted: &adopted,
                script,
                language: tongue.language,
                accents: false,
                shapes: true,
                only_shapes: false,
                lone_digits: false,
                shaping: None,
            };
            let mut slots = layout.slots(shown)?;
            // Letters that are parted are no parts of one letter.
            slots.iter_mut().for_each(|slot| slot.choices.retain(|choice| choice.width == 1));
            let parses =
                decode(self.model, tongue.language, shown, &slots, !self.ablation.no_ngrams);
            Some(parses.first()?.cost() + tongue.cost)
        };
        let tongues = self.tongues.iter().filter(|tongue| tongue.script == script);
        tongues.filter_map(cost).fold(f32::INFINITY, f32::min)
    }
}

/// Whether there are more spaces on either side of a word than between its letters.
fn is_set_apart(run: &Run, word: &Range<usize>) -> bool {
    let wider = |outer: Option<&Gap>| match (run.gaps[word.start], outer) {
        (Gap::Spaces(inner), Some(Gap::Spaces(outer))) => *outer > inner,
        _ => false,
    };
    let before = word.start.checked_sub(1).and_then(|at| run.gaps.get(at));
    wider(before) || wider(run.gaps.get(word.end - 1))
}

/// What honest authors part letters by such gaps for.
fn usage(first: &Piece, gaps: &[Gap], uniform: bool) -> Use {
    match (first.is_wrapped(), uniform) {
        (true, true) if gaps[0].signs().is_empty() => Use::Dash,
        (true, _) => Use::Code,
        (_, true) => gaps[0].usage(),
        _ if gaps.iter().any(|gap| gap.is_code()) => Use::Code,
        _ => Use::Varied,
    }
}

fn case(pieces: &[Piece]) -> Case {
    let of = |capital: bool| pieces.iter().any(|piece| piece.capital == Some(capital));
    match (of(true), of(false)) {
        (false, _) => Case::Small,
        (true, false) => Case::Capitals,
        (true, true) => Case::Mixed,
    }
}
