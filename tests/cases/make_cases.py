"""Writes synthetic.jsonl from a recipe, and checks every file of cases here.

    python make_cases.py            # write synthetic.jsonl again (the same bytes every time)
    python make_cases.py --check    # rows well formed, ids unique, golds right

The sentences and the tables of look-alikes are this project's own. They are kept apart from
the reader's tables on purpose: a case must not be right merely because both sides share a row.
"""

from __future__ import annotations

import json
import random
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent


def _table(rows: str) -> dict[str, str]:
    """Each group is a letter and the glyphs that stand for it."""
    return {row[0]: row[1:] for row in rows.split()}


# What people put in a letter's place. Bare letters only: é or ą stay as they are.
LATIN = _table("""
    aɑаα bƄƅв cсϲᴄ dԁɗ eеєҽ fƒғ gɡɠ hһհ iіιɩ jјʝ kкκƙ lӏⅼƖ mмⅿɱ nпոη oоοօ pрρƿ qԛզ rгɾɼ sѕꜱʂ
    tтτƭ uυսᴜ vνѵʋ wѡԝᴡ xхχ yуγყ zᴢʐ AАΑ BВΒ CСϹ DᎠ EЕΕ GԌ HНΗ IІΙƖ JЈ KКΚ LᏞ MМΜ NΝ OОΟ PРΡ
    QԚ RᎡ SЅ TТΤ UՍ VѴ WԜ XХΧ YΥҮ ZΖ
""")
CYRILLIC = _table("""
    аaɑα б6 вʙβ гr еeҽ з3 иu кkκ мʍ нʜ оoο0 пnη рpρ сcϲ тᴛτ уyγ хxχ іiι АAΑ ВBΒ ЕEΕ З3 ІIΙ
    КKΚ МMΜ НHΗ ОOΟ РPΡ СCϹ ТTΤ УY ХXΧ јj ЈJ
""")
GREEK = _table("""
    αaɑа εɛє ηn ιıɩ κkк νvѵ οoоօ ρpр τтᴛ υuʋ χxх ωwѡ ΑAА ΒBВ ΕEЕ ΗHН ΙIІ ΚKК ΜMМ ΝN ΟOО ΡPР
    ΤTТ ΥY ΧXХ
""")
# Letters taken for their looks by a reader's eye alone; used by the wild-like cases.
FAUX = _table("""
    aдα bбвьъ c¢ϲс dԁժ eєэεз fƒғ gɡց hнђћ iїιі jј kкќ lℓӏ mм nипηй oөσоѳф pρр rягѓ sѕ tтт┼
    uцυџ vν wшщω xжχ yчүуў zʐ AД RЯ NИЙ BБВЪ EЄЭΞΣ OФӨΘ UЦЏ WШЩ YЧЎΨ TТ HН KЌК SЅ LГ MМ DԀ
    PР CС IЇІ GԌ FҒ XЖ VѴ JЈ
""")
# Letters on their heads, and in a mirror; none for what stays as it is.
TURNED = _table("""
    aɐɒ∀ⱯA bqdꓭᗺ𐐒ᙠ cɔƆꓛↃ dpbᗡꓷ◖ eǝƎꓱɘ fɟℲꓞᖵꟻʇ gƃɓb⅁פꓨϱǫᎮ hɥʜ iᴉı!į jɾſᒋႱ kʞꓘ⋊ lןʃꞁๅ˥⅂Ꞁꓶ⅃
    mɯWw nuͶɿ pdqԀꓒꟼ qbpꝹΌῸ rɹᴚꓤɿЯ sƨƧ tʇ⊥┴ꓕɈƚ un∩ꓵυ vʌΛꓥɅᴧ wʍM yʎ⅄γʏ
    аɐ бƍ9 вʚ гɹ дɓ еǝ зεɛ иn кʞ лv мw оo пu рd сɔ тɯʇ уʎ цǹ чһh шm щm ъq ьq эє яʁ
    αɐ γʎ δƍ εз ηu ιı κʞ λʏ μɯ νʌ π⊔ ρd σɔ τʇ υn ωʍ 1Ɩ⇂ 2ᄅ 3Ɛ 4ㄣ 5ϛ 69 7ㄥⱢ 96
""")
SMALL_CAPS = dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
SOFT_HYPHEN = "\u00ad"

# First code points of capital and small letters; the gaps are letters that other blocks hold.
STYLES = {
    "bold": (0x1D400, 0x1D41A),
    "italic": (0x1D434, 0x1D44E),
    "bold_script": (0x1D4D0, 0x1D4EA),
    "bold_fraktur": (0x1D56C, 0x1D586),
    "double": (0x1D538, 0x1D552),
    "sans_bold": (0x1D5D4, 0x1D5EE),
    "monospace": (0x1D670, 0x1D68A),
    "fullwidth": (0xFF21, 0xFF41),
    "circled": (0x24B6, 0x24D0),
    "negative_squared": (0x1F170, None),
}
GAPS = {
    0x1D455: "ℎ",
    0x1D53A: "ℂ",
    0x1D53F: "ℍ",
    0x1D545: "ℕ",
    0x1D547: "ℙ",
    0x1D548: "ℚ",
    0x1D549: "ℝ",
    0x1D551: "ℤ",
}

SENTENCES = {
    "en": [
        "The ferry to the island leaves from the new pier at half past seven.",
        "Our neighbour repairs old clocks and never charges children anything.",
        "Every winter the council forgets to salt the steep road behind the school.",
        "She kept the letters in a biscuit tin under the stairs for thirty years.",
    ],
    "de": [
        "Der Gärtner hat gestern die alten Rosen hinter der Mauer geschnitten.",
        "Am Bahnhof warten viele Reisende auf den verspäteten Zug nach Norden.",
        "Meine Tante backt jeden Sonntag einen Kuchen mit Pflaumen und Zimt.",
    ],
    "fr": [
        "Le boulanger ouvre sa boutique bien avant le lever du soleil.",
        "Nous avons traversé la rivière sur un petit pont de bois.",
        "Les enfants cherchent des coquillages sur la plage après la tempête.",
    ],
    "es": [
        "El cartero trae las noticias del valle todos los martes por la tarde.",
        "Mi hermana vendió su coche viejo y compró una bicicleta verde.",
        "Los vecinos limpiaron la plaza antes de la fiesta del pueblo.",
    ],
    "pl": [
        "Stary rybak naprawia sieci na brzegu spokojnego jeziora.",
        "Wczoraj kupiliśmy na targu miód, jabłka i świeży chleb.",
        "Dzieci zbudowały zamek z piasku, zanim przyszła burza.",
    ],
    "tr": [
        "Balıkçılar sabah erkenden limana dönüp ağlarını topladı.",
        "Komşumuz bahçesine domates ve biber dikmiş, herkese dağıtıyor.",
        "Yaşlı öğretmen çocuklara her akşam bir masal anlatırdı.",
    ],
    "vi": [
        "Người đàn ông già ngồi câu cá bên bờ sông suốt buổi chiều.",
        "Chị tôi mở một tiệm bánh nhỏ gần trường học của làng.",
        "Trời trong xanh nên bọn trẻ thả diều trên cánh đồng.",
    ],
    "id": [
        "Pedagang sayur itu datang setiap pagi dengan gerobak birunya.",
        "Adik saya menggambar kapal besar di dinding kamar tidur.",
        "Kami menunggu kereta terakhir sambil minum kopi hangat.",
    ],
    "ru": [
        "Старый мост через реку закрыли на ремонт до самой осени.",
        "Соседка каждое утро кормит птиц хлебом на заднем дворе.",
        "Мы собрали полное ведро черники и вернулись домой засветло.",
    ],
    "uk": [
        "Пекар відчиняє крамницю ще до того, як зійде сонце.",
        "Діти знайшли на горищі стару скриню з дідусевими листами.",
        "Наша вулиця восени пахне яблуками та мокрим листям.",
    ],
    "bg": [
        "Рибарите се върнаха на пристанището преди бурята.",
        "Старата къща до реката има сини прозорци и малка градина.",
        "Учителката прочете на децата приказка за мечката и пчелите.",
    ],
    "be": [
        "Рыбак пачаў плесці новыя сеткі яшчэ да першага снегу.",
        "Наша вёска стаіць на беразе возера каля старога лесу.",
        "Бабуля спякла хлеб і паставіла на стол гарлачык малака.",
    ],
    "sr": [
        "Поштар сваког уторка доноси новине у наше село.",
        "Стара воденица на потоку поново меље кукуруз.",
        "Деца су направила кућицу од дасака изнад реке.",
    ],
    "el": [
        "Ο ταχυδρόμος φέρνει τα γράμματα κάθε Τρίτη πρωί.",
        "Τα παιδιά μάζεψαν κοχύλια στην παραλία μετά την καταιγίδα.",
        "Η γειτόνισσα ποτίζει τα λουλούδια στο μικρό μπαλκόνι.",
    ],
}
LATIN_LANGUAGES = ("en", "de", "fr", "es", "pl", "tr", "vi", "id")


def substitute(text: str, table: dict[str, str], rate: float, dice: random.Random) -> str:
    return "".join(
        table[c][int(dice.random() * len(table[c]))] if c in table and dice.random() < rate else c
        for c in text
    )


def scheme_of(letters: str, dice: random.Random, table: dict[str, str] = LATIN) -> dict[str, str]:
    """One glyph for each of the letters, the whole way through."""
    return {c: table[c][int(dice.random() * len(table[c]))] for c in letters}


def style(text: str, name: str) -> str:
    upper, lower = STYLES[name]
    out = []
    for c in text:
        if "A" <= c <= "Z":
            code = upper + ord(c) - 65
        elif "a" <= c <= "z" and lower:
            code = lower + ord(c) - 97
        elif "0" <= c <= "9" and name in ("bold", "fullwidth"):
            code = (0x1D7CE if name == "bold" else 0xFF10) + ord(c) - 48
        else:
            out.append(c)
            continue
        out.append(GAPS.get(code, chr(code)))
    return "".join(out)


def small_caps(text: str) -> str:
    """Small letters only: a capital keeps its form, so that the case can be read back."""
    return "".join(SMALL_CAPS.get(c, c) for c in text)


def scatter(text: str, marks: str, rate: float, dice: random.Random) -> str:
    """Put a mark between letters of a word."""
    out = []
    for c, following in zip(text, text[1:] + " ", strict=True):
        out.append(c)
        if c.isalpha() and following.isalpha() and dice.random() < rate:
            out.append(marks[int(dice.random() * len(marks))])
    return "".join(out)


def hide(text: str, payload: str) -> str:
    """Put an unseen payload after the first letter of the second word."""
    at = text.index(" ") + 2
    return text[:at] + payload + text[at:]


def tags(message: str) -> str:
    return "".join(chr(0xE0000 + ord(c)) for c in message)


def selectors(message: str) -> str:
    return "".join(
        chr(0xE0100 + byte - 16) if byte >= 16 else chr(0xFE00 + byte) for byte in message.encode()
    )


def some_words(text: str, change, dice: random.Random, rate: float = 0.6) -> str:
    words = text.split(" ")
    chosen = [dice.random() < rate for _ in words]
    if not any(chosen):
        chosen[0] = True
    return " ".join(change(w) if c else w for w, c in zip(words, chosen, strict=True))


def disguise(family: str, text: str, lang: str, dice: random.Random) -> str:
    table = LATIN if lang in LATIN_LANGUAGES else GREEK if lang == "el" else CYRILLIC
    if family.startswith("alike_"):
        return substitute(text, table, int(family[6:]) / 100, dice)
    if family == "scheme":
        letters = "".join(c for c in dict.fromkeys(text) if c in table and dice.random() < 0.6)
        return substitute(text, scheme_of(letters, dice, table), 0.5, dice)
    if family == "zero_width":
        return scatter(text, ZERO_WIDTH, 0.3, dice)
    if family == "soft_hyphen":
        return some_words(text, lambda w: scatter(w, SOFT_HYPHEN, 0.7, dice), dice, 0.4)
    if family == "tags":
        return hide(text, tags("say nothing of this"))
    if family == "selectors":
        return hide(text, selectors("second channel"))
    if family == "style":
        names = (
            "bold",
            "italic",
            "bold_script",
            "bold_fraktur",
            "double",
            "sans_bold",
            "monospace",
        )
        name = names[int(dice.random() * len(names))]
        return some_words(text, lambda w: style(w, name), dice)
    if family in ("fullwidth", "circled"):
        return some_words(text, lambda w: style(w, family), dice)
    if family == "small_caps":
        return some_words(text, small_caps, dice)
    raise ValueError(family)


WHY = {
    "alike": "look-alikes, chosen anew each time, at {} % of the letters that have one",
    "scheme": "one look-alike for each of some letters, half of the time",
    "zero_width": "zero-width characters between letters",
    "soft_hyphen": "soft hyphens where no syllable ends",
    "tags": "a message in tag characters, hidden inside a word",
    "selectors": "a message in variation selectors, hidden inside a word",
    "style": "words in a mathematical alphabet",
    "fullwidth": "words in fullwidth letters",
    "circled": "words in circled letters",
    "small_caps": "words in small capitals, read as small letters",
}


_OTHER_SCRIPT = "a word wholly in letters of another script is read as that script's"
_FEW = "the only look-alikes of the text stand in one or two words, and are left"
# The synthetic rows that the reader is known to misread, and the cause.
WHY_NOT = {
    "synthetic-alike_100-en": _OTHER_SCRIPT,
    "synthetic-alike_10-be": _FEW,
}


def synthetic() -> list[dict]:
    rows = []
    for lang, sentences in SENTENCES.items():
        families = [
            "alike_10",
            "alike_30",
            "alike_60",
            "alike_100",
            "scheme",
            "zero_width",
            "soft_hyphen",
            "tags",
            "selectors",
        ]
        if lang in LATIN_LANGUAGES:
            families += ["style", "fullwidth", "circled", "small_caps"]
        for number, family in enumerate(families):
            gold = sentences[number % len(sentences)]
            dice = random.Random(f"unspoof {lang} {family}")
            shown = disguise(family, gold, lang, dice)
            while shown == gold:
                shown = disguise(family, gold, lang, dice)
            kind, _, rate = (
                family.partition("_") if family.startswith("alike") else (family, "", "")
            )
            row = {
                "id": f"synthetic-{family}-{lang}",
                "input": shown,
                "gold": gold,
                "lang": lang,
                "why": WHY[kind].format(rate),
            }
            if row["id"] in WHY_NOT:
                row |= {"known_failure": True, "why_not": WHY_NOT[row["id"]]}
            rows.append(row)
    return rows


def unseen(c: str) -> bool:
    return (
        unicodedata.category(c) == "Cf"
        or 0xFE00 <= ord(c) <= 0xFE0F
        or 0xE0100 <= ord(c) <= 0xE01EF
        or c in "\u115f\u1160\u3164\u2800\u034f"
    )


def stands_for() -> dict[str, set[str]]:
    """For each glyph of the tables above, what it may be read as."""
    found: dict[str, set[str]] = {}
    for table in (LATIN, CYRILLIC, GREEK, FAUX, SMALL_CAPS):
        for letter, glyphs in table.items():
            for glyph in glyphs:
                found.setdefault(glyph, set()).add(letter)
    for name in STYLES:
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789":
            shown = style(letter, name)
            if shown != letter:
                found.setdefault(shown, set()).add(letter)
    return found


def undone(shown: str, gold: str, table: dict[str, set[str]]) -> bool:
    """Whether `shown` says gold, once unseen characters go and glyphs are read by the tables.

    Marks go too where gold has none at all; elsewhere each must be the one that was meant.
    """
    marked = any(map(unicodedata.combining, gold))
    bare, meant = (
        [
            c
            for c in text
            if not unseen(c) and (marked or unicodedata.category(c) not in ("Mn", "Me"))
        ]
        for text in (shown, gold)
    )
    return len(bare) == len(meant) and all(
        a == b or b in table.get(a, ()) for a, b in zip(bare, meant, strict=True)
    )


def drawn(shown: str, gold: str, table: dict[str, set[str]]) -> bool:
    """Whether `shown` says gold, once digits, signs and strokes are read as what they draw."""
    path = HERE.parents[1] / "model" / "curated" / "shapes.tsv"
    shapes = [line.split("\t")[:2] for line in path.read_text("utf-8").splitlines()[1:]]
    # Signs that are letters where they stand among others.
    shapes += [["|", "l"], ["|", "i"], ["#", "h"], ["<", "c"], ["^", "a"], ["~", "n"]]
    ends = {0}
    for letter in gold:
        found = {at + 1 for at in ends if shown[at : at + 1] in (letter, *table.get(letter, ()))}
        for sequence, reading in shapes:
            if reading == letter.casefold():
                folded, sign = shown.casefold(), sequence.casefold()
                found |= {at + len(sign) for at in ends if folded.startswith(sign, at)}
        ends = found
    return len(shown) in ends


def put_together(shown: str, gold: str, table: dict[str, set[str]]) -> bool:
    """Whether `shown` says gold, once all that stands between its letters goes too."""
    leet = {"0": {"o"}, "$": {"s"}}
    bare, meant = (
        "".join(c for c in text if c.isalnum() or c in leet or unicodedata.combining(c))
        for text in (shown, gold)
    )
    return undone(bare, meant, table | leet)


def upright(shown: str, gold: str) -> bool:
    """Whether `shown` is gold upside down, in a mirror or backwards: its letters and digits, in
    the order of the line, of its words, or of each word's letters. Accents and case stay out, and
    so does what both have in common at their starts, which is upright."""

    def letters(text: str) -> list[str]:
        parts = (c if c in known else unicodedata.normalize("NFD", c) for c in text)
        return [c for c in "".join(parts) if c.isalnum() or c in known]

    known: dict[str, set[str]] = {}
    for letter, glyphs in TURNED.items():
        for glyph in glyphs:
            known.setdefault(glyph, set()).add(letter)
    same = 0
    while gold[: same + 1] == shown[: same + 1] and same < len(gold):
        same += 1
    meant = letters(gold[same:].replace("!", ""))
    rest = shown[same:].replace("ıq", "ы") if "ы" in gold else shown[same:]
    orders = (
        rest,
        rest[::-1],
        "".join(word[::-1] for word in rest.split()),
        "".join(line[::-1] for line in rest.split("\n")),
    )
    return any(
        len(read) == len(meant)
        and all(a.casefold() == b.casefold() or b.casefold() in known.get(a, ()) for a, b in pairs)
        for read in map(letters, orders)
        for pairs in [list(zip(read, meant, strict=False))]
    )


def line(row: dict) -> str:
    """A row as one line of JSON: letters as they are, what cannot be seen as escapes."""
    out = []
    for c in json.dumps(row, ensure_ascii=False):
        if c != " " and (unseen(c) or unicodedata.category(c) in ("Cc", "Zl", "Zp", "Zs", "Co")):
            out.append(json.dumps(c)[1:-1])
        else:
            out.append(c)
    return "".join(out) + "\n"


def check() -> list[str]:
    problems, ids, table = [], set(), stands_for()
    for path in sorted(HERE.glob("*.jsonl")):
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            row, where = json.loads(text), f"{path.name}:{number}"
            if missing := {"id", "input", "lang", "why"} - row.keys():
                problems.append(f"{where}: no {', '.join(sorted(missing))}")
            if extra := row.keys() - {
                "id",
                "input",
                "gold",
                "lang",
                "why",
                "profile",
                "known_failure",
                "why_not",
            }:
                problems.append(f"{where}: unknown {', '.join(sorted(extra))}")
            if row["id"] in ids:
                problems.append(f"{where}: id {row['id']} is taken")
            ids.add(row["id"])
            if "gold" in row and row["gold"] == row["input"]:
                problems.append(f"{where}: gold is the input; leave gold out")
            says = {"parted": put_together, "shapes": drawn}.get(path.stem, undone)
            right = "gold" not in row or says(row["input"], row["gold"], table)
            if not right and not upright(row["input"], row["gold"]):
                problems.append(f"{where}: {row['id']}: the disguise undone is not the gold")
            if text + "\n" != line(row):
                problems.append(f"{where}: not written as line() writes it")
    written = (HERE / "synthetic.jsonl").read_text(encoding="utf-8")
    if written != "".join(map(line, synthetic())):
        problems.append("synthetic.jsonl: not what the recipe makes; run make_cases.py")
    return problems


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        found = check()
        print("\n".join(found) or "every case is well formed")
        sys.exit(bool(found))
    (HERE / "synthetic.jsonl").write_text("".join(map(line, synthetic())), encoding="utf-8")
