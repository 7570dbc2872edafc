//! All tokens together: is the text disguised, by what scheme, and which other tokens follow.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::accents::{self, is_accented};
use crate::judge::{self, Setting};
use crate::language::fold;
use crate::math::{exp, ln};
use crate::properties::{Calm, Class, Script};
use crate::scheme::Scheme;
use crate::slot::{Choice, Slot};
use crate::{Family, Reason};

use super::Document;
use super::case::{Best, Case, Slip, State, is_styled, own, pair};
use super::kindred::Drawn;
use super::shown::is_sample;
use super::weigh::is_shape;

impl Document<'_> {
    /// An odd letter of the text's own script is a disguise throughout the text or nowhere: where
    /// most of its tokens are honest, the others are too.
    pub(super) fn agree(&self, cases: &mut [Case]) {
        let own = |slot: &Slot, choice: &Choice| {
            let property = self.model.properties.get(slot.glyph);
            let into =
                choice.reading.as_slice().first().map(|&c| self.model.properties.get(c).script());
            property.calm() == Calm::Odd && property.is_letter() && Some(property.script()) == into
        };
        let mut sums: BTreeMap<u32, f32> = BTreeMap::new();
        for case in cases.iter() {
            let Some(best) = &case.best else { continue };
            for (slot, _) in best.changes(0).filter(|&(slot, choice)| own(slot, choice)) {
                *sums.entry(fold(slot.glyph)).or_default() +=
                    case.gain.clamp(-judge::LOUDEST, judge::LOUDEST);
            }
            for (slot, choice) in best.taken(0) {
                if choice.disguise.is_none() {
                    *sums.entry(fold(slot.glyph)).or_default() -= judge::KEPT;
                }
            }
        }
        for case in cases.iter_mut() {
            let honest = case.best.iter().flat_map(|best| best.changes(0)).any(|(slot, choice)| {
                own(slot, choice) && sums.get(&fold(slot.glyph)).is_some_and(|&sum| sum < 0.0)
            });
            if honest {
                case.gain = case.gain.min(0.0);
            }
        }
    }

    /// Log-odds that the text is disguised, from all its tokens.
    pub(super) fn odds(&self, setting: Setting, cases: &[Case]) -> f32 {
        let mut odds = -judge::DISGUISED_TEXT;
        let (mut shapes, mut short) = (0.0f32, 0.0f32);
        let mut kindred = Vec::new();
        let words = self.drawn_words(cases);
        // Who writes Cyrillic or Greek has Latin at hand, and may slip on the keyboard all the same.
        let slip = |best: &Best| best.slip.is_some() && best.script != Script::LATIN;
        let no_slip = |case: &Case| case.gain > 0.0 && !case.best.as_ref().is_some_and(slip);
        if self.warnings > 0 && cases.iter().any(no_slip) {
            let more = judge::WARNING * (self.warnings - 1) as f32;
            odds += (judge::FOREWARNED + more).min(judge::DISGUISED_TEXT);
        }
        let phonetic = LazyCell::new(|| self.is_phonetic(cases));
        let mut pairs: BTreeMap<(u32, u32), f32> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.gain > 0.0) {
            let Some(best) = &case.best else { continue };
            let drawn = best.changes(0).all(|change| is_shape(&change));
            if drawn {
                let says = self.shapes_say(case, best, words);
                let runs = self.slice(case).iter().all(|&point| self.is_wordly(point));
                if runs || best.changes(0).count() == 1 {
                    kindred.push(Drawn { case, best, runs, says });
                } else {
                    shapes += says;
                }
            }
            let says = case.gain.min(match best {
                _ if drawn => 0.0,
                best if self.is_phonetic_word(best) && *phonetic => 0.0,
                Best { slip: Some(slip), .. } => self.slip_says(best, *slip, self.tokens.len()),
                best if best.changes(0).any(is_accent) => judge::ACCENT_SAYS,
                best if self.is_covered_word(setting, best) => 0.0,
                best => self.says_most(case, best),
            });
            let is_pair = best.slots.len() <= judge::PAIR_OF_LETTERS
                && !case.spaced
                && !best.changes(0).any(|(_, choice)| is_styled(choice));
            if is_pair {
                short += says;
            } else {
                odds += says;
            }
            for (slot, choice) in best.changes(0) {
                let known = best.parses[0].in_lexicon;
                let notation = case.bracketed || is_pair || self.formal && !known;
                let seen = self.drops_accent(best.script, slot, choice);
                let twin = self.is_twin(slot, choice) && !notation && (known || !seen);
                let common = |c: u32| known && self.model.is_common(best.script, c);
                let at_hand =
                    |c: u32| !seen && (self.letters().binary_search(&c).is_ok() || common(c));
                let cost = pair_cost(slot, choice, self.slice(case).len(), twin, at_hand);
                let known = pairs.entry(pair(slot, choice)).or_insert(cost);
                *known = known.min(cost);
            }
        }
        // Who lets letters run together does so in words that the language has.
        shapes += self.kindred_say(shapes, kindred);
        if shapes > 0.0 {
            shapes = (shapes - self.codes_say(cases)).max(0.0);
        }
        odds += shapes + shapes.min(judge::ASKED_FOR);
        odds += short.min(judge::PAIRS_SAY);
        odds -= pairs.into_values().sum::<f32>();
        odds
    }

    /// Whether an accent of another script's letter is lost in what it is read as: it is seen, and nobody
    /// takes the one for the other. Latin ă is typed for Cyrillic ӑ.
    fn drops_accent(&self, script: Script, slot: &Slot, choice: &Choice) -> bool {
        let read = choice.reading.as_slice().iter().map(|&c| accents::count(c)).sum::<usize>();
        self.model.properties.get(slot.glyph).script() != script
            && accents::count(slot.glyph) > read
    }

    /// The most that a token can say for disguise: less where notation, phonetics or some orthography
    /// could have written it, and chance have made it look like a word.
    pub(super) fn says_most(&self, case: &Case, best: &Best) -> f32 {
        let letters = best.slots.len();
        let known = best.parses[0].in_lexicon;
        let styled = best.changes(0).all(|(_, choice)| is_styled(choice));
        let variables = || {
            let count = best.changes(0).filter(|(_, choice)| is_styled(choice)).count();
            (1..=judge::FEW).contains(&count)
        };
        // Signs, as text decoded wrongly is full of.
        let sign = || {
            let letter = |slot: &Slot| self.model.properties.get(slot.glyph).is_letter();
            best.changes(0).any(|(slot, choice)| !letter(slot) && !is_styled(choice))
        };
        match letters {
            _ if case.bracketed => judge::PAIR_SAYS,
            _ if case.spaced => judge::LOUDEST,
            _ if self.formal && variables() => judge::FORMAL_SAYS,
            _ if is_sample(best) => judge::SAMPLE_SAYS,
            _ if self.is_shown(case) => judge::SHOWN_SAYS,
            _ if styled => judge::LOUDEST,
            0..=judge::PAIR_OF_LETTERS => judge::PAIR_SAYS,
            _ if !known && (letters <= judge::SHORT || self.is_own(best) || sign()) => {
                judge::NO_WORD_SAYS
            }
            _ => judge::LOUDEST,
        }
    }

    /// Whether some orthography has the letters that were changed, and no word is the better known
    /// without them.
    fn is_covered_word(&self, setting: Setting, best: &Best) -> bool {
        setting.covered && self.is_own(best) && !best.parses[0].in_lexicon
    }

    /// Whether all that was changed are letters of the script itself, as phonetics and many orthographies
    /// have them.
    pub(super) fn is_own(&self, best: &Best) -> bool {
        best.changes(0).all(|(slot, _)| {
            let property = self.model.properties.get(slot.glyph);
            property.is_letter() && property.script() == best.script
        })
    }

    /// What a token says for disguise that may be a slip of the keyboard: more where a known word
    /// lacks letters that every keyboard of its script has, and the text is short, and most where
    /// the author has no keyboard for it. Languages that gave up Cyrillic for Latin keep some of
    /// its letters by habit.
    pub(super) fn slip_says(&self, best: &Best, slip: Slip, words: usize) -> f32 {
        let at_hand = best.changes(0).all(|(_, choice)| {
            choice.reading.as_slice().iter().all(|&c| self.model.is_common(best.script, fold(c)))
        });
        let words = words.max(1) as f32;
        if slip == Slip::Unlikely && at_hand {
            return judge::UNTYPED_RATIO * ln(judge::WORDS_PER_UNTYPED / words);
        }
        if best.script == Script::LATIN || !at_hand {
            return judge::SLIP_SAYS;
        }
        if !best.parses[0].in_lexicon {
            return 2.0 * judge::SLIP_SAYS;
        }
        (judge::SLIP_RATIO * ln(judge::WORDS_PER_SLIP / words))
            .clamp(judge::SLIP_SAYS, judge::SLIP_SAYS_MOST)
    }

    /// Whether a known word has letters that the text's author has no keyboard for, as far as it shows:
    /// of another script than Latin, in which nothing else stands. A small Greek letter at a word's edge
    /// is a symbol.
    pub(super) fn is_untyped(&self, best: &Best) -> bool {
        let last = best.slots.last().map_or(0, |slot| slot.start);
        let untyped = |slot: &Slot| {
            let property = self.model.properties.get(slot.glyph);
            let Calm::Plain(script) = property.calm() else { return false };
            let small = property.class() == Class::Lower;
            let edge = slot.start == 0 || slot.start == last;
            let symbol = small && edge && judge::is_symbol(script, slot.glyph);
            let at = usize::from(script.0 - Script::LATIN.0);
            script != Script::LATIN && !self.typed[at] && !symbol
        };
        best.parses[0].in_lexicon && best.changes(0).all(|(slot, _)| untyped(slot))
    }

    /// What each glyph stood for, counted over every reading of every token by how likely it is.
    pub(super) fn scheme<'c>(&self, cases: impl IntoIterator<Item = &'c Case>) -> Scheme {
        let mut scheme = Scheme::default();
        for case in cases {
            let Some(best) = &case.best else { continue };
            let sure = 1.0 / (1.0 + exp(-case.gain));
            let least = best.parses[0].cost();
            let weights: Vec<f32> =
                best.parses.iter().map(|parse| exp(least - parse.cost())).collect();
            let sum: f32 = weights.iter().sum();
            for (at, weight) in weights.iter().enumerate() {
                let count = sure * weight / sum * case.places.len() as f32;
                for (slot, choice) in best.changes(at) {
                    scheme.add(slot.glyph, choice.reading, count);
                }
            }
        }
        scheme
    }

    /// Words of some language that bear accents, in a text that strews accents over its letters.
    pub(super) fn accented_words(&self, state: &State, cases: &[Case]) -> Vec<Case> {
        let clear = cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN);
        let seen = clear.flat_map(|case| &case.best).filter(|best| best.changes(0).any(is_accent));
        if seen.count() < judge::OWN {
            return Vec::new();
        }
        let mut found = self.cases(|token| {
            let accented = |&point: &u32| is_accented(&self.model.properties, point);
            !token.is_suspicious() && self.text[token.start..token.end].iter().any(accented)
        });
        for case in &mut found {
            self.weigh(state, case);
        }
        found
    }

    /// A text that was seen to put a glyph in a letter's place did so elsewhere too.
    pub(super) fn lower_the_bar(&self, cases: &mut [Case]) {
        let mut seen: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        // What stands between slashes may be phonetics, and shows nothing.
        let clear = |case: &&Case| case.gain >= judge::CLEAR_TOKEN && !case.bracketed;
        for case in cases.iter().filter(clear) {
            for (slot, choice) in case.best.iter().flat_map(|best| best.changes(0)) {
                *seen.entry(own(slot, choice)).or_default() += 1;
            }
        }
        let is_own = |(slot, choice): (&Slot, &Choice)| {
            seen.get(&own(slot, choice)).is_some_and(|&count| count >= judge::OWN)
        };
        let read: usize = cases
            .iter()
            .filter(|case| case.gain >= judge::CLEAR_TOKEN)
            .map(|case| case.places.len())
            .sum();
        let mostly = judge::MOSTLY * read as f32 / self.tokens.len().max(1) as f32;
        for case in cases.iter_mut().filter(|case| case.gain < judge::CLEAR_TOKEN) {
            let Some(best) = &case.best else { continue };
            // Phonetics and the variables of formulas are such whatever the rest of the text does, but for
            // a known word in the author's own glyphs.
            let spelt = best.parses[0].in_lexicon && best.changes(0).all(is_own);
            let phonetic = case.bracketed && Self::is_transcription(self.slice(case)) && !spelt;
            if phonetic || !case.spaced && self.is_variable(self.slice(case)) {
                continue;
            }
            let odd = |(slot, _): (&Slot, &Choice)| {
                self.model.properties.get(slot.glyph).calm() != Calm::Neutral
            };
            if best.changes(0).any(odd) {
                let own = best.changes(0).all(is_own);
                let styled = best.changes(0).all(|(_, choice)| is_styled(choice));
                // What is a twin on two keyboards is no slip where the text disguises its letters.
                let slip = if best.slip.is_some() { judge::SLIP_BONUS } else { 0.0 };
                case.gain += slip
                    + match (own, styled) {
                        (true, true) => judge::STYLED_BONUS + mostly,
                        (true, false) => judge::OWN_BONUS.max(mostly),
                        (false, _) => mostly,
                    };
            }
        }
    }
}

/// What a pair of glyph and letter costs disguise, in a token of `length`: less than nothing where
/// the glyph is a `twin`, which an honest author would have to take for the letter, and less still
/// inside a word, where the letter is at hand.
pub(super) fn pair_cost(
    slot: &Slot,
    choice: &Choice,
    length: usize,
    twin: bool,
    at_hand: impl Fn(u32) -> bool,
) -> f32 {
    match choice.disguise {
        disguise if twin => {
            let inner = matches!(disguise, Some((_, Reason::Confusable)))
                && slot.start > 0
                && slot.start + 1 < length;
            let letter = choice.reading.as_slice().first().map(|&c| fold(c));
            let inner = inner && letter.is_some_and(at_hand);
            judge::PAIR - if inner { judge::INNER_SLIP_PAIR } else { judge::SLIP_PAIR }
        }
        Some((Family::Stylised, _)) => judge::STYLE,
        Some((Family::Leet, _)) => judge::LEET_PAIR,
        _ => judge::PAIR,
    }
}

pub(super) fn is_accent((_, choice): (&Slot, &Choice)) -> bool {
    matches!(choice.disguise, Some((Family::Accent, _)))
}
