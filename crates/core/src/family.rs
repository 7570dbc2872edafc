//! The families of disguise, by the names that users see.

/// What kind of disguise an edit undoes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Family {
    /// A letter of another script or alphabet that looks like the one meant.
    Lookalike = 0,
    /// A character that is not seen: zero-width, filler, stray selector, soft hyphen, tag.
    Invisible = 1,
    /// A letter of a stylised alphabet: mathematical, fullwidth, circled, small capital.
    Stylised = 2,
    /// Combining marks piled on letters that do not bear them.
    Combining = 3,
    /// A letter that is like the one meant to a reader's eye only, in no table of confusables.
    Faux = 4,
    /// Shown in another order than it is stored.
    Bidi = 5,
    /// A character and the control that erases it.
    Deletion = 6,
    /// An accent that belongs to no word where it stands.
    Accent = 7,
    /// A digit or sign for a letter.
    Leet = 8,
    /// Several characters for one letter.
    Multi = 9,
    /// What parts the letters of one word.
    Spaced = 10,
    /// A text turned upside down, or written backwards.
    Turned = 11,
}

impl Family {
    /// Every family, in the order of its code.
    pub const ALL: [Family; 12] = [
        Family::Lookalike,
        Family::Invisible,
        Family::Stylised,
        Family::Combining,
        Family::Faux,
        Family::Bidi,
        Family::Deletion,
        Family::Accent,
        Family::Leet,
        Family::Multi,
        Family::Spaced,
        Family::Turned,
    ];

    /// The name used in edits, reports and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Family::Lookalike => "lookalike",
            Family::Invisible => "invisible",
            Family::Stylised => "stylised",
            Family::Combining => "combining",
            Family::Faux => "faux",
            Family::Bidi => "bidi",
            Family::Deletion => "deletion",
            Family::Accent => "accent",
            Family::Leet => "leet",
            Family::Multi => "multi",
            Family::Spaced => "spaced",
            Family::Turned => "turned",
        }
    }

    /// The family with this code, if there is one.
    pub fn from_code(code: u8) -> Option<Family> {
        Family::ALL.get(code as usize).copied()
    }
}
