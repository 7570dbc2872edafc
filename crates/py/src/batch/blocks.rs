//! Texts in blocks: what one thread takes on at a time.

use std::ops::Range;

/// Texts that one thread reads one after the other.
#[derive(Debug, PartialEq)]
pub struct Block {
    /// Which array they are of, where there are several.
    pub chunk: usize,
    /// Where they are in it.
    pub rows: Range<usize>,
}

/// Code units in a block. Fewer, and handing it out would show; more, and the last thread would
/// be long at it while the others have nothing left to do.
const SIZES: (usize, usize) = (2 << 10, 64 << 10);
/// Blocks for each thread, where the sizes allow it.
const FOR_EACH: usize = 64;
/// How many blocks are smaller than they need be, at most: after these they would be largest.
const GROWTH: usize = (SIZES.1 / SIZES.0).ilog2() as usize;
/// What a text counts by itself, so that empty ones count.
const TEXT: usize = 32;

/// Adds blocks over texts of these sizes, where all texts together come to `total`.
pub fn blocks(
    chunk: usize,
    sizes: impl Iterator<Item = usize>,
    total: usize,
    threads: usize,
    out: &mut Vec<Block>,
) {
    let size = (total / threads.saturating_mul(FOR_EACH)).clamp(SIZES.0, SIZES.1);
    let (mut start, mut end, mut held) = (0, 0, 0);
    for one in sizes {
        held += one + TEXT;
        end += 1;
        // The first ones are small: the calling thread takes them on to see how long they take.
        if held >= size.min(SIZES.0 << out.len().min(GROWTH)) {
            out.push(Block { chunk, rows: start..end });
            (start, held) = (end, 0);
        }
    }
    if start < end {
        out.push(Block { chunk, rows: start..end });
    }
}
