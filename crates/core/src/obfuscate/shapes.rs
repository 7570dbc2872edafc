//! The shapes the other way round: what digits, signs or several characters show a letter.

use std::collections::BTreeMap;

use super::random::Random;
use crate::math::exp;
use crate::model::Model;
use crate::shapes::Shape;
use crate::{Family, Reason};

/// Ways to write a letter, each with its weight and those before it.
type Ways = Vec<(Shape, u32)>;

const STEPS: f32 = 4096.0;

/// For each letter, the shapes of one family with weights.
#[derive(Debug)]
pub(crate) struct ShapePool(BTreeMap<u32, Ways>);

impl ShapePool {
    pub fn new(model: &Model, family: Family) -> ShapePool {
        let mut pool: BTreeMap<u32, Ways> = BTreeMap::new();
        for shape in model.shapes.all().filter(|shape| shape.disguise.0 == family) {
            let weight = (STEPS * exp(-shape.cost)).round().max(1.0) as u32;
            let (small, capital) = shape.cases();
            let small = small.then_some(shape.reading);
            let capital = if capital { capital_of(shape.reading) } else { None };
            for letter in small.into_iter().chain(capital) {
                let ways = pool.entry(letter).or_default();
                let before = ways.last().map_or(0, |way| way.1);
                ways.push((shape.clone(), before + weight));
            }
        }
        ShapePool(pool)
    }

    /// Whether there is a shape for the letter.
    pub fn has(&self, letter: u32) -> bool {
        self.0.contains_key(&letter)
    }

    /// What is written for the letter, drawn by weight.
    pub fn draw(&self, letter: u32, random: &mut Random) -> Option<(&[u32], (Family, Reason))> {
        let ways = self.0.get(&letter)?;
        let drawn = random.below(ways.last()?.1 as usize) as u32;
        let (shape, _) = ways.get(ways.partition_point(|way| way.1 <= drawn))?;
        Some((&shape.sequence, shape.disguise))
    }
}

fn capital_of(letter: u32) -> Option<u32> {
    let mut upper = char::from_u32(letter)?.to_uppercase();
    let first = upper.next()?;
    upper.next().is_none().then_some(first.into())
}
