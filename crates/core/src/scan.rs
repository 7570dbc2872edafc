//! The first stage: does this text need a closer look at all?
//!
//! One pass over the text in its own units. Nearly all text ends here, so the pass answers exactly:
//! what stops it is looked at where it stands, by the same rules as the reader's own, and whoever
//! is sent on has something that only the reader can judge.

use std::ops::Range;

use crate::accents::Accents;
use crate::document::{Doubts, is_hopeless, is_native};
use crate::flag::is_indicator;
use crate::invisible::Invisible;
use crate::marks::{Base, KEYCAP};
use crate::model::Model;
use crate::properties::{Class, Script};
use crate::reader::Ablation;
use crate::token::{LONGEST, tokens};
use crate::traits::{ACCENTED, MARK, ODD, PART, SIDES, STOPS};
use crate::untouched::{has_no_case, is_untouched};
use crate::{accents, marks};

/// So many code points at once are looked at for anything to stop for.
const STRETCH: usize = 16;

/// Whether no stage of the careful profile finds anything to do in `text`.
pub(crate) fn is_plain<T: Copy + Into<u32>>(
    model: &Model,
    ablation: &Ablation,
    allowed: &[bool],
    text: &[T],
) -> bool {
    let mut scan = Scan {
        model,
        ablation,
        allowed,
        text,
        doubts: Doubts::default(),
        looked: 0,
        unseen: Vec::new(),
        accents: Seen::default(),
        base: (0, 0),
        marked: false,
        doubtful: false,
    };
    // The sides that the letters of the token so far are on, and no others of the stretch before.
    let mut sides = 0u8;
    for (number, stretch) in text.chunks(STRETCH).enumerate() {
        // Of a known length it takes no loop.
        let any = match <&[T; STRETCH]>::try_from(stretch) {
            Ok(whole) => any_traits(model, whole),
            Err(_) => any_traits(model, stretch),
        };
        let all = (any | sides) & SIDES;
        if any & (ODD | MARK) == 0 && is_one(all) {
            if any & ACCENTED != 0 {
                scan.keep_accents(stretch);
            }
            let last = stretch.last().map_or(0, |&unit| model.traits.get(unit.into()));
            sides = if last & PART != 0 { all } else { 0 };
            continue;
        }
        for (at, &unit) in (number * STRETCH..).zip(stretch) {
            let traits = model.traits.get(unit.into());
            if traits >= STOPS && !scan.stop(at, unit.into(), traits) {
                return false;
            }
            let goes_on = 0u8.wrapping_sub((traits / PART) & 1);
            sides = sides & goes_on | traits & SIDES;
            if !is_one(sides) && !scan.look(at) {
                return false;
            }
        }
    }
    scan.settle()
}

/// The traits that some code points have; all, if one of them is beyond the basic plane.
#[inline(always)]
fn any_traits<T: Copy + Into<u32>>(model: &Model, units: &[T]) -> u8 {
    units.iter().fold(0, |any, &unit| any | model.traits.at_most(unit.into()))
}

/// Whether one bit is set at most.
fn is_one(bits: u8) -> bool {
    bits & bits.wrapping_sub(1) == 0
}

/// What the scan has come across.
struct Scan<'a, T> {
    model: &'a Model,
    ablation: &'a Ablation,
    allowed: &'a [bool],
    /// The tokens under suspicion.
    doubts: Doubts,
    text: &'a [T],
    /// Where the tokens end that have been looked at.
    looked: usize,
    /// The runs of characters that are not seen.
    unseen: Vec<Range<usize>>,
    accents: Seen,
    /// What the last mark stands on, and where the next one would stand.
    base: (u32, usize),
    /// There are marks that the stage for marks has to see.
    marked: bool,
    /// There is something that only the whole text tells.
    doubtful: bool,
}

impl<T: Copy + Into<u32>> Scan<'_, T> {
    /// Takes what the loop stops for into account; whether it may go on.
    #[cold]
    #[inline(never)]
    fn stop(&mut self, at: usize, point: u32, traits: u8) -> bool {
        if traits & ACCENTED != 0 {
            self.accents.insert(point);
        }
        if traits & MARK != 0 {
            self.mark(at, point);
        } else if traits & ODD != 0 {
            if self.model.properties.get(point).class() == Class::Invisible {
                match self.unseen.last_mut() {
                    Some(run) if run.end == at => run.end += 1,
                    _ => self.unseen.push(at..at + 1),
                }
                self.doubtful |= crate::order::is_direction(point);
            } else if traits & PART == 0 {
                // Erasing controls, and flags, which spell words too.
                self.doubtful = true;
                return is_indicator(point);
            } else {
                return self.look(at);
            }
        }
        true
    }

    /// Takes the accents of a stretch of text into account.
    fn keep_accents(&mut self, stretch: &[T]) {
        for &unit in stretch {
            if self.model.traits.get(unit.into()) & ACCENTED != 0 {
                self.accents.insert(unit.into());
            }
        }
    }

    fn mark(&mut self, at: usize, point: u32) {
        let properties = &self.model.properties;
        if at != self.base.1 || at == 0 {
            self.base.0 = at.checked_sub(1).map_or(0, |before| self.text[before].into());
        }
        self.base.1 = at + 1;
        let base = properties.get(self.base.0);
        self.marked |= point == KEYCAP
            || base.class() == Class::Invisible
            || Script::TARGETS.contains(&base.script())
            || Base::new(self.base.0, base).is_some_and(|on| on.is_loose(properties.get(point)));
    }

    /// Takes the tokens about `at` into account; whether the rest is worth a look.
    #[cold]
    #[inline(never)]
    fn look(&mut self, at: usize) -> bool {
        if at < self.looked {
            return true;
        }
        let is_part = |unit: &T| self.model.traits.get((*unit).into()) & PART != 0;
        let before = self.text[..at].iter().rev().take(LONGEST).take_while(|unit| is_part(unit));
        let start = at - before.count();
        let run = self.text[start..].iter().take(LONGEST + 1).take_while(|unit| is_part(unit));
        let run: Vec<u32> = run.map(|&unit| unit.into()).collect();
        if run.len() > LONGEST {
            // The reader cuts it, and where depends on where it starts.
            self.looked = self.text.len();
            self.doubtful = true;
            return true;
        }
        self.looked = start + run.len();
        let suspicious = tokens(&self.model.properties, &run, &[]);
        suspicious.iter().filter(|token| token.is_suspicious()).all(|token| {
            self.doubts.add(self.model, start + token.start, &run[token.start..token.end])
        })
    }

    /// The last word, once all of the text was passed.
    fn settle(&self) -> bool {
        if self.doubtful {
            return self.doubts.is_empty() && is_untouched(self.model, &self.points());
        }
        let strange = if self.marked {
            let points = self.points();
            if !marks::edits(&self.model.properties, &points).is_empty() {
                return false;
            }
            accents::are_strange(self.model, &points)
        } else {
            self.accents.are_strange(self.model) && accents::are_many(self.model, &self.points())
        };
        if strange && !(self.doubts.is_empty() && has_no_case(self.model, &self.points(), true)) {
            return false;
        }
        if !self.doubts.is_empty() {
            let points = self.points();
            let hopeless = !self.doubts.are_many()
                && is_hopeless(self.model, self.ablation, self.allowed, &points, &self.doubts);
            let native = || {
                self.doubts.are_own() && is_native(self.model, self.ablation, self.allowed, &points)
            };
            if !hopeless && !native() {
                return false;
            }
        }
        self.unseen.is_empty() || Invisible::new(self.model, self.text).all_stay(&self.unseen)
    }

    fn points(&self) -> Vec<u32> {
        self.text.iter().map(|&unit| unit.into()).collect()
    }
}

/// The accented letters of a text, each once.
struct Seen {
    low: [u64; Seen::WORDS],
    any: bool,
    /// Those beyond.
    high: Vec<u32>,
}

impl Default for Seen {
    fn default() -> Seen {
        Seen { low: [0; Seen::WORDS], any: false, high: Vec::new() }
    }
}

impl Seen {
    /// All blocks of accented letters but the compatibility ones.
    const WORDS: usize = 0x2000 / 64;

    fn insert(&mut self, point: u32) {
        self.any = true;
        match self.low.get_mut(point as usize / 64) {
            Some(word) => *word |= 1 << (point % 64),
            None if self.high.contains(&point) => {}
            None => self.high.push(point),
        }
    }

    /// Whether no one orthography writes them all.
    fn are_strange(&self, model: &Model) -> bool {
        if !self.any {
            return false;
        }
        let mut accents = Accents::new(&model.alphabets);
        let mut keep = |point: u32| accents.keep(point, model.properties.get(point).script());
        for (number, &word) in self.low.iter().enumerate() {
            let mut rest = word;
            while rest != 0 {
                keep(number as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
        self.high.iter().copied().for_each(keep);
        accents.are_strange()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::model;

    fn is_plain_text(text: &str) -> bool {
        let text: Vec<u32> = text.chars().map(u32::from).collect();
        {
            let model = model();
            let allowed = vec![true; model.languages.len()];
            is_plain(&model, &Ablation::default(), &allowed, &text)
        }
    }

    #[test]
    fn passes_honest_text_whose_odd_tokens_say_too_little() {
        for text in [
            "Am 3. MÃ¤rz war es sehr gefÃ¤hrlich auf den Straßen der Stadt",
            "La maison est au n° 128 de la rue, près de l'église",
            "① die erste Möglichkeit, über die wir gesprochen haben",
            "Das Haus wurde 1915´te Mal gestrichen, und niemand weiß von wem",
            "Im Museum hängt ein Schild mit ตลาดน้ำFoto, das keiner lesen kann",
        ] {
            // In a short text its odd tokens could be meant in any script.
            let text = text.to_string() + &", wo alle Menschen wohnen und arbeiten".repeat(5);
            assert!(is_plain_text(&text), "{text}");
        }
    }

    #[test]
    fn looks_at_a_stretch_as_at_each_of_its_code_points() {
        let model = model();
        let allowed = vec![true; model.languages.len()];
        let plain = |text: &[u32]| is_plain(&model, &Ablation::default(), &allowed, text);
        // Wherever in a stretch it stands, and whatever stands before it.
        for (words, is) in [
            ("сlаim уоur рrizе", false),
            ("пише iPhone о Zoë", true),
            ("𝖋𝖗𝖊𝖊", false),
            ("🙂 12", true),
        ] {
            for before in 0..2 * STRETCH {
                let text = "é".repeat(before) + " " + words;
                let text: Vec<u32> = text.chars().map(u32::from).collect();
                assert_eq!(plain(&text), is, "{words} after {before}");
            }
        }
    }

    #[test]
    fn sends_on_what_may_be_disguised() {
        for text in ["сlаim уоur рrizе now, my friend", "Möglichkeit: ⓥ i a ⓖ r ⓐ", "l'еau est là"]
        {
            assert!(!is_plain_text(text), "{text}");
        }
    }
}
