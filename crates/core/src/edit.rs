//! One change to the text, and why it was made.

use crate::Family;
use crate::origins::Origins;

/// Where the knowledge behind an edit came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Reason {
    /// Unicode's own compatibility decomposition names the letter.
    Decomposition = 0,
    /// The character's name says which letter it is a form of.
    Name = 1,
    /// Unicode's confusables table (UTS #39) lists the pair.
    Confusable = 2,
    /// The two glyphs, rendered in real fonts, look alike.
    Measured = 3,
    /// A reviewed row of the curated table lists the pair.
    Curated = 4,
    /// No table knows the glyph; the document uses it in this letter's place throughout.
    Scheme = 5,
    /// The character shows nothing and has no work to do where it stands.
    Invisible = 6,
    /// Marks stand on the letter that no orthography puts there.
    Piled = 7,
    /// A control turns the direction of writing where the script does not.
    Overridden = 8,
    /// The control after it takes it back.
    Erased = 9,
    /// No word has the accent where it stands.
    Accented = 10,
    /// Leet writes the letter so.
    Leet = 11,
    /// Together the characters have the letter's shape.
    Shape = 12,
    /// It stands between the letters of one word.
    Parted = 13,
    /// The letter stands on its head, or the line is written backwards.
    Turned = 14,
}

impl Reason {
    /// Every reason, in the order of its code.
    pub const ALL: [Reason; 15] = [
        Reason::Decomposition,
        Reason::Name,
        Reason::Confusable,
        Reason::Measured,
        Reason::Curated,
        Reason::Scheme,
        Reason::Invisible,
        Reason::Piled,
        Reason::Overridden,
        Reason::Erased,
        Reason::Accented,
        Reason::Leet,
        Reason::Shape,
        Reason::Parted,
        Reason::Turned,
    ];

    /// The reason with this code, if there is one.
    pub fn from_code(code: u8) -> Option<Reason> {
        Reason::ALL.get(code as usize).copied()
    }

    /// The reason in a sentence's worth of words.
    pub const fn text(self) -> &'static str {
        match self {
            Reason::Decomposition => "a styled form of the letter, by its Unicode decomposition",
            Reason::Name => "a form of the letter, by its Unicode name",
            Reason::Confusable => "looks like the letter, by Unicode's confusables",
            Reason::Measured => "looks like the letter in real fonts",
            Reason::Curated => "used for the letter in disguised text",
            Reason::Scheme => "stands for the letter throughout this document",
            Reason::Piled => "is a mark that no orthography puts here",
            Reason::Overridden => "is shown in another order than it is stored",
            Reason::Erased => "is erased by the control after it",
            Reason::Accented => "bears an accent that belongs to no word here",
            Reason::Leet => "stands for the letter in leet",
            Reason::Shape => "together has the shape of the letter",
            Reason::Parted => "parts the letters of one word",
            Reason::Turned => "is turned upside down or written backwards",
            Reason::Invisible => "shows nothing and has no work to do here",
        }
    }
}

/// One change: `original[start..end]` was read as `restored`.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// First code point of the original that the edit replaces.
    pub start: usize,
    /// One past the last code point of the original that the edit replaces.
    pub end: usize,
    /// What was meant; empty where the characters are to be dropped.
    pub restored: String,
    /// The kind of disguise.
    pub family: Family,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
    /// Where the knowledge came from.
    pub reason: Reason,
    /// Where in `original[start..end]` each code point of `restored` stands, if that is known.
    pub(crate) origins: Origins,
}
