//! The door for UTF-8: it reads what the door for code points reads.

mod common;

use common::{restored, with};
use unspoof_core::{Decoder, Profile};

const TEXTS: [&str; 11] = [
    "",
    "plain ASCII",
    "Ma sœur a vu le mot русский, 5 µg de H₂O.",
    "日本語 and 🙂 𝐹 = 𝑚𝑎",
    "Rɑмos ιs ιn tɑlкs",
    "🙂 Rɑмos ιs 🙂 ιn tɑlкs 🙂",
    "пpивeт, кaк дeлa?",
    "f\u{200b}r\u{200b}e\u{200b}e delivery",
    "abc\u{8}d",
    "𝓯𝓻𝓮𝓮 and ｆｒｅｅ",
    "Get y0ur fr33 m0n3y n0w, f.r.e.e d-e-l-i-v-e-r-y",
];

#[test]
fn both_doors_read_the_same() {
    let mut decoder = Decoder::default();
    for reader in [Profile::Careful, Profile::Full].map(with) {
        // Backwards too, so that a decoder has held a longer text before.
        for text in TEXTS.iter().chain(TEXTS.iter().rev()) {
            let read = reader.restore_utf8(text.as_bytes(), &mut decoder).expect("it is UTF-8");
            let expected = Some(restored(&reader, text)).filter(|read| read != text);
            assert_eq!(read, expected);
            let reading = reader.read_utf8(text.as_bytes(), &mut decoder).expect("it is UTF-8");
            let points: Vec<u32> = text.chars().map(u32::from).collect();
            let alone = reader.read(&points);
            assert_eq!(
                reading.map(|one| one.edits),
                Some(alone.edits).filter(|edits| !edits.is_empty())
            );
        }
    }
}

#[test]
fn what_is_not_utf8_is_an_error() {
    let mut decoder = Decoder::default();
    for reader in [Profile::Careful, Profile::Full].map(with) {
        for bytes in [&b"\xff"[..], b"caf\xc3", b"\xc0\xaf", b"a\xed\xa0\x80b", b"\xf4\x90\x80\x80"]
        {
            let error = std::str::from_utf8(bytes).expect_err("it is not UTF-8");
            assert_eq!(reader.restore_utf8(bytes, &mut decoder), Err(error));
        }
    }
}
