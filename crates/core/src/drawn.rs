//! The letters that digits, signs and runs of characters show: choices of one slot or several.

use crate::language::fold;
use crate::lattice::Letters;
use crate::shapes::{Shape, is_alike};
use crate::slot::{Choice, Layout, Slot};

/// A word's first letter drawn with strokes in the outline of the capital, and a small one.
const DRAWN_SMALL: f32 = 1.5;
/// What a digit or sign costs that is itself in a word where others are letters.
pub(crate) const KEPT: f32 = 4.5;

impl Layout<'_> {
    /// What a small letter costs more that is drawn in the outline of its capital.
    fn small_cost(&self, shape: &Shape, letter: u32) -> f32 {
        let small = letter == shape.reading && !is_alike(letter);
        let shown = || self.shaping.is_some_and(|known| known.has_small(shape));
        if small && !shown() { DRAWN_SMALL } else { 0.0 }
    }

    /// Adds the letters that digits, signs and runs of characters show.
    pub fn draw(&self, token: &[u32], slots: &mut [Slot]) {
        for at in 0..slots.len() {
            let start = slots[at].start;
            let glyph = slots[at].glyph;
            let shown: Vec<u32> = self.model.shapes.at(&[glyph]).map(|one| one.reading).collect();
            if !shown.is_empty() && (self.only_shapes || self.shaping.is_some()) {
                // What the table of glyphs says of these letters too does not count twice.
                let twice = |choice: &Choice| matches!(choice.reading.as_slice(), &[letter] if shown.contains(&fold(letter)));
                slots[at].choices.retain(|choice| choice.disguise.is_none() || !twice(choice));
                if let [kept] = &mut slots[at].choices[..] {
                    kept.cost += KEPT + self.shaping.map_or(0.0, |shaping| shaping.kept(glyph));
                }
            }
            for shape in self.model.shapes.at(&token[start..]) {
                let width = shape.sequence.len();
                let taken = slots.get(at..at + width).unwrap_or_default();
                // Nothing but the shape itself: each character a slot, without marks.
                if taken.last().is_none_or(|last| last.marks.end != start + width) {
                    continue;
                }
                let (lower, upper) = shape.cases();
                let letter = shape.reading;
                let capital = (letter as u8).to_ascii_uppercase().into();
                // What is drawn with strokes is drawn as a capital.
                let drawn = width > 1 && lower && upper && at == 0;
                let cost = |letter: u32| {
                    let cost = self.shaping.map_or(shape.cost, |known| known.cost(shape, letter));
                    cost + if drawn { self.small_cost(shape, letter) } else { 0.0 }
                };
                for reading in [lower.then_some(letter), upper.then_some(capital)] {
                    let Some(reading) = reading else { continue };
                    let disguise = Some(shape.disguise);
                    let choice = Choice::new(Letters::one(reading), cost(reading), disguise);
                    slots[at].choices.push(Choice { width: width as u8, ..choice });
                }
            }
        }
    }
}
