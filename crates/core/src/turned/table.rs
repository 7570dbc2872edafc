//! Tables of glyphs: what a glyph may stand for, and what the simulator writes.

use std::sync::LazyLock;

use super::glyphs::{ACCENTS, IN_HALVES, MIRRORED, NINE, SIGNS, SIX, TURNED};
use super::marks::PAIRS;

/// What it costs a glyph to stand for a letter for which many write it, few, and hardly anybody.
const COSTS: [f32; 3] = [0.0, 1.5, 3.5];
const PLANE: usize = 0x1_0000;
/// Stands where a row has no glyph of a sort.
const NONE: char = '-';

/// One way of writing letters, glyph by glyph.
#[derive(Debug)]
pub(crate) struct Table {
    /// Sorted by glyph.
    rows: Vec<Row>,
    /// A bit for each code point of the basic plane that is a glyph of it.
    near: Box<[u64; PLANE / 64]>,
    /// Sorted by letter, the usual glyph of each first.
    letters: Vec<(u32, u32)>,
}

#[derive(Debug)]
struct Row {
    glyph: u32,
    letter: u32,
    cost: f32,
}

pub(crate) static ON_ITS_HEAD: LazyLock<Table> = LazyLock::new(|| Table::new(TURNED));
pub(crate) static IN_A_MIRROR: LazyLock<Table> = LazyLock::new(|| Table::new(MIRRORED));

impl Table {
    fn new(source: &[&str]) -> Table {
        let mut rows = Vec::new();
        for row in source {
            let mut fields = row.split(' ');
            let letter = fields.next().and_then(|field| field.chars().next()).map_or(0, u32::from);
            for (glyphs, cost) in fields.zip(COSTS) {
                let glyphs = glyphs.chars().filter(|&glyph| glyph != NONE).map(u32::from);
                rows.extend(glyphs.map(|glyph| Row { glyph, letter, cost }));
            }
        }
        let mut letters: Vec<(u32, u32)> = rows.iter().map(|row| (row.letter, row.glyph)).collect();
        letters.sort_by_key(|&(letter, _)| letter);
        rows.sort_by_key(|row| row.glyph);
        let mut near = Box::new([0; PLANE / 64]);
        for row in &rows {
            if let Some(bits) = near.get_mut(row.glyph as usize / 64) {
                *bits |= 1 << (row.glyph % 64);
            }
        }
        Table { rows, near, letters }
    }

    /// The letters that a glyph may be, each with what it costs.
    pub fn readings(&self, glyph: u32) -> impl Iterator<Item = (u32, f32)> {
        let first = self.rows.partition_point(|row| row.glyph < glyph);
        let rows = self.rows[first..].iter().take_while(move |row| row.glyph == glyph);
        rows.map(|row| (row.letter, row.cost))
    }

    #[inline]
    pub fn has(&self, glyph: u32) -> bool {
        match self.near.get(glyph as usize / 64) {
            Some(bits) => bits >> (glyph % 64) & 1 == 1,
            None => self.rows.binary_search_by_key(&glyph, |row| row.glyph).is_ok(),
        }
    }

    /// The glyphs that are more usual for a letter than this one.
    pub fn before(&self, letter: u32, glyph: u32) -> impl Iterator<Item = u32> {
        let first = self.letters.partition_point(|row| row.0 < letter);
        let row = self.letters[first..].iter().take_while(move |row| row.0 == letter);
        row.map(|row| row.1).take_while(move |&other| other != glyph)
    }
}

/// The letter that two glyphs are together, given as the generator writes them.
pub(super) fn of_halves(first: u32, second: u32) -> Option<u32> {
    let (whole, _) =
        IN_HALVES.iter().find(|(_, halves)| halves.chars().map(u32::from).eq([first, second]))?;
    whole.chars().next().map(u32::from)
}

/// The sign that a sign of turned text is.
pub(super) fn sign(point: u32) -> Option<u32> {
    SIGNS.iter().find(|&&(_, turned)| turned as u32 == point).map(|&(upright, _)| upright.into())
}

/// The accents that an accent on its head may be, likelier first.
pub(super) fn accents(turned: u32) -> impl Iterator<Item = u32> {
    let at = |place: usize| {
        ACCENTS
            .iter()
            .filter(move |(_, forms)| forms.get(place) == Some(&turned))
            .map(|&(upright, _)| upright)
    };
    at(0).chain(at(1))
}

/// What the simulator writes: characters and what each is on its head, sorted.
pub(crate) fn forms() -> Vec<(u32, Vec<u32>)> {
    let points = |text: &str| text.chars().map(u32::from).collect::<Vec<u32>>();
    let letters = TURNED.iter().map(|row| {
        let row = points(row);
        (row[0], vec![row[2]])
    });
    let halves = IN_HALVES.iter().map(|(whole, halves)| (points(whole)[0], points(halves)));
    let signs = SIGNS.iter().chain(PAIRS).map(|&(one, other)| (one.into(), vec![other.into()]));
    let accents = ACCENTS.iter().map(|&(above, below)| (above, below[..1].to_vec()));
    let digits = [(SIX, vec![NINE]), (NINE, vec![SIX])];
    let mut forms: Vec<(u32, Vec<u32>)> =
        letters.chain(halves).chain(signs).chain(accents).chain(digits).collect();
    // Where a character has several forms, the first one stays.
    forms.sort_by_key(|form| form.0);
    forms.dedup_by_key(|form| form.0);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_row_has_a_glyph_twice() {
        for table in [TURNED, MIRRORED] {
            for row in table {
                let glyphs: Vec<char> = row.chars().skip(2).filter(|&c| c != ' ').collect();
                let mut once = glyphs.clone();
                once.sort_unstable();
                once.dedup();
                assert_eq!(once.len(), glyphs.len(), "{row}");
            }
        }
    }

    #[test]
    fn every_form_is_read_as_its_letter() {
        for (letter, form) in forms() {
            let &[glyph] = &form[..] else { continue };
            let known = ON_ITS_HEAD.readings(glyph).any(|(reading, _)| reading == letter)
                || sign(glyph) == Some(letter)
                || accents(glyph).any(|accent| accent == letter)
                || PAIRS.iter().any(|&(one, _)| u32::from(one) == letter)
                || [SIX, NINE].contains(&letter);
            assert!(known, "{:?}", char::from_u32(letter));
        }
    }

    #[test]
    fn the_latin_alphabet_has_forms() {
        let forms = forms();
        for letter in ('a'..='z').chain('A'..='Z').chain('0'..='9') {
            assert!(forms.binary_search_by_key(&letter.into(), |form| form.0).is_ok(), "{letter}");
        }
    }
}
