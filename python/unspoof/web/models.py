"""What is asked, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from unspoof import _core
from unspoof.report import Format

_LANGUAGES = _core.languages()
# More than any question has. Each unknown one is an error of its own, so that a body of nothing
# else would keep the event loop busy.
_MOST_FIELDS = 32
# A phrase, and not a page: to prepare a needle takes time with the square of its length.
_LONGEST_NEEDLE = 200
_MOST_NEEDLES = 1_000


def _text(value: Any) -> str:
    # pydantic's own strings refuse lone surrogates, which a str of Python and of JavaScript may
    # hold, and which the reader lets through.
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "Input should be a string")
    return value


def _language(code: str) -> str:
    if code not in _LANGUAGES:
        raise PydanticCustomError(
            "unknown_language", "Unknown language; known are {known}", {"known": _LANGUAGES}
        )
    return code


def _needle(value: Any) -> str:
    if not 0 < len(_text(value)) <= _LONGEST_NEEDLE:
        raise PydanticCustomError(
            "needle_length", "Should have 1 to {most} characters", {"most": _LONGEST_NEEDLE}
        )
    return str(value)


def _index(value: Any) -> int:
    # JSON has one kind of number: 3.0 is as whole as 3.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise PydanticCustomError("int_type", "Input should be a whole number")
    return value


_STRING = WithJsonSchema({"type": "string"})
Text = Annotated[str, PlainValidator(_text), _STRING]
Texts = Annotated[list[Text], Field(fail_fast=True)]
Needle = Annotated[
    str,
    PlainValidator(_needle),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": _LONGEST_NEEDLE}),
]
Needles = Annotated[list[Needle], Field(fail_fast=True, min_length=1, max_length=_MOST_NEEDLES)]
Index = Annotated[int, PlainValidator(_index), WithJsonSchema({"type": "integer", "minimum": 0})]
Indices = Annotated[list[Index], Field(fail_fast=True, max_length=50_000)]
Language = Annotated[
    str, AfterValidator(_language), WithJsonSchema({"type": "string", "enum": _LANGUAGES})
]
Languages = Annotated[
    list[Language], Field(fail_fast=True, min_length=1, max_length=len(_LANGUAGES))
]


class Question(BaseModel):
    """What every question has: how to read."""

    model_config = ConfigDict(extra="forbid", strict=True)

    profile: Literal["careful", "full"] = Field(
        "careful",
        description="`careful` undoes what no honest author types; `full` adds what some do: "
        "leet, parted words, several characters for a letter, text upside down.",
    )
    languages: Languages | None = Field(
        None,
        description="The languages to expect (ISO 639 codes); without them the text decides.",
    )

    @model_validator(mode="before")
    @classmethod
    def _few_fields(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) > _MOST_FIELDS:
            raise PydanticCustomError("too_many_fields", "Far more fields than there are")
        return value


class Given(Question):
    """One text, or several."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["text"]}, {"required": ["texts"]}]}
    )

    # Left out, not null: null would be a third way of saying nothing.
    text: Annotated[str | None, PlainValidator(_text), _STRING] = Field(
        None, description="One text.", examples=["Rɑмos ιs ιn tɑlкs"]
    )
    texts: Texts = Field([], description="Several texts, each read by itself.")

    @model_validator(mode="after")
    def _either(self) -> "Given":
        if (self.text is None) == ("texts" not in self.model_fields_set):
            raise PydanticCustomError("one_of", "Give either text or texts")
        return self

    @property
    def several(self) -> bool:
        """Whether a list is to be answered."""
        return self.text is None

    def all(self) -> list[str]:
        """Every text, in order."""
        return self.texts if self.text is None else [self.text]


class ToRead(Given):
    """What `/v1/read` is asked."""

    explain: bool = Field(
        False, description="Add the verdict in words, and the names of the characters."
    )


class ToFind(Given):
    """What `/v1/find` is asked."""

    needles: Needles = Field(description="Words and phrases to look for.", examples=[["free"]])
    ignore_case: bool = Field(False, description="Find them in any letter case.")
    any_space: bool = Field(
        False, description="Find them with any white space, and any amount of it, for theirs."
    )


class ToReport(Question):
    """What `/v1/report` is asked."""

    text: Text = Field(description="The text.", examples=["Rɑмos ιs ιn tɑlкs"])
    name: Annotated[str, Field(min_length=1, max_length=255)] = Field(
        "text", description="What the report calls it, such as a file's name."
    )
    format: Format = Field("html", description="The format of the report.")
    rejected: Indices = Field(
        [], description="Changes that a person rejected: places in the list of edits, from 0."
    )
