//! Letter case: words stand in small letters, with a capital, or all in capitals.
//!
//! The beam does not look at case. Once it has read a word, the case of each letter is chosen over
//! the whole word (Viterbi), among the readings of its glyph that are this letter.

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

    fn after_all(self, letters: &[u32]) -> (Shape, f32) {
        letters.iter().fold((self, 0.0), |(shape, cost), &letter| match case_of(letter) {
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
    let c = char::from_u32(letter)?;
    (c.is_uppercase() || c.is_lowercase()).then(|| c.is_uppercase())
}

/// What the letters' case costs, in nats.
pub(crate) fn case_cost(read: &[u32]) -> f32 {
    Shape::Empty.after_all(read).1
}

fn same_letters(one: &Choice, other: &Choice) -> bool {
    if (one.width, one.bare) != (other.width, other.bare) {
        return false;
    }
    let (one, other) = (one.reading.as_slice(), other.reading.as_slice());
    one.len() == other.len() && one.iter().zip(other).all(|(&a, &b)| fold(a) == fold(b))
}

/// Takes for each slot the reading of the same letters whose case suits the whole word best.
pub(crate) fn choose(slots: &[Slot], picks: &mut [u8]) {
    let one_case = |(slot, &pick): (&Slot, &u8)| {
        let picked = &slot.choices[usize::from(pick)];
        slot.choices.iter().filter(|choice| same_letters(choice, picked)).count() == 1
    };
    let taken = |pick: &u8| *pick != TAKEN;
    if slots.iter().zip(picks.iter()).filter(|(_, pick)| taken(pick)).all(one_case) {
        return;
    }
    let mut costs = [f32::INFINITY; SHAPES.len()];
    costs[Shape::Empty as usize] = 0.0;
    // For each slot and shape after it, the choice taken and the shape before it.
    let mut ways: Vec<[(u8, u8); SHAPES.len()]> = Vec::with_capacity(slots.len());
    for (slot, &pick) in slots.iter().zip(picks.iter()).filter(|(_, pick)| taken(pick)) {
        let picked = &slot.choices[usize::from(pick)];
        let mut next = [f32::INFINITY; SHAPES.len()];
        let mut way = [(pick, 0); SHAPES.len()];
        for (number, choice) in slot.choices.iter().enumerate().take(255) {
            if !same_letters(choice, picked) {
                continue;
            }
            for (from, &shape) in SHAPES.iter().enumerate().filter(|&(at, _)| costs[at].is_finite())
            {
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
    for (pick, way) in picks.iter_mut().filter(|pick| taken(pick)).rev().zip(ways.iter().rev()) {
        let (number, from) = way[at];
        *pick = number;
        at = usize::from(from);
    }
}
