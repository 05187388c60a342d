"""Whether this profile shares, pauses or stays off the network: kept over restarts.

One word in a file of the profile; knows neither the node nor the wire.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from presencemap.domain.availability import Sharing
from presencemap.domain.errors import EnvironmentFault
from presencemap.store.private import make_directory, read_file, write_file

_LIMIT: Final = 64


def load_sharing(path: Path) -> Sharing:
    """As it was chosen; a file that says nothing we know pauses, since nobody chose to share."""
    data = read_file(path, _LIMIT)
    if data is None:
        return Sharing.ON
    try:
        return Sharing(data.decode().strip())
    except ValueError:
        return Sharing.PAUSED


def save_sharing(path: Path, sharing: Sharing) -> None:
    """Keep the choice.

    Raises:
        EnvironmentFault: it can't be kept. Not to share holds over a restart all the same, as a
            pause, wherever a file can still be emptied: that takes no space.
    """
    make_directory(path.parent)
    try:
        write_file(path, f"{sharing.value}\n".encode())
    except EnvironmentFault:
        if sharing is not Sharing.ON:
            with suppress(OSError):
                path.write_bytes(b"")
        raise
