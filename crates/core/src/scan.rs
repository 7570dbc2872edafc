//! The first stage: does this text need a closer look at all?
//!
//! One pass over the code points, no allocation. Nearly all text ends here.

use crate::accents::Accents;
use crate::marks::Base;
use crate::model::Model;
use crate::order::is_erasing;
use crate::properties::{Calm, Class, Script};

/// Whether nothing in `text` can be a disguise: no odd code point, no word that mixes letters of
/// the scripts that look alike, no accents that no one orthography has.
pub(crate) fn is_plain<T: Copy + Into<u32>>(model: &Model, text: &[T]) -> bool {
    let properties = &model.properties;
    let mut accents = Accents::new(&model.alphabets);
    let mut word: Option<Side> = None;
    // What a mark would stand on.
    let mut base = 0u32;
    for &unit in text {
        let point: u32 = unit.into();
        let side = if point < 0x80 {
            let byte = point as u8;
            base = point;
            if byte.is_ascii_digit() {
                continue;
            }
            let letter = byte.is_ascii_alphabetic().then_some(Script::LATIN);
            if letter.is_none() && is_erasing(point) {
                return false;
            }
            letter.map(Side::Plain)
        } else {
            let property = properties.get(point);
            match property.calm() {
                Calm::Odd => return false,
                Calm::Plain(script) => {
                    base = point;
                    accents.see(point, script, false);
                    Some(Side::Plain(script))
                }
                // A mark that could be one of a pile: the stage that judges piles asks the same.
                _ if property.class() == Class::Mark => {
                    let on = Base::new(base, properties.get(base));
                    if on.is_some_and(|on| on.is_loose(property)) {
                        return false;
                    }
                    continue;
                }
                _ => {
                    base = point;
                    property.may_be_letter().then_some(Side::Apart)
                }
            }
        };
        if let (Some(before), Some(now)) = (word, side)
            && before != now
        {
            return false;
        }
        word = side;
    }
    !accents.are_strange()
}

/// What the letters of a word so far are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Plain(Script),
    /// Letters and digits of other scripts that look like a letter of one of the three.
    Apart,
}
