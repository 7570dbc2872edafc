//! Properties of code points: a two-stage table of the packed model.

use std::sync::Arc;

use crate::ModelError;
use crate::bytes::U16s;

const BLOCK: usize = 128;
const BLOCKS: usize = 0x11_0000 / BLOCK;

/// What sort of character a code point is; the order is that of `model/properties.py`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Other,
    Upper,
    Lower,
    Letter,
    Mark,
    Digit,
    Number,
    Punctuation,
    Symbol,
    Space,
    Invisible,
    Control,
}

/// What a code point means to the scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calm {
    /// No letter, nothing to see.
    Neutral,
    /// A plain letter of one of the scripts whose letters look alike.
    Plain(Script),
    /// A letter of a script that is looked at only when another's stands beside it.
    Apart,
    /// A reason to look closer.
    Odd,
}

/// A script's number in the model's list. The first ones are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Script(pub u8);

impl Script {
    pub const COMMON: Script = Script(1);
    pub const INHERITED: Script = Script(2);
    pub const LATIN: Script = Script(3);
    pub const CYRILLIC: Script = Script(4);
    pub const GREEK: Script = Script(5);

    /// The scripts that a disguise can be read into.
    pub const TARGETS: [Script; 3] = [Script::LATIN, Script::CYRILLIC, Script::GREEK];
}

/// A set of scripts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scripts([u128; 2]);

impl Scripts {
    pub fn insert(&mut self, Script(number): Script) {
        self.0[usize::from(number / 128)] |= 1 << (number % 128);
    }

    pub fn contains(self, Script(number): Script) -> bool {
        self.0[usize::from(number / 128)] >> (number % 128) & 1 == 1
    }
}

/// The properties of one code point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Property(u16);

impl Property {
    #[inline]
    pub fn script(self) -> Script {
        Script(self.0 as u8)
    }

    #[inline]
    pub fn class(self) -> Class {
        use Class::*;
        const CLASSES: [Class; 16] = [
            Other,
            Upper,
            Lower,
            Letter,
            Mark,
            Digit,
            Number,
            Punctuation,
            Symbol,
            Space,
            Invisible,
            Control,
            Other,
            Other,
            Other,
            Other,
        ];
        CLASSES[usize::from(self.0 >> 8 & 15)]
    }

    #[inline]
    pub fn calm(self) -> Calm {
        match self.0 >> 12 & 7 {
            0 => Calm::Neutral,
            1 => Calm::Plain(Script::LATIN),
            2 => Calm::Plain(Script::CYRILLIC),
            3 => Calm::Plain(Script::GREEK),
            4 => Calm::Apart,
            _ => Calm::Odd,
        }
    }

    /// Whether the lattice has readings of it.
    #[inline]
    pub fn has_readings(self) -> bool {
        self.0 >> 15 == 1
    }

    /// Whether a letter, digit or symbol of no interest by itself looks like a letter.
    #[inline]
    pub fn may_be_letter(self) -> bool {
        let shown = matches!(
            self.class(),
            Class::Upper | Class::Lower | Class::Letter | Class::Digit | Class::Symbol
        );
        shown && self.has_readings()
    }

    #[inline]
    pub fn is_letter(self) -> bool {
        matches!(self.class(), Class::Upper | Class::Lower | Class::Letter)
    }

    /// Whether it belongs to a word wherever it stands in one: letters and what is on them, decimal
    /// digits, and what is not seen.
    #[inline]
    pub fn is_wordly(self) -> bool {
        use Class::*;
        matches!(self.class(), Upper | Lower | Letter | Mark | Digit | Invisible)
    }
}

/// Code points of the basic plane.
const PLANE: usize = 0x1_0000;

/// The packed table, and the basic plane of it laid out flat.
#[derive(Clone, Debug)]
pub(crate) struct Properties {
    low: Arc<[Property]>,
    far: Packed,
}

#[derive(Clone, Copy, Debug)]
struct Packed {
    first: U16s,
    blocks: U16s,
}

impl Properties {
    pub fn new(section: &'static [u8]) -> Result<Properties, ModelError> {
        let (first, blocks) =
            section.split_at_checked(BLOCKS * 2).ok_or(ModelError::Section("props"))?;
        let far = Packed { first: U16s(first), blocks: U16s(blocks) };
        Ok(Properties { low: (0..PLANE).map(|point| far.get(point)).collect(), far })
    }

    /// The properties of a code point; anything past U+10FFFF has none.
    #[inline]
    pub fn get(&self, point: u32) -> Property {
        match self.low.get(point as usize) {
            Some(&property) => property,
            None => self.far.get(point as usize),
        }
    }
}

impl Packed {
    #[inline]
    fn get(self, point: usize) -> Property {
        let block = usize::from(self.first.get(point / BLOCK));
        Property(self.blocks.get(block * BLOCK + point % BLOCK))
    }
}
