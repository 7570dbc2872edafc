//! What could carry a message: runs of characters that are not seen and have no work to do.

use std::ops::Range;

/// What carries a hidden message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carrier {
    /// Tag characters.
    Tags,
    /// Variation selectors.
    Selectors,
    /// Characters of no width, and fillers.
    ZeroWidth,
}

impl Carrier {
    /// Every carrier.
    pub const ALL: [Carrier; 3] = [Carrier::Tags, Carrier::Selectors, Carrier::ZeroWidth];

    /// The name used in readings.
    pub const fn name(self) -> &'static str {
        match self {
            Carrier::Tags => "tags",
            Carrier::Selectors => "selectors",
            Carrier::ZeroWidth => "zero-width",
        }
    }

    fn of(point: u32) -> Option<Carrier> {
        match point {
            0..0xAD => None,
            0xE0001 | 0xE0020..=0xE007F => Some(Carrier::Tags),
            0xFE00..=0xFE0F | 0xE0100..=0xE01EF => Some(Carrier::Selectors),
            0xAD | 0x034F | 0x061C | 0x180E | 0x200B..=0x200F | 0x202A..=0x202E => {
                Some(Carrier::ZeroWidth)
            }
            0x2060..=0x206F | 0x3164 | 0xFEFF | 0xFFA0 => Some(Carrier::ZeroWidth),
            _ => None,
        }
    }
}

/// Characters of one carrier in a row.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub range: Range<usize>,
    pub carrier: Carrier,
    /// Whether it may be a piece of a message that is scattered over the text: it is long, or it
    /// has nothing to do with what it stands beside.
    pub may_be_part: bool,
}

/// Longer runs of invisible characters are nobody's typing.
const SHORT: usize = 2;

/// The runs of `text`, without the flags of England, Scotland and the like.
pub(super) fn runs(text: &[u32]) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let Some(carrier) = Carrier::of(text[at]) else {
            at += 1;
            continue;
        };
        let start = at;
        while at < text.len() && Carrier::of(text[at]) == Some(carrier) {
            at += 1;
        }
        let before = start.checked_sub(1).map(|before| text[before]);
        let run = &text[start..at];
        if carrier == Carrier::Tags && before == Some(0x1F3F4) && is_subdivision(run) {
            continue;
        }
        let idle = is_idle(carrier, run, before, text.get(at).copied());
        let may_be_part = run.len() > SHORT || idle;
        found.push(Run { range: start..at, carrier, may_be_part });
    }
    found
}

/// Whether tags after a black flag name a subdivision, three to six letters and digits, and end
/// as UTS #51 asks: `gbeng`.
pub(crate) fn is_subdivision(tags: &[u32]) -> bool {
    let Some((0xE007F, code)) = tags.split_last().map(|(last, code)| (*last, code)) else {
        return false;
    };
    (3..=6).contains(&code.len())
        && code.iter().all(|tag| matches!(tag, 0xE0030..=0xE0039 | 0xE0061..=0xE007A))
}

/// Whether a short run has no work to do between what stands on its sides.
fn is_idle(carrier: Carrier, run: &[u32], before: Option<u32>, after: Option<u32>) -> bool {
    match carrier {
        Carrier::Tags => true,
        // The first sixteen of the 256 pick forms of letters and symbols, all others those of
        // ideographs. The next sixteen, as bytes, are controls.
        Carrier::Selectors => {
            let needs_none =
                |before: u32| needs_none(before) && !(0x4E00..0xA000).contains(&before);
            run.iter().all(|&point| point >= 0xE0110) && before.is_none_or(needs_none)
        }
        Carrier::ZeroWidth => {
            let byte_order_mark = before.is_none() && run == [0xFEFF];
            !byte_order_mark
                && !run.iter().any(|&point| is_direction(point))
                && before.is_none_or(needs_none)
                && after.is_none_or(needs_none)
        }
    }
}

fn is_direction(point: u32) -> bool {
    matches!(point, 0x061C | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069)
}

/// Whether a character needs no joiner or selector beside it: letters of Latin, Greek, Cyrillic
/// and Armenian, Han, Kana and Hangul, and what stands between words, but no symbols.
fn needs_none(point: u32) -> bool {
    matches!(
        point,
        0..0x0590 | 0x1E00..0x2070 | 0x3000..0x3100 | 0x4E00..0xA000 | 0xAC00..0xD7B0
    ) || Carrier::of(point).is_some()
}
