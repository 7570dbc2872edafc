//! The kinds of disguise that can be made, by the names that users give.

/// What is drawn for: each is disguised or left, with the rate as probability.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Each letter that the kind can disguise.
    Letter,
    /// Each word: a run of letters.
    Word,
    /// Each line.
    Line,
}

/// A kind of disguise: one of the families, or something finer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Another letter that Unicode's tables or names say is like it.
    Lookalike,
    /// A letter that Latin, Cyrillic or Greek writes every day, from another of the three.
    Foreign,
    /// A letter like it to the eye only: judged or measured, in no table of confusables.
    Faux,
    /// Any glyph that is read as the letter, stylised ones among them.
    Glyph,
    /// Any such glyph, but the same one for a letter throughout.
    Scheme,
    /// One or two accents on a letter that has none.
    Accent,
    /// A digit or sign of ASCII for the letter.
    Leet,
    /// Several characters that have the letter's shape.
    Multi,
    /// Each word in one of the stylised alphabets.
    Stylised,
    /// Mathematical alphabets, one for each word.
    Mathematical,
    /// Small capitals; capitals stay.
    SmallCapitals,
    /// Fullwidth forms.
    Fullwidth,
    /// Circled letters, white or black.
    Circled,
    /// Squared capitals, white or black.
    Squared,
    /// Letters in parentheses.
    Parenthesised,
    /// Regional indicators, which are capitals.
    Regional,
    /// Superscripts and modifier letters.
    Raised,
    /// Each word with one of the kinds of characters that are not seen.
    Invisible,
    /// Zero-width characters between letters.
    ZeroWidth,
    /// Soft hyphens between letters.
    SoftHyphen,
    /// Fillers and blanks between letters.
    Filler,
    /// A message in tag characters.
    Tags,
    /// Variation selectors: stray ones, or a message in them.
    Selectors,
    /// Each word with one of the kinds of marks.
    Combining,
    /// Marks piled on every letter of the word.
    Zalgo,
    /// Every letter of the word struck through.
    Struck,
    /// Stored backwards, and turned for the eye by an override.
    Bidi,
    /// A stray letter and the backspace that erases it.
    Deletion,
    /// The letters of a word apart: `f r e e`, `f.r.e.e`.
    Spaced,
    /// Each line in one of the two ways of turning.
    Turned,
    /// Upside down, and therefore from the end.
    UpsideDown,
    /// Written backwards.
    Backwards,
    /// Each word by a family at random.
    Mixed,
}

impl Kind {
    /// Every kind, families before their finer kinds.
    pub const ALL: [Kind; 33] = [
        Kind::Lookalike,
        Kind::Foreign,
        Kind::Faux,
        Kind::Glyph,
        Kind::Scheme,
        Kind::Accent,
        Kind::Leet,
        Kind::Multi,
        Kind::Stylised,
        Kind::Mathematical,
        Kind::SmallCapitals,
        Kind::Fullwidth,
        Kind::Circled,
        Kind::Squared,
        Kind::Parenthesised,
        Kind::Regional,
        Kind::Raised,
        Kind::Invisible,
        Kind::ZeroWidth,
        Kind::SoftHyphen,
        Kind::Filler,
        Kind::Tags,
        Kind::Selectors,
        Kind::Combining,
        Kind::Zalgo,
        Kind::Struck,
        Kind::Bidi,
        Kind::Deletion,
        Kind::Spaced,
        Kind::Turned,
        Kind::UpsideDown,
        Kind::Backwards,
        Kind::Mixed,
    ];

    /// The name that users give.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Lookalike => "lookalike",
            Kind::Foreign => "foreign",
            Kind::Faux => "faux",
            Kind::Glyph => "glyph",
            Kind::Scheme => "scheme",
            Kind::Accent => "accent",
            Kind::Leet => "leet",
            Kind::Multi => "multi",
            Kind::Stylised => "stylised",
            Kind::Mathematical => "mathematical",
            Kind::SmallCapitals => "small_capitals",
            Kind::Fullwidth => "fullwidth",
            Kind::Circled => "circled",
            Kind::Squared => "squared",
            Kind::Parenthesised => "parenthesised",
            Kind::Regional => "regional",
            Kind::Raised => "raised",
            Kind::Invisible => "invisible",
            Kind::ZeroWidth => "zero_width",
            Kind::SoftHyphen => "soft_hyphen",
            Kind::Filler => "filler",
            Kind::Tags => "tags",
            Kind::Selectors => "selectors",
            Kind::Combining => "combining",
            Kind::Zalgo => "zalgo",
            Kind::Struck => "struck",
            Kind::Bidi => "bidi",
            Kind::Deletion => "deletion",
            Kind::Spaced => "spaced",
            Kind::Turned => "turned",
            Kind::UpsideDown => "upside_down",
            Kind::Backwards => "backwards",
            Kind::Mixed => "mixed",
        }
    }

    /// The kind with this name, if there is one.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What the rate is a share of.
    pub(crate) fn unit(self) -> Unit {
        match self {
            Kind::Lookalike
            | Kind::Foreign
            | Kind::Faux
            | Kind::Glyph
            | Kind::Scheme
            | Kind::Accent
            | Kind::Leet
            | Kind::Multi => Unit::Letter,
            Kind::Turned | Kind::UpsideDown | Kind::Backwards => Unit::Line,
            _ => Unit::Word,
        }
    }

    /// The kinds among which a general one draws; none for the others.
    pub(crate) fn parts(self) -> &'static [Kind] {
        match self {
            Kind::Stylised => &[
                Kind::Mathematical,
                Kind::SmallCapitals,
                Kind::Fullwidth,
                Kind::Circled,
                Kind::Squared,
                Kind::Parenthesised,
                Kind::Regional,
                Kind::Raised,
            ],
            Kind::Invisible => {
                &[Kind::ZeroWidth, Kind::SoftHyphen, Kind::Filler, Kind::Tags, Kind::Selectors]
            }
            Kind::Combining => &[Kind::Zalgo, Kind::Struck],
            Kind::Turned => &[Kind::UpsideDown, Kind::Backwards],
            // Every family that works on words or letters, each as likely as the others.
            Kind::Mixed => &[
                Kind::Lookalike,
                Kind::Invisible,
                Kind::Stylised,
                Kind::Combining,
                Kind::Faux,
                Kind::Bidi,
                Kind::Deletion,
                Kind::Accent,
                Kind::Leet,
                Kind::Multi,
                Kind::Spaced,
            ],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use crate::Family;

    #[test]
    fn every_family_is_a_kind() {
        assert!(Family::ALL.iter().all(|family| Kind::from_name(family.name()).is_some()));
    }

    #[test]
    fn names_lead_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }
}
