//! The reader: the five stages, one after the other.

use std::fmt;
use std::sync::Arc;

use crate::document::Document;
use crate::model::Model;
use crate::{Reading, hidden, marks, scan};

/// Which disguises are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// What no honest author types.
    #[default]
    Careful,
    /// Adds what honest authors sometimes type: leet, split-up words, several letters for one.
    Full,
}

/// Parts of the reader that measurements switch off, to say what each is worth.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ablation {
    /// Read every token by itself: no scheme is learned from the document.
    pub no_scheme: bool,
    /// Words only: no n-grams for words never seen.
    pub no_ngrams: bool,
    /// Without the look-alikes measured in fonts.
    pub no_measured: bool,
    /// Every token with a reading is changed.
    pub no_judge: bool,
    /// Glyphs taken out of every table.
    pub forgotten: Vec<char>,
}

/// How to read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Which disguises are looked for.
    pub profile: Profile,
    /// The languages to expect (ISO 639 codes), or none for all.
    pub languages: Option<Vec<String>>,
    /// For measurements only.
    pub ablation: Ablation,
}

/// A language was asked for that the model does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage {
    /// What was asked for.
    pub asked: String,
    /// What there is.
    pub known: Vec<&'static str>,
}

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown language {:?}; known are {}", self.asked, self.known.join(", "))
    }
}

impl std::error::Error for UnknownLanguage {}

/// Reads text. Immutable, and safe to share among threads.
#[derive(Clone, Debug)]
pub struct Reader {
    model: Arc<Model>,
    options: Options,
    /// For each of the model's languages, whether it is to be expected.
    allowed: Vec<bool>,
}

impl Reader {
    /// A reader over `model`; fails on a language that the model does not hold.
    pub fn new(model: Arc<Model>, options: Options) -> Result<Reader, UnknownLanguage> {
        let mut allowed = vec![options.languages.is_none(); model.languages.len()];
        for asked in options.languages.iter().flatten() {
            let Some(at) = model.languages.iter().position(|one| one.code == asked) else {
                let known = model.languages.iter().map(|one| one.code).collect();
                return Err(UnknownLanguage { asked: asked.clone(), known });
            };
            allowed[at] = true;
        }
        Ok(Reader { model, options, allowed })
    }

    /// How this reader reads.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The languages (ISO 639 codes) that the model knows.
    pub fn known_languages(&self) -> Vec<&'static str> {
        self.model.languages.iter().map(|one| one.code).collect()
    }

    /// Whether one pass over the code points already shows that there is nothing to read.
    pub fn is_plain<T: Copy + Into<u32>>(&self, text: &[T]) -> bool {
        scan::is_plain(&self.model.properties, text)
    }

    /// Reads `text`, given as code points; lone surrogates are allowed, and stay.
    pub fn read(&self, text: &[u32]) -> Reading {
        Reading { hidden: hidden::find(text), ..self.changes(text) }
    }

    fn changes(&self, text: &[u32]) -> Reading {
        let piled = marks::piled(&self.model.properties, text);
        let read = |text| {
            Document::new(
                &self.model,
                &self.options.ablation,
                &self.allowed,
                text,
                !piled.is_empty(),
            )
            .read()
        };
        if piled.is_empty() {
            return read(text);
        }
        // The rest is read as if the marks were not there.
        let kept: Vec<usize> = {
            let mut next = piled.iter().copied().peekable();
            (0..text.len()).filter(|at| next.next_if_eq(at).is_none()).collect()
        };
        let bare: Vec<u32> = kept.iter().map(|&at| text[at]).collect();
        let mut reading = read(&bare);
        for edit in &mut reading.edits {
            edit.end = kept[edit.end - 1] + 1;
            edit.start = kept[edit.start];
        }
        reading.edits.extend(marks::edits(&piled));
        reading.edits.sort_by_key(|edit| edit.start);
        reading.score = reading.edits.iter().map(|edit| edit.confidence).fold(0.0, f32::max);
        reading
    }
}
