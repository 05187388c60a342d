"""Draws the window for many teams, widths and levels to build/matrix/, to be looked at.

Teams of 1, 40, 1,000 and 10,000, from the country down to a floor, at three sizes, light and dark;
``screenshots.py --only matrix`` runs it at each screen scale, ``--only matrix-40`` a part of it.
"""

import runpy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import FloorPlansChanged, PlacesChanged, RosterChanged, Started
from presencemap.domain.floor_plan import FloorPlan
from presencemap.domain.place import HOME, ROAD, Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.roster_model import Role
from presencemap.ui.ports import Node
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "matrix"
_TURNS = 1_000
"""Of 60 ms: thousands take their time on a busy machine."""
TEAMS = (1, 40, 1_000, 10_000)
SIZES = ((1280, 800), (1920, 1080), (480, 800))
LEVELS = {"country": (51.3, 4.6, 7.0), "region": (51.05, 4.0, 9.0), "city": (51.05, 3.73, 12.0)}
"""Latitude, longitude and zoom."""
MADE: dict[str, Any] = runpy.run_path(str(ROOT / "tests/ui/factories.py"), run_name="matrix")
GALLERY: dict[str, Any] = runpy.run_path(str(ROOT / "packaging/gallery_map.py"), run_name="matrix")
CLIENTS = ("Acme", "Kade", "Zuiderpoort", "De Molen", "Vlasmarkt", "Rabelink", "Waterschap")
SEATS = "Leie D1 D2 Leie D12 D13 Stilte Leie Schelde Atelier D5 D6 D7 Schelde Keuken"
TOWNS = """
Gent Antwerpen Brussel Brugge Leuven Kortrijk Mechelen Hasselt Aalst Oostende Genk Roeselare
Turnhout Namur Liège Charleroi Mons Amsterdam Rotterdam Utrecht Eindhoven Tilburg Groningen Breda
Nijmegen Arnhem Haarlem Enschede Zwolle Leiden Maastricht Dordrecht Zoetermeer Delft Alkmaar
Deventer Amersfoort Leeuwarden Hilversum Venlo Roosendaal Gouda Middelburg Lille Köln Düsseldorf
Aachen Dortmund Essen Bremen Hamburg Paris Reims Luxembourg Trier Bonn Münster Osnabrück
"""
Office = tuple[list[Place], tuple[FloorPlan, ...]]


def names(count: int) -> Iterator[str]:
    """Invented: each first name with each last name, then with two of them."""
    firsts, lasts = zip(*(name.split(" ", 1) for name in MADE["NAMES"]), strict=True)
    for number in range(count):
        first = firsts[number % len(firsts)]
        last = lasts[(number + number // len(firsts)) % len(lasts)]
        turn = number // (len(firsts) * len(lasts))
        yield f"{first} {last}" + (f"-{lasts[(number + turn) % len(lasts)]}" if turn else "")


def sites(people: int) -> list[Place]:
    """The gallery's, less the office that has floors; for many also clients in each town."""
    found = [place for place in GALLERY["SITES"] if place.id != "gent"]
    if people > len(MADE["NAMES"]):
        known = [town for town in map(Gazetteer.load().find, TOWNS.split()) if town is not None]
        for number in range(people // 40 + 40):
            turn, at = divmod(number, len(known))
            town, name = known[at], CLIENTS[number % len(CLIENTS)]
            spot = (town.lat + 0.011 * turn * (-1) ** turn, town.lon + 0.017 * turn)
            kind = PlaceKind.CLIENT
            found.append(Place(f"c{number}", f"{name} {town.name}", kind, None, *spot, town.name))
    return found


def cards(people: int, places: Sequence[Place], seats: Sequence[str]) -> list[Card]:
    """Me and all others: a few sites have many and most have few; some are on the floor."""
    like = MADE["team"](min(people - 1, len(MADE["NAMES"]))).cards
    where = [HOME.id, ROAD.id, *(place.id for place in places)]
    seated = min(12, people) if people <= len(MADE["NAMES"]) else people // 60
    found = list(like[:1])
    for number, name in enumerate(names(people - 1), start=1):
        card = like[1 + (number - 1) % (len(like) - 1)]
        person = MADE["person"](number, name)
        found.append(replace(card, person=person))
    for number, card in enumerate(found):
        far = (number * number // 7) % len(where) if number % 3 else number % 19
        place = seats[number % len(seats)] if number < seated else where[far]
        if card.status is not None:
            found[number] = replace(card, status=replace(card.status, place=place))
    return found


def settle(done: Callable[[], bool]) -> None:
    """Let what moves come to rest; QTest's wait would keep Python's lock, and the tiles waiting.

    Raises:
        TimeoutError: it didn't; a picture would be of something half done.
    """
    for turn in range(_TURNS):
        loop = QEventLoop()
        QTimer.singleShot(350 if turn == 0 else 60, loop.quit)
        loop.exec()
        if turn and done():
            return
    raise TimeoutError("the window isn't at rest")


class Matrix:
    """One window for each team, made when it is first asked for."""

    def __init__(self, preferences: Preferences, office: Office, node: Node) -> None:
        self._preferences = preferences
        self._office = office
        self._node = node
        self._windows: dict[int, MainWindow] = {}
        self._mapped: dict[int, int] = {}

    def draw(self, teams: Sequence[int], suffix: str) -> None:
        """Teams of these sizes."""
        OUT.mkdir(parents=True, exist_ok=True)
        for people in teams:
            self._draw(people, suffix)

    def stop(self) -> None:
        """End."""
        for window in self._windows.values():
            window.stop()

    def _draw(self, people: int, suffix: str) -> None:
        """Every size and level of a team."""
        window = self._windows.get(people) or self._window(people)
        self._windows[people] = window
        site = next(p for p in self._office[0] if p.kind is PlaceKind.OFFICE)
        for width, height in SIZES:
            window.resize(width, height)
            window.show()
            window.panes.show_map()
            start = str(width)
            for level, view in LEVELS.items():
                window.map.restore_view(*view)
                self._grab(window, people, f"{start}-{level}-{suffix}")
            window.map.show_everyone()
            self._grab(window, people, f"{start}-everyone-{suffix}")
            first = window.people.people.index(1).data(Role.ID)
            window.open_person(first or MADE["person_id"](0))
            self._grab(window, people, f"{start}-card-{suffix}")
            window.card.close_card()
            window.ground.open(site.id)
            self._grab(window, people, f"{start}-floor-{suffix}")
            window.ground.back()
            if width < 720:
                window.panes.show_list()
                self._grab(window, people, f"{start}-list-{suffix}")
        window.hide()

    def _window(self, people: int) -> MainWindow:
        places, plans = self._office
        shown = sites(people)
        inside = {place.name: place.id for place in places}
        seats = [inside[name] for name in SEATS.split() if name in inside]
        everybody = cards(people, shown, seats)
        now = MADE["NOW"]
        self._mapped[people] = sum(card.place_at(now) is not None for card in everybody)
        team = Team(Inbox(), lambda: MADE["NOW"])
        team.take(Started("Lerend Collectief", everybody[0].person.id, "", ""))
        team.take(PlacesChanged(PlaceTree([*shown, *places])))
        team.take(RosterChanged(tuple(everybody)))
        team.take(FloorPlansChanged(plans, frozenset(p.image for p in plans if p.image)))
        team.connect_node(self._node)
        return MainWindow(team, self._preferences, Gazetteer.load())

    def _grab(self, window: MainWindow, people: int, name: str) -> None:
        # Of thousands the last come after many turns of the event loop.
        where, listed = window.map, window.people.people

        def is_full() -> bool:
            all_listed = listed.shown == listed.people == people - 1
            all_mapped = where.foreground.scene.people == self._mapped[people]
            # Behind a floor or the list no ground is asked for.
            return all_listed and all_mapped and (where.is_painted() or not where.isVisible())

        settle(is_full)
        window.grab().save(str(OUT / f"{people}-{name}.png"))
