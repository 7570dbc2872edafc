"""The families of disguise in plain words, for pages and reports: `unspoof._core.families()`."""

from typing import Literal, NamedTuple


class Family(NamedTuple):
    """A family: the least profile that looks for it, what it is, and an example of it."""

    profile: Literal["careful", "full"]
    description: str
    disguised: str
    meant: str


FAMILIES = {
    "lookalike": Family(
        "careful",
        "A letter of another script or alphabet that looks like the one meant.",
        "Rɑмos ιs ιn tɑlкs",
        "Ramos is in talks",
    ),
    "invisible": Family(
        "careful",
        "A character that is not seen and has no work to do: zero-width, filler, soft hyphen, tag.",
        "f\u200br\u200be\u200be delivery",
        "free delivery",
    ),
    "stylised": Family(
        "careful",
        "A letter of a stylised alphabet: mathematical, fullwidth, circled, small capital.",
        "𝓯𝓻𝓮𝓮 delivery",
        "free delivery",
    ),
    "combining": Family(
        "careful",
        "Combining marks piled on letters that do not bear them.",
        "f\u0336r\u0336e\u0336e\u0336 delivery",
        "free delivery",
    ),
    "faux": Family(
        "careful",
        "A letter that is like the one meant to a reader's eye only, in no table of confusables.",
        "we мeт in тнe мarкeт",
        "we met in the market",
    ),
    "bidi": Family(
        "careful",
        "Characters that controls show in another order than they are stored.",
        "call \u202eeerf\u202c now",
        "call free now",
    ),
    "deletion": Family(
        "careful",
        "A character and the control that erases it.",
        "frex\u0008e delivery",
        "free delivery",
    ),
    "accent": Family(
        "careful",
        "An accent that belongs to no word where it stands.",
        "Ỹoůr ḟrȅe dėlĩvȇry ćoḿes ŧŏdăỹ wĩţh mǫńėy bȧčk",
        "Your free delivery comes today with money back",
    ),
    "leet": Family(
        "full",
        "A digit or sign for a letter.",
        "Get y0ur fr33 m0n3y n0w",
        "Get your free money now",
    ),
    "multi": Family(
        "full",
        "Several characters that together look like one letter.",
        "Pay frorn horne with rnoney today",
        "Pay from home with money today",
    ),
    "spaced": Family(
        "full",
        "Spaces or signs that part the letters of one word.",
        "d-e-l-i-v-e-r-y is f.r.e.e",
        "delivery is free",
    ),
    "turned": Family(
        "full",
        "A text turned upside down or in a mirror, or written backwards.",
        "ʎɐpoʇ ʎɹǝʌılǝp ǝǝɹɟ ɹnoʎ ʇǝƃ",
        "get your free delivery today",
    ),
}
