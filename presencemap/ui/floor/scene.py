"""Who sits where on a floor: places, plans and cards become floors with rooms and desks.

Pure: knows no Qt, no clock, no pixels of a screen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from presencemap.domain.floor_plan import FloorPlan, Point
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.ui.map.scene import Face, face_of, ordered

_GROUNDS = ("ground", "gelijkvloers", "begane grond", "benedenverdieping", "rez de", "erdgeschoss")
_CELLARS = ("basement", "cellar", "kelder", "souterrain", "sous sol", "untergeschoss")
_ORDINALS = (
    ("first", "eerste"),
    ("second", "tweede"),
    ("third", "derde"),
    ("fourth", "vierde"),
    ("fifth", "vijfde"),
    ("sixth", "zesde"),
    ("seventh", "zevende"),
    ("eighth", "achtste"),
    ("ninth", "negende"),
    ("tenth", "tiende"),
)


@dataclass(frozen=True, slots=True)
class Level:
    """A floor in the switch: the number on its button, and how many are there, guests too."""

    floor: str
    name: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A room or desk. ``outline``: its corners on the plan, none where it isn't drawn.

    ``desks``, ``free``: how many desks are in a room, and how many of them nobody sits at;
    ``capacity``: how many people a room is for, if somebody said it.
    """

    place: str
    name: str
    kind: PlaceKind
    outline: tuple[Point, ...]
    faces: tuple[Face, ...]
    desks: int = 0
    free: int = 0
    room: str = ""
    capacity: int | None = None

    @property
    def guests(self) -> int:
        """How many are there with them."""
        return sum(face.guests for face in self.faces)

    @property
    def is_desk(self) -> bool:
        """Whether one person sits there."""
        return self.kind is PlaceKind.DESK


@dataclass(frozen=True, slots=True)
class FloorScene:
    """One floor of a site. ``seats``: each room before its desks; ``mine``: the place where I am.

    ``elsewhere``: people on the floor who are in none of its rooms.
    """

    site: str
    site_name: str
    town: str
    floor: str
    name: str
    levels: tuple[Level, ...]
    plan: FloorPlan | None
    seats: tuple[Seat, ...]
    elsewhere: tuple[Face, ...]
    mine: str | None = None

    def seat(self, place: str | None) -> Seat | None:
        """The room or desk of an id."""
        return next((seat for seat in self.seats if seat.place == place), None)


def floors_of(places: PlaceTree, site: str) -> tuple[Place, ...]:
    """The floors of a site, the highest first, as in a lift."""
    inside = (p for p in places if p.kind is PlaceKind.FLOOR and _holds(places, site, p.id))
    return tuple(sorted(inside, key=lambda floor: (-_level(floor.name), fold(floor.name))))


def first_floor(places: PlaceTree, cards: Iterable[Card], site: str, now: int) -> str | None:
    """The floor to begin with: mine, else the one with the most people, else the lowest."""
    floors = floors_of(places, site)
    count = dict.fromkeys((floor.id for floor in floors), 0)
    for card in cards:
        for place in places.ancestry(card.place_at(now)):
            if place.id in count:
                count[place.id] += len(floors) * 10_000 if card.me else 1
    return max(reversed(floors), key=lambda floor: count[floor.id]).id if floors else None


def floor_scene(
    places: PlaceTree, plans: Sequence[FloorPlan], cards: Iterable[Card], floor: str, now: int
) -> FloorScene | None:
    """The scene of a floor at ``now`` (ms); None where it isn't there (any more)."""
    chain = places.ancestry(floor)
    if not chain or chain[-1].kind is not PlaceKind.FLOOR:
        return None
    here, site = chain[-1], chain[0]
    plan = _plan(plans, here.id, places)
    children = _children(places)
    floors = floors_of(places, site.id)
    inside = {each.id: {p.id: p for p in _below(children, each)} for each in floors}
    at: dict[str | None, list[Card]] = {}
    for card in cards:
        at.setdefault(card.place_at(now), []).append(card)
    people: dict[str, list[Face]] = {}
    on: Counter[str] = Counter()
    mine: str | None = None
    # By place, of which there are fewer than people: a floor is built anew at each change.
    for key, there in at.items():
        spot = places.get(key)
        found = [each for each in inside if spot is not None and spot.id in inside[each]]
        brought = sum(face_of(card, now).guests for card in there if card.status)
        on.update({each: len(there) + brought for each in found})
        if spot is not None and here.id in found:
            people.setdefault(spot.id, []).extend(face_of(card, now) for card in there)
            mine = spot.id if any(card.me for card in there) else mine
    shapes = {
        place.id: shape.outline
        for shape in (plan.shapes if plan else ())
        if (place := places.get(shape.place)) is not None
    }
    seats = tuple(_seats(children, [*inside[here.id].values()], people, shapes))
    seated = {seat.place for seat in seats}
    elsewhere = [face for spot, faces in people.items() if spot not in seated for face in faces]
    levels = tuple(Level(each.id, each.name, _label(each.name), on[each.id]) for each in floors)
    return FloorScene(
        site.id,
        site.name,
        site.town,
        here.id,
        here.name,
        levels,
        plan,
        seats,
        ordered(elsewhere),
        mine,
    )


def drawn(scene: FloorScene) -> tuple[dict[str, tuple[Face, ...]], tuple[Face, ...]]:
    """Who is drawn in which shape, and who in none: a desk that isn't drawn is in its room."""
    shown: dict[str, list[Face]] = {}
    nowhere = list(scene.elsewhere)
    for seat in scene.seats:
        room = scene.seat(seat.room)
        if seat.outline:
            shown.setdefault(seat.place, []).extend(seat.faces)
        elif room is not None and room.outline:
            shown.setdefault(room.place, []).extend(seat.faces)
        else:
            nowhere += seat.faces
    return {place: ordered(faces) for place, faces in shown.items()}, ordered(nowhere)


def _seats(
    children: Mapping[str, list[Place]],
    inside: Sequence[Place],
    people: dict[str, list[Face]],
    shapes: dict[str, tuple[Point, ...]],
) -> Iterable[Seat]:
    """Each room with its desks; ``inside`` begins with the floor, whose own desks come last."""
    floor, *rest = inside
    rooms = sorted((p for p in rest if p.kind is not PlaceKind.DESK), key=_in_order)
    for room in (*rooms, floor):
        inner = children.get(room.id, [])
        own = sorted((p for p in inner if p.kind is PlaceKind.DESK), key=_in_order)
        if room is not floor:
            free = sum(not people.get(desk.id) for desk in own)
            faces = ordered(people.get(room.id, []))
            shape, people_for = shapes.get(room.id, ()), room.capacity
            yield Seat(
                room.id, room.name, room.kind, shape, faces, len(own), free, capacity=people_for
            )
        for desk in own:
            faces = ordered(people.get(desk.id, []))
            yield Seat(desk.id, desk.name, desk.kind, shapes.get(desk.id, ()), faces, room=room.id)


def _plan(plans: Sequence[FloorPlan], floor: str, places: PlaceTree) -> FloorPlan | None:
    """A floor's own plan, else that of one that was merged into it."""
    own = (plan for plan in plans if plan.floor == floor)
    merged = (p for p in plans if (place := places.get(p.floor)) and place.id == floor)
    return next(own, None) or next(merged, None)


def _holds(places: PlaceTree, around: str, place: str) -> bool:
    return any(each.id == around for each in places.ancestry(place)[:-1])


def _children(places: PlaceTree) -> Mapping[str, list[Place]]:
    """The places right inside each."""
    found: dict[str, list[Place]] = {}
    for place in places:
        around = places.get(place.parent)
        if around is not None:
            found.setdefault(around.id, []).append(place)
    return found


def _below(children: Mapping[str, list[Place]], place: Place) -> list[Place]:
    """A place and all that is inside it; of a ring, each once."""
    found = {place.id: place}
    waiting = [place]
    while waiting:
        for inner in children.get(waiting.pop().id, []):
            if inner.id not in found:
                found[inner.id] = inner
                waiting.append(inner)
    return [*found.values()]


def _in_order(place: Place) -> tuple[str, int, str]:
    """By name, with its number as one: D2 before D16."""
    return fold(re.sub(r"\d+", "", place.name)), _number(place.name), place.id


def _number(name: str) -> int:
    found = re.search(r"-?\d{1,9}", name)
    return int(found[0]) if found else 0


def _level(name: str) -> int:
    """How high a floor is, by its number or by what people call it where they live."""
    if re.search(r"\d", name):
        return _number(name)
    said = {*fold(name).split()}
    counted = (level for level, words in enumerate(_ORDINALS, 1) if not said.isdisjoint(words))
    return next(counted, -1 if _called(name, _CELLARS) else 0)


def _label(name: str) -> str:
    """What fits on a button of the switch: the number in a lift, else initials."""
    found = re.search(r"-?\d{1,3}", name)
    if found:
        return found[0]
    if _called(name, _GROUNDS):
        return "0"
    level = _level(name)
    return str(level) if level else "".join(word[0] for word in name.split()[:2]).upper()


def _called(name: str, words: tuple[str, ...]) -> bool:
    return any(f" {word}" in f" {fold(name)}" for word in words)
