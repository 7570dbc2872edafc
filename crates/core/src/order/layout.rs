//! What UAX #9 makes of a paragraph: where its letters stand when it is displayed, and back.

use unicode_bidi::{BidiClass, Level, ParagraphBidiInfo};
use unicode_bidi_mirroring::get_mirrored;
use unicode_segmentation::UnicodeSegmentation;

use super::span::Span;
use super::{char_of, class, is_direction};

/// The levels of UAX #9 for each code point of a paragraph.
///
/// Controls around nothing, and what rule X9 would take out, are taken out first: they have no
/// effect, and long rows of them would cost more than linear time.
pub(super) fn levels(text: &[u32], spans: &[Span]) -> Vec<Level> {
    let mut idle: Vec<bool> = text.iter().map(|&point| class(point) == BidiClass::BN).collect();
    for span in spans.iter().filter(|span| span.is_idle) {
        idle[span.start] = true;
        if span.is_closed {
            idle[span.end - 1] = true;
        }
    }
    let points = text.iter().zip(&idle).filter(|(_, idle)| !**idle);
    let kept: String = points.map(|(&point, _)| char_of(point)).collect();
    let info = ParagraphBidiInfo::new(&kept, None);
    let mut of_kept = info.reordered_levels_per_char(0..kept.len()).into_iter();
    let mut level = info.paragraph_level;
    let levels = idle.iter().map(|&idle| {
        level = if idle { level } else { of_kept.next().unwrap_or(level) };
        level
    });
    levels.collect()
}

/// Letters in another order, each with the place that it had (code points from the start).
pub(super) struct Laid {
    pub text: String,
    pub places: Vec<usize>,
}

/// A text without its controls in displayed order (rules L2 to L4), given its levels.
pub(super) fn laid_out(text: &str, levels: &[Level]) -> Laid {
    let clusters: Vec<&str> = text.graphemes(true).collect();
    let mut next = 0;
    let mut starts = Vec::with_capacity(clusters.len());
    let mut of_clusters = Vec::with_capacity(clusters.len());
    for cluster in &clusters {
        starts.push(next);
        of_clusters.push(levels[next]);
        next += cluster.chars().count();
    }
    let mut shown = Vec::with_capacity(next);
    for at in ParagraphBidiInfo::reorder_visual(&of_clusters) {
        let letters = clusters[at].chars().zip(starts[at]..);
        let mut letters = letters.filter(|&(letter, _)| !is_direction(letter.into()));
        if of_clusters[at].is_rtl() {
            let base = letters.next();
            shown.extend(base.map(|(base, place)| (get_mirrored(base).unwrap_or(base), place)));
        }
        shown.extend(letters);
    }
    let (text, places) = shown.into_iter().unzip();
    Laid { text, places }
}

/// What a reader takes from text displayed so, in a paragraph of direction `base`. Laying out what
/// is laid out already gives back the stored order, but for numbers at odd places.
pub(super) fn read(shown: Laid, base: Level) -> Laid {
    let plain = base.is_ltr() && !shown.text.chars().any(|c| is_right(class(u32::from(c))));
    if plain {
        return shown;
    }
    let info = ParagraphBidiInfo::new(&shown.text, Some(base));
    let read = laid_out(&shown.text, &info.reordered_levels_per_char(0..shown.text.len()));
    let places = read.places.into_iter().map(|place| shown.places[place]).collect();
    Laid { text: read.text, places }
}

/// Letters and digits of the scripts that go from right to left.
pub(crate) fn is_right(class: BidiClass) -> bool {
    matches!(class, BidiClass::R | BidiClass::AL | BidiClass::AN)
}
