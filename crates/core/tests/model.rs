//! A damaged model is an error when it is opened, or reads something else; it never panics.

mod common;

use std::sync::Arc;

use common::{BYTES, points};
use unspoof_core::{Model, ModelError, Options, Profile, Reader};

/// Where a section starts, and how long it is.
fn section(name: &str) -> (usize, usize) {
    let number =
        |at: usize| u64::from_le_bytes(BYTES[at..at + 8].try_into().expect("eight bytes")) as usize;
    let row = (16..)
        .step_by(24)
        .find(|&row| BYTES[row..].starts_with(name.as_bytes()))
        .expect("a section of this name");
    (number(row + 8), number(row + 16))
}

/// The model with other bytes at this place of a section, counted from its end if it is negative.
fn damaged(name: &str, at: isize, bytes: &[u8]) -> Result<Model, ModelError> {
    let mut model = BYTES.to_vec();
    let (start, length) = section(name);
    let at = if at < 0 { start + length - at.unsigned_abs() } else { start + at.unsigned_abs() };
    model[at..at + bytes.len()].copy_from_slice(bytes);
    // A model borrows its bytes for ever.
    Model::from_bytes(model.leak())
}

/// Reads a text of which every table is asked.
fn read(model: Model) {
    let text = points("Rɑмos ιs ιn tɑlкs, пpивeт f\u{200b}ree 𝓯𝓻𝓮𝓮 fr33 |-|ello a\u{301}\u{336}ʒ");
    let model = Arc::new(model);
    for profile in [Profile::Careful, Profile::Full] {
        let languages = Some(vec!["en".to_owned()]);
        let options = Options { profile, languages, ..Options::default() };
        if let Ok(reader) = Reader::new(model.clone(), options) {
            reader.read(&text);
        }
    }
}

#[test]
fn a_model_cut_short_is_an_error() {
    for length in (0..BYTES.len()).step_by(BYTES.len() / 200).chain(0..400) {
        assert!(Model::from_bytes(&BYTES[..length]).is_err(), "{length}");
    }
}

#[test]
fn counts_that_cannot_be_are_errors() {
    let sections = [("lattice", 0), ("lattice", 4), ("words", 0), ("profiles", 4), ("alphabe", 4)];
    for (name, at) in sections {
        for most in [u32::MAX, 1 << 30] {
            assert_eq!(
                damaged(name, at, &most.to_le_bytes()).err(),
                Some(ModelError::Section(name)),
                "{at} {most}"
            );
        }
    }
    // No rows of any width: a width that nothing holds it to.
    let none = [0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF];
    for name in ["profiles", "alphabe"] {
        assert_eq!(damaged(name, 0, &none).err(), Some(ModelError::Section(name)));
    }
}

#[test]
fn a_script_that_nothing_is_read_into_is_an_error() {
    let (start, _) = section("lattice");
    let number = |at: usize| {
        u32::from_le_bytes(BYTES[start + at..start + at + 4].try_into().expect("four bytes"))
    };
    let (glyphs, readings) = (number(0), number(4));
    let targets = 8 + 4 * glyphs + 4 * (glyphs + 1) + 5 * readings;
    for script in [0, 2, 6, 255] {
        let model = damaged("lattice", targets as isize, &[script]);
        assert_eq!(model.err(), Some(ModelError::Section("lattice")), "{script}");
    }
}

#[test]
fn more_languages_than_can_be_told_apart_are_an_error() {
    let (_, length) = section("langs");
    let line = b"a\tLatn\t1\n";
    let mut many = line.repeat(length / line.len() - 1);
    many.extend(vec![b'a'; length - many.len() - 7]);
    many.extend(b"\tLatn\t1");
    assert!(many.len() == length && many.split(|&byte| byte == b'\n').count() > 128);
    assert_eq!(damaged("langs", 0, &many).err(), Some(ModelError::Section("langs")));
}

#[test]
fn tables_that_contradict_themselves_are_read_without_a_panic() {
    // In the tree of n-grams: nothing goes on, everything does, and every list is one; then its
    // languages, costs and the costs of falling back.
    let (_, length) = section("ngrams");
    for (at, byte) in [(40_000, 0x00), (40_000, 0xFF), (40_000, 0x80), (-(length as isize / 2), 0)]
    {
        read(damaged("ngrams", at, &vec![byte; 60_000]).expect("its counts are whole"));
    }
    for (name, at) in [("props", 30_000), ("words", 30_000), ("strings", 100)] {
        for byte in [0x01, 0x7F] {
            read(damaged(name, at, &[byte; 1_000]).expect("its counts are whole"));
        }
    }
}
