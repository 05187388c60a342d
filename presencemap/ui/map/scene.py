"""Who is shown where: spots on the map and docks beside it.

Pure values: knows no Qt, no clock, no pixels, and not how they came about.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from presencemap.domain.availability import Availability
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
    until: int | None = None
    """Until when they say that they are here, ms; None for who is last known."""
    guests: int = 0
    """How many are with them who aren't of the team."""

    @property
    def free(self) -> bool:
        """Whether the person may be interrupted now."""
        return self.availability is Availability.AVAILABLE and not self.stale


@dataclass(frozen=True, slots=True)
class Spot:
    """A site with people; coordinates in degrees. ``helps``: I know about a struggle there.

    ``area``: a town, somewhere in which they are: no point may stand for it. ``home``: in which
    they are at home, and chose to say so. What follows from the faces is reckoned once: layouts,
    plates and screen readers ask for it, of thousands.
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
    home: bool = False
    ids: frozenset[str] = field(init=False, compare=False)
    """Everybody there."""
    free: int = field(init=False, compare=False)
    """How many of them may be interrupted."""
    stale: bool = field(init=False, compare=False)
    """Whether all that is known of this place is old."""
    planned: bool = field(init=False, compare=False)
    """Whether it is of a day that isn't now."""
    ends: frozenset[int | None] = field(init=False, compare=False)
    """Until when those who are here now are, ms; None among them for who didn't say."""
    guests: int = field(init=False, compare=False)
    """How many are with them who aren't of the team."""

    def __post_init__(self) -> None:
        # Lists, where generators would do: of thousands they take half as long.
        faces, here = self.faces, [face for face in self.faces if not face.stale]
        reckoned = {
            "ids": frozenset([face.person for face in faces]),
            "free": [face.availability for face in here].count(Availability.AVAILABLE),
            "stale": not here,
            "planned": all(map(attrgetter("planned"), faces)),
            "ends": frozenset([face.until for face in here]),
            "guests": sum([face.guests for face in faces]),
        }
        for name, value in reckoned.items():
            object.__setattr__(self, name, value)

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

    @property
    def people(self) -> int:
        """How many are shown; who is out of office may be at a place too."""
        if any(dock.kind is DockKind.OUT for dock in self.docks):
            docked = (face.person for dock in self.docks for face in dock.faces)
            return len(frozenset(docked).union(*(spot.ids for spot in self.spots)))
        beside = sum(len(dock.faces) for dock in self.docks)
        return sum(len(spot.faces) for spot in self.spots) + beside

    def spot(self, spot_id: str) -> Spot | None:
        """The spot of this id."""
        return next((spot for spot in self.spots if spot.id == spot_id), None)


def faces_gone(before: Scene, after: Scene) -> list[list[Face]]:
    """The faces of each place that isn't the same any more."""
    kept = {*map(id, after.spots), *map(id, after.docks)}
    spots = (spot.faces for spot in before.spots if id(spot) not in kept)
    docks = (dock.faces for dock in before.docks if id(dock) not in kept)
    return [list(faces) for faces in (*spots, *docks) if faces]


def ordered(faces: Iterable[Face]) -> tuple[Face, ...]:
    """Struggling, available, the rest, last known; within each by name."""
    return tuple(sorted(faces, key=place_in_row))


def place_in_row(face: Face) -> tuple[int, str, str]:
    """What a face is sorted by among others."""
    rank = 3 if face.stale else 0 if face.struggling else 1 if face.free else 2
    return rank, fold(face.name), face.person


def face_of(card: Card, now: int) -> Face:
    """A person as they are drawn."""
    stale = card.freshness(now) is Freshness.STALE
    status = None if stale else card.status_at(now)
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
        until=status.until if status is not None and status.place is not None else None,
        guests=status.guests if status is not None else 0,
    )
