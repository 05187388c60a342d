"""How blobs rest in the store: in pieces, each of which is read and erased by itself.

Judges nothing: which blobs are wanted, and whether one is what its hash says, is the protocol's.
"""

import sqlite3
from typing import Final

from presencemap.protocol.codec import MAX_BLOB, PIECE
from presencemap.protocol.effects import EraseBlobs, SaveBlob
from presencemap.store.database import Database
from presencemap.store.overflow import laid_out, taken_out

_PIECES: Final = MAX_BLOB // PIECE


class Blobs:
    """The blobs of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        [(self._page,)] = database.rows("PRAGMA page_size")

    def sizes(self) -> dict[str, int]:
        """The blobs that are here, by hash, with their sizes."""
        return dict(self._database.rows("SELECT hash, size FROM blob"))

    def piece(self, blob: str, number: int) -> bytes:
        """A piece of a blob; nothing where it isn't here."""
        return b"".join(self._rows(blob, number, number))

    def whole(self, blob: str) -> bytes:
        """All of a blob; nothing where it isn't here."""
        return b"".join(self._rows(blob, 0, _PIECES - 1))

    def run(self, connection: sqlite3.Connection, effect: SaveBlob | EraseBlobs) -> None:
        """Do one of the two within a transaction."""
        match effect:
            case SaveBlob(blob=blob, data=data):
                added = connection.execute(
                    "INSERT OR IGNORE INTO blob (hash, size) VALUES (?, ?)", (blob, len(data))
                )
                if not added.rowcount:
                    return
                first = _PIECES * (added.lastrowid or 0)
                pieces = (data[at : at + PIECE] for at in range(0, len(data), PIECE))
                connection.executemany(
                    "INSERT INTO piece (id, data) VALUES (?, ?)",
                    ((first + n, laid_out(each, self._page)) for n, each in enumerate(pieces)),
                )
            case EraseBlobs(blobs=blobs):
                connection.executemany("DELETE FROM blob WHERE hash = ?", ((b,) for b in blobs))

    def _rows(self, blob: str, first: int, last: int) -> list[bytes]:
        sql = (
            "SELECT data FROM blob JOIN piece ON piece.id BETWEEN 64 * blob.id + ?"
            " AND 64 * blob.id + ? WHERE hash = ? ORDER BY piece.id"
        )
        rows = self._database.rows(sql, first, last, blob)
        return [taken_out(data, self._page) for (data,) in rows]
