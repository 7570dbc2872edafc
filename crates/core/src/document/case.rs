//! A token that may be disguised, its best reading, and what the document has shown so far.

use std::collections::{BTreeMap, BTreeSet};

use crate::Family;
use crate::decode::{Parse, TAKEN, letters};
use crate::judge::Setting;
use crate::language::Mixture;
use crate::language::fold;
use crate::lattice::Letters;
use crate::model::Model;
use crate::properties::Script;
use crate::scheme::Scheme;
use crate::slot::{Choice, Slot};

/// A different token that may be disguised, wherever it stands.
pub(super) struct Case {
    /// Numbers of the tokens that are this one.
    pub places: Vec<usize>,
    pub bracketed: bool,
    pub spaced: bool,
    /// Every place of it starts a sentence.
    pub initial: bool,
    pub best: Option<Best>,
    /// How much likelier disguise is than honesty, in nats.
    pub gain: f32,
    /// What it costs as it reads.
    pub cost: f32,
}

/// From here on a reading's share and its gain leave no doubt.
const SURE: f32 = 0.999;
const CLEAR: f32 = 12.0;

impl Case {
    /// Whether nothing that the text may show yet can turn the reading: a known word of the text's own
    /// language, and no other near.
    pub fn is_settled(&self, model: &Model, state: &State) -> bool {
        let own = |best: &Best| {
            let share = |script: Script| state.scripts[usize::from(script.0 - Script::LATIN.0)];
            let others = Script::TARGETS.into_iter().filter(|&script| script != best.script);
            let mut leading = state.mixture.leading(model, best.script, 1);
            leading.next() == Some(best.language)
                && others.map(share).all(|other| other > share(best.script))
        };
        let sure =
            |best: &Best| best.parses[0].in_lexicon && best.share >= SURE && best.slip.is_none();
        self.gain >= CLEAR && self.best.as_ref().is_some_and(|best| sure(best) && own(best))
    }
}

/// The best reading of a token.
#[derive(Clone)]
pub(super) struct Best {
    pub script: Script,
    pub language: usize,
    pub slots: Vec<Slot>,
    pub parses: Vec<Parse>,
    /// Share of the first parse among all of them.
    pub share: f32,
    /// Every change in it is a letter that keyboards confuse.
    pub slip: Option<Slip>,
}

/// How an honest author may have come by a letter of another script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// The author may have a keyboard for both.
    Likely,
    /// Nothing else in the text is of the letter's script, and its language has the word without it.
    Unlikely,
}

impl Best {
    /// The slots of a parse that begin a choice, each with the choice taken.
    pub fn taken(&self, parse: usize) -> impl Iterator<Item = (&Slot, &Choice)> {
        let picks = self.slots.iter().zip(&self.parses[parse].picks);
        picks.filter_map(|(slot, &pick)| Some((slot, slot.choices.get(usize::from(pick))?)))
    }

    /// The slots that were read as something else, with what they were read as.
    pub fn changes(&self, parse: usize) -> impl Iterator<Item = (&Slot, &Choice)> {
        self.taken(parse).filter(|(slot, choice)| {
            let unseen = matches!(choice.disguise, None | Some((Family::Invisible, _)));
            let same = choice.reading == Letters::one(slot.glyph) && !choice.bare;
            !unseen && !same
        })
    }

    pub fn read(&self, token: &[u32]) -> Vec<u32> {
        self.read_as(token, 0)
    }

    pub fn read_as(&self, token: &[u32], parse: usize) -> Vec<u32> {
        let picks = self.slots.iter().zip(&self.parses[parse].picks);
        picks
            .filter(|(_, pick)| **pick != TAKEN)
            .flat_map(|(slot, &pick)| letters(token, slot, usize::from(pick)))
            .collect()
    }

    /// Where in the token a choice that begins at `slot` ends: its base alone, or all that it takes.
    pub fn end(&self, slot: &Slot, choice: &Choice) -> usize {
        if choice.width == 1 {
            return if choice.bare { slot.marks.end } else { slot.start + 1 };
        }
        let first = self.slots.partition_point(|one| one.start < slot.start);
        let last = (first + usize::from(choice.width)).min(self.slots.len());
        self.slots[last - 1].marks.end
    }
}

/// What the document shows of itself so far.
pub(super) struct State {
    pub mixture: Mixture,
    pub scheme: Scheme,
    /// Letters beyond ASCII that its languages write.
    pub native: BTreeSet<u32>,
    /// Letters that it has taken for its own, each with the one that is meant.
    pub adopted: BTreeMap<u32, u32>,
    pub setting: Setting,
    /// -ln of each target script's share of the text's plain letters.
    pub scripts: [f32; 3],
    /// Log-odds that the text was disguised.
    pub odds: f32,
}

/// What one glyph and its letter count as: a styled alphabet is one choice of its author,
/// however many letters it has.
pub(super) fn pair(slot: &Slot, choice: &Choice) -> (u32, u32) {
    let letter = choice.reading.as_slice().first().copied().unwrap_or(0);
    match choice.disguise {
        Some((Family::Stylised, _)) => (u32::MAX, slot.glyph.wrapping_sub(letter)),
        // So are accents, strewn over whatever letters.
        Some((Family::Accent, _)) => (u32::MAX - 1, 0),
        _ => (fold(slot.glyph), 0),
    }
}

/// What a text is known by to use again: its glyphs, and styled alphabets all together.
pub(super) fn own(slot: &Slot, choice: &Choice) -> (u32, u32) {
    if is_styled(choice) { (u32::MAX, 0) } else { pair(slot, choice) }
}

pub(super) fn is_styled(choice: &Choice) -> bool {
    matches!(choice.disguise, Some((Family::Stylised, _)))
}
