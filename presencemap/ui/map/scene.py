"""Who is shown where: cards and places become spots on the map and docks beside it.

Pure: knows no Qt, no clock, no pixels. Rooms belong to their site; homes and the road have no spot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from presencemap.domain.availability import Availability
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.domain.text import fold


@dataclass(frozen=True, slots=True)
class Face:
    """One person as the map draws them; ``availability`` None is offline."""

    person: str
    name: str
    initials: str
    availability: Availability | None
    stale: bool = False
    me: bool = False
    struggling: bool = False
    last_seen: int | None = None
    planned: bool = False
    """They are to be here on the day that is shown; of now it says nothing."""

    @property
    def free(self) -> bool:
        """Whether the person may be interrupted now."""
        return self.availability is Availability.AVAILABLE and not self.stale


@dataclass(frozen=True, slots=True)
class Spot:
    """A site with people; coordinates in degrees. ``helps``: I know about a struggle there.

    ``area``: a town, somewhere in which they are: no point may stand for it.
    """

    id: str
    name: str
    town: str
    own_office: bool
    lat: float
    lon: float
    faces: tuple[Face, ...]
    helps: bool = False
    area: bool = False

    @property
    def stale(self) -> bool:
        """Whether all that is known of this place is old."""
        return all(face.stale for face in self.faces)

    @property
    def planned(self) -> bool:
        """Whether it is of a day that isn't now."""
        return all(face.planned for face in self.faces)

    @property
    def city(self) -> str:
        """What a merged plate is named after."""
        return self.town or self.name


class DockKind(StrEnum):
    """The places without a spot on the map, in the order of the dock."""

    HOME = "home"
    ROAD = "road"
    NOWHERE = "nowhere"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Dock:
    """The people of one dock; never empty."""

    kind: DockKind
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Spots from north to south, docks in their order; ``alone``: nobody but me is in the team."""

    spots: tuple[Spot, ...] = ()
    docks: tuple[Dock, ...] = ()
    alone: bool = False

    def whereabouts(self) -> dict[str, str]:
        """Person id to the id of the spot, or the name of the dock."""
        on_map = {face.person: spot.id for spot in self.spots for face in spot.faces}
        beside = {face.person: dock.kind.value for dock in self.docks for face in dock.faces}
        return on_map | beside

    def spot(self, spot_id: str) -> Spot | None:
        """The spot of this id."""
        return next((spot for spot in self.spots if spot.id == spot_id), None)


def scene_of(
    cards: Iterable[Card], places: PlaceTree, now: int, selected: str | None = None
) -> Scene:
    """The scene at ``now`` (ms); ``selected`` is the id of the person to show first."""
    cards = list(cards)
    mine = next((card for card in cards if card.me), None)
    talents = {fold(talent) for talent in mine.person.profile.talents} if mine else set()
    at: dict[str, tuple[Place, list[Card]]] = {}
    out: list[Face] = []
    for card in cards:
        site = places.site(card.place_at(now))
        if card.planned is not None and card.planned.out:
            out.append(face_of(card, now))
        if site is not None:
            at.setdefault(site.id, (site, []))[1].append(card)
    spots: list[Spot] = []
    docked: dict[DockKind, list[Face]] = {kind: [] for kind in DockKind}
    docked[DockKind.OUT] = out
    for site, people in at.values():
        faces = [face_of(card, now) for card in people]
        point = _point(site, people, places, now)
        if point is None:
            docked[_DOCKS.get(site.kind, DockKind.NOWHERE)] += faces
            continue
        helps = any(_knows(talents, card, now) for card in people if not card.me)
        office = site.kind is PlaceKind.OFFICE
        order = ordered(faces, selected)
        area = site.kind is PlaceKind.TOWN
        city = site.name if area else site.town
        spots.append(Spot(site.id, site.name, city, office, *point, order, helps, area))
    spots.sort(key=lambda spot: (-spot.lat, spot.lon, spot.id))
    docks = tuple(Dock(kind, ordered(faces, selected)) for kind, faces in docked.items() if faces)
    # No card at all is a team that isn't read yet: nobody is alone before.
    alone = bool(cards) and all(card.me for card in cards)
    return Scene(tuple(spots), docks, alone=alone)


_DOCKS = {PlaceKind.HOME: DockKind.HOME, PlaceKind.ROAD: DockKind.ROAD}


def ordered(faces: Iterable[Face], selected: str | None = None) -> tuple[Face, ...]:
    """Selected, struggling, available, the rest, last known; within each by name."""

    def place_in_row(face: Face) -> tuple[int, str, str]:
        return _rank(face, selected), fold(face.name), face.person

    return tuple(sorted(faces, key=place_in_row))


def _rank(face: Face, selected: str | None) -> int:
    if face.person == selected:
        return 0
    if face.stale:
        return 4
    if face.struggling:
        return 1
    return 2 if face.free else 3


def face_of(card: Card, now: int) -> Face:
    """A person as they are drawn."""
    stale = card.freshness(now) is Freshness.STALE
    return Face(
        card.person.id,
        card.person.name,
        card.person.initials,
        card.shown_availability(),
        stale=stale,
        me=card.me,
        struggling=card.struggling(now),
        # Of who is here it changes with each heartbeat, and shows nowhere.
        last_seen=card.last_seen if stale else None,
        planned=card.planned is not None,
    )


def _point(
    site: Place, people: Sequence[Card], places: PlaceTree, now: int
) -> tuple[float, float] | None:
    """The site's coordinates, else those of the first room in it that has some."""
    if site.kind in _DOCKS:
        return None
    found = places.coordinates(site.id)
    rooms = sorted({card.place_at(now) or "" for card in people})
    return found or next(filter(None, map(places.coordinates, rooms)), None)


def _knows(talents: set[str], card: Card, now: int) -> bool:
    """Whether the person struggles with a topic that I listed as a talent."""
    status = card.status_at(now)
    if not talents or not card.struggling(now) or status is None or status.activity is None:
        return False
    return any(fold(topic) in talents for topic in status.activity.topics)
