"""DuckDB: SQL functions."""

from extras import needed
from samples import DISGUISED, HONEST
from unspoof import Reader

duckdb = needed("duckdb")
from unspoof.engines.duckdb import register  # noqa: E402


def test_functions() -> None:
    with duckdb.connect() as connection:
        register(connection)
        register(connection, Reader("full"), prefix="full", threads=1)
        connection.execute("CREATE TABLE texts (n INTEGER, text VARCHAR)")
        connection.executemany("INSERT INTO texts VALUES (?, ?)", [(1, DISGUISED), (2, None)])
        query = "SELECT unspoof_restore(text) FROM texts ORDER BY n"
        assert connection.sql(query).fetchall() == [(HONEST,), (None,)]
        query = "SELECT n FROM texts WHERE unspoof_read(text).obfuscated"
        assert connection.sql(query).fetchall() == [(1,)]
        assert connection.sql("SELECT full_restore('fr33 m0n3y')").fetchall() == [("free money",)]
        query = "SELECT unspoof_read(text).families FROM texts WHERE n = 1"
        ((families,),) = connection.sql(query).fetchall()
        assert "lookalike" in families
