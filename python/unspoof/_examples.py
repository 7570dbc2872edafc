"""An example of each family of disguise: of each of `unspoof._core.families()`."""

from typing import Literal, NamedTuple


class Example(NamedTuple):
    """A disguised text, what it says, and the least profile that reads it."""

    profile: Literal["careful", "full"]
    disguised: str
    meant: str


EXAMPLES = {
    "lookalike": Example("careful", "Rɑмos ιs ιn tɑlкs", "Ramos is in talks"),
    "invisible": Example("careful", "f\u200br\u200be\u200be delivery", "free delivery"),
    "stylised": Example("careful", "𝓯𝓻𝓮𝓮 delivery", "free delivery"),
    "combining": Example("careful", "f\u0336r\u0336e\u0336e\u0336 delivery", "free delivery"),
    "faux": Example("careful", "we мeт in тнe мarкeт", "we met in the market"),
    "bidi": Example("careful", "call \u202eeerf\u202c now", "call free now"),
    "deletion": Example("careful", "frex\u0008e delivery", "free delivery"),
    "accent": Example(
        "careful",
        "Ỹoůr ḟrȅe dėlĩvȇry ćoḿes ŧŏdăỹ wĩţh mǫńėy bȧčk",
        "Your free delivery comes today with money back",
    ),
    "leet": Example("full", "Get y0ur fr33 m0n3y n0w", "Get your free money now"),
    "multi": Example("full", "Pay frorn horne with rnoney today", "Pay from home with money today"),
    "spaced": Example("full", "d-e-l-i-v-e-r-y is f.r.e.e", "delivery is free"),
    "turned": Example("full", "ʎɐpoʇ ʎɹǝʌılǝp ǝǝɹɟ ɹnoʎ ʇǝƃ", "get your free delivery today"),
}
