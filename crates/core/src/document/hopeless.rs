//! The most that a text's tokens can say for disguise, told without its languages and without decoding:
//! nearly every honest text with an odd token or two in it cannot come near the bar.
//!
//! Each token is read in every way that any round could read it, and each way says what the verdict
//! would let it say at most. What is not known here is taken at its loudest, so that a text is
//! never let go that the rounds would find disguised; what would take long is not tried.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::Family;
use crate::capitals::case_cost;
use crate::codepage::hearings;
use crate::decode::Parse;
use crate::hash::Hash;
use crate::judge::{self, Setting, Suspect};
use crate::language::{Mixture, fold, folded};
use crate::lattice::Letters;
use crate::math::{ln, ln_1p};
use crate::model::Model;
use crate::properties::{Calm, Class, Script, Scripts};
use crate::reader::Ablation;
use crate::slot::{Choice, Slot};
use crate::traits::{PART, SIDES};
use crate::turned::spans;
use crate::untouched::is_readable;
use crate::widest::{Widest, widest};

use super::Document;
use super::case::{Best, Case, Slip, is_styled, pair};
use super::cheapest::cheapest;
use super::evidence::{AT_HOME, UNSEEN, is_apart};
use super::native::is_own;
use super::pronounced::pronunciations;
use super::verdict::pair_cost;
use super::weigh::is_shape;

/// How many tokens under suspicion are looked at, and how many ways to read one.
const MOST: usize = 6;
const READINGS: usize = 256;
/// How many letters all ways to read one may have together for their languages to be asked.
const LETTERS: usize = 4096;
/// Percent sign, dollar sign and backslash, which begin what is no word (`%s`, `\\n`).
const ESCAPES: [u32; 3] = [0x24, 0x25, 0x5C];
/// What sums of the same terms in another order may differ by.
const ROUNDING: f32 = 0.05;

/// The tokens of a text that are under suspicion.
#[derive(Default)]
pub(crate) struct Doubts {
    /// Those that may be read as others.
    places: Vec<Range<usize>>,
    /// How many code points they all have.
    length: usize,
    /// Some of them are no words of any one language.
    foreign: bool,
}

impl Doubts {
    /// Takes one more into account, which stands at `start`; whether it is still worth looking at
    /// them all.
    pub fn add(&mut self, model: &Model, start: usize, token: &[u32]) -> bool {
        self.length += token.len();
        if is_readable(model, token) {
            self.places.push(start..start + token.len());
            self.foreign |= !is_own(model, token);
        }
        !(self.are_many() && self.foreign)
    }

    /// Whether they are too many to be looked at one by one.
    pub fn are_many(&self) -> bool {
        self.places.len() > MOST
    }

    /// Whether all may be words of one language.
    pub fn are_own(&self) -> bool {
        !self.foreign
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

/// Whether a text in which nothing else is found, and whose accents are of one orthography, stays as
/// it is whatever its languages are.
pub(crate) fn is_hopeless(
    model: &Model,
    ablation: &Ablation,
    allowed: &[bool],
    text: &[u32],
    doubts: &Doubts,
) -> bool {
    // Turned lines and pronunciations are no words of the text.
    let rests =
        || !spans(model, allowed, text).is_empty() || !pronunciations(model, text).is_empty();
    if *ablation != Ablation::default() || rests() {
        return false;
    }
    let count = Count::of(model, text, doubts);
    // A text with signs of mathematics says no more.
    let mut document = Document::of(model, ablation, &[], text, Vec::new());
    document.typed = count.typed();
    let mut seen: Vec<&[u32]> = Vec::new();
    let mut odds = -judge::DISGUISED_TEXT;
    let places = &doubts.places;
    for place in places {
        let token = &text[(*place).clone()];
        if seen.contains(&token) {
            continue;
        }
        seen.push(token);
        let same = |place: &&Range<usize>| text[(*place).clone()] == *token;
        let spaced = places.iter().filter(same).any(|place| document.may_be_spaced(place));
        let honest =
            if spaced { f32::INFINITY } else { document.honest_at_most(count.setting, token) };
        let alone = |glyph: u32| {
            let mut others = places.iter().filter(|place| !same(place));
            others.all(|one| text[one.clone()].iter().all(|&point| fold(point) != fold(glyph)))
        };
        let odd = Odd { token, spaced, honest, words: count.words, alone: &alone };
        let scripts = count.scripts(model, token);
        let said = scripts.map(|(script, prior)| document.script_says(&odd, script, prior));
        odds += said.fold(0.0, f32::max);
        if odds >= judge::CLEAR_TEXT - ROUNDING {
            return false;
        }
    }
    true
}

/// What a pass over the text counts.
struct Count {
    /// Plain letters of each script.
    plain: [usize; 3],
    /// As many of them at most are in no word, or in one under suspicion.
    doubtful: usize,
    /// Words with such letters: no more than there are.
    words: usize,
    /// What else the text says of honest odd letters at least.
    setting: Setting,
}

impl Count {
    fn of(model: &Model, text: &[u32], doubts: &Doubts) -> Count {
        let (mut plain, mut words) = ([0; 3], 0usize);
        // A letter after one of these may be of no word.
        let escapes = text.iter().filter(|&&point| ESCAPES.contains(&point)).count();
        let mut home = Home::of(model, text, doubts);
        let is_part = |&point: &u32| model.traits.get(point) & PART != 0;
        for run in text.chunk_by(|a, b| is_part(a) == is_part(b)).filter(|run| is_part(&run[0])) {
            let before = plain;
            let mut any = 0;
            for &point in run {
                let traits = model.traits.get(point);
                any |= traits;
                for (at, count) in plain.iter_mut().enumerate() {
                    *count += usize::from(traits >> at & 1);
                }
            }
            words += usize::from(any & SIDES != 0);
            // A word is a run or a part of one.
            if plain == before {
                home.see(model, run);
            }
        }
        let setting = Setting { at_home: home.found, ..Setting::default() };
        let (doubtful, words) = (doubts.length + escapes, words.saturating_sub(escapes));
        Count { plain, doubtful, words, setting }
    }

    /// Which scripts have words without anything odd, at least.
    fn typed(&self) -> [bool; 3] {
        self.plain.map(|count| count > self.doubtful)
    }

    /// The scripts that a token may be read into, each with what it costs at least that so little of
    /// the text is of it.
    fn scripts(&self, model: &Model, token: &[u32]) -> impl Iterator<Item = (Script, f32)> {
        let least = self.plain.map(|count| count.saturating_sub(self.doubtful) as f32 + UNSEEN);
        let most = self.plain.map(|count| (count + self.doubtful) as f32 + UNSEEN);
        let leading = least.into_iter().fold(0.0, f32::max);
        let sum: f32 = least.iter().sum();
        let possible = move |&(script, most, _): &(Script, f32, f32)| {
            let plain = |&point: &u32| model.properties.get(point).calm() == Calm::Plain(script);
            judge::SCRIPT * ln(leading / most) <= judge::RARE_SCRIPT + ROUNDING
                || token.iter().any(plain)
        };
        let scripts = Script::TARGETS.into_iter().zip(most).zip(least);
        let scripts = scripts.map(move |((script, most), least)| (script, most, sum - least));
        scripts
            .filter(possible)
            .map(|(script, most, others)| (script, judge::SCRIPT * ln_1p(others / most)))
    }
}

/// Which scripts of the tokens under suspicion are at home in a text, at least.
struct Home {
    /// Those of them that nothing is read into, each with how many letters have been seen.
    letters: Vec<(Script, usize)>,
    found: Scripts,
}

impl Home {
    fn of(model: &Model, text: &[u32], doubts: &Doubts) -> Home {
        let points = doubts.places.iter().flat_map(|place| &text[place.clone()]);
        let properties = points.map(|&point| model.properties.get(point));
        let mut letters: Vec<(Script, usize)> = Vec::new();
        for script in properties.filter(|one| one.is_letter()).map(|one| one.script()) {
            let known = letters.iter().any(|(known, _)| *known == script);
            if !known && !Script::TARGETS.contains(&script) {
                letters.push((script, 0));
            }
        }
        Home { letters, found: Scripts::default() }
    }

    /// Takes a run without plain letters into account.
    fn see(&mut self, model: &Model, run: &[u32]) {
        if self.letters.is_empty() {
            return;
        }
        for property in run.iter().map(|&point| model.properties.get(point)) {
            let of_script = |(script, _): &&mut (Script, usize)| *script == property.script();
            if let Some((script, count)) = self.letters.iter_mut().find(of_script) {
                *count += usize::from(is_apart(property));
                if *count == AT_HOME {
                    self.found.insert(*script);
                }
            }
        }
        self.letters.retain(|(_, count)| *count < AT_HOME);
    }
}

/// One token under suspicion.
struct Odd<'a> {
    token: &'a [u32],
    /// It may stand among others one by one.
    spaced: bool,
    /// What honesty costs it at most.
    honest: f32,
    /// How many words the text has at least.
    words: usize,
    /// Whether no other token under suspicion has a glyph.
    alone: &'a dyn Fn(u32) -> bool,
}

impl Odd<'_> {
    /// What a choice costs at least: what other tokens show of a glyph makes it cheaper, what this one
    /// shows does not.
    fn choice_cost(&self, slot: &Slot, choice: &Choice) -> f32 {
        if (self.alone)(slot.glyph) { choice.cost } else { choice.cost.min(0.0) }
    }
}

impl Document<'_> {
    /// What a token says at most, read into one script, less what its pairs of glyph and letter cost.
    fn script_says(&self, odd: &Odd<'_>, script: Script, prior: f32) -> f32 {
        let slots = match widest(self.model, script, odd.token) {
            Widest::Nothing => return 0.0,
            Widest::Anything => return f32::INFINITY,
            Widest::Slots(slots) => slots,
        };
        let gain = odd.honest - prior;
        let cheapest = |slot: &Slot| {
            let pays = |choice: &Choice| odd.choice_cost(slot, choice) + least_paid(slot, choice);
            slot.choices.iter().map(pays).fold(f32::INFINITY, f32::min)
        };
        if gain - slots.iter().map(cheapest).sum::<f32>() < -ROUNDING {
            return 0.0;
        }
        let ways =
            slots.iter().map(|slot| slot.choices.len()).try_fold(1usize, |product, count| {
                product.checked_mul(count).filter(|&ways| ways <= READINGS)
            });
        let Some(ways) = ways else { return f32::INFINITY };
        let asked = ways * odd.token.len() <= LETTERS;
        let picks = vec![0; slots.len()];
        let parse = Parse { picks, language_cost: 0.0, glyph_cost: 0.0, in_lexicon: false };
        // Which language it is of is never asked here.
        let mut best =
            Best { script, language: 0, slots, parses: vec![parse], share: 1.0, slip: None };
        let mut most = 0.0f32;
        for way in 0..ways {
            let mut rest = way;
            for (pick, slot) in best.parses[0].picks.iter_mut().zip(&best.slots) {
                *pick = (rest % slot.choices.len()) as u8;
                rest /= slot.choices.len();
            }
            most = most.max(self.way_says(odd, &mut best, gain, asked));
        }
        most
    }

    /// The same of one way to read it, where honesty costs so much more than the script alone; `asked`
    /// says that its letters' cost is to be told too.
    fn way_says(&self, odd: &Odd<'_>, best: &mut Best, gain: f32, asked: bool) -> f32 {
        if best.changes(0).next().is_none() || self.is_typographic(best) {
            return 0.0;
        }
        if best.changes(0).any(|change| is_shape(&change)) {
            return f32::INFINITY;
        }
        let costs = best.taken(0).map(|(slot, choice)| odd.choice_cost(slot, choice));
        let gain = gain - costs.sum::<f32>() - self.glyph_cost(best);
        if gain < -ROUNDING {
            return 0.0;
        }
        let read = best.read(odd.token);
        let cased = best.taken(0).flat_map(|(_, choice)| choice.reading.as_slice());
        let letters = if asked { cheapest(self.model, best.script, &read) } else { 0.0 };
        let gain = gain - letters - case_cost(cased);
        if gain < -ROUNDING {
            return 0.0;
        }
        let mut pairs: Vec<((u32, u32), f32)> = Vec::new();
        for (slot, choice) in best.changes(0) {
            let twin = self.is_twin(slot, choice);
            let cost = pair_cost(slot, choice, odd.token.len(), twin, |_| true);
            // Another token may pay for it too.
            let shared = is_styled(choice) || !(odd.alone)(slot.glyph);
            let cost = if shared { cost.min(0.0) } else { cost };
            let pair = pair(slot, choice);
            match pairs.iter_mut().find(|known| known.0 == pair) {
                Some(known) => known.1 = known.1.min(cost),
                None => pairs.push((pair, cost)),
            }
        }
        let says = self.way_says_most(odd, best, &read).min(gain);
        says - pairs.iter().map(|pair| pair.1).sum::<f32>()
    }

    /// What the verdict lets a token say that is read in this way.
    fn way_says_most(&self, odd: &Odd<'_>, best: &mut Best, read: &[u32]) -> f32 {
        best.parses[0].in_lexicon = self.may_be_known(read);
        let slip = if self.is_untyped(best) { Slip::Unlikely } else { Slip::Likely };
        let slip = self.slip_says(best, slip, odd.words);
        // The reader may have dropped choices that are laid out here, but not one that it takes.
        let twin = |(slot, choice): (&Slot, &Choice)| {
            self.is_twin(&Slot { choices: vec![*choice], ..slot.clone() }, choice)
        };
        if best.changes(0).all(twin) {
            return slip;
        }
        let case = Case {
            places: Vec::new(),
            bracketed: false,
            spaced: odd.spaced,
            initial: false,
            best: None,
            gain: 0.0,
            cost: 0.0,
        };
        slip.max(self.says_most(&case, best))
    }

    /// What honesty costs a token at most: in no language that is known, in a text with no other
    /// reason for it.
    fn honest_at_most(&self, setting: Setting, token: &[u32]) -> f32 {
        let unknown = Mixture::unknown(self.model);
        let suspect = Suspect { token, bracketed: false, spaced: false, own: &BTreeMap::new() };
        judge::honest_cost(self.model, &unknown, setting, &suspect, true)
    }

    /// Whether any lexicon may have all words of a reading, however it is heard.
    fn may_be_known(&self, read: &[u32]) -> bool {
        let ends_word = |&letter: &u32| {
            let class = self.model.properties.get(letter).class();
            let sign = matches!(class, Class::Punctuation | Class::Symbol) && letter < 0x80;
            sign || matches!(class, Class::Digit | Class::Number)
        };
        let letters: Vec<u32> = read.iter().flat_map(|&letter| folded(letter)).collect();
        letters.split(ends_word).filter(|word| !word.is_empty()).all(|word| {
            let mut open = vec![Hash::WORD];
            for &letter in word {
                let next = |&hash: &Hash| hearings(letter).map(move |heard| hash.push(heard));
                open = open.iter().flat_map(next).collect();
                if open.len() > READINGS {
                    return true;
                }
            }
            open.into_iter().any(|hash| self.model.lexicon.get(hash).is_some())
        })
    }
}

/// What a disguise pays at least for a choice, beside others.
fn least_paid(slot: &Slot, choice: &Choice) -> f32 {
    let same = choice.reading == Letters::one(slot.glyph);
    match choice.disguise {
        None | Some((Family::Invisible | Family::Stylised, _)) => 0.0,
        Some(_) if same => 0.0,
        Some(_) => judge::GLYPH,
    }
}
