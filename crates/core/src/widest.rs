//! Everything that a token may be read as, whatever the language and the text: a bound on what a
//! layout gives (`slot.rs`), for what must be told before either is known.

use crate::language::folded;
use crate::lattice::{Candidate, Letters};
use crate::model::Model;
use crate::properties::{Calm, Class, Script};
use crate::slot::{Choice, FOREIGN, Slot, clusters, honest, is_raised, readings};
use crate::{Family, Reason};

/// Every slot of a token with every choice that a layout may give it, whatever the language and the
/// text, each at its least cost before a scheme is known. Nothing if some of it has no reading in
/// the script; `None` for the choices of a glyph that may be any letter.
pub(crate) fn widest(model: &Model, script: Script, token: &[u32]) -> Widest {
    let mut slots = Vec::with_capacity(token.len());
    for (start, end) in clusters(model, token) {
        let glyph = token[start];
        let Some(choices) = every_choice(model, script, glyph) else { return Widest::Anything };
        if choices.is_empty() {
            return Widest::Nothing;
        }
        slots.push(Slot { start, glyph, marks: start + 1..end, choices });
    }
    Widest::Slots(slots)
}

/// What a token may be read as at all.
pub(crate) enum Widest {
    Nothing,
    Slots(Vec<Slot>),
    /// Some glyph of it may be any letter.
    Anything,
}

/// The choices of one glyph, or `None` where it may be any letter.
fn every_choice(model: &Model, script: Script, glyph: u32) -> Option<Vec<Choice>> {
    let property = model.properties.get(glyph);
    let class = property.class();
    let letter = property.is_letter();
    let own = letter && property.script() == script;
    let ascii = glyph < 0x80;
    if class == Class::Invisible {
        let disguise = Some((Family::Invisible, Reason::Invisible));
        return Some(vec![Choice::new(Letters::NONE, 0.0, disguise)]);
    }
    // Only shapes read digits as Latin letters.
    let apart = !letter && (class != Class::Digit || script == Script::LATIN);
    if class == Class::Mark || ascii && (own || apart) {
        return Some(vec![honest(glyph)]);
    }
    let digit = matches!(class, Class::Digit | Class::Number);
    let disguised =
        |one: &Candidate, cost| Choice::new(one.reading, cost, Some((one.family, one.reason)));
    let mut choices: Vec<Choice> =
        readings(model, script, glyph).map(|one| disguised(&one, one.cost)).collect();
    // A styled digit is that digit at no cost.
    let styled =
        model.lattice.candidates(glyph).filter(|one| digit && one.script == Script::COMMON);
    choices.extend(styled.map(|one| disguised(&one, 0.0)));
    let known = model.lattice.candidates(glyph).next().is_some();
    let sign = matches!(class, Class::Punctuation | Class::Symbol);
    let itself = choices.is_empty() && (sign || letter && known);
    if own || digit && (ascii || is_raised(glyph)) || itself {
        let cost = if own { -FOREIGN } else { 0.0 };
        choices.push(Choice { cost, ..honest(glyph) });
    }
    let disguised = choices.iter().any(|choice| choice.disguise.is_some());
    let own = own && folded(glyph).all(|part| model.is_common(script, part));
    let wild = letter && !disguised && !own && property.calm() != Calm::Apart;
    (!wild).then_some(choices)
}
