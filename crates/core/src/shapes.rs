//! What is written of several characters for one letter, or of digits and signs: `rn` for m,
//! `|-|` for H, `4` for a. Honest authors write much of it too, so only the full profile asks.

use std::collections::BTreeMap;

use crate::model::lines;
use crate::{Family, ModelError, Reason};

const STEPS: f32 = 16.0;

/// One way to write a letter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shape {
    /// The characters that stand there.
    pub sequence: Vec<u32>,
    /// The small letter that they show.
    pub reading: u32,
    /// -ln of how likely they are to show it.
    pub cost: f32,
    pub disguise: (Family, Reason),
}

impl Shape {
    /// Whether what stands there can show a small letter, and whether it can show a capital.
    pub fn cases(&self) -> (bool, bool) {
        let has = |test: fn(&u8) -> bool| {
            self.sequence.iter().any(|&c| u8::try_from(c).is_ok_and(|byte| test(&byte)))
        };
        let (lower, upper) = (has(u8::is_ascii_lowercase), has(u8::is_ascii_uppercase));
        (lower || !upper, upper || !lower)
    }
}

/// Every shape, by its first character.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    starting: BTreeMap<u32, Vec<Shape>>,
}

impl Shapes {
    pub fn new(section: &'static [u8]) -> Result<Shapes, ModelError> {
        let damaged = || ModelError::Section("shapes");
        let mut starting: BTreeMap<u32, Vec<Shape>> = BTreeMap::new();
        for line in lines("shapes", section)? {
            let fields: Vec<&str> = line.split('\t').collect();
            let [sequence, reading, cost, family] = fields[..] else { return Err(damaged()) };
            let sequence: Vec<u32> = sequence.chars().map(u32::from).collect();
            let cost: u8 = cost.parse().map_err(|_| damaged())?;
            let disguise = match family {
                "0" => (Family::Leet, Reason::Leet),
                _ => (Family::Multi, Reason::Shape),
            };
            starting.entry(*sequence.first().ok_or_else(damaged)?).or_default().push(Shape {
                sequence,
                reading: reading.chars().next().ok_or_else(damaged)?.into(),
                cost: f32::from(cost) / STEPS,
                disguise,
            });
        }
        Ok(Shapes { starting })
    }

    /// Every shape, in the order of their first characters.
    pub fn all(&self) -> impl Iterator<Item = &Shape> {
        self.starting.values().flatten()
    }

    /// The shapes that stand at the start of `text`.
    pub fn at<'a>(&'a self, text: &'a [u32]) -> impl Iterator<Item = &'a Shape> {
        let known = text.first().and_then(|first| self.starting.get(first));
        known.into_iter().flatten().filter(|shape| text.starts_with(&shape.sequence))
    }

    /// The signs of `text` that may be part of a letter, in order.
    pub fn signs(&self, text: &[u32]) -> Vec<usize> {
        let is_sign =
            |point: u32| char::from_u32(point).is_some_and(|c| c != '\n' && !c.is_alphanumeric());
        let mut found = Vec::new();
        for at in 0..text.len() {
            for shape in self.at(&text[at..]) {
                let all = at..at + shape.sequence.len();
                let new = all.filter(|&at| is_sign(text[at]) && found.last() < Some(&at));
                let new: Vec<usize> = new.collect();
                found.extend(new);
            }
        }
        found
    }
}
