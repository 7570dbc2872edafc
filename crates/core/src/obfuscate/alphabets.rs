//! The stylised alphabets: which code points belong to one. What each of them says is not
//! written here, the lattice knows it.

use std::ops::RangeInclusive;

use super::inverse::can_stand_for_a_letter;
use super::kind::Kind;
use crate::math::exp_f64;
use crate::model::Model;
use crate::{Family, Reason};

/// The least weight with which a glyph of an alphabet must say the letter.
const SURE: f64 = 0.5;

/// An alphabet: ranges of code points, and single ones.
struct Points(Kind, &'static [RangeInclusive<u32>], &'static str);

/// Mathematical alphabets that have Greek letters are Latin and Greek together. The letters that
/// Unicode had before them are left out of their blocks and stand in `Letterlike Symbols`.
const ALPHABETS: [Points; 23] = [
    Points(Kind::Mathematical, &[0x1D400..=0x1D433, 0x1D6A8..=0x1D6E1], ""), // bold
    Points(Kind::Mathematical, &[0x1D434..=0x1D467, 0x1D6E2..=0x1D71B], "ℎ"), // italic
    Points(Kind::Mathematical, &[0x1D468..=0x1D49B, 0x1D71C..=0x1D755], ""), // bold italic
    Points(Kind::Mathematical, &[0x1D49C..=0x1D4CF], "ℬℰℱℋℐℒℳℛℯℊℴ"),         // script
    Points(Kind::Mathematical, &[0x1D4D0..=0x1D503], ""),                    // bold script
    Points(Kind::Mathematical, &[0x1D504..=0x1D537], "ℭℌℑℜℨ"),               // Fraktur
    Points(Kind::Mathematical, &[0x1D538..=0x1D56B], "ℂℍℕℙℚℝℤ"),             // double-struck
    Points(Kind::Mathematical, &[0x1D56C..=0x1D59F], ""),                    // bold Fraktur
    Points(Kind::Mathematical, &[0x1D5A0..=0x1D5D3], ""),                    // sans-serif
    Points(Kind::Mathematical, &[0x1D5D4..=0x1D607, 0x1D756..=0x1D78F], ""), // sans-serif bold
    Points(Kind::Mathematical, &[0x1D608..=0x1D63B], ""),                    // sans-serif italic
    Points(Kind::Mathematical, &[0x1D63C..=0x1D66F, 0x1D790..=0x1D7C9], ""), // both
    Points(Kind::Mathematical, &[0x1D670..=0x1D6A3], ""),                    // monospace
    Points(Kind::SmallCapitals, &[], "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢᴦᴧᴨᴩᴪᴫ"),
    Points(Kind::Fullwidth, &[0xFF21..=0xFF3A, 0xFF41..=0xFF5A], ""),
    Points(Kind::Circled, &[0x24B6..=0x24E9], ""),
    Points(Kind::Circled, &[0x1F150..=0x1F169], ""),
    Points(Kind::Squared, &[0x1F130..=0x1F149], ""),
    Points(Kind::Squared, &[0x1F170..=0x1F189], ""),
    Points(Kind::Parenthesised, &[0x249C..=0x24B5, 0x1F110..=0x1F129], ""),
    Points(Kind::Regional, &[0x1F1E6..=0x1F1FF], ""),
    // Latin and Greek, then Cyrillic.
    Points(
        Kind::Raised,
        &[0x2B0..=0x2B8, 0x2E0..=0x2E4, 0x1D2C..=0x1D61, 0x1D9B..=0x1DBF, 0x107A5..=0x107A5],
        "ⁱⁿⱽꟲꟳꟴ",
    ),
    Points(Kind::Raised, &[0x1E030..=0x1E050, 0x1D78..=0x1D78, 0xA69C..=0xA69D], ""),
];

/// One alphabet: its glyph for each letter that it can write.
#[derive(Debug)]
pub(crate) struct Alphabet {
    pub kind: Kind,
    /// It has no small letters, or hardly any.
    capitals: bool,
    rows: Vec<(u32, u32, Reason)>,
}

impl Alphabet {
    /// The glyph for a letter. A small letter takes the capital's where the alphabet has nothing
    /// but capitals, as people do; case is lost then, and only the truth beside the text has it.
    pub fn glyph(&self, letter: u32) -> Option<(u32, Reason)> {
        self.exact(letter).or_else(|| {
            let letter = char::from_u32(letter).filter(|_| self.capitals)?;
            let mut upper = letter.to_uppercase();
            let (upper, None) = (upper.next()?, upper.next()) else { return None };
            self.exact(u32::from(upper))
        })
    }

    /// How well it writes a letter: 0 not at all, 1 with a glyph of another that is like it, 2
    /// with one of its own.
    pub fn fitness(&self, letter: u32) -> usize {
        match self.glyph(letter) {
            None => 0,
            Some((_, Reason::Decomposition | Reason::Name)) => 2,
            Some(_) => 1,
        }
    }

    fn exact(&self, letter: u32) -> Option<(u32, Reason)> {
        let at = self.rows.binary_search_by_key(&letter, |row| row.0).ok()?;
        Some((self.rows[at].1, self.rows[at].2))
    }
}

/// Every stylised alphabet, those of one kind side by side.
pub(crate) fn alphabets(model: &Model) -> Vec<Alphabet> {
    let alphabet = |Points(kind, ranges, singles): &Points| {
        let mut rows: Vec<(u32, f32, u32, Reason)> = Vec::new();
        let points = ranges.iter().cloned().flatten().chain(singles.chars().map(u32::from));
        for point in points.filter(|&point| can_stand_for_a_letter(&model.properties, point)) {
            for one in model.lattice.candidates(point) {
                let &[letter] = one.reading.as_slice() else { continue };
                // That a glyph is shaped like a letter does not make it one of an alphabet's.
                let sure = exp_f64(f64::from(-one.cost)) >= SURE && one.reason != Reason::Measured;
                if sure && one.family == Family::Stylised {
                    rows.push((letter, one.cost, point, one.reason));
                }
            }
        }
        // What Unicode decomposes to the letter comes before letters of phonetics with its name.
        rows.sort_by(|a, b| {
            (a.0, a.3 as u8).cmp(&(b.0, b.3 as u8)).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2))
        });
        rows.dedup_by_key(|row| row.0);
        let has = |letters: RangeInclusive<char>| {
            let among = |row: &&(u32, f32, u32, Reason)| {
                char::from_u32(row.0).is_some_and(|letter| letters.contains(&letter))
            };
            rows.iter().filter(among).count()
        };
        let capitals = has('A'..='Z') > 2 * has('a'..='z');
        let rows = rows.into_iter().map(|(letter, _, point, reason)| (letter, point, reason));
        Alphabet { kind: *kind, capitals, rows: rows.collect() }
    };
    let mut alphabets: Vec<Alphabet> = ALPHABETS.iter().map(alphabet).collect();
    alphabets.sort_by_key(|alphabet| alphabet.kind);
    alphabets
}
