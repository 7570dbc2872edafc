//! Tokens that look honest, or nearly so, and may be words of the text's own script nevertheless.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::Family;
use crate::judge;
use crate::language::fold;
use crate::properties::{Class, Script};
use crate::scheme::Scheme;
use crate::slot::{Choice, Slot};
use crate::token::{Token, is_bracketed};

use super::Document;
use super::case::{Best, State};
use super::evidence::COVERED;
use super::habits::Habits;
use super::honest::{CODE, CODE_LETTER, GLUED};

/// A word all in capitals among others that are not: foreign ones often are.
const LABEL: f32 = 3.0;
const LONE_LABEL: f32 = 5.0;
/// By how much the n-grams overprice a letter that the text's language does not write and others
/// do: names, and text decoded wrongly, are full of such.
const OF_OTHERS: f32 = 10.0;

/// A letter in so few words may be anything.
const FEW: usize = 3;

/// A token with a reading: what it costs as it stands, and read.
pub(super) struct Doubt {
    pub place: usize,
    pub best: Best,
    pub honest: f32,
    pub read: f32,
    /// As it stands it is a word of another script, not one of the text's with digits in it.
    pub foreign: bool,
}

/// What words read as in the main script, whatever the author's habits; each may start a sentence or
/// not.
pub(super) type Readings<'a> = HashMap<(&'a [u32], bool), Option<Best>>;

impl<'a> Document<'a> {
    /// The tokens that may be read as words of the main script; where that is `visiting`, words of
    /// others are at home.
    pub(super) fn doubts(
        &self,
        state: &State,
        main: Script,
        habits: &Habits,
        settled: &[usize],
        visiting: bool,
        readings: &mut Readings<'a>,
    ) -> Vec<Doubt> {
        let spaced = self.spaced();
        let language = state.mixture.leading(self.model, main, 1).next();
        let is_unwritten =
            |&letter: &u32| language.is_some_and(|at| !self.model.ngrams.writes(at, letter));
        let all: Vec<u32> = self.letters().iter().copied().filter(is_unwritten).collect();
        let unwritten = |point: u32| point >= 0x80 && all.binary_search(&fold(point)).is_ok();
        let strange = |point: u32| unwritten(point) && !habits.has(point);
        let mut own = self.foreign_alphabet(main, unwritten);
        own.extend(self.steady_letters(main, settled.len(), strange));
        let mut unread: BTreeSet<&[u32]> = BTreeSet::new();
        let mut doubts = Vec::new();
        for (place, token) in self.tokens.iter().enumerate() {
            let letters = &self.text[token.start..token.end];
            if settled.binary_search(&place).is_ok() || unread.contains(letters) {
                continue;
            }
            let Some(foreign) = self.doubtful(token, main, habits, visiting, &strange) else {
                continue;
            };
            let spaced = spaced.contains(&place);
            let labels = foreign && !spaced;
            let reading = self.reading(state, main, habits, place, labels, readings);
            // Nor is a letter that the text's language writes in the place of another of its script.
            let is_home = |glyph: u32| {
                let property = self.model.properties.get(glyph);
                glyph >= 0x80
                    && property.is_letter()
                    && property.script() == main
                    && !unwritten(glyph)
            };
            let is_own = |best: &Best| {
                let letter = |&(_, choice): &(&Slot, &Choice)| {
                    !matches!(choice.disguise, Some((Family::Accent, _)))
                };
                let mut glyphs = best.changes(0).filter(letter).map(|(slot, _)| slot.glyph);
                glyphs.any(|glyph| own.contains(&fold(glyph)) || is_home(glyph))
            };
            let Some((best, read)) =
                reading.filter(|(best, _)| !self.is_old_typography(best) && !is_own(best))
            else {
                unread.insert(letters);
                continue;
            };
            let mut honest = self.as_it_stands(state, token);
            if spaced {
                honest += judge::SPACED;
            }
            if !foreign && token.plain_script().is_some() {
                let of_others = |&&point: &&u32| strange(point) && self.is_written(main, point);
                honest -= OF_OTHERS * letters.iter().filter(of_others).count() as f32;
            }
            doubts.push(Doubt { place, best, honest, read, foreign });
        }
        doubts
    }

    /// The letters in words of the main script that its leading language does not write, where they are
    /// several kinds and one orthography has nearly all of them: the text is in a language of its own.
    fn foreign_alphabet(&self, main: Script, unwritten: impl Fn(u32) -> bool) -> BTreeSet<u32> {
        const KINDS: usize = 4;
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        for token in self.tokens.iter().filter(|token| token.plain_script() == Some(main)) {
            for &point in &self.text[token.start..token.end] {
                if unwritten(point) {
                    *counts.entry(fold(point)).or_default() += 1;
                }
            }
        }
        let all: usize = counts.values().sum();
        let (alphabet, covered) =
            self.model.alphabets.best(counts.iter().map(|(&letter, &count)| (letter, count)));
        counts.retain(|&letter, _| self.model.alphabets.writes(alphabet, letter));
        if counts.len() < KINDS || (covered as f32) < COVERED * all as f32 {
            return BTreeSet::new();
        }
        counts.into_keys().collect()
    }

    /// Letters that do not belong in more of the text's different words than were `read` in it: it would
    /// be strange if none of these had shown them.
    fn steady_letters(&self, main: Script, read: usize, strange: impl Fn(u32) -> bool) -> Vec<u32> {
        let mut words: BTreeMap<u32, BTreeSet<&[u32]>> = BTreeMap::new();
        for token in self.tokens.iter().filter(|token| token.plain_script() == Some(main)) {
            let word = &self.text[token.start..token.end];
            for &point in word.iter().filter(|&&point| strange(point)) {
                words.entry(fold(point)).or_default().insert(word);
            }
        }
        words.retain(|_, words| words.len() > read.max(FEW));
        words.into_keys().collect()
    }

    /// Whether a token may be read: as a foreign word, or as one of the main script with digits
    /// or letters in it that do not belong.
    fn doubtful(
        &self,
        token: &Token,
        main: Script,
        habits: &Habits,
        visiting: bool,
        strange: &impl Fn(u32) -> bool,
    ) -> Option<bool> {
        if token.apart > 0 || self.is_address(token) || self.in_formula(token) {
            return None;
        }
        let letters = &self.text[token.start..token.end];
        if self.is_variable(letters) {
            return None;
        }
        if token.is_suspicious() {
            let phonetic = Self::is_transcription(letters)
                && is_bracketed(&self.model.properties, self.text, token.start..token.end);
            return (token.alike == 0 && !phonetic).then_some(false);
        }
        let script = token.plain_script();
        let digits = letters.iter().filter(|&&point| self.is_digit(point)).count();
        // In Latin a digit for a letter is leet, which honest authors write too.
        if digits > 0 && main == Script::LATIN {
            return None;
        }
        match script {
            None => {
                let shown = letters.iter().all(|&point| habits.has(point));
                (letters.len() == 1 && shown && self.stands_alone(token)).then_some(false)
            }
            Some(own) if own != main => (!visiting).then_some(true),
            Some(_) => {
                let odd = letters
                    .iter()
                    .any(|&point| point >= 0x80 && (habits.has(point) || strange(point)));
                (odd || digits > 0 && digits * 2 <= letters.len()).then_some(false)
            }
        }
    }

    /// The best reading in the main script and what it costs, by the author's habits.
    fn reading(
        &self,
        state: &State,
        main: Script,
        habits: &Habits,
        place: usize,
        labels: bool,
        readings: &mut Readings<'a>,
    ) -> Option<(Best, f32)> {
        let token = &self.tokens[place];
        let letters = &self.text[token.start..token.end];
        let initial = self.starts_sentence(token);
        let best = readings.entry((letters, initial)).or_insert_with(|| {
            self.best(state, &Scheme::default(), letters, &[main], initial, false)
                .map(|(best, _)| best)
        });
        let best = best.as_ref()?;
        let costs = |best: &Best, at: usize| {
            let read = best.read_as(letters, at);
            let left = GLUED * self.joints(&read) as f32;
            let label = match labels && self.is_label(place, &read, main) {
                true if letters.len() == 1 => LONE_LABEL,
                true => LABEL,
                false => 0.0,
            };
            let code = if !labels && self.is_capitals(&read) {
                CODE + CODE_LETTER * read.len() as f32
            } else {
                f32::INFINITY
            };
            let says = best.parses[at].language_cost.min(code);
            says + habits.costs(best.changes(at)) + left + label
        };
        let number = self.in_number(token);
        let allowed = |slot: &Slot, choice: &Choice| {
            let letter = choice.reading.as_slice().first().copied().unwrap_or(0);
            !(number && self.is_digit(slot.glyph)
                || habits.lacks(letter) && !self.model.is_common(main, fold(letter)))
        };
        let (at, cost) = (0..best.parses.len())
            .filter(|&at| best.changes(at).next().is_some())
            .filter(|&at| best.changes(at).all(|(slot, choice)| allowed(slot, choice)))
            .map(|at| (at, costs(best, at)))
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        let mut best = best.clone();
        best.parses.swap(0, at);
        let likely =
            |slot: &Slot, choice: &Choice| habits.knows(slot, choice) || self.is_twin(slot, choice);
        let known =
            best.parses[0].in_lexicon || best.changes(0).all(|(slot, choice)| likely(slot, choice));
        known.then_some((best, cost))
    }

    /// Whether a reading is all capitals where the words beside it are not.
    fn is_label(&self, place: usize, read: &[u32], main: Script) -> bool {
        let is = |point: u32, class: Class| self.model.properties.get(point).class() == class;
        if !self.is_capitals(read) {
            return false;
        }
        let capitals = read.iter().filter(|&&point| is(point, Class::Upper)).count();
        if capitals == 1 && self.starts_phrase(&self.tokens[place]) {
            return false;
        }
        let shouted = |at: Option<usize>| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|token| {
                let letters = &self.text[token.start..token.end];
                token.plain[usize::from(main.0 - Script::LATIN.0)] > 0
                    && letters.len() > 1
                    && self.is_capitals(letters)
            })
        };
        !shouted(place.checked_sub(1)) && !shouted(Some(place + 1))
    }

    fn is_capitals(&self, word: &[u32]) -> bool {
        let is = |class: Class| word.iter().any(|&c| self.model.properties.get(c).class() == class);
        is(Class::Upper) && !is(Class::Lower)
    }
}
