"""What is asked about places, done on an opened team: adding, changing, merging.

Anyone may; that two who do so at once come to one tree is the protocol's care.
"""

import secrets
from dataclasses import replace
from typing import assert_never

from presencemap.app.commands import KEEP, AddPlace, EditPlace, MergePlace, PlaceCommand
from presencemap.domain.errors import InvalidInput, NotFound, Refused, TextTooLong
from presencemap.domain.person import MAX_NAME
from presencemap.domain.place import (
    HOME,
    MAX_CAPACITY,
    ROAD,
    SITES,
    Place,
    PlaceKind,
    PlaceTree,
)
from presencemap.domain.text import clean
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect
from presencemap.protocol.endpoint import Endpoint


def obeyed(endpoint: Endpoint, command: PlaceCommand, now: int) -> tuple[Place, list[Effect]]:
    """(the place as it is then, effects) of a command about places.

    Raises:
        UserError: it can't be done as asked; nothing was changed.
    """
    places = endpoint.replica.places()
    match command:
        case AddPlace(name, kind, parent, lat, lon, town, capacity):
            key = secrets.token_hex(16)
            made = Place(key, name, kind, parent, lat, lon, town, capacity=capacity)
            changed = [checked(made, places)]
        case EditPlace():
            changed = [checked(edited(command, places), places)]
        case MergePlace(place=place, into=into):
            changed = merged(place, into, places)
        case _:
            assert_never(command)
    effects = [effect for each in changed for effect in endpoint.owner.put_place(each, now)]
    return changed[0], effects


def checked(place: Place, places: PlaceTree) -> Place:
    """The place in clean form, fit to be shared.

    Raises:
        UserError: it isn't.
    """
    name, town = clean(place.name), clean(place.town)
    if not name:
        raise InvalidInput("A place needs a name.", Wrong.PLACE_UNNAMED)
    if len(name) > MAX_NAME:
        raise TextTooLong(len(name), MAX_NAME)
    lat, lon = place.lat, place.lon
    if (lat is None) != (lon is None):
        raise InvalidInput("Give both --lat and --lon, or neither.", Wrong.PLACE_HALF_SPOT)
    if lat is not None and lon is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        raise InvalidInput(
            "A latitude is within ±90 degrees, a longitude within ±180.", Wrong.PLACE_OFF_EARTH
        )
    if place.parent is not None and places.get(place.parent) is None:
        raise NotFound("The place to put it in isn't known.", Wrong.PLACE_AROUND_UNKNOWN)
    if place.capacity is not None:
        if place.kind is not PlaceKind.ROOM:
            raise InvalidInput("Only a room is for so many people.", Wrong.NO_ROOM)
        if not 1 <= place.capacity <= MAX_CAPACITY:
            raise InvalidInput(
                f"A room is for 1 to {MAX_CAPACITY} people.", Wrong.ROOM_CAPACITY, most=MAX_CAPACITY
            )
    return replace(place, name=name, town=town[:MAX_NAME])


def edited(command: EditPlace, places: PlaceTree) -> Place:
    """A place with what the command changes.

    Raises:
        UserError: there is no such place, or it would be inside itself.
    """
    before = _known(command.place, places)
    kind = before.kind if command.kind is KEEP else command.kind
    parent = before.parent if command.parent is KEEP else command.parent
    after = replace(
        before,
        name=before.name if command.name is KEEP else command.name,
        kind=kind,
        parent=None if kind in SITES else parent,
        lat=before.lat if command.lat is KEEP else command.lat,
        lon=before.lon if command.lon is KEEP else command.lon,
        town=before.town if command.town is KEEP else command.town,
        capacity=_capacity(command, before, kind),
    )
    if before in places.ancestry(after.parent):
        raise InvalidInput("A place can't be inside itself.", Wrong.PLACE_IN_ITSELF)
    return after


def _capacity(command: EditPlace, before: Place, kind: PlaceKind) -> int | None:
    """As said; else as it was, where it is a room still."""
    if command.capacity is not KEEP:
        return command.capacity
    return before.capacity if kind is PlaceKind.ROOM else None


def merged(double: str, into: str, places: PlaceTree) -> list[Place]:
    """The one that stays, then the one that is that from now on.

    Raises:
        UserError: one isn't known, or one is inside the other.
    """
    gone, stays = _known(double, places), _known(into, places)
    if gone in places.ancestry(stays.id):
        raise InvalidInput(
            "Choose two places of which neither is inside the other.", Wrong.PLACES_NESTED
        )
    # Two who merged them at once, each the other way round, made a ring of both.
    stays = replace(stays, into=None)
    if stays.lat is None and not stays.town:
        stays = replace(stays, lat=gone.lat, lon=gone.lon, town=gone.town)
    return [stays, replace(gone, into=stays.id)]


def _known(place: str, places: PlaceTree) -> Place:
    found = places.get(place)
    if found is None:
        raise NotFound("Nobody knows that place; see: presencemap place list", Wrong.PLACE_UNKNOWN)
    if found.id in (HOME.id, ROAD.id):
        raise Refused(
            "Home and On the road are in every team and stay as they are.", Wrong.PLACE_OF_ALL
        )
    return found
