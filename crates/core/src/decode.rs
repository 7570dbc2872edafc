//! The most probable readings of one token: beam search over its lattice.
//!
//! Linear in the token's length: at every slot the best few readings so far are kept, ranked by
//! the n-grams and the glyphs' own weights; whole readings are then ranked with the lexicon too.

use std::cell::RefCell;
use std::ops::Range;

use crate::Family;
use crate::automaton::State;
use crate::capitals::{self, Forms};
use crate::hash::Hash;
use crate::model::Model;
use crate::slot::Slot;
use crate::speaker::{Sound, Speaker};

/// How many readings are kept at every slot.
const BEAM: usize = 8;
/// A reading this much worse than the best one so far is not followed.
const HOPELESS: f32 = 9.0;
/// The pick of a slot that the choice of one before it has taken too.
pub(crate) const TAKEN: u8 = u8::MAX;
/// How many slots one choice may take.
const WIDEST: usize = 8;
/// How many whole readings are given back.
const BEST: usize = 5;
/// A digit read as a letter right after one that is read as a digit.
const BROKEN_NUMBER: f32 = 5.0;
/// What readings are ranked by: how much the n-grams' opinion of a word counts that the lexicon
/// lacks, and what an average letter of such a word costs.
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
#[derive(Clone, Copy)]
struct Move {
    choice: u8,
    width: u8,
    cost: f32,
    /// A digit read as a letter.
    digit: bool,
    /// Where its sounds are.
    start: u32,
    end: u32,
}

/// Room to work in, kept by each thread, so that a token needs none of its own.
#[derive(Default)]
struct Desk {
    nodes: Vec<Node>,
    parents: Vec<Node>,
    /// What ends before each of the next few slots, the one at hand first.
    fronts: [Vec<Node>; WIDEST],
    moves: Vec<Move>,
    /// For each slot the end of its moves.
    ends: Vec<usize>,
    sounds: Vec<Sound>,
    /// For each slot's choices where their sounds are, and where each slot's begin.
    heard: Vec<Range<u32>>,
    starts: Vec<usize>,
    forms: Forms,
    word: Vec<Sound>,
    /// The picks of all whole readings, one after the other.
    picks: Vec<u8>,
    whole: Vec<Whole>,
}

/// A whole reading, and where its picks are.
struct Whole {
    at: usize,
    language_cost: f32,
    glyph_cost: f32,
    in_lexicon: bool,
    rank: f32,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
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
    DESK.with_borrow_mut(|desk| {
        desk.lay_out(&speaker, token, slots);
        desk.search(&speaker, slots.len());
        desk.finish(&speaker, slots);
        desk.whole.truncate(BEST);
        let parse = |one: &Whole| Parse {
            picks: desk.picks[one.at..one.at + slots.len()].to_vec(),
            language_cost: one.language_cost,
            glyph_cost: one.glyph_cost,
            in_lexicon: one.in_lexicon,
        };
        desk.whole.iter().map(parse).collect()
    })
}

impl Desk {
    /// The moves of every slot, with what each adds to the word.
    fn lay_out(&mut self, speaker: &Speaker<'_>, token: &[u32], slots: &[Slot]) {
        self.moves.clear();
        self.ends.clear();
        self.sounds.clear();
        self.heard.clear();
        self.starts.clear();
        self.forms.clear();
        for slot in slots {
            let first = self.moves.len();
            self.starts.push(self.heard.len());
            let Desk { moves, sounds, heard, .. } = self;
            for (number, choice) in slot.choices.iter().enumerate().take(usize::from(TAKEN)) {
                let start = sounds.len();
                match choice.reading.as_slice() {
                    &[letter] if slot.marks.is_empty() => speaker.hear(letter, sounds),
                    _ => letters(token, slot, number).for_each(|c| speaker.hear(c, sounds)),
                }
                let digit = matches!(choice.disguise, Some((Family::Leet, _)))
                    && (slot.glyph as u8).is_ascii_digit();
                let same = moves[first..].iter_mut().find(|one| {
                    (one.width, one.digit) == (choice.width, digit)
                        && sounds[one.start as usize..one.end as usize] == sounds[start..]
                });
                let (choice, width, cost) = (number as u8, choice.width, choice.cost);
                let (start, end) = (start as u32, sounds.len() as u32);
                match same {
                    Some(one) => {
                        heard.push(one.start..one.end);
                        if cost < one.cost {
                            (one.choice, one.cost) = (choice, cost);
                        }
                        sounds.truncate(start as usize);
                    }
                    None => {
                        heard.push(start..end);
                        moves.push(Move { choice, width, cost, digit, start, end });
                    }
                }
            }
            self.ends.push(self.moves.len());
            self.forms.add(slot);
        }
    }

    /// Leaves the readings that reach the end as the last of the nodes, in `parents`.
    fn search(&mut self, speaker: &Speaker<'_>, slots: usize) {
        let Desk { nodes, parents, fronts, moves, ends, sounds, .. } = self;
        nodes.clear();
        parents.clear();
        parents.push(ROOT);
        for front in fronts.iter_mut() {
            front.clear();
        }
        let mut first_move = 0;
        for at in 0..slots {
            let first = nodes.len();
            nodes.extend_from_slice(parents);
            for (parent, node) in nodes.iter().enumerate().skip(first) {
                for one in &moves[first_move..ends[at]] {
                    let (parent, slot) = (parent as u32, at as u16);
                    let mut more = Node { parent, slot, choice: one.choice, ..*node };
                    more.cost += one.cost;
                    // Who writes one digit of a number as a letter writes the others so too.
                    if one.digit && node.state == State::BROKEN {
                        more.cost += BROKEN_NUMBER;
                    }
                    for sound in &sounds[one.start as usize..one.end as usize] {
                        let (cost, state) = speaker.step(more.state, sound);
                        more.cost += cost;
                        more.state = state;
                        more.read = more.read.push(sound.letter);
                    }
                    fronts[usize::from(one.width) - 1].push(more);
                }
            }
            first_move = ends[at];
            parents.clear();
            std::mem::swap(parents, &mut fronts[0]);
            fronts.rotate_left(1);
            prune(parents);
        }
    }

    /// The readings as wholes, best first.
    fn finish(&mut self, speaker: &Speaker<'_>, slots: &[Slot]) {
        self.picks.clear();
        self.whole.clear();
        for number in 0..self.parents.len() {
            let at = self.picks.len();
            self.picks.resize(at + slots.len(), TAKEN);
            let picks = &mut self.picks[at..];
            let mut node = Some(&self.parents[number]).filter(|node| node.parent != u32::MAX);
            while let Some(one) = node {
                picks[usize::from(one.slot)] = one.choice;
                node = self.nodes.get(one.parent as usize).filter(|one| one.parent != u32::MAX);
            }
            self.forms.choose(slots, picks);
            self.word.clear();
            let mut glyph_cost = 0.0;
            for (slot, &pick) in picks.iter().enumerate().filter(|(_, pick)| **pick != TAKEN) {
                let range = &self.heard[self.starts[slot] + usize::from(pick)];
                self.word.extend(&self.sounds[range.start as usize..range.end as usize]);
                glyph_cost += slots[slot].choices[usize::from(pick)].cost;
            }
            let (language_cost, in_lexicon) = speaker.sounds_cost(&self.word);
            let taken = slots.iter().zip(&*picks).filter(|(_, pick)| **pick != TAKEN);
            let read =
                taken.flat_map(|(slot, &pick)| slot.choices[usize::from(pick)].reading.as_slice());
            let language_cost = language_cost + capitals::case_cost(read);
            let cost = language_cost + glyph_cost;
            let length = slots.len() as f32;
            let rank = match in_lexicon {
                true => cost,
                false => cost + (1.0 - UNSURE) * (AVERAGE_LETTER * length - language_cost),
            };
            self.whole.push(Whole { at, language_cost, glyph_cost, in_lexicon, rank });
        }
        self.whole.sort_by(|a, b| a.rank.total_cmp(&b.rank));
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
