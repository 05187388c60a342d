"""The window's settings on the disk: words by key, read once, written beside whoever changes them.

Owns one JSON file. Knows no setting. A disk may take as long as it likes: nobody waits for it but
who asks to.
"""

import contextlib
import json
from pathlib import Path
from threading import Lock, Thread

from presencemap.domain.errors import PresenceMapError
from presencemap.store.private import make_directory, read_file, write_file

_LARGEST = 1 << 20
"""Bytes; what windows keep is a thousandth of it."""


class SettingsFile:
    """Reads and changes come from one thread. What can't be read counts as nothing.

    A file that can't be written loses looks and nothing else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values = _read(path)
        # Shared with the writer, under the lock.
        self._lock = Lock()
        self._wanted = self._values
        self._writer: Thread | None = None

    def get(self, key: str) -> str:
        """What was put there last, "" without."""
        return self._values.get(key, "")

    def put(self, key: str, value: str) -> None:
        """Keep it, also on the disk, where that has time."""
        if value == self.get(key):
            return
        self._values = self._values | {key: value}
        with self._lock:
            self._wanted = self._values
            if self._writer is None:
                self._writer = Thread(target=self._write, name="settings")
                self._writer.start()

    def save(self) -> None:
        """Wait until all of it is on the disk."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()

    def _write(self) -> None:
        """In a thread of its own, until what is wanted is written."""
        written = None
        while True:
            with self._lock:
                if self._wanted is written:
                    self._writer = None
                    return
                written = self._wanted
            with contextlib.suppress(PresenceMapError):
                make_directory(self._path.parent)
                write_file(self._path, json.dumps(written, indent=1).encode())


def _read(path: Path) -> dict[str, str]:
    try:
        said = json.loads(read_file(path, _LARGEST) or b"{}")
    except (PresenceMapError, ValueError, RecursionError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {key: value for key, value in said.items() if isinstance(value, str)}
