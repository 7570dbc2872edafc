//! Identifiers: their skeletons, their restriction levels, and what names in a list read as.

mod common;

use common::{applied, points, shown, with};
use unspoof_core::{Profile, Restriction, skeleton};

fn looks(text: &str) -> String {
    shown(&skeleton(&points(text)))
}

fn read(names: &[&str]) -> Vec<String> {
    let text = points(&names.join("\n"));
    let edits = with(Profile::Careful).read_names(&text, false);
    shown(&applied(&text, &edits)).split('\n').map(String::from).collect()
}

#[test]
fn texts_that_look_alike_have_one_skeleton() {
    for (one, other) in [
        ("paypal", "\u{440}\u{430}ypal"),
        ("scope", "\u{455}\u{441}\u{43e}\u{440}\u{435}"),
        ("Ωmega", "\u{2126}mega"),
        ("é", "e\u{301}"),
        ("isAdmin", "isAdmin\u{200b}"),
        ("l0", "1O"),
    ] {
        assert_eq!(looks(one), looks(other), "{one:?} {other:?}");
    }
    for (one, other) in [("a", "b"), ("Δt", "At"), ("жук", "zhuk")] {
        assert_ne!(looks(one), looks(other), "{one:?} {other:?}");
    }
}

#[test]
fn a_skeleton_is_no_reading() {
    assert_eq!(looks("modern 10"), "rnodern lO");
}

#[test]
fn lone_surrogates_stay_in_a_skeleton() {
    let text = [0xD800, u32::from('m'), 0xDFFF, 0xDC00];
    assert_eq!(skeleton(&text), [0xD800, 'r'.into(), 'n'.into(), 0xDFFF, 0xDC00]);
    assert!(skeleton(&[]).is_empty());
}

#[test]
fn levels_are_those_of_uts_39() {
    for (name, level) in [
        ("get_user", Restriction::Ascii),
        ("größe", Restriction::SingleScript),
        ("привет", Restriction::SingleScript),
        ("名前リスト", Restriction::SingleScript),
        ("go行く", Restriction::High),
        ("nameनाम", Restriction::Moderate),
        ("getИмя", Restriction::Minimal),
        ("σ_max", Restriction::Minimal),
        ("ɑdmin", Restriction::None),
        ("𝓯ree", Restriction::None),
    ] {
        assert_eq!(Restriction::of(&points(name)), level, "{name}");
    }
    assert_eq!(Restriction::of(&[0xD800]), Restriction::None);
    assert!(Restriction::Ascii < Restriction::None);
}

#[test]
fn impostors_among_names_are_read() {
    for (impostor, meant) in [
        ("\u{430}dmin", "admin"),
        ("\u{41d}ello", "Hello"),
        ("us\u{435}r", "user"),
        ("p\u{430}ssw\u{43e}rd", "password"),
        ("\u{3c1}assword", "password"),
        ("\u{3bf}pen", "open"),
        ("\u{251}dmin", "admin"),
        ("п\u{70}ивет", "привет"),
    ] {
        let names = ["get", "user", "name", "return", "привет", impostor];
        assert_eq!(read(&names).last().map(String::as_str), Some(meant), "{impostor}");
    }
}

#[test]
fn honest_names_stay() {
    let names = [
        "σmax",
        "ρair",
        "Δt",
        "dα",
        "kΩ",
        "λmax",
        "cosθ",
        "πr",
        "μm",
        "νmin",
        "ω",
        "getИмя",
        "URLадрес",
        "получить",
        "größe",
        "adı",
        "𝐱",
        "ℓ",
        "表示名",
        "שם",
        "名前",
        "тестFoo",
    ];
    assert_eq!(read(&names), names);
    // A list of ASCII is not looked at.
    assert_eq!(read(&["fr33", "l1st"]), ["fr33", "l1st"]);
}

#[test]
fn names_that_read_as_no_known_word_can_be_left_out() {
    let text = points("return\nus\u{435}r\ncustomvend\u{3bf}r");
    let changed = |known| with(Profile::Careful).read_names(&text, known).len();
    assert_eq!((changed(true), changed(false)), (1, 2));
}
