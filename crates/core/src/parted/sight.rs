//! The letters of a run as they are read at first sight, in one script.

use crate::language::{composed, fold, folded};
use crate::model::Model;
use crate::properties::{Calm, Script};

use super::run::Piece;

/// What is put on a piece that is not the letter that it is read as.
const ODD: f32 = 1.0;

/// A piece as it is read in a script.
#[derive(Clone, Debug)]
pub(super) struct Sight {
    /// In lower case.
    pub letters: Vec<u32>,
    pub cost: f32,
}

/// The piece in this script, if it can be read in it.
pub(super) fn sight(model: &Model, text: &[u32], piece: &Piece, script: Script) -> Option<Sight> {
    let shown = &text[piece.at.clone()];
    let glyph = *shown.first()?;
    if is_own(model, glyph, script) {
        let letters = composed(shown).into_iter().flat_map(folded).collect();
        return Some(Sight { letters, cost: 0.0 });
    }
    if !Script::TARGETS.contains(&script) {
        return None;
    }
    let table = model.lattice.candidates(glyph).filter(|one| one.script == script);
    let table = table.map(|one| (one.reading.as_slice().to_vec(), one.cost));
    let latin = script == Script::LATIN;
    let shapes = model.shapes.at(shown).filter(|shape| latin && shape.sequence.len() == 1);
    let shapes = shapes.map(|shape| (vec![shape.reading], shape.cost));
    let (letters, cost) = table.chain(shapes).min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(Sight { letters: letters.into_iter().map(fold).collect(), cost: cost + ODD })
}

/// Whether a glyph is a letter of the script, as it stands.
pub(super) fn is_own(model: &Model, glyph: u32, script: Script) -> bool {
    let property = model.properties.get(glyph);
    property.is_letter() && property.script() == script && property.calm() != Calm::Odd
}
