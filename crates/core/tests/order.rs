//! What is displayed in another order than it is stored, and what is taken back.

use unspoof_core::order::{bidi, deletion, has_erasing, may_apply, unpaired};
use unspoof_core::{Edit, Family, Reason};

fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

fn applied(text: &[u32], edits: &[Edit]) -> String {
    let mut read = Vec::new();
    let mut at = 0;
    for edit in edits {
        assert!(at <= edit.start && edit.start < edit.end && edit.end <= text.len());
        read.extend_from_slice(&text[at..edit.start]);
        read.extend(edit.restored.chars().map(u32::from));
        at = edit.end;
    }
    read.extend_from_slice(&text[at..]);
    read.into_iter().map(|point| char::from_u32(point).unwrap_or('\u{fffd}')).collect()
}

fn reordered(text: &str) -> String {
    let text = points(text);
    let edits = bidi(&text);
    assert!(edits.iter().all(|edit| edit.family == Family::Bidi));
    assert!(edits.iter().all(|edit| edit.reason == Reason::Overridden));
    applied(&text, &edits)
}

fn erased(text: &str) -> String {
    let text = points(text);
    let edits = deletion(&text);
    assert!(edits.iter().all(|edit| edit.family == Family::Deletion));
    assert!(edits.iter().all(|edit| edit.restored.is_empty()));
    applied(&text, &edits)
}

#[test]
fn what_an_override_turns_round_is_read_as_displayed() {
    for (stored, read) in [
        ("the \u{202e}srehto\u{202c} are here", "the others are here"),
        // Two turned words with a space between them are two words.
        ("\u{202e}ruO\u{202c} \u{202e}koob\u{202c} can help", "Our book can help"),
        ("это \u{202e}оволс\u{202c} и \u{202e}ὴκινηλλἑ\u{202c}.", "это слово и ἑλληνικὴ."),
        // To the paragraph's end, and no further.
        ("see \u{202e}txen eht\nline, straight", "see the next\nline, straight"),
        ("\u{202e}.siht daer", "read this."),
        ("\u{202e}a\u{202c} \u{202e}level\u{202c}", "a level"),
        ("call \u{202e}7654-321\u{202c} now", "call 123-4567 now"),
    ] {
        assert_eq!(reordered(stored), read, "{stored:?}");
    }
}

#[test]
fn brackets_are_mirrored() {
    assert_eq!(reordered("\u{202e})dlrow( olleh\u{202c}"), "hello )world(");
    assert_eq!(reordered("\u{202e}(dlrow) olleh\u{202c}"), "hello (world)");
    assert_eq!(reordered("x \u{202e}] b > a [\u{202c}"), "x ] a < b [");
}

#[test]
fn marks_stay_on_their_bases() {
    assert_eq!(reordered("\u{202e}te\u{301}t\u{202c}"), "te\u{301}t");
    assert_eq!(reordered("\u{202e}e\u{301}fac\u{202c}"), "cafe\u{301}");
    assert_eq!(reordered("\u{202e}👩\u{200d}🔧 ih\u{202c}"), "hi 👩\u{200d}🔧");
}

#[test]
fn nothing_is_left_of_the_controls_around_it() {
    for stored in [
        "a \u{2066}\u{202e}drow\u{202c}\u{2069} b",
        "a \u{2067}\u{202e}drow\u{202c}\u{2069} b",
        "a \u{202b}\u{202e}drow\u{202c}\u{202c} b",
        "a \u{2066}\u{202e}drow\u{2069} b",
        "a \u{202e}\u{202e}drow\u{202c}\u{202c} b",
        "a \u{202e}\u{202a}\u{202c}d\u{200f}row\u{202c} b",
    ] {
        assert_eq!(reordered(stored).replace('\u{200f}', ""), "a word b", "{stored:?}");
    }
}

#[test]
fn swaps_of_the_literature_are_read_as_displayed() {
    // LRO LRI RLO LRI … PDI LRI … PDI PDF PDI PDF, as in Boucher et al. (2022).
    let swap = |one: &str, two: &str| {
        format!(
            "\u{202d}\u{2066}\u{202e}\u{2066}{one}\u{2069}\u{2066}{two}\u{2069}\u{202c}\u{2069}\u{202c}"
        )
    };
    assert_eq!(reordered(&format!("w{}d", swap("r", "o"))), "word");
    assert_eq!(reordered(&swap(&swap("d", "r"), &swap("o", "w"))), "word");
    // The same by isolates alone.
    assert_eq!(reordered("a \u{2067}\u{2066}two\u{2069}\u{2066}one\u{2069}\u{2069}."), "a onetwo.");
}

#[test]
fn trojan_source_is_read_as_displayed() {
    for (stored, read) in [
        (
            "/*\u{202e} } \u{2066}if (isAdmin)\u{2069} \u{2066} begin admins only */\n  say();\n",
            "/* begin admins only */ if (isAdmin) { \n  say();\n",
        ),
        (
            "if (level != \"user\u{202e} \u{2066}// Check if admin\u{2069} \u{2066}\") {\n",
            "if (level != \"user\") { // Check if admin \n",
        ),
        ("''' Subtract funds then \u{2067}''' ;return\n", "''' Subtract funds then return; '''\n"),
    ] {
        assert_eq!(reordered(stored), read, "{stored:?}");
    }
}

#[test]
fn hebrew_and_arabic_turned_round_are_read_their_own_way() {
    assert_eq!(reordered("\u{202d}םולש\u{202c}"), "שלום");
    assert_eq!(reordered("\u{202d}!םולש\u{202c}"), "שלום!");
    assert_eq!(reordered("אני \u{202d}(םלוע)\u{202c} כאן"), "אני (עולם) כאן");
    assert_eq!(reordered("\u{202d}ملاس\u{202c}"), "سالم");
    // Latin turned round inside Hebrew.
    assert_eq!(reordered("אני \u{202e}dlrow olleh\u{202c} כאן"), "אני hello world כאן");
}

#[test]
fn honest_direction_stays() {
    for text in [
        "שלום עולם",
        "مرحبا بالعالم 123",
        "He said \"\u{2067}שלום עולם\u{2069}\" and left.",
        "He said \"\u{202b}שלום, עולם!\u{202c}\" and left.",
        "She wrote \u{2068}مرحبا\u{2069} to \u{2068}Anna\u{2069}.",
        "אני גר ב-\u{2066}New York, NY\u{2069} מאז 1999.",
        "אני גר ב-\u{202a}New York (USA)\u{202c}.",
        // An override over its own letters, with a number or a brand among them.
        "\u{202e}שלום עולם\u{202c}",
        "\u{202e}سلام دنیا ۱۲۳\u{202c}",
        "\u{202e}מחיר: 25 iPhone חדש\u{202c}",
        "\u{202d}plain text, left to right\u{202c}",
        "C++\u{200e} בשפת",
        "שלום!\u{200f} hello",
        // What software for Hebrew puts around foreign messages.
        "\u{202b}Hello, world!\u{202c}",
        "\u{2067}10 apples (red).\u{2069}",
        "\u{202b}\u{202a}Anna\u{202c}\u{202c}: hi",
        "\u{2067}@name\u{2069} wrote",
        // Nothing is displayed otherwise.
        "\u{202e}\u{202c}",
        "\u{202c}\u{2069}\u{202c}",
        "a\u{202e}",
    ] {
        assert_eq!(reordered(text), text, "{text:?}");
    }
}

#[test]
fn lone_surrogates_stay_where_they_are() {
    let text = [0x202E, 0x61, 0xD800, 0x62, 0x202C];
    assert!(bidi(&text).is_empty());
    let text = [0xD800, 0x61, 0x08, 0xDFFF, 0x7F];
    let edits = deletion(&text);
    assert_eq!((edits[0].start, edits[0].end, edits.len()), (1, 5, 1));
}

#[test]
fn long_rows_of_controls_take_linear_time() {
    for row in ["\u{202e}", "\u{202c}", "\u{2067}", "\u{2069}", "\u{202e}\u{202c}", "\u{202e}a"] {
        let text = points(&row.repeat(40_000));
        assert!(bidi(&text).len() <= 1);
    }
    for row in ["\u{202b}\u{202c}a", "\u{2067}א\u{2069}", "(\u{202b}", "\u{202b}a\u{202c}1"] {
        bidi(&points(&row.repeat(20_000)));
    }
    let text = points(&("a".repeat(40_000) + &"\u{8}".repeat(40_000)));
    assert_eq!(deletion(&text).len(), 1);
    let text = points(&"\\b \u{8}word ".repeat(10_000));
    assert!(deletion(&text).is_empty());
}

#[test]
fn a_backspace_takes_back_one_character() {
    for (stored, read) in [
        ("Gaq\u{8}s and eggz\u{8}", "Gas and egg"),
        ("wronk\u{8}g", "wrong"),
        ("abcxyz\u{8}\u{8}\u{8}def", "abcdef"),
        ("ax\u{8}y\u{8}z\u{8}b", "ab"),
        ("axy\u{8}z\u{8}\u{8}b", "ab"),
        ("two \u{8}words", "twowords"),
        // DELETE is used alike.
        ("woX\u{7f}rd", "word"),
        ("room 1x\u{7f}2", "room 12"),
        ("call x\u{7f}165799", "call 165799"),
        ("in 4x\u{7f}2 steps\nand 7x\u{7f}3 more", "in 42 steps\nand 73 more"),
        ("cre\u{301}\u{8}a\u{308}\u{8}ab", "crab"),
        ("hi👩\u{200d}🔧\u{8}!", "hi!"),
        // What is not seen is no obstacle.
        ("wox\u{200b}\u{8}rd", "word"),
        ("wox\u{200d}\u{2060}\u{8}rd", "word"),
        // The overstrikes of manual pages.
        ("N\u{8}NA\u{8}AM\u{8}ME\u{8}E", "NAME"),
        ("_\u{8}f_\u{8}i_\u{8}l_\u{8}e", "file"),
        ("B\u{8}B\u{8}B\u{8}B", "B"),
        ("__\u{8}\u{8}ab", "ab"),
        ("+\u{8}o item", "o item"),
    ] {
        assert_eq!(erased(stored), read, "{stored:?}");
    }
}

#[test]
fn a_backspace_does_not_reach_out_of_its_line() {
    assert_eq!(erased("\u{8}\u{8}word"), "word");
    assert_eq!(erased("one\n\u{8}two"), "one\ntwo");
    assert_eq!(erased("one\r\n\u{8}\u{8}\u{8}two"), "one\r\ntwo");
    assert_eq!(erased("\u{200b}\u{8}word"), "\u{200b}word");
    assert_eq!(erased("ab\u{8}\u{8}\u{8}\u{8}c"), "c");
}

#[test]
fn what_erases_nothing_stays() {
    for text in [
        "",
        "plain",
        "one\r\ntwo\rthree\n",
        "100%\r",
        "\u{7f}",
        "first line\n\u{7f} item",
        "is \u{7f}",
        // A table in which it parts names from numbers; one line of it.
        "Node: Top\u{7f}96\nNode: Chapter 2\u{7f}1204\nRef: f(x)\u{7f}1311",
        "Node: Warnings\u{7f}165799",
        // Backslashes lost to an escape.
        "Let $\\alpha = \u{8}eta$ and \u{8}egin{align} x &= 2\u{8}eta \\end{align}",
    ] {
        assert_eq!(erased(text), text, "{text:?}");
    }
}

#[test]
fn spans_are_those_of_the_original() {
    let edits = bidi(&points("ab \u{2066}\u{202e}dc\u{202c}\u{2069} \u{202e}fe\u{202c}"));
    let spans: Vec<_> = edits.iter().map(|edit| (edit.start, edit.end)).collect();
    assert_eq!(spans, [(3, 9), (10, 14)]);
    let edits = deletion(&points("ab\u{8}c\nxd\u{8}\u{8}e"));
    let spans: Vec<_> = edits.iter().map(|edit| (edit.start, edit.end)).collect();
    assert_eq!(spans, [(1, 3), (5, 9)]);
}

#[test]
fn the_scan_knows_which_texts_to_look_at() {
    assert!(!may_apply(&points("plain שלום\u{200f}!\r\n")));
    for control in ["\u{8}", "\u{7f}", "\u{202e}", "\u{2067}", "\u{202c}", "\u{2069}"] {
        assert!(may_apply(&points(&format!("a{control}"))), "{control:?}");
    }
    assert!(may_apply(b"a\x08".as_slice()) && has_erasing(b"a\x08") && has_erasing(b"\x7f"));
    assert!(!has_erasing(b"plain\r\n\t"));
}

#[test]
fn what_nothing_ends_before_its_paragraph_does_is_unpaired() {
    for (text, open) in [
        ("a \u{2067}b\u{2069} c", vec![]),
        ("a \u{2067}b", vec![2]),
        ("\u{202e}a \u{2066}b\u{2069} \u{2066}c", vec![0, 7]),
        // An isolate ends what was opened in it, and each line what is open.
        ("\u{2067}a \u{202e}b\u{2069}c", vec![]),
        ("\u{202b}a\nb\u{202c}", vec![0]),
        ("a\u{202c}b\u{2069}", vec![]),
        ("plain", vec![]),
    ] {
        assert_eq!(unpaired(&points(text)), open, "{text:?}");
    }
}
