//! The most probable readings of one token: beam search over its lattice.
//!
//! Linear in the token's length: at every slot the best few readings so far are kept, ranked by
//! the n-grams and the glyphs' own weights; whole readings are then ranked with the lexicon too.

use crate::hash::Hash;
use crate::language::{folded, mixed_cost, word_hash};
use crate::model::Model;
use crate::ngram::{Context, EMPTY, END, UNKNOWN, shifted};
use crate::properties::Class;
use crate::slot::Slot;

/// How many readings are kept at every slot.
const BEAM: usize = 12;
/// A reading this much worse than the best one so far is not followed.
const HOPELESS: f32 = 12.0;
/// A capital where one may stand, and a capital after a small letter.
const CAPITAL: f32 = 0.3;
const CAPITAL_INSIDE: f32 = 2.0;
/// How many whole readings are given back.
const BEST: usize = 5;
/// A digit or a mark inside a word, which no n-gram knows.
const DIGIT: f32 = 2.6;
const MARK: f32 = 1.0;
/// A digit right after a letter.
const BREAK: f32 = 2.5;

/// One whole reading of a token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parse {
    /// For each slot the number of the choice taken.
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
}

#[derive(Clone, Copy)]
struct Node {
    parent: u32,
    choice: u8,
    cost: f32,
    context: Context,
    /// The folded letters so far.
    read: Hash,
    /// The case of the last letter that has one.
    upper: Option<bool>,
}

const ROOT: Node =
    Node { parent: u32::MAX, choice: 0, cost: 0.0, context: EMPTY, read: Hash::WORD, upper: None };

impl Node {
    /// The reading with one more choice.
    fn extended(&self, parent: usize, number: usize, cost: f32) -> Node {
        Node { parent: parent as u32, choice: number as u8, cost: self.cost + cost, ..*self }
    }

    /// The reading with one more letter.
    fn push(&mut self, model: &Model, language: usize, letter: u32, ngrams: bool) {
        for part in folded(letter) {
            let (more, context) = step(model, language, self.context, part, ngrams);
            self.cost += more;
            self.context = context;
            self.read = self.read.push(part);
        }
        if let Some(c) = char::from_u32(letter) {
            if c.is_uppercase() {
                let inside = self.upper == Some(false);
                self.cost += if inside { CAPITAL_INSIDE } else { CAPITAL };
            }
            if c.is_uppercase() || c.is_lowercase() {
                self.upper = Some(c.is_uppercase());
            }
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
    let mut nodes = vec![ROOT];
    let mut front = 0..1;
    let mut next: Vec<Node> = Vec::new();
    for slot in slots {
        next.clear();
        for parent in front.clone() {
            let node = nodes[parent];
            for (number, choice) in slot.choices.iter().enumerate().take(255) {
                let mut more = node.extended(parent, number, choice.cost);
                for letter in letters(token, slot, number) {
                    more.push(model, language, letter, ngrams);
                }
                next.push(more);
            }
        }
        prune(&mut next);
        let start = nodes.len();
        nodes.extend_from_slice(&next);
        front = start..nodes.len();
    }
    let mut parses: Vec<Parse> =
        front.map(|last| parse(model, language, token, slots, &nodes, last, ngrams)).collect();
    parses.sort_by(|a, b| a.cost().total_cmp(&b.cost()));
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
    let marks = &token[slot.marks.clone()];
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
        _ => {
            let cost = if ngrams { model.ngrams.cost(language, context, letter) } else { 3.0 };
            (cost, shifted(context, letter))
        }
    }
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
    let mut picks = vec![0; slots.len()];
    let mut at = last;
    for pick in picks.iter_mut().rev() {
        *pick = nodes[at].choice;
        at = nodes[at].parent as usize;
    }
    let read: Vec<u32> = slots
        .iter()
        .zip(&picks)
        .flat_map(|(slot, &pick)| letters(token, slot, usize::from(pick)))
        .collect();
    let glyph_cost =
        slots.iter().zip(&picks).map(|(slot, &pick)| slot.choices[usize::from(pick)].cost).sum();
    let (language_cost, in_lexicon) = word_cost(model, language, &read, ngrams);
    Parse { picks, language_cost: language_cost + case_cost(&read), glyph_cost, in_lexicon }
}

/// What a reading costs in one language: its runs of letters as words, its digits by the piece.
pub(crate) fn word_cost(model: &Model, language: usize, read: &[u32], ngrams: bool) -> (f32, bool) {
    let mut sum = 0.0;
    let mut all_known = true;
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
            }
            _ => word.extend(folded(letter)),
        }
    }
    finish(&mut word, &mut sum, &mut all_known);
    (sum, all_known)
}

/// What the letters' case costs: words stand in lower case, with a capital, or all in capitals.
pub(crate) fn case_cost(read: &[u32]) -> f32 {
    let mut uppers = 0;
    let mut lowers = 0;
    let mut turns = 0;
    let mut first = None;
    let mut before = None;
    for &letter in read {
        let Some(c) = char::from_u32(letter) else { continue };
        let upper = if c.is_lowercase() {
            lowers += 1;
            false
        } else if c.is_uppercase() {
            uppers += 1;
            true
        } else {
            continue;
        };
        first.get_or_insert(upper);
        turns +=
            u32::from(before == Some(false) && upper) + u32::from(before == Some(true) && !upper);
        before = Some(upper);
    }
    match (uppers, lowers, first) {
        (0, _, _) => 0.0,
        (1, _, Some(true)) => 0.9,
        (_, 0, _) => 1.6,
        _ => 2.5 + 1.3 * turns as f32,
    }
}
