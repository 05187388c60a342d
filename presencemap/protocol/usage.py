"""Usage: which places and topics somebody needs, so that they are kept. Holds nothing."""

from collections.abc import Iterable, Iterator

from presencemap.domain.place import PlaceTree
from presencemap.domain.topic import topics_in
from presencemap.protocol.bodies import status_of
from presencemap.protocol.follows import Follows
from presencemap.protocol.lines import Lines
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.record import Body, StatusBody


def in_use(places: PlaceTree, bodies: Iterable[Body], now: int) -> frozenset[str]:
    """The places of each site where somebody is, or plans to be."""
    sites = {site.id for body in bodies if (site := places.site(_place_in(body, now)))}
    return frozenset(p.id for p in places if (site := places.site(p.id)) and site.id in sites)


def topics_named(lines: Lines, follows: Follows, bodies: Iterable[Body], now: int) -> Iterator[str]:
    """The keys of the topics that a post is on, or that somebody follows, is on or plans to be."""
    yield from lines.topics
    yield from follows.topics
    for body in bodies:
        match body:
            case StatusBody() if (on := status_of(body).at(now).activity) is not None:
                yield from on.topics
            case PlanBody(text=text):
                yield from topics_in(text)
            case _:
                pass


def _place_in(body: Body, now: int) -> str | None:
    match body:
        case StatusBody():
            return status_of(body).at(now).place
        case PlanBody(place=place):
            return place
        case _:
            return None
