//! Characters of no width as bits or as digits of a higher base.

use super::plausible::log_probability;
use super::scheme::Message;
use super::units::{Code, Units};
use crate::math::ln_f64;

/// Ways of reading are told apart by the start of a message alone, so that the work stays linear
/// with a small factor.
const START: usize = 2048;

/// Fewer symbols than this spell nothing that chance does not.
const SHORTEST: usize = 12;
/// The share of the symbols that a message accounts for; the others part it or frame it.
const MOST_OF: f64 = 0.75;
/// More kinds of symbols than this are no digits.
const MOST_KINDS: usize = 8;

/// What zero-width characters spell: bits or digits.
pub(super) fn digits(symbols: &[u32]) -> Option<Message> {
    if symbols.len() < SHORTEST {
        return None;
    }
    let kinds = kinds(symbols)?;
    let symbols: Vec<usize> =
        symbols.iter().filter_map(|symbol| kinds.binary_search(symbol).ok()).collect();
    let start = &symbols[..symbols.len().min(START)];
    let mut best: Option<(f64, Way)> = None;
    each_way(kinds.len(), &symbols, |way| {
        let Some((text, spelt)) = way.read(start) else { return };
        let Some(likely) =
            log_probability(&text).filter(|_| f64::from(spelt) >= MOST_OF * start.len() as f64)
        else {
            return;
        };
        let of = if way.base == 2 && way.width.is_some() { 2 } else { kinds.len() };
        let chance = f64::from(spelt) * ln_f64(of as f64);
        let odds = likely + chance - way.rarity;
        if best.is_none_or(|(most, _)| odds > most) {
            best = Some((odds, way));
        }
    });
    let (odds, way) = best?;
    Some(Message { text: way.read(&symbols)?.0, odds })
}

/// The different symbols by code point, if they could be digits.
fn kinds(symbols: &[u32]) -> Option<Vec<u32>> {
    let mut kinds: Vec<u32> = Vec::new();
    for symbol in symbols {
        match kinds.binary_search(symbol) {
            Ok(_) => {}
            Err(_) if kinds.len() == MOST_KINDS => return None,
            Err(at) => kinds.insert(at, *symbol),
        }
    }
    (kinds.len() > 1).then_some(kinds)
}

/// Which two kinds could be the bits: any of two or three, and the most frequent ones of more.
fn pairs(counts: &[usize]) -> Vec<(usize, usize)> {
    match counts.len() {
        2 => vec![(0, 1)],
        3 => vec![(0, 1), (0, 2), (1, 2)],
        _ => {
            let mut most: Vec<usize> = (0..counts.len()).collect();
            most.sort_by_key(|&at| std::cmp::Reverse(counts[at]));
            vec![(most[0].min(most[1]), most[0].max(most[1]))]
        }
    }
}

/// The digit that each kind of symbol stands for, or none for one that separates.
type Digits = [Option<u32>; MOST_KINDS];

/// One way to read symbols.
#[derive(Clone, Copy, Debug)]
struct Way {
    digits: Digits,
    base: u32,
    /// Digits for each unit; none where symbols separate the units.
    width: Option<u32>,
    /// The first unit may be short of its leading zeros.
    first: u32,
    least_first: bool,
    code: Code,
    /// How seldom it is used, in nats.
    rarity: f64,
}

impl Way {
    /// The text that symbols spell, and how many of them do; separators that separate nothing and
    /// what is left over at the end do not.
    fn read(&self, symbols: &[usize]) -> Option<(String, u32)> {
        let mut units = Units::new(self.code);
        let (mut value, mut count, mut place) = (0_u32, 0, 1_u32);
        let mut grouped = 0;
        let mut width = Some(self.first).filter(|&first| first > 0).or(self.width);
        for &symbol in symbols {
            let digit = self.digits[symbol];
            if let Some(digit) = digit {
                if self.least_first {
                    value = value.checked_add(digit.checked_mul(place)?)?;
                    place = place.saturating_mul(self.base);
                } else {
                    value = value.checked_mul(self.base)?.checked_add(digit)?;
                }
                count += 1;
            }
            let is_whole = width.map_or(digit.is_none() && count > 0, |width| count == width);
            if is_whole && count > 0 {
                units.push(value)?;
                grouped += if value > 0 { count + 1 } else { 0 };
                (value, count, place) = (0, 0, 1);
                width = self.width;
            }
        }
        if width.is_none() && count > 0 {
            units.push(value)?;
            grouped += count;
        }
        let (text, units) = units.text()?;
        Some((text, self.width.map_or(grouped, |width| units * width)))
    }
}

/// Every way in which symbols of so many kinds could be read.
fn each_way(kinds: usize, symbols: &[usize], mut each: impl FnMut(Way)) {
    let mut counts = vec![0; kinds];
    symbols.iter().for_each(|&symbol| counts[symbol] += 1);
    for (low, high) in pairs(&counts) {
        let length = (counts[low] + counts[high]) as u32;
        for (zero, one, rarity) in [(low, high, 0.0), (high, low, 0.7)] {
            let mut digits = [None; MOST_KINDS];
            digits[zero] = Some(0);
            digits[one] = Some(1);
            for (least_first, seldom) in [(false, 0.0), (true, 4.0)] {
                let rarity = rarity + seldom;
                let way = Way {
                    digits,
                    base: 2,
                    width: None,
                    first: 0,
                    least_first,
                    code: Code::Point,
                    rarity,
                };
                if kinds > 2 {
                    each(Way { rarity: rarity + 1.5, ..way });
                }
                for (width, code, seldom) in [
                    (8, Code::Utf8, 0.0),
                    (16, Code::Utf16, 1.5),
                    (16, Code::Utf16Swapped, 4.0),
                    (7, Code::Point, 3.0),
                    (8, Code::Point, 3.0),
                ] {
                    let way = Way { width: Some(width), code, rarity: rarity + seldom, ..way };
                    each(way);
                    let first = length % width;
                    if first > 0 {
                        each(Way { first, rarity: way.rarity + 2.0, ..way });
                    }
                }
            }
        }
    }
    let count = kinds as u32;
    for base in (count..=count + 1).filter(|base| (3..=8).contains(base)) {
        for (digits, rarity) in assignments(kinds, base) {
            for (least_first, seldom) in [(false, 2.5), (true, 6.5)] {
                for (bits, code) in [(8, Code::Utf8), (16, Code::Utf16)] {
                    let width = Some(width(bits, base));
                    let rarity = rarity + seldom;
                    each(Way { digits, base, width, first: 0, least_first, code, rarity });
                }
            }
        }
    }
}

/// The digits that so many kinds could stand for, and how seldom: any digits of the base where it
/// is small, and otherwise in the order of the code points, forth or back.
fn assignments(kinds: usize, base: u32) -> Vec<(Digits, f64)> {
    let mut all: Vec<Digits> = vec![[None; MOST_KINDS]];
    for at in 0..kinds {
        let mut longer = Vec::new();
        for digits in &all {
            for digit in (0..base).filter(|&digit| !digits.contains(&Some(digit))) {
                let mut digits = *digits;
                digits[at] = Some(digit);
                if base <= 4 || in_order(&digits[..=at]) {
                    longer.push(digits);
                }
            }
        }
        all = longer;
    }
    let others = ln_f64(all.len() as f64);
    let rarity = |digits: &Digits| if digits[..kinds].is_sorted() { 0.7 } else { others };
    all.iter().map(|digits| (*digits, rarity(digits))).collect()
}

fn in_order(digits: &[Option<u32>]) -> bool {
    digits.is_sorted() || digits.iter().rev().is_sorted()
}

/// How many digits of `base` it takes to write a number of so many bits.
fn width(bits: u32, base: u32) -> u32 {
    (1..).find(|&width| u64::from(base).pow(width) >= 1 << bits).unwrap_or(bits)
}
