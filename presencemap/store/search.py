"""The index of what colleagues said, in memory: FTS5 finds the words, tables what was made of it.

Never on the disk, where FTS5 of the SQLite that we support would leave what was deleted
(docs/decisions/0053). Holds what it is given, says what has which word; judges nothing.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

_SCHEMA: Final = """
PRAGMA temp_store = MEMORY;
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, name BLOB NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL,
    at INTEGER NOT NULL, text TEXT NOT NULL, post BLOB NOT NULL, of BLOB
);
CREATE INDEX entries_post ON entries (post);
CREATE INDEX entries_of ON entries (of) WHERE of IS NOT NULL;
CREATE TABLE reactions (
    name BLOB PRIMARY KEY, post BLOB NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reactions_post ON reactions (post);
CREATE VIRTUAL TABLE words USING fts5(stems, detail = none, tokenize = "unicode61 tokenchars '#'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
"""
_COLUMNS: Final = "id, name, author, kind, at, text, post, of"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said. ``name`` is its own, ``post`` the id of the post that it is a version of.

    ``kind`` is a post's, or what its giver calls it; ``stems``: its words, with spaces between.
    """

    name: bytes
    author: str
    kind: str
    at: int
    text: str
    stems: str = ""
    post: bytes = b""
    of: bytes | None = None
    number: int = 0
    """Given by the index: the later it came, the higher."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What somebody did with a post."""

    name: bytes
    post: bytes
    author: str
    kind: str


class SearchIndex:
    """Used by one thread at a time."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.executescript(_SCHEMA)

    def put(self, entries: Iterable[Entry], reactions: Iterable[Reaction] = ()) -> None:
        """Take these in."""
        with self._db:
            self._db.execute("BEGIN")
            for each in entries:
                row = (each.name, each.author, each.kind, each.at, each.text, each.post, each.of)
                added = self._db.execute(
                    "INSERT INTO entries (name, author, kind, at, text, post, of)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    row,
                )
                self._db.execute(
                    "INSERT INTO words (rowid, stems) VALUES (?, ?)", (added.lastrowid, each.stems)
                )
            self._db.executemany(
                "INSERT OR REPLACE INTO reactions VALUES (?, ?, ?, ?)",
                ((each.name, each.post, each.author, each.kind) for each in reactions),
            )

    def counts(self) -> tuple[dict[str, int], int]:
        """(in how many entries each word is, how many entries there are)."""
        words = dict(self._db.execute("SELECT term, doc FROM vocabulary"))
        return words, self._db.execute("SELECT count(*) FROM entries").fetchone()[0]

    def holding(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of the newest entries that have one of these words."""
        either = " OR ".join(f'"{word}"' for word in words)
        found = self._db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
            (either, limit),
        )
        return [number for (number,) in found]

    def stems(self, numbers: Sequence[int]) -> list[str]:
        """The words of these entries."""
        some = ", ".join("?" * len(numbers))
        found = self._db.execute(f"SELECT stems FROM words WHERE rowid IN ({some})", numbers)  # noqa: S608 - question marks
        return [stems for (stems,) in found]

    def entries(self, numbers: Sequence[int]) -> list[Entry]:
        """These entries, without their words."""
        return self._entries("id", numbers)

    def versions(self, posts: Sequence[bytes]) -> list[Entry]:
        """All versions of these posts."""
        return self._entries("post", posts)

    def about(self, posts: Sequence[bytes]) -> list[Entry]:
        """What names one of these posts: replies to it, reshares of it."""
        return self._entries("of", posts)

    def reactions(self, posts: Sequence[bytes]) -> list[Reaction]:
        """What was done with these posts."""
        some = ", ".join("?" * len(posts))
        found = self._db.execute(
            f"SELECT name, post, author, kind FROM reactions WHERE post IN ({some})",  # noqa: S608
            posts,
        )
        return [Reaction(*row) for row in found]

    def close(self) -> None:
        """Let go of it all."""
        self._db.close()

    def _entries(self, column: str, values: Sequence[int] | Sequence[bytes]) -> list[Entry]:
        some = ", ".join("?" * len(values))
        found = self._db.execute(
            f"SELECT {_COLUMNS} FROM entries WHERE {column} IN ({some}) ORDER BY id",  # noqa: S608
            tuple(values),
        )
        return [
            Entry(name, author, kind, at, text, post=post, of=of, number=number)
            for number, name, author, kind, at, text, post, of in found
        ]
