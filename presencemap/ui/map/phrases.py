"""What the map says in words: captions, and what a screen reader hears.

Owns the map's sentences, translated. Knows no widget and no pixels.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from heapq import merge
from itertools import chain, islice

from PySide6.QtCore import QCoreApplication

from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card, Freshness
from presencemap.ui.map.scene import DockKind, Face, Scene, Spot, place_in_row
from presencemap.ui.painting.availability import availability_word
from presencemap.ui.painting.kind import kind_word
from presencemap.ui.people import planned
from presencemap.ui.people.row_facts import heard
from presencemap.ui.people.wording import (
    ago,
    end,
    guests,
    place_path,
    somewhere,
    until,
    with_guests,
)

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
MOST_NAMED = 12
"""Of more than that nobody listens to the names."""
_TOWNS_NAMED = 3
"""Of several that one plate or bubble stands for."""
_THOUSANDS = 10_000
"""People from which they are told in thousands where there is little room."""


def dock_name(kind: DockKind) -> str:
    """The name of a dock."""
    names = {
        DockKind.HOME: translate("Map", "Home"),
        DockKind.ROAD: translate("Map", "On the road"),
        DockKind.NOWHERE: translate("Map", "Places without a spot"),
        DockKind.OUT: translate("Map", "Out of office"),
    }
    return names[kind]


def caption(spots: Sequence[Spot], now: int) -> str:
    """The words under a plate, the biggest place first: its name, or the town of several."""
    towns = len(_towns(spots))
    if towns > 1 and all(spot.town for spot in spots):
        return translate("Map", "{town}, {count} towns").format(town=city(spots), count=towns)
    if len(spots) > 1:
        return translate("Map", "{town}, {count} places").format(town=city(spots), count=len(spots))
    (spot,) = spots
    seen = [face.last_seen for face in spot.faces if face.last_seen is not None]
    if spot.stale and seen:
        age = ago(max(0, now - max(seen)))
        return translate("Map", "{place}, {age}").format(place=spot.name, age=age)
    if spot.home:
        return translate("Map", "At home in {town}").format(town=spot.town)
    return somewhere(spot.name) if spot.area else spot.name


def ending(spots: Sequence[Spot], now: int) -> str:
    """Until when these people are there, short: "→ 17:00", or "→ 12:00+" where the first ends."""
    ends = _ends(spots)
    if ends is None:
        return ""
    first, later = ends
    return f"→ {end(first, now)}{'+' if later else ''}"


def _ends(spots: Sequence[Spot]) -> tuple[int, bool] | None:
    """When the first of all ends there, ms, and whether another ends later or didn't say."""
    ends = set(chain.from_iterable(spot.ends for spot in spots))
    said = [each for each in ends if each is not None]
    return (min(said), len(ends) > 1) if said else None


def _lasting(spots: Sequence[Spot], now: int) -> str:
    """Until when, for a screen reader; "" where nobody said."""
    ends = _ends(spots)
    if ends is None:
        return ""
    first, later = ends
    if not later:
        return until(first, now)
    return translate("Map", "{until} at the earliest").format(until=until(first, now))


def city(spots: Sequence[Spot]) -> str:
    """The town where most of these people are: the biggest place may be alone in another one."""
    return _towns(spots)[0]


def bubble_caption(spots: Sequence[Spot], now: int) -> str:
    """The words under a bubble, whose people are in it: a town, and how many others: "Gent +2"."""
    if len(spots) == 1:
        return caption(spots, now)
    town, *others = _towns(spots)
    if not others:
        return town
    return translate("Map", "{town} +{count}").format(town=town, count=len(others))


def _towns(spots: Sequence[Spot]) -> list[str]:
    """The towns of these places, the one with most people first."""
    people: Counter[str] = Counter()
    for spot in spots:
        people[spot.city] += len(spot.faces)
    return [town for town, _ in people.most_common()]


def _where(spots: Sequence[Spot], now: int) -> str:
    """The words under a plate, but several towns by their names, the last of many as a number."""
    towns = _towns(spots)
    if len(towns) == 1:
        return caption(spots, now)
    named = ", ".join(towns[:_TOWNS_NAMED])
    if len(towns) <= _TOWNS_NAMED:
        return named
    more = translate("Map", "{names} and {count} more")
    return more.format(names=named, count=len(towns) - _TOWNS_NAMED)


def colleagues(count: int) -> str:
    """A number of people in words."""
    if count == 1:
        return translate("Map", "1 colleague")
    return translate("Map", "{count} colleagues").format(count=count)


def headcount(count: int) -> str:
    """A number of people for a bubble, which has room for four signs."""
    if count < _THOUSANDS:
        return str(count)
    return translate("Map", "{thousands}k").format(thousands=count // 1000)


def day_name(day: date, people: int) -> str:
    """A day to choose, and for how many something is planned."""
    if not people:
        return translate("Map", "{day}, nothing planned").format(day=planned.long_day(day))
    words = translate("Map", "{day}, planned by {colleagues}")
    return words.format(day=planned.long_day(day), colleagues=colleagues(people))


def map_name(scene: Scene, day: date | None = None) -> str:
    """The map as a whole; ``day``: the one that is shown as planned."""
    people = scene.people
    count = len(scene.spots)
    places = (
        translate("Map", "1 place")
        if count == 1
        else translate("Map", "{count} places").format(count=count)
    )
    words = translate("Map", "Map, Where, {colleagues}, {places}").format(
        colleagues=colleagues(people), places=places
    )
    if day is None:
        return words
    return translate("Map", "{map}, planned for {day}").format(map=words, day=planned.long_day(day))


def plate_name(spots: Sequence[Spot], now: int) -> str:
    """A plate: "Acme Gent, 4 colleagues: Joris, Lotte, Bram, you. Joris is struggling"."""
    place = _where(spots, now)
    if all(spot.planned for spot in spots):
        place = translate("Map", "{place}, planned").format(place=place)
    place = " ".join(filter(None, [place, _lasting(spots, now)]))
    people = sum(len(spot.faces) for spot in spots)
    beside = sum(spot.guests for spot in spots)
    name = people_name(place, faces_of(spots, MOST_NAMED), people)
    return f"{name}; {guests(beside)}" if beside else name


def people_name(place: str, faces: Sequence[Face], people: int | None = None) -> str:
    """A place and its people, in words; of many only the first are named."""
    count = len(faces) if people is None else people
    faces = faces[:MOST_NAMED]
    said = first_names(faces)
    names = ", ".join(said[face.person] for face in sorted(faces, key=lambda face: face.me))
    if count > len(faces):
        more = translate("Map", "{names} and {count} more")
        names = more.format(names=names, count=count - len(faces))
    text = translate("Map", "{place}, {colleagues}: {names}").format(
        place=place, colleagues=colleagues(count), names=names
    )
    stuck = [face for face in faces if face.struggling]
    if not stuck:
        return text
    if [face.me for face in stuck] == [True]:
        return translate("Map", "{plate}. You are struggling").format(plate=text)
    names = ", ".join(said[face.person] for face in stuck)
    if len(stuck) == 1:
        return translate("Map", "{plate}. {name} is struggling").format(plate=text, name=names)
    return translate("Map", "{plate}. {names} are struggling").format(plate=text, names=names)


def first_names(faces: Sequence[Face]) -> dict[str, str]:
    """Person id to the first name; the whole name where two share one; "you" for me."""
    firsts = [face.name.split()[0] if face.name else "" for face in faces]
    named, shared = zip(faces, firsts, strict=True), Counter(firsts)
    known = {
        face.person: first if first and shared[first] == 1 else face.name for face, first in named
    }
    return known | {face.person: translate("Map", "you") for face in faces if face.me}


def short_name(name: str) -> str:
    """Of a whole name the first one, and the letter that the last begins with: "Bram G."."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name


def faces_of(spots: Sequence[Spot], most: int | None = None) -> tuple[Face, ...]:
    """The people of the spots, the most relevant first, or only so many of them."""
    if len(spots) == 1:
        return spots[0].faces[:most]
    # Each spot's are in order: of thousands only those are looked at that may come first.
    return tuple(islice(merge(*(spot.faces for spot in spots), key=place_in_row), most))


def hover_text(card: Card, places: PlaceTree, now: int) -> str:
    """A person in three lines: who, on what, where, until when and how fresh."""
    name = translate("Map", "{name} (you)") if card.me else "{name}"
    if card.planned is not None:
        day, said = planned.planned_for(card.planned.day), planned.what(card.planned, places)
        return "\n".join(filter(None, [name.format(name=card.person.name), day, said]))
    word = availability_word(card.shown_availability())
    lines = [f"{name.format(name=card.person.name)} · {word}"]
    status = card.status_at(now)
    if status is not None and status.activity is not None:
        lines.append(f"{kind_word(status.activity.kind)}: {status.activity.text}")
    where = place_path(places, card.place_at(now))
    ends = status.until if status is not None else None
    end = "" if ends is None else until(ends, now)
    stale = card.freshness(now) is Freshness.STALE
    if status is not None and not stale:
        where = with_guests(where, status.guests)
    if stale and card.last_seen is not None:
        words = translate("Map", "Last seen {age} at {place}")
        if end:
            words = translate("Map", "Last seen {age} at {place}, planned to be there {until}")
        age = ago(max(0, now - card.last_seen))
        lines.append(words.format(age=age, place=where, until=end))
    else:
        live = "" if card.me else heard(card, now)
        lines.append(" · ".join(filter(None, [where, end, live])))
    return "\n".join(filter(None, lines))
