//! Letters of text decoded by the wrong table: Turkish `baþarýlý` for `başarılı`.
//!
//! A byte of the Windows code pages 1250, 1254 and 1257 that was taken for one of 1252 shows
//! another letter. Much honest text on the web has been through this; no author disguises so.

use crate::model::Model;

/// A small letter of code page 1252, and what its byte is in 1254, 1250 and 1257.
const SHOWN: [(char, &str); 30] = [
    ('ð', "ğđš"),
    ('ý', "ıż"),
    ('þ', "şţž"),
    ('ª', "ş"),
    ('º', "şŗ"),
    ('œ', "ś"),
    ('ÿ', "ź"),
    ('à', "ŕą"),
    ('á', "į"),
    ('â', "ā"),
    ('ã', "ăć"),
    ('å', "ĺ"),
    ('æ', "ćę"),
    ('ç', "ē"),
    ('è', "č"),
    ('ê', "ęź"),
    ('ë', "ė"),
    ('ì', "ěģ"),
    ('í', "ķ"),
    ('î', "ī"),
    ('ï', "ďļ"),
    ('ñ', "ń"),
    ('ò', "ňņ"),
    ('ô', "ō"),
    ('õ', "ő"),
    ('ø', "řų"),
    ('ù', "ůł"),
    ('û', "űū"),
    // Romanian before its own letters were in Unicode.
    ('ş', "ș"),
    ('ţ', "ț"),
];

/// All that readers of any language may hear in `letter`, a folded one.
pub(crate) fn hearings(letter: u32) -> impl Iterator<Item = u32> {
    let shown = SHOWN.iter().filter(move |&&(shown, _)| shown as u32 == letter);
    std::iter::once(letter).chain(shown.flat_map(|(_, meant)| meant.chars().map(u32::from)))
}

/// The letter that a reader of the language hears in `letter`, a folded one: another one where the
/// language does not write it and writes what its byte is in the language's own code page.
pub(crate) fn heard(model: &Model, language: usize, letter: u32) -> u32 {
    if !(0xAA..=0x163).contains(&letter) || model.ngrams.writes(language, letter) {
        return letter;
    }
    SHOWN
        .iter()
        .find(|&&(shown, _)| shown as u32 == letter)
        .and_then(|(_, meant)| {
            meant.chars().map(u32::from).find(|&meant| model.ngrams.writes(language, meant))
        })
        .unwrap_or(letter)
}
