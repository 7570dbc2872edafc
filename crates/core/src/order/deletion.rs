//! Characters taken back by the control after them.
//!
//! What a terminal shows of `a`, BACKSPACE, `b` is `b`, and Boucher et al., "Bad Characters:
//! Imperceptible NLP Attacks" (2022), hide letters so from machines; they use DELETE alike. The
//! same rule reads the overstrikes of nroff's manual pages: `N`, BACKSPACE, `N` is a bold N, and
//! `_`, BACKSPACE, `f` an underlined f. A carriage return, which they use to write over a whole
//! line, is left alone: there are too many honest ends of lines that look just like it.

use unicode_bidi::BidiClass;
use unicode_segmentation::UnicodeSegmentation;

use super::{BACKSPACE, DELETE, char_of, class, is_direction, is_erasing, parts};
use crate::origins::Origins;
use crate::{Edit, Family, Reason};

const SURE: f32 = 0.98;
/// How many entries make a table.
const ENTRIES: usize = 2;

/// The edits that drop each erased character together with the control that erases it.
///
/// A control takes back one character as a reader sees it, its marks and whatever is not seen
/// after it included, and never one of another line. At the start of a line it has nothing to
/// take back and goes by itself. The edits are sorted and do not overlap or touch.
pub fn deletion(text: &[u32]) -> Vec<Edit> {
    if !text.iter().any(|&point| is_erasing(point)) {
        return Vec::new();
    }
    let mut erased: Vec<(usize, usize)> = Vec::new();
    let commands = has_commands(text);
    let lines: Vec<_> = parts(text, ends_line, is_erasing).collect();
    let table = lines.iter().filter(|(_, line)| name(line).is_some()).count() >= ENTRIES;
    let is_entry = |line: &[u32]| name(line).is_some_and(|name| table || ends_word(name));
    for (from, line) in lines.into_iter().filter(|(_, line)| !is_entry(line)) {
        erase(text, from, line, commands, &mut erased);
    }
    erased
        .into_iter()
        .map(|(start, end)| Edit {
            start,
            end,
            restored: String::new(),
            family: Family::Deletion,
            confidence: SURE,
            reason: Reason::Erased,
            origins: Origins::default(),
        })
        .collect()
}

fn ends_line(point: u32) -> bool {
    matches!(point, 0x0A..=0x0D | 0x85 | 0x2028 | 0x2029)
}

fn erase(
    text: &[u32],
    from: usize,
    line: &[u32],
    commands: bool,
    erased: &mut Vec<(usize, usize)>,
) {
    let shown: String = line.iter().copied().map(char_of).collect();
    // Where the characters start that could still be taken back.
    let mut kept: Vec<usize> = Vec::new();
    let mut at = from;
    for cluster in shown.graphemes(true) {
        let point = text[at];
        let last = kept.last().copied();
        let takes_back = match point {
            BACKSPACE => !(commands && starts_word(text, at)),
            // A stray DELETE after a space is what is left of some broken encoding's bullet.
            DELETE => last.is_some_and(|last| class(text[last]) != BidiClass::WS),
            _ => false,
        };
        if takes_back {
            kept.pop();
            let mut start = last.unwrap_or(at);
            // What was erased since then lies inside, or ends where this starts.
            while let Some(&(inner, _)) = erased.last().filter(|(_, end)| *end >= start) {
                start = start.min(inner);
                erased.pop();
            }
            erased.push((start, at + 1));
        } else if !is_unseen(point) {
            kept.push(at);
        }
        at += cluster.chars().count();
    }
}

/// What stands before a number that ends a line and is parted from it by DELETE, as in the tag
/// tables of GNU Info ("Info Format Specification", in the manual of Texinfo).
fn name(line: &[u32]) -> Option<&[u32]> {
    let digit = |&point: &u32| (0x30..=0x39).contains(&point);
    let at = line.iter().position(|&point| is_erasing(point))?;
    let (name, number) = (&line[..at], &line[at + 1..]);
    let parted = line[at] == DELETE && !number.is_empty() && number.iter().all(digit);
    (parted && !name.is_empty()).then_some(name)
}

/// Whether a name ends with letters, to which a deletion would run the number on.
fn ends_word(name: &[u32]) -> bool {
    name.len() > 1 && name[name.len() - 2..].iter().all(|point| is_letter(Some(point)))
}

/// Whether a code point shows nothing, so that a backspace goes past it.
fn is_unseen(point: u32) -> bool {
    class(point) == BidiClass::BN
        || is_direction(point)
        || matches!(point, 0x061C | 0x200E | 0x200F)
}

/// Whether a text has commands of TeX or of the like: a backslash and a letter.
fn has_commands(text: &[u32]) -> bool {
    text.windows(2).any(|pair| pair[0] == u32::from('\\') && is_letter(Some(&pair[1])))
}

/// Whether a backspace stands where the `\b` of such a command would (`\beta`, `\begin`), and so
/// is what is left of it after some program took it for an escape: at the start of a word.
fn starts_word(text: &[u32], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &text[before]);
    !is_letter(before) && is_letter(text.get(at + 1)) && is_letter(text.get(at + 2))
}

fn is_letter(point: Option<&u32>) -> bool {
    point.and_then(|&point| char::from_u32(point)).is_some_and(char::is_alphabetic)
}
