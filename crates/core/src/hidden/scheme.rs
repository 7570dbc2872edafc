//! The ways in which characters that are not seen stand for a text.
//!
//! Every way that fits is tried, and the text that is likeliest to have been written wins. Among
//! them are those of Misawa's "Unicode Steganography with Zero-Width Characters" (digits of any
//! base, each group of them a unit of UTF-16) and its kin (`zwsp-steg`), of Aysan's "Zero-Width
//! Characters" (bits, with separators), of Rehberger's "Sneaky Bits" (invisible times and plus)
//! and of Butler's "Smuggling arbitrary data through an emoji" (selectors as bytes). What is
//! compressed or enciphered stays what it is.

use super::digits::digits;
use super::plausible::log_probability;
use super::units::utf8;
use crate::math::ln_f64;

/// A text that symbols spell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Message {
    pub text: String,
    /// How much likelier it is to have been written than to have come about by chance, in nats.
    pub odds: f64,
}

/// What tag characters spell: ASCII.
pub(super) fn tags(symbols: &[u32]) -> Option<Message> {
    let letters = symbols.iter().filter(|&&tag| matches!(tag, 0xE0020..=0xE007E));
    let text: String = letters.filter_map(|&tag| char::from_u32(tag - 0xE0000)).collect();
    let is_message = text.len() > 1;
    // Nothing but a message has several of them in a row, whatever it says.
    is_message.then_some(Message { text, odds: f64::INFINITY })
}

/// What variation selectors spell: bytes, or halves of bytes, or bits.
pub(super) fn selectors(symbols: &[u32]) -> Option<Message> {
    let low = |point: u32| point.wrapping_sub(0xFE00) < 16;
    let number = |point: u32| if low(point) { point - 0xFE00 } else { point - 0xE0100 + 16 };
    let bytes: Vec<u8> = symbols.iter().map(|&point| number(point) as u8).collect();
    let mut best = Best::default();
    let chance = ln_f64(256.0);
    best.consider(utf8(&bytes), bytes.len(), chance, 0.0);
    if !symbols.iter().any(|&point| low(point)) {
        let shifted: Vec<u8> = bytes.iter().map(|byte| byte - 16).collect();
        best.consider(utf8(&shifted), bytes.len(), chance, 1.0);
    }
    if symbols.iter().all(|&point| low(point)) {
        let halves = bytes.chunks_exact(2);
        let whole: Vec<u8> = halves.map(|pair| pair[0] << 4 | pair[1]).collect();
        best.consider(utf8(&whole), bytes.len(), ln_f64(16.0), 1.0);
        best.take(digits(symbols));
    }
    best.message
}

#[derive(Default)]
struct Best {
    message: Option<Message>,
}

impl Best {
    /// `chance` is what each of so many symbols would cost if it were one of many at random, in
    /// nats; `rarity` how seldom the way of reading is.
    fn consider(&mut self, text: Option<String>, symbols: usize, chance: f64, rarity: f64) {
        let Some(text) = text else { return };
        let Some(likely) = log_probability(&text) else { return };
        let odds = likely + symbols as f64 * chance - rarity;
        self.take(Some(Message { text, odds }));
    }

    fn take(&mut self, message: Option<Message>) {
        let Some(message) = message else { return };
        if self.message.as_ref().is_none_or(|best| message.odds > best.odds) {
            self.message = Some(message);
        }
    }
}
