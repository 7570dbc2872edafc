//! Signs that part or frame what is written: fields of a record, arguments of a template, names of
//! variables. They are no letters, whatever they touch.

use std::collections::HashSet;

use crate::properties::{Calm, Properties};
use crate::token::{code_point_end, is_argument};

const STROKE: u32 = '|' as u32;
const DOLLAR: u32 = '$' as u32;
const PLUS: u32 = '+' as u32;
const BACKSLASH: u32 = '\\' as u32;
/// How many lines with strokes a text of records has at least, and a line of alternatives strokes.
const RECORDS: usize = 3;
/// How many labels with access keys, and how many framed names, show what the sign is.
const SHOWN: usize = 2;
/// In how many a sign may be something else, once it is shown: one in this many.
const NEARLY_ALL: usize = 8;
/// In how many lines of records a stroke shows by its place that it is no letter: one in this many.
const PLAIN: usize = 50;
/// The longest name that is looked for between two signs.
const LONGEST_NAME: usize = 64;

/// The letters of Latin blocks up to Latin Extended-B come before this.
const END_OF_LATIN: u32 = 0x250;

/// Where such signs stand in a text.
#[derive(Debug, Default)]
pub(crate) struct Delimiters {
    /// All of them, in order.
    pub places: Vec<usize>,
    /// How many are written for a program: those of templates, around names, and of conversions.
    pub coded: usize,
}

/// The delimiters of `text`.
pub(crate) fn delimiters(properties: &Properties, text: &[u32]) -> Delimiters {
    let mut places = indices(text);
    if text.contains(&STROKE) {
        places.extend(framing(text, "|", 1));
        places.extend(framing(text, "|", 2));
        places.extend(in_templates(text));
    }
    if text.contains(&DOLLAR) {
        places.extend(framing(text, "$", 1));
        places.extend(arguments(text));
    }
    if text.contains(&u32::from('@')) {
        places.extend(framing(text, "@", 1));
    }
    if text.contains(&BACKSLASH) {
        places.extend(searched(text));
    }
    if text.contains(&PLUS) {
        places.extend(code_points(text));
    }
    let coded = places.len() + conversions(text);
    if text.contains(&STROKE) {
        places.extend(between_fields(properties, text));
        places.extend(before_access_keys(text));
    }
    places.sort_unstable();
    places.dedup();
    Delimiters { places, coded }
}

fn is(point: Option<&u32>, set: &str) -> bool {
    point.and_then(|&c| char::from_u32(c)).is_some_and(|c| set.contains(c))
}

fn is_digit(point: &u32) -> bool {
    (0x30..=0x39).contains(point)
}

fn is_written(point: &u32) -> bool {
    char::from_u32(*point).is_some_and(char::is_alphanumeric)
}

fn is_space(point: &u32) -> bool {
    char::from_u32(*point).is_some_and(char::is_whitespace)
}

/// The lines of a text that are not blank, each with the place where it starts.
fn lines(text: &[u32]) -> impl Iterator<Item = (usize, &[u32])> {
    let mut next = 0;
    text.split(|&point| point == 0xA).filter_map(move |line| {
        let start = next;
        next += line.len() + 1;
        (!line.iter().all(is_space)).then_some((start, line))
    })
}

fn strokes(line: &[u32]) -> impl Iterator<Item = usize> {
    line.iter().enumerate().filter(|&(_, &point)| point == STROKE).map(|(at, _)| at)
}

/// The strokes of a text of records, in which nearly every line has some, and some one that is no letter
/// where it stands, or nearly every line starts with one; and those of a line in which most of several
/// are none.
fn between_fields(properties: &Properties, text: &[u32]) -> Vec<usize> {
    let (mut filled, mut records, mut plain, mut leading) = (0, 0, 0, 0);
    let (mut all, mut alternatives) = (Vec::new(), Vec::new());
    for (start, line) in lines(text) {
        filled += 1;
        let own: Vec<usize> = strokes(line).collect();
        let fields: Vec<&[u32]> = line.split(|&point| point == STROKE).collect();
        let parts = |at: &usize| parts(properties, &fields, *at);
        let parting = (1..fields.len()).filter(parts).count();
        records += usize::from(!own.is_empty());
        plain += usize::from(parting > 0);
        leading += usize::from(fields.len() > 1 && fields[0].is_empty());
        let own = own.into_iter().map(|at| start + at);
        if fields.len() > RECORDS && 2 * parting >= fields.len() - 1 {
            alternatives.extend(own.clone());
        }
        all.extend(own);
    }
    let nearly_all = |lines: usize| NEARLY_ALL * (filled - lines) <= filled;
    let shown = plain >= RECORDS && PLAIN * plain >= records;
    let listed = leading >= RECORDS && nearly_all(leading);
    if nearly_all(records) && (shown || listed) { all } else { alternatives }
}

/// Whether the stroke before a field of a line is no letter, by what touches it: a bracket or a full stop
/// that ends the field before, a number that is a field, a letter of a script that strokes are no part of.
fn parts(properties: &Properties, fields: &[&[u32]], at: usize) -> bool {
    let (before, after) = (fields[at - 1], fields[at]);
    let apart = |point: Option<&u32>| {
        point.is_some_and(|&point| {
            let property = properties.get(point);
            property.is_letter() && property.calm() == Calm::Apart && !property.has_readings()
        })
    };
    let number = |field: &[u32]| {
        field.iter().any(is_digit)
            && field.iter().all(|point| is_digit(point) || is(Some(point), ".,"))
    };
    let last = at + 1 == fields.len();
    let dash = at == 1 && before.len() == 1 && is(before.first(), "-");
    let numbered = |field: &[u32]| is(field.first(), "#") && field.get(1).is_some_and(is_digit);
    apart(before.last())
        || apart(after.first())
        || closes(before)
        || at == 1 && closes_all(before)
        || before.len() > 1 && is(before.last(), ".")
        || last && number(after) && before.len() > 1
        || at == 1 && (dash || number(before))
        || numbered(after)
}

/// Whether a field ends in brackets around a word.
fn closes(field: &[u32]) -> bool {
    const WORD: usize = 2;
    if !is(field.last(), ")]") {
        return false;
    }
    let inside = field.iter().rev().skip(1).take_while(|point| !is(Some(point), "(["));
    let size = inside.count();
    size >= WORD && size + 1 < field.len()
}

/// Whether a field is a letter in brackets, as parts of speech are given: `[v]`.
fn closes_all(field: &[u32]) -> bool {
    matches!(field, [open, _, close] if is(Some(open), "([") && is(Some(close), ")]"))
}

/// The strokes between a label and the key that chooses it: `File|F`.
fn before_access_keys(text: &[u32]) -> Vec<usize> {
    let (mut found, mut others, mut own) = (Vec::new(), 0, 0);
    for (start, line) in lines(text) {
        let Some(stroke) = line.iter().position(|&point| point == STROKE) else { continue };
        let (label, rest) = (&line[..stroke], &line[stroke + 1..]);
        let end = rest.iter().rposition(|point| !is_space(point)).map_or(0, |last| last + 1);
        if let [key] = rest[..end]
            && is_written(&key)
            && label.len() > 1
            && !label.last().is_some_and(is_space)
        {
            let lower = |point: u32| char::from_u32(point).map(|c| c.to_lowercase().next());
            own += usize::from(label.iter().any(|&point| lower(point) == lower(key)));
            found.push(start + stroke);
        } else {
            others += 1;
        }
    }
    let shown = own >= SHOWN && 4 * own >= 3 * found.len() && NEARLY_ALL * others <= found.len();
    if shown { found } else { Vec::new() }
}

/// The signs that frame names (`$user$`, `@HOST@`, `|tag|`, `||option||`), in a text in which nearly
/// all such signs beside a letter do.
fn framing(text: &[u32], sign: &str, width: usize) -> Vec<usize> {
    let is_sign = |at: usize| is(text.get(at), sign);
    let run = |at: usize| (at..text.len()).take_while(|&at| is_sign(at)).count();
    // Scripts without spaces have names between their letters.
    let latin = |point: &u32| *point < END_OF_LATIN && is_written(point);
    let written = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(latin);
    let (mut found, mut frames, mut others, mut at) = (Vec::new(), 0, 0, 0);
    while at < text.len() {
        let size = run(at);
        if size == 0 {
            at += 1;
            continue;
        }
        let name = at + size;
        let long = text[name..]
            .iter()
            .take(LONGEST_NAME)
            .take_while(|&point| !is(Some(point), sign) && !is_space(point))
            .count();
        let close = name + long;
        if size == width
            && run(close) == width
            && !written(at.checked_sub(1))
            && !written(Some(close + width))
            && is_name(&text[name..close], sign)
        {
            frames += 1;
            found.extend((at..name).chain(close..close + width));
            at = close + width;
            continue;
        }
        let amount = sign == "$" && text.get(name).is_some_and(is_digit);
        let beside = written(at.checked_sub(1)) || written(Some(name));
        others += usize::from(beside && !amount);
        at = name;
    }
    if frames >= SHOWN && NEARLY_ALL * others <= frames { found } else { Vec::new() }
}

/// Whether this may be a name that such a sign frames, and no rest of a word that has the sign for a
/// letter.
fn is_name(name: &[u32], sign: &str) -> bool {
    const WORD: usize = 3;
    let capital = |point: &u32| char::from_u32(*point).is_some_and(|c| !c.is_lowercase());
    let plain = |point: &u32| is_written(point) || is(Some(point), "_-.");
    match sign {
        "|" => name.iter().any(is_written) && !is(name.first(), "-)(<\\{=_3/") || is_command(name),
        "@" => name.len() >= WORD && name.iter().all(|point| plain(point) && capital(point)),
        _ => name.len() >= WORD && name.iter().all(plain),
    }
}

/// Whether this is a slash and what a backslash names: `/\zs`.
fn is_command(name: &[u32]) -> bool {
    is(name.first(), "/") && is(name.get(1), "\\") && name.len() > 2
}

/// The strokes between the arguments of a template or the parts of a link: `{{plural:$1|day|days}}`.
fn in_templates(text: &[u32]) -> Vec<usize> {
    let twice = |at: usize, set: &str| is(text.get(at), set) && text.get(at) == text.get(at + 1);
    let (mut open, mut found, mut at) = (Vec::new(), Vec::new(), 0);
    let mut inside = Vec::new();
    while at < text.len() {
        if twice(at, "{[") {
            open.push(inside.len());
            at += 2;
        } else if twice(at, "}]") {
            if let Some(first) = open.pop() {
                found.extend(inside.drain(first..));
            }
            at += 2;
        } else {
            if text[at] == STROKE && !open.is_empty() {
                inside.push(at);
            }
            at += 1;
        }
    }
    found
}

/// The dollar signs after the number of an argument: `%2$s`.
fn arguments(text: &[u32]) -> impl Iterator<Item = usize> {
    (0..text.len()).filter(|&at| text[at] == DOLLAR && is_argument(text, at))
}

/// The plus signs of code points: `U+4E00`.
fn code_points(text: &[u32]) -> impl Iterator<Item = usize> {
    (1..text.len()).filter(|&at| text[at] == PLUS && code_point_end(text, at - 1).is_some())
}

/// How many signs say where a program puts a value in: `%s`, `%-8lu`.
fn conversions(text: &[u32]) -> usize {
    let letter = |at: usize| {
        text.get(at).and_then(|&c| char::from_u32(c)).is_some_and(|c| c.is_ascii_alphabetic())
    };
    let is_conversion = |at: usize| {
        // No percentage, and no percent sign that is written twice for one.
        let own = at == 0 || !is_digit(&text[at - 1]) && !is(text.get(at - 1), "%");
        let mut end = at + 1;
        while text.get(end).is_some_and(is_digit) || is(text.get(end), "-+#.lhz") {
            end += 1;
        }
        own && letter(end) && !letter(end + 1)
    };
    let percent = |at: &usize| text[*at] == u32::from('%');
    (0..text.len()).filter(percent).filter(|&at| is_conversion(at)).count()
}

/// The slash and the backslash of a command that is searched for (`/\zs`), where the text has the
/// command by itself too (`\zs`).
fn searched(text: &[u32]) -> Vec<usize> {
    let name = |at: usize| {
        let letters = text[at + 1..].iter().take(LONGEST_NAME).take_while(|c| is_written(c));
        &text[at + 1..at + 1 + letters.count()]
    };
    let slashed = |at: usize| at > 0 && is(text.get(at - 1), "/");
    let own = |at: usize| at == 0 || is_space(&text[at - 1]) || is(text.get(at - 1), "\"'`");
    let backslashes = || (0..text.len()).filter(|&at| text[at] == BACKSLASH);
    let named: HashSet<&[u32]> = backslashes().filter(|&at| own(at)).map(name).collect();
    backslashes()
        .filter(|&at| slashed(at) && !name(at).is_empty() && named.contains(name(at)))
        .flat_map(|at| [at - 1, at])
        .collect()
}

/// The brackets and quotation marks around the keys of a list: `$lang['day']['short']`.
fn indices(text: &[u32]) -> Vec<usize> {
    let starts = |at: usize| is(text.get(at), "[") && is(text.get(at + 1), "'\"");
    let opening = (0..text.len()).filter(|&at| starts(at));
    opening
        .filter_map(|at| {
            let name = at + 2;
            let long = text[name..]
                .iter()
                .take(LONGEST_NAME)
                .take_while(|point| is_written(point) || is(Some(point), "_-. "))
                .count();
            let close = name + long;
            let closed = text.get(close) == text.get(at + 1) && is(text.get(close + 1), "]");
            (long > 0 && closed).then_some([at, at + 1, close, close + 1])
        })
        .flatten()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::model;

    /// The text with an underscore for every delimiter.
    fn parted(text: &str) -> String {
        let points: Vec<u32> = text.chars().map(u32::from).collect();
        let found = delimiters(&model().properties, &points).places;
        let sign = |(at, c)| if found.contains(&at) { '_' } else { c };
        text.chars().enumerate().map(sign).collect()
    }

    #[test]
    fn fields_arguments_and_names_are_parted() {
        for (text, expected) in [
            ("barn|1\n-|shed (rural)|stable\ncart|2\n", "barn_1\n-_shed (rural)_stable\ncart_2\n"),
            ("|oceanography\n|osteology\n|owls\n", "_oceanography\n_osteology\n_owls\n"),
            ("at = #1 am|#1 a.m.|am #1|a.m. #1", "at = #1 am_#1 a.m._am #1_a.m. #1"),
            ("{{plural:$1|a day|[[days|$1]]}} |x", "{{plural:$1_a day_[[days_$1]]}} |x"),
            ("Open file|f\nPrint all|p", "Open file_f\nPrint all_p"),
            ("see |usage| and |:set|.", "see _usage_ and _:set_."),
            ("||size||: ||c|| of them", "__size__: __c__ of them"),
            ("$user$ on $host$ for $5", "_user_ on _host_ for $5"),
            ("@HOST@ of @USER@", "_HOST_ of _USER_"),
            ("%1$s in %2$s", "%1_s in %2_s"),
            ("|/\\zs|\t\\zs\tstart", "|__zs|\t\\zs\tstart"),
            ("$a['week1']", "$a__week1__"),
            ("U+4E00, u+1f600, U+12, XU+4E00", "U_4E00, u_1f600, U+12, XU+4E00"),
        ] {
            assert_eq!(parted(text), expected);
        }
    }

    #[test]
    fn conversions_are_counted() {
        for (text, expected) in
            [("%s: %-8lu, %.2f", 3), ("%c!n%Q%c", 3), ("100%sure, 5 %", 0), ("%%s", 0)]
        {
            let points: Vec<u32> = text.chars().map(u32::from).collect();
            assert_eq!(conversions(&points), expected, "{text}");
        }
    }

    #[test]
    fn signs_that_are_letters_are_not() {
        for text in [
            "he||o |ike |-|ello",
            "|eve| of the |oca| girl we|l",
            "gir|s\nboo|s\nhe|p",
            "|ike\nwel|\nhe|p",
            "$hoe$ for $ale $tart$",
            "@meric@ and @fric@",
            "/\\ me |\\/|e",
        ] {
            assert_eq!(parted(text), text);
        }
    }
}
