//! Texts of the fuzzer's bytes.
//!
//! An input is one byte of choices and then a text in UTF-8, so that any text is a seed: see
//! `seed.py`. Surrogates may be written alone. A byte that no UTF-8 has picks from `pools.rs`: a
//! fuzzer that changes a byte here and there would else seldom come across what disguises are
//! made of.

use super::{READERS, pools};
use unspoof_core::Reader;

/// What one input asks for.
pub struct Input<'a> {
    /// Free for each target to use; the reader is chosen by the remainder of 3.
    pub choice: u8,
    bytes: &'a [u8],
}

/// Texts are cut off here, so that what is pumped up stays quick to read.
const LONGEST: usize = 4096;

impl<'a> Input<'a> {
    pub fn new(data: &'a [u8]) -> Input<'a> {
        let (&choice, bytes) = data.split_first().unwrap_or((&0, &[]));
        Input { choice, bytes }
    }

    pub fn reader(&self) -> &'static Reader {
        &READERS[usize::from(self.choice % 3)]
    }

    /// The bytes as they are, of which most are UTF-8.
    pub fn raw(&self) -> &'a [u8] {
        self.bytes
    }

    /// The text, in code points.
    pub fn text(&self) -> Vec<u32> {
        points(self.bytes)
    }

    /// The text in the pieces that the byte 0xF5 parts.
    pub fn texts(&self) -> Vec<Vec<u32>> {
        self.bytes.split(|&byte| byte == 0xF5).map(points).collect()
    }
}

/// The text as a `String`, where it holds no lone surrogates.
pub fn shown(text: &[u32]) -> Option<String> {
    text.iter().map(|&point| char::from_u32(point)).collect()
}

fn points(bytes: &[u8]) -> Vec<u32> {
    let mut text = Vec::new();
    let mut rest = bytes;
    while let Some((&first, after)) = rest.split_first()
        && text.len() < LONGEST
    {
        if first >= 0xF6 {
            rest = pick(first, after, &mut text);
        } else if let Some((point, length)) = decoded(rest) {
            text.push(point);
            rest = &rest[length..];
        } else {
            text.push(u32::from(first));
            rest = after;
        }
    }
    text.truncate(LONGEST);
    text
}

/// Adds what `pool` and the next two bytes pick.
fn pick<'a>(pool: u8, rest: &'a [u8], text: &mut Vec<u32>) -> &'a [u8] {
    let byte = |at: usize| rest.get(at).copied().unwrap_or(0);
    let number = usize::from(byte(0)) << 8 | usize::from(byte(1));
    let small = usize::from(byte(0));
    let used = match pool {
        0xF6 => {
            text.push(pools::LOOKALIKES[number % pools::LOOKALIKES.len()]);
            2
        }
        0xF7 => {
            text.push(pools::MARKS[small % pools::MARKS.len()]);
            1
        }
        0xF8 => {
            text.push(pools::UNSEEN[small % pools::UNSEEN.len()]);
            1
        }
        0xF9 => {
            text.push(pools::DIRECTION[small % pools::DIRECTION.len()]);
            1
        }
        0xFA => {
            text.push(pools::EMOJI[small % pools::EMOJI.len()]);
            1
        }
        // Tags, and all 256 selectors.
        0xFB => {
            text.push(0xE0000 + (number % 0x1F0) as u32);
            2
        }
        0xFC => {
            text.extend(pools::WORDS[small % pools::WORDS.len()].chars().map(u32::from));
            1
        }
        0xFD => {
            text.extend(pools::LETTERS[small % pools::LETTERS.len()].chars().map(u32::from));
            1
        }
        // Any code point, surrogates among them.
        0xFE => {
            let point = number << 8 | usize::from(byte(2));
            text.push((point % 0x11_0000) as u32);
            3
        }
        // The last ones once more, several times over.
        _ => {
            let last = text.len() - text.len().min(1 + small % 8);
            let piece = text[last..].to_vec();
            for _ in 0..byte(1) % 32 {
                text.extend_from_slice(&piece);
            }
            2
        }
    };
    &rest[used.min(rest.len())..]
}

/// The code point that starts here, by UTF-8 with surrogates allowed, and its bytes.
fn decoded(bytes: &[u8]) -> Option<(u32, usize)> {
    let (length, bits) = match bytes[0] {
        byte @ 0..=0x7F => return Some((u32::from(byte), 1)),
        byte @ 0xC2..=0xDF => (2, byte & 0x1F),
        byte @ 0xE0..=0xEF => (3, byte & 0xF),
        byte @ 0xF0..=0xF4 => (4, byte & 0x7),
        _ => return None,
    };
    let mut point = u32::from(bits);
    for &byte in bytes.get(1..length)? {
        if byte & 0xC0 != 0x80 {
            return None;
        }
        point = point << 6 | u32::from(byte & 0x3F);
    }
    (point < 0x11_0000).then_some((point, length))
}
