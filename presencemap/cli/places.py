"""The commands about places: ``place add`` and ``place list``."""

from argparse import Namespace

from presencemap.app import control
from presencemap.app.commands import AddPlace
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import ask, print_json
from presencemap.domain.errors import InvalidInput
from presencemap.domain.place import PlaceKind


def place_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place add``."""
    lat, lon, town = arguments.lat, arguments.lon, ""
    if arguments.near is not None:
        if lat is not None or lon is not None:
            raise InvalidInput("Use --near TOWN, or --lat with --lon, not both.")
        # Here, since only this command needs the towns and they take some 50 ms to load.
        from presencemap.app.gazetteer import Gazetteer  # noqa: PLC0415

        found = Gazetteer.load().resolve(arguments.near)
        lat, lon, town = found.lat, found.lon, found.name
    default = PlaceKind.ROOM if arguments.parent else PlaceKind.OFFICE
    kind = PlaceKind(arguments.kind) if arguments.kind else default
    command = AddPlace(arguments.name, kind, arguments.parent, lat, lon, town)
    place = ask(paths, control.asked(command))
    where = f", {town} ({lat:.2f}, {lon:.2f})" if town else ""
    print(f"{place['id']}  {place['name']}{where}")


def place_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place list``."""
    places = ask(paths, {"ask": "places"}, from_store=True)
    if arguments.json:
        return print_json(places)
    for place in places:
        spot = f"  {place['lat']:.4f}, {place['lon']:.4f}" if place["lat"] is not None else ""
        print(f"{place['id'][:12]:12}  {', '.join(place['path'])} ({place['kind']}){spot}")
    return None
