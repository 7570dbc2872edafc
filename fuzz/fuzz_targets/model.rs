//! A damaged model is an error when it is opened, or reads something else; it never panics.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use unspoof_core::{Model, Options, Profile, Reader};
use unspoof_fuzz::BYTES;

/// Words enough that every table is asked.
const TEXT: &str =
    "Rɑмos ιs ιn tɑlкs, пpивeт f\u{200b}ree 𝓯𝓻𝓮𝓮 fr33 |-|ello ǝɥʇ a\u{301}\u{336}ʒ f r e e";
/// Magic, version, number of sections and the directory; each section starts on a multiple of 64.
const HEAD: usize = 16 + 24 * 12;

fuzz_target!(|data: &[u8]| {
    // It is copied and, since a model borrows for ever, taken back by hand.
    let copy: &'static mut [u8] = Box::leak(damaged(data));
    let whole: *mut [u8] = copy;
    // SAFETY: the copy is leaked, and nothing else uses it before it is taken back below.
    let bytes: &'static [u8] = unsafe { &*whole };
    if let Ok(model) = Model::from_bytes(bytes) {
        read(Arc::new(model), data.first().is_some_and(|choice| choice & 0x80 != 0));
    }
    // SAFETY: it was leaked above, and the model and all readers, which borrow it, are dropped.
    drop(unsafe { Box::from_raw(whole) });
});

/// Reads with what may be damaged, in one language: what is made for each takes long.
fn read(model: Arc<Model>, full: bool) {
    let text: Vec<u32> = TEXT.chars().map(u32::from).collect();
    let profile = if full { Profile::Full } else { Profile::Careful };
    let languages = Some(vec!["en".to_owned()]);
    let Ok(reader) = Reader::new(model, Options { profile, languages, ..Options::default() })
    else {
        return;
    };
    reader.is_plain(&text);
    reader.read(&text);
    reader.glyph_readings().take(1000).for_each(drop);
}

/// The model with a few bytes changed, five of the fuzzer's for each change, or cut short.
fn damaged(data: &[u8]) -> Box<[u8]> {
    let mut bytes = BYTES.to_vec();
    for change in data.chunks_exact(5) {
        let number = u32::from_le_bytes([change[1], change[2], change[3], 0]) as usize;
        let at = match change[0] % 8 {
            0 => number % HEAD,
            1 => {
                bytes.truncate(number * 2 % bytes.len().max(1));
                continue;
            }
            // The start of a section, where its own counts are.
            2..=5 => section(number >> 8) + number % 64,
            _ => number * 2,
        };
        if let Some(byte) = bytes.get_mut(at) {
            *byte = change[4];
        }
    }
    bytes.into_boxed_slice()
}

/// Where one of the sections starts.
fn section(number: usize) -> usize {
    let count = u32::from_le_bytes(BYTES[12..16].try_into().expect("four bytes")) as usize;
    let row = 16 + 24 * (number % count);
    u64::from_le_bytes(BYTES[row + 8..row + 16].try_into().expect("eight bytes")) as usize
}
