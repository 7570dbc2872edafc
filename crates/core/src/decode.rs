//! The most probable readings of one token: beam search over its lattice.
//!
//! Linear in the token's length: at every slot the best few readings so far are kept, ranked by
//! the n-grams and the glyphs' own weights; whole readings are then ranked with the lexicon too.

use crate::Family;
use crate::capitals;
use crate::codepage::heard;
use crate::hash::Hash;
use crate::language::{folded, mixed_cost, word_hash};
use crate::model::Model;
use crate::ngram::{Context, EMPTY, END, UNKNOWN, shifted};
use crate::properties::{Class, Script};
use crate::slot::Slot;

/// How many readings are kept at every slot.
const BEAM: usize = 12;
/// A reading this much worse than the best one so far is not followed.
const HOPELESS: f32 = 12.0;
/// The pick of a slot that the choice of one before it has taken too.
pub(crate) const TAKEN: u8 = u8::MAX;
/// How many slots one choice may take.
const WIDEST: usize = 8;
/// How many whole readings are given back.
const BEST: usize = 5;
/// A digit or a mark inside a word, which no n-gram knows.
const DIGIT: f32 = 2.6;
const MARK: f32 = 1.0;
/// A digit read as a letter right after one that is read as a digit.
const BROKEN_NUMBER: f32 = 5.0;
/// A sign that is what it is, where text has it, and elsewhere.
const SIGN: f32 = 1.0;
const ODD_SIGN: f32 = 6.0;
/// A digit right after a letter, and a letter right after a digit.
const BREAK: f32 = 2.5;
/// How many letters after digits are no surprise, and what each further one costs.
const ENDING: usize = 2;
const TOO_LONG: f32 = 0.7;

/// How much the n-grams' opinion of a word counts that the lexicon lacks, and what an average letter
/// of such a word costs.
const UNSURE: f32 = 0.8;
const AVERAGE_LETTER: f32 = 2.4;

/// One whole reading of a token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parse {
    /// For each slot the number of the choice taken, or [`TAKEN`].
    pub picks: Vec<u8>,
    /// What the language says of it, letter case included, in nats.
    pub language_cost: f32,
    /// What the glyphs say of it, in nats.
    pub glyph_cost: f32,
    /// Whether the lexicon holds every word of it.
    pub in_lexicon: bool,
}

impl Parse {
    pub fn cost(&self) -> f32 {
        self.language_cost + self.glyph_cost
    }

    /// What readings are compared by.
    fn rank(&self, length: usize) -> f32 {
        if self.in_lexicon {
            return self.cost();
        }
        let language =
            UNSURE * self.language_cost + (1.0 - UNSURE) * AVERAGE_LETTER * length as f32;
        language + self.glyph_cost
    }
}

#[derive(Clone, Copy)]
struct Node {
    parent: u32,
    /// The slot that its last choice is of.
    slot: u16,
    choice: u8,
    cost: f32,
    context: Context,
    /// The folded letters so far.
    read: Hash,
}

const ROOT: Node =
    Node { parent: u32::MAX, slot: 0, choice: 0, cost: 0.0, context: EMPTY, read: Hash::WORD };

impl Node {
    /// The reading with one more choice.
    fn extended(&self, parent: usize, slot: usize, number: usize, cost: f32) -> Node {
        let (parent, slot, choice) = (parent as u32, slot as u16, number as u8);
        Node { parent, slot, choice, cost: self.cost + cost, ..*self }
    }

    /// The reading with one more letter.
    fn push(&mut self, model: &Model, language: usize, letter: u32, ngrams: bool) {
        for part in folded(letter) {
            let part = heard(model, language, part);
            let (more, context) = step(model, language, self.context, part, ngrams);
            self.cost += more;
            self.context = context;
            self.read = self.read.push(part);
        }
    }
}

/// Reads one token in one language; the readings come best first.
pub(crate) fn decode(
    model: &Model,
    language: usize,
    token: &[u32],
    slots: &[Slot],
    ngrams: bool,
) -> Vec<Parse> {
    let mut nodes: Vec<Node> = Vec::new();
    let mut parents = vec![ROOT];
    // What ends before each of the next few slots, the one at hand first.
    let mut fronts: [Vec<Node>; WIDEST] = Default::default();
    for (at, slot) in slots.iter().enumerate() {
        let first = nodes.len();
        nodes.extend_from_slice(&parents);
        for (parent, node) in nodes.iter().enumerate().skip(first) {
            for (number, choice) in slot.choices.iter().enumerate().take(usize::from(TAKEN)) {
                let mut more = node.extended(parent, at, number, choice.cost);
                // Who writes one digit of a number as a letter writes the others so too.
                let digit = matches!(choice.disguise, Some((Family::Leet, _)))
                    && (slot.glyph as u8).is_ascii_digit();
                if digit && node.context == UNKNOWN {
                    more.cost += BROKEN_NUMBER;
                }
                for letter in letters(token, slot, number) {
                    more.push(model, language, letter, ngrams);
                }
                fronts[usize::from(choice.width) - 1].push(more);
            }
        }
        parents.clear();
        std::mem::swap(&mut parents, &mut fronts[0]);
        fronts.rotate_left(1);
        prune(&mut parents);
    }
    let front = nodes.len()..nodes.len() + parents.len();
    nodes.append(&mut parents);
    let mut parses: Vec<Parse> =
        front.map(|last| parse(model, language, token, slots, &nodes, last, ngrams)).collect();
    parses.sort_by(|a, b| a.rank(slots.len()).total_cmp(&b.rank(slots.len())));
    parses.truncate(BEST);
    parses
}

/// Keeps the best few; of readings that differ in case only, the best one.
fn prune(nodes: &mut Vec<Node>) {
    if nodes.len() < 2 {
        return;
    }
    nodes.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let worst = nodes[0].cost + HOPELESS;
    let mut kept: Vec<Hash> = Vec::with_capacity(BEAM);
    nodes.retain(|node| {
        let keep = kept.len() < BEAM && node.cost <= worst && !kept.contains(&node.read);
        if keep {
            kept.push(node.read);
        }
        keep
    });
}

/// The letters of one choice, composed with the marks that stand on the cluster.
pub(crate) fn letters(token: &[u32], slot: &Slot, choice: usize) -> impl Iterator<Item = u32> {
    let reading = slot.choices[choice].reading;
    let bare = slot.choices[choice].bare;
    let marks = if bare { &[][..] } else { &token[slot.marks.clone()] };
    let (mut found, mut count) = ([0u32; 12], 0);
    for &letter in reading.as_slice().iter().chain(marks) {
        let composed = (count > 0)
            .then(|| {
                let (a, b) = (char::from_u32(found[count - 1])?, char::from_u32(letter)?);
                unicode_normalization::char::compose(a, b)
            })
            .flatten();
        if let Some(composed) = composed {
            found[count - 1] = composed as u32;
        } else if count < found.len() {
            found[count] = letter;
            count += 1;
        }
    }
    found.into_iter().take(count)
}

fn step(
    model: &Model,
    language: usize,
    context: Context,
    letter: u32,
    ngrams: bool,
) -> (f32, Context) {
    match model.properties.get(letter).class() {
        Class::Digit | Class::Number if context == UNKNOWN || context == EMPTY => (DIGIT, UNKNOWN),
        Class::Digit | Class::Number => (DIGIT + BREAK, UNKNOWN),
        Class::Mark => (MARK, context),
        Class::Punctuation | Class::Symbol if letter < 0x80 => {
            let end = if context == EMPTY || !ngrams {
                0.0
            } else {
                model.ngrams.cost(language, context, END)
            };
            (sign_cost(letter, context == EMPTY) + end, EMPTY)
        }
        _ => {
            let cost = if ngrams { model.ngrams.cost(language, context, letter) } else { 3.0 };
            let joint = context == UNKNOWN && !writes_codes(model, language);
            let joint = if joint { BREAK } else { 0.0 };
            (cost + joint, shifted(context, letter))
        }
    }
}

/// Whether letters after digits are no surprise: codes and units are written in Latin.
fn writes_codes(model: &Model, language: usize) -> bool {
    model.languages[language].script == Script::LATIN
}

/// What a sign of ASCII costs that is what it is; `first` where no letter is before it.
pub(crate) fn sign_cost(sign: u32, first: bool) -> f32 {
    let right = match char::from_u32(sign) {
        Some('(' | '[' | '{' | '<' | '#' | '$') => first,
        Some(')' | ']' | '}' | '>' | '!' | '?' | '%') => !first,
        Some('-' | '/' | '\'' | '"' | ',' | '.') => true,
        _ => false,
    };
    if right { SIGN } else { ODD_SIGN }
}

fn parse(
    model: &Model,
    language: usize,
    token: &[u32],
    slots: &[Slot],
    nodes: &[Node],
    last: usize,
    ngrams: bool,
) -> Parse {
    let mut picks = vec![TAKEN; slots.len()];
    let mut at = last;
    while let Some(node) = nodes.get(at).filter(|node| node.parent != u32::MAX) {
        picks[usize::from(node.slot)] = node.choice;
        at = node.parent as usize;
    }
    capitals::choose(slots, &mut picks);
    let taken = || slots.iter().zip(&picks).filter(|(_, pick)| **pick != TAKEN);
    let read: Vec<u32> =
        taken().flat_map(|(slot, &pick)| letters(token, slot, usize::from(pick))).collect();
    let glyph_cost = taken().map(|(slot, &pick)| slot.choices[usize::from(pick)].cost).sum();
    let (language_cost, in_lexicon) = word_cost(model, language, &read, ngrams);
    Parse {
        picks,
        language_cost: language_cost + capitals::case_cost(&read),
        glyph_cost,
        in_lexicon,
    }
}

/// What a reading costs in one language: its runs of letters as words, its digits by the piece.
pub(crate) fn word_cost(model: &Model, language: usize, read: &[u32], ngrams: bool) -> (f32, bool) {
    let codes = writes_codes(model, language);
    let mut sum = 0.0;
    let mut all_known = true;
    // Letters since a digit, in a word that has one.
    let mut joined: Option<usize> = None;
    let mut word: Vec<u32> = Vec::with_capacity(read.len());
    let finish = |word: &mut Vec<u32>, sum: &mut f32, all_known: &mut bool| {
        if word.is_empty() {
            return;
        }
        let lexicon = model.lexicon.get(word_hash(word)).and_then(|entry| entry.cost(language));
        *all_known &= lexicon.is_some();
        let (mut context, mut cost) = (EMPTY, 0.0);
        for &letter in word.iter() {
            let (more, next) = step(model, language, context, letter, ngrams);
            cost += more;
            context = next;
        }
        if ngrams {
            cost += model.ngrams.cost(language, context, END);
        }
        *sum += if model.languages[language].has_words { mixed_cost(lexicon, cost) } else { cost };
        word.clear();
    };
    for &letter in read {
        match model.properties.get(letter).class() {
            Class::Digit | Class::Number => {
                sum += if word.is_empty() { DIGIT } else { DIGIT + BREAK };
                finish(&mut word, &mut sum, &mut all_known);
                joined = (!codes).then_some(0);
            }
            Class::Punctuation | Class::Symbol if letter < 0x80 => {
                sum += sign_cost(letter, word.is_empty());
                finish(&mut word, &mut sum, &mut all_known);
                joined = None;
            }
            _ => {
                if let Some(before) = &mut joined {
                    sum += match *before {
                        0 => BREAK,
                        before if before >= ENDING => TOO_LONG,
                        _ => 0.0,
                    };
                    *before += 1;
                }
                word.extend(folded(letter).map(|part| heard(model, language, part)));
            }
        }
    }
    finish(&mut word, &mut sum, &mut all_known);
    (sum, all_known)
}
