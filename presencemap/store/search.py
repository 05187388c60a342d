"""The index of what colleagues said, in memory: FTS5 finds the words, tables what was made of it.

In memory alone. FTS5 of the SQLite that we support leaves what was deleted in its segments until
they are merged: ``tidy`` does that in steps (docs/decisions/0058). Holds what it is given, says
what has which word; judges nothing.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

_SCHEMA: Final = """
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, name BLOB NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL,
    at INTEGER NOT NULL, text TEXT NOT NULL, post BLOB NOT NULL, of BLOB,
    title TEXT NOT NULL, url TEXT NOT NULL
);
CREATE INDEX entries_name ON entries (name);
CREATE INDEX entries_post ON entries (post);
CREATE INDEX entries_of ON entries (of) WHERE of IS NOT NULL;
CREATE TABLE reactions (
    name BLOB PRIMARY KEY, post BLOB NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reactions_post ON reactions (post);
CREATE VIRTUAL TABLE words USING fts5(stems, detail = none, tokenize = "unicode61 tokenchars '#'");
INSERT INTO words (words, rank) VALUES ('usermerge', 2);
"""
_COLUMNS: Final = "id, name, author, kind, at, text, post, of, title, url"
_STEP: Final = 64
"""Pages that one step of tidying writes: a few ms."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something said. ``name``: of what said it; ``post``: of the post that it is a version of.

    ``kind`` is a post's, or what its giver calls it; ``stems``: its words, with spaces between;
    ``title`` and ``url``: of its first link.
    """

    name: bytes
    author: str
    kind: str
    at: int
    text: str
    stems: str = ""
    post: bytes = b""
    of: bytes | None = None
    title: str = ""
    url: str = ""
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
        self._littered = self._merging = False

    def put(self, entries: Iterable[Entry], reactions: Iterable[Reaction] = ()) -> None:
        """Take these in."""
        with self._db:
            self._db.execute("BEGIN")
            for each in entries:
                said = (each.name, each.author, each.kind, each.at, each.text, each.post, each.of)
                added = self._db.execute(
                    "INSERT INTO entries (name, author, kind, at, text, post, of, title, url)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (*said, each.title, each.url),
                )
                self._db.execute(
                    "INSERT INTO words (rowid, stems) VALUES (?, ?)", (added.lastrowid, each.stems)
                )
            self._db.executemany(
                "INSERT OR REPLACE INTO reactions VALUES (?, ?, ?, ?)",
                ((each.name, each.post, each.author, each.kind) for each in reactions),
            )

    def has(self, name: bytes) -> bool:
        """Whether something by that name was taken in."""
        found = self._db.execute(
            "SELECT EXISTS (SELECT 1 FROM entries WHERE name = ?)"
            " OR EXISTS (SELECT 1 FROM reactions WHERE name = ?)",
            (name, name),
        )
        return bool(found.fetchone()[0])

    def drop(self, name: bytes) -> list[Entry]:
        """Let go of all by that name; what was said by it. ``tidy`` until it is gone for good."""
        with self._db:
            self._db.execute("BEGIN")
            gone = self._entries("name", [name])
            words = self.stems([each.number for each in gone])
            for each in gone:
                self._db.execute("DELETE FROM words WHERE rowid = ?", (each.number,))
            self._db.execute("DELETE FROM entries WHERE name = ?", (name,))
            self._db.execute("DELETE FROM reactions WHERE name = ?", (name,))
        self._littered |= bool(gone)
        return [replace(each, stems=own) for each, own in zip(gone, words, strict=True)]

    def tidy(self) -> bool:
        """A step of some ms; True once no byte is left of the words that were let go of."""
        if not self._merging and not self._littered:
            return True
        # A negative number begins with all segments at once; what is dropped from here on, the
        # next round clears.
        pages = _STEP if self._merging else -_STEP
        self._littered, self._merging = self._littered and self._merging, True
        before = self._db.total_changes
        self._db.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
        self._merging = self._db.total_changes - before > 1
        return not self._merging and not self._littered

    def count(self) -> int:
        """How many entries there are."""
        found = self._db.execute("SELECT count(*) FROM entries").fetchone()
        return int(found[0])

    def memory(self) -> bytes:
        """All of it as it lies in memory, what is free of it too."""
        return self._db.serialize()

    def holding(self, words: Iterable[str], limit: int) -> list[int]:
        """The numbers of the newest entries that have one of these words."""
        return self.holding_each([words], limit)

    def holding_each(self, words: Iterable[Iterable[str]], limit: int) -> list[int]:
        """The numbers of the newest entries that have one word of each of these."""
        either = (" OR ".join(f'"{word}"' for word in some) for some in words)
        found = self._db.execute(
            "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?",
            (" AND ".join(f"({some})" for some in either), limit),
        )
        return [number for (number,) in found]

    def stems(self, numbers: Sequence[int]) -> list[str]:
        """The words of these entries, in the order of their numbers."""
        some = ", ".join("?" * len(numbers))
        found = self._db.execute(
            f"SELECT stems FROM words WHERE rowid IN ({some}) ORDER BY rowid",  # noqa: S608
            numbers,
        )
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
            Entry(name, author, kind, at, text, "", post, of, title, url, number)
            for number, name, author, kind, at, text, post, of, title, url in found
        ]
