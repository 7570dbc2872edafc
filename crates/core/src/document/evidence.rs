//! What the text says of itself before anything is judged: languages, scripts, honest odd letters.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use crate::Reason;
use crate::accents::is_vowel;
use crate::judge::{self, Setting};
use crate::language::{Evidence, Mixture, Votes, fold, folded, word_hash};
use crate::math::ln;
use crate::properties::{Calm, Class, Property, Script, Scripts};
use crate::token::Token;

use super::Document;
use super::case::Case;
use super::shaped::is_drawn;

/// How many different words are asked for their language.
pub(super) const WITNESSES: usize = 40;

/// The share of odd letters that one orthography has at least where they are its own.
pub(super) const COVERED: f32 = 0.8;

/// How many letters of its own show that a script has words in the text, and how many different words
/// of so many letters that are all of it.
pub(super) const AT_HOME: usize = 3;
const WORDS_AT_HOME: usize = 10;
const LONG: usize = 3;

/// How many letters every script counts as having, so that none is impossible.
pub(super) const UNSEEN: f32 = 0.2;

impl Document<'_> {
    /// At most so many words without anything odd; `disguised` says that others are under suspicion.
    pub(super) fn calm_words(&self, most: usize, disguised: bool) -> Vec<Evidence> {
        let calm: Vec<&Token> = self.tokens.iter().filter(|token| !token.is_suspicious()).collect();
        let step = calm.len().div_ceil(most).max(1);
        calm.into_iter()
            .step_by(step)
            .filter_map(|token| {
                let letters = &self.text[token.start..token.end];
                let word = self.folded(letters);
                let script = self.model.properties.get(*word.first()?).script();
                // A word of nothing but Cyrillic may be a Latin one in a text that mixes them.
                let may_read = disguised && letters.iter().all(|&point| point >= 0x80);
                let read = if may_read { self.at_first_sight(letters) } else { Vec::new() };
                let mut read: Vec<_> = read.iter().map(|letters| self.folded(letters)).collect();
                // What some language has as it stands is not taken for what none has.
                let is_known = |word: &[u32]| {
                    self.model.lexicon.get(word_hash(word.iter().copied())).is_some()
                };
                if !read.is_empty() && is_known(&word) {
                    read.retain(|read| is_known(read));
                }
                (word.len() > 1).then_some(Evidence {
                    word,
                    script,
                    weight: 1.0,
                    read,
                    mixed: false,
                })
            })
            .collect()
    }

    /// The letters of a token in lower case; nothing if it has digits.
    pub(super) fn folded(&self, letters: &[u32]) -> Vec<u32> {
        let class = |point: u32| self.model.properties.get(point).class();
        if letters.iter().any(|&point| matches!(class(point), Class::Digit | Class::Number)) {
            return Vec::new();
        }
        let mut word = Vec::with_capacity(letters.len() + 1);
        let seen = letters.iter().filter(|&&point| class(point) != Class::Invisible);
        word.extend(seen.flat_map(|&point| folded(point)));
        word
    }

    pub(super) fn setting(&self, cases: &[Case]) -> Setting {
        if cases.is_empty() {
            return Setting::default();
        }
        let (mut letters, mut ideographs) = (0, 0);
        for &point in self.spelt.iter() {
            let property = self.model.properties.get(point);
            letters += usize::from(property.is_letter());
            ideographs += usize::from(self.is_east_asian(point));
        }
        Setting {
            covered: self.is_covered(cases),
            east_asian: ideographs > 3 && ideographs * 10 > letters,
            accents: self.strange_accents,
            names: self.names,
            annotated: self.is_annotated(cases),
            at_home: self.scripts_at_home(),
        }
    }

    /// Whether one orthography of each script has nearly all odd letters of the words that are of one
    /// script, if there are any.
    fn is_covered(&self, cases: &[Case]) -> bool {
        let mut counts: BTreeMap<Script, BTreeMap<u32, usize>> = BTreeMap::new();
        for case in cases {
            let letters = self.slice(case).iter().map(|&c| (c, self.model.properties.get(c)));
            let mut letters = letters.filter(|(_, property)| property.is_letter()).peekable();
            let Some(&(_, first)) = letters.peek() else { continue };
            let script = first.script();
            if !Script::TARGETS.contains(&script)
                || !letters.clone().all(|(_, property)| property.script() == script)
            {
                continue;
            }
            for (point, _) in letters.filter(|(_, property)| property.calm() == Calm::Odd) {
                *counts.entry(script).or_default().entry(point).or_default() += case.places.len();
            }
        }
        !counts.is_empty()
            && counts.into_values().all(|counts| {
                let all: usize = counts.values().sum();
                self.model.alphabets.best(counts.into_iter()).1 as f32 >= COVERED * all as f32
            })
    }

    /// The scripts of some letters that look like no other, in words without any that we read into, and
    /// those that many words are wholly of: there is no disguise in these.
    fn scripts_at_home(&self) -> Scripts {
        let words = self.tokens.iter().filter(|token| token.plain == [0; 3]);
        let mut letters = [0usize; 1 << u8::BITS];
        let mut whole: BTreeMap<Script, BTreeSet<&[u32]>> = BTreeMap::new();
        for token in words {
            let word = &self.text[token.start..token.end];
            let mut properties = word.iter().map(|&point| self.model.properties.get(point));
            for property in properties.clone() {
                letters[usize::from(property.script().0)] += usize::from(is_apart(property));
            }
            let script = self.model.properties.get(word[0]).script();
            let own = |property: Property| property.is_letter() && property.script() == script;
            if word.len() >= LONG && script != Script::COMMON && properties.all(own) {
                whole.entry(script).or_default().insert(word);
            }
        }
        let mut found = Scripts::default();
        for (script, letters) in (0..=u8::MAX).map(Script).zip(letters) {
            let words = whole.get(&script).map_or(0, BTreeSet::len);
            if letters >= AT_HOME || words >= WORDS_AT_HOME {
                found.insert(script);
            }
        }
        found
    }

    /// Whether the accents of the tokens that are no words stand on vowels only, and are two marks
    /// at most, as stress, length and tone are shown.
    fn is_annotated(&self, cases: &[Case]) -> bool {
        const KINDS: usize = 2;
        let mut kinds: BTreeSet<char> = BTreeSet::new();
        for case in cases {
            let mut base = None;
            for c in self.slice(case).iter().filter_map(|&point| char::from_u32(point)).nfd() {
                if unicode_normalization::char::is_combining_mark(c) {
                    kinds.insert(c);
                    if !base.is_some_and(|on| is_vowel(&self.model.properties, on)) {
                        return false;
                    }
                } else {
                    base = Some(c as u32);
                }
            }
        }
        kinds.len() <= KINDS
    }

    /// -ln of each target script's share of the letters, as far as they are read already.
    pub(super) fn script_costs(&self, cases: &[Case]) -> [f32; 3] {
        let mut counts = [UNSEEN; 3];
        for token in self.tokens.iter().filter(|token| !token.is_suspicious()) {
            for (count, &plain) in counts.iter_mut().zip(&token.plain) {
                *count += f32::from(plain);
            }
        }
        for case in cases {
            let token = self.slice(case);
            match &case.best {
                Some(best) => {
                    let weight = if case.gain > 0.0 { 1.0 } else { 0.3 };
                    counts[usize::from(best.script.0 - Script::LATIN.0)] +=
                        weight * token.len() as f32;
                }
                None => {
                    for script in token.iter().filter_map(|&point| self.apparent_script(point)) {
                        counts[usize::from(script.0 - Script::LATIN.0)] += 1.0;
                    }
                }
            }
        }
        let total: f32 = counts.iter().sum();
        counts.map(|count| -judge::SCRIPT * ln(count / total))
    }

    /// The script that a letter shows: its own, or the one of the letter that it is a form of.
    pub(super) fn apparent_script(&self, point: u32) -> Option<Script> {
        let property = self.model.properties.get(point);
        let named = |reason| matches!(reason, Reason::Decomposition | Reason::Name);
        let script = match property.calm() {
            Calm::Plain(script) => script,
            _ => self.model.lattice.candidates(point).find(|one| named(one.reason))?.script,
        };
        Script::TARGETS.contains(&script).then_some(script)
    }

    /// The languages of the calm words and of what the others read as.
    pub(super) fn mixture(&self, calm: &[Votes], cases: &[Case], read: bool) -> Mixture {
        let mut votes: Vec<Votes> = Vec::new();
        for case in cases.iter().take(WITNESSES) {
            let token = self.slice(case);
            let shaped = self.tokens[case.places[0]].shaped;
            let read = match &case.best {
                Some(best) if read => vec![best.read(token)],
                _ if shaped && is_drawn(self.model, self.text, &self.tokens[case.places[0]]) => {
                    self.drawn_at_sight(token)
                }
                _ => self.at_first_sight(token),
            };
            let word = match self.folded(token) {
                word if word.is_empty() && shaped => token.iter().map(|&c| fold(c)).collect(),
                word => word,
            };
            let read: Vec<Vec<u32>> = read.iter().map(|letters| self.folded(letters)).collect();
            if word.len() > 1 && read.iter().any(|letters| letters.len() > 1) {
                let script = self.model.properties.get(word[0]).script();
                let script = if shaped { Script::LATIN } else { script };
                let mixed = !word.iter().all(|&point| {
                    let own = self.model.properties.get(point).script();
                    own == script && own != Script::COMMON
                });
                let word = Evidence { word, script, weight: 0.5, read, mixed };
                votes.push(Votes::new(&self.asked, &word, false));
            }
        }
        Mixture::estimate(self.model, self.allowed, calm.iter().chain(&votes))
    }

    /// Whether any of the languages of the script writes the letter.
    pub(super) fn is_written(&self, script: Script, letter: u32) -> bool {
        let writers = |part: u32| self.model.ngrams.writers(part);
        let own = self.model.written_in(script);
        letter < 0x80 || folded(letter).map(writers).fold(own, |bits, one| bits & one) != 0
    }

    /// A token read glyph by glyph, each as what it most often is, in every script that fits.
    pub(super) fn at_first_sight(&self, token: &[u32]) -> Vec<Vec<u32>> {
        let mut reads =
            Script::TARGETS.map(|script| Some((script, Vec::with_capacity(token.len()))));
        for &point in token {
            let property = self.model.properties.get(point);
            match property.class() {
                Class::Invisible | Class::Mark => continue,
                Class::Digit if point < 0x80 => {
                    reads.iter_mut().flatten().for_each(|(_, read)| read.push(point));
                    continue;
                }
                _ => {}
            }
            let candidates = self.model.lattice.candidates(point);
            for place in &mut reads {
                let Some((script, read)) = place else { continue };
                let script = *script;
                let own = property.script() == script
                    && property.calm() != Calm::Odd
                    && self.is_written(script, point);
                if own {
                    read.push(point);
                    continue;
                }
                // A letter is written for a letter, where it looks like one.
                let likeliest =
                    |script: Script| candidates.clone().find(|one| one.script == script);
                match likeliest(script).or_else(|| likeliest(Script::COMMON)) {
                    Some(best) => read.extend_from_slice(best.reading.as_slice()),
                    None => *place = None,
                }
            }
        }
        reads.into_iter().flatten().map(|(_, read)| read).collect()
    }
}

/// Whether a letter looks like none of the scripts that are read into.
pub(super) fn is_apart(property: Property) -> bool {
    property.is_letter() && property.calm() == Calm::Apart && !property.has_readings()
}
