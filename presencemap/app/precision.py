"""How precisely this profile shares its places: kept over restarts; and the town of a site.

One word in a file of the profile; knows neither the node nor the wire.
"""

from pathlib import Path
from typing import Final

from presencemap.domain.place import Place
from presencemap.domain.precision import Precision
from presencemap.store.private import make_directory, read_file, write_file

_LIMIT: Final = 64


def load_precision(path: Path) -> Precision:
    """As it was chosen; a file that says nothing we know hides, since nobody chose to be seen."""
    data = read_file(path, _LIMIT)
    if data is None:
        return Precision.ROOM
    try:
        return Precision(data.decode().strip())
    except ValueError:
        return Precision.HIDDEN


def save_precision(path: Path, precision: Precision) -> None:
    """Keep the choice.

    Raises:
        EnvironmentFault: it can't be kept.
    """
    make_directory(path.parent)
    write_file(path, f"{precision.value}\n".encode())


def town_of(site: Place) -> Place | None:
    """The town that a site names, where the gazetteer knows it; its middle, not the site's spot."""
    return town_named(site.town)


def town_named(text: str) -> Place | None:
    """The town of that name, where the gazetteer knows it."""
    # Here, since it is read in some 50 ms, and few share by town.
    from presencemap.app.gazetteer import Gazetteer  # noqa: PLC0415

    town = Gazetteer.load().find(text) if text else None
    return None if town is None else Place.in_town(town.name, town.lat, town.lon)
