//! Character n-grams of every language: how likely a letter is after the ones before it.
//!
//! Interpolated Witten-Bell smoothing (Chen and Goodman 1998), kept as back-off; `model/ngrams.py`
//! makes the table. All languages share one trie, since most n-grams are of several: a walk along
//! a word gives what it costs in each. What is asked in one language letter by letter, as a beam
//! asks it, is read off that language's automaton, made when it is first needed.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::ModelError;
use crate::automaton::Automaton;
use crate::bytes::{Parts, U16s, U32s};

/// The longest n-gram.
pub(crate) const ORDER: usize = 5;
/// Stands before the first letter of a word.
pub(crate) const START: u32 = 2;
/// Stands after the last letter of a word.
pub(crate) const END: u32 = 3;

/// Steps to the nat of all costs here.
pub(crate) const STEPS: f32 = 16.0;
/// What the end of a word costs where the counts were taken inside words, in steps: one letter in
/// six.
pub(crate) const ANY_END: u16 = 29;
/// What a letter costs that the language does not write, in steps.
pub(crate) const UNWRITTEN: u8 = 176;
/// A letter that costs more by itself is not of the language's alphabet, in steps.
const RARE: u8 = 152;
/// As many languages have a number of seven bits.
pub(crate) const MOST_LANGUAGES: usize = 1 << 7;

/// As many languages are summed at once.
const LANES: usize = 16;

/// So many languages are quicker to ask one by one than all in one walk.
const FEW: u32 = 8;

/// No n-gram.
const NONE: u32 = u32::MAX;
/// Flags beside a letter's number, and beside a language's.
const LAST: u16 = 1 << 15;
const CHILDREN: u16 = 1 << 14;
const LAST_VALUE: u8 = 1 << 7;
/// Letters below this are found at once, others by search.
const NEAR: usize = 0x600;

/// What a word costs in each language, in steps.
pub(crate) type Sums = [u16; MOST_LANGUAGES];

/// The packed trie. An n-gram's number is its place, level by level; those of one letter come first,
/// in the order of the letters, so that a letter's number is that of its n-gram.
#[derive(Clone, Debug)]
pub(crate) struct Ngrams {
    letters: U32s,
    nodes: U16s,
    languages: &'static [u8],
    costs: &'static [u8],
    backs: &'static [u8],
    /// How many n-grams may go on: those below the longest.
    contexts: usize,
    index: Arc<Index>,
}

/// Where things are in the trie, found in one pass when it is first asked.
#[derive(Debug, Default)]
struct Index {
    places: OnceLock<Places>,
    automata: OnceLock<Box<[OnceLock<Automaton>]>>,
}

#[derive(Debug)]
struct Places {
    /// For each n-gram that may go on, the first that goes on from it; ends with the last one's end.
    children: Vec<u32>,
    /// For each n-gram the first of its values; ends with the last one's end.
    values: Vec<u32>,
    /// The number of each near letter.
    near: Vec<u32>,
    /// What each letter costs in each language by itself, and what it costs that nothing longer is
    /// known after it: nearly all languages of its script have these.
    alone: Vec<[u8; MOST_LANGUAGES]>,
    backs: Vec<[u8; MOST_LANGUAGES]>,
    /// For each letter, a bit for each language that writes it.
    written: Vec<u128>,
    /// The languages whose words' ends were not counted.
    endless: Vec<u8>,
    /// How much of a row is used: a whole number of vector registers.
    lanes: usize,
}

impl Ngrams {
    pub fn new(section: &'static [u8]) -> Result<Ngrams, ModelError> {
        let mut parts = Parts::new("ngrams", section);
        let mut orders = [0; ORDER];
        for order in &mut orders {
            *order = parts.number()?;
        }
        let (values, short) = (parts.number()?, parts.number()?);
        let all: usize = orders.iter().sum();
        let ngrams = Ngrams {
            letters: U32s(parts.take(orders[0] * 4)?),
            nodes: U16s(parts.take(all * 2)?),
            languages: parts.take(values)?,
            costs: parts.take(values)?,
            backs: parts.take(short)?,
            contexts: all - orders[ORDER - 1],
            index: Arc::default(),
        };
        Ok(ngrams)
    }

    fn places(&self) -> &Places {
        self.index.places.get_or_init(|| Places::of(self))
    }

    /// The n-gram of one letter.
    #[inline]
    fn unigram(&self, places: &Places, letter: u32) -> u32 {
        match places.near.get(letter as usize) {
            Some(&number) => number,
            None => self.letters.find(letter).map_or(NONE, |at| at as u32),
        }
    }

    /// The n-gram that is this one and one more letter, given by its number.
    #[inline]
    fn child(&self, places: &Places, node: u32, letter: u32) -> u32 {
        let (Some(&first), Some(&end)) =
            (places.children.get(node as usize), places.children.get(node as usize + 1))
        else {
            return NONE;
        };
        let (mut low, mut high) = (first as usize, end as usize);
        while low < high {
            let middle = (low + high) / 2;
            let found = u32::from(self.nodes.get(middle) & !(LAST | CHILDREN));
            match found.cmp(&letter) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return middle as u32,
            }
        }
        NONE
    }

    /// The values of an n-gram: their places, and their languages (with a flag beside the last).
    #[inline]
    fn values(&self, places: &Places, node: u32) -> (Range<usize>, &'static [u8]) {
        let Some(&[first, end]) = places.values.get(node as usize..node as usize + 2) else {
            return (0..0, &[]);
        };
        let range = first as usize..end as usize;
        (range.clone(), self.languages.get(range).unwrap_or_default())
    }

    /// Puts an n-gram's costs in the place of what shorter ones said.
    #[inline]
    fn set(&self, places: &Places, node: u32, costs: &mut Sums) {
        let (range, languages) = self.values(places, node);
        for (&language, &cost) in languages.iter().zip(&self.costs[range]) {
            costs[usize::from(language & !LAST_VALUE)] = cost.into();
        }
    }

    /// Adds what it costs that nothing longer is known after a context.
    #[inline]
    fn fall_back(&self, places: &Places, context: u32, costs: &mut Sums) {
        let (range, languages) = self.values(places, context);
        let backs = self.backs.get(range).unwrap_or_default();
        for (&language, &back) in languages.iter().zip(backs) {
            costs[usize::from(language & !LAST_VALUE)] += u16::from(back);
        }
    }

    /// What a folded word costs in each of these languages (a bit for each), ends included, in steps; of
    /// others nothing is told.
    pub fn word_costs_in(&self, word: &[u32], languages: u128) -> Sums {
        if languages.count_ones() > FEW {
            return self.word_costs(word);
        }
        let mut sums = [0; MOST_LANGUAGES];
        let mut rest = languages;
        while rest != 0 {
            let at = rest.trailing_zeros() as usize;
            sums[at] = self.automaton(at).word_cost(word);
            rest &= rest - 1;
        }
        sums
    }

    /// What a folded word costs in each language, ends included, in steps.
    pub fn word_costs(&self, word: &[u32]) -> Sums {
        let places = self.places();
        let lanes = places.lanes;
        let mut sums = [0u16; MOST_LANGUAGES];
        let mut costs = [0u16; MOST_LANGUAGES];
        // The n-grams of the last one to four letters.
        let mut contexts = [NONE; ORDER - 1];
        contexts[0] = self.unigram(places, START);
        for &letter in word.iter().chain(&[END]) {
            let unigram = self.unigram(places, letter);
            let mut next = [NONE; ORDER - 1];
            match places.alone.get(unigram as usize) {
                Some(row) => {
                    for (cost, &alone) in costs[..lanes].iter_mut().zip(&row[..lanes]) {
                        *cost = alone.into();
                    }
                }
                None => costs[..lanes].fill(UNWRITTEN.into()),
            }
            next[0] = unigram;
            for (length, &context) in contexts.iter().enumerate() {
                if context == NONE {
                    continue;
                }
                match places.backs.get(context as usize) {
                    Some(row) => {
                        for (cost, &back) in costs[..lanes].iter_mut().zip(&row[..lanes]) {
                            *cost += u16::from(back);
                        }
                    }
                    None => self.fall_back(places, context, &mut costs),
                }
                if unigram == NONE {
                    continue;
                }
                let gram = self.child(places, context, unigram);
                if gram != NONE {
                    self.set(places, gram, &mut costs);
                    if let Some(place) = next.get_mut(length + 1) {
                        *place = gram;
                    }
                }
            }
            if letter == END {
                for &language in &places.endless {
                    costs[usize::from(language)] = ANY_END;
                }
            }
            for (sum, &cost) in sums[..lanes].iter_mut().zip(&costs[..lanes]) {
                *sum = sum.saturating_add(cost);
            }
            contexts = next;
        }
        sums
    }

    /// The automaton of one language.
    #[inline]
    pub fn automaton(&self, language: usize) -> &Automaton {
        let automata = self
            .index
            .automata
            .get_or_init(|| (0..MOST_LANGUAGES).map(|_| OnceLock::new()).collect());
        automata[language].get_or_init(|| Automaton::new(&Walk::of(self, language)))
    }

    /// Whether the language writes this letter, more than now and then in a foreign name.
    #[inline]
    pub fn writes(&self, language: usize, letter: u32) -> bool {
        self.writers(letter) >> language & 1 == 1
    }

    /// A bit for each language that writes this letter.
    #[inline]
    pub fn writers(&self, letter: u32) -> u128 {
        let places = self.places();
        let number = self.unigram(places, letter);
        places.written.get(number as usize).copied().unwrap_or(0)
    }
}

impl Places {
    fn of(ngrams: &Ngrams) -> Places {
        let count = ngrams.nodes.0.len() / 2;
        let first = ngrams.letters.len();
        let mut children = Vec::with_capacity(ngrams.contexts + 1);
        let mut next = first;
        for node in 0..ngrams.contexts {
            children.push(next as u32);
            // All that goes on from an n-gram comes after it, but in a damaged table.
            if ngrams.nodes.get(node) & CHILDREN != 0 && next > node {
                while next < count && ngrams.nodes.get(next) & LAST == 0 {
                    next += 1;
                }
                next += 1;
            }
        }
        children.push(next as u32);
        let mut values = Vec::with_capacity(count + 1);
        let (mut starts, mut most) = (true, 0);
        for (at, &language) in ngrams.languages.iter().enumerate() {
            if starts {
                values.push(at as u32);
            }
            starts = language & LAST_VALUE != 0;
            most = most.max(language & !LAST_VALUE);
        }
        values.push(ngrams.languages.len() as u32);
        let mut near = vec![NONE; NEAR];
        for number in 0..first {
            if let Some(place) = near.get_mut(ngrams.letters.get(number) as usize) {
                *place = number as u32;
            }
        }
        let mut places = Places {
            children,
            values,
            near,
            alone: Vec::new(),
            backs: Vec::new(),
            written: Vec::new(),
            endless: Vec::new(),
            lanes: (usize::from(most) + 1).next_multiple_of(LANES),
        };
        let start = ngrams.unigram(&places, START);
        let bits = |number: u32, most: u8| {
            let (range, languages) = ngrams.values(&places, number);
            let values = languages.iter().zip(&ngrams.costs[range]);
            let values = values.filter(|(_, cost)| **cost < most);
            values.fold(0, |bits, (language, _)| bits | 1u128 << (language & !LAST_VALUE))
        };
        let dense = |number: u32, nothing: u8, said: &[u8]| {
            let mut row = [nothing; MOST_LANGUAGES];
            let (range, languages) = ngrams.values(&places, number);
            for (&language, &one) in languages.iter().zip(said.get(range).unwrap_or_default()) {
                row[usize::from(language & !LAST_VALUE)] = one;
            }
            row
        };
        let alone = (0..first as u32).map(|at| dense(at, UNWRITTEN, ngrams.costs)).collect();
        let backs = (0..first as u32).map(|at| dense(at, 0, ngrams.backs)).collect();
        let written = (0..first as u32).map(|number| bits(number, RARE)).collect();
        let ends = bits(start, u8::MAX);
        let endless = (0..=most).filter(|&language| ends >> language & 1 == 0);
        (places.written, places.endless) = (written, endless.collect());
        (places.alone, places.backs) = (alone, backs);
        places
    }
}

/// One language's part of the trie, as its automaton is made from it.
pub(crate) struct Walk<'a> {
    ngrams: &'a Ngrams,
    places: &'a Places,
    language: usize,
}

/// One n-gram of a language.
pub(crate) struct Gram {
    pub node: u32,
    /// The last letter's number.
    pub letter: u32,
    pub cost: u8,
    pub back: u8,
}

impl<'a> Walk<'a> {
    fn of(ngrams: &'a Ngrams, language: usize) -> Walk<'a> {
        Walk { ngrams, places: ngrams.places(), language }
    }

    /// The n-grams that go on from `node`, or those of one letter; in the order of their letters.
    pub fn after(&self, node: Option<u32>) -> impl Iterator<Item = Gram> {
        let range = match node {
            None => 0..self.ngrams.letters.len() as u32,
            Some(node) => match self.places.children.get(node as usize..) {
                Some(&[first, end, ..]) => first..end,
                _ => 0..0,
            },
        };
        range.filter_map(|node| {
            let (range, languages) = self.ngrams.values(self.places, node);
            // In the order of the languages: most n-grams are of few.
            let language = |&one: &u8| usize::from(one & !LAST_VALUE);
            let place = languages.iter().position(|one| language(one) >= self.language)?;
            let at = range.start + place;
            (language(&languages[place]) == self.language).then_some(())?;
            let letter = u32::from(self.ngrams.nodes.get(node as usize) & !(LAST | CHILDREN));
            let back = self.ngrams.backs.get(at).copied().unwrap_or(0);
            Some(Gram { node, letter, cost: self.ngrams.costs[at], back })
        })
    }

    /// The letter with this number.
    pub fn letter(&self, number: u32) -> u32 {
        self.ngrams.letters.get(number as usize)
    }
}
