"""Language identification and a quality filter, before and after.

Needs: pip install 'unspoof[datatrove]' py3langid
"""

import py3langid
from datatrove.data import Document
from datatrove.pipeline.filters import GopherQualityFilter

import unspoof

TEXTS = {
    "en": "We rented the boat for a week and sailed along the coast, where the water was clear.",
    "de": "Wir haben das Boot für eine Woche gemietet und sind an der Küste entlang gesegelt.",
    "fr": "Nous avons loué le bateau pour une semaine et longé la côte, où la mer était claire.",
    "es": "Alquilamos el barco por una semana y navegamos a lo largo de la costa con los niños.",
    "it": "Abbiamo noleggiato la barca per una settimana e navigato lungo la costa con i bambini.",
    "pl": "Wynajęliśmy łódź na tydzień i popłynęliśmy wzdłuż wybrzeża, gdzie woda była czysta.",
    "tr": "Bir haftalığına tekne kiraladık ve suyun berrak olduğu kıyı boyunca yelken açtık.",
    "id": "Kami menyewa perahu selama seminggu dan berlayar di sepanjang pantai yang jernih.",
    "ru": "Мы взяли лодку на неделю и поплыли вдоль берега, где вода была совсем прозрачной.",
    "uk": "Ми взяли човен на тиждень і попливли вздовж берега, де вода була зовсім прозорою.",
    "el": "Νοικιάσαμε το σκάφος για μία εβδομάδα και πλεύσαμε κατά μήκος της ακτής.",
}
KINDS = ["lookalike", "faux", "stylised", "zero_width"]
PAGE = TEXTS["en"] + " It is a good place for all who want to have a rest with their children."


def disguised(text: str) -> list[str]:
    """The text in each disguise."""
    return [unspoof.obfuscate(text, kind, 0.6, seed=1).text for kind in KINDS]


def identified(read: bool) -> tuple[int, int]:
    """How many of the disguised texts are taken for what they are, and of how many."""
    found = [
        py3langid.classify(unspoof.restore(text) if read else text)[0] == language
        for language, honest in TEXTS.items()
        for text in disguised(honest)
    ]
    return sum(found), len(found)


def passed(read: bool) -> tuple[int, int]:
    """How many disguised pages pass Gopher's rules for prose, and of how many."""
    gopher = GopherQualityFilter(min_doc_words=20)
    pages = [unspoof.restore(page) if read else page for page in disguised(PAGE)]
    verdicts = [gopher.filter(Document(page, "page")) is True for page in pages]
    return sum(verdicts), len(verdicts)


def main() -> None:
    """Prints both, before and after."""
    for name, count in (("language identified", identified), ("quality filter passed", passed)):
        before, total = count(False)
        after, _ = count(True)
        print(f"{name}: {before} of {total} as they are, {after} restored")


if __name__ == "__main__":
    main()
