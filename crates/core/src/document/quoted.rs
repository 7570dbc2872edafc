//! What shapes say for disguise in one token: little where an honest author may have put them there,
//! in a brand, a code, a variable, or a word that is quoted.

use std::collections::HashSet;

use crate::judge;
use crate::language::fold;
use crate::math::ln;
use crate::properties::Class;

use super::Document;
use super::case::{Best, Case};
use super::weigh::is_shape;

impl Document<'_> {
    /// The token's gain, as far as it tells of the text as a whole, in which so many known words
    /// are drawn.
    pub(super) fn shapes_say(&self, case: &Case, best: &Best, words: usize) -> f32 {
        let token = self.slice(case);
        let is = |point: u32, class: Class| self.model.properties.get(point).class() == class;
        let runs = token.iter().all(|&point| self.is_wordly(point));
        let several = best.changes(0).any(|(_, choice)| choice.width > 1);
        let drawn = best.changes(0).count();
        let sign = best.changes(0).any(|(slot, _)| !self.is_digit(slot.glyph));
        let capital = is(token[0], Class::Upper);
        let name = capital && drawn == 1 && !several && (sign || !case.initial);
        if !best.parses[0].in_lexicon {
            let says = case.gain.min(if name { judge::NAME_SAYS } else { judge::PLAYFUL });
            let chance = runs || token.len() < judge::LONG_ENOUGH;
            return if chance { judge::UNKNOWN_SAYS * says } else { says };
        }
        let most = if runs {
            self.runs_say(words)
        } else if several {
            judge::LOUDEST
        } else if token.len() <= judge::SHORT_TOKEN {
            judge::SHORT_SAYS
        } else if self.is_in_capitals(token) && !self.shouted {
            judge::CODE_SAYS
        } else if drawn > 1 {
            judge::LEET_SAYS * (drawn - 1) as f32
        } else if name {
            judge::NAME_SAYS
        } else {
            judge::PLAYFUL
        };
        case.gain.min(judge::LOUDEST).min(most)
    }

    /// How many different known words are drawn, those counted once that are the same up to the end of
    /// their first shape.
    pub(super) fn drawn_words(&self, cases: &[Case]) -> usize {
        let start = |case: &Case| -> Option<Vec<u32>> {
            let best = case.best.as_ref().filter(|_| case.gain > 0.0)?;
            let (slot, choice) = best.changes(0).next()?;
            let known =
                best.parses[0].in_lexicon && best.changes(0).all(|change| is_shape(&change));
            let letters = &self.slice(case)[..best.end(slot, choice)];
            known.then(|| letters.iter().map(|&c| fold(c)).collect())
        };
        cases.iter().filter_map(start).collect::<HashSet<_>>().len()
    }

    /// The most that letters which run together to others say where so many words have such: among many
    /// words one has them by chance.
    fn runs_say(&self, words: usize) -> f32 {
        let far_between = self.tokens.len() as f32 / words.max(1) as f32;
        let chance = ln((far_between / judge::WORDS_PER_RUN).max(1.0));
        (judge::LOUDEST - judge::RUN_RATIO * chance).max(0.0)
    }

    /// What the tokens with digits that are better honest, and signs written for a program, say against
    /// shapes: who writes digits or signs for letters writes words, and one or the other of such beside
    /// them at most.
    pub(super) fn codes_say(&self, cases: &[Case]) -> f32 {
        let is_code = |case: &&Case| {
            let token = self.slice(case);
            case.gain <= 0.0
                && self.tokens[case.places[0]].shaped
                && token.iter().any(|&point| self.is_digit(point))
                && !self.is_measure(token)
        };
        judge::CODE_SAYS_NOT
            * (cases.iter().filter(is_code).count() + self.coded).saturating_sub(1) as f32
    }

    /// Whether a word is in capitals: it has two at least, or one after a digit, and no small letter.
    fn is_in_capitals(&self, word: &[u32]) -> bool {
        let count = |class: Class| {
            word.iter().filter(|&&c| self.model.properties.get(c).class() == class).count()
        };
        let least = if self.is_digit(word[0]) { 1 } else { 2 };
        count(Class::Upper) >= least && count(Class::Lower) == 0
    }

    /// Whether more words of the text are in capitals than not.
    pub(super) fn is_shouted(&self) -> bool {
        let (mut capitals, mut others) = (0usize, 0usize);
        for token in &self.tokens {
            let word = &self.text[token.start..token.end];
            let small = word.iter().any(|&c| self.model.properties.get(c).class() == Class::Lower);
            if small {
                others += 1;
            } else if word.iter().all(|&c| self.is_wordly(c)) {
                capitals += 1;
            }
        }
        others == 0 || capitals > others
    }
}
