//! Letter case: words stand in small letters, with a capital, or all in capitals.
//!
//! The beam does not look at case. Once it has read a word, the case of each letter is chosen over
//! the whole word (Viterbi), among the readings of its glyph that are this letter.

use std::sync::LazyLock;

use crate::decode::TAKEN;
use crate::language::fold;
use crate::slot::{Choice, Slot};

/// How the word has been written so far.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Empty,
    Small,
    /// One capital and nothing else.
    Initial,
    Capitalised,
    Capitals,
    /// Anything else, by the case of its last letter.
    MixedSmall,
    MixedCapital,
}

const SHAPES: [Shape; 7] = [
    Shape::Empty,
    Shape::Small,
    Shape::Initial,
    Shape::Capitalised,
    Shape::Capitals,
    Shape::MixedSmall,
    Shape::MixedCapital,
];

/// What each shape costs, a capital after nothing but small letters, and each further turn from one
/// case to the other.
const INITIAL: f32 = 0.4;
const CAPITALS: f32 = 1.2;
const MIXED: f32 = 4.0;
const CAPITAL_LATE: f32 = 5.0;
const TURN: f32 = 1.2;

impl Shape {
    /// The shape after one more letter, and what is added to the cost.
    fn after(self, capital: bool) -> (Shape, f32) {
        use Shape::*;
        match (self, capital) {
            (Empty, true) => (Initial, INITIAL),
            (Empty | Small, false) => (Small, 0.0),
            (Small, true) => (MixedCapital, CAPITAL_LATE),
            (Initial | Capitalised, false) => (Capitalised, 0.0),
            (Initial, true) => (Capitals, CAPITALS - INITIAL),
            (Capitalised, true) => (MixedCapital, MIXED),
            (Capitals, true) => (Capitals, 0.0),
            (Capitals, false) => (MixedSmall, MIXED),
            (MixedSmall, false) | (MixedCapital, true) => (self, 0.0),
            (MixedSmall, true) => (MixedCapital, TURN),
            (MixedCapital, false) => (MixedSmall, TURN),
        }
    }

    fn after_all<'a>(self, letters: impl IntoIterator<Item = &'a u32>) -> (Shape, f32) {
        letters.into_iter().fold((self, 0.0), |(shape, cost), &letter| match case_of(letter) {
            Some(capital) => {
                let (shape, more) = shape.after(capital);
                (shape, cost + more)
            }
            None => (shape, cost),
        })
    }
}

/// Whether a letter is a capital; nothing if it has no case.
fn case_of(letter: u32) -> Option<bool> {
    /// Letters of the alphabets in everyday use lie below this.
    const NEAR: usize = 0x600;
    static CASES: LazyLock<[Option<bool>; NEAR]> =
        LazyLock::new(|| std::array::from_fn(|letter| case_of_any(letter as u32)));
    CASES.get(letter as usize).copied().unwrap_or_else(|| case_of_any(letter))
}

fn case_of_any(letter: u32) -> Option<bool> {
    let c = char::from_u32(letter)?;
    (c.is_uppercase() || c.is_lowercase()).then(|| c.is_uppercase())
}

/// What the letters' case costs, in nats.
pub(crate) fn case_cost<'a>(read: impl IntoIterator<Item = &'a u32>) -> f32 {
    Shape::Empty.after_all(read).1
}

fn same_letters(one: &Choice, other: &Choice) -> bool {
    if (one.width, one.bare) != (other.width, other.bare) {
        return false;
    }
    let (one, other) = (one.reading.as_slice(), other.reading.as_slice());
    one.len() == other.len() && one.iter().zip(other).all(|(&a, &b)| fold(a) == fold(b))
}

/// Which choices of each slot are the same letters, in one case or the other.
#[derive(Default)]
pub(crate) struct Forms {
    /// For each choice of each slot the first one of the same letters, and how many there are.
    first: Vec<u8>,
    counts: Vec<u8>,
    /// Where each slot's choices begin.
    starts: Vec<usize>,
    /// For each slot and shape after it, the choice taken and the shape before it.
    ways: Vec<[(u8, u8); SHAPES.len()]>,
}

impl Forms {
    pub fn clear(&mut self) {
        self.first.clear();
        self.counts.clear();
        self.starts.clear();
    }

    /// Takes in the next slot.
    pub fn add(&mut self, slot: &Slot) {
        let start = self.first.len();
        self.starts.push(start);
        for (number, choice) in slot.choices.iter().enumerate().take(usize::from(TAKEN)) {
            let earlier = |&at: &usize| same_letters(&slot.choices[at], choice);
            let first = (0..number).find(earlier).unwrap_or(number);
            self.first.push(first as u8);
            self.counts.push(0);
            self.counts[start + first] += 1;
        }
    }

    /// Takes for each slot the reading of the same letters whose case suits the whole word best.
    pub fn choose(&mut self, slots: &[Slot], picks: &mut [u8]) {
        let Forms { first, counts, starts, ways } = self;
        let first = |at: usize, pick: u8| first[starts[at] + usize::from(pick)];
        let one_case = |(at, &pick): (usize, &u8)| {
            pick == TAKEN || counts[starts[at] + usize::from(first(at, pick))] == 1
        };
        if picks.iter().enumerate().all(one_case) {
            return;
        }
        let mut costs = [f32::INFINITY; SHAPES.len()];
        costs[Shape::Empty as usize] = 0.0;
        ways.clear();
        for (at, &pick) in picks.iter().enumerate().filter(|(_, pick)| **pick != TAKEN) {
            let mut next = [f32::INFINITY; SHAPES.len()];
            let mut way = [(pick, 0); SHAPES.len()];
            let wanted = first(at, pick);
            for (number, choice) in slots[at].choices.iter().enumerate().take(usize::from(TAKEN)) {
                if first(at, number as u8) != wanted {
                    continue;
                }
                for (from, &shape) in SHAPES.iter().enumerate() {
                    if costs[from].is_infinite() {
                        continue;
                    }
                    let (to, more) = shape.after_all(choice.reading.as_slice());
                    let cost = costs[from] + choice.cost + more;
                    if cost < next[to as usize] {
                        next[to as usize] = cost;
                        way[to as usize] = (number as u8, from as u8);
                    }
                }
            }
            costs = next;
            ways.push(way);
        }
        let Some(mut at) = (0..SHAPES.len()).min_by(|&a, &b| costs[a].total_cmp(&costs[b])) else {
            return;
        };
        let taken = picks.iter_mut().filter(|pick| **pick != TAKEN);
        for (pick, way) in taken.rev().zip(ways.iter().rev()) {
            let (number, from) = way[at];
            *pick = number;
            at = usize::from(from);
        }
    }
}
