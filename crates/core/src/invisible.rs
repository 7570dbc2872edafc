//! What is not seen: which invisible characters have work to do where they stand, and which not.

use crate::model::Model;
use crate::properties::{Class, Script};
use crate::token::is_invisible;
use crate::{Edit, Family, Reason};

const SOFT_HYPHEN: u32 = 0xAD;
const BLACK_FLAG: u32 = 0x1F3F4;
const CANCEL_TAG: u32 = 0xE007F;
const HAN: &str = "Hani";

/// How sure the dropping of a character is that no honest author puts there.
const SURE: f32 = 0.97;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    SoftHyphen,
    /// Joins or parts letters, or emoji: U+200C, U+200D.
    Joiner,
    /// Shows nothing and does nothing between letters.
    Filler,
    /// Picks the form of the character before it.
    Selector,
    /// The selectors of ideographs, and anything else of that plane but tags.
    HighSelector,
    Tag,
    /// Marks or turns the direction of writing.
    Direction,
}

fn kind(point: u32) -> Kind {
    match point {
        SOFT_HYPHEN => Kind::SoftHyphen,
        0x200C | 0x200D => Kind::Joiner,
        0xFE00..=0xFE0F | 0x180B..=0x180D | 0x180F => Kind::Selector,
        0xE0100..=0xE01EF => Kind::HighSelector,
        0xE0000..=0xE007F => Kind::Tag,
        0x200E | 0x200F | 0x061C | 0x202A..=0x202E | 0x2066..=0x2069 => Kind::Direction,
        _ => Kind::Filler,
    }
}

/// What stands beside a run of invisible characters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Nothing,
    /// A letter or digit of a script that needs no joiners.
    Letter,
    /// A letter or mark of a script that may need them.
    Apart(Script),
    /// Anything else.
    Other(u32),
}

/// The invisible characters of one text.
pub(crate) struct Invisible<'a> {
    model: &'a Model,
    text: &'a [u32],
}

impl<'a> Invisible<'a> {
    pub fn new(model: &'a Model, text: &'a [u32]) -> Invisible<'a> {
        Invisible { model, text }
    }

    fn side(&self, at: Option<usize>) -> Side {
        let Some(at) = at else { return Side::Nothing };
        let point = self.text[at];
        let property = self.model.properties.get(point);
        match property.class() {
            Class::Digit if point < 0x80 => Side::Letter,
            Class::Upper | Class::Lower | Class::Letter | Class::Mark | Class::Digit => {
                let script = property.script();
                let known = Script::TARGETS.contains(&script) || script == Script::INHERITED;
                if known || script == Script::COMMON { Side::Letter } else { Side::Apart(script) }
            }
            _ => Side::Other(point),
        }
    }

    /// The edits that drop what has no work to do; `disguised` says that the text has shown
    /// other disguises, `edited` that a visible character was read as another one.
    pub fn edits(&self, disguised: bool, edited: impl Fn(usize) -> bool) -> Vec<Edit> {
        let mut drops = Vec::new();
        let mut doubtful = Vec::new();
        let mut hyphens = Vec::new();
        let mut at = 0;
        while at < self.text.len() {
            if !is_invisible(&self.model.properties, self.text[at]) {
                at += 1;
                continue;
            }
            let start = at;
            while at < self.text.len() && is_invisible(&self.model.properties, self.text[at]) {
                at += 1;
            }
            self.run(start, at, &edited, &mut drops, &mut doubtful, &mut hyphens);
        }
        if !drops.is_empty() || self.never_hyphenates(&hyphens) {
            drops.append(&mut hyphens);
        }
        if disguised || !drops.is_empty() {
            drops.append(&mut doubtful);
        }
        drops.sort_unstable();
        drops.into_iter().map(|at| self.drop(at)).collect()
    }

    fn drop(&self, at: usize) -> Edit {
        Edit {
            start: at,
            end: at + 1,
            restored: String::new(),
            family: Family::Invisible,
            confidence: SURE,
            reason: Reason::Invisible,
        }
    }

    fn run(
        &self,
        start: usize,
        end: usize,
        edited: &impl Fn(usize) -> bool,
        drops: &mut Vec<usize>,
        doubtful: &mut Vec<usize>,
        hyphens: &mut Vec<usize>,
    ) {
        let before = self.side(start.checked_sub(1));
        let after = self.side(Some(end).filter(|&at| at < self.text.len()));
        let inner = before == Side::Letter && after == Side::Letter;
        let apart = matches!(before, Side::Apart(_)) || matches!(after, Side::Apart(_));
        let text_side = before == Side::Letter || after == Side::Letter;
        let selectors =
            (start..end).filter(|&at| kind(self.text[at]) == Kind::HighSelector).count();
        let flag = before == Side::Other(BLACK_FLAG) && self.text[end - 1] == CANCEL_TAG;
        for at in start..end {
            match kind(self.text[at]) {
                Kind::SoftHyphen if inner => hyphens.push(at),
                Kind::SoftHyphen | Kind::Direction => {
                    if inner {
                        doubtful.push(at);
                    }
                }
                Kind::Joiner if apart => {}
                Kind::Joiner if inner => drops.push(at),
                Kind::Joiner => {
                    if text_side {
                        doubtful.push(at);
                    }
                }
                Kind::Filler if inner => drops.push(at),
                Kind::Filler => {
                    if !apart {
                        doubtful.push(at);
                    }
                }
                Kind::Selector => {
                    let on_letter = at == start && before == Side::Letter && {
                        let base = self.model.properties.get(self.text[start - 1]);
                        base.is_letter() && Script::TARGETS.contains(&base.script())
                    };
                    if on_letter || (start > 0 && edited(start - 1)) {
                        drops.push(at);
                    }
                }
                Kind::HighSelector => {
                    let han = matches!(before, Side::Apart(script)
                        if self.model.scripts.get(usize::from(script.0)) == Some(&HAN));
                    if selectors > 1 || !han {
                        drops.push(at);
                    }
                }
                Kind::Tag => {
                    if !flag {
                        drops.push(at);
                    }
                }
            }
        }
    }

    /// Whether soft hyphens stand where no hyphenation puts them: next to a word's end, or one
    /// letter from each other, again and again.
    fn never_hyphenates(&self, hyphens: &[usize]) -> bool {
        let letter = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at))
                .is_some_and(|&point| self.model.properties.get(point).is_letter())
        };
        let wrong = hyphens
            .iter()
            .filter(|&&at| {
                let before = letter(at.checked_sub(1)) && letter(at.checked_sub(2));
                let after = letter(Some(at + 1)) && letter(Some(at + 2));
                !(before && after)
            })
            .count();
        wrong >= 3 && wrong * 3 > hyphens.len()
    }
}
