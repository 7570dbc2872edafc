"""What comes in and what goes out, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError


def _text(value: Any) -> str:
    # pydantic's own strings refuse lone surrogates, which a str of Python and of JavaScript may
    # hold, and which the reader lets through.
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "is not a string")
    return value


Text = Annotated[str, PlainValidator(_text), WithJsonSchema({"type": "string"})]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Given(_Request):
    """One text or several, and how to read them."""

    text: Annotated[str | None, PlainValidator(_text), WithJsonSchema({"type": "string"})] = None
    texts: list[Text] = Field(default_factory=list)
    profile: Literal["careful", "full"] = "careful"
    languages: list[str] | None = None

    @model_validator(mode="after")
    def _one_of_them(self) -> "Given":
        if (self.text is None) == ("texts" not in self.model_fields_set):
            raise PydanticCustomError("one_of", "give either text or texts")
        return self

    def all(self) -> list[str]:
        """Every text, in order."""
        return self.texts if self.text is None else [self.text]


class ToRead(Given):
    """What `/v1/read` takes."""

    explain: bool = False
