//! What each glyph may be read as: the packed table of readings.

use crate::bytes::{Parts, U32s};
use crate::properties::Script;
use crate::{Family, ModelError, Reason};

const STEPS: f32 = 16.0;
const STRING: u32 = 1 << 31;
/// The packed reasons, in the order of `model/lattice.py`.
const REASONS: [Reason; 5] =
    [Reason::Decomposition, Reason::Name, Reason::Confusable, Reason::Measured, Reason::Curated];

/// One reading of a glyph.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Candidate {
    /// The letters read.
    pub reading: Letters,
    /// -ln of its weight among the glyph's readings in the same script.
    pub cost: f32,
    /// The script of what is read; common for digits and punctuation.
    pub script: Script,
    pub family: Family,
    pub reason: Reason,
}

/// Up to four letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Letters {
    letters: [u32; 4],
    count: u8,
}

impl Letters {
    pub const NONE: Letters = Letters { letters: [0; 4], count: 0 };

    pub fn one(letter: u32) -> Letters {
        Letters { letters: [letter, 0, 0, 0], count: 1 }
    }

    fn from_str(text: &str) -> Letters {
        Letters::all(text.chars().map(u32::from))
    }

    /// The first four of these.
    pub fn of(points: &[u32]) -> Letters {
        Letters::all(points.iter().copied())
    }

    fn all(points: impl Iterator<Item = u32>) -> Letters {
        let mut letters = Letters::NONE;
        for (place, letter) in letters.letters.iter_mut().zip(points) {
            *place = letter;
            letters.count += 1;
        }
        letters
    }

    #[inline]
    pub fn as_slice(&self) -> &[u32] {
        &self.letters[..usize::from(self.count)]
    }
}

/// Code points to a page of the index.
const PAGE: usize = 1 << 6;

/// The packed readings.
#[derive(Clone, Debug)]
pub(crate) struct Lattice {
    glyphs: U32s,
    /// For each page of code points the first glyph that is on it or on a later one.
    pages: Vec<u32>,
    starts: U32s,
    readings: U32s,
    costs: &'static [u8],
    targets: &'static [u8],
    kinds: &'static [u8],
    strings: Vec<&'static str>,
}

impl Lattice {
    pub fn new(section: &'static [u8], strings: &'static [u8]) -> Result<Lattice, ModelError> {
        let mut parts = Parts::new("lattice", section);
        let glyphs = parts.number()?;
        let readings = parts.number()?;
        let glyphs = U32s(parts.take(glyphs * 4)?);
        let lattice = Lattice {
            glyphs,
            pages: pages(glyphs),
            starts: U32s(parts.take((glyphs.len() + 1) * 4)?),
            readings: U32s(parts.take(readings * 4)?),
            costs: parts.take(readings)?,
            targets: parts.take(readings)?,
            kinds: parts.take(readings)?,
            strings: crate::model::lines("strings", strings)?,
        };
        let is_known = |&target: &u8| {
            Script(target) == Script::COMMON || Script::TARGETS.contains(&Script(target))
        };
        if !lattice.targets.iter().all(is_known) {
            return Err(ModelError::Section("lattice"));
        }
        Ok(lattice)
    }

    /// Every glyph that has readings, in the order of code points.
    pub fn glyphs(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.glyphs.len()).map(|at| self.glyphs.get(at))
    }

    /// The readings of one glyph, all scripts together, likeliest first within each.
    pub fn candidates(&self, glyph: u32) -> impl Iterator<Item = Candidate> + Clone + '_ {
        let page = glyph as usize / PAGE;
        let found = match self.pages.get(page..page + 2) {
            Some(&[first, end]) => self.glyphs.find_within(glyph, first as usize..end as usize),
            _ => None,
        };
        let range = match found {
            Some(at) => self.starts.get(at) as usize..self.starts.get(at + 1) as usize,
            None => 0..0,
        };
        range.filter_map(move |at| {
            let packed = self.readings.get(at);
            let reading = if packed & STRING == 0 {
                Letters::one(packed)
            } else {
                Letters::from_str(self.strings.get((packed & !STRING) as usize)?)
            };
            let kind = *self.kinds.get(at)?;
            Some(Candidate {
                reading,
                cost: f32::from(*self.costs.get(at)?) / STEPS,
                script: Script(*self.targets.get(at)?),
                family: Family::from_code(kind & 15)?,
                reason: *REASONS.get(usize::from(kind >> 4))?,
            })
        })
    }
}

/// For each page of code points the first of the sorted glyphs that is on it or on a later one.
fn pages(glyphs: U32s) -> Vec<u32> {
    let mut pages = Vec::new();
    for at in 0..glyphs.len() {
        let page = (glyphs.get(at) as usize).min(char::MAX as usize) / PAGE;
        pages.resize((page + 1).max(pages.len()), at as u32);
    }
    pages.push(glyphs.len() as u32);
    pages
}
