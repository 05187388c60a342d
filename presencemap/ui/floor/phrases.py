"""What a floor plan says in words. Knows no widget and no pixels."""

from PySide6.QtCore import QCoreApplication, QLocale

from presencemap.ui.floor.scene import FloorScene, Level, Seat
from presencemap.ui.map.phrases import first_names, people_name
from presencemap.ui.map.scene import Face
from presencemap.ui.people import wording
from presencemap.ui.people.wording import guests

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate


def country(code: str) -> str:
    """A country (ISO 3166 alpha-2) as it is called there, as on the map; "" for none."""
    territory = QLocale.codeToTerritory(code)
    if not code or territory is QLocale.Country.AnyCountry:
        return ""
    return QLocale(QLocale.Language.AnyLanguage, territory).nativeTerritoryName()


def people(count: int) -> str:
    """A number of people, me among them."""
    if count == 1:
        return translate("Floor", "1 person")
    return translate("Floor", "{count} people").format(count=count)


def state(seat: Seat, *, brief: bool = False) -> str:
    """The line below a room's or desk's name: who is there, or that it is free.

    ``brief``: of desks only how many are free.
    """
    here = len(seat.faces) + seat.guests
    if seat.is_desk:
        names = first_names(seat.faces)
        there = [names[face.person] for face in seat.faces]
        there += [guests(seat.guests)] if seat.guests else []
        return ", ".join(there) or translate("Floor", "Free")
    parts = []
    if seat.desks and brief:
        parts.append(translate("Floor", "{free} free").format(free=seat.free))
    elif seat.desks:
        parts.append(
            translate("Floor", "{desks} desks, {free} free").format(
                desks=seat.desks, free=seat.free
            )
            if seat.desks > 1
            else translate("Floor", "1 desk, {free} free").format(free=seat.free)
        )
    if seat.capacity is not None:
        parts.append(_filled(here, seat.capacity))
    elif here:
        parts.append(people(here))
    if seat.guests:
        parts.append(guests(seat.guests))
    return " · ".join(parts) or translate("Floor", "Free")


def _filled(here: int, capacity: int) -> str:
    """How full a room is."""
    if here >= capacity:
        words = translate("Floor", "full, {here} of {capacity}")
    elif here:
        words = translate("Floor", "{here} of {capacity}")
    else:
        words = translate("Floor", "Free, for {capacity}")
    return words.format(here=here, capacity=capacity)


def guests_of(host: Face) -> str:
    """The guests of one person: nobody learns who they are."""
    if host.me:
        words = translate("Floor", "{guests} of yours, no names shared")
        return words.format(guests=guests(host.guests))
    return wording.guests_of(first_names([host])[host.person], host.guests)


def spoken(seat: Seat) -> str:
    """A room or desk for a screen reader."""
    if seat.faces and seat.capacity is None and not seat.guests:
        return people_name(seat.name, seat.faces)
    if seat.faces:
        return f"{people_name(seat.name, seat.faces)}; {state(seat)}"
    return f"{seat.name}, {state(seat)}"


def level_name(level: Level) -> str:
    """A floor in the switch."""
    return f"{level.name}, {people(level.count)}"


def plan_name(scene: FloorScene) -> str:
    """The plan as a whole."""
    count = next((each.count for each in scene.levels if each.floor == scene.floor), 0)
    return translate("Floor", "Floor plan, {site}, {floor}, {people}").format(
        site=scene.site_name, floor=scene.name, people=people(count)
    )
