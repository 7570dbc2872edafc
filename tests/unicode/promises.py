"""What must hold of any text, however odd."""

import unspoof
from unspoof import Reader, Reading

READERS = (Reader(), Reader("full"))


def held(reader: Reader, text: str) -> Reading:
    """Reads a text, and sees to it that the edits lead there and back, and that once is enough."""
    reading = reader.read(text)
    assert unspoof.apply(text, reading.edits) == reading.text, ascii(text)
    assert reading.undo() == text, ascii(text)
    again = reader.restore(reading.text)
    assert again is reading.text or again == reading.text, (ascii(text), ascii(again))
    assert (reader.restore(text) is text) == (not reading.edits), ascii(text)
    return reading
