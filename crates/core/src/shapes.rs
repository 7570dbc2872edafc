//! What is written of several characters for one letter, or of digits and signs: `rn` for m,
//! `|-|` for H, `4` for a. Honest authors write much of it too, so only the full profile asks.

use std::collections::BTreeMap;

use crate::math::ln;
use crate::model::lines;
use crate::{Family, ModelError, Reason};

const STEPS: f32 = 16.0;
/// Signs that are letters where they stand between others: a stroke has the outline of l and of a
/// small i, the hash that of an h with two bars, the angle that of a c, the caret that of a capital
/// A, the tilde that of an n. Each with its letter and its weight.
const INNER: [(char, char, f32); 6] = [
    ('|', 'l', 0.6),
    ('|', 'i', 0.5),
    ('#', 'h', 0.5),
    ('<', 'c', 0.4),
    ('^', 'a', 0.2),
    ('~', 'n', 0.1),
];

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
    /// Whether it is a letter between others only, until the text has shown otherwise: most often
    /// it is the sign that it is.
    pub inner: bool,
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

/// The longest word in square brackets that is looked for.
const LONGEST_KEY: usize = 32;

/// Every shape, by its first character.
#[derive(Clone, Debug)]
pub(crate) struct Shapes {
    starting: BTreeMap<u32, Vec<Shape>>,
}

impl Shapes {
    /// The packed shapes, and the signs that are letters between others only.
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
                inner: false,
            });
        }
        for (sign, letter, weight) in INNER {
            starting.entry(sign.into()).or_default().push(Shape {
                sequence: vec![sign.into()],
                reading: letter.into(),
                cost: -ln(weight),
                disguise: (Family::Leet, Reason::Leet),
                inner: true,
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
        let written = |at: usize| {
            text.get(at).is_some_and(|&point| {
                !is_sign(point) && point != '\n' as u32
                    || self.at(&[point]).any(|shape| !shape.inner)
            })
        };
        // Between others, by itself or twice.
        let is_inner = |at: usize| {
            let twin = |other: usize| text.get(other) == text.get(at);
            let before = if at > 0 && twin(at - 1) { 2 } else { 1 };
            let after = if twin(at + 1) { 2 } else { 1 };
            at >= before && written(at - before) && written(at + after)
        };
        let partners = brackets(text);
        let mut found = Vec::new();
        for at in 0..text.len() {
            for shape in self.at(&text[at..]) {
                if shape.inner && !is_inner(at) {
                    continue;
                }
                let all = at..at + shape.sequence.len();
                // A bracket belongs to its partner.
                if all.clone().any(|at| partners.get(&at).is_some_and(|one| !all.contains(one))) {
                    continue;
                }
                let new = all.filter(|&at| is_sign(text[at]) && found.last() < Some(&at));
                let new: Vec<usize> = new.collect();
                found.extend(new);
            }
        }
        found
    }
}

/// Whether a small letter has the outline of its capital.
pub(crate) fn is_alike(letter: u32) -> bool {
    char::from_u32(letter).is_some_and(|c| "cijklmopsuvwxyz".contains(c))
}

/// The round brackets of `text` that belong together, and the square ones around one word, each with
/// the place of its partner.
fn brackets(text: &[u32]) -> BTreeMap<usize, usize> {
    let is = |at: usize, set: &str| {
        text.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| set.contains(c))
    };
    let word =
        |at: usize| is(at, "-_@") || char::from_u32(text[at]).is_some_and(|c| c.is_alphanumeric());
    let mut open: Vec<usize> = Vec::new();
    let mut found = BTreeMap::new();
    for at in 0..text.len() {
        // What follows a stroke is drawn with it, and what follows a colon is a face.
        let drawn = at > 0 && is(at - 1, "|[:;=-");
        if is(at, "\n") {
            open.clear();
        } else if is(at, "(") {
            open.push(at);
        } else if is(at, ")")
            && !drawn
            && let Some(start) = open.pop()
        {
            found.insert(start, at);
            found.insert(at, start);
        } else if is(at, "[") && !drawn && (at == 0 || !is(at - 1, "]")) {
            let end = at + 1 + text[at + 1..].iter().take(LONGEST_KEY).count();
            let close = (at + 1..end).find(|&at| !word(at)).filter(|&close| is(close, "]"));
            let key = |&close: &usize| close > at + 1 && !is(close - 1, "-") && !is(close + 1, "[");
            if let Some(close) = close.filter(key) {
                found.insert(at, close);
                found.insert(close, at);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_belongs_to_its_partner() {
        for (text, expected) in [
            ("a(b)", &[(1, 3)][..]),
            ("Name[eu]=1", &[(4, 7)]),
            ("(a [x-y])", &[(0, 8), (3, 7)]),
            ("[-] [] ][n][", &[]),
            ("|[ite] :)", &[]),
            ("[two words]", &[]),
            ("[", &[]),
        ] {
            let points: Vec<u32> = text.chars().map(u32::from).collect();
            let pairs: Vec<(usize, usize)> =
                brackets(&points).into_iter().filter(|(a, b)| a < b).collect();
            assert_eq!(pairs, expected, "{text}");
        }
    }
}
