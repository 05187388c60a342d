"""What can still be read of a damaged database: row by row, until nothing more comes.

Judges nothing: whether a row is what its author signed, the protocol says.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presencemap.store.database import PAGE
from presencemap.store.overflow import taken_out


@dataclass(frozen=True, slots=True)
class Salvage:
    """The rows that came out, as ``Records`` would have given them."""

    statements: list[bytes]
    records: list[tuple[bytes, int]]
    peers: list[str]
    verified: list[tuple[str, str]]


def salvaged(path: Path) -> Salvage:
    """Read what a damaged database still gives, without writing to it."""
    statements = _rows(path, "SELECT data FROM statement", bytes)
    records = _rows(path, "SELECT data, expires FROM record JOIN body USING (id)", bytes, int)
    page = next(_rows(path, "PRAGMA page_size", int), (PAGE,))[0]
    peers = _rows(path, "SELECT address FROM peer", str)
    verified = _rows(path, "SELECT person, name FROM verified", str, str)
    return Salvage(
        [data for (data,) in statements],
        [(taken_out(blob, page), expires) for blob, expires in records],
        [address for (address,) in peers],
        [*verified],
    )


def _rows(path: Path, sql: str, *kinds: type) -> Iterator[Any]:
    """The rows whose values are of these kinds: damage may have made them others."""
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection,
    ):
        connection.text_factory = lambda data: data.decode(errors="replace")
        for row in connection.execute(sql):
            if all(isinstance(value, kind) for value, kind in zip(row, kinds, strict=True)):
                yield row
