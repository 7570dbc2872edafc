//! The packed model: sections found by name in one file, used where they lie.

use std::fmt;

use crate::alphabet::Alphabets;
use crate::lattice::Lattice;
use crate::lexicon::Lexicon;
use crate::ngram::{MOST_LANGUAGES, Ngrams};
use crate::properties::{Properties, Script, Scripts};
use crate::shapes::Shapes;
use crate::traits::Traits;

const MAGIC: &[u8; 8] = b"UNSPOOF\0";
const VERSION: u32 = 2;

/// Why a packed model could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes do not start as a packed model does.
    NotAModel,
    /// The format is of another version than this build reads.
    Version(u32),
    /// A section is missing or cut short.
    Section(&'static str),
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::NotAModel => write!(f, "not an unspoof model file"),
            ModelError::Version(v) => write!(f, "model format {v} is not the one this build reads"),
            ModelError::Section(name) => write!(f, "model section {name:?} is missing or damaged"),
        }
    }
}

impl std::error::Error for ModelError {}

/// A language that the model knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Language {
    /// ISO 639 code.
    pub code: &'static str,
    /// The script that it is written in.
    pub script: Script,
    /// Whether the lexicon holds its words.
    pub has_words: bool,
}

/// A packed model, borrowed from static bytes.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) properties: Properties,
    pub(crate) traits: Traits,
    pub(crate) lattice: Lattice,
    pub(crate) lexicon: Lexicon,
    pub(crate) ngrams: Ngrams,
    pub(crate) alphabets: Alphabets,
    pub(crate) shapes: Shapes,
    pub(crate) languages: Vec<Language>,
    /// For each script a bit for each language that is written in it.
    written_in: Vec<u128>,
    /// A bit for each language that the lexicon has no words of.
    pub(crate) wordless: u128,
    /// Ideographs, and the scripts that are written among them.
    pub(crate) east_asian: Scripts,
    pub(crate) scripts: Vec<&'static str>,
}

/// The lines of a text section.
pub(crate) fn lines(
    name: &'static str,
    bytes: &'static [u8],
) -> Result<Vec<&'static str>, ModelError> {
    let text = std::str::from_utf8(bytes).map_err(|_| ModelError::Section(name))?;
    Ok(text.split('\n').collect())
}

fn section(bytes: &'static [u8], name: &'static str) -> Result<&'static [u8], ModelError> {
    let damaged = ModelError::Section(name);
    let count = bytes.get(12..16).ok_or(ModelError::NotAModel)?;
    let count = u32::from_le_bytes([count[0], count[1], count[2], count[3]]) as usize;
    let directory = bytes.get(16..16 + count * 24).ok_or(ModelError::NotAModel)?;
    for row in directory.chunks_exact(24) {
        let title = row[..8].split(|&b| b == 0).next().unwrap_or_default();
        if title == name.as_bytes() {
            let number = |at: usize| {
                row[at..at + 8].iter().rev().fold(0usize, |sum, &b| sum << 8 | usize::from(b))
            };
            let (from, length) = (number(8), number(16));
            let to = from.checked_add(length).ok_or(damaged.clone())?;
            return bytes.get(from..to).ok_or(damaged);
        }
    }
    Err(damaged)
}

fn languages(
    section: &'static [u8],
    scripts: &[&'static str],
) -> Result<Vec<Language>, ModelError> {
    let damaged = || ModelError::Section("langs");
    let lines = lines("langs", section)?;
    if lines.len() > MOST_LANGUAGES {
        return Err(damaged());
    }
    lines
        .into_iter()
        .map(|line| {
            let mut fields = line.split('\t');
            let code = fields.next().ok_or_else(damaged)?;
            let script = fields.next().ok_or_else(damaged)?;
            let has_words = fields.next().ok_or_else(damaged)? == "1";
            let number = scripts.iter().position(|&s| s == script).ok_or_else(damaged)?;
            Ok(Language { code, script: Script(number as u8), has_words })
        })
        .collect()
}

impl Model {
    /// A bit for each language that is written in the script.
    #[inline]
    pub(crate) fn written_in(&self, script: Script) -> u128 {
        self.written_in.get(usize::from(script.0)).copied().unwrap_or(0)
    }

    /// Whether all languages of the script write the letter.
    #[inline]
    pub(crate) fn is_common(&self, script: Script, letter: u32) -> bool {
        self.written_in(script) & !self.ngrams.writers(letter) == 0
    }

    /// Finds the sections of a packed model; fails where it is damaged or of another format.
    pub fn from_bytes(bytes: &'static [u8]) -> Result<Model, ModelError> {
        if bytes.get(..8) != Some(MAGIC) {
            return Err(ModelError::NotAModel);
        }
        match bytes.get(8..12) {
            Some(&[a, b, c, d]) if u32::from_le_bytes([a, b, c, d]) == VERSION => {}
            Some(&[a, b, c, d]) => {
                return Err(ModelError::Version(u32::from_le_bytes([a, b, c, d])));
            }
            _ => return Err(ModelError::NotAModel),
        }
        let scripts = lines("scripts", section(bytes, "scripts")?)?;
        let properties = Properties::new(section(bytes, "props")?)?;
        let mut east_asian = Scripts::default();
        for (number, code) in (0..=u8::MAX).zip(&scripts) {
            if matches!(*code, "Hani" | "Hira" | "Kana" | "Hang" | "Bopo") {
                east_asian.insert(Script(number));
            }
        }
        let languages = languages(section(bytes, "langs")?, &scripts)?;
        let (mut written_in, mut wordless) = (vec![0; scripts.len()], 0);
        for (at, language) in languages.iter().enumerate() {
            let bit = 1u128.checked_shl(at as u32).ok_or(ModelError::Section("langs"))?;
            written_in[usize::from(language.script.0)] |= bit;
            wordless |= if language.has_words { 0 } else { bit };
        }
        Ok(Model {
            traits: Traits::new(&properties),
            properties,
            lattice: Lattice::new(section(bytes, "lattice")?, section(bytes, "strings")?)?,
            lexicon: Lexicon::new(section(bytes, "words")?, section(bytes, "profiles")?)?,
            ngrams: Ngrams::new(section(bytes, "ngrams")?)?,
            alphabets: Alphabets::new(section(bytes, "alphabe")?)?,
            shapes: Shapes::new(section(bytes, "shapes")?)?,
            languages,
            written_in,
            wordless,
            east_asian,
            scripts,
        })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::Model;

    /// The project's own packed model.
    pub(crate) fn model() -> Model {
        Model::from_bytes(include_bytes!("../../../model/unspoof.model")).expect("the model opens")
    }
}
