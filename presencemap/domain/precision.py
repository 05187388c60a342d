"""How precisely a person shares where they are: room, site, town, or not at all.

Pure: a place in, the place to be shared out. Which town a place lies in, its caller knows.
"""

from collections.abc import Callable
from enum import StrEnum

from presencemap.domain.place import HOME, Place, PlaceKind, PlaceTree, is_home


class Precision(StrEnum):
    """From the finest to the coarsest."""

    ROOM = "room"
    SITE = "site"
    TOWN = "town"
    HIDDEN = "hidden"


_WITHOUT_A_SPOT = (PlaceKind.HOME, PlaceKind.ROAD)
"""A home that somebody made as a place, too."""


def shared_place(
    place: str | None,
    places: PlaceTree,
    precision: Precision,
    town_of: Callable[[Place], Place | None],
    home: Place = HOME,
) -> str | None:
    """The id to share of a place; None where nothing of it is to be seen.

    Home and on the road name no spot, so they are as coarse as a town. ``town_of`` answers the town
    of a site; where it knows none, nothing is shared. ``home``: what home is shared as.
    """
    if is_home(place):
        return None if precision is Precision.HIDDEN else home.id
    site = places.site(place)
    if place is None or precision is Precision.ROOM:
        return place
    if site is None or precision is Precision.HIDDEN:
        return None
    if precision is Precision.SITE or site.kind in _WITHOUT_A_SPOT or site.kind is PlaceKind.TOWN:
        return site.id
    town = town_of(site)
    return None if town is None else town.id
