//! The lattice of one token: for every cluster, what it may be read as in one script.

use std::collections::{BTreeMap, BTreeSet};

use crate::accents;
use crate::codepage::heard;
use crate::language::{composed, fold, folded};
use crate::lattice::{Candidate, Letters};
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::reader::Ablation;
use crate::scheme::Scheme;
use crate::shaping::Shaping;
use crate::{Family, Reason};

/// A reading of one cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    pub reading: Letters,
    /// -ln of how likely the glyph is to stand for this.
    pub cost: f32,
    /// How it was disguised, or none where it is read as it stands.
    pub disguise: Option<(Family, Reason)>,
    /// How many slots it takes: several characters may be one letter.
    pub width: u8,
    /// Whether the marks on the cluster are part of the disguise too.
    pub bare: bool,
}

impl Choice {
    /// A reading of one cluster's base.
    pub fn new(reading: Letters, cost: f32, disguise: Option<(Family, Reason)>) -> Choice {
        Choice { reading, cost, disguise, width: 1, bare: false }
    }
}

/// One cluster of the token: a base and the marks on it.
#[derive(Clone, Debug)]
pub(crate) struct Slot {
    /// Where in the token the cluster starts.
    pub start: usize,
    /// The base, one code point.
    pub glyph: u32,
    /// The marks that follow the base, in the token.
    pub marks: std::ops::Range<usize>,
    pub choices: Vec<Choice>,
}

/// What a letter that no table knows costs, before the document has said anything.
const WILD: f32 = 5.5;
/// A digit or other look-alike of two meanings is first of all itself.
pub(crate) const SECOND: f32 = 2.0;
/// A digit that is one, among letters that are not Latin: product codes are written in Latin.
const DIGIT_AMONG_LETTERS: f32 = 3.0;
/// What is taken off such a letter's price as it stands, which the n-grams set too high.
pub(crate) const FOREIGN: f32 = 5.0;
/// A letter that one of the text's languages writes is no disguise.
const NATIVE: f32 = 5.0;
/// A letter read without the accent that it shows.
const ACCENT: f32 = 3.0;
/// An accent that disguises: how much for each, which of a dozen it is being anybody's guess.
const DISGUISING_ACCENT: f32 = 2.0;
/// -ln of how often a language may write an accented letter, and the accent be strewn by a disguise
/// as well as any other.
const ODD_ACCENT: f32 = 9.0;
/// A mark that is read as it stands, on a letter that Unicode has not with it.
const LOOSE_MARK: f32 = 4.0;
/// A letter read with an accent that is not there to be seen.
const NO_ACCENT: f32 = 5.0;
/// A plain letter of the script that the language does not write.
const UNWRITTEN: f32 = 1.5;
/// How many choices of a glyph are followed, and by how much they may be worse than its best.
const MOST: usize = 7;
const WORST: f32 = 5.5;

/// Everything that the laying out of a token asks.
pub(crate) struct Layout<'a> {
    pub model: &'a Model,
    pub ablation: &'a Ablation,
    pub scheme: &'a Scheme,
    /// What the token itself has added to the scheme.
    pub own: &'a Scheme,
    /// Odd letters that the text's own languages write.
    pub native: &'a BTreeSet<u32>,
    /// Letters that the text has taken for its own, each with the one that is meant.
    pub adopted: &'a BTreeMap<u32, u32>,
    /// The script to read into.
    pub script: Script,
    /// The language to read into.
    pub language: usize,
    /// Whether the text's accents are of no one orthography, so that any may be a disguise.
    pub accents: bool,
    /// Whether digits, signs and several characters may stand for a letter.
    pub shapes: bool,
    /// Whether the token's plain letters are what they are.
    pub only_shapes: bool,
    /// Digits by themselves may be letters too.
    pub lone_digits: bool,
    /// How the author was seen to draw letters by shapes.
    pub shaping: Option<&'a Shaping>,
}

pub(crate) fn honest(letter: u32) -> Choice {
    Choice::new(Letters::one(letter), 0.0, None)
}

/// What it costs a letter that has a case to be read in the other one.
const OTHER_CASE: f32 = 3.0;

/// A letter is meant in its own case (`WhatsАpp`), unless it looks more like the other (Һ like h).
fn keep_case(class: Class, choices: &mut [Choice]) {
    let case = |letter: u32| if fold(letter) == letter { Class::Lower } else { Class::Upper };
    for at in 0..choices.len() {
        let [letter] = choices[at].reading.as_slice()[..] else { continue };
        if case(letter) != class {
            continue;
        }
        let kept = choices[at].cost;
        for other in choices.iter_mut().filter(|other| other.cost >= kept) {
            let [same] = other.reading.as_slice()[..] else { continue };
            if same != letter && fold(same) == fold(letter) {
                other.cost += OTHER_CASE;
            }
        }
    }
}

/// A digit has no case: the small letter is as likely as the capital that it looks like.
fn either_case(choices: &mut [Choice]) {
    for at in 0..choices.len() {
        let (reading, cost) = (choices[at].reading, choices[at].cost);
        for other in choices.iter_mut().filter(|other| other.cost > cost) {
            let same =
                |(&a, &b): (&u32, &u32)| crate::language::fold(a) == crate::language::fold(b);
            let pair = reading.as_slice().iter().zip(other.reading.as_slice()).all(same);
            if pair && reading.as_slice().len() == other.reading.as_slice().len() {
                other.cost = cost;
            }
        }
    }
}

/// Superscripts, subscripts and modifier letters: half of notation, half of style.
pub(crate) fn is_raised(point: u32) -> bool {
    matches!(point,
        0xAA | 0xB2 | 0xB3 | 0xB9 | 0xBA | 0x2B0..=0x2B8 | 0x2E0..=0x2E4 | 0x1D2C..=0x1D6A | 0x1D78
        | 0x1D9B..=0x1DBF | 0x2070..=0x209C | 0x2C7C | 0x2C7D | 0xA69C | 0xA69D | 0xA7F1..=0xA7F4
        | 0xA7F8 | 0xA7F9 | 0xAB5C..=0xAB5F | 0x10780..=0x107BA)
}

impl Layout<'_> {
    /// The slots of a token, or nothing if some of it has no reading in this script.
    pub fn slots(&self, token: &[u32]) -> Option<Vec<Slot>> {
        let mixes = self.lone_digits
            || token.iter().any(|&point| self.model.properties.get(point).is_letter());
        let raised = token.iter().all(|&point| is_raised(point));
        let mut slots: Vec<Slot> = Vec::with_capacity(token.len());
        for (start, end) in clusters(self.model, token) {
            let glyph = token[start];
            let mut choices = self.choices(glyph, mixes, raised);
            if self.accents && !self.only_shapes {
                self.without_accents(glyph, &token[start + 1..end], &mut choices);
            }
            if choices.is_empty() {
                return None;
            }
            slots.push(Slot { start, glyph, marks: start + 1..end, choices });
        }
        if self.shapes && self.script == Script::LATIN {
            self.draw(token, &mut slots);
        }
        Some(slots)
    }

    /// Whether the language writes the letter.
    fn writes(&self, letter: u32) -> bool {
        folded(letter).all(|part| {
            self.model.ngrams.writes(self.language, heard(self.model, self.language, part))
        })
    }

    /// `mixes` says that the token has letters, `raised` that all of it is raised or lowered.
    fn choices(&self, glyph: u32, mixes: bool, raised: bool) -> Vec<Choice> {
        let property = self.model.properties.get(glyph);
        let mut choices = Vec::with_capacity(MOST);
        if let Some(&letter) = self.adopted.get(&glyph) {
            let disguise = Some((Family::Lookalike, Reason::Confusable));
            let meant = Choice::new(Letters::one(letter), 0.0, disguise);
            choices.push(if letter == glyph { honest(glyph) } else { meant });
            return choices;
        }
        match property.class() {
            Class::Invisible => {
                let disguise = Some((Family::Invisible, Reason::Invisible));
                choices.push(Choice::new(Letters::NONE, 0.0, disguise));
                return choices;
            }
            Class::Mark => {
                choices.push(honest(glyph));
                return choices;
            }
            Class::Digit if glyph < 0x80 => {
                choices.push(honest(glyph));
                // In Latin a digit for a letter is leet, which honest authors write too.
                if mixes && self.script != Script::LATIN {
                    choices[0].cost = DIGIT_AMONG_LETTERS;
                    self.table(glyph, SECOND, &mut choices);
                    either_case(&mut choices);
                }
                return choices;
            }
            Class::Punctuation | Class::Symbol if glyph < 0x80 => {
                choices.push(honest(glyph));
                return choices;
            }
            // A styled digit is that digit and nothing else.
            Class::Digit | Class::Number => {
                let digit = self.model.lattice.candidates(glyph).find(|one| {
                    // LAO DIGIT ZERO is a zero by name, and a letter to the eye.
                    let named = property.class() == Class::Number && one.reason == Reason::Name;
                    let named = named || one.reason == Reason::Decomposition;
                    one.script == Script::COMMON && named
                });
                // An exponent or index is what it shows.
                if !raised && is_raised(glyph) {
                    choices.push(honest(glyph));
                    return choices;
                }
                if let Some(one) = digit {
                    let disguise = Some((one.family, one.reason));
                    choices.push(Choice::new(one.reading, 0.0, disguise));
                    return choices;
                }
            }
            _ => {}
        }
        let own = property.is_letter() && property.script() == self.script;
        let plain = matches!(property.calm(), Calm::Plain(_));
        if own {
            choices.push(honest(glyph));
            let written = || self.writes(glyph);
            if glyph < 0x80 || self.only_shapes {
                return choices;
            }
            let accented = accents::bare(glyph).is_some();
            // Greek and Cyrillic are written with more accents than their languages of today need.
            if plain && (written() || accented && self.script != Script::LATIN) {
                // A letter with an accent is meant so; one without (ı, ł) may pass for another.
                if !accented {
                    self.table(glyph, NATIVE, &mut choices);
                    choices.retain(|choice| {
                        choice.disguise.is_none_or(|(_, reason)| reason != Reason::Measured)
                    });
                }
                return choices;
            }
            if plain && !(self.accents && accented) {
                // Foreign names and text decoded wrongly are full of such letters.
                choices[0].cost -= FOREIGN;
            }
        }
        self.table(glyph, if own && plain { UNWRITTEN } else { 0.0 }, &mut choices);
        let known = || self.model.lattice.candidates(glyph).next().is_some();
        // A sign that shows no letter of this script is itself, and its word is read all the same.
        let sign = || matches!(property.class(), Class::Punctuation | Class::Symbol);
        if choices.is_empty() && (sign() || property.is_letter() && known()) {
            choices.push(honest(glyph));
        }
        choices.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        let best = choices.iter().find(|choice| choice.disguise.is_some());
        let best = best.map_or(0.0, |choice| choice.cost);
        choices.retain(|choice| choice.cost <= best + WORST);
        choices.truncate(MOST);
        let unknown = choices.iter().all(|choice| choice.disguise.is_none());
        if unknown && property.is_letter() && property.calm() != Calm::Apart {
            self.wild(glyph, &mut choices);
        }
        choices
    }

    /// Every choice may bear accents that are none of its own.
    fn without_accents(&self, glyph: u32, marks: &[u32], choices: &mut Vec<Choice>) {
        let disguise = Some((Family::Accent, Reason::Accented));
        let own = self.model.properties.get(glyph).script() == self.script;
        if let Some(base) = accents::bare(glyph).filter(|_| own) {
            let reading = Letters::one(base);
            choices.retain(|choice| choice.reading != reading);
            let mut cost = DISGUISING_ACCENT * (accents::count(glyph) + marks.len()) as f32;
            // The more the language writes the letter, the less it looks like a disguise.
            let rarity = self.model.ngrams.automaton(self.language).alone(fold(glyph));
            cost += (ODD_ACCENT - rarity).max(0.0);
            let bare = !marks.is_empty();
            choices.push(Choice { bare, ..Choice::new(reading, cost, disguise) });
        }
        if !marks.is_empty() {
            // A mark that Unicode has no such letter with is not there for the language's sake.
            let loose = composed(&[&[glyph], marks].concat()).len() - 1;
            for choice in choices.iter_mut().filter(|choice| !choice.bare) {
                choice.cost += LOOSE_MARK * loose as f32;
            }
            for at in 0..choices.len() {
                let Choice { reading, cost, disguise: known, bare, .. } = choices[at];
                if !bare {
                    let cost = cost - LOOSE_MARK * loose as f32;
                    let cost = cost + DISGUISING_ACCENT * marks.len() as f32;
                    choices.push(Choice {
                        bare: true,
                        ..Choice::new(reading, cost, known.or(disguise))
                    });
                }
            }
        }
    }

    fn table(&self, glyph: u32, extra: f32, choices: &mut Vec<Choice>) {
        let forgotten = char::from_u32(glyph).is_some_and(|c| self.ablation.forgotten.contains(&c));
        if !forgotten {
            for candidate in readings(self.model, self.script, glyph) {
                let measured = candidate.reason == Reason::Measured;
                if !(measured && self.ablation.no_measured) {
                    // An accent is seen: it is not there for nothing.
                    let reads_accent =
                        candidate.reading.as_slice().iter().any(|&c| accents::bare(c).is_some());
                    let accent = match (accents::bare(glyph).is_some(), reads_accent) {
                        (true, _) => ACCENT,
                        (false, true) => NO_ACCENT,
                        (false, false) => 0.0,
                    };
                    let native = if self.native.contains(&glyph) { NATIVE } else { 0.0 };
                    let cost = candidate.cost + extra + accent + native;
                    let disguise = Some((candidate.family, candidate.reason));
                    choices.push(Choice::new(candidate.reading, cost, disguise));
                }
            }
        }
        let class = self.model.properties.get(glyph).class();
        if matches!(class, Class::Upper | Class::Lower) {
            keep_case(class, choices);
        }
        if !self.ablation.no_scheme {
            self.scheme.adjust(self.own, glyph, choices);
        }
    }

    /// A glyph that no table knows may be any letter of the language.
    fn wild(&self, glyph: u32, choices: &mut Vec<Choice>) {
        if self.ablation.no_scheme {
            return;
        }
        let range = match self.script {
            Script::LATIN => 'a' as u32..='z' as u32,
            Script::CYRILLIC => 'а' as u32..='џ' as u32,
            _ => 'α' as u32..='ω' as u32,
        };
        for letter in range {
            if self.model.ngrams.writes(self.language, letter) {
                let disguise = Some((Family::Faux, Reason::Scheme));
                choices.push(Choice::new(Letters::one(letter), WILD, disguise));
            }
        }
        self.scheme.adjust(self.own, glyph, choices);
    }
}

/// Where the clusters of a token start and end: a base each, and the marks on it.
pub(crate) fn clusters<'a>(
    model: &'a Model,
    token: &'a [u32],
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at;
        let &glyph = token.get(start)?;
        at += 1;
        let property = model.properties.get(glyph);
        // Signs and digits that are read as letters bear marks as letters do.
        let bears = property.is_letter() || glyph >= 0x80 && property.has_readings();
        while at < token.len() && bears && model.properties.get(token[at]).class() == Class::Mark {
            at += 1;
        }
        Some((start, at))
    })
}

/// The table's readings of a glyph in a script.
pub(crate) fn readings(
    model: &Model,
    script: Script,
    glyph: u32,
) -> impl Iterator<Item = Candidate> + '_ {
    let plain = matches!(model.properties.get(glyph).calm(), Calm::Plain(_));
    let candidates = model.lattice.candidates(glyph);
    let lettered = candidates.clone().any(|one| one.script == script);
    candidates.filter(move |candidate| {
        let common = candidate.script == Script::COMMON;
        // Nobody writes a letter for a digit or a sign.
        // Nor for a mere sign: stress and length in phonetics look like some.
        candidate.script == script
            || common && !plain && !lettered && !is_sign(model, candidate.reading)
    })
}

fn is_sign(model: &Model, reading: Letters) -> bool {
    let class = |&point: &u32| model.properties.get(point).class();
    reading.as_slice().iter().all(|c| matches!(class(c), Class::Punctuation | Class::Symbol))
}

/// The least that the glyphs of any reading cost, whatever a language says of it.
pub(crate) fn least_glyph_cost(slots: &[Slot]) -> f32 {
    let one =
        |slot: &Slot| slot.choices.iter().map(|choice| choice.cost).fold(f32::INFINITY, f32::min);
    // Where a choice takes several slots, those after it cost nothing.
    match slots.iter().flat_map(|slot| &slot.choices).all(|choice| choice.width == 1) {
        true => slots.iter().map(one).sum(),
        false => f32::NEG_INFINITY,
    }
}
