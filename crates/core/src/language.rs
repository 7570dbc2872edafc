//! Which languages a document is written in, and what a word costs in each.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::hash::Hash;
use crate::math::{exp, ln, ln_1p};
use crate::model::{Language, Model};
use crate::ngram::{self, Sums};
use crate::properties::Script;

/// A word of no language we know costs this much, and this much more a letter.
pub(crate) const UNKNOWN_WORD: f32 = 2.0;
pub(crate) const UNKNOWN_LETTER: f32 = 2.75;

/// -ln of the share of words that the lexicon answers for; the rest is left to the n-grams.
pub(crate) const IN_LEXICON: f32 = 0.1;
pub(crate) const IN_NGRAMS: f32 = 2.3;

/// What the n-grams' costs are worth beside other languages' in one that has no lexicon: a lexicon
/// knows words as wholes, and n-grams alone make the same words dearer.
const WORDLESS: f32 = 0.85;

/// By how much the n-grams overprice what they say of a language's words.
pub(crate) fn overpriced(model: &Model, language: usize, cost: f32) -> f32 {
    if model.languages[language].has_words { 0.0 } else { (1.0 - WORDLESS) * cost }
}

/// A letter as the lexicon writes it: in lower case, final sigma as any other, İ as i; another letter
/// whose lower case is longer stays.
#[inline]
pub(crate) fn fold(letter: u32) -> u32 {
    /// Letters of the alphabets in everyday use lie below this.
    const NEAR: usize = 0x600;
    static FOLDED: LazyLock<[u16; NEAR]> =
        LazyLock::new(|| std::array::from_fn(|letter| folded_far(letter as u32) as u16));
    if letter < 0x80 {
        return (letter as u8).to_ascii_lowercase().into();
    }
    match FOLDED.get(letter as usize) {
        Some(&near) => near.into(),
        None => folded_far(letter),
    }
}

fn folded_far(letter: u32) -> u32 {
    match char::from_u32(letter) {
        Some('ς') => 'σ' as u32,
        Some('İ') => 'i' as u32,
        Some(c) => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one as u32,
                _ => letter,
            }
        }
        None => letter,
    }
}

/// The letters that the lexicon writes for one: two for sharp s, as full case folding has it.
#[inline]
pub(crate) fn folded(letter: u32) -> impl Iterator<Item = u32> {
    let sharp = letter == 'ß' as u32 || letter == 'ẞ' as u32;
    let first = if sharp { 's' as u32 } else { fold(letter) };
    std::iter::once(first).chain(sharp.then_some('s' as u32))
}

/// Letters with the marks after them put together, as far as Unicode has them so (NFC).
pub(crate) fn composed(letters: &[u32]) -> Vec<u32> {
    let mut found: Vec<u32> = Vec::with_capacity(letters.len());
    for &letter in letters {
        let both = found.last().and_then(|&before| compose(before, letter));
        match (both, found.last_mut()) {
            (Some(both), Some(last)) => *last = both,
            _ => found.push(letter),
        }
    }
    found
}

/// A letter and the mark after it as one, where Unicode has that.
pub(crate) fn compose(letter: u32, mark: u32) -> Option<u32> {
    let both = unicode_normalization::char::compose(char::from_u32(letter)?, char::from_u32(mark)?);
    both.map(u32::from)
}

/// The hash of a folded word.
#[inline]
pub(crate) fn word_hash(word: impl IntoIterator<Item = u32>) -> Hash {
    word.into_iter().fold(Hash::WORD, Hash::push)
}

/// Lexicon and n-grams together, in nats.
#[inline]
pub(crate) fn mixed_cost(lexicon: Option<f32>, ngrams: f32) -> f32 {
    let backed = ngrams + IN_NGRAMS;
    match lexicon {
        None => backed,
        Some(cost) => {
            let cost = cost + IN_LEXICON;
            let (low, high) = if cost < backed { (cost, backed) } else { (backed, cost) };
            low - ln_1p(exp(low - high))
        }
    }
}

/// A word that speaks for its languages: folded letters, its script, and how often it stands.
pub(crate) struct Evidence {
    pub word: Vec<u32>,
    pub script: Script,
    pub weight: f32,
    /// What it may say once its odd letters are read, if it has any.
    pub read: Vec<Vec<u32>>,
    /// Whether it mixes scripts, which the words of no language do.
    pub mixed: bool,
}

/// What it costs a word to be taken for what its odd letters look like, before the text has shown
/// a disguise and after.
const READ: f32 = 6.0;
const READ_DISGUISED: f32 = 3.0;
const MIXED: f32 = 12.0;

/// What a word costs in each language, and at the end in none.
#[derive(Clone, Debug)]
pub(crate) struct Votes {
    costs: Vec<f32>,
    weight: f32,
}

/// The shares of each language in a document, and of none that we know.
#[derive(Clone, Debug)]
pub(crate) struct Mixture {
    /// One share for each of the model's languages, then that of unknown ones; they sum to 1.
    pub shares: Vec<f32>,
    /// The languages, the largest share first.
    pub(crate) order: Vec<usize>,
}

/// A share that any language keeps, so that one word of it is never impossible.
const LEAST: f32 = 0.002;

impl Mixture {
    /// The most that a language, or none, can cost: -ln of the least share.
    pub const DEAREST: f32 = 6.3;

    /// Before anything is read: every allowed language alike.
    pub fn even(model: &Model, allowed: &[bool]) -> Mixture {
        let count = model.languages.len();
        let mut shares = vec![0.0; count + 1];
        for (share, &allow) in shares.iter_mut().zip(allowed) {
            *share = if allow { 1.0 } else { 0.0 };
        }
        shares[count] = 2.0;
        let mut mixture = Mixture { shares, order: Vec::new() };
        mixture.normalise();
        mixture.rank(model);
        mixture
    }

    /// Of a text none of whose languages is known.
    pub fn unknown(model: &Model) -> Mixture {
        Mixture { shares: vec![0.0; model.languages.len() + 1], order: Vec::new() }
    }

    /// Whether no language is known.
    pub fn is_unknown(&self) -> bool {
        self.order.is_empty()
    }

    fn normalise(&mut self) {
        let sum: f32 = self.shares.iter().sum();
        if sum > 0.0 {
            for share in &mut self.shares {
                *share /= sum;
            }
        }
    }

    /// The shares of the two leading languages together.
    pub fn first_two(&self) -> f32 {
        self.order.iter().take(2).map(|&at| self.shares[at]).sum()
    }

    /// The same with so large a share of languages that we do not know at least.
    pub fn with_unknown(&self, share: f32) -> Mixture {
        let mut mixture = self.clone();
        if let Some(unknown) = mixture.shares.last_mut() {
            *unknown = unknown.max(share);
        }
        mixture
    }

    /// -ln of a language's share.
    pub fn cost(&self, language: usize) -> f32 {
        -ln(self.shares[language].max(LEAST))
    }

    /// The share of languages that we do not know.
    pub fn unknown_share(&self) -> f32 {
        self.shares.last().copied().unwrap_or(0.0)
    }

    /// -ln of the share of languages that we do not know.
    pub fn unknown_cost(&self) -> f32 {
        -ln(self.unknown_share().max(LEAST))
    }

    /// Expectation-maximisation over the words: each word's languages, then each language's share.
    pub fn estimate<'a>(
        model: &Model,
        allowed: &[bool],
        words: impl Iterator<Item = &'a Votes>,
    ) -> Mixture {
        let mut mixture = Mixture::even(model, allowed);
        let (mut weights, mut likelihoods) = (Vec::new(), Vec::new());
        for word in words {
            let open = word.costs.iter().zip(&mixture.shares).filter(|(_, share)| **share > 0.0);
            let least = open.map(|(&cost, _)| cost).fold(f32::INFINITY, f32::min);
            // Languages side by side often cost the same: those of other scripts, and those that
            // lack the word.
            let (mut last, mut likely) = (least, 1.0);
            likelihoods.extend(word.costs.iter().map(|&cost| {
                if cost != last {
                    (last, likely) = (cost, exp((least - cost).min(0.0)));
                }
                likely
            }));
            weights.push(word.weight);
        }
        let count = mixture.shares.len();
        for _ in 0..5 {
            // A little of the start stays, so that a few words do not settle everything.
            let mut sums: Vec<f32> = mixture.shares.iter().map(|share| share * 0.3).collect();
            for (weight, likely) in weights.iter().zip(likelihoods.chunks_exact(count)) {
                let joint = mixture.shares.iter().zip(likely).map(|(share, likely)| share * likely);
                let total: f32 = joint.clone().sum();
                if total > 0.0 {
                    for (sum, joint) in sums.iter_mut().zip(joint) {
                        *sum += weight * joint / total;
                    }
                }
            }
            mixture.shares = sums;
            mixture.normalise();
        }
        mixture.rank(model);
        mixture
    }

    /// The languages of one script with the largest shares, at most `most`, never none.
    pub fn leading<'a>(
        &'a self,
        model: &'a Model,
        script: Script,
        most: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let own = move |&at: &usize| model.languages[at].script == script;
        let mut own = self.order.iter().copied().filter(own).peekable();
        let least = own.peek().map_or(0.0, |&at| self.shares[at] * 0.1);
        own.take(most).take_while(move |&at| self.shares[at] >= least)
    }

    fn rank(&mut self, model: &Model) {
        self.order = (0..model.languages.len()).collect();
        self.order.sort_by(|&a, &b| self.shares[b].total_cmp(&self.shares[a]));
    }
}

impl Votes {
    /// Costs that are known already: one for each language, and at the end that of none.
    pub fn of(costs: Vec<f32>, weight: f32) -> Votes {
        Votes { costs, weight }
    }

    /// A word's costs as it stands or as it reads, whichever is less.
    pub fn new(asked: &Asked<'_>, evidence: &Evidence, disguised: bool) -> Votes {
        let model = asked.model;
        let price = if disguised { READ_DISGUISED } else { READ };
        let mut costs = asked.word_costs(&evidence.word, evidence.script).to_vec();
        for read in &evidence.read {
            let script =
                read.first().map_or(evidence.script, |&c| model.properties.get(c).script());
            let others = asked.word_costs(read, script);
            for ((cost, &other), &more) in costs.iter_mut().zip(&*others).zip(&asked.unconfirmed) {
                *cost = cost.min(other + price + more);
            }
        }
        // A text that is wholly disguised must not be taken for one in an unknown language.
        if let Some(unknown) = costs.last_mut() {
            *unknown = UNKNOWN_WORD
                + UNKNOWN_LETTER * evidence.word.len() as f32
                + if evidence.mixed { MIXED } else { 0.0 };
        }
        Votes { costs, weight: evidence.weight }
    }
}

/// A few hundred at most, so that no text can crowd them.
type Answers = FxHashMap<(Hash, Script), Rc<[f32]>>;

/// What has been asked of words in a document: the rounds ask the same again.
pub(crate) struct Asked<'a> {
    model: &'a Model,
    ngrams: bool,
    /// What is read costs so much more in each language, and in none: no lexicon confirms it in a
    /// language that has none.
    unconfirmed: Vec<f32>,
    answers: RefCell<Answers>,
}

impl<'a> Asked<'a> {
    pub fn new(model: &'a Model, ngrams: bool) -> Asked<'a> {
        let more = |language: &Language| if language.has_words { 0.0 } else { IN_NGRAMS };
        let unconfirmed = model.languages.iter().map(more).chain([0.0]).collect();
        Asked { model, ngrams, unconfirmed, answers: RefCell::default() }
    }

    /// What a folded word costs in each language, and at the end in none.
    fn word_costs(&self, word: &[u32], script: Script) -> Rc<[f32]> {
        let key = (word_hash(word.iter().copied()), script);
        let known = self.answers.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let made = word_costs(self.model, word, script, self.ngrams);
            self.answers.borrow_mut().insert(key, made.clone());
            made
        })
    }
}

/// What a folded word costs in each language, and at the end in none.
fn word_costs(model: &Model, word: &[u32], script: Script, ngrams: bool) -> Rc<[f32]> {
    let length = word.len() as f32;
    let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * length;
    let found = model.lexicon.get(word_hash(word.iter().copied()));
    let own = model.written_in(script);
    // Where one language has a word, the others that have a lexicon need not be asked.
    let asked = if found.is_some() { own & model.wordless } else { own };
    let said = (ngrams && asked != 0).then(|| model.ngrams.word_costs_in(word, asked));
    let said = |at: usize| said.as_ref().map(|sums: &Sums| f32::from(sums[at]) / ngram::STEPS);
    let cost = |at: usize| {
        let lexicon = found.and_then(|entry| entry.cost(at));
        match said(at).map(|cost| cost.min(unknown + 12.0)) {
            Some(cost) if !model.languages[at].has_words => return WORDLESS * cost,
            Some(cost) if found.is_none() => return mixed_cost(lexicon, cost),
            _ => {}
        }
        // A language that lacks a word which others have: about what its n-grams would say.
        mixed_cost(lexicon, unknown + 1.0)
    };
    let mut costs = vec![unknown + 12.0; model.languages.len() + 1];
    costs[model.languages.len()] = unknown;
    let mut rest = own;
    while rest != 0 {
        let at = rest.trailing_zeros() as usize;
        costs[at] = cost(at);
        rest &= rest - 1;
    }
    costs.into()
}
