//! What stands beside a run of invisible characters.

use crate::model::Model;
use crate::properties::{Calm, Class, Script};

/// Scripts whose letters stand side by side as they are: nothing joins or parts them. Of the
/// scripts in which a disguise is read that is known; these are the others.
const UNJOINED: [&str; 20] = [
    "Armn", "Bopo", "Cans", "Cher", "Copt", "Dsrt", "Ethi", "Geor", "Glag", "Goth", "Hang", "Hani",
    "Hebr", "Hira", "Kana", "Lisu", "Olck", "Osge", "Vaii", "Yiii",
];
/// Those of them that have no spaces, so that something else may tell where lines break.
const UNSPACED: [&str; 5] = ["Bopo", "Hani", "Hira", "Kana", "Yiii"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Nothing,
    Letter(Letter),
    /// Anything else.
    Other(u32),
}

/// A letter, mark or digit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// ISO 15924 code of its script.
    pub script: &'static str,
    /// Whether it is of a script in which a disguise is read.
    pub is_target: bool,
    /// The same, or of no script in particular.
    pub is_known: bool,
    /// Whether joiners and the like have no work beside it.
    pub is_unjoined: bool,
    /// Whether lines break at spaces only.
    pub is_spaced: bool,
    /// Whether it is of a stylised alphabet.
    pub is_styled: bool,
    /// Whether it is one of the parts that old Hangul is put together from.
    pub is_jamo: bool,
}

impl Side {
    pub fn of(model: &Model, point: u32) -> Side {
        let property = model.properties.get(point);
        match property.class() {
            Class::Digit if point < 0x80 => {}
            Class::Upper | Class::Lower | Class::Letter | Class::Mark | Class::Digit => {}
            _ => return Side::Other(point),
        }
        let number = property.script();
        let common = number == Script::COMMON || number == Script::INHERITED;
        let is_target = Script::TARGETS.contains(&number);
        let is_known = common || is_target;
        let script = model.scripts.get(usize::from(number.0)).copied().unwrap_or_default();
        // Marks are put in order, kept apart or joined by what stands between them.
        let unjoined = UNJOINED.contains(&script) && property.class() != Class::Mark;
        let is_unjoined = is_known || unjoined;
        Side::Letter(Letter {
            script,
            is_target,
            is_known,
            is_unjoined,
            is_spaced: is_unjoined && !UNSPACED.contains(&script),
            is_styled: common && property.calm() == Calm::Odd && property.is_letter(),
            is_jamo: script == "Hang" && !(0xAC00..=0xD7A3).contains(&point),
        })
    }

    pub fn letter(self) -> Option<Letter> {
        match self {
            Side::Letter(letter) => Some(letter),
            _ => None,
        }
    }
}
