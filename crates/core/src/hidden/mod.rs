//! Messages that a text carries unseen: found and decoded, and never made part of what it says.
//!
//! Three kinds of carrier are known. Tag characters spell ASCII one for one. Variation selectors
//! are 256, as many as there are bytes ("emoji smuggling", Butler 2025). Zero-width characters
//! stand for bits or digits, in any of the ways that `digits.rs` lists. A message is reported only
//! where it is likelier to have been written than to have come about by chance (`plausible.rs`),
//! so that joiners, flags, selectors and stray invisible characters say nothing.

mod carrier;
mod digits;
mod plausible;
mod scheme;
mod units;

use std::ops::Range;

pub use carrier::Carrier;
pub(crate) use carrier::is_subdivision;

use carrier::{Run, runs};
use scheme::Message;

/// A message that is not seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// First code point of the original that carries it.
    pub start: usize,
    /// One past the last one; visible text may stand between, which carries nothing.
    pub end: usize,
    /// What carries it.
    pub carrier: Carrier,
    /// What it says.
    pub text: String,
}

/// How much likelier than chance, in nats, a message must be that a single run of zero-width
/// characters spells. Such runs have no honest use: nearly any text will do.
const IN_A_ROW: f64 = 3.0;
/// The same for a message gathered from characters that stand here and there.
const SCATTERED: f64 = 10.0;
/// A run with a message of so many characters stands for itself.
const WHOLE: usize = 4;

/// The messages that `text` carries, by where they start.
pub(crate) fn find(text: &[u32]) -> Vec<Hidden> {
    let runs = runs(text);
    if runs.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for carrier in Carrier::ALL {
        let of_carrier: Vec<&Run> = runs.iter().filter(|run| run.carrier == carrier).collect();
        gather(text, carrier, &of_carrier, &mut found);
    }
    found.sort_by_key(|hidden: &Hidden| (hidden.start, hidden.end));
    found
}

/// The messages of one carrier: each run by itself, or all that is left of them together.
fn gather(text: &[u32], carrier: Carrier, runs: &[&Run], found: &mut Vec<Hidden>) {
    let mut rest: Vec<(Range<usize>, Option<Message>)> = Vec::new();
    for run in runs {
        let alone = decode(carrier, &text[run.range.clone()]).filter(|it| it.odds >= IN_A_ROW);
        match alone {
            Some(message) if message.text.chars().count() >= WHOLE || runs.len() == 1 => {
                found.push(hidden(run.range.clone(), carrier, message));
            }
            alone if alone.is_some() || run.may_be_part => rest.push((run.range.clone(), alone)),
            _ => {}
        }
    }
    // Pieces of one message give, put together, what no piece gives by itself.
    let pieces: Vec<u32> =
        rest.iter().flat_map(|(range, _)| &text[range.clone()]).copied().collect();
    if rest.len() > 1
        && let Some(message) = decode(carrier, &pieces).filter(|it| it.odds >= SCATTERED)
    {
        let whole = rest[0].0.start..rest[rest.len() - 1].0.end;
        found.push(hidden(whole, carrier, message));
        return;
    }
    for (range, alone) in rest {
        found.extend(alone.map(|message| hidden(range, carrier, message)));
    }
}

fn decode(carrier: Carrier, symbols: &[u32]) -> Option<Message> {
    match carrier {
        Carrier::Tags => scheme::tags(symbols),
        Carrier::Selectors => scheme::selectors(symbols),
        Carrier::ZeroWidth => digits::digits(symbols),
    }
}

fn hidden(range: Range<usize>, carrier: Carrier, message: Message) -> Hidden {
    Hidden { start: range.start, end: range.end, carrier, text: message.text }
}
