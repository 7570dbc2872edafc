//! What the fuzzer picks from, so that it need not find out by itself what disguises are made of.

use std::sync::LazyLock;

use super::READERS;

/// Words, honest and disguised, in several scripts.
pub const WORDS: [&str; 24] = [
    "account ",
    "the ",
    "free ",
    "delivery ",
    "paypal",
    "password ",
    "привет ",
    "мир ",
    "сегодня ",
    "Ελλάδα ",
    "καλημέρα ",
    "straße ",
    "señor ",
    "naïve ",
    "สวัสดี",
    "日本語",
    "שלום ",
    "مرحبا ",
    "нello ",
    "fr33 ",
    "f r e e ",
    "ǝɥʇ ",
    "|-|ello ",
    "https://a.example/b ",
];

/// Scripts: a letter or two of each.
pub const LETTERS: [&str; 32] = [
    "ա", "ბ", "ა", "א", "ع", "ܐ", "ހ", "अ", "ক", "ਕ", "ક", "ଓ", "க", "క", "ಕ", "ക", "ක", "ก", "ກ",
    "ཀ", "က", "한", "ᄀ", "ᐃ", "Ꭰ", "ᚠ", "ក", "ᠠ", "あ", "ア", "ꓐ", "ꝏ",
];

/// Marks: common, stacked, enclosing, of single scripts, and those that join letters.
pub const MARKS: [u32; 24] = [
    0x300, 0x301, 0x302, 0x303, 0x308, 0x30A, 0x323, 0x327, 0x331, 0x332, 0x334, 0x336, 0x338,
    0x345, 0x34F, 0x35C, 0x361, 0x489, 0x5B0, 0x64B, 0x93C, 0x94D, 0xE31, 0x20DD,
];

/// What is not seen, and controls.
pub const UNSEEN: [u32; 28] = [
    0x200B, 0x200C, 0x200D, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0xAD, 0x34F, 0x61C,
    0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x180B, 0x180E, 0xFFF9, 0xFFFA, 0xFFFB, 0x1D173,
    0x2800, 0x206A, 0x0, 0x8, 0x7F,
];

/// What turns the direction of writing, and what ends it.
pub const DIRECTION: [u32; 14] = [
    0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x61C,
    0x2029, 0xA,
];

/// Emoji, and what sequences of them are made of.
pub const EMOJI: [u32; 20] = [
    0x1F469, 0x1F468, 0x200D, 0xFE0F, 0xFE0E, 0x1F3FD, 0x2764, 0x1F1E9, 0x1F1EA, 0x1F3F4, 0xE0067,
    0xE0062, 0xE007F, 0x20E3, 0x23, 0x31, 0x1F600, 0x1F308, 0x2640, 0x1F170,
];

/// Every glyph that the reader's own tables hold.
pub static LOOKALIKES: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let mut glyphs: Vec<u32> =
        READERS[0].glyph_readings().map(|one| u32::from(one.glyph)).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    glyphs
});
