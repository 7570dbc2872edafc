//! Digits, signs and several characters for a letter, through the crate's own door.

mod common;

use common::{applied, points, reader, restored, with};
use unspoof_core::{Ablation, Family, Options, Profile, Reason};

const DRAWN: [(&str, &str); 8] = [
    // 47 and 4 are words here.
    (
        "W3 m37 47 7h3 h4rb0ur 4nd w3n7 f0r 4 l0ng w4lk.",
        "We met at the harbour and went for a long walk.",
    ),
    // An exclamation mark that belongs to the word, and one that does not.
    (
        "Th!s is the f!rst d@y of the hol!days, h! and welcome!",
        "This is the first day of the holidays, hi and welcome!",
    ),
    // Clown is a word, and is not meant.
    (
        "He carne clown early ancl rnacle coffee for everyone.",
        "He came down early and made coffee for everyone.",
    ),
    // Clans is one too.
    (
        "Ils ont attenclu longternps clans la cour avant cle partir.",
        "Ils ont attendu longtemps dans la cour avant de partir.",
    ),
    // Strokes that the author uses inside small words are small at the start too.
    ("We wal|<ed to the la|<e and |<ept the boo|<.", "We walked to the lake and kept the book."),
    // A stroke by itself is a letter among others.
    (
        "The fi|m was |ong but the end was beaut|fu|.",
        "The film was long but the end was beautiful.",
    ),
    // Numbers, dates and prices stay among leet.
    (
        "Th3 l3773r w45 p0573d 0n 12 M4y 1998 f0r $3.50.",
        "The letter was posted on 12 May 1998 for $3.50.",
    ),
    // Neither language nor case shows in the digits.
    (
        "K1rj4st0 0n k11nn1 m44n4nt41n4 j4 t11st41n4.",
        "Kirjasto on kiinni maanantaina ja tiistaina.",
    ),
];

#[test]
fn reads_shapes_under_the_full_profile_alone() {
    for (text, meant) in DRAWN {
        assert_eq!(restored(&with(Profile::Full), text), meant);
        assert_eq!(restored(&with(Profile::Careful), text), text);
    }
}

#[test]
fn what_was_read_is_not_read_again() {
    for (_, meant) in DRAWN {
        assert_eq!(restored(&with(Profile::Full), meant), meant);
    }
}

#[test]
fn says_what_each_shape_was() {
    let text = points("Th3 vvorkshop r3p4irs the old vvatches.");
    let edits = with(Profile::Full).read(&text).edits;
    let found: Vec<_> = edits.iter().map(|edit| (edit.family, edit.reason)).collect();
    let (leet, multi) = ((Family::Leet, Reason::Leet), (Family::Multi, Reason::Shape));
    assert_eq!(found, [leet, multi, leet, leet, multi]);
    assert_eq!((edits[1].end - edits[1].start, edits[1].restored.as_str()), (2, "w"));
}

#[test]
fn what_was_typed_so_stays() {
    for text in [
        "Buy 5kg, 2l and 250g by 10am on the 2nd, see 4x4, 3D, 4K, MP3, B12 and A4.",
        "amig@s y compañer@s, tod@s l@s alumn@s están invitad@s",
        "He said P(A|B), |x|, f(x), a^b and x1 + x0; word(s), (un)likely.",
        "7H3-B1G-0N3 and W3LC0ME10 are codes; so is 0xC0FFEE, and 1h30min is a time.",
        "Mail j0hn@example.com, open ./l0gs/3rr0r.txt or see #th4t and @th1s.",
        "gr8 m8, b4 2nite, l8r 4 u",
        "VVhen the vvind turned, all ſayd it vvas vvell.",
        "The modern stern of the corn barn was burnt; the clear clock was clean.",
    ] {
        assert_eq!(restored(&with(Profile::Full), text), text);
    }
}

/// Text of shapes, letters and spaces by chance, with this seed.
fn soup(mut seed: u64, length: usize) -> Vec<u32> {
    const OF: &str = "aeiost 0134578 @!$+(|<>/\\-_)[]{}#~^' rnvvclIVX.,é€§ı\u{301}\u{200b}";
    let of: Vec<u32> = points(OF);
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        of[(seed >> 33) as usize % of.len()]
    };
    (0..length).map(|_| next()).collect()
}

#[test]
fn no_input_is_too_odd() {
    let mut texts: Vec<Vec<u32>> = (0..300).map(|seed| soup(seed, 60)).collect();
    texts.push(vec![0xD800, 0x33, 0xDC00, 0x21, 0x11_0000, 0x34, u32::MAX, 0x7C]);
    texts.extend(["!", "||", "(((", ")))", "$", "|-|", "4", "@!", "rn", "1!1!1!"].map(points));
    for text in texts {
        for no_judge in [false, true] {
            let ablation = Ablation { no_judge, ..Ablation::default() };
            let options = Options { profile: Profile::Full, ablation, ..Options::default() };
            let edits = reader(options).read(&text).edits;
            assert!(edits.windows(2).all(|pair| pair[0].end <= pair[1].start), "{edits:?}");
            applied(&text, &edits);
        }
    }
}
