//! How the author draws each letter: plain, or by which shape, and how often.

use std::collections::BTreeMap;

use crate::Family;
use crate::language::fold;
use crate::math::{exp, ln};
use crate::shapes::Shape;

/// How many sightings the guess for a shape is worth.
const PRIOR: f32 = 1.0;
/// The guess for a shape that the text has shown for the other case of the letter, or at the start
/// of words only, where the case is anybody's.
const SHOWN: f32 = 0.5;
/// How much of a letter's drawn sightings a shape may claim that the text has not shown.
const UNSEEN: f32 = 0.5;
/// About how many letters stand for each that the family has shapes for.
const DRAWABLE: f32 = 4.0;
/// How many letters the text is taken to have had beside its own, one of them drawn.
const BEFORE: f32 = 40.0;
/// A small letter drawn in a text in capitals.
const SMALL_AMONG_CAPITALS: f32 = 2.0;
/// What is added for a digit or sign that is itself each time it was a letter, and at most.
const KEPT: f32 = 0.5;
const KEPT_MOST: f32 = 2.0;

/// For each letter, how often it was meant and which shapes stood in its place.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shaping {
    /// How often each letter was meant, small ones and capitals apart, and all together.
    letters: BTreeMap<u32, f32>,
    all: f32,
    /// How often a shape stood in a letter's place, the case being clear, and whatever the case.
    pairs: BTreeMap<(Vec<u32>, u32), f32>,
    either: BTreeMap<(Vec<u32>, u32), f32>,
    /// How often a shape was a letter.
    shapes: BTreeMap<Vec<u32>, f32>,
    /// How many letters were drawn by digits and signs, and by several characters.
    leet: f32,
    multi: f32,
    /// The text is in capitals.
    shouted: bool,
}

impl Shaping {
    /// What is known before the text has shown anything but whether it is in capitals.
    pub fn new(shouted: bool) -> Shaping {
        Shaping { shouted, ..Shaping::default() }
    }

    /// A letter was meant, and stands there plain or drawn.
    pub fn meant(&mut self, letter: u32) {
        *self.letters.entry(letter).or_default() += 1.0;
        self.all += 1.0;
    }

    /// A shape stood in a letter's place; `clear` says that its case is beyond doubt.
    pub fn drawn(&mut self, sequence: &[u32], letter: u32, clear: bool) {
        if clear {
            *self.pairs.entry((sequence.to_vec(), letter)).or_default() += 1.0;
        }
        *self.either.entry((sequence.to_vec(), fold(letter))).or_default() += 1.0;
        *self.shapes.entry(sequence.to_vec()).or_default() += 1.0;
        *if sequence.len() == 1 { &mut self.leet } else { &mut self.multi } += 1.0;
    }

    /// Whether the text has shown this shape in any letter's place.
    pub fn has(&self, sequence: &[u32]) -> bool {
        self.shapes.contains_key(sequence)
    }

    /// Whether the text has shown digits or signs in the place of letters.
    pub fn has_leet(&self) -> bool {
        self.leet > 0.0
    }

    /// Whether the text has shown several characters in the place of one letter.
    pub fn has_multi(&self) -> bool {
        self.multi > 0.0
    }

    /// Whether the text has shown the shape inside small words.
    pub fn has_small(&self, shape: &Shape) -> bool {
        self.pairs.contains_key(&(shape.sequence.clone(), shape.reading))
    }

    /// Whether the text has shown this shape in the place of this letter.
    pub fn knows(&self, sequence: &[u32], letter: u32) -> bool {
        self.either.contains_key(&(sequence.to_vec(), fold(letter)))
    }

    /// What it costs a digit or sign more to be itself.
    pub fn kept(&self, sign: u32) -> f32 {
        let seen = self.shapes.get(&[sign][..]).copied().unwrap_or(0.0);
        (KEPT * seen).min(KEPT_MOST)
    }

    /// -ln of how likely the author, who means the letter, draws the shape.
    pub fn cost(&self, shape: &Shape, letter: u32) -> f32 {
        let count = |letter: u32| self.letters.get(&letter).copied().unwrap_or(0.0);
        let pair = |pairs: &BTreeMap<(Vec<u32>, u32), f32>, letter: u32| {
            pairs.get(&(shape.sequence.clone(), letter)).copied().unwrap_or(0.0)
        };
        let small = fold(letter);
        let quiet = if self.shouted && letter == small { SMALL_AMONG_CAPITALS } else { 0.0 };
        let shown = pair(&self.either, small);
        let drawn = if shape.disguise.0 == Family::Leet { self.leet } else { self.multi };
        let rate = (DRAWABLE * (drawn + 1.0) / (self.all + BEFORE)).min(1.0);
        let unseen = rate * UNSEEN * exp(-shape.cost);
        if shape.sequence.len() == 1 {
            // Digits and signs have no case.
            let meant = count(small) + if small == letter { 0.0 } else { count(letter) };
            return quiet - ln((shown + PRIOR * unseen) / (meant.max(shown) + PRIOR));
        }
        let seen = pair(&self.pairs, letter);
        let guess = if shown > 0.0 { SHOWN } else { unseen };
        quiet - ln((seen + PRIOR * guess) / (count(letter).max(seen) + PRIOR))
    }
}
