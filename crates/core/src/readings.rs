//! What the model says of each glyph by itself, without context: for tables that others keep.

use crate::Family;
use crate::model::Model;

/// One thing that one glyph may be read as.
#[derive(Clone, Debug, PartialEq)]
pub struct GlyphReading {
    pub glyph: char,
    /// Whether some language's orthography writes the glyph.
    pub is_letter: bool,
    /// What the glyph shows, one to four letters.
    pub reading: String,
    /// ISO 15924 code of the script of what is read; `Zyyy` for digits and punctuation.
    pub script: &'static str,
    /// What kind of disguise the glyph would be.
    pub family: Family,
    /// -ln of the reading's weight among the glyph's readings in the same script.
    pub cost: f32,
}

/// Every reading of every glyph, by code point, likeliest first within each script.
pub(crate) fn all(model: &Model) -> impl Iterator<Item = GlyphReading> + '_ {
    model.lattice.glyphs().flat_map(move |glyph| {
        let mut possible = model.alphabets.all();
        model.alphabets.keep(&mut possible, glyph);
        let is_letter = possible.any();
        model.lattice.candidates(glyph).filter_map(move |one| {
            Some(GlyphReading {
                glyph: char::from_u32(glyph)?,
                is_letter,
                reading: one
                    .reading
                    .as_slice()
                    .iter()
                    .copied()
                    .filter_map(char::from_u32)
                    .collect(),
                script: model.scripts.get(usize::from(one.script.0)).copied()?,
                family: one.family,
                cost: one.cost,
            })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_of_every_glyph() {
        let model = crate::model::tests::model();
        let all: Vec<GlyphReading> = all(&model).collect();
        assert!(all.is_sorted_by_key(|one| one.glyph));
        assert!(all.iter().all(|one| !one.reading.is_empty() && one.script.len() == 4));
        let of = |glyph| all.iter().filter(move |one| one.glyph == glyph && one.script == "Latn");
        let stylised: Vec<_> = of('𝓯').collect();
        assert!(matches!(stylised[..], [one] if one.reading == "f" && !one.is_letter));
        assert!(of('к').any(|one| one.reading == "k" && one.is_letter));
    }
}
