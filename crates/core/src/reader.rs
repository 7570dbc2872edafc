//! The reader: the five stages, one after the other.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::compose::Layers;
use crate::document::{Document, pronunciations};
use crate::invisible::Invisible;
use crate::model::Model;
use crate::traits::{MARK, ODD};
use crate::{Edit, GlyphReading, Reading, Share};
use crate::{hidden, marks, order, parted, prose, readings, scan, summary, turned};

/// How often a text is read over, at most. Nearly every one has settled after the second time; a
/// search for texts that take long found none that takes half as many.
const ROUNDS: usize = 16;

/// Which disguises are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// What no honest author types.
    #[default]
    Careful,
    /// Adds what honest authors sometimes type: leet, split-up words, several letters for one; and
    /// text upside down or written backwards.
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

/// What all passes over a text have found.
struct Found {
    edits: Vec<Edit>,
    /// How sure it is that the text was disguised, by its words.
    sure: f32,
    languages: Vec<Share>,
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

    /// What each glyph may be read as, without context: every reading of every glyph, by code
    /// point, likeliest first within each script.
    pub fn glyph_readings(&self) -> impl Iterator<Item = GlyphReading> + '_ {
        readings::all(&self.model)
    }

    /// Whether one pass over the code points already shows that there is nothing to read.
    pub fn is_plain<T: Copy + Into<u32>>(&self, text: &[T]) -> bool {
        match self.options.profile {
            Profile::Careful => {
                scan::is_plain(&self.model, &self.options.ablation, &self.allowed, text)
            }
            Profile::Full => {
                let narrow = |&unit: &T| u8::try_from(unit.into()).ok().filter(u8::is_ascii);
                let ascii: Option<Vec<u8>> = text.iter().map(narrow).collect();
                ascii.is_some_and(|text| self.is_plain_ascii(&text))
            }
        }
    }

    /// The same for text of ASCII alone: under the careful profile at the speed of memory.
    pub fn is_plain_ascii(&self, text: &[u8]) -> bool {
        match self.options.profile {
            Profile::Careful => !order::has_erasing(text),
            Profile::Full => prose::is_prose(&self.model, &self.options, &self.allowed, text),
        }
    }

    /// Reads `text`, given as code points; lone surrogates are allowed, and stay.
    ///
    /// One disguise lies over another, so each pass reads what the one before it has uncovered,
    /// and the whole is read again until nothing more is found.
    pub fn read(&self, text: &[u32]) -> Reading {
        let Found { edits, sure, languages } = self.in_passes(text);
        let surest = edits.iter().map(|edit| edit.confidence).fold(0.0, f32::max);
        Reading {
            score: if edits.is_empty() { sure.min(0.5) } else { surest },
            scheme: summary::scheme(text, &edits),
            scripts: summary::scripts(&self.model, text, &edits),
            languages,
            hidden: hidden::find(text),
            edits,
        }
    }

    /// The edits alone of what [`Reader::read`] gives back.
    pub fn edits(&self, text: &[u32]) -> Vec<Edit> {
        self.in_passes(text).edits
    }

    fn in_passes(&self, text: &[u32]) -> Found {
        let mut layers = Layers::new(text);
        let mut languages = Vec::new();
        let mut sure = 0.0f32;
        for round in 0..ROUNDS {
            let before = layers.count();
            self.uncover(&mut layers);
            let uncovered = layers.count() - before;
            let found = self.document(layers.top(), uncovered).read();
            sure = sure.max(found.sure);
            if round == 0 {
                languages = found.languages;
            }
            layers.add(found.edits);
            if layers.count() == before || self.is_plain(layers.top()) {
                break;
            }
        }
        Found { edits: layers.into_edits(), sure, languages }
    }

    /// Reads names, one a line: each by itself, with the others for its language.
    ///
    /// `text` is read as [`Reader::read`] reads it, but that a text's verdict says nothing of names:
    /// in a list of honest ones one may be an impostor, and a slip of the keyboard, which an honest
    /// text may have, makes another name. Only letters are read; what is not seen stays. `known` asks
    /// for names that read as a word of the lexicon, and for no others.
    pub fn read_names(&self, text: &[u32], known: bool) -> Vec<Edit> {
        if text.iter().all(|&point| point < 0x80) {
            return Vec::new();
        }
        self.document(text, 0).read_names(known)
    }

    /// Where characters stand that are not seen and have no work to do: all of them, where
    /// [`Reader::read`] leaves alone what stands in honest text too.
    pub fn idle(&self, text: &[u32]) -> Vec<usize> {
        Invisible::new(&self.model, text).idle()
    }

    /// What is taken away before the words are read: each pass over what the one before it leaves.
    fn uncover(&self, layers: &mut Layers<'_>) {
        let seen = self.model.traits.any(layers.top());
        if seen & ODD != 0 {
            layers.add(order::deletion(layers.top()));
            layers.add(order::bidi(layers.top()));
        }
        if self.options.profile == Profile::Full {
            layers.add(turned::edits(&self.model, &self.allowed, layers.top()));
        }
        if seen & MARK != 0 {
            let mut edits = marks::edits(&self.model.properties, layers.top());
            self.leave_rests(layers.top(), &mut edits);
            layers.add(edits);
        }
        if self.options.profile == Profile::Full {
            let ablation = &self.options.ablation;
            let mut edits = parted::edits(&self.model, ablation, &self.allowed, layers.top());
            self.leave_rests(layers.top(), &mut edits);
            layers.add(edits);
        }
    }

    /// What is left as it stands: how words are spoken, and, by this profile, turned text.
    fn rests(&self, text: &[u32]) -> Vec<Range<usize>> {
        let mut rests = match self.options.profile {
            Profile::Careful => turned::spans(&self.model, &self.allowed, text),
            Profile::Full => Vec::new(),
        };
        let mut spoken = pronunciations(&self.model, text);
        spoken.retain(|piece| {
            let turned = rests.partition_point(|rest| rest.end <= piece.start);
            rests.get(turned).is_none_or(|rest| rest.start >= piece.end)
        });
        rests.extend(spoken);
        rests.sort_by_key(|rest| rest.start);
        rests
    }

    fn leave_rests(&self, text: &[u32], edits: &mut Vec<Edit>) {
        if !edits.is_empty() {
            let rests = self.rests(text);
            edits.retain(|edit| !turned::is_within(&rests, edit.start));
        }
    }

    fn document<'a>(&'a self, text: &'a [u32], uncovered: usize) -> Document<'a> {
        let rests = self.rests(text);
        Document::new(&self.model, &self.options, &self.allowed, text, &rests, uncovered)
    }
}
