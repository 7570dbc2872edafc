"""Texts for hypothesis: honest lines, disguised ones, and what nobody would write."""

from hypothesis import strategies as st

import unspoof
from case_files import load
from unspoof import Reader, _core

READERS = st.sampled_from([Reader(), Reader("full"), Reader(languages=["en", "ru"])])
_CASES = list(load())
HONEST = sorted({line for case in _CASES for line in case.meant.split("\n") if line})
_GIVEN = sorted({line for case in _CASES for line in case.input.split("\n") if line})
_TWINS = str.maketrans("aceopxyiTHokmr", "асеорхуіТНокмг")
# Marks, joiners, selectors, controls that turn or erase, flags, jamo, keycaps, tags, blanks.
_ODD = [
    *"\u0301\u0308\u0327\u0336\u035f\u0483\u05b4\u064b\u093c\u0e31\u20e3\u0300\u0345",
    *"\u00ad\u034f\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u3164\U000e0061\U000e0101\U000e007f",
    *"\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x08\x7f\x00",
    *"🇩🇪🏽👩🏳❤①가각क्षது\r\n\t ",
]

honest = st.sampled_from(HONEST)
given_lines = st.sampled_from(_GIVEN)
simulated: st.SearchStrategy[str] = st.builds(
    lambda text, kind, rate, seed: unspoof.obfuscate(text, kind, rate, seed).text,
    st.deferred(lambda: honest | simulated),
    st.sampled_from(_core.kinds()),
    st.sampled_from([0.1, 0.3, 0.5, 1.0]),
    st.integers(0, 2**32),
)
look_alikes = st.builds(
    lambda text, which: "".join(
        char.translate(_TWINS) if which >> (at % 64) & 1 else char for at, char in enumerate(text)
    ),
    honest,
    st.integers(0, 2**64 - 1),
)
# One, or so many in a row as nobody writes.
_runs = st.builds(str.__mul__, st.sampled_from(_ODD), st.sampled_from([1, 1, 1, 2, 5, 9]))
odd = st.lists(_runs | st.characters(codec=None), max_size=30).map("".join)
any_code_points = st.text(st.characters(codec=None, categories=None), max_size=30)
strewn = st.builds(
    lambda text, pieces: "".join(
        char + "".join(piece for at, piece in pieces if at % len(text) == place)
        for place, char in enumerate(text)
    ),
    given_lines | simulated,
    st.lists(st.tuples(st.integers(0, 300), _runs | st.characters()), max_size=8),
)
pieces = st.one_of(honest, given_lines, simulated, look_alikes, strewn, odd, any_code_points)
texts = pieces | st.tuples(st.lists(pieces, max_size=4), st.sampled_from(["", " ", "\n"])).map(
    lambda made: made[1].join(made[0])
)
