//! All tokens together: is the text disguised, by what scheme, and which other tokens follow.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::accents::is_accented;
use crate::decode::word_cost;
use crate::judge::{self, Suspect};
use crate::language::fold;
use crate::properties::{Calm, Script};
use crate::scheme::Scheme;
use crate::slot::{Choice, Slot};
use crate::token::Token;
use crate::{Family, Reason};

use super::Document;
use super::case::{Case, State, is_styled, own, pair};
use super::weigh::LANGUAGES;

/// The most that the scripts of a text say against a Latin letter by itself.
const NOTATION: f32 = 2.0;

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
    pub(super) fn odds(&self, cases: &[Case]) -> f32 {
        let mut odds = -judge::DISGUISED_TEXT;
        if self.forewarned {
            odds += judge::FOREWARNED;
        }
        let letters =
            LazyCell::new(|| self.text.iter().map(|&c| fold(c)).collect::<HashSet<u32>>());
        let mut pairs: BTreeMap<(u32, u32), f32> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.gain > 0.0) {
            let Some(best) = &case.best else { continue };
            odds += case.gain.min(match best {
                best if best.slip => judge::SLIP_SAYS,
                best if best.changes(0).any(is_accent) => judge::ACCENT_SAYS,
                _ => judge::LOUDEST,
            });
            for (slot, choice) in best.changes(0) {
                let cost = if self.is_twin(slot, choice) {
                    let inner = matches!(choice.disguise, Some((_, Reason::Confusable)))
                        && slot.start > 0
                        && slot.start + 1 < self.slice(case).len();
                    let letter = choice.reading.as_slice().first().map(|&c| fold(c));
                    if inner && letter.is_some_and(|c| letters.contains(&c)) {
                        judge::PAIR - judge::INNER_SLIP_PAIR
                    } else {
                        judge::PAIR - judge::SLIP_PAIR
                    }
                } else if matches!(choice.disguise, Some((Family::Stylised, _))) {
                    judge::STYLE
                } else {
                    judge::PAIR
                };
                let known = pairs.entry(pair(slot, choice)).or_insert(cost);
                *known = known.min(cost);
            }
        }
        odds -= pairs.into_values().sum::<f32>();
        odds
    }

    /// What each glyph stood for, counted over every reading of every token by how likely it is.
    pub(super) fn scheme(&self, cases: &[Case]) -> Scheme {
        let mut scheme = Scheme::default();
        for case in cases {
            let Some(best) = &case.best else { continue };
            let sure = 1.0 / (1.0 + (-case.gain).exp());
            let least = best.parses[0].cost();
            let weights: Vec<f32> =
                best.parses.iter().map(|parse| (least - parse.cost()).exp()).collect();
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

    /// Words wholly of another script's letters, which only their neighbours give away.
    pub(super) fn whole_words(&self, state: &State, cases: &[Case]) -> Vec<Case> {
        let mut letters: BTreeMap<Script, usize> = BTreeMap::new();
        let mut pairs: BTreeSet<u32> = BTreeSet::new();
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
            let Some(best) = &case.best else { continue };
            *letters.entry(best.script).or_default() += case.places.len();
            pairs.extend(best.changes(0).map(|(slot, _)| slot.glyph));
        }
        let Some((&main, _)) = letters.iter().max_by_key(|&(script, &count)| (count, script.0))
        else {
            return Vec::new();
        };
        // In Latin a digit for a letter is leet, which honest authors write too.
        let has_digit = |token: &Token| {
            let digits = self.text[token.start..token.end]
                .iter()
                .filter(|&&point| point < 0x80 && (point as u8).is_ascii_digit())
                .count();
            main != Script::LATIN && digits > 0 && digits * 2 <= token.end - token.start
        };
        let has_own = |token: &Token| {
            self.text[token.start..token.end]
                .iter()
                .any(|&point| point >= 0x80 && pairs.contains(&point))
        };
        let wanted = |token: &Token| {
            let other = |script: Script| script != main || has_digit(token) || has_own(token);
            // Ethiopic, Thai, Armenian ... : letters that nobody would suspect among their like.
            let apart = token.alike > 0 && token.apart == 0 && token.plain == [0; 3];
            let calm = !token.is_suspicious() || token.accented;
            calm && (token.plain_script().is_some_and(other) || apart && has_own(token))
        };
        let mut found = self.cases(wanted);
        for case in &mut found {
            let token = self.slice(case);
            let honest = match self.tokens[case.places[0]].plain_script() {
                Some(own) => self.honest_word(state, own, token),
                None => {
                    let suspect = Suspect { token, bracketed: case.bracketed, spaced: case.spaced };
                    let ngrams = !self.ablation.no_ngrams;
                    judge::honest_cost(self.model, &state.mixture, state.setting, &suspect, ngrams)
                        + judge::OWN_BONUS
                }
            };
            let Some((best, cost)) = self.best(state, token, &[main], false) else { continue };
            let known = |slot: &Slot| pairs.contains(&slot.glyph);
            if best.parses[0].in_lexicon
                || best.changes(0).all(|(slot, choice)| known(slot) || self.is_twin(slot, choice))
            {
                let unseen = best.changes(0).filter(|(slot, _)| !known(slot)).count();
                case.gain = honest - cost - judge::PAIR * unseen as f32 - judge::CLEAR_TEXT;
                if case.spaced {
                    case.gain += judge::SPACED;
                }
                case.best = Some(best);
            }
        }
        found
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

    /// What a word costs in the leading languages of its own script.
    fn honest_word(&self, state: &State, script: Script, token: &[u32]) -> f32 {
        // A Latin letter by itself is notation in any script.
        let notation = script == Script::LATIN && token.len() == 1;
        let place = state.scripts[usize::from(script.0 - Script::LATIN.0)];
        let place = if notation { place.min(NOTATION) } else { place };
        let said = |language| {
            word_cost(self.model, language, token, !self.ablation.no_ngrams).0
                + state.mixture.cost(language)
        };
        let languages = state.mixture.leading(self.model, script, LANGUAGES);
        languages.into_iter().map(said).fold(f32::INFINITY, f32::min) + place
    }

    /// A text that was seen to put a glyph in a letter's place did so elsewhere too.
    pub(super) fn lower_the_bar(&self, cases: &mut [Case]) {
        let mut seen: BTreeMap<(u32, u32), usize> = BTreeMap::new();
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
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
            let odd = |(slot, _): (&Slot, &Choice)| {
                self.model.properties.get(slot.glyph).calm() != Calm::Neutral
            };
            if best.changes(0).any(odd) {
                let own = best.changes(0).all(is_own);
                let styled = best.changes(0).all(|(_, choice)| is_styled(choice));
                let bonus = if styled { judge::STYLED_BONUS } else { judge::OWN_BONUS };
                case.gain += if own { bonus.max(mostly) } else { mostly };
            }
        }
    }
}

fn is_accent((_, choice): (&Slot, &Choice)) -> bool {
    matches!(choice.disguise, Some((Family::Accent, _)))
}
