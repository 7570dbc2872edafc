//! Tables, trees and bars that are drawn with lines, corners and blocks, and tables that are drawn with
//! ASCII. Where a text draws, these are no letters, whatever they touch.

/// Lines that lie: next to another piece they are part of a drawing.
const LYING: [u32; 13] = [
    0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578,
    0x257A,
];
/// How many lines of a text begin or end with a piece of a drawing at least.
const ROWS: usize = 2;

/// Lines, corners (Box Drawing) and blocks (Block Elements).
pub(crate) fn is_piece(point: u32) -> bool {
    matches!(point, 0x2500..=0x259F)
}

fn is_block(point: u32) -> bool {
    matches!(point, 0x2580..=0x259F)
}

/// Whether a text draws with such pieces, and does not write with them: a lying line or a block goes
/// on in another piece, or lines of text are framed.
pub(crate) fn draws(text: &[u32]) -> bool {
    if !text.iter().any(|&point| is_piece(point)) {
        return false;
    }
    let joined = |pair: &[u32]| {
        let lies = pair.iter().any(|point| LYING.contains(point));
        pair.iter().all(|&point| is_piece(point)) && (lies || pair.iter().all(|&p| is_block(p)))
    };
    text.windows(2).any(joined)
        || text.split(|&point| point == 0xA).filter(is_framed).count() >= ROWS
}

/// Whether a line of text begins or ends with a piece, and has more than that.
fn is_framed(line: &&[u32]) -> bool {
    ends(line).is_some_and(|(first, last)| is_piece(first) || is_piece(last))
}

/// The first and the last thing to be seen in a line of text, if it has more than one.
fn ends(line: &[u32]) -> Option<(u32, u32)> {
    let seen = |point: &u32| !matches!(*point, 0x9 | 0xD | 0x20 | 0xA0 | 0x3000);
    let mut inside = line.iter().copied().filter(seen);
    let (first, last) = (inside.next(), inside.next_back());
    first.zip(last)
}

/// Where the borders between the cells of a table stand that is drawn with strokes: a text that rules
/// lines off (`+---+`, `|---|`) has these in every line with a stroke at either end.
pub(crate) fn borders(text: &[u32]) -> Vec<usize> {
    const STROKE: u32 = '|' as u32;
    if !text.contains(&STROKE) || !text.split(|&point| point == 0xA).any(is_rule) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split(|&point| point == 0xA) {
        if ends(line) == Some((STROKE, STROKE)) {
            let strokes = line.iter().enumerate().filter(|&(_, &point)| point == STROKE);
            found.extend(strokes.map(|(at, _)| start + at));
        }
        start += line.len() + 1;
    }
    found
}

/// Whether a line of text is one between the rows of a table.
fn is_rule(line: &[u32]) -> bool {
    const LEAST: usize = 3;
    let is = |point: u32, set: &str| char::from_u32(point).is_some_and(|c| set.contains(c));
    let lies = line.iter().filter(|&&point| is(point, "-=")).count();
    ends(line).is_some_and(|(first, last)| is(first, "+|") && is(last, "+|"))
        && lies >= LEAST
        && line.iter().all(|&point| is(point, "-=+|: \t\r"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_draws(text: &str) -> bool {
        draws(&text.chars().map(u32::from).collect::<Vec<_>>())
    }

    #[test]
    fn tables_trees_and_bars_are_drawn() {
        for text in
            ["└─src", "│a│b│\n│c│d│", "  │ one\n  │ two", "█████░░ 70 %", "╔══╗", "x │\ny │"]
        {
            assert!(text_draws(text), "{text}");
        }
    }

    #[test]
    fn strokes_between_cells_are_borders() {
        let borders = |text: &str| borders(&text.chars().map(u32::from).collect::<Vec<_>>());
        assert_eq!(borders("+---+\n|a|b|\n"), [6, 8, 10]);
        assert_eq!(borders("| a | b |\n|---|:--|\n|-|e|"), [0, 4, 8, 10, 14, 18, 20, 22, 24]);
        for text in ["|a|b|\n", "+---+\na|b", "+---+\n|-|ello\n"] {
            assert!(borders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_letter_of_lines_is_not() {
        for text in ["te│l a││ of them", "│ am here", "plain", "w╨at", "│"] {
            assert!(!text_draws(text), "{text}");
        }
    }
}
