//! Lines upside down or in a mirror, by letters that hardly any other text has.

use std::ops::Range;

use super::line::{Line, is_odd, is_strange};
use super::marks;
use super::reading::{Least, Way, with_foreign};
use super::runs::{Price, in_part, runs};
use super::table::{IN_A_MIRROR, ON_ITS_HEAD, Table};
use super::{Best, Looker};
use crate::language::fold;
use crate::math::ln;
use crate::properties::{Calm, Class, Properties, Property, Script};

/// -ln of how rarely a run of words is turned, in a text where no other is, and in one where others
/// are.
const TURNED: f32 = 9.0;
const TURNED_TOO: f32 = 3.0;
/// What is added where an orthography writes all the strange letters of the line, and for each
/// factor of e by which there are more of those: ǝ and ɔ are letters of many languages.
const COVERED: f32 = 2.0;
const COVERED_MORE: f32 = 6.0;
/// What is added where a sign stands that only turned text has.
const SIGNED: f32 = -2.0;
/// What is added where the letters stand in their order: most such letters are look-alikes.
const IN_ORDER: f32 = 3.0;
/// What is added where none of the glyphs is odd, and other texts may have their reasons for them.
const NONE_ODD: f32 = 4.0;
/// How sure it is that digits are turned as the marks are, where nothing else says so.
const PERHAPS: f32 = 0.8;
/// How many strange glyphs a line must have to be looked at.
const STRANGE: usize = 2;
/// What it costs a turned line to be so in part, at each end of that.
const PART: f32 = 12.0;

/// Whether a text has as many strange glyphs as a line must have to be looked at.
pub(super) fn has_strange(properties: &Properties, text: &[u32]) -> bool {
    let (head, mirror) = (&*ON_ITS_HEAD, &*IN_A_MIRROR);
    let in_any = |&&point: &&u32| point >= 0x80 && (head.has(point) || mirror.has(point));
    if text.iter().filter(in_any).take(STRANGE).count() < STRANGE {
        return false;
    }
    [head, mirror].into_iter().any(|table| {
        let strange = text.iter().filter(|&&point| is_strange(properties, table, point));
        strange.take(STRANGE).count() == STRANGE
    })
}

impl<'a> Looker<'a> {
    /// For each line the best way to read it, where that is turned.
    pub(super) fn upside_down(&self, lines: &[Range<usize>]) -> Vec<Option<Best<'a>>> {
        let mut found: Vec<Option<Best>> =
            lines.iter().map(|line| self.best(line, TURNED, STRANGE)).collect();
        if found.iter().any(Option::is_some) {
            for (line, best) in lines.iter().zip(&mut found).filter(|(_, best)| best.is_none()) {
                *best = self.best(line, TURNED_TOO, 1);
            }
        }
        found
    }

    fn best(&self, span: &Range<usize>, price: f32, strange: usize) -> Option<Best<'a>> {
        let points = &self.text[span.clone()];
        let mut best: Option<Best> = None;
        for table in [&*ON_ITS_HEAD, &*IN_A_MIRROR] {
            let properties = &self.model.properties;
            let count =
                points.iter().filter(|&&point| is_strange(properties, table, point)).count();
            if count < strange || count < self.others(points, table) || self.is_foreign(points) {
                continue;
            }
            let odd = || points.iter().copied().filter(|&point| is_odd(properties, table, point));
            if odd().next().is_some() && self.are_native(odd()) {
                continue;
            }
            let signed = marks::are_turned(points);
            let price = price
                + if odd().next().is_none() { NONE_ODD } else { self.covered(points, table) }
                + if signed { SIGNED } else { 0.0 };
            let digits = match std::ptr::eq(table, &*ON_ITS_HEAD) {
                true => self.turns_digits(points, table),
                false => 0.0,
            };
            let marked = points.iter().any(|&point| self.class(point) == Class::Mark);
            let ways = [(true, false), (true, true), (false, false)];
            for (reversed, marks_first) in ways.into_iter().filter(|way| marked || !way.1) {
                let way = Way { table: Some(table), reversed, digits };
                let price = price + if reversed { 0.0 } else { IN_ORDER };
                let line = Line::new(self.model, self.text, span.clone(), Some(table), marks_first);
                let price = Price { enter: price, leave: 0.0 };
                let readings = way.read(&line, self.allowed, Least { price, strange });
                for (at, one) in readings.iter().enumerate() {
                    let gains = one.words.iter().map(|reading| reading.gain);
                    let (found, gain) = runs(gains, price);
                    if !found.is_empty() && best.as_ref().is_none_or(|best| gain > best.gain) {
                        let readings = with_foreign(&readings, at);
                        let runs = in_part(&line, &readings, PART);
                        best = Some(Best { line: line.clone(), way, readings, runs, gain });
                    }
                }
            }
        }
        best
    }

    /// How many odd glyphs there are that turned text has not: where they are more, they all have
    /// another reason.
    fn others(&self, points: &[u32], table: &Table) -> usize {
        let other = |&&point: &&u32| {
            let property = self.model.properties.get(point);
            property.calm() == Calm::Odd && property.may_be_letter() && !table.has(point)
        };
        points.iter().filter(other).count()
    }

    /// Whether one of the languages that the model knows writes all of these.
    fn are_native(&self, letters: impl Iterator<Item = u32>) -> bool {
        let writers = |letter: u32| self.model.ngrams.writers(fold(letter));
        letters.fold(u128::MAX, |bits, letter| bits & writers(letter)) != 0
    }

    /// What is added for the orthographies that write all strange letters of the line; signs of
    /// mathematics are among these where they stand beside a letter.
    fn covered(&self, points: &[u32], table: &Table) -> f32 {
        let properties = &self.model.properties;
        let lettered = |at: Option<usize>| {
            let point = at.and_then(|at| points.get(at));
            point.is_some_and(|&point| properties.get(point).is_letter())
        };
        let mut possible = self.model.alphabets.all();
        for (at, &point) in points.iter().enumerate() {
            let inside = || lettered(at.checked_sub(1)) || lettered(Some(at + 1));
            if is_strange(properties, table, point) && inside() {
                self.model.alphabets.keep(&mut possible, point);
            }
        }
        match possible.count() {
            0 => 0.0,
            count => COVERED + COVERED_MORE * ln(count as f32),
        }
    }

    /// Whether most letters are of scripts that nothing is read into: those whose letters look like
    /// turned ones write them upright.
    fn is_foreign(&self, points: &[u32]) -> bool {
        let letters = points.iter().map(|&point| self.model.properties.get(point));
        let letters = letters.filter(|property| property.is_letter());
        let weigh = |property: Property| {
            if Script::TARGETS.contains(&property.script()) { -1 } else { 1 }
        };
        letters.map(weigh).sum::<isize>() > 0
    }

    fn class(&self, point: u32) -> Class {
        self.model.properties.get(point).class()
    }

    /// How sure it is that 6 and 9 are each other in a line. They are where a digit is seen that can
    /// only be turned, and they are not where one is that has not been; some stand on their heads
    /// unseen, and in some tables others stay as they are, but only in those that know capitals.
    fn turns_digits(&self, points: &[u32], table: &Table) -> f32 {
        let is_digit = |point: u32| self.class(point) == Class::Digit;
        let first = |point: u32| table.readings(point).next().map(|(letter, _)| letter);
        let strange = |point: u32| point >= 0x80 && !is_digit(point);
        if points.iter().any(|&point| strange(point) && first(point).is_some_and(is_digit)) {
            return 1.0;
        }
        let capitals = points.iter().any(|&point| {
            strange(point) && first(point).is_some_and(|letter| self.class(letter) == Class::Upper)
        });
        let stays = if capitals { "01256789" } else { "0689" };
        let stays = |point: u32| char::from_u32(point).is_some_and(|c| stays.contains(c));
        match points.iter().all(|&point| !is_digit(point) || stays(point)) {
            false => 0.0,
            true if marks::are_turned(points) => PERHAPS,
            true => 1.0 - PERHAPS,
        }
    }
}
