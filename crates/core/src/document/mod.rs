//! One document, read as a whole: its tokens, its languages, its scheme, its verdict.

mod accented;
mod adopted;
mod beside;
mod case;
mod cheapest;
mod coded;
mod costume;
mod doubt;
mod evidence;
mod habits;
mod honest;
mod hopeless;
mod kindred;
mod meant;
mod most;
mod native;
mod neighbours;
mod numbered;
mod phonetic;
mod place;
mod pronounced;
mod quoted;
mod report;
mod respell;
mod respelled;
mod shaped;
mod shown;
mod spaced;
mod spared;
mod typed;
mod verdict;
mod weigh;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use crate::accents;
use crate::invisible::Invisible;
use crate::language::{Asked, Mixture, Votes, fold};
use crate::model::Model;
use crate::reader::{Ablation, Options, Profile};
use crate::scheme::Scheme;
use crate::slot::Choice;
use crate::token::{Token, is_bracketed, tokens};
use crate::turned::is_within;
use crate::{Edit, Reason, Share, judge};

use case::{Case, State};
use evidence::WITNESSES;

pub(crate) use hopeless::{Doubts, is_hopeless};
pub(crate) use most::{Precision, is_too_little};
pub(crate) use native::is_native;
pub(crate) use pronounced::pronunciations;

/// How often the document is read over with what it has shown.
const ROUNDS: usize = 2;
/// The same where there are glyphs that no table knows: their neighbours are read first.
const MOST_ROUNDS: usize = 5;

/// How often letters are taken for the text's own: one settled may show another.
const ADOPTIONS: usize = 2;

/// What the reading of a document came to.
pub(crate) struct Findings {
    /// Sorted, not overlapping.
    pub edits: Vec<Edit>,
    /// How sure it is that the text was disguised.
    pub sure: f32,
    pub languages: Vec<Share>,
}

/// The suspects of a document as they were read, and whether it is disguised.
struct Read {
    state: State,
    cases: Vec<Case>,
    disguised: bool,
}

/// A document being read.
pub(crate) struct Document<'a> {
    model: &'a Model,
    ablation: &'a Ablation,
    /// Look for digits, signs and several characters in a letter's place.
    full: bool,
    allowed: &'a [bool],
    text: &'a [u32],
    /// The same without what is left as it stands.
    spelt: Cow<'a, [u32]>,
    tokens: Vec<Token>,
    /// How many marks or invisible characters have shown already that the text is disguised.
    warnings: usize,
    /// No one orthography writes all of the text's accents, or some are marks that belong to no
    /// letter, in a text that is disguised anyway.
    strange_accents: bool,
    /// Signs of mathematics stand in it.
    formal: bool,
    /// One of them stands between spaces, as in formulas that are set out.
    formula: bool,
    /// More of its words are in capitals than not.
    shouted: bool,
    /// How many of its signs are written for a program.
    coded: usize,
    /// It is a list of names, each of which is judged by itself.
    names: bool,
    /// Whose letters its author types: the target scripts that have calm words in it.
    typed: [bool; 3],
    /// What its words were found to cost.
    asked: Asked<'a>,
    /// Its different code points, folded, in order; told when they are first asked for.
    letters: OnceCell<Vec<u32>>,
}

impl<'a> Document<'a> {
    /// A document to be read, but for what lies in `rests`; so many edits have uncovered it.
    pub fn new(
        model: &'a Model,
        options: &'a Options,
        allowed: &'a [bool],
        text: &'a [u32],
        rests: &[Range<usize>],
        uncovered: usize,
    ) -> Document<'a> {
        let spelt = without(text, rests);
        let unseen = || Invisible::new(model, &spelt[..]).edits(false, |_| false).len();
        let strange_accents = accents::are_strange(model, &spelt);
        let full = options.profile == Profile::Full;
        let (signs, coded) = if full { shaped::signs(model, text) } else { (Vec::new(), 0) };
        let mut tokens = tokens(&model.properties, text, &signs);
        tokens.retain(|token| !is_within(rests, token.start));
        if full {
            shaped::mark(model, text, &mut tokens);
        }
        if strange_accents {
            for token in &mut tokens {
                token.accented = accents::are_in_no_word(model, &text[token.start..token.end]);
            }
        }
        // What is not seen stands in honest text too, and counts in full only beside the rest.
        let warnings = if uncovered > 0 { uncovered + unseen() } else { unseen().min(1) };
        let mut document = Document {
            full,
            warnings,
            coded,
            strange_accents,
            formal: spelt.iter().any(|&point| spaced::is_operator(point)),
            formula: spaced::has_formula(&spelt),
            spelt,
            ..Document::of(model, &options.ablation, allowed, text, tokens)
        };
        if full {
            document.leave_codes();
            document.leave_numbered();
            document.shouted = document.is_shouted();
        }
        document
    }

    /// One that is careful and has nothing to tell but by its tokens.
    fn of(
        model: &'a Model,
        ablation: &'a Ablation,
        allowed: &'a [bool],
        text: &'a [u32],
        tokens: Vec<Token>,
    ) -> Document<'a> {
        Document {
            model,
            ablation,
            full: false,
            allowed,
            text,
            spelt: Cow::Borrowed(text),
            warnings: 0,
            strange_accents: false,
            formal: false,
            formula: false,
            shouted: false,
            coded: 0,
            names: false,
            typed: typed(&tokens),
            tokens,
            asked: Asked::new(model, !ablation.no_ngrams),
            letters: OnceCell::new(),
        }
    }

    /// Reads it.
    pub fn read(&mut self) -> Findings {
        let mut read = self.in_rounds();
        if read.disguised && self.suspect_marks() {
            read = Read { disguised: true, ..self.in_rounds() };
        }
        let Read { state, mut cases, disguised } = read;
        let mut edits = Vec::new();
        if disguised {
            self.spare_alphabets(&mut cases);
            cases.extend(self.costumes(&state));
            self.lower_the_bar(&mut cases);
            cases.extend(self.whole_words(&state, &cases));
            if self.strange_accents {
                cases.extend(self.accented_words(&state, &cases));
            }
            let respelled = self.respelled(&state, &cases);
            self.edit(&state, &cases, &respelled, &mut edits);
        }
        self.finish(edits, disguised, &state)
    }

    /// Reads it as a list of names, of variables or the like, to which a text's verdict says nothing:
    /// each is changed where that is likelier than its being honest. A slip of the keyboard counts
    /// as a disguise, since it makes another name. `known` asks for what reads as a known word only.
    pub fn read_names(&mut self, known: bool) -> Vec<Edit> {
        self.names = true;
        let Read { state, mut cases, .. } = self.in_rounds();
        let is_known = |case: &Case| case.best.iter().any(|best| best.parses[0].in_lexicon);
        cases.retain(|case| !known || is_known(case));
        let mut edits = Vec::new();
        self.edit(&state, &cases, &[], &mut edits);
        edits.sort_by_key(|edit| edit.start);
        edits
    }

    /// Reads its suspects over and over, each time with what the text has shown.
    fn in_rounds(&self) -> Read {
        let mut cases = self.cases(Token::is_suspicious);
        let words = self.calm_words(WITNESSES, !cases.is_empty());
        let votes = |disguised: bool| -> Vec<Votes> {
            words.iter().map(|word| Votes::new(&self.asked, word, disguised)).collect()
        };
        let mut calm = votes(false);
        let mut disguised = false;
        let mut state = State {
            mixture: Mixture::even(self.model, self.allowed),
            scheme: Scheme::default(),
            native: BTreeSet::new(),
            setting: self.setting(&cases),
            scripts: self.script_costs(&cases),
            odds: f32::NEG_INFINITY,
            adopted: BTreeMap::new(),
        };
        let rounds = if cases.is_empty() { 0 } else { MOST_ROUNDS };
        for round in 0..rounds {
            state.mixture = self.mixture(&calm, &cases, round > 0);
            if round == 0 {
                let glyphs: BTreeSet<u32> =
                    cases.iter().flat_map(|case| self.slice(case)).copied().collect();
                let is_native = |&glyph: &u32| self.is_native(&state.mixture, glyph);
                state.native = glyphs.into_iter().filter(is_native).collect();
                cases.retain(|case| {
                    self.tokens[case.places[0]].shaped
                        || !self.is_native_word(&state, self.slice(case))
                });
            }
            for case in cases.iter_mut().filter(|case| !case.is_settled(self.model, &state)) {
                self.weigh(&state, case);
            }
            self.agree(&mut cases);
            state.odds = self.odds(state.setting, &cases);
            state.scripts = self.script_costs(&cases);
            let scheme =
                if self.ablation.no_scheme { Scheme::default() } else { self.scheme(&cases) };
            let settled = scheme == state.scheme;
            state.scheme = scheme;
            if !disguised && state.odds >= judge::CLEAR_TEXT {
                disguised = true;
                if words.iter().any(|word| !word.read.is_empty()) {
                    calm = votes(true);
                    continue;
                }
            }
            let enough = round + 1 >= ROUNDS && !has_unknown(&cases);
            if settled || enough || state.odds < judge::HOPELESS {
                break;
            }
        }
        if rounds == 0 {
            state.mixture = self.mixture(&calm, &cases, false);
        }
        for _ in 0..ADOPTIONS {
            let own = || state.odds >= judge::CLEAR_TEXT && !self.names;
            if !own() || !self.adopt(&mut state, &cases) {
                break;
            }
            state.mixture = self.mixture(&calm, &cases, true);
            for case in &mut cases {
                self.weigh(&state, case);
            }
            self.agree(&mut cases);
            state.odds = self.odds(state.setting, &cases);
            state.scripts = self.script_costs(&cases);
        }
        disguised = self.ablation.no_judge || state.odds >= judge::CLEAR_TEXT;
        Read { state, cases, disguised }
    }

    /// The different code points of the text, folded, in order.
    fn letters(&self) -> &[u32] {
        self.letters.get_or_init(|| {
            let mut letters: Vec<u32> = self.text.iter().map(|&point| fold(point)).collect();
            letters.sort_unstable();
            letters.dedup();
            letters
        })
    }

    fn slice(&self, case: &Case) -> &'a [u32] {
        let token = &self.tokens[case.places[0]];
        &self.text[token.start..token.end]
    }

    /// The different tokens that `wanted` picks, each with the places where it stands.
    fn cases(&self, wanted: impl Fn(&Token) -> bool) -> Vec<Case> {
        let mut known: HashMap<&[u32], usize> = HashMap::new();
        let mut cases: Vec<Case> = Vec::new();
        let spaced = self.spaced();
        for (number, token) in self.tokens.iter().enumerate().filter(|(_, token)| wanted(token)) {
            let letters = &self.text[token.start..token.end];
            let bracketed = is_bracketed(&self.model.properties, self.text, token.start..token.end);
            let at = *known.entry(letters).or_insert_with(|| {
                let spaced = spaced.contains(&number);
                cases.push(Case {
                    places: Vec::new(),
                    bracketed,
                    spaced,
                    initial: true,
                    best: None,
                    gain: 0.0,
                    cost: 0.0,
                });
                cases.len() - 1
            });
            cases[at].places.push(number);
            cases[at].bracketed &= bracketed;
            cases[at].spaced |= spaced.contains(&number);
            cases[at].initial &= self.starts_sentence(token);
        }
        cases
    }
}

/// Which target scripts have words without anything odd.
fn typed(tokens: &[Token]) -> [bool; 3] {
    let mut found = [false; 3];
    for token in tokens.iter().filter(|token| !token.is_suspicious()) {
        found.iter_mut().zip(token.plain).for_each(|(found, count)| *found |= count > 0);
    }
    found
}

/// A text with blanks in the place of some of its parts.
fn without<'a>(text: &'a [u32], parts: &[Range<usize>]) -> Cow<'a, [u32]> {
    let mut left = Cow::Borrowed(text);
    for part in parts {
        left.to_mut()[part.clone()].fill(u32::from(' '));
    }
    left
}

/// Whether any token has a glyph that no table knows.
fn has_unknown(cases: &[Case]) -> bool {
    let by_scheme = |choice: &Choice| matches!(choice.disguise, Some((_, Reason::Scheme)));
    cases
        .iter()
        .flat_map(|case| &case.best)
        .any(|best| best.changes(0).any(|(_, choice)| by_scheme(choice)))
}
