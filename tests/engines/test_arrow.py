"""Arrow arrays and tables."""

import pytest

from extras import needed
from samples import DISGUISED, HONEST

pa = needed("pyarrow")
from unspoof.engines import arrow  # noqa: E402 - only if there is an engine

TABLE = pa.table({"n": [1, 2], "text": [DISGUISED, None]}).replace_schema_metadata({"of": "us"})


def test_a_table_changes_in_one_column() -> None:
    for data in (TABLE, TABLE.to_batches()[0]):
        restored = arrow.restore(data, "text")
        assert type(restored) is type(data)
        assert restored.schema.equals(data.schema, check_metadata=True)
        assert restored.to_pydict() == {"n": [1, 2], "text": [HONEST, None]}
        assert arrow.restore(restored, "text") is restored
        read = arrow.read(data, "text")
        assert read.column_names == ["n", "text", "unspoof"]
        assert read["unspoof"].type == arrow.READING


def test_arrays() -> None:
    for array in (TABLE["text"], TABLE["text"].chunk(0)):
        assert arrow.restore(array).to_pylist() == [HONEST, None]
        first, second = arrow.read(array).to_pylist()
        assert (first["text"], first["obfuscated"], second) == (HONEST, True, None)


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(TypeError, match="a dict is no Arrow table"):
        arrow.restore({"text": ["text"]}, "text")
    with pytest.raises(KeyError, match="not one column 'body' among n, text"):
        arrow.restore(TABLE, "body")
    with pytest.raises(ValueError, match="there is a column 'n' already"):
        arrow.read(TABLE, "text", into="n")
    for column in (arrow.restore, arrow.read):
        with pytest.raises(TypeError, match="holds no strings"):
            column(TABLE, "n")
