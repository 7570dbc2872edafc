"""spaCy: a tokenizer that restores the text first, and spans that know where they came from.

nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "unspoof.Tokenizer.v1"}}})
reads disguised text; `wrap(nlp)` does the same to a pipeline that is loaded already. The Doc holds
the text as it was meant. `doc._.unspoof` is its Reading, `span._.original` what the author wrote
there and `span._.original_span` where (start and end in code points of the original); tokens have
the same two.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from unspoof import Edit, Hidden, Reader, Reading, Substitution, _core
from unspoof.engines._extra import missing

try:
    import srsly
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token
    from spacy.util import registry
except ImportError as error:
    raise missing("spacy") from error

_KEY = "unspoof"


@dataclass(eq=False)
class RestoringTokenizer:
    """Restores a text and has another tokenizer cut it."""

    tokenizer: Any
    reader: Reader

    def __call__(self, text: str) -> Doc:
        """The Doc of the restored text, with its Reading where anything changed."""
        reading = self.reader.read(text)
        doc = self.tokenizer(reading.text)
        if reading.edits:
            doc.user_data[_KEY] = reading
        return doc

    def __getattr__(self, name: str) -> Any:
        # What else pipelines ask of a tokenizer (`to_disk`, `explain`, `memory_zone` ...) is the
        # other's. Underscored names are asked for while this is unpickled, with no tokenizer yet.
        if name == "tokenizer" or name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.tokenizer, name)


def wrap(nlp: Language, reader: Reader | None = None) -> Language:
    """Has the pipeline restore texts before its tokenizer; returns the pipeline.

    A pipeline that is to be saved needs the tokenizer in its config instead.
    """
    nlp.tokenizer = RestoringTokenizer(nlp.tokenizer, reader or Reader())
    return nlp


@registry.tokenizers("unspoof.Tokenizer.v1")
def make_tokenizer(
    profile: str = "careful",
    languages: list[str] | None = None,
    tokenizer: Callable[[Language], Any] | None = None,
) -> Callable[[Language], RestoringTokenizer]:
    """For a pipeline's config: how to read, and the tokenizer after it, the language's own if not
    given.
    """
    reader = Reader(profile, languages)  # type: ignore[arg-type] # it checks the profile
    inner = tokenizer or registry.tokenizers.get("spacy.Tokenizer.v1")()

    def make(nlp: Language) -> RestoringTokenizer:
        return RestoringTokenizer(inner(nlp), reader)

    return make


def original_span(part: Span | Token) -> tuple[int, int]:
    """Where a span or token stands in the original: start and end in code points."""
    start = part.start_char if isinstance(part, Span) else part.idx
    end = start + len(part.text)
    reading = part.doc.user_data.get(_KEY)
    if reading is None:
        return start, end
    there: tuple[int, int] = reading.to_original(start, end)
    return there


def original(part: Span | Token) -> str:
    """What the author wrote where a span or token stands."""
    reading = part.doc.user_data.get(_KEY)
    if reading is None:
        return str(part.text)
    start, end = original_span(part)
    return str(reading.original[start:end])


def _reading(doc: Doc) -> Reading | None:
    return doc.user_data.get(_KEY)


Doc.set_extension("unspoof", getter=_reading, force=True)
for _part in (Span, Token):
    _part.set_extension("original", getter=original, force=True)
    _part.set_extension("original_span", getter=original_span, force=True)


# Docs go from one process to another, and to disk, by msgpack.
@srsly.msgpack_encoders("unspoof")
def _encode(thing: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(thing, Reading):
        return {"__unspoof__": True, "original": thing.original, **thing.to_dict()}
    return thing if chain is None else chain(thing)


@srsly.msgpack_decoders("unspoof")
def _decode(thing: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(thing, dict) and "__unspoof__" in thing:
        return _core._reading(
            thing["original"],
            tuple(Edit(**edit) for edit in thing["edits"]),
            thing["score"],
            tuple(Substitution(**one) for one in thing["scheme"]),
            list(thing["scripts"].items()),
            list(thing["languages"].items()),
            tuple(Hidden(**one) for one in thing["hidden"]),
        )
    return thing if chain is None else chain(thing)
