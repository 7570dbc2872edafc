"""A moderation word list that works again. Needs nothing but unspoof.

Words are looked up in the restored text, and what is marked is what the author wrote.
"""

import re

import unspoof

WORDS = re.compile(r"\b(?:casino|free money|judi|бесплатно|δωρεάν)\b", re.IGNORECASE)

MESSAGES = [
    "Best cаsіnо in town, register today",
    "Get 𝓯𝓻𝓮𝓮 𝓶𝓸𝓷𝓮𝔂 here!!",
    "Only today: f\u200br\u200be\u200be m\u200bo\u200bn\u200be\u200by",
    "Забирай бecплaтнo, пока не кончилось",
    "Situs jᴜdi terpercaya se-Indonesia",
    "Κάρτα δωpεάv για όλους",
    "C\u0336a\u0336s\u0336i\u0336n\u0336o bonus for new players",
    "We walked past the old theatre and had a coffee.",
    "Приходите завтра, будет концерт и чай.",
]


def flagged(message: str) -> list[str]:
    """What the word list finds, as the author wrote it."""
    reading = unspoof.read(message)
    spans = [reading.to_original(*found.span()) for found in WORDS.finditer(reading.text)]
    return [message[start:end] for start, end in spans]


def main() -> None:
    """Prints each message's verdict."""
    before = sum(bool(WORDS.search(message)) for message in MESSAGES)
    after = sum(bool(flagged(message)) for message in MESSAGES)
    print(f"flagged of {len(MESSAGES)} messages: {before} as they are, {after} as they are read")
    for message in MESSAGES:
        print(f"{flagged(message)!s:24} {message}")


if __name__ == "__main__":
    main()
