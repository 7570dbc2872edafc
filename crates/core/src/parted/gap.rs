//! What stands between two letters, and what honest authors put it there for.

use crate::properties::{Class, Properties};

/// The longest gap, in code points: a family of emoji takes eleven.
pub(crate) const LONGEST: usize = 12;

/// Symbols from here on are pictures: before them are those of mathematics and typography.
const FIRST_PICTURE: u32 = 0x2600;

/// What stands between two letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Gap<'a> {
    /// So many spaces, or none, and nothing else.
    Spaces(usize),
    /// Emoji and the like, whichever they are.
    Pictures,
    /// Exactly these characters.
    Signs(&'a [u32]),
}

/// What honest authors put such a gap between single letters for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Between columns, variables, words of one letter.
    Space,
    /// After initials and abbreviations.
    Stop,
    /// In what is spelled out or stammered.
    Dash,
    /// In enumerations, and between the cells of a table.
    List,
    /// In formulas.
    Operator,
    /// In source code, patterns and the like.
    Code,
    /// For nothing that is common.
    Rare,
    /// The same, and each gap is another.
    Varied,
}

impl<'a> Gap<'a> {
    pub fn new(properties: &Properties, between: &'a [u32]) -> Gap<'a> {
        let class = |&point: &u32| properties.get(point).class();
        if between.iter().all(|point| class(point) == Class::Space) {
            return Gap::Spaces(between.len());
        }
        let picture = |point: &u32| match class(point) {
            Class::Space | Class::Invisible => true,
            Class::Symbol | Class::Other => *point >= FIRST_PICTURE,
            _ => false,
        };
        if between.iter().all(picture) { Gap::Pictures } else { Gap::Signs(between) }
    }

    /// Whether there are spaces in it.
    fn is_blank(self) -> bool {
        matches!(self, Gap::Spaces(1..)) || self.signs().iter().any(|&sign| is_blank(sign))
    }

    /// Whether it is what stands between letters in whole words too.
    pub fn is_apostrophe(self) -> bool {
        matches!(self.signs(), [0x27 | 0x2019])
    }

    /// The characters that it surely consists of.
    pub fn signs(self) -> &'a [u32] {
        match self {
            Gap::Signs(signs) => signs,
            _ => &[],
        }
    }

    pub fn usage(self) -> Use {
        let signs = match self {
            Gap::Spaces(_) => return Use::Space,
            Gap::Pictures => return Use::Rare,
            Gap::Signs(signs) => signs,
        };
        let parts = signs.chunk_by(|&a, &b| is_blank(a) == is_blank(b));
        let apart = parts.filter(|part| !is_blank(part[0])).count() > 1;
        if apart || signs.len() > 1 && signs.iter().any(|&sign| is_code(sign)) {
            return Use::Code;
        }
        let spaced = self.is_blank();
        let sign = signs.iter().find(|&&sign| !is_blank(sign));
        match sign.and_then(|&sign| char::from_u32(sign)) {
            Some('.') if signs.len() == 1 || spaced => Use::Stop,
            Some(':') if !spaced => Use::Dash,
            Some(',' | ';' | ':' | '/' | '|' | '\\') => Use::List,
            Some('+' | '=' | '<' | '>' | '×' | '⋅' | '∙' | '^' | '&') => Use::Operator,
            Some('\u{2190}'..='\u{22FF}') => Use::Operator,
            Some('\u{2500}'..='\u{259F}') => Use::List,
            Some('*' | '-' | '–' | '—' | '~' | '·') if spaced => Use::Operator,
            Some('-' | '\u{2010}'..='\u{2015}') => Use::Dash,
            _ => Use::Rare,
        }
    }

    /// Whether it is none of the signs that words are parted by when each of their gaps is another.
    pub fn is_code(self) -> bool {
        self.signs().len() > 1 || self.signs().iter().any(|&sign| is_code(sign))
    }

    /// Whether it parts the folders of a path.
    pub fn is_slash(self) -> bool {
        matches!(self.signs(), [0x2F | 0x5C])
    }

    /// Whether addresses, paths, names of files and names in code are joined by it.
    pub fn joins_code(self) -> bool {
        let joins = |point: &u32| char::from_u32(*point).is_some_and(|c| "._/\\:=#~&@".contains(c));
        self.signs().len() == 1 && self.signs().iter().all(joins)
    }
}

fn is_blank(sign: u32) -> bool {
    char::from_u32(sign).is_some_and(char::is_whitespace)
}

fn is_code(sign: u32) -> bool {
    char::from_u32(sign).is_some_and(|c| "()[]{}<>\\:;?$^=%&'\"`".contains(c))
}

/// Letters parted by one sign and by another, and by signs and by spaces or by more spaces.
const OTHER_SIGN: f32 = 3.0;
const OTHER_KIND: f32 = 8.0;

/// What it costs that two gaps of a word are not the same.
pub(super) fn switch(one: Gap, other: Gap) -> f32 {
    match (one, other) {
        _ if one == other => 0.0,
        _ if one.is_blank() || other.is_blank() => OTHER_KIND,
        _ if one.is_apostrophe() || other.is_apostrophe() => OTHER_KIND,
        _ => OTHER_SIGN,
    }
}

/// Whether a letter stands between these brackets or quotation marks.
pub(super) fn wraps(open: u32, close: u32) -> bool {
    const PAIRS: [(char, char); 12] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('"', '"'),
        ('\'', '\''),
        ('“', '”'),
        ('„', '“'),
        ('‘', '’'),
        ('«', '»'),
        ('【', '】'),
        ('「', '」'),
    ];
    PAIRS.iter().any(|&(from, to)| from as u32 == open && to as u32 == close)
}

/// What two letters were parted by before `sign` was put between any two characters, if it was:
/// `"- -"` is a space where the sign is a hyphen.
pub(super) fn thinned<'a>(between: &'a [u32], sign: &[u32]) -> Option<Vec<u32>> {
    let mut rest: &'a [u32] = between.strip_prefix(sign)?;
    let mut found = Vec::new();
    while let [first, more @ ..] = rest {
        found.push(*first);
        rest = more.strip_prefix(sign)?;
    }
    (!found.is_empty()).then_some(found)
}

/// The same where the sign is so many spaces: more of them were one, and fewer none.
pub(super) fn narrowed(between: &[u32], width: usize) -> Vec<u32> {
    const BLANK: u32 = ' ' as u32;
    let runs = between.chunk_by(|&a, &b| is_blank(a) == is_blank(b));
    runs.flat_map(|run| match run {
        [first, ..] if !is_blank(*first) => run,
        _ if run.len() > width => &[BLANK],
        _ => &[],
    })
    .copied()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(text: &str) -> Vec<u32> {
        text.chars().map(u32::from).collect()
    }

    #[test]
    fn a_sign_between_any_two_characters_is_taken_away() {
        for (between, sign, was) in [("- -", "-", " "), ("*,* *", "*", ", "), (" ' ", " ", "'")] {
            assert_eq!(thinned(&points(between), &points(sign)), Some(points(was)), "{between:?}");
        }
        for (between, sign) in [("-", "-"), ("- ", "-"), ("  ", " ")] {
            assert_eq!(thinned(&points(between), &points(sign)), None, "{between:?}");
        }
    }

    #[test]
    fn spaces_between_words_become_one() {
        for (between, was) in [("   ", " "), (" ,   ", ", "), (" - ", "-"), ("   –   ", " – ")]
        {
            assert_eq!(narrowed(&points(between), 1), points(was), "{between:?}");
        }
    }

    #[test]
    fn what_honest_authors_put_a_gap_for() {
        let signs = |text: &str| Gap::Signs(&points(text)).usage();
        assert_eq!(signs(". "), Use::Stop);
        assert_eq!(signs("-"), Use::Dash);
        assert_eq!(signs(" * "), Use::Operator);
        assert_eq!(signs("|"), Use::List);
        assert_eq!(signs("(?:"), Use::Code);
        assert_eq!(signs("..."), Use::Rare);
    }
}
