//! Runs of words that are turned.

use std::ops::Range;

use super::line::{Line, Word};
use super::reading::Reading;

/// What a word with strange letters says for being turned, in a line where others are.
const STRANGE_TOO: f32 = 30.0;
/// The least that a word says for it in such a line which nobody knows as it stands.
const UNKNOWN_ALSO: f32 = -3.0;

/// The runs of a line that is known to be turned, at this price for being so in part only: whatever
/// else is strange in it is turned, too.
pub(super) fn in_part(line: &Line<'_>, readings: &[Reading], price: f32) -> Vec<Range<usize>> {
    let raised = |(reading, word): (&Reading, &Word)| {
        let gain = if word.known { reading.gain } else { reading.gain.max(UNKNOWN_ALSO) };
        gain + if word.strange > 0 && !word.number { STRANGE_TOO } else { 0.0 }
    };
    let gains = readings.iter().zip(&line.words).map(raised);
    runs(gains, Price { enter: 0.0, leave: price }).0
}

/// What runs cost.
#[derive(Clone, Copy)]
pub(super) struct Price {
    /// Each run.
    pub enter: f32,
    /// Each end of a run that is not the line's.
    pub leave: f32,
}

/// The runs of words whose gains outweigh their price, and what all of them come to (Viterbi 1967,
/// over two states).
pub(super) fn runs(gains: impl Iterator<Item = f32>, price: Price) -> (Vec<Range<usize>>, f32) {
    let (mut out, mut inside) = (0.0f32, f32::NEG_INFINITY);
    // For each word, whether the best way to being outside, and inside, comes from inside.
    let mut from: Vec<(bool, bool)> = Vec::new();
    for (at, gain) in gains.enumerate() {
        let enter = price.enter + if at > 0 { price.leave } else { 0.0 };
        let left = inside - price.leave > out;
        let stayed = inside > out - enter;
        from.push((left, stayed));
        let next = if stayed { inside } else { out - enter } + gain;
        out = if left { inside - price.leave } else { out };
        inside = next;
    }
    let mut is_in = inside > out;
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, &(left, stayed)) in from.iter().enumerate().rev() {
        if is_in {
            match found.last_mut() {
                Some(run) if run.start == at + 1 => run.start = at,
                _ => found.push(at..at + 1),
            }
        }
        is_in = if is_in { stayed } else { left };
    }
    found.reverse();
    (found, out.max(inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(gains: &[f32], enter: f32, leave: f32) -> Vec<(usize, usize)> {
        let (runs, _) = runs(gains.iter().copied(), Price { enter, leave });
        runs.into_iter().map(|run| (run.start, run.end)).collect()
    }

    #[test]
    fn a_run_must_pay_for_itself() {
        assert_eq!(found(&[3.0, 3.0], 9.0, 0.0), []);
        assert_eq!(found(&[3.0, 3.0, 4.0], 9.0, 0.0), [(0, 3)]);
        assert_eq!(found(&[-5.0, 6.0, -1.0, 6.0, -5.0], 9.0, 0.0), [(1, 4)]);
    }

    #[test]
    fn parts_of_a_line_cost_more_than_the_whole() {
        assert_eq!(found(&[-3.0, 20.0, -3.0], 0.0, 5.0), [(0, 3)]);
        assert_eq!(found(&[-9.0, 20.0, -9.0], 0.0, 5.0), [(1, 2)]);
        assert_eq!(found(&[], 0.0, 5.0), []);
    }

    #[test]
    fn there_may_be_several() {
        assert_eq!(found(&[20.0, -30.0, 20.0], 4.0, 0.0), [(0, 1), (2, 3)]);
    }
}
