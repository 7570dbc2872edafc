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
}

impl Family {
    /// Every family, in the order of its code.
    pub const ALL: [Family; 4] =
        [Family::Lookalike, Family::Invisible, Family::Stylised, Family::Combining];

    /// The name used in edits, reports and tables.
    pub const fn name(self) -> &'static str {
        match self {
            Family::Lookalike => "lookalike",
            Family::Invisible => "invisible",
            Family::Stylised => "stylised",
            Family::Combining => "combining",
        }
    }

    /// The family with this code, if there is one.
    pub fn from_code(code: u8) -> Option<Family> {
        Family::ALL.get(code as usize).copied()
    }
}
