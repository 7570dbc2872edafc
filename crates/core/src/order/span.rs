//! Which control ends which: embeddings, overrides and isolates as a tree (UAX #9, BD9 and X7).

use unicode_bidi::BidiClass;

use super::class;

/// What a control does to the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// RLO: every character goes from right to left.
    RightOverride,
    /// LRO: every character goes from left to right.
    LeftOverride,
    /// RLE and RLI: words in their own directions, lined up from right to left.
    Right,
    /// LRE, LRI and FSI.
    Other,
}

/// A control, what it bears on, and the control that ends it.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub start: usize,
    /// One past its last code point: the control that ends it, or the last one before another
    /// control or the paragraph ends it.
    pub end: usize,
    pub kind: Kind,
    /// Whether it has nothing but controls inside and can be left out of the layout.
    pub is_idle: bool,
    /// Whether a control of its own ends it.
    pub is_closed: bool,
    is_isolate: bool,
    parent: Option<usize>,
}

impl Span {
    /// The span together with those around it that hold nothing else, as a range.
    pub fn widened(&self, all: &[Span]) -> (usize, usize) {
        let mut span = self;
        while let Some(parent) = span.parent.map(|parent| &all[parent])
            && parent.start + 1 == span.start
            && parent.end == span.end + usize::from(parent.is_closed)
        {
            span = parent;
        }
        (span.start, span.end)
    }
}

/// The spans of a paragraph in the order of their starts, outer ones before inner ones.
pub(super) fn spans(paragraph: &[u32]) -> Vec<Span> {
    use BidiClass::{BN, FSI, LRE, LRI, LRO, PDF, PDI, RLE, RLI, RLO};
    let mut spans: Vec<Span> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut isolates = 0;
    for (at, &point) in paragraph.iter().enumerate() {
        let kind = match class(point) {
            RLO => Kind::RightOverride,
            LRO => Kind::LeftOverride,
            RLE | RLI => Kind::Right,
            LRE | LRI | FSI => Kind::Other,
            PDF => {
                // It does not reach out of an isolate.
                if open.last().is_some_and(|&top| !spans[top].is_isolate) {
                    close(&mut spans, &mut open, at, true);
                }
                continue;
            }
            PDI => {
                // It ends whatever was opened since the isolate.
                while isolates > 0 {
                    let is_isolate = open.last().is_some_and(|&top| spans[top].is_isolate);
                    isolates -= usize::from(is_isolate);
                    close(&mut spans, &mut open, at, is_isolate);
                    if is_isolate {
                        break;
                    }
                }
                continue;
            }
            BN => continue,
            _ => {
                if let Some(&top) = open.last() {
                    spans[top].is_idle = false;
                }
                continue;
            }
        };
        let is_isolate = matches!(class(point), RLI | LRI | FSI);
        isolates += usize::from(is_isolate);
        let parent = open.last().copied();
        open.push(spans.len());
        spans.push(Span {
            start: at,
            end: paragraph.len(),
            kind,
            is_idle: !is_isolate,
            is_closed: false,
            is_isolate,
            parent,
        });
    }
    while !open.is_empty() {
        close(&mut spans, &mut open, paragraph.len(), false);
    }
    spans
}

/// Ends the innermost span before the control at `at`, or with it.
fn close(spans: &mut [Span], open: &mut Vec<usize>, at: usize, with: bool) {
    let Some(top) = open.pop() else { return };
    let span = &mut spans[top];
    span.end = at + usize::from(with);
    span.is_closed = with;
    let is_idle = span.is_idle;
    if let Some(parent) = span.parent {
        spans[parent].is_idle &= is_idle;
    }
}
