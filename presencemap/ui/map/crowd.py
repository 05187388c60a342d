"""Everybody where they are, kept as cards come: a change costs what is at its place, not the team.

Rooms belong to their site; the road has no spot, and a home none finer than a town that its owner
chose. Pure: knows no Qt, no clock, no pixels.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - as an attribute
from itertools import chain, zip_longest
from operator import attrgetter

from presencemap.domain.due import Due
from presencemap.domain.place import Place, PlaceKind, PlaceTree, is_home, said_by
from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.ui.map.scene import (
    Dock,
    DockKind,
    Face,
    Scene,
    Spot,
    face_of,
    place_in_row,
)
from presencemap.ui.people.told import Told
from presencemap.ui.steps import whole

_OUT = ""
"""Among the sites that something changed at: those who are out of office, wherever."""
_PIECE = 100
"""Cards that are held against those before in one step; of the same ones it takes no time."""
_DOCKS = {PlaceKind.HOME: DockKind.HOME, PlaceKind.ROAD: DockKind.ROAD}


@dataclass(frozen=True, slots=True)
class _Seat:
    """One person where they are; ``place`` may be a room of the site."""

    card: Card
    place: str | None
    site: Place | None
    face: Face
    order: tuple[int, str, str]
    helps: bool

    @property
    def where(self) -> str | None:
        """What tells an arrival: one home is as another."""
        if self.site is None:
            return DockKind.OUT if self.out else None
        return self.site.id if said_by(self.site.id) else _DOCKS.get(self.site.kind, self.site.id)

    @property
    def looks(self) -> tuple[object, ...]:
        """All that the map shows of it."""
        return self.face, self.site_id, self.place, self.helps, self.out

    @property
    def site_id(self) -> str:
        """The id of the site, "" for none."""
        return "" if self.site is None else self.site.id

    @property
    def out(self) -> bool:
        """Whether they are out of office on the day that is shown."""
        return self.card.planned is not None and self.card.planned.out


Taking = Generator[None, None, Scene]


def scene_of(cards: Iterable[Card], places: PlaceTree, now: int) -> Scene:
    """The scene of these alone at ``now`` (ms)."""
    return Crowd().scene(cards, places, now)


class Crowd:
    """Ask it for the ``scene`` with every card each time: those it knows cost next to nothing.

    ``plans``: how many planned each day.
    """

    def __init__(self) -> None:
        self._cards: tuple[Card, ...] = ()
        self._waiting = Told()
        self._seats: dict[str, _Seat] = {}
        self._sites: dict[str, dict[str, _Seat]] = {}
        self._parts: dict[str, Spot | DockKind] = {}
        self._docks: dict[DockKind, Dock] = {}
        self._stale: set[str] = set()
        self._due = Due()
        self._places = PlaceTree()
        self._now = 0
        self._talents: frozenset[str] = frozenset()
        self._me: str | None = None
        self._came: dict[str, None] = {}
        self._told = False
        self.plans: Counter[date] = Counter()

    def __len__(self) -> int:
        return len(self._cards)

    @property
    def came(self) -> list[str]:
        """Who is elsewhere than at the scene before, in the order in which they came."""
        return list(self._came)

    def card(self, person: str | None) -> Card | None:
        """The card of a person as it was told last, None for a stranger."""
        seat = self._seats.get(person or "")
        return None if seat is None else seat.card

    @property
    def me(self) -> Card | None:
        """My own."""
        return self.card(self._me)

    def scene(self, cards: Iterable[Card], places: PlaceTree, now: int) -> Scene:
        """The scene at ``now`` (ms)."""
        return whole(self.taking(cards, places, now))

    def taking(self, cards: Iterable[Card], places: PlaceTree, now: int) -> Taking:
        """``scene`` in steps, to be gone through to the end before the next."""
        cards = tuple(cards)
        anew = places is not self._places or now < self._now
        changed = list(cards) if anew else (yield from self._changed(cards))
        self._cards, self._places, self._now = cards, places, now
        if self._told:
            self._came.clear()
            self._told = False
        mine = [card for card in changed if card.me]
        if mine and self._learn_me(mine[0]):
            changed, anew = list(cards), True
        if anew:
            self._stale.update(self._sites)
        self._waiting.hear(changed)
        yield from self._waiting.sort()
        while (card := self._waiting.take()) is not None:
            self._seat(card)
            yield
        if len(self._seats) > len(cards):
            for person in self._seats.keys() - {card.person.id for card in cards}:
                self._leave(self._seats.pop(person))
                self._due.note(person, None)
        for person in self._due.over(now):
            self._seat(self._seats[person].card)
            yield
        yield from self._make()
        self._told = True
        spots = [part for part in self._parts.values() if isinstance(part, Spot)]
        spots.sort(key=lambda spot: (-spot.lat, spot.lon, spot.id))
        docks = tuple(self._docks[kind] for kind in DockKind if kind in self._docks)
        # No card at all is a team that isn't read yet: nobody is alone before.
        alone = len(self._cards) == 1 and self._cards[0].me
        return Scene(tuple(spots), docks, alone=alone)

    def _changed(self, cards: tuple[Card, ...]) -> Generator[None, None, list[Card]]:
        """Cards are never altered: the same object says the same."""
        changed = list[Card]()
        for first in range(0, len(cards), _PIECE):
            piece = slice(first, first + _PIECE)
            for card, before in zip_longest(cards[piece], self._cards[piece]):
                if card is before or card is None:
                    continue
                seat = self._seats.get(card.person.id)
                if seat is None or seat.card is not card:
                    changed.append(card)
            yield
        return changed

    def _learn_me(self, mine: Card) -> bool:
        """Whether I know of other topics than before: then others' struggles show otherwise."""
        talents = frozenset(map(fold, mine.person.profile.talents))
        before, self._talents, self._me = self._talents, talents, mine.person.id
        return talents != before

    def _seat(self, card: Card) -> None:
        """Have a person where the card says."""
        now, person, before = self._now, card.person.id, self._seats.get(card.person.id)
        place, face = card.place_at(now), face_of(card, now)
        if before is not None and before.face == face:
            face, order = before.face, before.order
        else:
            order = place_in_row(face)
        site = self._places.site(place)
        seat = _Seat(card, place, site, face, order, self._knows(card))
        self._seats[person] = seat
        self.plans.update(plan.day for plan in card.plans)
        if seat.site_id:
            self._sites.setdefault(seat.site_id, {})[person] = seat
        self._due.note(person, card.changes_at(now))
        if before is not None:
            self._leave(before, seat)
        if before is None or before.looks != seat.looks:
            self._touch(seat)
            if seat.where is not None and (before is None or before.where != seat.where):
                self._came[person] = None

    def _leave(self, seat: _Seat, other: _Seat | None = None) -> None:
        """This isn't so any more; ``other`` is what is."""
        self.plans.subtract(plan.day for plan in seat.card.plans)
        if seat.site_id and (other is None or other.site_id != seat.site_id):
            del self._sites[seat.site_id][seat.card.person.id]
        if other is None or other.looks != seat.looks:
            self._touch(seat)

    def _touch(self, seat: _Seat) -> None:
        """What is at the place has to be made anew."""
        if seat.site_id:
            self._stale.add(seat.site_id)
        if seat.out:
            self._stale.add(_OUT)

    def _make(self) -> Iterator[None]:
        """The spots and docks of places where something changed."""
        docks = {DockKind.OUT} if _OUT in self._stale else set()
        for site in self._stale - {_OUT}:
            before, seats = self._parts.pop(site, None), self._sites.get(site, {})
            if isinstance(before, DockKind):
                docks.add(before)
            if not seats:
                self._sites.pop(site, None)
                continue
            part = self._parts[site] = self._part(seats)
            if isinstance(part, DockKind):
                docks.add(part)
            yield
        self._stale.clear()
        for kind in docks:
            faces = _faces(self._docked(kind))
            if faces:
                self._docks[kind] = Dock(kind, faces)
            else:
                self._docks.pop(kind, None)
            yield

    def _part(self, seats: dict[str, _Seat]) -> Spot | DockKind:
        """A site with people as it is drawn, or the dock that it is in."""
        site = next(iter(seats.values())).site
        assert site is not None
        point = self._point(site, seats)
        if point is None:
            return _DOCKS.get(site.kind, DockKind.NOWHERE)
        area, home = said_by(site.id) is not None, is_home(site.id)
        return Spot(
            site.id,
            site.name,
            site.name if site.kind is PlaceKind.TOWN else site.town,
            site.kind is PlaceKind.OFFICE,
            *point,
            _faces(seats.values()),
            any(map(attrgetter("helps"), seats.values())),
            area,
            home,
        )

    def _docked(self, kind: DockKind) -> Iterator[_Seat]:
        if kind is DockKind.OUT:
            return (seat for seat in self._seats.values() if seat.out)
        sites = (site for site, part in self._parts.items() if part is kind)
        return chain.from_iterable(self._sites[site].values() for site in sites)

    def _point(self, site: Place, seats: dict[str, _Seat]) -> tuple[float, float] | None:
        """The site's coordinates, else those of the first room in it that has some."""
        if site.kind in _DOCKS and said_by(site.id) is None:
            return None
        found = self._places.coordinates(site.id)
        if found is not None:
            return found
        rooms = sorted({seat.place or "" for seat in seats.values()})
        return next(filter(None, map(self._places.coordinates, rooms)), None)

    def _knows(self, card: Card) -> bool:
        """Whether the person struggles with a topic that I listed as a talent."""
        if card.me or not self._talents or not card.struggling(self._now):
            return False
        status = card.status_at(self._now)
        activity = status.activity if status is not None else None
        return activity is not None and any(fold(t) in self._talents for t in activity.topics)


def _faces(seats: Iterable[_Seat]) -> tuple[Face, ...]:
    """The most relevant first."""
    return tuple([seat.face for seat in sorted(seats, key=attrgetter("order"))])
