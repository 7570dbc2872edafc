//! Words that nobody would suspect by themselves: wholly in another script's letters, or with
//! digits for letters. What the text does elsewhere, and what stands beside them, gives them away.
//!
//! The words of a text are a chain of two states, the text's own script and a foreign one; texts
//! seldom change between the two. Each word is weighed as it stands against its best reading by
//! the cheapest way through the whole chain with the one and with the other (Viterbi 1967,
//! forwards and backwards).

use std::collections::BTreeMap;

use crate::judge;
use crate::properties::Script;
use crate::token::Token;

use super::Document;
use super::case::{Case, State};
use super::doubt::{Doubt, Readings};
use super::habits::Habits;

/// -ln of how often a foreign word follows one of the text's own, and one a foreign one.
const LEAVE: f32 = 5.5;
const STAY: f32 = 0.7;
/// The same for a word of the text's own after a foreign one.
const RETURN: f32 = 1.5;
/// What a state costs that a token cannot be in.
const NEVER: f32 = 60.0;
/// By how much a reading must be the likelier: more than other tokens' where it is a foreign word as it
/// stands, and less where it is none.
const CLEAR: f32 = 0.2;
/// So many words of other scripts to each of the disguised one: they are no look-alikes of it.
const MOSTLY_OTHERS: usize = 2;
/// How often the glyphs that the text has shown are used over, before the last word is said.
const ROUNDS: usize = 2;

/// A token on the chain: what it costs in either state.
#[derive(Clone, Copy)]
struct Link {
    own: f32,
    foreign: f32,
}

impl Document<'_> {
    /// The words that only their neighbours give away, each with its gain.
    pub(super) fn whole_words(&self, state: &State, cases: &[Case]) -> Vec<Case> {
        let Some(main) = main_script(cases) else { return Vec::new() };
        let shown = Habits::of(self, main, cases);
        let mut habits = shown.clone();
        let mut settled: Vec<usize> = cases
            .iter()
            .filter(|case| case.gain >= judge::CLEAR_TOKEN || case.gain == f32::NEG_INFINITY)
            .flat_map(|case| case.places.iter().copied())
            .collect();
        settled.sort_unstable();
        let visiting = self.is_visiting(main, cases);
        let mut readings = Readings::new();
        let mut found = Vec::new();
        for _ in 0..ROUNDS {
            let doubts = self.doubts(state, main, &habits, &settled, visiting, &mut readings);
            found = self.settle(main, cases, doubts);
            habits = shown.clone();
            habits.learn(main, &found);
        }
        found
    }

    /// Whether most words of the text are of other scripts than what was disguised in it.
    fn is_visiting(&self, main: Script, cases: &[Case]) -> bool {
        let clear = cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN);
        let mut own: usize = clear.map(|case| case.places.len()).sum();
        let mut others = 0;
        for script in self.tokens.iter().filter_map(Token::plain_script) {
            *(if script == main { &mut own } else { &mut others }) += 1;
        }
        others > MOSTLY_OTHERS * own
    }

    /// The cheapest way through all words of the text with each doubt the one and the other way.
    fn settle(&self, main: Script, cases: &[Case], doubts: Vec<Doubt>) -> Vec<Case> {
        let chain = self.chain(main, cases, &doubts);
        let forth = ways(chain.iter().copied(), RETURN, LEAVE);
        // Backwards the prices change places.
        let mut back = ways(chain.iter().rev().copied(), LEAVE, RETURN);
        back.reverse();
        let mut found = Vec::new();
        for doubt in doubts {
            let Link { own, foreign } = chain[doubt.place];
            let (f, b) = (forth[doubt.place], back[doubt.place]);
            // What a link costs by itself stands on both ways to it.
            let gain = if doubt.foreign {
                (f.foreign + b.foreign - foreign) - (f.own + b.own - own) - CLEAR
            } else {
                doubt.honest - doubt.read + judge::CLEAR_TOKEN - CLEAR
            };
            found.push(Case {
                places: vec![doubt.place],
                bracketed: false,
                spaced: false,
                initial: false,
                best: Some(doubt.best),
                gain,
                cost: doubt.read,
            });
        }
        found
    }

    fn chain(&self, main: Script, cases: &[Case], doubts: &[Doubt]) -> Vec<Link> {
        let mut chain: Vec<Link> = self
            .tokens
            .iter()
            .map(|token| match token.plain_script() {
                Some(script) if script != main => Link { own: NEVER, foreign: 0.0 },
                Some(_) => Link { own: 0.0, foreign: NEVER },
                None => Link { own: 0.0, foreign: 0.0 },
            })
            .collect();
        for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
            for &place in &case.places {
                chain[place] = Link { own: 0.0, foreign: NEVER };
            }
        }
        for doubt in doubts.iter().filter(|doubt| doubt.foreign) {
            chain[doubt.place] = Link { own: doubt.read, foreign: doubt.honest };
        }
        chain
    }
}

/// The script that most of a disguised text was read in.
pub(super) fn main_script(cases: &[Case]) -> Option<Script> {
    let mut letters: BTreeMap<Script, usize> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.gain >= judge::CLEAR_TOKEN) {
        let Some(best) = &case.best else { continue };
        *letters.entry(best.script).or_default() += case.places.len();
    }
    letters.into_iter().max_by_key(|&(script, count)| (count, script.0)).map(|(script, _)| script)
}

/// What the cheapest way to each link costs, the link itself included, in either state; `into_own`
/// and `into_foreign` are the prices of a change.
fn ways(chain: impl Iterator<Item = Link>, into_own: f32, into_foreign: f32) -> Vec<Link> {
    let mut found: Vec<Link> = Vec::new();
    let mut before = Link { own: 0.0, foreign: into_foreign };
    for link in chain {
        before = Link {
            own: link.own + before.own.min(before.foreign + into_own),
            foreign: link.foreign + (before.own + into_foreign).min(before.foreign + STAY),
        };
        found.push(before);
    }
    found
}
