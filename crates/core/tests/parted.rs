//! Words whose letters are parted, through the crate's own door.

mod common;

use common::{applied, points, reader, restored, with};
use unspoof_core::{Ablation, Family, Options, Profile, Reason};

const PARTED: [(&str, &str); 8] = [
    ("They promised a f_r_e_e trip.", "They promised a free trip."),
    ("The p r o p e r order of things.", "The proper order of things."),
    ("Take the r i g h t r o a d home.", "Take the right road home."),
    ("S e l l   m e   y o u r   h o u s e .", "Sell me your house."),
    ("An old h🔥o💯u🔥s✨e and [m][o][n][e][y].", "An old house and money."),
    ("Die s.c.h.ö.n.e S-t-r-a-ß-e am See.", "Die schöne Straße am See."),
    ("Моя к*н*и*г*а лежит на с_т_о_л_е.", "Моя книга лежит на столе."),
    ("Το π.α.λ.ι.ό β-ι-β-λ-ί-ο μου.", "Το παλιό βιβλίο μου."),
];

#[test]
fn reads_parted_words_under_the_full_profile_alone() {
    for (text, meant) in PARTED {
        assert_eq!(restored(&with(Profile::Full), text), meant);
        assert_eq!(restored(&with(Profile::Careful), text), text);
    }
}

#[test]
fn what_was_read_is_not_read_again() {
    for (_, meant) in PARTED {
        assert_eq!(restored(&with(Profile::Full), meant), meant);
    }
}

#[test]
fn drops_what_stands_between_letters_one_edit_for_each_gap() {
    let text = points("It cost no m...o...n...e...y at all.");
    let edits = with(Profile::Full).read(&text).edits;
    assert_eq!(edits.len(), 4);
    for edit in &edits {
        assert_eq!((edit.family, edit.reason), (Family::Spaced, Reason::Parted));
        assert_eq!((edit.end - edit.start, edit.restored.as_str()), (3, ""));
        assert!(edit.confidence > 0.9, "{edit:?}");
    }
}

#[test]
fn odd_letters_are_read_once_they_are_together() {
    for text in ["Get 𝓯.𝓻.𝓮.𝓮 m.0.n.3.y now.", "Get f_r_е_е m_о_n_е_y now."] {
        assert_eq!(restored(&with(Profile::Full), text), "Get free money now.");
    }
}

#[test]
fn letters_that_are_no_word_stay() {
    for text in [
        "J. R. Hartley lives in the U.S.A., i.e. not here.",
        "Agents of S.H.I.E.L.D. never sleep.",
        "x y z, a b c d e f g and p * q * r * s",
        "Grades run A B C D F; days M T W T F S S.",
        "Pick up x_y_z_value in /a/b/c/d or a.b.c.com.",
        "“N-n-no!” – “A-a-a-ah!”",
        "letters = ['w', 'o', 'r', 'd', 's']",
        "А. С. Пушкин, т. е. до н. э., и т. д.",
        "가 나 다 라 마 바 사, 我 们 是 好 朋 友",
    ] {
        assert_eq!(restored(&with(Profile::Full), text), text);
    }
}

#[test]
fn no_input_is_too_odd() {
    let surrogate = [0xD800, 0x20, 0xDC00, 0x20, u32::from(b'a'), 0x20, 0xD800];
    for text in [
        surrogate.to_vec(),
        points("[[f][r][e][e]"),
        points("\" \" \" f r e e \" \" \""),
        points("\"m\"o\"n\"e\"y\" \"f\"r\"i\"e\"n\"d\"s\""),
        points("(m)(o(n)e)(y) and ((f)(r)(i)(e)(n)(d)(s))"),
        points(". f . r . e . e ."),
        points("🇫 🇷 🇪 🇪 🇺🇸 f🇺🇸r🇺🇸e🇺🇸e"),
        points("a\u{301} b\u{301} c\u{301} d\u{301}\u{200d} e\u{fe0f} f"),
        vec![0x11_0000, 0x2E, u32::MAX, 0x2E, 0x41, 0x2E, 0x42, 0x2E, 0x43],
    ] {
        for no_judge in [false, true] {
            let ablation = Ablation { no_judge, ..Ablation::default() };
            let options = Options { profile: Profile::Full, ablation, ..Options::default() };
            let edits = reader(options).read(&text).edits;
            assert!(edits.windows(2).all(|pair| pair[0].end <= pair[1].start), "{edits:?}");
            applied(&text, &edits);
        }
    }
}
