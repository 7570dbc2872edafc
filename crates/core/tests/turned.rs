//! Lines upside down, in a mirror or backwards, over the packed model.

mod common;

use common::{applied, points, shown, with};
use unspoof_core::{Family, Profile, Reader, Reason};

fn read(reader: &Reader, text: &[u32]) -> Vec<u32> {
    applied(text, &reader.read(text).edits)
}

fn restored(profile: Profile, text: &str) -> String {
    let reader = with(profile);
    let once = read(&reader, &points(text));
    assert_eq!(read(&reader, &once), once, "{text}");
    shown(&once)
}

#[test]
fn reads_lines_upside_down() {
    for (given, meant) in [
        ("uʍop ǝpᴉsdn", "upside down"),
        ("˙ʎɐpoʇ ןooɥɔs oʇ oƃ ʇ,uop ı", "i don't go to school today."),
        (".ʎɐpoʇ looɥɔs oʇ oƃ ʇ'uop I", "I don't go to school today."),
        ("˙ʍouʞ no⅄ ¿9ㄥ6Ɩ uᴉ uɹoq noʎ ǝɹǝM", "Were you born in 1976? You know."),
        (
            ".ʎʞmоɯdɐʞ qɯɐжɐɔ wǝɓʎƍ и ʎһɐɓ ɐн wǝɓǝоu ıqw wоdɯʎ ɐdɯʚɐε",
            "завтра утром мы поедем на дачу и будем сажать картошку.",
        ),
    ] {
        assert_eq!(restored(Profile::Full, given), meant);
    }
}

#[test]
fn puts_words_in_order() {
    for given in [
        "˙ǝɹoʇs ǝɥʇ ʇɐ sn ɹoɟ ʇᴉɐM",
        "ʇᴉɐM ɹoɟ sn ʇɐ ǝɥʇ ǝɹoʇs.",
        "ʇᴉɐM ɹoɟ sn ʇɐ ǝɥʇ ˙ǝɹoʇs",
        "Mɐᴉʇ ɟoɹ ns ɐʇ ʇɥǝ sʇoɹǝ.",
    ] {
        assert_eq!(restored(Profile::Full, given), "Wait for us at the store.", "{given}");
    }
}

#[test]
fn controls_of_order_do_not_turn_round_with_a_line() {
    // Moved to the front, each would act on the line, or on a letter that it did not stand behind.
    for given in [
        "uʍop ǝpᴉsdn\u{202e}",
        "uʍop \u{2067}\u{2069}ǝpᴉsdn\u{202b}",
        "uʍop \u{7f}ǝpᴉsdn",
        "\u{202d}uʍop ǝpᴉsdn",
    ] {
        assert_eq!(restored(Profile::Full, given), "upside down", "{given:?}");
    }
}

#[test]
fn reads_lines_backwards() {
    assert_eq!(restored(Profile::Full, "!dlrow ,olleH"), "Hello, world!");
    assert_eq!(
        restored(Profile::Full, "морту артваз увксоМ в медеирп ым"),
        "мы приедем в Москву завтра утром"
    );
}

#[test]
fn leaves_the_upright_part_of_a_line() {
    let text = points("Dear all,\nʍoɹɹoɯoʇ pǝsolɔ ǝq llᴉʍ ǝɔᴉɟɟo ǝɥʇ\nRegards");
    let edits = with(Profile::Full).read(&text).edits;
    assert_eq!(edits.len(), 1);
    assert_eq!(edits[0].restored, "the office will be closed tomorrow");
    assert_eq!((edits[0].family, edits[0].reason), (Family::Turned, Reason::Turned));
    let half = restored(Profile::Full, "Our news: ʍoɹɹoɯoʇ pǝsolɔ ǝq llᴉʍ ǝɔᴉɟɟo ǝɥʇ");
    assert_eq!(half, "Our news: the office will be closed tomorrow");
}

#[test]
fn the_careful_profile_leaves_it_as_it_stands() {
    for text in ["uʍop ǝpᴉsdn", "ʍoɹɹoɯoʇ pǝsolɔ ǝq llᴉʍ ǝɔᴉɟɟo ǝɥʇ", "uǝɥǝƃ nɐɥɔs uǝ̤ɥɔs sɐp"]
    {
        assert_eq!(restored(Profile::Careful, text), text);
    }
}

#[test]
fn lone_surrogates_stay() {
    let mut text = points("uʍop ǝpᴉsdn");
    text.insert(3, 0xD800);
    assert!(read(&with(Profile::Full), &text).contains(&0xD800));
}
