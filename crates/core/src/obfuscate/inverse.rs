//! The lattice the other way round: which glyphs are read as a letter.

use super::random::Random;
use crate::accents::bare;
use crate::math::exp_f64;
use crate::model::Model;
use crate::order::{class, is_right};
use crate::properties::{Calm, Class, Properties, Script};
use crate::{Family, Reason};

/// A glyph must be this letter in at least so much of its readings. What a person would take for
/// something else first is no disguise that anybody uses.
const LIKELY: f64 = 0.2;
/// Digits and signs have few readings each, and leet is read from its word.
const LIKELY_LEET: f64 = 0.1;
/// An author takes first what keyboards have.
const EVERYDAY: f64 = 4.0;
/// Shape alone proposes more glyphs than all tables together; they, and letters outside the basic
/// plane, are mostly of scripts that few fonts draw.
const RARE: f64 = 0.125;
/// Letters that are read have code points below this.
const LETTERS: usize = 0x2000;
const STEPS: f64 = 4096.0;

/// A glyph that is read as a letter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub point: u32,
    pub family: Family,
    pub reason: Reason,
    /// Its weight and those of the letter's glyphs before it.
    upto: u32,
}

/// For each letter, glyphs with weights.
#[derive(Debug)]
pub(crate) struct Pool {
    starts: Vec<u32>,
    glyphs: Vec<Glyph>,
}

impl Pool {
    fn new(mut rows: Vec<(u32, Glyph)>) -> Pool {
        rows.sort_by_key(|(letter, glyph)| (*letter, glyph.point));
        let mut starts = vec![0; LETTERS + 1];
        for (letter, _) in &rows {
            starts[*letter as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut glyphs: Vec<Glyph> = rows.into_iter().map(|(_, glyph)| glyph).collect();
        for letter in 0..LETTERS {
            let mut upto = 0;
            for glyph in &mut glyphs[starts[letter] as usize..starts[letter + 1] as usize] {
                upto += glyph.upto;
                glyph.upto = upto;
            }
        }
        Pool { starts, glyphs }
    }

    fn of(&self, letter: u32) -> &[Glyph] {
        let letter = letter as usize;
        if letter >= LETTERS {
            return &[];
        }
        &self.glyphs[self.starts[letter] as usize..self.starts[letter + 1] as usize]
    }

    /// Whether there is a glyph for the letter.
    pub fn has(&self, letter: u32) -> bool {
        !self.of(letter).is_empty()
    }

    /// A glyph for the letter, drawn by weight.
    pub fn draw(&self, letter: u32, random: &mut Random) -> Option<Glyph> {
        let glyphs = self.of(letter);
        let drawn = random.below(glyphs.last()?.upto as usize) as u32;
        glyphs.get(glyphs.partition_point(|glyph| glyph.upto <= drawn)).copied()
    }
}

/// The pools of the kinds that put a glyph in a letter's place.
#[derive(Debug)]
pub(crate) struct Pools {
    pub lookalike: Pool,
    pub foreign: Pool,
    pub faux: Pool,
    pub glyph: Pool,
    pub leet: Pool,
}

impl Pools {
    pub fn new(model: &Model) -> Pools {
        let [mut lookalike, mut foreign, mut faux, mut any, mut leet] = [const { Vec::new() }; 5];
        let properties = &model.properties;
        for point in model.lattice.glyphs() {
            let sign = is_ascii_sign(properties, point);
            if !sign && !can_stand_for_a_letter(properties, point) {
                continue;
            }
            let everyday = matches!(properties.get(point).calm(), Calm::Plain(_));
            for candidate in model.lattice.candidates(point) {
                let &[letter] = candidate.reading.as_slice() else { continue };
                let weight = exp_f64(f64::from(-candidate.cost));
                let read = properties.get(letter);
                if letter as usize >= LETTERS
                    || !read.is_letter()
                    || !Script::TARGETS.contains(&read.script())
                    || weight < if sign { LIKELY_LEET } else { LIKELY }
                {
                    continue;
                }
                let styled = candidate.family == Family::Stylised;
                let rare = candidate.reason == Reason::Measured || point > 0xFFFF && !styled;
                let used = match (everyday, rare) {
                    (true, _) => EVERYDAY,
                    (_, true) => RARE,
                    _ => 1.0,
                };
                let mut glyph = Glyph {
                    point,
                    family: candidate.family,
                    reason: candidate.reason,
                    upto: ((weight * used * STEPS).round() as u32).max(1),
                };
                if sign {
                    glyph.family = Family::Leet;
                    glyph.reason = Reason::Leet;
                    leet.push((letter, glyph));
                    continue;
                }
                // Letters of ASCII put for one another are misspellings first.
                if point < 0x80 && read.script() == Script::LATIN {
                    continue;
                }
                any.push((letter, glyph));
                if everyday && properties.get(point).script() != read.script() {
                    foreign.push((letter, glyph));
                }
                if !styled {
                    let eye = matches!(glyph.reason, Reason::Curated | Reason::Measured);
                    let (pool, family) = match eye {
                        true => (&mut faux, Family::Faux),
                        false => (&mut lookalike, Family::Lookalike),
                    };
                    pool.push((letter, Glyph { family, ..glyph }));
                }
            }
        }
        Pools {
            lookalike: Pool::new(lookalike),
            foreign: Pool::new(foreign),
            faux: Pool::new(faux),
            glyph: Pool::new(any),
            leet: Pool::new(leet),
        }
    }
}

fn is_ascii_sign(properties: &Properties, point: u32) -> bool {
    let class = properties.get(point).class();
    point < 0x80 && matches!(class, Class::Digit | Class::Punctuation | Class::Symbol)
}

/// Whether a glyph can be put for one letter and nothing else about the text changes.
///
/// Marks would sit on the letter before, letters of right-to-left scripts would be shown in
/// another order than they are stored, and an accent is a disguise of its own.
pub(crate) fn can_stand_for_a_letter(properties: &Properties, point: u32) -> bool {
    let unfit = matches!(
        properties.get(point).class(),
        Class::Mark | Class::Invisible | Class::Control | Class::Space | Class::Other
    );
    !unfit && !is_ascii_sign(properties, point) && !is_right(class(point)) && bare(point).is_none()
}
