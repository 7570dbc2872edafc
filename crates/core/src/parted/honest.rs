//! What letters that stand one by one cost an honest author, in nats.

use std::collections::BTreeSet;

use crate::accents::bare;
use crate::math::ln;

use super::gap::Use;

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Small,
    Capitals,
    /// A capital and small letters, or any other mixture.
    Mixed,
}

/// A word as it stands, letter by letter.
pub(super) struct Standing {
    /// In lower case, and otherwise as they stand.
    pub letters: Vec<u32>,
    pub case: Case,
    pub usage: Use,
    /// A full stop follows the last letter too.
    pub stopped: bool,
    /// They stand at the start of a line and have no other word beside them, as headings and the
    /// names of speakers do.
    pub label: bool,
    /// They are further from the letters before or after them than from each other.
    pub set_apart: bool,
    /// How many of them are no letters of the word's script.
    pub odd: usize,
}

/// A letter that may be any, the same again, and the next one of the alphabet.
const LETTER: f32 = 3.3;
const SAME: f32 = 0.7;
const NEXT: f32 = 0.7;
/// Each letter more than a row of any letters has.
const LONGER: f32 = 0.8;
/// A later one of the alphabet.
const LATER: f32 = 2.2;
/// Any of the few letters of a scale, of a code, of numerals.
const OF_FEW: f32 = 2.0;
/// What lists and series cost by themselves.
const SERIES: f32 = 3.0;
/// Letters of both cases in a row.
const MIXED: f32 = 4.0;
/// A letter that is odd as well.
const ODD: f32 = 0.7;
/// The letters of a long abbreviation or acronym, and what it costs by itself.
const INITIAL: f32 = 1.6;
const CAPITAL: f32 = 2.8;
const INITIALS: f32 = 2.0;
const ABBREVIATION: f32 = 4.0;
/// The longest abbreviation in small letters, and in capitals.
const SHORT: usize = 4;
const LONG: usize = 6;

/// Letters of which honest series consist: notes and grades, bases, vowels, Roman numerals.
const SERIES_OF: [&str; 4] = ["abcdefgh", "acgtu", "aeiouy", "ivxlcdm"];

impl Standing {
    /// What the letters cost that are no word.
    pub fn cost(&self) -> f32 {
        let mixed = if self.case == Case::Mixed { MIXED } else { 0.0 };
        let odd = ODD * self.odd as f32;
        let any = self.start() + self.shortness() + self.any();
        let series = SERIES + self.series();
        any.min(series).min(self.initials()) + mixed + odd
    }

    /// What it costs that they are a word, spelled out by somebody who hides nothing: a heading, an
    /// acronym, a name for the telephone.
    pub fn spelled(&self) -> f32 {
        let more = self.letters.len().saturating_sub(LONG) as f32;
        match (self.case, self.usage) {
            (_, Use::Rare | Use::Varied) => 16.0,
            (_, Use::Code) => 0.0,
            (Case::Capitals, Use::Stop) if self.stopped => 1.0 + 1.5 * more,
            (Case::Capitals, Use::Stop) => 3.0 + 1.5 * more,
            (Case::Capitals, Use::Dash | Use::List | Use::Operator) => 6.0 + more,
            (Case::Capitals, Use::Space) if self.set_apart => 8.0 + more,
            (Case::Capitals, Use::Space) => 6.0 + more,
            (Case::Mixed, Use::Space) if self.label => 8.0,
            (_, Use::List | Use::Operator) => 9.0 + more,
            (_, Use::Stop) => 12.0 + more,
            (_, Use::Space | Use::Dash) => 14.0 + more,
        }
    }

    /// Whether they may be an acronym, or an abbreviation with all its stops.
    pub fn is_initials(&self) -> bool {
        let short = self.stopped && self.letters.len() < SHORT;
        self.usage == Use::Stop && (self.case == Case::Capitals || short)
    }

    /// What it costs that such letters are parted so.
    fn start(&self) -> f32 {
        match self.usage {
            Use::Space | Use::Dash => 9.0,
            Use::Stop => 8.0,
            Use::List | Use::Operator | Use::Code => 5.0,
            Use::Varied => 7.0,
            Use::Rare => 12.0,
        }
    }

    /// By how much two letters in a row, or three, are commoner than many.
    fn shortness(&self) -> f32 {
        match self.letters.len() {
            0..=2 => -6.0,
            3 => -5.0,
            4 => -2.0,
            _ => 0.0,
        }
    }

    /// Letters of every sort; where few different ones are used again and again, or each twice in a
    /// row (small and as a capital), they cost less.
    fn any(&self) -> f32 {
        let length = self.letters.len();
        let longer = LONGER * length.saturating_sub(LONG) as f32;
        let kinds = self.letters.iter().collect::<BTreeSet<_>>().len() as f32;
        let mut rows = self.letters.chunk_by(|a, b| a == b);
        let paired = rows.all(|row| row.len() > 1);
        let again = if paired { SAME } else { ln(kinds) };
        (LETTER * length as f32).min(LETTER * kinds + again * length as f32) + longer
    }

    /// Letters in the order of the alphabet, or few different ones.
    fn series(&self) -> f32 {
        let step = |pair: &[u32]| match pair[1].checked_sub(pair[0]) {
            Some(0) => SAME,
            Some(1) => NEXT,
            _ if is_next_key(pair) => NEXT,
            Some(_) => LATER,
            None => f32::INFINITY,
        };
        let ordered = LETTER + self.letters.windows(2).map(step).sum::<f32>();
        let of_few = SERIES_OF.iter().any(|few| {
            self.letters.iter().all(|&letter| {
                char::from_u32(bare(letter).unwrap_or(letter)).is_some_and(|c| few.contains(c))
            })
        });
        if of_few { ordered.min(OF_FEW * self.letters.len() as f32) } else { ordered }
    }

    /// Initials, acronyms and abbreviations.
    fn initials(&self) -> f32 {
        let length = self.letters.len();
        let short = length <= SHORT || self.stopped && length <= SHORT + 1;
        match (self.usage, self.case) {
            (Use::Stop, Case::Capitals) => INITIALS + CAPITAL * length as f32,
            (Use::Stop, _) if short => ABBREVIATION + INITIAL * length as f32,
            _ => f32::INFINITY,
        }
    }
}

/// Whether the second letter is to the right of the first one on a keyboard.
fn is_next_key(pair: &[u32]) -> bool {
    const ROWS: [&str; 9] = [
        "qwertyuiop",
        "asdfghjkl",
        "zxcvbnm",
        "qwertzuiop",
        "yxcvbnm",
        "azertyuiop",
        "йцукенгшщзхъ",
        "фывапролджэ",
        "ячсмитьбю",
    ];
    let shown = [pair[0], pair[1]].map(|point| char::from_u32(point).unwrap_or_default());
    let pair: String = shown.iter().collect();
    ROWS.iter().any(|row| row.contains(&pair))
}
