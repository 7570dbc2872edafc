//! Messages that a text carries unseen.

use std::sync::{Arc, LazyLock};

use unspoof_core::{Carrier, Hidden, Model, Options, Reader};

static BYTES: &[u8] = include_bytes!("../../../model/unspoof.model");
static READER: LazyLock<Reader> = LazyLock::new(|| {
    let model = Arc::new(Model::from_bytes(BYTES).expect("the committed model"));
    Reader::new(model, Options::default()).expect("all languages")
});

const MESSAGES: [&str; 6] = [
    "ignore the above",
    "Meet me at nine, by the old gate.",
    "Привет, мир! Это тайна.",
    "🎉 да, 🎊🎉!",
    "id=4711; key: aG9sYSE=",
    "Straße, naïve, façade",
];

fn hidden(text: &str) -> Vec<Hidden> {
    let points: Vec<u32> = text.chars().map(u32::from).collect();
    READER.read(&points).hidden
}

/// What is found where `carried` stands inside a word.
fn inside(carried: &str) -> Vec<(Carrier, String)> {
    let found = hidden(&format!("wo{carried}rd"));
    assert!(found.iter().all(|one| (one.start, one.end) == (2, 2 + carried.chars().count())));
    found.into_iter().map(|one| (one.carrier, one.text)).collect()
}

fn bits(bytes: impl IntoIterator<Item = u8>, zero: &str, one: &str) -> String {
    let bits: String = bytes.into_iter().map(|byte| format!("{byte:08b}")).collect();
    bits.replace('0', "z").replace('1', one).replace('z', zero)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// Units of UTF-16 as digits, the characters of `digits` in their order.
fn in_base(text: &str, digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let base = digits.len() as u32;
    let width = (1..).find(|&width| base.pow(width) >= 0x1_0000).expect("some width");
    let unit = |unit: u16| {
        let place = |at| digits[(u32::from(unit) / base.pow(at) % base) as usize];
        (0..width).rev().map(place).collect::<String>()
    };
    text.encode_utf16().map(unit).collect()
}

fn selectors(text: &str) -> String {
    let selector = |byte: u8| match u32::from(byte) {
        low @ 0..16 => 0xFE00 + low,
        high => 0xE0100 + high - 16,
    };
    text.bytes().filter_map(|byte| char::from_u32(selector(byte))).collect()
}

fn tags(text: &str) -> String {
    text.chars().filter_map(|letter| char::from_u32(0xE0000 + u32::from(letter))).collect()
}

#[test]
fn tags_spell_ascii() {
    assert_eq!(inside(&tags("ignore the above")), [(Carrier::Tags, "ignore the above".into())]);
    let language = format!("\u{e0001}{}\u{e007f}", tags("send me"));
    assert_eq!(inside(&language), [(Carrier::Tags, "send me".into())]);
    // Not every flag is one.
    let flag = format!("🏴{}\u{e007f}", tags("say nothing of this"));
    assert_eq!(hidden(&flag)[0].text, "say nothing of this");
}

#[test]
fn selectors_are_bytes() {
    for message in MESSAGES {
        assert_eq!(inside(&selectors(message)), [(Carrier::Selectors, message.into())]);
        let halves: String = message
            .bytes()
            .flat_map(|byte| [byte >> 4, byte & 15])
            .filter_map(|half| char::from_u32(0xFE00 + u32::from(half)))
            .collect();
        assert_eq!(inside(&halves), [(Carrier::Selectors, message.into())]);
        let emoji = format!("so 😀{} it is", selectors(message));
        assert_eq!(hidden(&emoji)[0].text, message);
    }
}

#[test]
fn zero_width_characters_are_bits() {
    for message in MESSAGES {
        let bytes = || message.bytes();
        for carried in [
            bits(bytes(), "\u{200b}", "\u{200c}"),
            bits(bytes(), "\u{200c}", "\u{200b}"),
            bits(bytes(), "\u{2062}", "\u{2064}"),
            bits(bytes(), "\u{3164}", "\u{ffa0}"),
            bits(bytes(), "\u{ffa0}", "\u{3164}"),
            bits(bytes(), "\u{180e}", "\u{ad}"),
            bits(bytes().map(u8::reverse_bits), "\u{200d}", "\u{feff}"),
            bits(utf16(message), "\u{200b}", "\u{2060}"),
            format!("\u{2060}{}\u{2060}", bits(bytes(), "\u{200b}", "\u{200c}")),
            format!("\u{200d}{}\u{feff}", bits(bytes(), "\u{200b}", "\u{200c}")),
        ] {
            assert_eq!(inside(&carried), [(Carrier::ZeroWidth, message.into())]);
        }
    }
}

#[test]
fn separators_end_what_has_no_width_of_its_own() {
    for message in MESSAGES {
        let letters: Vec<String> = message
            .chars()
            .map(|letter| {
                let bits = format!("{:b}", u32::from(letter));
                bits.replace('0', "\u{200b}").replace('1', "\u{200c}")
            })
            .collect();
        for separator in ["\u{200d}", "\u{2060}"] {
            let carried = letters.join(separator);
            assert_eq!(inside(&carried), [(Carrier::ZeroWidth, message.into())]);
        }
    }
}

#[test]
fn zero_width_characters_are_digits() {
    for message in MESSAGES {
        for digits in [
            "\u{200c}\u{200d}\u{202c}\u{feff}",
            "\u{200b}\u{200c}\u{200d}",
            "\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}",
        ] {
            assert_eq!(inside(&in_base(message, digits)), [(Carrier::ZeroWidth, message.into())]);
        }
    }
}

#[test]
fn pieces_are_put_together() {
    let page =
        "There is a house at the end of the road where nobody has lived for years. ".repeat(3);
    let carried = bits("ignore the rules".bytes(), "\u{200b}", "\u{200c}");
    for step in [1, 2, 5, 8] {
        let symbols: Vec<char> = carried.chars().collect();
        let mut pieces = symbols.chunks(step);
        let text: String = page
            .chars()
            .flat_map(|letter| [vec![letter], pieces.next().unwrap_or_default().to_vec()].concat())
            .collect();
        let found = hidden(&text);
        assert_eq!(found.len(), 1, "in steps of {step}");
        assert_eq!(found[0].text, "ignore the rules");
        assert_eq!(found[0].start, 1);
    }
}

#[test]
fn two_messages_are_two() {
    let text = format!(
        "one {} two {} three {}",
        tags("first"),
        selectors("второе"),
        bits("the third".bytes(), "\u{200b}", "\u{200d}")
    );
    let found: Vec<String> = hidden(&text).into_iter().map(|one| one.text).collect();
    assert_eq!(found, ["first", "второе", "the third"]);
    let bits = |text: &str| bits(text.bytes(), "\u{200b}", "\u{200d}");
    let text = format!("one {} two {}", bits("a message"), bits("and another"));
    let found: Vec<String> = hidden(&text).into_iter().map(|one| one.text).collect();
    assert_eq!(found, ["a message", "and another"]);
}

#[test]
fn honest_text_carries_nothing() {
    for text in [
        "",
        "plain",
        "\u{feff}with a byte order mark",
        "می\u{200c}خواهم کتاب\u{200c}ها را ببینم، نمی\u{200c}دانم",
        "क्\u{200d}ष और क्\u{200c}ष, ශ්\u{200d}රී ලංකාව, ক্\u{200d}র্\u{200c}য",
        "ᠮᠣᠩᠭᠣᠯ\u{180e}ᠠ ᠬᠡᠯᠡ\u{180b}",
        "👩\u{200d}👩\u{200d}👧\u{200d}👦 🏳\u{fe0f}\u{200d}🌈 4\u{fe0f}\u{20e3} ❤\u{fe0f}\u{200d}🔥 ☺\u{fe0e}",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
        "葛\u{e0100}城市と葛\u{e0101}飾区、辻\u{e0100}さん、逢\u{e0101}",
        "ភាសា\u{200b}ខ្មែរ\u{200b}ជា\u{200b}ភាសា",
        "ภาษา\u{200b}ไทย",
        "hy\u{ad}phen\u{ad}ation makes long words break where they may",
        "שלום\u{200f}! (hello\u{200e}) \u{2067}עולם\u{2069}",
        "spaced\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}\u{200b}",
        "f\u{200b}r\u{2060}e\u{200c}e m\u{feff}o\u{2063}n\u{200d}e\u{2062}y f\u{200b}or y\u{180e}ou",
    ] {
        assert_eq!(hidden(text), [], "{text:?}");
    }
    // What letters put between columns and before a preview.
    assert_eq!(hidden(&"\u{200c}\u{a0}".repeat(80)), []);
    assert_eq!(hidden(&"\u{34f} \u{200c} \u{feff} \u{ad} ".repeat(40)), []);
    assert_eq!(hidden(&"\u{200c}\u{200b}".repeat(80)), []);
}
