"""The commands about places: ``place add``, ``edit``, ``merge``, ``plan`` and ``list``."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from presencemap.app import control
from presencemap.app.commands import KEEP, AddPlace, EditPlace, MergePlace, SetFloorPlan
from presencemap.app.paths import ProfilePaths
from presencemap.cli.answers import ask, print_json
from presencemap.domain.errors import InvalidInput
from presencemap.domain.place import PlaceKind


def place_add(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place add``."""
    lat, lon, town = _spot(arguments)
    default = PlaceKind.ROOM if arguments.parent else PlaceKind.OFFICE
    kind = PlaceKind(arguments.kind) if arguments.kind else default
    capacity = arguments.capacity or None
    command = AddPlace(arguments.name, kind, arguments.parent, lat, lon, town, capacity)
    place = ask(paths, control.asked(command))
    print(_line(place))


def place_edit(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place edit``: what isn't named stays as it is."""
    changes: dict[str, Any] = {}
    if arguments.name is not None:
        changes["name"] = arguments.name
    if arguments.parent is not None:
        changes["parent"] = arguments.parent
    if arguments.kind is not None:
        changes["kind"] = PlaceKind(arguments.kind)
    if arguments.capacity is not None:
        changes["capacity"] = arguments.capacity or None
    lat, lon, town = _spot(arguments)
    if arguments.no_spot and (lat, lon) != (None, None):
        raise InvalidInput("Use --no-spot alone, or say where the place is.")
    if (lat, lon) != (None, None) or arguments.no_spot:
        changes |= {"lat": lat, "lon": lon}
    if town or arguments.no_spot:
        changes["town"] = town
    if not changes:
        raise InvalidInput(
            "Say what changes: --name, --in, --kind, --near, --lat, --no-spot, --capacity."
        )
    print(_line(ask(paths, control.asked(EditPlace(arguments.place, **changes)))))


def place_merge(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place merge``."""
    print(_line(ask(paths, control.asked(MergePlace(arguments.place, arguments.into)))))


def _spot(arguments: Namespace) -> tuple[float | None, float | None, str]:
    """Latitude, longitude and town, as far as they were said.

    Raises:
        InvalidInput: said twice.
        TownUnknown: no such town.
    """
    if arguments.near is None:
        return arguments.lat, arguments.lon, ""
    if arguments.lat is not None or arguments.lon is not None:
        raise InvalidInput("Use --near TOWN, or --lat with --lon, not both.")
    # Here, since only these commands need the towns and they take some 50 ms to load.
    from presencemap.app.gazetteer import Gazetteer  # noqa: PLC0415

    found = Gazetteer.load().resolve(arguments.near)
    return found.lat, found.lon, found.name


def _line(place: dict[str, Any]) -> str:
    town, lat, lon = place["town"], place["lat"], place["lon"]
    where = f", {town} ({lat:.2f}, {lon:.2f})" if town and lat is not None else ""
    return f"{place['id']}  {place['name']}{where}"


def place_list(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place list``."""
    places = ask(paths, {"ask": "places"}, from_store=True)
    if arguments.json:
        return print_json(places)
    for place in places:
        spot = f"  {place['lat']:.4f}, {place['lon']:.4f}" if place["lat"] is not None else ""
        print(f"{place['id'][:12]:12}  {', '.join(place['path'])} ({place['kind']}){spot}")
    return None


def place_plan(arguments: Namespace, paths: ProfilePaths) -> None:
    """``place plan``."""
    if (arguments.file is None) is not arguments.clear:
        raise InvalidInput("Give the plan's FILE, or --clear to take the plan away.")
    # The node reads the file, and may run elsewhere.
    file = str(Path(arguments.file).absolute()) if arguments.file else None
    command = SetFloorPlan(arguments.floor, None, () if arguments.clear else KEEP)
    request = control.asked(command)
    request["with"]["picture"] = file
    plan = ask(paths, request)
    if file:
        print(f"{plan['width']} x {plan['height']}, {plan['image']['size']} bytes")
