//! The simulator over the packed model, through the crate's own door.

use std::sync::LazyLock;

use unspoof_core::{Family, Kind, Model, Obfuscated, Obfuscator};

static OBFUSCATOR: LazyLock<Obfuscator> = LazyLock::new(|| {
    let bytes = include_bytes!("../../../model/unspoof.model");
    Obfuscator::new(&Model::from_bytes(bytes).expect("the committed model"))
});

const TEXTS: [&str; 8] = [
    "",
    "x",
    "The quick brown fox, 13 Vows\r\nand a naïve Zoë's 5th line.\n\n",
    "Мы купили новый дом — ждём вас.",
    "Η γρήγορη αλεπού πηδάει.",
    "Tôi yêu tiếng Việt; e\u{301}galite\u{301}",
    "नमस्ते دنيا می\u{200c}خواهم 世界 שלום",
    "👩\u{200d}👩\u{200d}👧 🇫🇷 4\u{fe0f}\u{20e3} \u{202e}abc\u{202c} \u{8}\u{300}",
];

fn points(text: &str) -> Vec<u32> {
    text.chars().map(u32::from).collect()
}

fn undone(given: &[u32], made: &Obfuscated) -> Vec<u32> {
    let mut text = Vec::new();
    let mut at = 0;
    for change in &made.changes {
        text.extend_from_slice(&made.text[at..change.start]);
        text.extend_from_slice(&given[change.from..change.to]);
        at = change.end;
    }
    text.extend_from_slice(&made.text[at..]);
    text
}

fn shown(points: &[u32]) -> String {
    points.iter().filter_map(|&point| char::from_u32(point)).collect()
}

#[test]
fn the_truth_leads_back() {
    for kind in Kind::ALL {
        for text in TEXTS.map(points) {
            for (rate, seed) in [(1.0, 0), (0.5, 1), (0.1, 2)] {
                let made = OBFUSCATOR.obfuscate(&text, kind, rate, seed);
                assert_eq!(undone(&text, &made), text, "{kind:?}");
                assert!(made.changes.iter().all(|change| change.start < change.end));
                assert!(made.changes.windows(2).all(|pair| pair[0].end <= pair[1].start));
            }
        }
    }
}

#[test]
fn every_kind_has_something_for_latin() {
    let text = points(TEXTS[2]);
    for kind in Kind::ALL {
        let made = OBFUSCATOR.obfuscate(&text, kind, 1.0, 3);
        assert!(!made.changes.is_empty(), "{kind:?}");
        assert_ne!(made.text, text, "{kind:?}");
    }
}

#[test]
fn families_are_told() {
    let text = points(TEXTS[2]);
    for family in Family::ALL {
        let kind = Kind::from_name(family.name()).expect("a kind of that name");
        let made = OBFUSCATOR.obfuscate(&text, kind, 1.0, 3);
        assert!(made.changes.iter().all(|change| change.family == family), "{kind:?}");
    }
}

#[test]
fn a_scheme_is_one_glyph_for_a_letter_and_one_letter_for_a_glyph() {
    let text = points(&TEXTS[2].repeat(4));
    let made = OBFUSCATOR.obfuscate(&text, Kind::Scheme, 1.0, 5);
    let mut rows: Vec<(u32, u32)> =
        made.changes.iter().map(|change| (text[change.from], made.text[change.start])).collect();
    rows.sort_unstable();
    rows.dedup();
    let (mut letters, mut glyphs): (Vec<u32>, Vec<u32>) = rows.into_iter().unzip();
    let (count, _) = (letters.len(), letters.dedup());
    assert_eq!(letters.len(), count);
    glyphs.sort_unstable();
    glyphs.dedup();
    assert_eq!(glyphs.len(), count);
}

#[test]
fn marks_stay_on_their_letters() {
    for (kind, wanted) in [
        (Kind::Backwards, "e\u{301}tilage\u{301} ;tệiV gnếit uêy iôT"),
        (
            Kind::Bidi,
            "\u{202e}iôT\u{202c} \u{202e}uêy\u{202c} \u{202e}gnếit\u{202c} \u{202e}tệiV\u{202c}; \
             \u{202e}e\u{301}tilage\u{301}\u{202c}",
        ),
    ] {
        let made = OBFUSCATOR.obfuscate(&points(TEXTS[5]), kind, 1.0, 0);
        assert_eq!(shown(&made.text), wanted);
    }
}

#[test]
fn right_to_left_words_are_turned_the_other_way() {
    let made = OBFUSCATOR.obfuscate(&points("שלום"), Kind::Bidi, 1.0, 0);
    assert_eq!(shown(&made.text), "\u{202d}םולש\u{202c}");
}

#[test]
fn lone_surrogates_stay() {
    let text = [points("one "), vec![0xD800], points(" two\n"), vec![0xDFFF]].concat();
    for kind in Kind::ALL {
        let made = OBFUSCATOR.obfuscate(&text, kind, 1.0, 0);
        assert_eq!(undone(&text, &made), text, "{kind:?}");
    }
}
