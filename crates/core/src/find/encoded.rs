//! A text as the automaton takes it: bytes, with what does not count made alike.

use std::ops::Range;

use caseless::Caseless;

use super::Likeness;

/// UTF-8, in which lone surrogates are written as any other code point of their size. As every
/// sequence says where it starts and ends, what is found in the bytes are whole code points.
pub(super) struct Encoded {
    pub bytes: Vec<u8>,
    /// Where not each code point of the text is one here, by position.
    uneven: Vec<Uneven>,
}

/// Code points (`ß`, a run of spaces) that came to another number of them (`ss`, one space).
struct Uneven {
    bytes: Range<usize>,
    points: Range<usize>,
}

/// A place in an encoded text, from which one can only go on.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    byte: usize,
    point: usize,
    /// How many of the uneven ones lie before it.
    uneven: usize,
}

impl Encoded {
    pub fn new<T: Copy + Into<u32>>(text: &[T], likeness: Likeness) -> Encoded {
        let mut encoded = Encoded { bytes: Vec::with_capacity(text.len()), uneven: Vec::new() };
        let mut at = 0;
        while let Some(&unit) = text.get(at) {
            if !likeness.any_space && unit.into() < 0x80 {
                at = encoded.push_ascii(text, at, likeness.ignore_case);
                continue;
            }
            let from = encoded.bytes.len();
            let mut end = at + 1;
            let made = match unit.into() {
                point if likeness.any_space && is_space(point) => {
                    let length = text[end..].iter().position(|&unit| !is_space(unit.into()));
                    end = length.map_or(text.len(), |length| end + length);
                    encoded.push(u32::from(' '));
                    1
                }
                point if likeness.ignore_case => encoded.push_folded(point),
                point => {
                    encoded.push(point);
                    1
                }
            };
            if made != end - at {
                encoded.uneven.push(Uneven { bytes: from..encoded.bytes.len(), points: at..end });
            }
            at = end;
        }
        encoded
    }

    /// Adds the ASCII that starts at `at`, which is most of most texts, in one go; gives its end.
    fn push_ascii<T: Copy + Into<u32>>(&mut self, text: &[T], at: usize, folded: bool) -> usize {
        let length = text[at..].iter().position(|&unit| unit.into() >= 0x80);
        let end = length.map_or(text.len(), |length| at + length);
        let from = self.bytes.len();
        self.bytes.extend(text[at..end].iter().map(|&unit| unit.into() as u8));
        if folded {
            self.bytes[from..].make_ascii_lowercase();
        }
        end
    }

    /// Adds a code point as it is without regard to case; gives how many that makes.
    fn push_folded(&mut self, point: u32) -> usize {
        let Some(letter) = char::from_u32(point) else {
            self.push(point);
            return 1;
        };
        let folded = std::iter::once(letter).default_case_fold();
        folded.map(|letter| self.push(letter.into())).count()
    }

    fn push(&mut self, point: u32) {
        let rest = |shift: u32| 0x80 | (point >> shift & 0x3F) as u8;
        match point {
            0..0x80 => self.bytes.push(point as u8),
            0x80..0x800 => self.bytes.extend([0xC0 | (point >> 6) as u8, rest(0)]),
            0x800..0x1_0000 => self.bytes.extend([0xE0 | (point >> 12) as u8, rest(6), rest(0)]),
            _ => self.bytes.extend([0xF0 | (point >> 18) as u8, rest(12), rest(6), rest(0)]),
        }
    }

    /// Goes on to `byte`, where a code point starts here, and gives the one of the text; the bytes
    /// of all that it lies inside of, where it is not where one of the text starts.
    pub fn go_on(&self, place: &mut Place, byte: usize) -> Result<usize, Range<usize>> {
        while let Some(uneven) = self.uneven.get(place.uneven)
            && uneven.bytes.start < byte
        {
            if byte < uneven.bytes.end {
                return Err(uneven.bytes.clone());
            }
            place.byte = uneven.bytes.end;
            place.point = uneven.points.end;
            place.uneven += 1;
        }
        let passed = self.bytes[place.byte..byte].iter();
        place.point += passed.filter(|&&byte| starts_point(byte)).count();
        place.byte = byte;
        Ok(place.point)
    }

    /// The byte where the code point of the text ends that starts at `byte`.
    pub fn next(&self, place: Place, byte: usize) -> usize {
        let uneven = self.uneven.get(place.uneven).filter(|uneven| uneven.bytes.start == byte);
        uneven.map_or_else(
            || {
                let rest = self.bytes[byte + 1..].iter();
                byte + 1 + rest.take_while(|&&byte| !starts_point(byte)).count()
            },
            |uneven| uneven.bytes.end,
        )
    }
}

fn starts_point(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

/// Unicode's `White_Space`.
pub(super) fn is_space(point: u32) -> bool {
    char::from_u32(point).is_some_and(char::is_whitespace)
}
