//! The simulator: disguises a text, and says what it did.
//!
//! Which glyphs stand for a letter comes from the reader's own tables, turned round. A reader
//! tested on such text is therefore flattered: it knows every glyph that it will meet.

mod alphabets;
mod draft;
mod hidden;
mod inverse;
mod kind;
mod letters;
mod order;
mod piled;
mod random;
mod shapes;
mod styled;
mod turned;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

pub use draft::{Change, Obfuscated};
pub use kind::Kind;

use crate::Family;
use crate::model::Model;
use crate::properties::Properties;
use alphabets::Alphabet;
use draft::Draft;
use inverse::{Glyph, Pools};
use kind::Unit;
use random::Random;
use shapes::ShapePool;

/// The share of a word's letters that are disguised where words are drawn, not letters.
const OF_A_WORD: f64 = 0.5;
/// How often a general kind draws for a word: a word without an m has no `rn`.
const TRIES: usize = 6;
/// Letters of the text that are remembered, to take a stray one from.
const SEEN: usize = 16;

#[derive(Debug)]
struct Tables {
    pools: Pools,
    leet: ShapePool,
    multi: ShapePool,
    alphabets: Vec<Alphabet>,
    turned: Vec<(u32, Vec<u32>)>,
}

/// Disguises text. Immutable, and safe to share among threads; its tables take a while to make.
#[derive(Debug)]
pub struct Obfuscator {
    properties: Properties,
    tables: Tables,
}

impl Obfuscator {
    /// Turns the model's lattice round.
    pub fn new(model: &Model) -> Obfuscator {
        let tables = Tables {
            pools: Pools::new(model),
            leet: ShapePool::new(model, Family::Leet),
            multi: ShapePool::new(model, Family::Multi),
            alphabets: alphabets::alphabets(model),
            turned: crate::turned::forms(),
        };
        Obfuscator { properties: model.properties.clone(), tables }
    }

    /// Disguises `text`, given as code points. Each letter, word or line, whichever the kind
    /// works on, is disguised with probability `rate`; the same seed gives the same text.
    pub fn obfuscate(&self, text: &[u32], kind: Kind, rate: f64, seed: u64) -> Obfuscated {
        let mut maker = Maker {
            properties: &self.properties,
            tables: &self.tables,
            random: Random::new(seed),
            draft: Draft::new(text),
            clusters: Vec::new(),
            scheme: BTreeMap::new(),
            seen: Vec::with_capacity(SEEN),
            turned: Vec::new(),
        };
        match kind.unit() {
            Unit::Line => maker.lines(kind, rate),
            unit => maker.words(kind, unit, rate),
        }
        maker.draft.finish()
    }
}

/// One text while it is disguised.
struct Maker<'a> {
    properties: &'a Properties,
    tables: &'a Tables,
    random: Random,
    draft: Draft<'a>,
    /// The clusters of the word or line at hand.
    clusters: Vec<Range<usize>>,
    /// What this text's author puts for the letters met so far; none where one stays.
    scheme: BTreeMap<u32, Option<Glyph>>,
    /// Letters of the text, the latest ones.
    seen: Vec<u32>,
    /// A line while it is turned.
    turned: Vec<u32>,
}

impl Maker<'_> {
    fn words(&mut self, kind: Kind, unit: Unit, rate: f64) {
        let given = self.draft.given();
        let mut at = 0;
        while let Some(end) = words::next_word(self.properties, given, at, &mut self.clusters) {
            at = end;
            if unit == Unit::Letter {
                self.letters(kind, rate);
            } else if self.random.chance(rate) {
                self.remember();
                self.word(kind);
            }
        }
    }

    /// Disguises the word at hand, if the kind has something for it.
    fn word(&mut self, kind: Kind) {
        let parts = kind.parts();
        if parts.is_empty() {
            return self.one(kind);
        }
        let before = self.draft.changes();
        for _ in 0..TRIES {
            let part = self.random.pick(parts);
            self.word(part);
            if self.draft.changes() > before {
                break;
            }
        }
    }

    fn one(&mut self, kind: Kind) {
        match kind {
            Kind::ZeroWidth => self.between(&hidden::ZERO_WIDTH),
            Kind::SoftHyphen => self.between(&hidden::SOFT_HYPHEN),
            Kind::Filler => self.between(&hidden::FILLER),
            Kind::Tags => self.tags(),
            Kind::Selectors => self.selectors(),
            Kind::Zalgo => self.zalgo(),
            Kind::Struck => self.struck(),
            Kind::Bidi => self.bidi(),
            Kind::Deletion => self.deletion(),
            Kind::Spaced => self.spaced(),
            _ if kind.unit() == Unit::Letter => self.letters(kind, OF_A_WORD),
            _ => self.styled(kind),
        }
    }

    fn remember(&mut self) {
        let given = self.draft.given();
        for cluster in &self.clusters {
            if self.seen.len() < SEEN {
                self.seen.push(given[cluster.start]);
            } else {
                self.seen[cluster.start % SEEN] = given[cluster.start];
            }
        }
    }
}
