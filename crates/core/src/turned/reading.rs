//! A line read in one way: by a table or as plain letters, from its end or from its start.

use std::ops::Range;

use super::line::{Line, Word};
use super::runs::{Price, runs};
use super::table::Table;
use crate::decode::{Parse, TAKEN, decode, letters};
use crate::language::{UNKNOWN_LETTER, UNKNOWN_WORD, composed, fold, folded, word_hash};
use crate::math::exp;
use crate::ngram::STEPS;
use crate::properties::{Calm, Script};
use crate::slot::{Slot, least_glyph_cost};
use crate::speaker::word_cost;

/// What a word of plain letters of another script costs, which the generator did not know.
const FOREIGN_WORD: f32 = 4.0;
/// By how much a word must be likelier in another script than the line's, and how long.
const OTHER_SCRIPT: f32 = 10.0;
const LONG_ENOUGH: usize = 4;
/// A run of turned words has one strange glyph among so many letters, at least.
const FEW: usize = 4;
/// What a word costs a run at least that has none, or fewer than upright letters.
const LENT: f32 = 0.1;
/// What any word costs its language at least.
const COMMONEST: f32 = 3.0;
/// How many languages a line is read in, and how many of its words are asked for them.
const LANGUAGES: usize = 2;
const ASKED: usize = 40;

/// In which way a line is read.
#[derive(Clone, Copy)]
pub(super) struct Way {
    /// What the glyphs stand for, or nothing if for themselves.
    pub table: Option<&'static Table>,
    /// Whether the letters of a word stand from its end.
    pub reversed: bool,
    /// How sure it is that 6 and 9 are each other.
    pub digits: f32,
}

/// What a run of turned words must come to, at least.
#[derive(Clone, Copy)]
pub(super) struct Least {
    pub price: Price,
    /// Strange glyphs.
    pub strange: usize,
}

/// Where a line may be turned, before its words are read in any language.
struct Hopes<'a> {
    script: Script,
    price: Price,
    /// What each word gains at most.
    gains: &'a [f32],
    runs: Vec<Range<usize>>,
}

/// What a word reads as.
#[derive(Clone)]
pub(super) struct Reading {
    pub letters: Vec<u32>,
    /// By how much that is likelier than the word as it stands.
    pub gain: f32,
    /// How sure it is that the word reads so and not otherwise.
    pub sure: f32,
    /// Whether the lexicon has it.
    pub known: bool,
    /// The capital that the first letter may be as well.
    pub capital: Option<u32>,
}

/// What the words of a line read as, in one script and language.
pub(super) struct Readings {
    script: Script,
    pub words: Vec<Reading>,
}

impl Way {
    /// What the words of a line read as in the likeliest languages, of all that are `allowed`; nothing
    /// where no run of them can be worth that.
    pub fn read(self, line: &Line<'_>, allowed: &[bool], least: Least) -> Vec<Readings> {
        let mut found = Vec::new();
        let small_only = self.small_only(line);
        for script in Script::TARGETS {
            if script != Script::LATIN && !has_script(line, script) {
                continue;
            }
            let slots: Vec<Vec<Slot>> =
                line.words.iter().map(|word| self.slots(line, word, script)).collect();
            let most = |(word, slots): (&Word, &Vec<Slot>)| {
                let gain = word.honest - least_glyph_cost(slots).min(FOREIGN_WORD) - COMMONEST;
                let out = word.strange == 0 || self.upright(line, word) > word.strange;
                if out && self.table.is_some() { gain.min(-LENT) } else { gain }
            };
            let gains: Vec<f32> = line.words.iter().zip(&slots).map(most).collect();
            let turned = |run: &Range<usize>| {
                let words = &line.words[run.clone()];
                let strange: usize = words.iter().map(|word| word.strange).sum();
                let letters: usize = words.iter().map(|word| word.clusters.len()).sum();
                least.strange == 0 || strange >= least.strange.max(letters / FEW)
            };
            let price = least.price;
            let mut hopes =
                Hopes { script, price, runs: runs(gains.iter().copied(), price).0, gains: &gains };
            hopes.runs.retain(turned);
            if hopes.runs.is_empty() || !self.may_pay(line, &slots, &hopes, allowed) {
                continue;
            }
            for language in languages(line, slots.iter(), script, allowed) {
                let words = line.words.iter().zip(&slots);
                let words = words.map(|(word, slots)| {
                    let mut read = self.word(line, word, slots, language);
                    let allowed =
                        |&c: &u32| char::from_u32(c).is_some_and(|c| small_only.contains(c));
                    read.capital = read.capital.filter(allowed);
                    read
                });
                found.push(Readings { script, words: words.collect() });
            }
        }
        found
    }

    /// Whether runs that could be worth their price still can once their own words are read.
    fn may_pay(
        self,
        line: &Line<'_>,
        slots: &[Vec<Slot>],
        hopes: &Hopes<'_>,
        allowed: &[bool],
    ) -> bool {
        let within = |at: &usize| hopes.runs.iter().any(|run| run.contains(at));
        let asked = (0..slots.len()).filter(within).map(|at| &slots[at]);
        languages(line, asked, hopes.script, allowed).into_iter().any(|language| {
            let gains = hopes.gains.iter().enumerate().map(|(at, &gain)| match within(&at) {
                true => self.word(line, &line.words[at], &slots[at], language).gain,
                false => gain,
            });
            !runs(gains, hopes.price).0.is_empty()
        })
    }

    /// How many letters of a word are none on their heads: a turned word has few, since generators
    /// know the alphabet.
    fn upright(self, line: &Line<'_>, word: &Word) -> usize {
        let upright = |point: u32| {
            let plain = matches!(line.model.properties.get(point).calm(), Calm::Plain(_));
            plain && self.table.is_some_and(|table| !table.has(point))
        };
        line.slice(word.clusters.clone()).iter().filter(|&&point| upright(point)).count()
    }

    /// The capitals that the line's generator may have as small letters only: some always, some
    /// where the line has none of a kind.
    fn small_only(self, line: &Line<'_>) -> &'static str {
        const SMALL: [(char, char); 4] = [('B', 'q'), ('D', 'p'), ('K', 'ʞ'), ('R', 'ɹ')];
        let seen = |glyph: u32| line.seen.binary_search(&glyph).is_ok();
        let has_own = |&(capital, small): &(char, char)| {
            self.table.is_some_and(|table| table.before(capital.into(), small.into()).any(seen))
        };
        if SMALL.iter().any(has_own) { "JБЯ" } else { "BDJKRБЯ" }
    }

    fn word(self, line: &Line<'_>, word: &Word, slots: &[Slot], language: usize) -> Reading {
        let parses = decode(line.model, language, &[], slots, true);
        let mut honest = word.honest;
        if word.odd == 0 {
            let letters = composed(line.slice(word.clusters.clone()));
            honest = honest.min(word_cost(line.model, language, &letters, true).0);
        }
        let known = parses.first().is_some_and(|best| best.in_lexicon);
        let (letters, cost, sure, capital) = match parses.first() {
            Some(best) => {
                let all: f32 = parses.iter().map(|one| exp(best.cost() - one.cost())).sum();
                (read(slots, best), best.cost(), 1.0 / all, capital(slots, best))
            }
            None => (Vec::new(), f32::INFINITY, 0.0, None),
        };
        let foreign = self.foreign_word(line, word, language);
        if let Some((letters, cost)) = foreign.filter(|foreign| foreign.1 < cost) {
            return Reading { letters, gain: honest - cost, sure, known: false, capital: None };
        }
        let gain = if word.number { 0.0 } else { honest - cost };
        Reading { letters, gain, sure, known, capital }
    }

    /// A word of plain letters of another script, turned round and no more, with what it costs.
    fn foreign_word(
        self,
        line: &Line<'_>,
        word: &Word,
        language: usize,
    ) -> Option<(Vec<u32>, f32)> {
        let own = line.model.languages[language].script;
        let plain = |point: u32| match line.model.properties.get(point).calm() {
            Calm::Plain(script) => script != own,
            _ => false,
        };
        let mut clusters: Vec<Vec<u32>> =
            word.clusters.clone().map(|at| line.cluster(at)).collect();
        // A word whose every letter is another one on its head is that.
        let turned = |glyph: u32| {
            self.table.is_some_and(|table| {
                table
                    .readings(glyph)
                    .any(|(letter, _)| line.model.properties.get(letter).script() == own)
            })
        };
        let known = clusters.iter().all(|cluster| turned(cluster[0]));
        if known || !clusters.iter().all(|cluster| plain(cluster[0])) {
            return None;
        }
        if self.reversed {
            clusters.reverse();
        }
        let letters = composed(&clusters.concat());
        let folded: Vec<u32> = letters.iter().flat_map(|&letter| folded(letter)).collect();
        let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * folded.len() as f32;
        let known = line.model.lexicon.get(word_hash(folded.iter().copied()));
        let cost = known.map_or(unknown, |word| word.least().min(unknown));
        Some((letters, cost + FOREIGN_WORD))
    }
}

fn has_script(line: &Line<'_>, script: Script) -> bool {
    let letters = line.words.iter().flat_map(|word| line.slice(word.clusters.clone()));
    letters.copied().any(|point| line.model.properties.get(point).script() == script)
}

/// The languages of a script that know most of the line's words, each glyph read as what it most
/// often is.
fn languages<'s>(
    line: &Line<'_>,
    slots: impl Iterator<Item = &'s Vec<Slot>>,
    script: Script,
    allowed: &[bool],
) -> Vec<usize> {
    let model = line.model;
    let mut said = vec![0.0f32; model.languages.len()];
    let mut asked: Vec<usize> =
        (0..said.len()).filter(|&at| allowed[at] && model.languages[at].script == script).collect();
    for slots in slots.take(ASKED) {
        let first = slots.iter().flat_map(|slot| {
            let best = slot.choices.iter().min_by(|a, b| a.cost.total_cmp(&b.cost));
            best.into_iter().flat_map(|choice| choice.reading.as_slice())
        });
        let word: Vec<u32> = first.flat_map(|&letter| folded(letter)).collect();
        let unknown = UNKNOWN_WORD + UNKNOWN_LETTER * word.len() as f32;
        let known = model.lexicon.get(word_hash(word.iter().copied()));
        let ngrams = model.ngrams.word_costs(&word);
        for &at in &asked {
            let cost = match known.and_then(|known| known.cost(at)) {
                None if !model.languages[at].has_words => f32::from(ngrams[at]) / STEPS,
                cost => cost.unwrap_or(unknown),
            };
            said[at] += (unknown - cost).max(0.0);
        }
    }
    asked.retain(|&at| said[at] > 0.0);
    asked.sort_by(|&a, &b| said[b].total_cmp(&said[a]));
    asked.truncate(LANGUAGES);
    asked
}

/// One of the readings, each word in another script where that is much likelier.
pub(super) fn with_foreign(found: &[Readings], at: usize) -> Vec<Reading> {
    let own = &found[at];
    let others = || found.iter().filter(|other| other.script != own.script);
    let word = |number: usize| {
        let read = &own.words[number];
        let foreign = others().map(|other| &other.words[number]);
        let foreign = foreign.filter(|word| word.known && word.letters.len() >= LONG_ENOUGH);
        let best = foreign.max_by(|a, b| a.gain.total_cmp(&b.gain));
        let clear = best.filter(|best| !read.known && best.gain > read.gain + OTHER_SCRIPT);
        clear.unwrap_or(read).clone()
    };
    (0..own.words.len()).map(word).collect()
}

/// The capital that a parse's first letter may be as well.
fn capital(slots: &[Slot], parse: &Parse) -> Option<u32> {
    let (slot, pick) = (slots.first()?, *parse.picks.first()?);
    let small = slot.choices.get(usize::from(pick))?;
    let capital = slot.choices.iter().find(|other| {
        let (small, other) = (small.reading.as_slice(), other.reading.as_slice());
        matches!((small, other), ([a], [b]) if a != b && fold(*b) == *a)
    })?;
    capital.reading.as_slice().first().copied()
}

/// The letters of a parse.
fn read(slots: &[Slot], parse: &Parse) -> Vec<u32> {
    slots
        .iter()
        .zip(&parse.picks)
        .filter(|(_, pick)| **pick != TAKEN)
        .flat_map(|(slot, &pick)| letters(&[], slot, usize::from(pick)))
        .collect()
}
