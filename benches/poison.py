"""Documents that teach a false scheme: disguised lines among honest ones, to have those harmed.

All text is written for this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import cycle

import unspoof

HONEST = {
    "English": (
        "The ferry leaves at nine, and the old harbour master writes each "
        "name in his book. Nobody hurries him.",
        "We counted 1,984 geese on the ice in 2019; by 10:30 they had "
        "gone, and the lake was silent again.",
    ),
    "German": (
        "Großmutter heißt uns grüßen: draußen ist es heiß, und die Straße "
        "bleibt am Maßstab gemessen zu groß.",
        "Der Fuß des Riesen stößt an die Schüssel, während Süßes außer Reichweite steht.",
    ),
    "French": (
        "Ma sœur a trouvé un œuf près du château, où l'été dernier "
        "nous avions dîné à la française.",
        "Le garçon reçoit une leçon déjà apprise; l'aïeul, lui, préfère le thé brûlant.",
    ),
    "Polish": (
        "Łukasz kupił żółtą łódkę i popłynął na drugą stronę jeziora, gdzie mieszkała jego ciotka.",
        "Zapomniałem wziąć książkę, więc wróciłem późno; mała świeca stała na stole.",
    ),
    "Turkish": (
        "Kışın sıcak çay içmek iyidir; balıkçı kapıyı açtı ve ağır "
        "sandığı ıslak taşların üstüne koydu.",
        "Yarın sabah ışık azalınca kırlangıçlar yığın yığın uçacak, çığlıkları kıyıdan duyulacak.",
    ),
    "Azerbaijani": (
        "Mənim dədəm hər səhər dənizə gedər, gəmilərə əl eləyər və evə təzə çörəklə qayıdar.",
        "Gələn həftə məktəbdə bayram olacaq, ona görə də hamı əvvəlcədən hazırlıq görür.",
    ),
    "Vietnamese": (
        "Buổi sáng bà tôi đi chợ mua rau, cá và một ít gạo để nấu cơm cho cả nhà.",
        "Trời đã tạnh mưa, đường phố vẫn còn ướt, nhưng trẻ em đã chạy ra đùa nghịch.",
    ),
    "Yoruba": (
        "Ọmọ náà ń kọ́ ẹ̀kọ́ ní ilé ìwé, ó sì fẹ́ràn láti máa ka ìwé púpọ̀ lójoojúmọ́.",
        "Ìyá mi lọ sí ọjà láti ra ẹja, ẹ̀fọ́ àti òróró fún oúnjẹ alẹ́.",
    ),
    "Ewe": (
        "Ŋdi sia ŋdi la, ɖevia yia suku eye wòdoa dzidzɔ na nufiala la ŋutɔ.",
        "Mele ʋu dom yi Keta, elabena nɔvinye le afi ma eye wòle ƒoƒom nu kplim.",
    ),
    "Hausa": (
        "Yaron ya ɗauki ƙaramar jaka ya tafi kasuwa domin ya sayo ɓawo da ƙwai.",
        "Mai ɗinki ya ce zai gama aikin gobe idan Allah ya yarda, amma ƙofa a rufe take.",
    ),
    "Danish": (
        "Søren købte rødgrød på øen, og bagefter gik børnene ned til "
        "den smalle å for at fiske ørreder.",
        "Før sneen smelter, kører vi nordpå; brødet er varmt, og høet er allerede tørt.",
    ),
    "Icelandic": (
        "Það er kalt í dag, en þau ætla samt að ganga yfir heiðina og þiggja kaffi hjá Þórði.",
        "Faðir minn sagði að veðrið yrði blíðara þegar líður á daginn.",
    ),
    "Maltese": (
        "Għada filgħodu mmorru l-baħar, għax il-ħbieb tagħna ħejjew ikla tajba ħafna.",
        "It-tifel żgħir raħħal ħobż sħun u għasel mill-ħanut tal-kantuniera.",
    ),
    "Russian": (
        "Старый рыбак чинит сети у причала, а внуки собирают сосновые шишки и спорят о погоде.",
        "Рок-группа играла весь вечер; сор вынесли утром, и рота солдат прошла мимо хора.",
    ),
    "Ukrainian": (
        "Її дідусь їздить у село щонеділі, бо ґанок треба полагодити, а вишні вже достигли.",
        "Ці діти співають пісні, які їх навчила бабуся, і ніхто не хоче йти додому.",
    ),
    "Serbian": (
        "Његов брат живи у кући крај реке, где љуљашка шкрипи и ђаци уче ћирилицу.",
        "Јутрос је падала киша, па су људи чекали аутобус под старом липом.",
    ),
    "Kazakh": (
        "Әжем күн сайын таңертең ұн илеп, ыстық нан пісіреді, ал біз суға барамыз.",
        "Қала сыртындағы өзен мұз болып қатқан, бірақ балалар қуанып жүр.",
    ),
    "Greek": (
        "Ο παππούς μου ψαρεύει κάθε πρωί και γυρίζει με λίγα ψάρια για όλη τη γειτονιά.",
        "Η θάλασσα ήταν ήρεμη, και το νησί φαινόταν κοντά σαν να το άγγιζες.",
    ),
    "Latin and Cyrillic": (
        "Her Russian notes say рок, сор, рот, кот, тост, репа and "
        "сосна; she learns ten words a day.",
        "The sign reads РЕСТОРАН, the menu has борщ and уха, and a "
        "car from НАТО stands by the МЕТРО.",
    ),
    "Cyrillic and Latin": (
        "Фильм Top Gun шёл в кинотеатре, а на афише было написано HOT PEPPER "
        "и Cosmo; CEO компании пришёл тоже.",
        "Купил кабель USB и диск SSD, поставил Python и Excel; сайт "
        "открывается в Opera и в Chrome.",
    ),
    "Greek and Latin": (
        "Η εταιρεία Toyota έφερε το μοντέλο Aygo X, και το hotel έχει WiFi, pool και bar.",
        "Διάβασα ένα paper για το AI στο arXiv, και μετά άκουσα rock στο YouTube.",
    ),
    "Georgian": (
        "დილით ბებიაჩემი პურს აცხობს, მერე კი მეზობლებთან ერთად ყავას სვამს.",
        "ყვავილები გაიშალა და ბავშვები მდინარისკენ გაიქცნენ.",
    ),
    "Persian": (
        "مادرم هر روز صبح می‌رود نان می‌خرد و بچه‌ها کتاب‌هایشان را می‌خوانند.",
        "نمی‌دانم چه می‌خواهند، اما خانه‌های کنار رود زیبا هستند.",
    ),
    "Hindi": (
        "मेरी दादी हर सुबह बाज़ार जाती हैं और ताज़ी सब्ज़ियाँ लाती हैं।",
        "बारिश रुक गई है, पर सड़कें अब भी गीली हैं।",
    ),
    "phonetics": (
        "English butter is /ˈbʌɾɚ/, thin is [θɪn], and the vowel of thought is /ɔː/ or /ɑ/.",
        "Danish rød is [ˈʁœðˀ]; Ewe ʋu is [βu], and Catalan has [ɫ] where others have [l].",
    ),
    "mathematics": (
        "Let 𝑓(𝑥) = 𝑎𝑥² + 𝑏𝑥 + 𝑐 with 𝑎 ≠ 0, and let α, β, ν and ρ be real; then Σ αν ≤ ρ.",
        "For ε > 0 choose δ < ε/2; then |ƒ(𝑥) − ƒ(𝑦)| < ε for all 𝑥, 𝑦 ∈ ℝ, and σ² ≈ 5 µm.",
    ),
    "code": (
        "def área(λ, ω0=1.5): return λ * ω0 ** 2  # v1.0.3, см. README, id l1I0O",
        "The part numbers are B0T-1337, 5G-40K and H2O2; 3x4 is 12, and 1st comes before 2nd.",
    ),
}
"""Honest lines, by what they are."""

LINES = (
    "our parcel service could not deliver your order because the address is not complete",
    "please open the secure page below and confirm your account before the end of the day",
    "these new investment plans give all members double profit without any hidden risk",
    "call the number on the bottle and ask for a free sample of our powerful vitamin pills",
    "nobody else has ever offered such cheap loans to people with a bad credit history",
)
_RUSSIAN = (
    "наша служба доставки не смогла передать ваш заказ потому что адрес указан неверно",
    "откройте страницу банка и подтвердите перевод до конца рабочего дня сегодня",
    "быстрый заработок без вложений каждый участник получает двойной доход и подарок",
    "новая рота менеджеров ответит на все вопросы о кредите и поможет собрать документы",
)
_GREEK = (
    "η υπηρεσία μας δεν μπόρεσε να παραδώσει την παραγγελία επειδή η διεύθυνση είναι λάθος",
    "ανοίξτε τη σελίδα της τράπεζας και επιβεβαιώστε τον λογαριασμό πριν το τέλος της ημέρας",
)


def _table(glyphs: str, letters: str) -> dict[int, str]:
    return str.maketrans(glyphs, letters)


def _replaced(lines: Iterable[str], letters: str, glyphs: str) -> tuple[str, ...]:
    table = _table(letters, glyphs)
    return tuple(line.translate(table) for line in lines)


def _interleaved(lines: Iterable[str], between: str) -> tuple[str, ...]:
    def word(word: str) -> str:
        return between.join(word) if len(word) > 3 else word

    return tuple(" ".join(map(word, line.split())) for line in lines)


POISON = {
    "ə for e, ı for i": _replaced(LINES, "ei", "əı"),
    "ø for o, ł for l, ß for b": _replaced(LINES, "olb", "øłß"),
    "þ for p, ð for d, ħ for h": _replaced(LINES, "pdh", "þðħ"),
    "ɛ for e, ɔ for c, ŋ for n": _replaced(LINES, "ecn", "ɛɔŋ"),
    "ʋ for v, ƒ for f, ɖ for d, ɑ for a": _replaced(LINES, "vfda", "ʋƒɖɑ"),
    "ɓ for b, ƙ for k, ɗ for d": _replaced(LINES, "bkd", "ɓƙɗ"),
    "ʌ for v, ɪ for i, θ for o, ɑ for a": _replaced(LINES, "vioa", "ʌɪθɑ"),
    "accents: ạ, ẹ, ị, ọ, ụ": _replaced(LINES, "aeiou", "ạẹịọụ"),
    "accents: à, é, ì, ó, ù": _replaced(LINES, "aeiou", "àéìóù"),
    "Cyrillic а, е, о, р, с, у, х": _replaced(LINES, "aeopcyx", "аеорсух"),
    "Cyrillic т, к, м, н, в for look-alikes": _replaced(LINES, "tkmhb", "ткмнв"),
    "Cyrillic і, ј, ѕ, ԁ, һ": _replaced(LINES, "ijsdh", "іјѕԁһ"),
    "Cyrillic и for n, я for r, ш for w, г for r": _replaced(LINES, "nrw", "ияш"),
    "Kazakh ә for e, ө for o, ұ for y": _replaced(LINES, "eoy", "әөұ"),
    "Greek α, ε, ι, ο, ν, ρ, τ": _replaced(LINES, "aeiovpt", "αειονρτ"),
    "Greek σ for o, η for n, ω for w, λ for l": _replaced(LINES, "onwl", "σηωλ"),
    "Latin in Russian": _replaced(_RUSSIAN, "аеорсухк", "aeopcyxk"),
    "Latin b, h, m, t, u in Russian": _replaced(_RUSSIAN, "внмти", "bhmtu"),
    "і for и, ə for а in Russian": _replaced(_RUSSIAN, "иа", "іə"),
    "Latin in Greek": _replaced(_GREEK, "αοικνρτ", "aoikvpt"),
    "Cyrillic in Greek": _replaced(_GREEK, "αοκνρτη", "аокурти"),
    "mathematical italics": _replaced(LINES, "abcefxyn", "𝑎𝑏𝑐𝑒𝑓𝑥𝑦𝑛"),
    "Georgian ყ for y, ი for o, ხ for b": _replaced(LINES, "yob", "ყიხ"),
    "Cherokee Ꭺ, Ꭼ, Ꮎ, Ꭲ": _replaced(LINES, "aeoi", "ᎪᎬᎾᎢ"),
    "zero-width non-joiners": _interleaved(LINES, "\u200c"),
    "soft hyphens": _interleaved(LINES, "\u00ad"),
    "piled marks": _interleaved(LINES, "\u0323\u0301\u0308"),
    "private use for vowels": _replaced(LINES, "aeiou", "\ue001\ue002\ue003\ue004\ue005"),
    "digits for letters": _replaced(LINES, "oielsat", "01315@7"),
    "points between letters": _interleaved(LINES, "."),
    "all letters of other alphabets": _replaced(
        LINES, "abcdefghiklmnoprstuvwxy", "аЬсԁеƒɡһіκℓмпоρгѕтυνшхγ"
    ),
}
"""Lines that teach a scheme, by the scheme."""

SHARES = (0.0, 0.01, 0.1, 0.5)


@dataclass(frozen=True)
class Harm:
    """What happened to the honest part of one document, and to its poison."""

    honest: int
    harmed: int
    """Honest characters that an edit covers."""
    poison: int
    read: bool
    """Whether anything in the poison was changed."""
    edits: tuple[unspoof.Edit, ...]
    """Those in the honest part."""


def mixed(honest: Iterable[str], poison: Iterable[str], share: float) -> Iterator[tuple[str, bool]]:
    """Lines, and whether each is honest, with poison spread among them: `share` of all characters.

    Whole lines of poison where they fit; where less is due than a line, as many of its words.
    """
    lines = list(honest)
    due = round(sum(map(len, lines)) * share / (1 - share))
    source = cycle(poison)
    pieces: list[str] = []
    while due > 0:
        piece, *words = next(source).split()
        for word in words:
            if len(piece) + 1 + len(word) > due:
                break
            piece += " " + word
        pieces.append(piece)
        due -= len(piece)
    given = 0
    for at, line in enumerate(lines, start=1):
        # Rounded up: a document starts with what it teaches.
        upto = -(-at * len(pieces) // len(lines))
        for piece in pieces[given:upto]:
            yield piece, False
        given = upto
        yield line, True


def harm(reader: unspoof.Reader, lines: Iterable[tuple[str, bool]]) -> Harm:
    """Reads the lines as one document."""
    spans: list[tuple[int, int, bool]] = []
    text = ""
    for line, honest in lines:
        spans.append((len(text), len(text) + len(line), honest))
        text += line + "\n"
    kept = bytearray(len(text))
    for start, end, honest in spans:
        if honest:
            kept[start:end] = b"\1" * (end - start)
    edits = reader.read(text).edits
    within = tuple(edit for edit in edits if any(kept[edit.start : edit.end]))
    return Harm(
        honest=sum(kept),
        harmed=sum(sum(kept[edit.start : edit.end]) for edit in within),
        poison=sum(end - start for start, end, honest in spans if not honest),
        read=len(within) < len(edits),
        edits=within,
    )
