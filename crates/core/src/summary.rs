//! What all edits of a text together show: its scheme, and the scripts that it reads as.

use std::collections::BTreeMap;

use crate::model::Model;
use crate::properties::Script;
use crate::{Edit, Family, SchemeEntry, Share};

/// What stood for what, most frequent first.
pub(crate) fn scheme(text: &[u32], edits: &[Edit]) -> Vec<SchemeEntry> {
    let mut counts: BTreeMap<(&[u32], &str), u32> = BTreeMap::new();
    for edit in edits.iter().filter(|edit| is_substitution(edit.family)) {
        *counts.entry((&text[edit.start..edit.end], &edit.restored)).or_default() += 1;
    }
    let mut entries: Vec<SchemeEntry> = counts
        .into_iter()
        .map(|((glyph, reading), count)| SchemeEntry {
            glyph: glyph.iter().filter_map(|&point| char::from_u32(point)).collect(),
            reading: reading.to_owned(),
            count,
        })
        .collect();
    entries.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.glyph.cmp(&b.glyph)));
    entries
}

/// Whether a family puts one thing in another's place.
fn is_substitution(family: Family) -> bool {
    use Family::{Accent, Faux, Leet, Lookalike, Multi, Stylised};
    matches!(family, Accent | Faux | Leet | Lookalike | Multi | Stylised)
}

/// The scripts of the letters as they read, largest share first.
pub(crate) fn scripts(model: &Model, text: &[u32], edits: &[Edit]) -> Vec<Share> {
    let mut counts: BTreeMap<Script, usize> = BTreeMap::new();
    let mut count = |point: u32| {
        let property = model.properties.get(point);
        if property.is_letter() && !matches!(property.script(), Script::COMMON | Script::INHERITED)
        {
            *counts.entry(property.script()).or_default() += 1;
        }
    };
    let mut at = 0;
    for edit in edits {
        text[at..edit.start].iter().copied().for_each(&mut count);
        edit.restored.chars().map(u32::from).for_each(&mut count);
        at = edit.end;
    }
    text[at..].iter().copied().for_each(&mut count);
    let total: usize = counts.values().sum();
    let mut shares: Vec<Share> = counts
        .into_iter()
        .filter_map(|(script, count)| {
            let code = model.scripts.get(usize::from(script.0))?;
            Some(Share { code, share: count as f32 / total as f32 })
        })
        .collect();
    shares.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| a.code.cmp(b.code)));
    shares
}
