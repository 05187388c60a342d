"""Usage: which places of the tree somebody needs, so that they are kept. Holds nothing."""

from collections.abc import Iterable

from presencemap.domain.place import PlaceTree
from presencemap.protocol.bodies import status_of
from presencemap.protocol.record import Body, PlanBody, StatusBody


def in_use(places: PlaceTree, bodies: Iterable[Body], now: int) -> frozenset[str]:
    """The places of each site where somebody is, or plans to be."""
    sites = {site.id for body in bodies if (site := places.site(_place_in(body, now)))}
    return frozenset(p.id for p in places if (site := places.site(p.id)) and site.id in sites)


def _place_in(body: Body, now: int) -> str | None:
    match body:
        case StatusBody():
            return status_of(body).at(now).place
        case PlanBody(place=place):
            return place
        case _:
            return None
