//! The reader over the packed model, through the crate's own door.

mod common;

use common::{BYTES, MODEL, applied, points, reader, restored, shown};
use unspoof_core::{Ablation, Family, Model, ModelError, Options, Reader};

const PAGE: &str = "The ferry to tҺe nortҺern ιslands leɑves ɑt seʋen. Tιckets ɑre sold on tҺe ρier, \
    ɑnd ɑnyone wҺo comes lɑte wιll Һɑʋe to wɑιt for tҺe eʋenιng boɑt.";

#[test]
fn reads_a_page_under_one_scheme() {
    let read = restored(&reader(Options::default()), PAGE);
    assert!(read.starts_with("The ferry to the northern islands leaves at seven."), "{read}");
}

#[test]
fn learns_a_glyph_that_no_table_knows() {
    let ablation = Ablation { forgotten: vec!['Һ', 'ʋ'], ..Ablation::default() };
    let read = restored(&reader(Options { ablation, ..Options::default() }), PAGE);
    assert!(read.starts_with("The ferry to the northern islands leaves at seven."), "{read}");
    assert!(read.contains("who comes late will have to wait"), "{read}");
}

#[test]
fn leaves_honest_text_alone() {
    let reader = reader(Options::default());
    for text in [
        "",
        "a",
        "Я купил iPhone и SMS-ку в Москве.",
        "Le cœur a ses raisons — naïve, Zoë, São Paulo.",
        "E = mc², H₂O, 5 µg, σ² and 1ˢᵗ",
        "Azərbaycan Respublikası Cənubi Qafqazda yerləşir.",
        "می\u{200c}خواهم",
        "👩\u{200d}👩\u{200d}👧 🇫🇷 4\u{fe0f}\u{20e3} ❤\u{fe0f}",
    ] {
        assert_eq!(restored(&reader, text), text);
    }
}

#[test]
fn drops_what_is_not_seen() {
    let text = points("fr\u{200b}ee mo\u{2060}ney");
    let reading = reader(Options::default()).read(&text);
    assert_eq!(shown(&applied(&text, &reading.edits)), "free money");
    assert!(reading.edits.iter().all(|edit| edit.family == Family::Invisible));
}

#[test]
fn edits_are_sorted_and_apart() {
    let text = points(PAGE);
    let edits = reader(Options::default()).read(&text).edits;
    assert!(edits.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(edits.iter().all(|edit| edit.start < edit.end && edit.end <= text.len()));
}

#[test]
fn edits_by_themselves_are_those_of_the_reading() {
    let reader = reader(Options::default());
    for text in [PAGE, "fr\u{200b}ee mo\u{2060}ney", "пpивeт, как дела", "plain"] {
        let text = points(text);
        assert_eq!(reader.edits(&text), reader.read(&text).edits);
    }
}

#[test]
fn reports_the_scheme_most_frequent_first() {
    let scheme = reader(Options::default()).read(&points(PAGE)).scheme;
    assert!(scheme.windows(2).all(|pair| pair[0].count >= pair[1].count));
    let pair = scheme.iter().find(|row| row.glyph == "ɑ").expect("ɑ is in the scheme");
    assert_eq!(pair.reading, "a");
}

#[test]
fn lone_surrogates_stay() {
    let text = vec![0xD800, u32::from('a'), 0xDFFF];
    assert!(reader(Options::default()).read(&text).edits.is_empty());
}

#[test]
fn a_damaged_model_is_an_error() {
    assert_eq!(Model::from_bytes(b"").err(), Some(ModelError::NotAModel));
    assert_eq!(
        Model::from_bytes(b"UNSPOOF\0\x09\0\0\0\0\0\0\0").err(),
        Some(ModelError::Version(9))
    );
    let cut: &'static [u8] = &BYTES[..BYTES.len() / 2];
    assert!(matches!(Model::from_bytes(cut), Err(ModelError::Section(_))));
}

#[test]
fn an_unknown_language_is_named() {
    let options = Options { languages: Some(vec!["xx".to_owned()]), ..Options::default() };
    let error = Reader::new(MODEL.clone(), options).expect_err("there is no xx");
    assert!(error.to_string().contains("\"xx\"") && error.known.contains(&"en"));
}

#[test]
fn what_is_not_seen_is_idle_where_it_has_no_work_to_do() {
    let reader = reader(Options::default());
    for (text, idle) in [
        ("isAdmin\u{200b}()", vec![7]),
        ("timeout,\u{3164}}", vec![8]),
        ("می\u{200c}خواهم", vec![]),
        ("क\u{94d}\u{200d}या", vec![]),
        ("❤\u{fe0f} 👩\u{200d}💻", vec![]),
        ("is\u{fe00}Admin", vec![2]),
        // A joiner at a word's edge goes with others, and a selector with it.
        ("Admin\u{200d}\u{fe00}()", vec![5, 6]),
        ("\u{feff}plain", vec![]),
        ("x_\u{200d} = 1\u{200c}", vec![2, 7]),
    ] {
        assert_eq!(reader.idle(&points(text)), idle, "{text:?}");
    }
}
