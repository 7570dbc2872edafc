//! What the scan asks of a code point, in one byte: a flat table for the basic plane, made when the
//! model is loaded, so that the scan's loop has one load for each unit of the text.

use std::fmt;

use crate::accents::bare;
use crate::flag::is_indicator;
use crate::order::{is_direction, is_erasing};
use crate::properties::{Calm, Class, Properties, Script};
use crate::token::in_word;

/// Plain letters of the scripts that a disguise is read into, one bit for each, and what looks like
/// one of their letters: two bits in one token are a reason to look at it.
pub(crate) const SIDES: u8 = 0b1111;
/// Whether it can be part of a word.
pub(crate) const PART: u8 = 1 << 4;
/// Odd, or a control or sign that some stage acts on.
pub(crate) const ODD: u8 = 1 << 5;
pub(crate) const MARK: u8 = 1 << 6;
/// A letter with an accent, of those scripts.
pub(crate) const ACCENTED: u8 = 1 << 7;
/// From here on the scan has to stop for it.
pub(crate) const STOPS: u8 = ODD;

const ALIKE: u8 = 1 << 3;
const PLANE: usize = 0x1_0000;

/// The table.
#[derive(Clone)]
pub(crate) struct Traits {
    /// One for each code point of the basic plane, and all traits for those beyond.
    low: Box<[u8; PLANE + 1]>,
    properties: Properties,
}

impl Traits {
    pub fn new(properties: &Properties) -> Traits {
        let mut low = Box::new([u8::MAX; PLANE + 1]);
        // Most of the plane are ideographs and syllables, which have all the same properties; what
        // is told by the code point itself stands before them, or is a letter with an accent.
        const FAR: u32 = 0x3000;
        let mut last = (properties.get(0), 0);
        for (point, traits) in (0..).zip(&mut low[..PLANE]) {
            let property = properties.get(point);
            let known = property == last.0 && !Script::TARGETS.contains(&property.script());
            if point < FAR || !known {
                last = (property, traits_of(properties, point));
            }
            *traits = last.1;
        }
        Traits { low, properties: properties.clone() }
    }

    #[inline(always)]
    pub fn get(&self, point: u32) -> u8 {
        match self.low[..PLANE].get(point as usize) {
            Some(&traits) => traits,
            None => traits_of(&self.properties, point),
        }
    }

    /// The same, but all of them for a code point beyond the basic plane.
    #[inline(always)]
    pub fn at_most(&self, point: u32) -> u8 {
        self.low[(point as usize).min(PLANE)]
    }
}

impl Traits {
    /// The traits that any code point of a text has.
    pub fn any(&self, text: &[u32]) -> u8 {
        text.iter().fold(0, |any, &point| any | self.get(point))
    }
}

impl fmt::Debug for Traits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Traits").finish_non_exhaustive()
    }
}

fn traits_of(properties: &Properties, point: u32) -> u8 {
    let property = properties.get(point);
    let part = in_word(properties, point);
    let side = match property.calm() {
        _ if !part => 0,
        Calm::Plain(script) => 1 << (script.0 - Script::LATIN.0),
        Calm::Apart if property.has_readings() => ALIKE,
        Calm::Neutral if point >= 0x80 && property.may_be_letter() => ALIKE,
        _ => 0,
    };
    let odd = property.calm() == Calm::Odd
        || is_erasing(point)
        || is_direction(point)
        || is_indicator(point);
    let target = point >= 0x80 && Script::TARGETS.contains(&property.script());
    let flag = |is: bool, flag: u8| if is { flag } else { 0 };
    side | flag(part, PART)
        | flag(odd, ODD)
        | flag(property.class() == Class::Mark, MARK)
        | flag(target && bare(point).is_some(), ACCENTED)
}
