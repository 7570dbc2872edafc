//! The most probable readings of one token: beam search over its lattice.
//!
//! Linear in the token's length: at every slot the best few readings so far are kept, ranked by
//! the n-grams and the glyphs' own weights; whole readings are then ranked with the lexicon too.

use std::ops::Range;

use crate::Family;
use crate::automaton::State;
use crate::capitals;
use crate::hash::Hash;
use crate::model::Model;
use crate::slot::Slot;
use crate::speaker::{Sound, Speaker};

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
/// A digit read as a letter right after one that is read as a digit.
const BROKEN_NUMBER: f32 = 5.0;
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
    state: State,
    /// The folded letters so far.
    read: Hash,
}

const ROOT: Node =
    Node { parent: u32::MAX, slot: 0, choice: 0, cost: 0.0, state: State::START, read: Hash::WORD };

/// A choice of a slot as the beam takes it. Choices that sound the same are one: the cheapest.
struct Move {
    choice: u8,
    width: u8,
    cost: f32,
    /// A digit read as a letter.
    digit: bool,
    sounds: Range<u32>,
}

/// Reads one token in one language; the readings come best first.
pub(crate) fn decode(
    model: &Model,
    language: usize,
    token: &[u32],
    slots: &[Slot],
    ngrams: bool,
) -> Vec<Parse> {
    let speaker = Speaker::new(model, language, ngrams);
    let mut nodes: Vec<Node> = Vec::with_capacity(slots.len() * BEAM);
    let mut parents = vec![ROOT];
    // What ends before each of the next few slots, the one at hand first.
    let mut fronts: [Vec<Node>; WIDEST] = Default::default();
    let (mut moves, mut sounds) = (Vec::new(), Vec::new());
    for (at, slot) in slots.iter().enumerate() {
        lay_out(&speaker, token, slot, &mut moves, &mut sounds);
        let first = nodes.len();
        nodes.extend_from_slice(&parents);
        for (parent, node) in nodes.iter().enumerate().skip(first) {
            for Move { choice, width, cost, digit, sounds: range } in &moves {
                let (choice, slot) = (*choice, at as u16);
                let mut more = Node { parent: parent as u32, slot, choice, ..*node };
                more.cost += cost;
                // Who writes one digit of a number as a letter writes the others so too.
                if *digit && node.state == State::BROKEN {
                    more.cost += BROKEN_NUMBER;
                }
                for sound in &sounds[range.start as usize..range.end as usize] {
                    let (cost, state) = speaker.step(more.state, sound);
                    more.cost += cost;
                    more.state = state;
                    more.read = more.read.push(sound.letter);
                }
                fronts[usize::from(*width) - 1].push(more);
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
        front.map(|last| parse(&speaker, token, slots, &nodes, last)).collect();
    parses.sort_by(|a, b| a.rank(slots.len()).total_cmp(&b.rank(slots.len())));
    parses.truncate(BEST);
    parses
}

/// The moves of a slot, with what each adds to the word.
fn lay_out(
    speaker: &Speaker<'_>,
    token: &[u32],
    slot: &Slot,
    moves: &mut Vec<Move>,
    sounds: &mut Vec<Sound>,
) {
    moves.clear();
    sounds.clear();
    for (number, choice) in slot.choices.iter().enumerate().take(usize::from(TAKEN)) {
        let start = sounds.len();
        for letter in letters(token, slot, number) {
            speaker.hear(letter, sounds);
        }
        let digit = matches!(choice.disguise, Some((Family::Leet, _)))
            && (slot.glyph as u8).is_ascii_digit();
        let same = moves.iter_mut().find(|one| {
            let range = one.sounds.start as usize..one.sounds.end as usize;
            (one.width, one.digit) == (choice.width, digit) && sounds[range] == sounds[start..]
        });
        match same {
            Some(one) => {
                if choice.cost < one.cost {
                    (one.choice, one.cost) = (number as u8, choice.cost);
                }
                sounds.truncate(start);
            }
            None => moves.push(Move {
                choice: number as u8,
                width: choice.width,
                cost: choice.cost,
                digit,
                sounds: start as u32..sounds.len() as u32,
            }),
        }
    }
}

/// Keeps the best few; of readings that differ in case only, the best one.
fn prune(nodes: &mut Vec<Node>) {
    let least = nodes.iter().map(|node| node.cost).fold(f32::INFINITY, f32::min);
    nodes.retain(|node| node.cost <= least + HOPELESS);
    nodes.sort_unstable_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut kept = 0;
    for at in 0..nodes.len() {
        if kept < BEAM && nodes[..kept].iter().all(|one| one.read != nodes[at].read) {
            nodes.swap(kept, at);
            kept += 1;
        }
    }
    nodes.truncate(kept);
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

fn parse(
    speaker: &Speaker<'_>,
    token: &[u32],
    slots: &[Slot],
    nodes: &[Node],
    last: usize,
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
    let (language_cost, in_lexicon) = speaker.word_cost(&read);
    Parse {
        picks,
        language_cost: language_cost + capitals::case_cost(&read),
        glyph_cost,
        in_lexicon,
    }
}
