//! Reads text in which characters were swapped, hidden or piled up, as a person reads it.
//!
//! A noisy channel, judged against honesty: [`Reader::read`] scans the code points, lays out the
//! possible readings of every suspicious one, decodes them under a language model and the
//! document's own scheme, and changes a token only where that reading is clearly likelier than
//! the token being honest as it stands. No I/O happens here, and nothing here knows of Python.
#![forbid(unsafe_code)]

mod accents;
mod alignment;
mod alphabet;
mod automaton;
mod box_drawing;
mod bytes;
mod capitals;
mod codepage;
mod compose;
mod decode;
mod delimiters;
mod document;
mod drawn;
mod edit;
mod family;
mod find;
mod flag;
mod hash;
mod hidden;
mod identifier;
mod invisible;
mod ipa;
mod judge;
mod language;
mod lattice;
mod lexicon;
mod lines;
mod marks;
mod math;
mod model;
mod ngram;
mod obfuscate;
pub mod order;
mod origins;
mod parted;
mod properties;
mod prose;
mod reader;
mod reading;
mod readings;
mod scan;
mod scheme;
mod shapes;
mod shaping;
mod slot;
mod speaker;
mod summary;
mod token;
mod traits;
mod turned;
mod untouched;
mod utf8;
mod widest;

pub use alignment::Alignment;
pub use edit::{Edit, Reason};
pub use family::Family;
pub use find::{Likeness, Match, NeedleError, Needles};
pub use hidden::{Carrier, Hidden};
pub use identifier::{Restriction, skeleton};
pub use model::{Model, ModelError};
pub use obfuscate::{Change, Kind, Obfuscated, Obfuscator};
pub use reader::{Ablation, Options, Profile, Reader, UnknownLanguage};
pub use reading::{Reading, SchemeEntry, Share};
pub use readings::GlyphReading;
pub use utf8::Decoder;
