//! One token's best reading, weighed against the token as it stands.

use crate::accents;
use crate::decode::decode;
use crate::judge::{self, Suspect};
use crate::language::{Mixture, fold, overpriced};
use crate::math::exp;
use crate::properties::{Calm, Class, Script};
use crate::scheme::Scheme;
use crate::shaping::Shaping;
use crate::slot::{Choice, Layout, Slot, is_raised, least_glyph_cost};
use crate::{Family, Reason};

use super::Document;
use super::case::{Best, Case, Slip, State};
use super::shaped::is_drawn;

/// What a small letter costs at the start of a sentence, where the glyph could be the capital.
const SMALL_INITIAL: f32 = 2.0;
/// By how much the capital may be the worse reading of the two.
const CAPITAL_AS_LIKELY: f32 = 0.5;

/// Digits as wide as an ideograph.
const WIDE_DIGITS: std::ops::RangeInclusive<u32> = 0xFF10..=0xFF19;

/// How many languages of a script a token is read in.
const LANGUAGES: usize = 2;

/// The share of the leading language's that another has at least if the text may be written in it.
const OWN_LANGUAGE: f32 = 0.5;

/// How a token is read.
pub(super) struct Manner<'a> {
    /// What the token itself has added to the scheme.
    pub own: &'a Scheme,
    /// Digits, signs and several characters may stand for a letter.
    pub shapes: bool,
    /// Its plain letters are what they are.
    pub only_shapes: bool,
    /// How the author was seen to draw letters by shapes, which then pay for themselves.
    pub shaping: Option<&'a Shaping>,
    /// What the token's place says of its first letter.
    pub first: &'a dyn Fn(&mut [Choice]),
}

impl Document<'_> {
    /// Finds a token's best reading and weighs it against the token as it stands.
    pub(super) fn weigh(&self, state: &State, case: &mut Case) {
        let token = self.slice(case);
        let ngrams = !self.ablation.no_ngrams;
        let one = &self.tokens[case.places[0]];
        let only_shapes = one.shaped && !one.accented && is_drawn(self.model, self.text, one);
        let scripts = if only_shapes { vec![Script::LATIN] } else { self.targets(state, token) };
        let own = self.scheme([&*case]);
        let found = self.best(state, &own, token, &scripts, case.initial, only_shapes);
        let (best, disguised) = match found {
            Some(found) => found,
            None => {
                case.best = None;
                case.gain = 0.0;
                return;
            }
        };
        let (bracketed, spaced) = (case.bracketed, case.spaced);
        let suspect = Suspect { token, bracketed, spaced, own: &state.adopted };
        let mut honest = if only_shapes && token.iter().any(|&point| !self.is_wordly(point)) {
            self.as_typed(state, token)
        } else {
            judge::honest_cost(self.model, &state.mixture, state.setting, &suspect, ngrams)
        };
        if let Some(slip) = best.slip.filter(|_| !state.setting.names) {
            honest = honest.min(disguised + judge::slip_cost(best.script, slip == Slip::Unlikely));
        }
        case.gain = match best.changes(0).next() {
            None => 0.0,
            Some(_) if self.is_typographic(&best) => -judge::LOUDEST,
            Some(_) if state.setting.east_asian && self.is_wide_number(token) => -judge::LOUDEST,
            Some(_) => honest - disguised,
        };
        case.cost = disguised;
        case.best = Some(best);
    }

    /// Whether a code point is a letter or belongs to one.
    pub(super) fn is_wordly(&self, point: u32) -> bool {
        let property = self.model.properties.get(point);
        property.is_letter() || matches!(property.class(), Class::Mark | Class::Invisible)
    }

    /// The scripts that a token could be meant in: its own letters', and the text's.
    pub(super) fn targets(&self, state: &State, token: &[u32]) -> Vec<Script> {
        let least = state.scripts.iter().copied().fold(f32::INFINITY, f32::min);
        Script::TARGETS
            .into_iter()
            .zip(state.scripts)
            .filter(|&(script, cost)| {
                cost <= least + judge::RARE_SCRIPT
                    || token.iter().any(|&point| {
                        self.model.properties.get(point).calm() == Calm::Plain(script)
                    })
            })
            .map(|(script, _)| script)
            .collect()
    }

    /// The best reading in any of the scripts, with what it costs in all; `own` is what the token
    /// itself has added to the scheme.
    pub(super) fn best(
        &self,
        state: &State,
        own: &Scheme,
        token: &[u32],
        scripts: &[Script],
        initial: bool,
        only_shapes: bool,
    ) -> Option<(Best, f32)> {
        let first = |choices: &mut [Choice]| {
            if initial {
                start_sentence(choices);
            }
        };
        let shapes = self.full;
        let manner = Manner { own, shapes, only_shapes, shaping: None, first: &first };
        self.best_by(state, token, scripts, manner)
    }

    /// The same with what is known of the author's ways.
    pub(super) fn best_by(
        &self,
        state: &State,
        token: &[u32],
        scripts: &[Script],
        manner: Manner<'_>,
    ) -> Option<(Best, f32)> {
        let mut found: Option<(Best, f32)> = None;
        let mut fairest = f32::INFINITY;
        let mut slip = f32::INFINITY;
        let lone_digits = token.iter().all(|&point| point < 0x80 && (point as u8).is_ascii_digit());
        let prior = |script: Script| state.scripts[usize::from(script.0 - Script::LATIN.0)];
        // The likelier script first: what cannot come near its reading is not decoded.
        let mut scripts = scripts.to_vec();
        scripts.sort_by(|&a, &b| prior(a).total_cmp(&prior(b)));
        for script in scripts {
            let prior = prior(script);
            for language in state.mixture.leading(self.model, script, LANGUAGES) {
                let layout = Layout {
                    model: self.model,
                    ablation: self.ablation,
                    scheme: &state.scheme,
                    own: manner.own,
                    native: &state.native,
                    adopted: &state.adopted,
                    script,
                    language,
                    accents: state.setting.accents,
                    shapes: manner.shapes,
                    only_shapes: manner.only_shapes,
                    lone_digits,
                    shaping: manner.shaping,
                };
                let Some(mut slots) = layout.slots(token) else { break };
                if let Some(slot) = slots.first_mut() {
                    (manner.first)(&mut slot.choices);
                }
                let place = prior + state.mixture.cost(language);
                let hopeless = found.as_ref().is_some_and(|(_, cost)| {
                    place + least_glyph_cost(&slots) > fairest.max(cost + judge::NEARLY)
                });
                if hopeless {
                    continue;
                }
                let parses = decode(self.model, language, token, &slots, !self.ablation.no_ngrams);
                let Some(first) = parses.first() else { continue };
                let least = first.cost();
                let sum: f32 = parses.iter().map(|parse| exp(least - parse.cost())).sum();
                let best = Best { script, language, slots, share: 1.0 / sum, parses, slip: None };
                let drawn = manner.shaping.map_or(0, |_| best.changes(0).filter(is_shape).count());
                let cost = least + place + self.glyph_cost(&best) - judge::GLYPH * drawn as f32;
                slip = slip.min(self.slip(&best) + place);
                let fair = cost - overpriced(self.model, language, best.parses[0].language_cost);
                if fair < fairest {
                    fairest = fair;
                    found = Some((best, cost));
                }
            }
        }
        if let Some((best, cost)) = &mut found
            && slip < *cost + judge::NEARLY
        {
            let shares = &state.mixture.shares;
            let leading = state.mixture.leading(self.model, best.script, 1).next();
            let most = leading.map_or(0.0, |leading| shares[leading]);
            let own = shares[best.language] >= OWN_LANGUAGE * most;
            let unlikely = own && self.is_untyped(best);
            best.slip = Some(if unlikely { Slip::Unlikely } else { Slip::Likely });
        }
        found
    }

    /// What a disguise pays for each glyph that it puts in a letter's place.
    pub(super) fn glyph_cost(&self, best: &Best) -> f32 {
        let (mut styled, mut other) = (0, 0);
        for (_, choice) in best.changes(0) {
            match choice.disguise {
                Some((Family::Stylised, _)) => styled += 1,
                _ => other += 1,
            }
        }
        let style = if styled > 0 { judge::GLYPH + 0.3 * styled as f32 } else { 0.0 };
        judge::GLYPH * other as f32 + style
    }

    /// Whether one of the text's languages writes this letter.
    pub(super) fn is_native(&self, mixture: &Mixture, glyph: u32) -> bool {
        let property = self.model.properties.get(glyph);
        glyph >= 0x80
            && self.model.languages.iter().zip(&mixture.shares).enumerate().any(
                |(at, (language, &share))| {
                    share >= judge::NATIVE_SHARE
                        && language.script == property.script()
                        && self.model.ngrams.writes(at, fold(glyph))
                },
            )
    }

    /// Whether a token is of one script, and its odd letters are those of the text's languages.
    pub(super) fn is_native_word(&self, state: &State, token: &[u32]) -> bool {
        let mut script = None;
        token.iter().all(|&point| {
            let property = self.model.properties.get(point);
            if !property.is_letter() {
                let digit = property.class() == Class::Digit && point < 0x80;
                return digit || property.class() == Class::Mark && !state.setting.accents;
            }
            let same = *script.get_or_insert(property.script()) == property.script();
            let accented = state.setting.accents && accents::bare(point).is_some();
            let calm = property.calm() != Calm::Odd && !accented;
            same && (calm || state.native.contains(&point))
        })
    }

    /// Whether a token is a Roman numeral of one character each, or typography.
    pub(super) fn is_typographic(&self, best: &Best) -> bool {
        let numeral = |slot: &Slot| self.model.properties.get(slot.glyph).class() == Class::Number;
        best.slots.iter().all(numeral) || self.is_old_typography(best)
    }

    /// Whether a token is a fullwidth number, alone or before what it counts: `１２月`.
    fn is_wide_number(&self, token: &[u32]) -> bool {
        let digits = token.iter().take_while(|point| WIDE_DIGITS.contains(point)).count();
        digits > 0 && token[digits..].iter().all(|&point| self.is_east_asian(point))
    }

    /// Whether all that was changed are the letters of older or finer typography: long s, ligatures,
    /// digraphs.
    pub(super) fn is_old_typography(&self, best: &Best) -> bool {
        const FULLWIDTH: std::ops::RangeInclusive<u32> = 0xFF00..=0xFFEF;
        // The signs of abbreviation of medieval scribes, each for several letters.
        const MEDIEVAL: std::ops::RangeInclusive<u32> = 0xA720..=0xA7F0;
        best.changes(0).all(|(slot, choice)| {
            let property = self.model.properties.get(slot.glyph);
            let medieval = MEDIEVAL.contains(&slot.glyph) && choice.reading.as_slice().len() > 1;
            let known = match choice.disguise {
                Some((_, Reason::Decomposition)) => true,
                Some((_, Reason::Name)) => medieval,
                _ => false,
            };
            known
                && property.is_letter()
                && property.script() == best.script
                && !FULLWIDTH.contains(&slot.glyph)
                && !is_raised(slot.glyph)
        })
    }

    /// What the cheapest reading costs in which every change is one that keyboards confuse.
    pub(super) fn slip(&self, best: &Best) -> f32 {
        let twins = |at: usize| {
            let mut changes = best.changes(at).peekable();
            changes.peek().is_some() && changes.all(|(slot, choice)| self.is_twin(slot, choice))
        };
        (0..best.parses.len())
            .filter(|&at| twins(at))
            .map(|at| best.parses[at].cost() + judge::GLYPH * best.changes(at).count() as f32)
            .fold(f32::INFINITY, f32::min)
    }

    /// Whether a keyboard has the glyph: a plain letter that stands for its twin in another script,
    /// or anything of ASCII for a letter that is not Latin.
    pub(super) fn is_twin(&self, slot: &Slot, choice: &Choice) -> bool {
        let property = self.model.properties.get(slot.glyph);
        let into =
            choice.reading.as_slice().first().map(|&c| self.model.properties.get(c).script());
        let ascii = slot.glyph < 0x80 && into != Some(Script::LATIN);
        let plain = matches!(property.calm(), Calm::Plain(_));
        let by_table = |one: &Choice| matches!(one.disguise, Some((_, Reason::Confusable)));
        ascii || plain && slot.choices.iter().any(by_table)
    }
}

/// Whether a digit, a sign or several characters were read as a letter.
pub(super) fn is_shape((_, choice): &(&Slot, &Choice)) -> bool {
    matches!(choice.disguise, Some((Family::Leet | Family::Multi, _)))
}

/// Where a glyph is as much a capital as a small letter, a sentence starts with the capital.
fn start_sentence(choices: &mut [Choice]) {
    let first = |choice: &Choice| choice.reading.as_slice().first().copied().unwrap_or(0);
    let capitals: Vec<(u32, f32)> = choices
        .iter()
        .filter(|choice| fold(first(choice)) != first(choice))
        .map(|choice| (fold(first(choice)), choice.cost))
        .collect();
    for choice in choices.iter_mut().filter(|choice| choice.disguise.is_some()) {
        let small = first(choice);
        if capitals.iter().any(|&(c, cost)| c == small && cost <= choice.cost + CAPITAL_AS_LIKELY) {
            choice.cost += SMALL_INITIAL;
        }
    }
}
