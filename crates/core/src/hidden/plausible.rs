//! How likely it is that somebody wrote a text, as against its having come about by chance.

use crate::math::ln_f64;

/// The share of what is written that is ASCII, when the text has shown no other script yet.
const ASCII: f64 = 0.97;
/// The same after a letter of another script, and the share of that script's own.
const ASCII_AMONG_OTHERS: f64 = 0.45;
const SAME_BLOCK: f64 = 0.5;
/// Letters and symbols that a new script's first one is chosen from.
const ALL_LETTERS: f64 = 150_000.0;
const ALL_CHARACTERS: f64 = 10_000_000.0;

/// The natural logarithm of a text's probability; `None` where it holds what no text does:
/// private use, noncharacters, or the same one or two characters again and again, as padding does.
///
/// A small first-order model: letters of ASCII by their frequency in Western languages, others by
/// the size of their block, likelier once the text has shown that block. Its probabilities sum to
/// one, so that a message found by chance beats chance by `n` nats in one case out of e^n.
pub(super) fn log_probability(text: &str) -> Option<f64> {
    let mut shown: Option<(u32, f64)> = None;
    let mut sum = 0.0;
    let mut different: Vec<char> = Vec::new();
    let mut length = 0;
    for letter in text.chars() {
        length += 1;
        if different.len() < 3 && !different.contains(&letter) {
            different.push(letter);
        }
        if letter.is_ascii() {
            let share = if shown.is_some() { ASCII_AMONG_OTHERS } else { ASCII };
            sum += ln_f64(share * ascii(letter));
            continue;
        }
        let own = block(letter)?;
        let size =
            if letter.is_alphanumeric() || own.0 == EMOJI { ALL_LETTERS } else { ALL_CHARACTERS };
        sum += ln_f64(match shown {
            Some(block) if block.0 == own.0 => SAME_BLOCK / own.1,
            Some(_) => (1.0 - ASCII_AMONG_OTHERS - SAME_BLOCK) / size,
            None => (1.0 - ASCII) / size,
        });
        shown = Some(own);
    }
    let monotonous = different.len() < 2 || length > 4 && different.len() < 3;
    (!monotonous).then_some(sum)
}

fn ascii(letter: char) -> f64 {
    match letter {
        ' ' => 0.12,
        'e' | 't' | 'a' | 'o' | 'i' | 'n' | 's' | 'h' | 'r' | 'd' | 'l' | 'u' => 0.042,
        'a'..='z' => 0.011,
        'A'..='Z' => 0.004,
        '0'..='9' => 0.006,
        '.' | ',' | '\'' | '"' | '-' | '!' | '?' | ':' | '/' | '(' | ')' | '_' | '@' | '\n' => {
            0.002
        }
        ' '..='~' | '\t' | '\r' => 0.0005,
        // Some messages mean to steer a terminal.
        _ => 0.000_01,
    }
}

const EMOJI: u32 = 0x1F000;
const EAST_ASIAN: u32 = 0x3000;

/// The first code point of a letter's block, and how many characters there are to choose from.
fn block(letter: char) -> Option<(u32, f64)> {
    Some(match u32::from(letter) {
        0xE000..=0xF8FF | 0xFDD0..=0xFDEF => return None,
        0xF0000.. => return None,
        point if point & 0xFFFE == 0xFFFE => return None,
        0xA0..=0x024F => (0xA0, 432.0),
        0x2600..=0x27BF | 0x1F000..=0x1FAFF => (EMOJI, 3264.0),
        // Kana, ideographs and wide punctuation stand in one text, half of it one or the other.
        0x3000..=0x30FF => (EAST_ASIAN, 512.0),
        0x3100..=0x9FFF => (EAST_ASIAN, 57_344.0),
        0xFF00..=0xFFEF => (EAST_ASIAN, 2048.0),
        0xAC00..=0xD7AF => (0xAC00, 11_184.0),
        point => (point & !0xFF, 256.0),
    })
}
