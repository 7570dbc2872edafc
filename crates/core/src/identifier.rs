//! What Unicode says of identifiers, in UTS #39: what they look like, and which scripts they mix.
//!
//! It answers another question than the reader. Two texts with one skeleton look alike; what
//! either of them says is not asked, and a skeleton says nothing that anyone meant: that of `м` is
//! `ᴍ`, that of `10` is `lO`, and honest text has skeletons as disguised text has.

use unicode_security::{RestrictionLevel, RestrictionLevelDetection};

/// The skeleton of a text: two texts are confusable if they have the same.
///
/// This is UTS #39's internalSkeleton. Its bidiSkeleton is the same where all runs one way. Lone
/// surrogates stay.
pub fn skeleton(text: &[u32]) -> Vec<u32> {
    let mut made = Vec::with_capacity(text.len());
    for part in text.split_inclusive(|&point| char::from_u32(point).is_none()) {
        let whole: String = part.iter().filter_map(|&point| char::from_u32(point)).collect();
        made.extend(unicode_security::skeleton(&whole).map(u32::from));
        made.extend(part.iter().filter(|&&point| char::from_u32(point).is_none()));
    }
    made
}

/// How freely an identifier mixes scripts, from the strictest level of UTS #39 to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Restriction {
    /// ASCII alone.
    Ascii,
    /// One script, with what Japanese or Korean put together counting as one.
    SingleScript,
    /// Latin beside those of Chinese, Japanese or Korean.
    High,
    /// Latin beside one other script in common use that is neither Cyrillic nor Greek.
    Moderate,
    /// Any scripts.
    Minimal,
    /// Characters that Unicode would not have in identifiers.
    None,
}

impl Restriction {
    /// The level of an identifier; `None` for a lone surrogate too.
    pub fn of(identifier: &[u32]) -> Restriction {
        let chars: Option<String> = identifier.iter().map(|&c| char::from_u32(c)).collect();
        let Some(text) = chars else { return Restriction::None };
        match text.as_str().detect_restriction_level() {
            RestrictionLevel::ASCIIOnly => Restriction::Ascii,
            RestrictionLevel::SingleScript => Restriction::SingleScript,
            RestrictionLevel::HighlyRestrictive => Restriction::High,
            RestrictionLevel::ModeratelyRestrictive => Restriction::Moderate,
            RestrictionLevel::MinimallyRestrictive => Restriction::Minimal,
            RestrictionLevel::Unrestricted => Restriction::None,
        }
    }

    /// UTS #39's name for it, in small letters.
    pub const fn name(self) -> &'static str {
        match self {
            Restriction::Ascii => "ascii-only",
            Restriction::SingleScript => "single-script",
            Restriction::High => "highly-restrictive",
            Restriction::Moderate => "moderately-restrictive",
            Restriction::Minimal => "minimally-restrictive",
            Restriction::None => "unrestricted",
        }
    }
}
