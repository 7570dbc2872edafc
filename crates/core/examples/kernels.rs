//! One piece of work of the core, repeated, for counting instructions: see `benches/instructions.py`.
//!
//! `kernels VERB FILE TIMES`: FILE holds texts with a NUL after each but the last; VERB is `plain` (only look
//! whether there is anything to read), `careful` or `full`.

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::sync::Arc;

use unspoof_core::{Model, Options, Profile, Reader};

static MODEL: &[u8] = include_bytes!("../../../model/unspoof.model");

fn main() -> Result<(), Box<dyn Error>> {
    let [verb, file, times] = &env::args().skip(1).collect::<Vec<_>>()[..] else {
        return Err("usage: kernels plain|careful|full FILE TIMES".into());
    };
    let profile = match verb.as_str() {
        "plain" | "careful" => Profile::Careful,
        "full" => Profile::Full,
        _ => return Err(format!("unknown verb {verb:?}: plain, careful or full").into()),
    };
    let options = Options { profile, ..Options::default() };
    let reader = Reader::new(Arc::new(Model::from_bytes(MODEL)?), options)?;
    let texts: Vec<Vec<u32>> = std::fs::read_to_string(file)?
        .split('\0')
        .map(|text| text.chars().map(u32::from).collect())
        .collect();
    for _ in 0..times.parse()? {
        for text in &texts {
            // As the binding does it: what is plain is not read.
            let plain = reader.is_plain(black_box(text));
            if verb == "plain" || plain {
                black_box(plain);
            } else {
                black_box(reader.edits(black_box(text)));
            }
        }
    }
    Ok(())
}
