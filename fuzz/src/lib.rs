//! What the fuzz targets share: the reader, texts made of the fuzzer's bytes, and edits applied.

mod edits;
mod pools;
mod text;
mod weight;

pub use edits::{applied, undone};
pub use text::{Input, shown};
pub use weight::{Counting, Weight, weigh};

use std::sync::{Arc, LazyLock};

use unspoof_core::{Model, Options, Profile, Reader};

/// The packed model, as it is in the package.
pub static BYTES: &[u8] = include_bytes!("../../model/unspoof.model");

pub static MODEL: LazyLock<Arc<Model>> =
    LazyLock::new(|| Arc::new(Model::from_bytes(BYTES).expect("the committed model")));

/// The readers that a target chooses from: both profiles, and one that expects languages.
pub static READERS: LazyLock<[Reader; 3]> = LazyLock::new(|| {
    let some = vec!["en".to_owned(), "ru".to_owned()];
    [
        Options::default(),
        Options { profile: Profile::Full, ..Options::default() },
        Options { languages: Some(some), ..Options::default() },
    ]
    .map(|options| Reader::new(MODEL.clone(), options).expect("known languages"))
});
