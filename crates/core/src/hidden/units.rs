//! From numbers to text: bytes of UTF-8, units of UTF-16, or code points.

/// What a unit of a hidden message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Code {
    Utf8,
    Utf16,
    /// UTF-16 with the bytes of each unit exchanged.
    Utf16Swapped,
    Point,
}

/// The units of a message so far.
pub(super) struct Units {
    code: Code,
    bytes: Vec<u8>,
    wide: Vec<u16>,
    text: String,
    /// Zeros fill up the end of some messages; nothing comes after them.
    zeros: u32,
}

impl Units {
    pub fn new(code: Code) -> Units {
        Units { code, bytes: Vec::new(), wide: Vec::new(), text: String::new(), zeros: 0 }
    }

    /// Adds a unit; `None` as soon as it is certain that this is no text.
    pub fn push(&mut self, unit: u32) -> Option<()> {
        if unit == 0 {
            self.zeros += 1;
            return Some(());
        }
        let is_control = unit < 0x20 && !matches!(unit, 9 | 10 | 13);
        if self.zeros > 0 || is_control {
            return None;
        }
        match self.code {
            Code::Utf8 => self.bytes.push(u8::try_from(unit).ok()?),
            Code::Utf16 => self.wide.push(u16::try_from(unit).ok()?),
            Code::Utf16Swapped => self.wide.push(u16::try_from(unit).ok()?.swap_bytes()),
            Code::Point => self.text.push(char::from_u32(unit)?),
        }
        Some(())
    }

    /// The text, without a last character that is cut short, and how many units it takes.
    pub fn text(mut self) -> Option<(String, u32)> {
        let (text, units) = match self.code {
            Code::Utf8 => {
                let text = utf8(&self.bytes)?;
                let units = text.len();
                (text, units)
            }
            Code::Utf16 | Code::Utf16Swapped => {
                if self.wide.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit)) {
                    self.wide.pop();
                }
                (String::from_utf16(&self.wide).ok()?, self.wide.len())
            }
            Code::Point => {
                let units = self.text.chars().count();
                (self.text, units)
            }
        };
        Some((text, units as u32 + self.zeros))
    }
}

/// Bytes as text, without a last character that is cut short.
pub(super) fn utf8(bytes: &[u8]) -> Option<String> {
    let whole = match std::str::from_utf8(bytes) {
        Ok(whole) => whole,
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    Some(whole.to_owned())
}
