//! Finding and masking in texts that are disguised, over the packed model.

mod common;

use common::{points, shown, with};
use unspoof_core::{Likeness, Match, Needles, Profile};

const PAGE: &str = "The ferry to tҺe nortҺern ιslands leɑves ɑt seʋen. Tιckets ɑre sold on tҺe ρier, \
    ɑnd ɑnyone wҺo comes lɑte wιll Һɑʋe to wɑιt for tҺe eʋenιng boɑt.";

fn needles(needles: &[&str]) -> Needles {
    let needles = needles.iter().map(|needle| points(needle));
    Needles::new(needles, Likeness::default()).expect("none is empty")
}

/// What of `text` is found, and by which needle.
fn found(profile: Profile, text: &str, looked_for: &[&str]) -> Vec<(String, usize)> {
    let text = points(text);
    let found = with(profile).find(&text, &needles(looked_for));
    let part = |one: Match| (shown(&text[one.start..one.end]), one.needle);
    found.into_iter().map(part).collect()
}

fn censored(profile: Profile, text: &str, looked_for: &[&str]) -> Option<String> {
    let made = with(profile).censor(&points(text), &needles(looked_for), &points("*"));
    made.map(|made| shown(&made))
}

#[test]
fn finds_what_is_read() {
    let both = [("nortҺern ιslands".to_owned(), 1), ("eʋenιng".to_owned(), 0)];
    assert_eq!(found(Profile::Careful, PAGE, &["evening", "northern islands", "north"]), both);
    assert!(found(Profile::Careful, PAGE, &["western"]).is_empty());
}

#[test]
fn finds_what_stands_there_as_well() {
    assert_eq!(found(Profile::Careful, PAGE, &["Tιckets"]), [("Tιckets".to_owned(), 0)]);
    // The same place read and as it stands is one match.
    let one = [("Tιckets".to_owned(), 1)];
    assert_eq!(found(Profile::Careful, PAGE, &["Tickets", "Tιckets"]), one);
}

#[test]
fn crosses_what_is_not_seen_and_leaves_it_at_the_ends() {
    let text = "a \u{200b}fr\u{200b}ee\u{200b} gift";
    assert_eq!(found(Profile::Careful, text, &["free"]), [("fr\u{200b}ee".to_owned(), 0)]);
    assert_eq!(censored(Profile::Careful, text, &["free"]).unwrap(), "a \u{200b}****\u{200b} gift");
}

#[test]
fn crosses_what_parts_a_word() {
    let text = "Get y0ur fr33 m0n3y n0w, f.r.e.e d-e-l-i-v-e-r-y";
    let all = [("fr33", 1), ("f.r.e.e d-e-l-i-v-e-r-y", 0)];
    let all = all.map(|(part, needle)| (part.to_owned(), needle));
    assert_eq!(found(Profile::Full, text, &["free delivery", "free"]), all);
    let masked = "Get y0ur **** m0n3y n0w, **** ********";
    assert_eq!(censored(Profile::Full, text, &["free delivery", "free"]).unwrap(), masked);
}

#[test]
fn finds_where_a_word_stands_in_a_line_that_is_turned() {
    let text = "˙ʎɐpoʇ ʇsɐoɔ ǝɥʇ ɯoɹɟ sɹoʇᴉsᴉʌ ʎuɐɯ sɐɥ ǝƃɐllᴉʌ ǝɥ┴";
    assert_eq!(found(Profile::Full, text, &["many visitors"]), [("sɹoʇᴉsᴉʌ ʎuɐɯ".to_owned(), 0)]);
    assert_eq!(found(Profile::Full, text, &["visit"]), [("ʇᴉsᴉʌ".to_owned(), 0)]);
    let text = "please \u{202e}tekcop ruoy morf\u{202c} now";
    assert_eq!(found(Profile::Careful, text, &["your"]), [("ruoy".to_owned(), 0)]);
}

#[test]
fn what_was_read_together_stays_together() {
    // The fi is one character.
    let text = "tҺe ﬁrst ɑnd tҺe ﬁnɑl ʋersιon of tҺe ɑgreement";
    let one = found(Profile::Careful, text, &["inal"]);
    assert_eq!(one, [("ﬁnɑl".to_owned(), 0)]);
}

#[test]
fn honest_text_is_searched_plainly() {
    let text = "Le café, cafe\u{301}! Le prix : 5 € \u{1f469}\u{200d}\u{1f467}\r\n";
    let all = [("caf", "caf"), ("cafe", "cafe\u{301}"), ("5 €", "5 €"), ("\n", "\n")];
    for (needle, part) in all {
        let found = found(Profile::Full, text, &[needle]);
        assert_eq!(found.last(), Some(&(part.to_owned(), 0)), "{needle:?}");
    }
    assert_eq!(censored(Profile::Careful, text, &["nothing"]), None);
}

#[test]
fn all_widths_of_units_are_searched_alike() {
    let needles = needles(&["plain", "ain"]);
    let reader = with(Profile::Full);
    let found = reader.find(b"in plain sight", &needles);
    assert_eq!(found, [Match { start: 3, end: 8, needle: 0 }]);
    let wide: Vec<u16> = "in plain sight".encode_utf16().collect();
    assert_eq!(reader.find(&wide, &needles), found);
}
