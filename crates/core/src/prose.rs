//! The first stage for the full profile: is ASCII text plain prose, in which nothing is drawn by
//! digits or signs, parted or turned?
//!
//! Each line is gone through once, by rules of thumb that err on the side of looking: a letter beside
//! a digit, a sign that may be a letter, a word of no language with letters that run together to
//! others. The few lines that have such are cut into tokens as the reader does it, and what those
//! can say at most is weighed. ASCII has no marks, nothing unseen, and no letter on its head.

use std::ops::Range;

use crate::document::{Document, Precision, is_too_little};
use crate::hash::Hash;
use crate::model::Model;
use crate::order::has_erasing;
use crate::parted;
use crate::reader::{Ablation, Options};
use crate::turned::{CLEAR_LINE, NOT_SHORT};

/// How far letters that stand by themselves may be apart to be of one row, and how many there are.
const FAR: usize = parted::LONGEST;
const ROW: usize = parted::LETTERS;

/// What a byte is, by [`KINDS`].
const SIGN: u8 = 0;
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const BLANK: u8 = 3;
/// One that ends a line to the stage for turned text, and may be no line feed.
const END: u8 = 4;

const KINDS: [u8; 256] = {
    let mut kinds = [SIGN; 256];
    let mut at = 0;
    while at < 128 {
        kinds[at] = match at as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'\t' | b' ' => BLANK,
            0xA..=0xD | 0x1C..=0x1E => END,
            _ => SIGN,
        };
        at += 1;
    }
    kinds
};

/// Letters that run together to others, and strokes that are letters: what every shape starts with
/// whose first character is a letter. A bit for each, in the first and in the second letter's row.
const PAIRS: [(u8, u8); 6] =
    [(b'r', b'n'), (b'c', b'l'), (b'v', b'v'), (b'V', b'V'), (b'I', b'V'), (b'I', b'Z')];
const FIRST: [u8; 256] = pair_rows(true);
const SECOND: [u8; 256] = pair_rows(false);

const fn pair_rows(first: bool) -> [u8; 256] {
    let mut rows = [0; 256];
    let mut at = 0;
    while at < PAIRS.len() {
        rows[if first { PAIRS[at].0 } else { PAIRS[at].1 } as usize] |= 1 << at;
        at += 1;
    }
    rows
}

/// Whether no stage of the full profile finds anything to do in `text`.
pub(crate) fn is_prose(model: &Model, options: &Options, allowed: &[bool], text: &[u8]) -> bool {
    if has_erasing(text) || options.ablation != Ablation::default() {
        return false;
    }
    let mut parted = false;
    // What may be drawn, a line for each piece.
    let mut pieces: Vec<u32> = Vec::new();
    let mut line = Line { model, line: &[], words: Vec::new(), drawn: Vec::new(), parted: false };
    for bytes in text.split(|&byte| byte == b'\n') {
        line.line = bytes;
        if !line.go_through() {
            return false;
        }
        parted |= line.parted;
        // A bracket may belong to another one anywhere in the line.
        let bracketed = |piece: &Range<usize>| has_bracket(&bytes[piece.clone()]);
        if line.drawn.iter().any(bracketed) {
            line.drawn.clear();
            line.drawn.push(0..bytes.len());
        }
        for piece in line.drawn.drain(..) {
            // What stands second in a text is read otherwise than what stands second in a piece.
            if bytes[piece.clone()].as_ptr() != text.as_ptr() {
                pieces.push('\n'.into());
            }
            pieces.extend(bytes[piece].iter().map(|&byte| u32::from(byte)));
        }
    }
    if !pieces.is_empty() {
        let drawn = Document::new(model, options, allowed, &pieces, &[], 0);
        let says_too_little = |precision| is_too_little(drawn.most_said(precision));
        if !says_too_little(Precision::Rough) && !says_too_little(Precision::Fine) {
            return false;
        }
    }
    if !parted {
        return true;
    }
    let text: Vec<u32> = text.iter().map(|&byte| byte.into()).collect();
    parted::edits(model, &options.ablation, allowed, &text).is_empty()
}

fn has_bracket(piece: &[u8]) -> bool {
    piece.iter().any(|byte| b"()".contains(byte))
}

/// A line, and what was found in it.
struct Line<'a> {
    model: &'a Model,
    line: &'a [u8],
    /// Words that are not short, since the last end of a line of any sort.
    words: Vec<Word<'a>>,
    /// Where there may be tokens with shapes in them, from one blank to the next.
    drawn: Vec<Range<usize>>,
    /// Letters were found that stand one by one.
    parted: bool,
}

struct Word<'a> {
    letters: &'a [u8],
    known: bool,
}

impl Line<'_> {
    /// Whether nothing in the line may stand backwards.
    fn go_through(&mut self) -> bool {
        let line = self.line;
        let (mut at, mut row, mut row_end) = (0, 0, 0);
        let (mut start, mut drawn) = (0, false);
        while let Some(&byte) = line.get(at) {
            let kind = KINDS[usize::from(byte)];
            if kind == LETTER || kind == DIGIT {
                let from = at;
                at = self.run(from, &mut drawn);
                // What is too far from the letters before it starts another row.
                if at > from + 1 || from - row_end > FAR {
                    row = 0;
                }
                if at == from + 1 {
                    row += usize::from(kind == LETTER);
                    row_end = at;
                    self.parted |= row >= ROW;
                }
                continue;
            }
            if kind == SIGN {
                drawn = drawn || self.is_shape(at);
            } else {
                if drawn {
                    self.drawn.push(start..at);
                }
                (start, drawn) = (at + 1, false);
                if byte != b' ' {
                    row = if byte < 0x1C { 0 } else { row };
                    if kind == END && !self.is_forwards() {
                        return false;
                    }
                }
            }
            at += 1;
        }
        if drawn {
            self.drawn.push(start..at);
        }
        self.is_forwards()
    }

    /// Goes through letters and digits that nothing parts; gives their end.
    fn run(&mut self, start: usize, drawn: &mut bool) -> usize {
        let line = self.line;
        let (mut kinds, mut pairs, mut before) = (0, 0, 0);
        let mut hash = Hash::WORD;
        let mut end = start;
        while let Some(&byte) = line.get(end) {
            let kind = KINDS[usize::from(byte)];
            if kind != LETTER && kind != DIGIT {
                break;
            }
            kinds |= kind;
            pairs |= FIRST[before] & SECOND[usize::from(byte)];
            before = usize::from(byte);
            hash = hash.push(u32::from(byte | 0x20));
            end += 1;
        }
        let run = &line[start..end];
        if kinds == LETTER {
            // An exclamation or bracket on a known word is what it is.
            let opened = start > 0 && line[start - 1] == b'(';
            let signed = opened || matches!(line.get(end), Some(b'!' | b')'));
            let may_be_drawn = !*drawn && (signed || pairs != 0);
            if run.len() >= NOT_SHORT || may_be_drawn {
                let known = self.model.lexicon.get(hash).is_some();
                if run.len() >= NOT_SHORT {
                    self.words.push(Word { letters: run, known });
                }
                *drawn |= may_be_drawn && !known;
            }
        } else if kinds != DIGIT {
            *drawn = true;
            let words = run.split(u8::is_ascii_digit).filter(|word| word.len() >= NOT_SHORT);
            self.words.extend(words.map(|letters| Word { letters, known: false }));
        }
        end
    }

    /// Whether the sign at `at` may be a letter or part of one in a token with letters.
    fn is_shape(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or(b' ', |at| self.line[at]);
        let after = self.line.get(at + 1).copied().unwrap_or(b' ');
        let blank = |byte: u8| byte <= b' ';
        match self.line[at] {
            b'"' | b'%' | b'&' | b'*' | b',' | b'.' | b':' | b';' | b'=' | b'?' | b'-' | b'\'' => {
                false
            }
            b'/' => matches!(before, b'-' | b'\'') || matches!(after, b'-' | b'=' | b'\\'),
            b'!' => !(blank(after) || b"!?\"').,".contains(&after)),
            b'(' => !(blank(before) || b"\"'".contains(&before)) || b",-".contains(&after),
            b')' => {
                before == b'(' || after == b'(' || after == b'-' || after.is_ascii_alphanumeric()
            }
            b'$' | b'#' | b'+' => !(blank(before) && after.is_ascii_digit()),
            b'>' => false,
            _ => !(blank(before) && blank(after)),
        }
    }

    /// Whether no more words are known from their end than as they stand, as the stage for turned
    /// text asks; the words are done with.
    fn is_forwards(&mut self) -> bool {
        let known = self.words.iter().filter(|word| word.known).count();
        let least = CLEAR_LINE.1.max(known + 1);
        let mut left = self.words.len();
        let mut backwards = 0;
        for word in &self.words {
            if backwards + left < least {
                break;
            }
            left -= 1;
            let letters = word.letters.iter().rev();
            let hash = letters.fold(Hash::WORD, |hash, &byte| hash.push(u32::from(byte | 0x20)));
            backwards += usize::from(self.model.lexicon.get(hash).is_some());
        }
        self.words.clear();
        backwards < least
    }
}
