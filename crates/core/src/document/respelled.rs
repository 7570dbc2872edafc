//! Words drawn by shapes, read again with what the text has shown of its author's ways: among
//! them words that look honest by themselves (`clans` for dans, `135` for les, `on!` for oni).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::Family;
use crate::judge;
use crate::language::fold;
use crate::properties::{Class, Script};
use crate::shaping::Shaping;
use crate::slot::Choice;

use super::Document;
use super::case::{Best, Case, State};
use super::neighbours::main_script;
use super::shaped::is_drawn;
use super::typed::is_year;
use super::weigh::{Manner, is_shape};

/// How often the words are read again with what they have shown.
const ROUNDS: usize = 2;
/// By how much a reading must be the likelier, and what is added where what stands there is a word,
/// where it is a number of digits that the text has not shown for these letters, where it is all
/// letters and the text has shown digits and signs but no letters that run together, and where the text has not
/// shown the shapes and no language has the word that is read.
const CLEAR: f32 = 0.5;
const WORD: f32 = 0.5;
const NUMBER: f32 = 1.0;
const NEVER: f32 = 60.0;
const UNSHOWN: f32 = 4.0;
const STRANGE: f32 = 3.0;
/// A small letter at the start of a sentence.
const SMALL_INITIAL: f32 = 2.0;
/// An exclamation mark that ends a sentence, an opening bracket, and any other sign beside a word.
const EXCLAMATION: f32 = 3.0;
const BRACKET: f32 = 4.0;
const ODD_MARK: f32 = 7.0;
/// The gain at which one case shows by itself that letters run together to others.
const SURE: f32 = 10.0;
/// How many signs beside a word may belong to it.
const MOST_SIGNS: usize = 2;
/// A sentence that ends without a mark.
const UNENDED: f32 = 2.0;
/// By how much a number is likelier beside a year, or beside one with a decimal or the like.
const DATE: f32 = 3.0;
/// A capital beside another.
const BESIDE_CAPITAL: f32 = 0.0;
/// How many words inside sentences are taken to have been small, beside those of the text.
const SMALL_WORDS: f32 = 5.0;

/// A token that was weighed once more, and settled.
pub(super) struct Respelled {
    pub place: usize,
    pub best: Best,
    pub gain: f32,
    /// What is read: the token, and maybe signs beside it.
    pub start: usize,
    end: usize,
}

impl Document<'_> {
    /// The tokens that have shapes in them, read by the author's ways.
    pub(super) fn respelled(&self, state: &State, cases: &[Case]) -> Vec<Respelled> {
        if !self.full || main_script(cases) != Some(Script::LATIN) {
            return Vec::new();
        }
        let clear: BTreeMap<usize, &Case> = cases
            .iter()
            .filter(|case| case.gain >= judge::CLEAR_TOKEN)
            .flat_map(|case| case.places.iter().map(move |&place| (place, case)))
            .collect();
        let sure: BTreeMap<usize, &Case> = clear
            .iter()
            .filter(|(_, case)| !self.is_lone_run(case, cases))
            .map(|(&at, &case)| (at, case))
            .collect();
        let mut shaping = self.shown(&sure, &[]);
        let small = self.small_within();
        let mut found = Vec::new();
        for _ in 0..ROUNDS {
            found = (0..self.tokens.len())
                .filter_map(|place| {
                    self.respell(state, &shaping, small, place, clear.get(&place).copied())
                })
                .collect();
            shaping = self.shown(&sure, &found);
        }
        found
    }

    /// Whether letters run together to others in no other case than this one, nor beyond doubt here,
    /// in a text that writes digits and signs for letters: a misprint.
    fn is_lone_run(&self, case: &Case, cases: &[Case]) -> bool {
        let families = |case: &Case| {
            let changes = case.best.iter().flat_map(|best| best.changes(0));
            changes.filter_map(|(_, choice)| choice.disguise).map(|(family, _)| family).collect()
        };
        let others: BTreeSet<Family> = cases
            .iter()
            .filter(|other| other.gain >= judge::CLEAR_TOKEN && other.places != case.places)
            .flat_map(|case| -> Vec<Family> { families(case) })
            .collect();
        case.gain < SURE
            && self.slice(case).iter().all(|&c| self.is_wordly(c))
            && families(case) == [Family::Multi]
            && others.contains(&Family::Leet)
            && !others.contains(&Family::Multi)
    }

    /// What the plain words, the clear cases and what was read again show of the author's ways.
    fn shown(&self, clear: &BTreeMap<usize, &Case>, found: &[Respelled]) -> Shaping {
        let mut shaping = Shaping::default();
        let again: BTreeMap<usize, &Respelled> =
            found.iter().map(|word| (word.place, word)).collect();
        for (place, token) in self.tokens.iter().enumerate() {
            let letters = &self.text[token.start..token.end];
            let read = match again.get(&place) {
                Some(word) if word.gain >= judge::CLEAR_TOKEN => {
                    Some((&word.best, &self.text[word.start..word.end]))
                }
                Some(_) => None,
                None => clear.get(&place).and_then(|case| Some((case.best.as_ref()?, letters))),
            };
            match read {
                Some((best, letters)) => learn(&mut shaping, best, letters),
                None if !token.is_suspicious() => {
                    for &point in letters {
                        shaping.meant(point, 1.0);
                    }
                }
                None => {}
            }
        }
        shaping
    }

    /// Reads a token again, if it has any shape in it.
    fn respell(
        &self,
        state: &State,
        shaping: &Shaping,
        small: f32,
        place: usize,
        clear: Option<&Case>,
    ) -> Option<Respelled> {
        let token = &self.tokens[place];
        let letters = &self.text[token.start..token.end];
        let wordly = letters.iter().all(|&point| self.is_wordly(point));
        let shaped =
            (0..letters.len()).any(|at| self.model.shapes.at(&letters[at..]).next().is_some());
        let before = self.signs_beside(shaping, place, true);
        let after = self.signs_beside(shaping, place, false);
        if !shaped && before + after == 0
            || token.plain[1] + token.plain[2] > 0
            || self.is_coded(token)
        {
            return None;
        }
        // Strange accents may be part of a disguise that was read, and else of a word of the text.
        let accented = token.accented && clear.is_some();
        let only_shapes = !accented && is_drawn(self.model, self.text, token);
        // Where more than shapes is odd about it, it must have been read already.
        if !only_shapes && clear.is_none() {
            return None;
        }
        let own = self.scheme(clear);
        let exclaimed = letters.iter().rev().take_while(|&&c| c == '!' as u32).count();
        let core = &letters[..letters.len() - exclaimed];
        let initial = self.starts_sentence(token);
        let small = if self.beside_capital(place) { small.min(BESIDE_CAPITAL) } else { small };
        let first = |choices: &mut [Choice]| case_by_place(choices, initial, small);
        let (typed, plain) = if core.is_empty() {
            (0.0, None)
        } else if only_shapes {
            (self.as_typed(state, core), None)
        } else {
            let manner =
                Manner { own: &own, shapes: false, only_shapes, shaping: None, first: &first };
            let (best, cost) = self.best_by(state, core, &[Script::LATIN], manner)?;
            let parse = &best.parses[0];
            let typed = self.as_typed(state, &best.read(core));
            (cost - parse.language_cost + typed.min(parse.language_cost), Some(best))
        };
        let digits = letters.iter().all(|&point| self.is_digit(point));
        let typed = typed - if digits && self.beside_number(place) { DATE } else { 0.0 };
        let marks = |signs: Range<usize>| -> f32 { signs.map(|at| self.mark_cost(at)).sum() };
        let (from, to) = (token.start - before, token.end + after);
        let honest = typed + marks(from..token.start) + marks(token.end - exclaimed..to);
        let mut found: Option<(usize, usize, Best, f32)> = None;
        for (start, end) in
            [(token.start, token.end), (token.start, to), (from, token.end), (from, to)]
        {
            let left_out = marks(from..start) + marks(end..to);
            if found.as_ref().is_some_and(|one| (one.0, one.1) == (start, end)) {
                continue;
            }
            let shaping = Some(shaping);
            let manner = Manner { own: &own, shapes: true, only_shapes, shaping, first: &first };
            let Some((best, cost)) =
                self.best_by(state, &self.text[start..end], &[Script::LATIN], manner)
            else {
                continue;
            };
            let (best, cost) = if only_shapes {
                self.in_any_language(state, &self.text[start..end], best, cost)
            } else {
                (best, cost)
            };
            let unended = end > token.end && self.ends_sentence(end) && !self.is_mark(end);
            let unended = if unended { UNENDED } else { 0.0 };
            let cost = cost + left_out + unended;
            if found.as_ref().is_none_or(|one| cost < one.3) {
                found = Some((start, end, best, cost));
            }
        }
        let (start, end, best, cost) = found?;
        if let (Some(plain), Some(case)) = (plain, clear)
            && honest < cost + CLEAR
        {
            // Its shapes are what they are.
            return Some(Respelled {
                place,
                start: token.start,
                end: token.end - exclaimed,
                best: plain,
                gain: case.gain,
            });
        }
        let knows = |best: &Best| {
            best.changes(0).all(|(slot, choice)| {
                let sequence = &self.text[start + slot.start..start + best.end(slot, choice)];
                choice.reading.as_slice().first().is_some_and(|&c| shaping.knows(sequence, c))
            })
        };
        let doubt = || {
            let known = knows(&best);
            let wordly = wordly && (start, end) == (token.start, token.end);
            match (digits, known) {
                _ if token.accented && !self.is_known(&best.read(&self.text[start..end])) => NEVER,
                (true, false) => NUMBER,
                (false, false) if wordly && shaping.has_leet() && !shaping.has_multi() => UNSHOWN,
                (false, false) if !self.is_known(&best.read(&self.text[start..end])) => STRANGE,
                _ if wordly && !token.shaped => WORD,
                _ => 0.0,
            }
        };
        let gain = match best.changes(0).next() {
            None => 0.0,
            Some(_) if !only_shapes => clear.map_or(0.0, |case| case.gain),
            Some(_) => honest - cost - CLEAR - doubt(),
        };
        Some(Respelled { place, start, end, best, gain })
    }

    /// The best reading, where it may be a word of any language.
    fn in_any_language(
        &self,
        state: &State,
        token: &[u32],
        mut best: Best,
        cost: f32,
    ) -> (Best, f32) {
        // What the text's own language asks beside the word itself.
        let place = cost - best.parses[0].cost();
        let costs = |parse: usize| {
            let read = best.read_as(token, parse);
            let one = &best.parses[parse];
            let other = if read.iter().all(|&point| self.is_wordly(point)) {
                self.as_word(state, &read)
            } else {
                f32::INFINITY
            };
            one.glyph_cost + (one.language_cost + place).min(other)
        };
        let at =
            (0..best.parses.len()).map(|at| (at, costs(at))).min_by(|a, b| a.1.total_cmp(&b.1));
        let Some((at, least)) = at else { return (best, cost) };
        best.parses.swap(0, at);
        (best, least)
    }

    /// How many signs right before or after a token the text has shown to be letters; none where
    /// they reach to the next token.
    fn signs_beside(&self, shaping: &Shaping, place: usize, before: bool) -> usize {
        let token = &self.tokens[place];
        let space = if before {
            token.start - place.checked_sub(1).map_or(0, |last| self.tokens[last].end)
        } else {
            self.tokens.get(place + 1).map_or(self.text.len(), |next| next.start) - token.end
        };
        let at = |far: usize| if before { token.start - 1 - far } else { token.end + far };
        let is_shown = |&far: &usize| {
            let point = self.text[at(far)];
            let common =
                || shaping.has_leet() && self.model.shapes.at(&[point]).any(|shape| !shape.inner);
            !self.is_wordly(point) && !self.is_digit(point) && (shaping.has(&[point]) || common())
        };
        let count = (0..space.min(MOST_SIGNS + 1)).take_while(is_shown).count();
        let ends = if before { token.start == space } else { token.end + space == self.text.len() };
        let alone = count < space || ends;
        if count <= MOST_SIGNS && alone { count } else { 0 }
    }

    /// Whether the word before or after a token is a number beyond doubt.
    fn beside_number(&self, place: usize) -> bool {
        let number = |place: Option<usize>| {
            place.and_then(|place| self.tokens.get(place)).is_some_and(|token| {
                let letters = &self.text[token.start..token.end];
                letters.iter().all(|&point| self.is_digit(point))
                    && (is_year(letters) || self.in_number(token))
            })
        };
        number(place.checked_sub(1)) || number(Some(place + 1))
    }

    /// Whether a mark of punctuation stands at `at`.
    fn is_mark(&self, at: usize) -> bool {
        self.text.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| ".,;:?".contains(c))
    }

    /// What the sign at `at` costs beside a word, as a mark of punctuation.
    fn mark_cost(&self, at: usize) -> f32 {
        match char::from_u32(self.text[at]) {
            Some('!') if self.ends_sentence(at + 1) && !self.is_mark(at + 1) => EXCLAMATION,
            Some('(') => BRACKET,
            _ => ODD_MARK,
        }
    }

    /// -ln of the share of words inside sentences that have a capital.
    fn small_within(&self) -> f32 {
        let (mut capitals, mut all) = (0.5, SMALL_WORDS);
        for token in self.tokens.iter().filter(|token| !token.is_suspicious()) {
            let letters = &self.text[token.start..token.end];
            let is = |at: usize, class: Class| {
                letters.get(at).is_some_and(|&c| self.model.properties.get(c).class() == class)
            };
            if is(1, Class::Lower) && !self.starts_sentence(token) {
                all += 1.0;
                capitals += f32::from(u8::from(is(0, Class::Upper)));
            }
        }
        -(capitals / all).ln()
    }
}

/// Adds what one word that was read shows.
fn learn(shaping: &mut Shaping, best: &Best, token: &[u32]) {
    for (slot, choice) in best.taken(0) {
        let Some(&letter) = choice.reading.as_slice().first() else { continue };
        let sequence = &token[slot.start..best.end(slot, choice)];
        let lettered = |&c: &u32| u8::try_from(c).is_ok_and(|c| c.is_ascii_alphabetic());
        // Strokes have no case of their own: at the start of a word they may be either.
        let clear = choice.width == 1 || slot.start > 0 || sequence.iter().any(lettered);
        if clear {
            shaping.meant(letter, 1.0);
        }
        if is_shape(&(slot, choice)) {
            shaping.drawn(sequence, letter, clear, 1.0);
        }
    }
}

/// Makes small letters dearer at the start of a sentence, and capitals elsewhere, where the first
/// glyph may be either.
fn case_by_place(choices: &mut [Choice], initial: bool, small: f32) {
    let first = |choice: &Choice| choice.reading.as_slice().first().copied().unwrap_or(0);
    let letters: Vec<u32> = choices.iter().map(first).collect();
    for choice in choices.iter_mut().filter(|choice| choice.disguise.is_some()) {
        let letter = first(choice);
        let is_small = fold(letter) == letter;
        let both = letters.iter().any(|&other| other != letter && fold(other) == fold(letter));
        if both && is_small == initial {
            choice.cost += if initial { SMALL_INITIAL } else { small };
        }
    }
}
