"""Draws the Where map with 12 and 43 invented people to build/gallery/map-*.png, to be looked at.

    QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1.5 .venv/bin/python packaging/gallery_map.py

Prints what a frame costs, warm and while panning.
"""

import os
import runpy
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from presencemap.domain.place import HOME, ROAD, Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.theme import Appearance, Mode

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "gallery"
FACTORIES: dict[str, Any] = runpy.run_path(str(ROOT / "tests/ui/factories.py"), run_name="pm")
OFFICE, CLIENT = PlaceKind.OFFICE, PlaceKind.CLIENT
SITES = [
    Place("gent", "Gent office", OFFICE, None, 51.0405, 3.7300, "Gent"),
    Place("acme", "Acme, Gent", CLIENT, None, 51.075, 3.742, "Gent"),
    Place("utrecht", "Utrecht office", OFFICE, None, 52.0894, 5.1100, "Utrecht"),
    Place("zurenborg", "Zurenborg", CLIENT, None, 51.2063, 4.4320, "Antwerpen"),
    Place("haven", "Havenhuis", CLIENT, None, 51.2420, 4.4070, "Antwerpen"),
    Place("rabelink", "Rabelink Bank", CLIENT, None, 52.3400, 4.8740, "Amsterdam"),
    Place("kompas", "Kompas", CLIENT, None, 50.8600, 4.3500, "Brussel"),
    Place("hof", "Hofkwartier", CLIENT, None, 52.0800, 4.3100, "Den Haag"),
    Place("zuider", "Zuiderpoort", CLIENT, None, 51.9000, 4.4900, "Rotterdam"),
    Place("philotron", "Philotron", CLIENT, None, 51.4480, 5.4570, "Eindhoven"),
    Place("reie", "De Reie", CLIENT, None, 51.2093, 3.2247, "Brugge"),
    Place("limbos", "Limbos", CLIENT, None, 50.9307, 5.3325, "Hasselt"),
    Place("vlas", "Vlasmarkt", CLIENT, None, 51.5900, 4.7750, "Breda"),
    Place("linde", "De Linde", CLIENT, None, 50.8798, 4.7005, "Leuven"),
    Place("leie", "Leiestreek", CLIENT, None, 50.8280, 3.2650, "Kortrijk"),
    Place("water", "Waterschap", CLIENT, None, 51.4988, 3.6136, "Middelburg"),
    Place("zenne", "Ter Zenne", CLIENT, None, 51.0259, 4.4776, "Mechelen"),
    Place("bare", "Nieuw pand", CLIENT),
]
_TURNS = """
acme gent gent zurenborg utrecht home kompas rabelink road reie philotron haven gent zuider
acme vlas linde leie water zenne limbos zurenborg gent utrecht home rabelink linde kompas leie
road gent haven zuider acme gent utrecht zurenborg home zurenborg kompas gent gent gent bare
"""
ORDER = _TURNS.split()


def cards(people: int) -> list[Card]:
    found = []
    for number, card in enumerate(FACTORIES["team"](people).cards):
        status = card.status
        place = ORDER[number % len(ORDER)]
        if status is not None and status.place != "hof":
            status = replace(status, place={"home": HOME.id, "road": ROAD.id}.get(place, place))
        found.append(replace(card, status=status))
    return found


def shown(people: int, width: int, height: int) -> WhereMap:
    where = WhereMap()
    where.resize(width, height)
    where.set_places(PlaceTree(SITES))
    where.set_cards(cards(people), FACTORIES["NOW"])
    where.show()
    settle(where)
    return where


def turn(ms: int) -> None:
    """Let the event loop run. QTest's wait would keep Python's lock, and the tiles waiting."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def settle(where: WhereMap) -> None:
    """Wait for motion and tiles."""
    turn(500)
    for _ in range(80):
        if where.is_painted():
            break
        turn(100)
    turn(100)


def end(where: WhereMap) -> None:
    where.stop()
    where.close()


def save(where: WhereMap, name: str) -> None:
    path = OUT / f"map-{name}-{os.environ.get('QT_SCALE_FACTOR', '1')}.png"
    where.grab().save(str(path))
    print(path.relative_to(ROOT))


def measure(where: WhereMap) -> None:
    """What a frame costs, painting onto a pixmap as big as the window's."""
    canvas = QPixmap(where.size() * where.devicePixelRatioF())
    canvas.setDevicePixelRatio(where.devicePixelRatioF())

    def frame() -> float:
        start = time.perf_counter()
        where.render(canvas, QPoint())
        return (time.perf_counter() - start) * 1000

    still = sorted(frame() for _ in range(40))
    panned = []
    for step in range(40):
        where.camera.jump(where.camera.view.panned(3 if step < 20 else -3, 1))
        panned.append(frame())
    zoomed = []
    for _ in range(20):
        begin = time.perf_counter()
        where.camera.jump(where.camera.view.zoomed_at(1.03, 400, 300))
        zoomed.append((time.perf_counter() - begin) * 1000 + frame())
    for name, times in (("still", still), ("pan", sorted(panned)), ("zoom", sorted(zoomed))):
        middle, worst = times[len(times) // 2], times[-1]
        print(f"  {name}: median {middle:.1f} ms, worst {worst:.1f} ms")


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv)
    look = Appearance(app)
    look.apply()
    for mode in (Mode.LIGHT, Mode.DARK):
        look.set_mode(mode)
        for people in (12, 43):
            where = shown(people, 920, 722)
            joris = FACTORIES["person_id"](1)
            where.select_person(joris)
            save(where, f"{people}-{mode.value}")
            if mode is Mode.LIGHT:
                print(f"{people} people, {len(where.foreground.items)} plates")
                measure(where)
            end(where)
        narrow = shown(43, 480, 600)
        save(narrow, f"narrow-{mode.value}")
        end(narrow)
    look.set_mode(Mode.LIGHT)
    where = shown(43, 920, 722)
    lit = [c.person.id for c in cards(43) if c.free()]
    where.set_matching(frozenset(lit))
    save(where, "filter")
    where.set_matching(None)
    where.zoom_out()
    settle(where)
    save(where, "far")
    where.zoom_out()
    settle(where)
    QTest.keyClick(where, Qt.Key.Key_Tab)
    QTest.keyClick(where.focusWidget() or where, Qt.Key.Key_Tab)
    save(where, "farther")
    where.show_everyone()
    settle(where)
    where.camera.zoom_by(2.5, 330, 600)
    settle(where)
    save(where, "near")
    end(where)
    alone = WhereMap()
    alone.resize(920, 722)
    alone.set_places(PlaceTree(SITES))
    alone.set_cards(cards(12)[:1], FACTORIES["NOW"])
    alone.show()
    settle(alone)
    alone.alone.copied()
    save(alone, "alone")
    end(alone)
    app.quit()


if __name__ == "__main__":
    main()
