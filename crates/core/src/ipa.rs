//! The letters and signs of the International Phonetic Alphabet, by its chart of 2020.

use unicode_normalization::UnicodeNormalization;

/// Whether a code point is one of its letters beyond ASCII, or shows length, stress, tone or
/// release.
///
/// That is the block which is named after it, the letters that it shares with other alphabets, the
/// clicks, and what is raised to show how a sound is released.
pub(crate) fn is_letter(point: u32) -> bool {
    const SHARED: &str = "æçðøħŋœβθχλ";
    matches!(point, 0x250..=0x2AF | 0x2B0..=0x2B8 | 0x2BC | 0x2C8 | 0x2CC | 0x2D0 | 0x2D1)
        || matches!(point, 0x1C0..=0x1C3 | 0x2E0..=0x2E9 | 0x1D4A | 0x1DBF | 0x207F | 0x2C71)
        || char::from_u32(point).is_some_and(|c| SHARED.contains(c))
}

/// Whether a code point is anything that it writes beyond ASCII: a letter, bare or with the marks
/// of the chart, one that is raised, or a sign.
pub(crate) fn is_sign(point: u32) -> bool {
    let part = |c: char| c.is_ascii_alphabetic() || is_letter(c as u32) || is_mark(c as u32);
    let Some(sign) = char::from_u32(point).filter(|c| !c.is_ascii()) else { return false };
    is_letter(point)
        || is_spacing(point)
        || sign.nfd().all(part)
        // Any letter of its own may be raised, as ᵝ is.
        || sign.nfkd().all(|c| is_letter(c as u32) || is_mark(c as u32))
}

/// Whether a sign says how a word is spoken, and is part of no word as it is spelt: stress, length,
/// tone, a tie, a mark that the chart puts below or above a letter and hardly any orthography does.
pub(crate) fn is_spoken(point: u32) -> bool {
    matches!(point, 0x2C8 | 0x2CC | 0x2D0 | 0x2D1 | 0x2E5..=0x2E9 | 0x203F | 0x35C | 0x361)
        || is_mark(point)
            && matches!(point, 0x318..=0x320 | 0x329 | 0x32A | 0x32C | 0x32F | 0x339..=0x33D)
}

/// Its combining marks.
fn is_mark(point: u32) -> bool {
    matches!(point, 0x300..=0x304 | 0x306 | 0x308 | 0x30A..=0x30D | 0x30F | 0x311 | 0x318..=0x31A)
        || matches!(point, 0x31C..=0x320 | 0x324 | 0x325 | 0x327 | 0x329 | 0x32A | 0x32C | 0x32F)
        || matches!(point, 0x330 | 0x334 | 0x339..=0x33D | 0x346 | 0x351 | 0x357 | 0x35C | 0x361)
        || matches!(point, 0x1DC4 | 0x1DC5 | 0x1DC8)
}

/// Its signs that are no letters: the spacing forms of its marks, tone, and how words are joined
/// and parted. Unicode has a block of modifier letters for most of them.
fn is_spacing(point: u32) -> bool {
    matches!(point, 0x2B9..=0x2FF | 0xA700..=0xA71F | 0xB0 | 0x2016 | 0x203F | 0x2197 | 0x2198)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_chart_and_leaves_other_alphabets_alone() {
        let all = |text: &str| text.chars().all(|c| is_sign(c as u32));
        assert!(all("ɑ̃õẽçɡʁəʔˈˌːˑ‿‖˥˩ꜜ˞ᵊᵝⁿʷʼǃⱱ̞̯͡˘°"));
        assert!(!["а", "ο", "ł", "ќ", "①", "ⅿ", "ẟ", "ᴇ"].into_iter().any(all));
    }
}
