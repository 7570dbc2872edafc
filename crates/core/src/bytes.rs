//! Little-endian numbers read where they lie in the packed model, whatever its alignment.

use std::ops::Range;

/// A table of `u16` in packed bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U16s(pub &'static [u8]);

/// A table of `u32` in packed bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct U32s(pub &'static [u8]);

impl U16s {
    /// The number at `at`, or 0 past the end.
    #[inline]
    pub fn get(self, at: usize) -> u16 {
        match self.0.get(at * 2..at * 2 + 2) {
            Some(&[a, b]) => u16::from_le_bytes([a, b]),
            _ => 0,
        }
    }
}

impl U32s {
    /// The number at `at`, or 0 past the end.
    #[inline]
    pub fn get(self, at: usize) -> u32 {
        match self.0.get(at * 4..at * 4 + 4) {
            Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
            _ => 0,
        }
    }

    /// How many numbers there are.
    pub fn len(self) -> usize {
        self.0.len() / 4
    }

    /// Where `wanted` stands among sorted numbers.
    pub fn find(self, wanted: u32) -> Option<usize> {
        self.find_within(wanted, 0..self.len())
    }

    /// The same among some of them.
    pub fn find_within(self, wanted: u32, range: Range<usize>) -> Option<usize> {
        let Range { start: mut low, end: mut high } = range;
        while low < high {
            let middle = (low + high) / 2;
            match self.get(middle).cmp(&wanted) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

/// Cuts a section into parts; every cut is checked, so that a damaged file is an error.
pub(crate) struct Parts {
    name: &'static str,
    rest: &'static [u8],
}

impl Parts {
    /// Starts at the beginning of the section `name`.
    pub fn new(name: &'static str, bytes: &'static [u8]) -> Parts {
        Parts { name, rest: bytes }
    }

    /// The next `count` bytes.
    pub fn take(&mut self, count: usize) -> Result<&'static [u8], crate::ModelError> {
        let (part, rest) =
            self.rest.split_at_checked(count).ok_or(crate::ModelError::Section(self.name))?;
        self.rest = rest;
        Ok(part)
    }

    /// So many rows, at least one, of so many bytes each.
    pub fn table(&mut self, rows: usize, width: usize) -> Result<&'static [u8], crate::ModelError> {
        let size = rows.checked_mul(width).filter(|_| rows > 0);
        self.take(size.ok_or(crate::ModelError::Section(self.name))?)
    }

    /// The next number.
    pub fn number(&mut self) -> Result<usize, crate::ModelError> {
        Ok(U32s(self.take(4)?).get(0) as usize)
    }
}
