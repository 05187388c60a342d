"""What a profile's owner chose, kept over restarts: one word a file.

Knows neither the node nor the wire, nor what the words mean.
"""

from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from presencemap.domain.errors import EnvironmentFault
from presencemap.store.private import make_directory, read_file, write_file

_LIMIT: Final = 64
E = TypeVar("E", bound=StrEnum)


def load_chosen(path: Path, *, unsaid: E, unread: E) -> E:
    """As it was chosen; ``unsaid`` where nothing was, ``unread`` where the file says nothing."""
    data = read_file(path, _LIMIT)
    if data is None:
        return unsaid
    try:
        return type(unsaid)(data.decode().strip())
    except ValueError:
        return unread


def save_chosen(path: Path, chosen: E, *, unsaid: E) -> None:
    """Keep the choice; ``unsaid``: what holds where there is no file.

    Raises:
        EnvironmentFault: it can't be kept. To share less holds over a restart all the same, as
            ``unread``, wherever a file can still be emptied: that takes no space.
    """
    make_directory(path.parent)
    try:
        write_file(path, f"{chosen.value}\n".encode())
    except EnvironmentFault:
        if chosen is not unsaid:
            with suppress(OSError):
                path.write_bytes(b"")
        raise
