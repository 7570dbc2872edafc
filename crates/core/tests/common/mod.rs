//! The reader over the packed model, and what its edits make of a text.

// Each test crate uses its own part of this.
#![allow(dead_code)]

use std::sync::{Arc, LazyLock};

use unspoof_core::{Edit, Model, Options, Profile, Reader};

pub static BYTES: &[u8] = include_bytes!("../../../../model/unspoof.model");
pub static MODEL: LazyLock<Arc<Model>> =
    LazyLock::new(|| Arc::new(Model::from_bytes(BYTES).expect("the committed model")));

pub fn reader(options: Options) -> Reader {
    Reader::new(MODEL.clone(), options).expect("known languages")
}

pub fn with(profile: Profile) -> Reader {
    reader(Options { profile, ..Options::default() })
}

pub fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

/// The text that edits make of another one; they must be in order and not overlap.
pub fn applied(text: &[u32], edits: &[Edit]) -> Vec<u32> {
    let mut read = Vec::new();
    let mut at = 0;
    for edit in edits {
        assert!(at <= edit.start && edit.end <= text.len(), "{edits:?}");
        read.extend_from_slice(&text[at..edit.start]);
        read.extend(edit.restored.chars().map(u32::from));
        at = edit.end;
    }
    read.extend_from_slice(&text[at..]);
    read
}

pub fn shown(points: &[u32]) -> String {
    points.iter().filter_map(|&point| char::from_u32(point)).collect()
}

pub fn restored(reader: &Reader, text: &str) -> String {
    let text = points(text);
    shown(&applied(&text, &reader.read(&text).edits))
}
