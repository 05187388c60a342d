"""The SQLite file: how it is opened, migrated, written in transactions, and made to forget.

Knows no tables but by the migrations' SQL. Belongs to the one thread that opened it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from itertools import chain, count
from pathlib import Path
from typing import Any, Final, Literal

from presencemap.domain.errors import (
    DatabaseDamaged,
    DiskFull,
    DiskReadOnly,
    EnvironmentFault,
    ProfileUnreadable,
)
from presencemap.domain.wrong import Wrong
from presencemap.store.private import create_file, make_directory

APPLICATION = 0x504D6170
PAGE = 1024
"""Bytes: a record fits in one or two."""
LOG_BYTES = 2 * 1024 * 1024
"""How long the log may get until it is written into the file."""
CHECKED_UP_TO = 4 * 1024 * 1024
"""Bytes: a larger file isn't looked through when opened (4 MiB take some 10 ms), unless damage was
met while it was in use."""

_FAULTS: Final[dict[int, tuple[type[EnvironmentFault], Wrong | None, str]]] = {
    sqlite3.SQLITE_FULL: (
        DiskFull,
        None,
        "the disk is full. Free some space; nothing that was saved is lost",
    ),
    sqlite3.SQLITE_READONLY: (
        DiskReadOnly,
        None,
        "it is read-only. Make it writable; what is in it stays readable",
    ),
    sqlite3.SQLITE_PERM: (
        ProfileUnreadable,
        Wrong.FILE_UNREAD,
        "permission is denied. Check who owns it",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        ProfileUnreadable,
        Wrong.FOLDER_UNUSABLE,
        "it can't be opened. Check its directory's permissions and space",
    ),
    sqlite3.SQLITE_IOERR: (
        EnvironmentFault,
        Wrong.DISK_FAILS,
        "the disk reports an error. Check its space and its health",
    ),
    sqlite3.SQLITE_BUSY: (
        EnvironmentFault,
        Wrong.RECORDS_HELD,
        "another program holds it. Close that program, then try again",
    ),
    sqlite3.SQLITE_NOLFS: (
        EnvironmentFault,
        Wrong.DISK_TAKES_NO_MORE,
        "the disk takes no larger file. Move the profile to another disk",
    ),
}
"""By SQLite's code: the error, what it says is wrong where its type doesn't, and its sentence."""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Database:
    """One open database file.

    Raises (on opening):
        DatabaseDamaged: it isn't whole; nothing was changed.
        ProfileUnreadable: of another program, or of a newer one; nothing is deleted.
        EnvironmentFault: the disk is full or fails.
    """

    def __init__(self, path: Path, *, writable: bool = True) -> None:
        self.path = path
        if not writable:
            self._open_to_read()
            return
        make_directory(path.parent)
        create_file(path)
        self._durable = False
        self._purged = 0
        cut_short = _size(path.with_name(f"{path.name}-wal")) > 0
        with self._faults():
            self._connection = sqlite3.connect(path, timeout=2, isolation_level=None)
        try:
            with self._faults():
                self._prepare()
            if cut_short:
                # Whoever was killed couldn't purge. Without space: later.
                with suppress(EnvironmentFault):
                    self.purge()
        except BaseException:
            self._connection.close()
            raise

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """All rows of a query."""
        with self._faults():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """All or nothing. ``durable``: on the disk on return, not only safe from our own crash.

        Raises:
            EnvironmentFault: nothing was changed; the sentence says why.
        """
        with self._faults():
            if durable is not self._durable:
                self._synchronous("FULL" if durable else "NORMAL")
                self._durable = durable
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def purge(self) -> bool:
        """Leave no byte of deleted rows in the files; False if another reader keeps some yet.

        ``secure_delete`` has zeroed them in the pages: what must leave no copy on pages that were
        split is laid out by ``overflow``. This empties the log, which holds pages as they were; it
        takes some ms, however large the file is.

        Raises:
            EnvironmentFault: no space for it; nothing is lost.
        """
        with self._faults():
            [(busy, _, _)] = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if not busy:
            self._purged = self._connection.total_changes
        return not busy

    def close(self) -> None:
        """Purge what was written since the last time, where the disk lets us, and let go."""
        try:
            if self._connection.total_changes > self._purged:
                with suppress(EnvironmentFault):
                    self.purge()
        finally:
            self._connection.close()

    def _open_to_read(self) -> None:
        """As it is in the file: what only a log that was cut short holds, is left out."""
        self._durable, self._purged = False, 0
        uri = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
        with self._faults():
            self._connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        try:
            with self._faults():
                [(version,)] = self._connection.execute("PRAGMA user_version").fetchall()
                self._check()
        except BaseException:
            self._connection.close()
            raise
        if version != len(migrations()):
            self._connection.close()
            raise ProfileUnreadable(
                f"{self.path} was written by another version of Presence Map, and can't be "
                "brought up to date while it can't be written.",
                Wrong.RECORDS_OLDER,
                path=self.path,
            )

    def _prepare(self) -> None:
        run = self._connection.execute
        [(application,)] = run("PRAGMA application_id").fetchall()
        [(tables,)] = run("SELECT count(*) FROM sqlite_schema").fetchall()
        if tables and application != APPLICATION:
            raise ProfileUnreadable(
                f"{self.path} belongs to another program. "
                "Move it away, or name another directory with --profile.",
                Wrong.RECORDS_STRANGE,
                path=self.path,
            )
        if not tables:
            run(f"PRAGMA page_size = {PAGE}")
        run("PRAGMA journal_mode = WAL")
        run(f"PRAGMA wal_autocheckpoint = {LOG_BYTES // PAGE}")
        run("PRAGMA secure_delete = ON")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA temp_store = MEMORY")
        run("PRAGMA trusted_schema = OFF")
        self._synchronous("NORMAL")
        suspicion = _suspicion(self.path)
        if tables and (suspicion.exists() or self.path.stat().st_size <= CHECKED_UP_TO):
            self._check()
        suspicion.unlink(missing_ok=True)
        self._migrate()

    def _synchronous(self, level: Literal["NORMAL", "FULL"]) -> None:
        self._connection.execute(f"PRAGMA synchronous = {level}")

    def _check(self) -> None:
        if self._connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise self._damaged()

    def _migrate(self) -> None:
        scripts = migrations()
        [(version,)] = self._connection.execute("PRAGMA user_version").fetchall()
        if version > len(scripts):
            raise ProfileUnreadable(
                f"{self.path} was written by a newer Presence Map. "
                "Install that version or a later one; nothing was changed.",
                Wrong.RECORDS_NEWER,
                path=self.path,
            )
        for number, script in enumerate(scripts[version:], start=version + 1):
            try:
                self._connection.executescript(
                    f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;"
                )
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        # A full disk may have rolled back already.
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    @contextmanager
    def _faults(self) -> Iterator[None]:
        """What the machine does to us, as our errors; what we do wrong stays as it is."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _DAMAGE:
                raise self._damaged() from error
            if code in _FAULTS:
                kind, wrong, said = _FAULTS[code]
                raise kind(f"{self.path}: {said}.", wrong, path=self.path) from error
            raise

    def _damaged(self) -> DatabaseDamaged:
        with suppress(OSError):
            _suspicion(self.path).touch(0o600)
        return DatabaseDamaged(
            f"{self.path} is damaged. Quit and start again: it is then set aside, your keys are "
            "apart from it, and colleagues' programs send the rest. Nothing was deleted."
        )


def set_aside(path: Path, name: str) -> Path:
    """Move a database with its log to ``name`` beside it, or ``name-2`` and so on: the new path.

    Raises:
        EnvironmentFault: it can't be moved; nothing was changed.
    """
    numbered = (f"{name}-{number}" for number in count(2))
    wanted = (path.with_name(f"{each}.db") for each in chain([name], numbered))
    kept = next(each for each in wanted if not each.exists())
    try:
        # The log first: without it the database is older, and with another's it is broken.
        for end in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                path.with_name(f"{path.name}{end}").replace(kept.with_name(f"{kept.name}{end}"))
        _suspicion(path).unlink(missing_ok=True)
    except OSError as error:
        raise EnvironmentFault(
            f"{path} is damaged and can't be set aside ({error.strerror}). "
            "Check the permissions of its directory; nothing was deleted.",
            Wrong.RECORDS_NOT_ASIDE,
            path=path,
        ) from error
    return kept


def _suspicion(path: Path) -> Path:
    """Made when damage is met, so that the next start looks through a large file too."""
    return path.with_name(f"{path.name}-suspect")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def migrations() -> list[str]:
    """The scripts in their order; the n-th leads to version n."""
    found = (files("presencemap.store") / "migrations").iterdir()
    scripts = sorted((f for f in found if f.name.endswith(".sql")), key=lambda f: f.name)
    return [script.read_text("utf-8") for script in scripts]
