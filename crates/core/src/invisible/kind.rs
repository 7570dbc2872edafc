//! What each invisible character is there for.

/// What an invisible character does, if it does anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    SoftHyphen,
    /// Joins or parts letters, or emoji: U+200C, U+200D.
    Joiner,
    /// Says where a line may break, or not.
    Break,
    /// Has work in the scripts named, and in no other.
    Own(&'static [&'static str]),
    /// Keeps marks in order.
    GraphemeJoiner,
    /// Shows a blank where there could be a space.
    Blank,
    /// Picks the form of the character before it.
    Selector,
    /// The selectors of ideographs, and anything else of that plane but tags.
    HighSelector,
    Tag,
    /// Marks or turns the direction of writing.
    Direction,
    /// Marks a place as part of text from right to left.
    RightMark,
}

const ANNOTATED: &[&str] = &["Hani", "Hira", "Kana"];

pub(super) fn kind(point: u32) -> Kind {
    match point {
        0xAD => Kind::SoftHyphen,
        0x034F => Kind::GraphemeJoiner,
        0x200C | 0x200D => Kind::Joiner,
        0x200B | 0x2060 | 0xFEFF => Kind::Break,
        0x2800 => Kind::Blank,
        0x115F | 0x1160 | 0x3164 | 0xFFA0 => Kind::Own(&["Hang"]),
        0x17B4 | 0x17B5 => Kind::Own(&["Khmr"]),
        0x180E => Kind::Own(&["Mong"]),
        0x1BCA0..=0x1BCA3 => Kind::Own(&["Dupl"]),
        // Readings set above the line.
        0xFFF9..=0xFFFB => Kind::Own(ANNOTATED),
        0xFE00..=0xFE0F | 0x180B..=0x180D | 0x180F => Kind::Selector,
        0xE0100..=0xE01EF => Kind::HighSelector,
        0xE0000..=0xE007F => Kind::Tag,
        0x200F | 0x061C => Kind::RightMark,
        0x200E | 0x202A..=0x202E | 0x2066..=0x2069 => Kind::Direction,
        _ => Kind::Own(&[]),
    }
}
