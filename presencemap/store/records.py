"""The one place where records rest: what the replica said to keep, and nothing it said to forget.

Judges nothing: who wins a register, who is a member and when a record ends is the replica's.
"""

import sqlite3
from collections.abc import Iterable

from presencemap.protocol.effects import (
    Erase,
    EraseBlobs,
    EraseProof,
    Save,
    SaveBlob,
    SaveProof,
    SaveSeen,
    SaveStatement,
)
from presencemap.protocol.record import Record
from presencemap.protocol.signing import digest
from presencemap.store.blobs import Blobs
from presencemap.store.database import Database
from presencemap.store.overflow import laid_out, taken_out

Kept = Save | Erase | SaveStatement | SaveSeen | SaveProof | EraseProof | SaveBlob | EraseBlobs
"""The effects that the store runs."""

_RAISE_HEAD = (
    "INSERT INTO head (device, seq) VALUES (?, ?)"
    " ON CONFLICT (device) DO UPDATE SET seq = max(seq, excluded.seq)"
)


class Records:
    """Records, membership log, proofs of presence, peers by hand. Used from one thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.blobs = Blobs(database)
        [(self._page,)] = database.rows("PRAGMA page_size")

    def load(self) -> list[tuple[bytes, bytes, int, bytes]]:
        """(bytes, hash, end in ms, outline) of all live records, in no particular order."""
        sql = "SELECT data, hash, expires, outline FROM record JOIN body USING (id)"
        return [
            (taken_out(blob, self._page), name, expires, outline)
            for blob, name, expires, outline in self._database.rows(sql)
        ]

    def hashes(self) -> set[bytes]:
        """The hashes of all live records."""
        return {name for (name,) in self._database.rows("SELECT hash FROM record")}

    def heads(self) -> dict[str, int]:
        """The highest sequence number ever seen of each device, erased records included."""
        return dict(self._database.rows("SELECT device, seq FROM head"))

    def statements(self) -> list[bytes]:
        """The membership log, in order of arrival."""
        sql = "SELECT data FROM statement ORDER BY position"
        return [data for (data,) in self._database.rows(sql)]

    def seen(self) -> dict[str, int]:
        """The last proof of each person's presence, in ms."""
        return dict(self._database.rows("SELECT person, at FROM seen"))

    def proofs(self) -> list[tuple[bytes, bytes, int]]:
        """(one, other, when they met in ms): the proofs that two computers use one key."""
        return self._database.rows("SELECT one, other, found FROM proof")

    def apply(self, effects: Iterable[Kept]) -> None:
        """All of the effects in one transaction, on the disk on return if a record is our own.

        Raises:
            EnvironmentFault: nothing of it was kept; the sentence says why.
        """
        effects = list(effects)
        if not effects:
            return
        own = any(isinstance(effect, Save) and effect.own for effect in effects)
        with self._database.transaction(durable=own) as connection:
            for effect in effects:
                self._run(connection, effect)
            connection.executemany(_RAISE_HEAD, _heads(effects).items())

    def peers(self) -> list[str]:
        """The addresses added by hand, oldest first."""
        sql = "SELECT address FROM peer ORDER BY position"
        return [address for (address,) in self._database.rows(sql)]

    def verified(self) -> dict[str, str]:
        """The people who were verified here, with the name they had."""
        return dict(self._database.rows("SELECT person, name FROM verified"))

    def add_verified(self, person: str, name: str) -> None:
        """Keep that a person was verified."""
        with self._database.transaction(durable=True) as connection:
            connection.execute("INSERT OR REPLACE INTO verified VALUES (?, ?)", (person, name))

    def add_peer(self, address: str) -> None:
        """Keep an address; a known one keeps its position."""
        with self._database.transaction(durable=True) as connection:
            connection.execute("INSERT OR IGNORE INTO peer (address) VALUES (?)", (address,))

    def remove_peer(self, address: str) -> bool:
        """Forget an address; False if it wasn't there."""
        with self._database.transaction(durable=True) as connection:
            done = connection.execute("DELETE FROM peer WHERE address = ?", (address,))
            return done.rowcount > 0

    def truncate_wal(self) -> bool:
        """Leave no byte of what was replaced or erased in the files; False: try again later.

        To be called within 30 s after it; takes some ms, however large the file is.

        Raises:
            EnvironmentFault: no space for it; nothing is lost.
        """
        with self._database.transaction() as connection:
            # Written anew: pages that were split may keep copies of moments long past.
            seen = connection.execute("SELECT person, at FROM seen ORDER BY person").fetchall()
            connection.execute("DELETE FROM seen")
            connection.executemany("INSERT INTO seen (person, at) VALUES (?, ?)", seen)
        return self._database.purge()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _run(self, connection: sqlite3.Connection, effect: Kept) -> None:
        match effect:
            case Save(record=record, expires=expires, outline=outline):
                connection.execute(
                    "INSERT OR REPLACE INTO record (hash, place, expires, outline)"
                    " VALUES (?, ?, ?, ?)",
                    (record.hash, _place(record), expires, outline),
                )
                connection.execute(
                    "INSERT INTO body (id, data) VALUES (last_insert_rowid(), ?)",
                    (laid_out(record.data, self._page),),
                )
            case Erase(hashes=hashes):
                connection.executemany("DELETE FROM record WHERE hash = ?", ((h,) for h in hashes))
            case SaveStatement(statement=statement):
                connection.execute(
                    "INSERT OR IGNORE INTO statement (data) VALUES (?)", (statement,)
                )
            case SaveBlob() | EraseBlobs():
                self.blobs.run(connection, effect)
            case SaveProof(proof=proof):
                connection.execute(
                    "INSERT OR REPLACE INTO proof (person, one, other, found) VALUES (?, ?, ?, ?)",
                    (proof.person, proof.one, proof.other, proof.found),
                )
            case EraseProof(person=person):
                connection.execute("DELETE FROM proof WHERE person = ?", (person,))
            case SaveSeen(person=person, at=at):
                connection.execute(
                    "INSERT INTO seen (person, at) VALUES (?, ?)"
                    " ON CONFLICT (person) DO UPDATE SET at = max(at, excluded.at)",
                    (person, at),
                )


def _heads(effects: Iterable[Kept]) -> dict[str, int]:
    """The highest sequence number of each device in these."""
    heads: dict[str, int] = {}
    for effect in effects:
        if isinstance(effect, Save):
            header = effect.record.header
            heads[header.device] = max(header.seq, heads.get(header.device, 0))
    return heads


def _place(record: Record) -> bytes | None:
    """The register that it holds, as a hash."""
    return digest(" ".join(record.register).encode(), size=16) if record.register else None
