"""What is answered, as pydantic models: they document it, and the answers are not put through them.

Every offset counts code points of the original, from 0; an end is the place after the last one.
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from unspoof import Reader

_EXAMPLE = "Rɑмos ιs ιn tɑlкs"


class Edit(BaseModel):
    """One change."""

    start: int = Field(description="The first code point of the original that it replaces.")
    end: int = Field(description="The one after the last.")
    original: str
    restored: str
    family: str = Field(description="The kind of disguise: see `/v1/families`.")
    confidence: float = Field(ge=0, le=1)
    reason: str


class Substitution(BaseModel):
    """A glyph, what it stands for, and how often."""

    glyph: str
    reading: str
    count: int


class Hidden(BaseModel):
    """A message that the text carries unseen."""

    start: int
    end: int
    carrier: Literal["tags", "selectors", "zero-width"]
    text: str


class Character(BaseModel):
    """A code point and its name."""

    code_point: str = Field(examples=["U+0251"])
    name: str = Field(examples=["LATIN SMALL LETTER ALPHA"])


class Reading(BaseModel):
    """What a text says, and how that came about: `Reading.to_dict()` of the Python package."""

    model_config = ConfigDict(json_schema_extra={"example": Reader().read(_EXAMPLE).to_dict()})

    original: str
    text: str = Field(description="What the text says.")
    obfuscated: bool = Field(description="Whether anything was disguised.")
    score: float = Field(ge=0, le=1, description="How sure it is that the text is disguised.")
    edits: list[Edit] = Field(description="Every change, in order; nothing else differs.")
    scheme: list[Substitution]
    scripts: dict[str, float] = Field(description="ISO 15924 codes, with their shares.")
    languages: dict[str, float] = Field(description="ISO 639 codes, with their shares.")
    hidden: list[Hidden]
    verdict: str | None = Field(
        None, description="What was found, in a sentence; with `explain` only."
    )
    characters: dict[str, list[Character]] | None = Field(
        None,
        description="Each original and restored string of the edits, character by character; "
        "with `explain` only.",
    )


class Readings(BaseModel):
    """The readings of several texts, in their order."""

    readings: list[Reading]


class Restored(BaseModel):
    """A text as it was meant."""

    text: str
    obfuscated: bool = Field(description="Whether that differs from what was given.")


class RestoredTexts(BaseModel):
    """Several texts as they were meant, in their order."""

    texts: list[Restored]


class Match(BaseModel):
    """Where a needle was found, read or as it stands."""

    start: int = Field(description="The first code point of the original that belongs to it.")
    end: int = Field(description="The one after the last.")
    needle: str
    original: str = Field(description="What stands there.")
    index: int = Field(description="The place of the needle among those given, from 0.")


class Matches(BaseModel):
    """All of a text, in order; none overlap."""

    matches: list[Match]


class MatchedTexts(BaseModel):
    """Those of several texts, in their order."""

    texts: list[Matches]


class Family(BaseModel):
    """A kind of disguise."""

    name: str
    title: str
    description: str
    profile: Literal["careful", "full"] = Field(description="The least profile that looks for it.")
    disguised: str = Field(description="An example of it.")
    meant: str = Field(description="What the example says.")


class Families(BaseModel):
    """Every kind of disguise that an edit may be of."""

    families: list[Family]


class Languages(BaseModel):
    """The languages that may be expected, by their ISO 639 codes."""

    languages: list[str]


class Limits(BaseModel):
    """What one request may ask."""

    characters: int = Field(description="Code points of all its texts together.")
    texts: int
    body: int = Field(description="Bytes of its body.")
    seconds: float = Field(description="How long it may wait and be read.")


class Health(BaseModel):
    """That the service answers."""

    status: Literal["ok"]
    version: str
