//! The lattice of a turned word: what each of its clusters may be.

use unicode_normalization::char::decompose_canonical;

use super::glyphs::{NINE, SIX};
use super::line::{Line, Word};
use super::reading::Way;
use super::table::{accents, of_halves};
use crate::accents::bare;
use crate::language::composed;
use crate::lattice::Letters;
use crate::properties::{Class, Script};
use crate::slot::{Choice, Slot};

/// What a letter costs that stays as it is, since the generator does not know it: a letter that is
/// no other on its head, one that might be, and one of another script than the text.
const KEPT: f32 = 2.0;
const KEPT_THOUGH: f32 = 3.0;
const FOREIGN: f32 = 5.0;
/// The same for a plain letter that every generator knows.
const KEPT_ASCII: f32 = 14.0;
/// What a digit costs in a word that has letters.
const DIGIT_AMONG_LETTERS: f32 = 3.0;
/// What it costs a glyph to stand for a letter for which the line has a more usual one, and what is
/// taken off the price of its being itself.
const UNUSUAL: f32 = 4.0;
const ITSELF: f32 = 2.5;
/// What an accent costs that is turned with its letter, one that stays, and a whole letter with
/// its accents that stays, since the generator does not know it.
const TURNED_ACCENT: f32 = 0.3;
const KEPT_ACCENT: f32 = 0.7;
const KEPT_WHOLE: f32 = 1.0;
/// What each accent costs with which Unicode has no such letter.
const LOOSE_ACCENT: f32 = 12.0;
/// The most accents on a letter; more are no part of it.
const MOST_ACCENTS: usize = 3;

impl Way {
    /// The lattice of a word, in the order in which it is read.
    pub fn slots(self, line: &Line<'_>, word: &Word, script: Script) -> Vec<Slot> {
        let mut slots: Vec<Slot> = word
            .clusters
            .clone()
            .map(|at| {
                let points = line.cluster(at);
                let choices = self.choices(line, &points, script);
                Slot { start: 0, glyph: points[0], marks: 0..0, choices }
            })
            .collect();
        let digit = |reading: Letters| match reading.as_slice() {
            &[one] => line.model.properties.get(one).class() == Class::Digit,
            _ => false,
        };
        for slot in &mut slots {
            let digits = slot.choices.iter().any(|choice| digit(choice.reading));
            if word.number && digits {
                slot.choices.retain(|choice| digit(choice.reading));
            } else {
                let among = slot.choices.iter_mut().filter(|choice| digit(choice.reading));
                among.for_each(|choice| choice.cost += DIGIT_AMONG_LETTERS);
            }
        }
        if self.table.is_some() && script == Script::CYRILLIC {
            for at in 1..slots.len() {
                if let Some(whole) = of_halves(slots[at - 1].glyph, slots[at].glyph) {
                    let choice = Choice::new(Letters::one(whole), 0.0, None);
                    let first = if self.reversed { at } else { at - 1 };
                    slots[first].choices.push(Choice { width: 2, ..choice });
                }
            }
        }
        if self.reversed {
            slots.reverse();
        }
        slots
    }

    /// What a cluster may be, its letter given before its marks.
    fn choices(self, line: &Line<'_>, cluster: &[u32], script: Script) -> Vec<Choice> {
        let whole = |cost| Choice::new(Letters::of(&composed(cluster)), cost, None);
        let Some(table) = self.table else { return vec![whole(0.0)] };
        let properties = &line.model.properties;
        let class = |point: u32| properties.get(point).class();
        let own = |letter: u32| {
            properties.get(letter).script() == script || class(letter) == Class::Digit
        };
        let seen = |glyph: u32| line.seen.binary_search(&glyph).is_ok();
        let base = bare(cluster[0]).unwrap_or(cluster[0]);
        let marks = marks_of(cluster);
        let mut choices = Vec::new();
        let (mut known, mut usual) = (false, false);
        for (letter, cost) in table.readings(base).filter(|&(letter, _)| own(letter)) {
            known = true;
            let unusual = table.before(letter, base).any(seen);
            usual |= !unusual;
            with_accents(letter, &marks, cost + if unusual { UNUSUAL } else { 0.0 }, &mut choices);
        }
        // A letter that has its accent built in, and is no accented letter on its head.
        for (letter, cost) in table.readings(cluster[0]) {
            if cluster[0] != base && own(letter) {
                choices.push(Choice::new(Letters::one(letter), cost, None));
            }
        }
        if self.digits > 0.5 && (base == SIX || base == NINE) {
            choices.push(Choice::new(Letters::one(SIX + NINE - base), 0.0, None));
            return choices;
        }
        let digit = matches!(class(base), Class::Digit | Class::Number);
        let kept = match () {
            () if digit => 0.0,
            () if class(base) == Class::Punctuation => KEPT,
            () if known && base < 0x80 => KEPT_ASCII,
            () if known && !usual => KEPT_THOUGH - ITSELF,
            () if known => KEPT_THOUGH,
            () if own(base) => KEPT,
            () => FOREIGN,
        };
        if marks.is_empty() {
            choices.push(whole(kept));
            return choices;
        }
        if !known && own(base) {
            with_accents(base, &marks, kept, &mut choices);
        }
        let loose = LOOSE_ACCENT * (composed(cluster).len() - 1) as f32;
        choices.push(whole(kept.min(KEPT_WHOLE) + loose));
        choices
    }
}

/// The readings of a letter with the marks that stand on it, turned or not.
fn with_accents(letter: u32, marks: &[u32], cost: f32, choices: &mut Vec<Choice>) {
    if marks.is_empty() || marks.len() > MOST_ACCENTS || is_dot(letter, marks) {
        choices.push(Choice::new(Letters::one(letter), cost, None));
    }
    if marks.is_empty() || marks.len() > MOST_ACCENTS {
        return;
    }
    // Each mark by itself: a generator turns those that it knows.
    let mut ways: Vec<(Vec<u32>, f32)> = vec![(Vec::new(), 0.0)];
    for &mark in marks {
        let kept = std::iter::once((mark, KEPT_ACCENT));
        let turned = accents(mark).map(|turned| (turned, TURNED_ACCENT));
        let all: Vec<(u32, f32)> = kept.chain(turned).collect();
        ways = ways
            .iter()
            .flat_map(|(before, cost)| {
                all.iter().map(move |&(mark, more)| ([&before[..], &[mark]].concat(), cost + more))
            })
            .collect();
    }
    for (marks, more) in ways {
        let read = composed(&[&[letter][..], &marks].concat());
        let loose = LOOSE_ACCENT * (read.len() - 1) as f32;
        choices.push(Choice::new(Letters::of(&read), cost + more + loose, None));
    }
}

/// The accents on a cluster's letter, those that it has built in before the others.
fn marks_of(cluster: &[u32]) -> Vec<u32> {
    let mut marks = Vec::new();
    if let Some(c) = char::from_u32(cluster[0]) {
        decompose_canonical(c, |part| marks.push(u32::from(part)));
    }
    marks.splice(..marks.len().min(1), []);
    marks.extend_from_slice(&cluster[1..]);
    marks
}

/// Whether the only mark on a letter is the dot that it has anyway.
fn is_dot(letter: u32, marks: &[u32]) -> bool {
    const ABOVE: u32 = 0x307;
    const BELOW: u32 = 0x323;
    matches!(char::from_u32(letter), Some('i' | 'j' | 'і' | 'ј'))
        && matches!(marks, [ABOVE | BELOW])
}
