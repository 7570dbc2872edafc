//! What one language says of letters as they come: by its n-grams within a word, by its lexicon of
//! a whole one, and of the digits and signs between words.

use crate::automaton::{Automaton, Place, State};
use crate::codepage::heard;
use crate::language::{folded, mixed_cost, word_hash};
use crate::model::Model;
use crate::properties::{Class, Script};

/// A digit or a mark inside a word, which no n-gram knows.
pub(crate) const DIGIT: f32 = 2.6;
const MARK: f32 = 1.0;
/// A sign that is what it is, where text has it, and elsewhere.
const SIGN: f32 = 1.0;
const ODD_SIGN: f32 = 6.0;
/// A digit right after a letter, and a letter right after a digit.
const BREAK: f32 = 2.5;
/// How many letters after digits are no surprise, and what each further one costs.
const ENDING: usize = 2;
const TOO_LONG: f32 = 0.7;

/// What a letter costs without n-grams.
const ANY_LETTER: f32 = 3.0;

/// A letter as the language hears it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sound {
    /// Folded.
    pub letter: u32,
    place: Place,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Mark,
    /// A sign of ASCII, which ends a word.
    Sign,
}

/// One language.
pub(crate) struct Speaker<'a> {
    model: &'a Model,
    language: usize,
    /// None where measurements leave the n-grams out.
    ngrams: Option<&'a Automaton>,
    /// Letters after digits are no surprise: codes and units are written in Latin.
    codes: bool,
}

impl<'a> Speaker<'a> {
    pub fn new(model: &'a Model, language: usize, ngrams: bool) -> Speaker<'a> {
        let ngrams = ngrams.then(|| model.ngrams.automaton(language));
        let codes = model.languages[language].script == Script::LATIN;
        Speaker { model, language, ngrams, codes }
    }

    /// Adds what is heard of one letter.
    #[inline]
    pub fn hear(&self, letter: u32, sounds: &mut Vec<Sound>) {
        for part in folded(letter) {
            let letter = heard(self.model, self.language, part);
            let kind = match self.model.properties.get(letter).class() {
                Class::Digit | Class::Number => Kind::Digit,
                Class::Mark => Kind::Mark,
                Class::Punctuation | Class::Symbol if letter < 0x80 => Kind::Sign,
                _ => Kind::Letter,
            };
            let place = self.ngrams.map_or(Place::NONE, |ngrams| ngrams.place(letter));
            sounds.push(Sound { letter, place, kind });
        }
    }

    /// What one more sound costs, and the state after it.
    #[inline]
    pub fn step(&self, state: State, sound: &Sound) -> (f32, State) {
        match sound.kind {
            Kind::Letter => {
                let (cost, next) = match self.ngrams {
                    Some(ngrams) => ngrams.step(state, sound.place),
                    None => (ANY_LETTER, State::NOTHING),
                };
                let joint = if state == State::BROKEN && !self.codes { BREAK } else { 0.0 };
                (cost + joint, next)
            }
            Kind::Digit if state == State::BROKEN || state == State::START => {
                (DIGIT, State::BROKEN)
            }
            Kind::Digit => (DIGIT + BREAK, State::BROKEN),
            Kind::Mark => (MARK, state),
            Kind::Sign => {
                let first = state == State::START;
                let end = if first { 0.0 } else { self.end(state) };
                (sign_cost(sound.letter, first) + end, State::START)
            }
        }
    }

    fn end(&self, state: State) -> f32 {
        self.ngrams.map_or(0.0, |ngrams| ngrams.end(state))
    }

    /// What a folded word of letters costs, and whether the lexicon has it.
    fn whole_word(&self, word: &[Sound]) -> (f32, bool) {
        let hash = word_hash(word.iter().map(|sound| sound.letter));
        let lexicon = self.model.lexicon.get(hash).and_then(|entry| entry.cost(self.language));
        let (mut state, mut cost) = (State::START, 0.0);
        for sound in word {
            let (more, next) = self.step(state, sound);
            cost += more;
            state = next;
        }
        cost += self.end(state);
        let known = lexicon.is_some();
        match self.model.languages[self.language].has_words {
            true => (mixed_cost(lexicon, cost), known),
            false => (cost, known),
        }
    }

    /// What a reading costs: its runs of letters as words, its digits by the piece; and whether the
    /// lexicon has all its words.
    pub fn sounds_cost(&self, read: &[Sound]) -> (f32, bool) {
        let mut sum = 0.0;
        let mut all_known = true;
        // Letters since a digit, in a word that has one.
        let mut joined: Option<usize> = None;
        // Where the word at hand starts.
        let mut start = 0;
        for (at, sound) in read.iter().enumerate() {
            let first = at == start;
            match sound.kind {
                Kind::Digit => {
                    sum += if first { DIGIT } else { DIGIT + BREAK };
                    joined = (!self.codes).then_some(0);
                }
                Kind::Sign => {
                    sum += sign_cost(sound.letter, first);
                    joined = None;
                }
                Kind::Letter | Kind::Mark => {
                    if let Some(before) = &mut joined {
                        sum += match *before {
                            0 => BREAK,
                            before if before >= ENDING => TOO_LONG,
                            _ => 0.0,
                        };
                        *before += 1;
                    }
                    continue;
                }
            }
            if !first {
                let (cost, known) = self.whole_word(&read[start..at]);
                sum += cost;
                all_known &= known;
            }
            start = at + 1;
        }
        if start < read.len() {
            let (cost, known) = self.whole_word(&read[start..]);
            sum += cost;
            all_known &= known;
        }
        (sum, all_known)
    }
}

/// What a sign of ASCII costs that is what it is; `first` where no letter is before it.
pub(crate) fn sign_cost(sign: u32, first: bool) -> f32 {
    let right = match char::from_u32(sign) {
        Some('(' | '[' | '{' | '<' | '#' | '$') => first,
        Some(')' | ']' | '}' | '>' | '!' | '?' | '%') => !first,
        Some('-' | '/' | '\'' | '"' | ',' | '.') => true,
        _ => false,
    };
    if right { SIGN } else { ODD_SIGN }
}

/// What letters cost in one language, as [`Speaker::sounds_cost`] has it.
pub(crate) fn word_cost(model: &Model, language: usize, read: &[u32], ngrams: bool) -> (f32, bool) {
    let speaker = Speaker::new(model, language, ngrams);
    let mut sounds = Vec::with_capacity(read.len());
    for &letter in read {
        speaker.hear(letter, &mut sounds);
    }
    speaker.sounds_cost(&sounds)
}
