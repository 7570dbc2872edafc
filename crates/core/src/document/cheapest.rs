//! The least that a reading costs in any language of a script: a bound on what decoding finds
//! (`speaker.rs`), told from the lexicon and from the n-grams of all its languages at once.

use crate::codepage::hearings;
use crate::language::{IN_LEXICON, IN_NGRAMS, folded, word_hash};
use crate::model::Model;
use crate::ngram;
use crate::properties::{Class, Script};
use crate::speaker::DIGIT;

/// In how many ways the letters of a word may be heard at most.
const HEARINGS: usize = 8;
/// What lexicon and n-grams say together costs less than either alone, by so much at most.
const BOTH: f32 = std::f32::consts::LN_2;

/// What the letters of a reading cost at least, as [`crate::speaker::Speaker::sounds_cost`] has it.
pub(super) fn cheapest(model: &Model, script: Script, read: &[u32]) -> f32 {
    let letters: Vec<u32> = read.iter().flat_map(|&letter| folded(letter)).collect();
    let kind = |letter: u32| match model.properties.get(letter).class() {
        Class::Digit | Class::Number => Some(DIGIT),
        Class::Punctuation | Class::Symbol if letter < 0x80 => Some(0.0),
        _ => None,
    };
    let others: f32 = letters.iter().filter_map(|&letter| kind(letter)).sum();
    let words = letters.split(|&letter| kind(letter).is_some()).filter(|word| !word.is_empty());
    others + words.map(|word| word_at_least(model, script, word)).sum::<f32>()
}

/// The same of one word, folded.
fn word_at_least(model: &Model, script: Script, word: &[u32]) -> f32 {
    let mut open = vec![Vec::with_capacity(word.len())];
    for &letter in word {
        let heard: Vec<u32> = hearings(letter).collect();
        if open.len() * heard.len() > HEARINGS {
            return 0.0;
        }
        open = open
            .iter()
            .flat_map(|before| heard.iter().map(move |&one| [&before[..], &[one]].concat()))
            .collect();
    }
    open.iter().map(|word| heard_at_least(model, script, word)).fold(f32::INFINITY, f32::min)
}

/// The same of a word as it is heard.
fn heard_at_least(model: &Model, script: Script, word: &[u32]) -> f32 {
    let lexicon = model.lexicon.get(word_hash(word.iter().copied()));
    // The n-grams know no marks, and go on after them as if they were not there.
    let is_mark = |&letter: &u32| model.properties.get(letter).class() == Class::Mark;
    let spelt: Vec<u32> = word.iter().copied().filter(|letter| !is_mark(letter)).collect();
    let mut own = model.written_in(script);
    let sums = model.ngrams.word_costs_in(&spelt, own);
    let mut least = f32::INFINITY;
    while own != 0 {
        let at = own.trailing_zeros() as usize;
        own &= own - 1;
        let said = f32::from(sums[at]) / ngram::STEPS;
        least = least.min(if !model.languages[at].has_words {
            said
        } else {
            match lexicon.and_then(|entry| entry.cost(at)) {
                Some(cost) => (cost + IN_LEXICON).min(said + IN_NGRAMS) - BOTH,
                None => said + IN_NGRAMS,
            }
        });
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::model;
    use crate::speaker::word_cost;

    #[test]
    fn is_never_above_what_a_language_says() {
        let model = model();
        for read in [
            "straße",
            "baþarýlý",
            "zażółć",
            "привет",
            "добры-дзень",
            "λόγος",
            "q7x",
            "ñandú",
            "x̌y",
            "ýýýý",
            "l'été",
            "ʻokina",
            "42nd",
        ] {
            let read: Vec<u32> = read.chars().map(u32::from).collect();
            for (at, language) in model.languages.iter().enumerate() {
                if Script::TARGETS.contains(&language.script) {
                    let least = cheapest(&model, language.script, &read);
                    let (cost, _) = word_cost(&model, at, &read, true);
                    assert!(least <= cost + 1e-3, "{read:?} {} {least} {cost}", language.code);
                }
            }
        }
    }

    #[test]
    fn tells_words_from_what_is_none() {
        let model = model();
        let least = |read: &str| {
            let read: Vec<u32> = read.chars().map(u32::from).collect();
            cheapest(&model, Script::LATIN, &read)
        };
        assert!(least("house") + 10.0 < least("hxqse"), "{} {}", least("house"), least("hxqse"));
    }
}
