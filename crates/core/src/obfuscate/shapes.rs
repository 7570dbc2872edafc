//! Letters drawn with several characters. The lattice has no such rows: it knows single glyphs.

/// A letter, and what has its outline; in the order of letters.
const SHAPES: [(char, &[&str]); 51] = [
    ('A', &["/\\", "/-\\"]),
    ('B', &["|3", "I3", "l3"]),
    ('C', &["(_"]),
    ('D', &["|)", "I)", "l)", "|>"]),
    ('E', &["[-", "|="]),
    ('H', &["|-|", "]-[", "I-I", "}-{"]),
    ('K', &["|<", "|{", "I<", "l<"]),
    ('L', &["|_"]),
    ('M', &["|\\/|", "|V|", "/\\/\\", "IVI"]),
    ('N', &["|\\|", "/\\/"]),
    ('O', &["()"]),
    ('P', &["|>", "|°"]),
    ('Q', &["(,)", "()_"]),
    ('R', &["|2", "I2", "l2"]),
    ('U', &["|_|", "(_)"]),
    ('V', &["\\/"]),
    ('W', &["\\/\\/", "VV", "|/\\|"]),
    ('X', &["><"]),
    ('a', &["ci"]),
    ('b', &["lo"]),
    ('d', &["cl"]),
    ('h', &["li", "|-|"]),
    ('k', &["|<", "l<", "lc"]),
    ('m', &["rn", "nn", "rri"]),
    ('n', &["ri", "|\\|"]),
    ('o', &["()"]),
    ('u', &["|_|", "ii"]),
    ('v', &["\\/"]),
    ('w', &["vv", "\\/\\/"]),
    ('x', &["><"]),
    ('Λ', &["/\\"]),
    ('ω', &["vv"]),
    ('А', &["/\\", "/-\\"]),
    ('Ж', &["}|{", ">|<"]),
    ('Л', &["/\\"]),
    ('Н', &["|-|", "I-I"]),
    ('П', &["||", "|`|"]),
    ('Ф', &["<|>", "(|)"]),
    ('Х', &["><"]),
    ('Ш', &["LLI", "|_|_|"]),
    ('Ы', &["bI", "b|", "ЬI"]),
    ('Ю', &["|O", "IO", "|-0"]),
    ('Я', &["9|", "9I"]),
    ('ж', &["}|{", ">|<"]),
    ('л', &["/\\"]),
    ('м', &["|\\/|"]),
    ('ф', &["<|>", "(|)"]),
    ('х', &["><"]),
    ('ш', &["lll", "|_|_|"]),
    ('ы', &["bl", "b|", "ьl", "ь|", "ьI"]),
    ('ю', &["|o", "lo", "io"]),
];

/// What is written for a letter; nothing for most.
pub(crate) fn of(letter: u32) -> &'static [&'static str] {
    match SHAPES.binary_search_by_key(&letter, |row| u32::from(row.0)) {
        Ok(at) => SHAPES[at].1,
        Err(_) => &[],
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_is_found() {
        for (letter, shapes) in super::SHAPES {
            assert_eq!(super::of(u32::from(letter)), shapes, "{letter}");
        }
    }
}
