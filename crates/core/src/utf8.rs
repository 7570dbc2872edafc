//! UTF-8 in, UTF-8 out: the door for texts that nobody has decoded, such as rows of an Arrow array.
//!
//! Everything that knows of UTF-8 is here, so that a scan of the bytes as they are can take the
//! place of decoding them first.

use std::str::{Chars, Utf8Error};

use encoding_rs::mem::convert_utf8_to_utf16_without_replacement;

use crate::{Edit, Reader, Reading};

/// Room to decode in; whoever reads many texts keeps it from one to the next.
#[derive(Debug, Default)]
pub struct Decoder {
    units: Vec<u16>,
    points: Vec<u32>,
}

impl Reader {
    /// Reads `text` and gives it back as it was meant, or `None` where nothing changes. Fails on
    /// bytes that are not UTF-8.
    pub fn restore_utf8(
        &self,
        text: &[u8],
        decoder: &mut Decoder,
    ) -> Result<Option<String>, Utf8Error> {
        if self.is_plain_utf8(text, decoder)? {
            return Ok(None);
        }
        let text = std::str::from_utf8(text)?;
        let edits = self.edits(decoder.points(text));
        Ok((!edits.is_empty()).then(|| applied(text, &edits)))
    }

    /// Reads `text`; `None` where nothing changes. Fails on bytes that are not UTF-8.
    pub fn read_utf8(
        &self,
        text: &[u8],
        decoder: &mut Decoder,
    ) -> Result<Option<Reading>, Utf8Error> {
        if self.is_plain_utf8(text, decoder)? {
            return Ok(None);
        }
        let reading = self.read(decoder.points(std::str::from_utf8(text)?));
        Ok((!reading.edits.is_empty()).then_some(reading))
    }

    fn is_plain_utf8(&self, text: &[u8], decoder: &mut Decoder) -> Result<bool, Utf8Error> {
        if text.is_ascii() {
            return Ok(self.is_plain_ascii(text));
        }
        if let Some(units) = decoder.units(text) {
            return Ok(self.is_plain(units));
        }
        Ok(self.is_plain(decoder.points(std::str::from_utf8(text)?)))
    }
}

impl Decoder {
    /// The code points of `text`, if it is UTF-8 and they are all below 0x10000, as nearly always.
    ///
    /// To check the bytes and collect the `chars` takes twice as long as this, and longer than the
    /// scan that comes next.
    fn units(&mut self, text: &[u8]) -> Option<&[u16]> {
        if self.units.len() < text.len() {
            self.units.resize(text.len(), 0);
        }
        let made = convert_utf8_to_utf16_without_replacement(text, &mut self.units)?;
        let units = &self.units[..made];
        // What lies above comes as pairs of surrogates. All are looked at, which is quicker than
        // to stop at the first.
        let is_pair = units.iter().fold(false, |any, unit| any | (unit >> 11 == 0x1B));
        (!is_pair).then_some(units)
    }

    /// The code points of `text`.
    fn points(&mut self, text: &str) -> &[u32] {
        self.points.clear();
        self.points.extend(text.chars().map(u32::from));
        &self.points
    }
}

/// The text that `edits`, whose offsets count code points, make of `text`.
fn applied(text: &str, edits: &[Edit]) -> String {
    let mut made = String::with_capacity(text.len());
    let mut rest = text.chars();
    let mut at = 0;
    for edit in edits {
        let before = rest.as_str();
        skip(&mut rest, edit.start - at);
        made.push_str(&before[..before.len() - rest.as_str().len()]);
        made.push_str(&edit.restored);
        skip(&mut rest, edit.end - edit.start);
        at = edit.end;
    }
    made.push_str(rest.as_str());
    made
}

fn skip(rest: &mut Chars<'_>, count: usize) {
    if let Some(last) = count.checked_sub(1) {
        rest.nth(last);
    }
}
