"""Whether home has a town: chosen by its owner alone, off until then, kept on this computer.

Owns the file of the choice. What of it is shared, `domain/precision.py` decides.
"""

from pathlib import Path
from typing import Final

from presencemap.app.towns import town_named
from presencemap.domain.errors import NotFound
from presencemap.domain.place import HOME, Place, is_home, said_by
from presencemap.domain.wrong import Wrong
from presencemap.store.private import make_directory, read_file, remove_file, write_file

_LIMIT: Final = 256


def load_home(path: Path) -> Place:
    """Home as it was chosen; without a town where that can't be read."""
    said = (read_file(path, _LIMIT) or b"").decode("utf-8", "replace").strip()
    found = said_by(said) if is_home(said) else None
    return found or HOME


def save_home(path: Path, home: Place) -> None:
    """Keep the choice. Without a town there is no file, which takes no space.

    Raises:
        EnvironmentFault: it can't be kept.
    """
    if home == HOME:
        remove_file(path)
        return
    make_directory(path.parent)
    write_file(path, f"{home.id}\n".encode())


def home_in(town: str) -> Place:
    """Home in a town by its name, "" for home without one.

    Raises:
        NotFound: nobody knows that town.
    """
    if not town.strip():
        return HOME
    found = town_named(town)
    if found is None:
        raise NotFound(
            f"No town “{town}” is known; try a larger town nearby.", Wrong.TOWN_UNKNOWN, town=town
        )
    return Place.home_in(found)
