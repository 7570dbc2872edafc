//! Cuts text into tokens: runs of what could be letters of one word.

use crate::box_drawing::{draws, is_piece};
use crate::flag::{is_indicator, spelled};
use crate::properties::{Calm, Class, Properties, Script};

/// The longest token; a longer run is cut, so that no input makes one token cost without bound.
pub(crate) const LONGEST: usize = 192;

/// A run of code points that is read as one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// Plain letters of Latin, Cyrillic and Greek.
    pub plain: [u16; 3],
    /// Odd code points, invisible ones apart.
    pub odd: u16,
    /// Letters of scripts that do not look like the three.
    pub apart: u16,
    /// Letters and digits of other scripts that look like a letter of one of the three.
    pub alike: u16,
    /// Invisible code points with something of the token on both sides.
    pub invisible: u16,
    /// Has accents that are strange to the text, and no language has it as a word.
    pub accented: bool,
    /// Has shapes in it that may stand for letters, and no language has it as a word.
    pub shaped: bool,
}

impl Token {
    /// Whether the token by itself gives a reason to look closer.
    pub fn is_suspicious(&self) -> bool {
        let scripts = self.plain.iter().filter(|&&n| n > 0).count();
        self.accented
            || self.shaped
            || self.odd > 0
            || scripts > 1
            || (scripts == 1 && self.apart == 0 && self.alike > 0)
    }

    /// The one script of a token of plain letters only.
    pub fn plain_script(&self) -> Option<Script> {
        if self.odd > 0 || self.apart > 0 || self.alike > 0 {
            return None;
        }
        let mut found = None;
        for (script, &count) in Script::TARGETS.iter().zip(&self.plain) {
            if count > 0 {
                if found.is_some() {
                    return None;
                }
                found = Some(*script);
            }
        }
        found
    }
}

/// The forms of ASCII as wide as an ideograph.
pub(crate) const FULLWIDTH: std::ops::RangeInclusive<u32> = 0xFF01..=0xFF5E;
/// ＜ and ＞, which are brackets, and ～, from one to another in East Asian texts (`２月～３月`).
const WIDE_SIGNS: [u32; 3] = [0xFF1C, 0xFF1E, 0xFF5E];

/// Whether a code point can be part of a word.
pub(crate) fn in_word(properties: &Properties, point: u32) -> bool {
    let property = properties.get(point);
    match property.class() {
        _ if property.is_wordly() => true,
        Class::Number | Class::Symbol => {
            point >= 0x80
                && property.has_readings()
                && !is_indicator(point)
                && !is_squared_word(point)
                && !WIDE_SIGNS.contains(&point)
        }
        // Signs that a script of its own has (Thai ๏), unlike those of all scripts.
        Class::Punctuation => {
            property.has_readings()
                && !matches!(property.script(), Script::COMMON | Script::INHERITED)
        }
        _ => false,
    }
}

/// Whether a sign is a squared word (🆎, 🆓, 🆗): each is an emoji by itself, and of no alphabet.
fn is_squared_word(point: u32) -> bool {
    matches!(point, 0x1F18E | 0x1F191..=0x1F19A)
}

/// Whether a fullwidth sign stands beside a fullwidth letter, digit or sign: it is one of them.
fn is_wide_sign(properties: &Properties, text: &[u32], at: usize) -> bool {
    let wide = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|point| FULLWIDTH.contains(point))
    };
    wide(Some(at))
        && properties.get(text[at]).class() == Class::Symbol
        && (wide(at.checked_sub(1)) || wide(Some(at + 1)))
}

/// Whether a degree sign follows a number, and the name of a scale at most comes after it: `30°C`.
fn is_degree(properties: &Properties, text: &[u32], at: usize) -> bool {
    const DEGREE: u32 = 0xB0;
    let class = |at: usize| text.get(at).map(|&point| properties.get(point).class());
    let letter = |at: usize| matches!(class(at), Some(Class::Upper | Class::Lower | Class::Letter));
    text[at] == DEGREE
        && at > 0
        && class(at - 1) == Some(Class::Digit)
        && !(letter(at + 1) && letter(at + 2))
}

/// Whether a degree sign stands for the raised o of a number's sign: `n°5`.
fn is_numero(properties: &Properties, text: &[u32], at: usize) -> bool {
    const DEGREE: u32 = 0xB0;
    let class = |at: usize| text.get(at).map(|&point| properties.get(point).class());
    let starts = || at < 2 || !properties.get(text[at - 2]).is_letter();
    text[at] == DEGREE
        && class(at + 1) == Some(Class::Digit)
        && at > 0
        && matches!(char::from_u32(text[at - 1]), Some('n' | 'N'))
        && starts()
}

/// Whether a sign of multiplication stands between numbers: `10×15`.
fn is_times(properties: &Properties, text: &[u32], at: usize) -> bool {
    const TIMES: u32 = 0xD7;
    let digit = |at: usize| {
        text.get(at).is_some_and(|&point| properties.get(point).class() == Class::Digit)
    };
    text[at] == TIMES && at > 0 && digit(at - 1) && digit(at + 1)
}

/// Whether a letter that is an emoji too stands there over and over, and nothing else: ℹ, Ⓜ, 🅰, 🅱,
/// 🅾 and 🅿 are often typed without the selector that says so.
fn is_emoji_row(word: &[u32]) -> bool {
    const EMOJI_LETTERS: [u32; 6] = [0x2139, 0x24C2, 0x1F170, 0x1F171, 0x1F17E, 0x1F17F];
    word.len() > 1 && EMOJI_LETTERS.contains(&word[0]) && word.iter().all(|&point| point == word[0])
}

/// Whether a symbol or letter is shown as an emoji, by the selector after it, and not as a letter
/// among other styled ones.
fn is_emoji(properties: &Properties, text: &[u32], at: usize) -> bool {
    const EMOJI_STYLE: Option<&u32> = Some(&0xFE0F);
    let styled = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|&point| {
            let property = properties.get(point);
            property.calm() == Calm::Odd && property.class() != Class::Invisible
        })
    };
    if text.get(at + 1) != EMOJI_STYLE || !styled(Some(at)) || styled(at.checked_sub(1)) {
        return false;
    }
    // A row of emoji to both sides, until something else: a letter ends the doubt.
    const FAR: usize = 16;
    let mut next = at + 2;
    while next < at + 2 * FAR && styled(Some(next)) && text.get(next + 1) == EMOJI_STYLE {
        next += 2;
    }
    let mut before = at;
    while before > 1
        && before + 2 * FAR > at
        && text.get(before - 1) == EMOJI_STYLE
        && styled(Some(before - 2))
    {
        before -= 2;
    }
    !styled(Some(next)) && !styled(before.checked_sub(1))
}

/// The tokens of `text`, in order; `signs` are places where a sign may be part of a letter.
pub(crate) fn tokens(properties: &Properties, text: &[u32], signs: &[usize]) -> Vec<Token> {
    let mut found = Vec::new();
    let spelled = spelled(text);
    let draws = draws(text);
    // What could be part of a letter, and is none where it stands.
    let is_none = |at: usize| {
        draws && is_piece(text[at])
            || is_wide_sign(properties, text, at)
            || is_degree(properties, text, at)
            || is_numero(properties, text, at)
            || is_times(properties, text, at)
    };
    // Nearly all that is part of a word is a letter.
    let is_part = |at: usize| {
        properties.get(text[at]).is_wordly()
            || in_word(properties, text[at]) && !is_none(at)
            || !signs.is_empty() && signs.binary_search(&at).is_ok()
            || is_indicator(text[at]) && spelled.iter().any(|run| run.contains(&at))
    };
    let mut at = 0;
    while at < text.len() {
        let outside = !is_part(at) || is_invisible(properties, text[at]);
        if outside || is_emoji(properties, text, at) {
            at += 1;
            continue;
        }
        if is_escape(properties, text, at) {
            at += 1;
            continue;
        }
        let start = at;
        while at < text.len()
            && at - start < LONGEST
            && is_part(at)
            && !is_emoji(properties, text, at)
        {
            at += 1;
        }
        let mut end = at;
        while is_invisible(properties, text[end - 1]) {
            end -= 1;
        }
        let (start, end) = without_currency(text, start, end);
        // By themselves they are no letters.
        let word = &text[start..end];
        if !word.iter().all(|&point| is_piece(point)) && !is_emoji_row(word) {
            found.push(token(properties, text, start, end));
        }
    }
    found
}

/// An amount, or a pattern of one, without the currency before or after it: `5K€`, `000K¤`.
fn without_currency(text: &[u32], start: usize, end: usize) -> (usize, usize) {
    let currency = |point: u32| matches!(point, 0xA2..=0xA5 | 0x20A0..=0x20CF);
    let digit = |point: &u32| char::from_u32(*point).is_some_and(|c| c.is_ascii_digit());
    let word = &text[start..end];
    let (before, after) = (currency(word[0]), currency(word[word.len() - 1]));
    if end - start < 2 || !(before || after) || !word.iter().any(digit) {
        return (start, end);
    }
    (start + usize::from(before), end - usize::from(after))
}

pub(crate) fn is_invisible(properties: &Properties, point: u32) -> bool {
    properties.get(point).class() == Class::Invisible
}

/// A token's code points without those that are not seen.
pub(crate) fn seen(properties: &Properties, token: &[u32]) -> Vec<u32> {
    token.iter().copied().filter(|&point| !is_invisible(properties, point)).collect()
}

/// Whether a letter is what a program puts something in for (`%s`, `%2$s`, `\\n`), by itself or before a
/// word of another script.
fn is_escape(properties: &Properties, text: &[u32], at: usize) -> bool {
    let is = |at: Option<usize>, sign: char| {
        at.and_then(|at| text.get(at)).is_some_and(|&point| point == u32::from(sign))
    };
    let ascii = |&point: &u32| char::from_u32(point).is_some_and(|c| c.is_ascii_alphabetic());
    let other = |&next: &u32| {
        let property = properties.get(next);
        property.is_letter() && !matches!(property.script(), Script::LATIN | Script::COMMON)
    };
    let before = at.checked_sub(1);
    let conversion = is(before, '%') || is(before, '$') && is_argument(text, at - 1);
    if !text.get(at).is_some_and(ascii) || !conversion && !is(before, '\\') {
        return false;
    }
    let next = text.get(at + 1);
    next.is_some_and(other) || conversion && !next.is_some_and(|&next| in_word(properties, next))
}

/// Where the code point ends whose notation starts here, as the Unicode Standard has it (appendix A): `U+` and
/// four to six hexadecimal digits.
pub(crate) fn code_point_end(text: &[u32], start: usize) -> Option<usize> {
    let at = |at: usize| text.get(at).and_then(|&c| char::from_u32(c));
    let prefix = matches!(at(start), Some('U' | 'u')) && at(start + 1) == Some('+');
    let apart = |at: Option<char>| !at.is_some_and(char::is_alphanumeric);
    if !prefix || start > 0 && !apart(at(start - 1)) {
        return None;
    }
    let digits =
        (start + 2..).take_while(|&place| at(place).is_some_and(|c| c.is_ascii_hexdigit()));
    let end = start + 2 + digits.count();
    ((6..=8).contains(&(end - start)) && apart(at(end))).then_some(end)
}

/// Whether a dollar sign ends the number of an argument: `%2$`.
pub(crate) fn is_argument(text: &[u32], dollar: usize) -> bool {
    const MOST_DIGITS: usize = 2;
    let digit = |&&point: &&u32| (0x30..=0x39).contains(&point);
    let digits = text[..dollar].iter().rev().take(MOST_DIGITS).take_while(digit).count();
    let sign = dollar.checked_sub(digits + 1).map(|at| text[at]);
    digits > 0 && sign == Some(u32::from('%'))
}

fn token(properties: &Properties, text: &[u32], start: usize, end: usize) -> Token {
    let mut token = Token {
        start,
        end,
        plain: [0; 3],
        odd: 0,
        apart: 0,
        alike: 0,
        invisible: 0,
        accented: false,
        shaped: false,
    };
    for &point in &text[start..end] {
        let property = properties.get(point);
        match property.calm() {
            Calm::Plain(script) => token.plain[usize::from(script.0 - Script::LATIN.0)] += 1,
            Calm::Apart if property.has_readings() => token.alike += 1,
            Calm::Apart => token.apart += 1,
            Calm::Odd if property.class() == Class::Invisible => token.invisible += 1,
            Calm::Odd if property.class() == Class::Mark => {}
            Calm::Odd => token.odd += 1,
            Calm::Neutral => {
                token.alike += u16::from(point >= 0x80 && property.may_be_letter());
            }
        }
    }
    token
}

/// Whether a token of `text` stands between slashes or square brackets, as phonetics does.
pub(crate) fn is_bracketed(
    properties: &Properties,
    text: &[u32],
    token: std::ops::Range<usize>,
) -> bool {
    const FAR: usize = 30;
    let is_mark =
        |point: &u32| matches!(char::from_u32(*point), Some('/' | '[' | ']' | '⟨' | '⟩' | '\n'));
    let from = token.start.saturating_sub(FAR);
    let to = (token.end + FAR).min(text.len());
    let before = text[from..token.start].iter().rposition(is_mark).map(|at| from + at);
    let after = text[token.end..to].iter().position(is_mark).map(|at| token.end + at);
    let (Some(before), Some(after)) = (before, after) else { return false };
    let pair = (char::from_u32(text[before]), char::from_u32(text[after]));
    let known =
        matches!(pair, (Some('/'), Some('/')) | (Some('['), Some(']')) | (Some('⟨'), Some('⟩')));
    let letter = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|&point| properties.get(point).is_letter())
    };
    known && !letter(before.checked_sub(1)) && !letter(Some(after + 1))
}
