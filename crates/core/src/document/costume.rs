//! Words wholly in letters of other scripts that look like the text's own (`ყ` for y, `০ք` for of).
//! Nobody would suspect them by themselves; in a text that is disguised anyway they are weighed, but
//! for those of a script that the text honestly uses.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge;
use crate::properties::{Class, Script};
use crate::token::Token;

use super::Document;
use super::case::{Case, State};

/// So many letters are seldom a known word by chance.
const LONG: usize = 4;
/// -ln of how rarely a text that has no word of a script has one letter of it by itself.
const LONE: f32 = 7.0;
/// A text that puts on the letters of so many scripts takes them from anywhere.
const ANYWHERE: usize = 2;

impl Document<'_> {
    /// Such words, each with its gain.
    pub(super) fn costumes(&self, state: &State) -> Vec<Case> {
        let mut found = self.cases(|token| self.is_costume(token));
        if found.is_empty() {
            return found;
        }
        for case in &mut found {
            self.weigh(state, case);
        }
        let honest = self.honest_scripts(&found);
        let own = |case: &Case| {
            let script = |&point: &u32| self.model.properties.get(point).script();
            self.slice(case).iter().map(script).any(|script| honest.contains(&script))
        };
        found.retain(|case| !own(case));
        let worn = self.worn_scripts();
        for case in &mut found {
            let script = self.model.properties.get(self.slice(case)[0]).script();
            if worn.len() < ANYWHERE && !worn.contains(&script) {
                continue;
            }
            let quoted = case.places.iter().any(|&place| self.is_enclosed(&self.tokens[place]));
            if self.slice(case).len() == 1 && !quoted {
                case.gain += LONE;
            }
        }
        found
    }

    /// Whether a token has nothing but letters and digits that look like others, and is no number.
    fn is_costume(&self, token: &Token) -> bool {
        let letters = &self.text[token.start..token.end];
        let classes = letters.iter().map(|&point| self.model.properties.get(point).class());
        let (mut shown, mut digits) = (0, 0);
        // Thai ๏ and its like stand for letters among others, and not by themselves.
        let none = |class: &Class| matches!(class, Class::Invisible | Class::Punctuation);
        for class in classes.filter(|class| !none(class)) {
            if !matches!(class, Class::Upper | Class::Lower | Class::Letter | Class::Digit) {
                return false;
            }
            shown += 1;
            digits += usize::from(class == Class::Digit);
        }
        !token.is_suspicious()
            && usize::from(token.alike) == shown
            && !(shown == 1 && self.is_east_asian(letters[0]))
            && (shown == 1 || digits < shown)
            && !self.in_number(token)
            && !self.in_formula(token)
    }

    /// The scripts, of those that nothing is read into, whose letters stand among others in one word.
    fn worn_scripts(&self) -> BTreeSet<Script> {
        let suspects = self.tokens.iter().filter(|token| token.is_suspicious());
        let letters = suspects.flat_map(|token| &self.text[token.start..token.end]);
        let properties = letters.map(|&point| self.model.properties.get(point));
        let scripts = properties.filter(|one| one.is_letter()).map(|one| one.script());
        let nobodys = [Script::COMMON, Script::INHERITED];
        let other =
            |script: &Script| !Script::TARGETS.contains(script) && !nobodys.contains(script);
        scripts.filter(other).collect()
    }

    /// The scripts that have words of their own: with a letter that looks like no other, or which
    /// read as nothing known, taken all together.
    fn honest_scripts(&self, found: &[Case]) -> BTreeSet<Script> {
        let mut sums: BTreeMap<Script, f32> = BTreeMap::new();
        for case in found {
            let letters = self.slice(case);
            if let Some(script) = self.only_script(letters).filter(|_| letters.len() > 1) {
                let known = case.best.as_ref().is_some_and(|best| best.parses[0].in_lexicon);
                let least = if known && letters.len() >= LONG { 0.0 } else { -judge::LOUDEST };
                *sums.entry(script).or_default() +=
                    case.gain.clamp(least, judge::LOUDEST) * case.places.len() as f32;
            }
        }
        let mut honest: BTreeSet<Script> =
            sums.into_iter().filter(|&(_, sum)| sum < 0.0).map(|(script, _)| script).collect();
        for token in self.tokens.iter().filter(|token| token.apart > 0) {
            honest.extend(self.only_script(&self.text[token.start..token.end]));
        }
        honest
    }

    /// Whether a character is an ideograph or of a script written among them: one may be a word.
    pub(super) fn is_east_asian(&self, point: u32) -> bool {
        self.model.east_asian.contains(self.model.properties.get(point).script())
    }

    /// The one script of all letters, marks apart.
    fn only_script(&self, letters: &[u32]) -> Option<Script> {
        let properties = letters.iter().map(|&point| self.model.properties.get(point));
        let mut scripts = properties.filter(|one| one.is_letter()).map(|one| one.script());
        let first = scripts.next()?;
        scripts.all(|script| script == first).then_some(first)
    }
}
