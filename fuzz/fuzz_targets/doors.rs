//! Every door of the core gives the same answer: code units of one, two and four bytes, UTF-8,
//! another reader, and the same one once more.
#![no_main]

use std::cell::RefCell;

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Decoder, Reader};
use unspoof_fuzz::{Input, MODEL, applied, shown};

thread_local! {
    /// It is kept from text to text, as a batch does.
    static DECODER: RefCell<Decoder> = RefCell::default();
}

fuzz_target!(|data: &[u8]| {
    let input = Input::new(data);
    let (reader, text) = (input.reader(), input.text());
    let reading = reader.read(&text);
    assert_eq!(reader.read(&text), reading, "the second time");
    let other = Reader::new(MODEL.clone(), reader.options().clone()).expect("known languages");
    assert_eq!(other.read(&text), reading, "another reader");

    assert_eq!(reader.edits(&text), reading.edits, "the edits alone");

    let plain = reader.is_plain(&text);
    assert!(!plain || reading.edits.is_empty(), "plain, and yet {:?}", reading.edits);
    if let Ok(units) = text.iter().map(|&unit| u16::try_from(unit)).collect::<Result<Vec<_>, _>>() {
        assert_eq!(reader.is_plain(&units), plain, "two bytes");
    }
    if let Ok(units) = text.iter().map(|&unit| u8::try_from(unit)).collect::<Result<Vec<_>, _>>() {
        assert_eq!(reader.is_plain(&units), plain, "one byte");
        if units.is_ascii() {
            assert_eq!(reader.is_plain_ascii(&units), plain, "ASCII");
        }
    }
    DECODER.with_borrow_mut(|decoder| {
        if let Some(shown) = shown(&text) {
            let read = reader.restore_utf8(shown.as_bytes(), decoder).expect("it is UTF-8");
            let made: Option<String> = (!reading.edits.is_empty())
                .then(|| self::shown(&applied(&text, &reading.edits)))
                .map(|made| made.expect("no surrogates come from nowhere"));
            assert_eq!(read, made, "UTF-8");
        }
        let raw = reader.restore_utf8(input.raw(), decoder);
        assert_eq!(raw.err(), std::str::from_utf8(input.raw()).err(), "any bytes");
    });
});
