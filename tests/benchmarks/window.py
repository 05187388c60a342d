"""How long the GUI thread is busy and what a frame of the map costs: part of ``make bench``.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/window.py [--people 12 43 150]

The window is real (1280 x 800) and driven through its event loop; no node stands behind it. Each
line gives median, 99th percentile and worst, in ms: of wall time; of `served` time, that is, less
what this thread waited for a core (Linux tells); and of its CPU time. Where the second is far above
the third, it waited for Python's lock. `gap`: between two turns of the event loop, less the 1 ms of
the meter's timer; `over 8`: how many of them took longer than 8 ms, by each.
"""

import argparse
import gc
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication
from report import target

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import PlacesChanged, RosterChanged, Started
from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import day_of
from presencemap.domain.roster import Card
from presencemap.ui.application import build_application
from presencemap.ui.find.find_field import FindField
from presencemap.ui.garbage import GarbageTimer
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.map.where_map import WhereMap
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team
from presencemap.ui.theme import Mode, appearance

ROOT = Path(__file__).resolve().parents[2]
FACTORIES: dict[str, Any] = runpy.run_path(str(ROOT / "tests/ui/factories.py"), run_name="pm")
GALLERY: dict[str, Any] = runpy.run_path(str(ROOT / "packaging/gallery_map.py"), run_name="pm")
FRAME_MS = 16
LIMIT = 8.0
FRAMES_ALL: list[float] = []
ACTS: dict[str, list[float]] = {}


def waited() -> float:
    """Seconds so far that this thread was ready and had no core; 0 where no system tells."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_bytes().split()[1]) / 1e9
    except OSError:
        return 0.0


Moment = tuple[float, float, float]


def moment() -> Moment:
    """Now, by each clock, in seconds: wall, served, CPU of this thread."""
    wall = perf_counter()
    return wall, wall - waited(), thread_time()


@dataclass
class Times:
    """What things took by each clock, ms."""

    wall: list[float] = field(default_factory=list)
    served: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        return "   ".join(ranks(times) for times in (self.wall, self.served, self.cpu))

    def since(self, begun: Moment, less: float = 0.0) -> None:
        """Add what it took since then; `less` ms of it were meant."""
        wall, served, cpu = (1000 * (now - then) for now, then in zip(moment(), begun, strict=True))
        self.wall.append(wall - less)
        self.served.append(served - less)
        self.cpu.append(cpu)

    @contextmanager
    def one(self) -> Iterator[None]:
        """Measure a block."""
        begun = moment()
        yield
        self.since(begun)


def ranks(times: list[float]) -> str:
    """Median, 99th percentile and worst, in columns."""
    if not times:
        return f"{'-':>7}{'-':>7}{'-':>7}"
    ranked = sorted(times)
    return "".join(
        f"{ranked[min(len(ranked) - 1, int(share * len(ranked)))]:7.1f}" for share in (0.5, 0.99, 1)
    )


class Meter(QObject):
    """Ticks each millisecond; what comes later than that was kept from it."""

    def __init__(self) -> None:
        super().__init__()
        self.times = Times()
        self._begun = moment()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """From now on."""
        self.times = Times()
        self._begun = moment()
        self._timer.start()

    def stop(self) -> Times:
        """What came since."""
        self._tick()
        self._timer.stop()
        return self.times

    @Slot()
    def _tick(self) -> None:
        self.times.since(self._begun, 1.0)
        self._begun = moment()


def stolen() -> int:
    """Ms so far in which the machine under a virtual one had its cores; 0 where no system tells."""
    try:
        words = Path("/proc/stat").read_text().splitlines()[0].split()
        return 1000 * int(words[8]) // os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0


FRAMES = Times()
STOLEN = stolen()


def watch_frames() -> None:
    """Measure each frame of the map from inside; of a long one say whether a core was there."""
    paint = WhereMap.paintEvent

    def watched(self: WhereMap, event: Any) -> None:
        before = stolen()
        with FRAMES.one():
            paint(self, event)
        if FRAMES.wall[-1] > FRAME_MS:
            taken = stolen() - before
            print(f"a frame of {FRAMES.wall[-1]:.1f} ms: cores taken meanwhile for {taken} ms")

    WhereMap.paintEvent = watched  # type: ignore[assignment, method-assign]


def line(what: str, frames: Times | None, gaps: Times | None) -> None:
    """One line of the table."""
    if frames is not None and frames.wall:
        (ACTS.setdefault(what, []) if gaps is None else FRAMES_ALL).extend(frames.wall)
        print(f"{what:<28}{'frame':<6}{frames}   n {len(frames.wall)}")
    if gaps is not None:
        over = [sum(t > LIMIT for t in times) for times in (gaps.wall, gaps.served, gaps.cpu)]
        print(f"{what:<28}{'gap':<6}{gaps}   over 8: {over[0]}, {over[1]}, {over[2]}")


def turn(ms: int) -> None:
    """Let the event loop run; QTest's wait would keep Python's lock."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def driven(what: str, meter: Meter, steps: int, step: Callable[[int], object]) -> None:
    """Take a step each frame, and report frames and gaps."""
    for times in (FRAMES.wall, FRAMES.served, FRAMES.cpu):
        times.clear()
    loop, clock, taken = QEventLoop(), QElapsedTimer(), 0
    timer = QTimer(interval=FRAME_MS, timerType=Qt.TimerType.PreciseTimer)

    def tick() -> None:
        nonlocal taken
        if taken == steps:
            timer.stop()
            QTimer.singleShot(600, loop.quit)
        else:
            step(taken)
        taken += 1

    timer.timeout.connect(tick)
    clock.start()
    meter.start()
    timer.start()
    loop.exec()
    line(what, FRAMES, meter.stop())


def acted(
    what: str, acts: list[Callable[[], object]], painted: Callable[[], bool] = lambda: True
) -> None:
    """Do each, with the painting and layout that it asks for, measured as one.

    ``painted``: whether what waits for a turn of its own was had.
    """
    times = Times()
    for act in acts:
        with times.one():
            act()
            QApplication.processEvents()
            while not painted():
                QApplication.processEvents()
            QApplication.processEvents()
        turn(450)
    line(what, times, None)


def sought(field: FindField, words: list[str]) -> None:
    """From each letter in Find to the painted results."""
    times = Times()
    for word in words:
        field.clear()
        field.seek()
        turn(450)
        for length in range(1, len(word) + 1):
            loop = QEventLoop()
            field.searcher.found.connect(loop.quit)
            with times.one():
                field.setText(word[:length])
                loop.exec()
                QApplication.processEvents()
            turn(100)
        field.clearFocus()
    field.clear()
    line("find", times, None)


def settle(where: WhereMap) -> None:
    """Wait for motion and tiles."""
    turn(500)
    for _ in range(100):
        if where.is_painted():
            break
        turn(60)
    turn(150)


def cards(people: int) -> tuple[Card, ...]:
    """Me and so many invented colleagues, at the sites of the map's gallery."""
    known = list(FACTORIES["team"](min(people, 43)).cards)
    for number in range(len(known), people + 1):
        like = known[1 + number % 43]
        person = FACTORIES["person"](number, f"{like.person.name} {number}")
        known.append(replace(like, person=person))
    order, home = GALLERY["ORDER"], {"home": GALLERY["HOME"].id, "road": GALLERY["ROAD"].id}
    found = []
    for number, card in enumerate(known):
        place = order[number % len(order)]
        status = card.status and replace(card.status, place=home.get(place, place))
        found.append(replace(card, status=status))
    return tuple(found)


def measure(people: int, preferences: Preferences) -> None:
    """Everything, for so many people."""
    everybody, places = cards(people), PlaceTree(GALLERY["SITES"])
    now = FACTORIES["NOW"]
    team = Team(Inbox(), lambda: now)
    team.take(Started("Lerend Collectief", everybody[0].person.id, "", ""))
    meter = Meter()
    heads = "".join(f"{'':<3}{name:>7}{'99%':>7}{'worst':>7}" for name in ("wall", "served", "cpu"))
    print(f"\n{f'{people} people, ms':<34}{heads[3:]}")
    window = MainWindow(team, preferences, Gazetteer.load())
    window.resize(1280, 800)
    where = window.map
    meter.start()
    window.show()
    settle(where)
    line("start, empty", None, meter.stop())

    meter.start()
    begun = moment()
    team.take(PlacesChanged(places))
    team.take(RosterChanged(everybody))
    while window.people.people.people < people:
        turn(20)
    filled = Times()
    filled.since(begun)
    # A span of many turns, in which the window answers; the gaps tell how long it doesn't.
    print(f"{'until the list is there':<28}{'all':<6}{filled}")
    settle(where)
    turn(2000)
    line("first fill", None, meter.stop())

    FRAMES_ALL.clear()
    measure_map(where, meter)
    measure_acts(window, team, everybody)
    measure_data(window, team, meter)
    report()
    window.stop()
    window.close()
    team.roster.stop()
    window.deleteLater()
    turn(50)


def report() -> None:
    """The issue's targets, by wall time."""
    print(f"cores taken from this machine since the start: {stolen() - STOLEN} ms")
    print(target("frames of the map, ms, median", median(FRAMES_ALL), 4))
    print(target("frames of the map, ms, worst", max(FRAMES_ALL), 16))
    print(
        target(
            "a status to the repainted marker, ms, median", median(ACTS["one person changes"]), 20
        )
    )
    print(target("a letter in the filter, ms, median", median(ACTS["filter"]), 16))
    print(target("a letter in Find to its results, ms, median", median(ACTS["find"]), 30))
    print(target("a letter in Find to its results, ms, worst", max(ACTS["find"]), 30), flush=True)


def measure_map(where: WhereMap, meter: Meter) -> None:
    """Frames and gaps while the map moves."""
    middle = QPointF(where.width() / 2, where.height() / 2)

    def drag(step: int) -> None:
        where.dragged.emit(QPointF(6 if step < 60 else -6, 2))

    def far(_step: int) -> None:
        where.dragged.emit(QPointF(-24, -5))

    def pinch(step: int) -> None:
        where.zoomed.emit(0.04 if step < 60 else -0.04, middle, True)

    def wheel(step: int) -> None:
        if step % 12 == 0:
            where.zoomed.emit(0.5 if step < 60 else -0.5, middle, False)

    where.repaint()
    driven("still", meter, 30, lambda _step: where.update())
    driven("pan, warm", meter, 120, drag)
    driven("pan, new land", meter, 60, far)
    where.show_everyone()
    settle(where)
    driven("pinch, cold", meter, 120, pinch)
    settle(where)
    driven("pinch, warm", meter, 120, pinch)
    where.show_everyone()
    settle(where)
    driven("wheel, cold", meter, 120, wheel)
    settle(where)
    driven("wheel, warm", meter, 120, wheel)
    settle(where)
    driven("wheel, out to the world", meter, 60, lambda n: n % 12 or where.zoom_out())
    where.show_everyone()
    settle(where)


def measure_acts(window: MainWindow, team: Team, everybody: tuple[Card, ...]) -> None:
    """What a click, a letter or a change costs, with the painting that follows."""
    now, people, where = FACTORIES["NOW"], window.people.people, window.map

    def at_rest() -> bool:
        """Whether list and map show what was said."""
        rounds = (team.roster._taking, people._finding, people._settling, where._refreshing)
        return not (where._refresh_soon.isActive() or any(each.busy for each in rounds))

    shown = [c.person.id for c in everybody if not c.me][:12]
    painted = window.card.updatesEnabled
    acted("card, first", [lambda: window.open_person(shown[0])], painted)
    acted("card, next", [partial(window.open_person, person) for person in shown[1:]], painted)
    acted("card, closed", [window.card.close_card])
    acted("card, opened again", [lambda: window.open_person(shown[5])], painted)
    window.card.close_card()
    words = [word[:n] for word in ("gent", "java", "smets") for n in range(len(word) + 1)]
    acted("filter", [partial(window.people.field.setText, word) for word in words], at_rest)
    window.people.field.clear()
    turn(300)
    sought(window.top.find_field, ["gent", "Ghent", "s hertogen", "jorsi", "peppol"])
    one = [replace(c, last_seen=now - 1000 * n) for n, c in enumerate(everybody[1:10])]
    acted(
        "one person changes", [partial(team.take, RosterChanged((card,))) for card in one], at_rest
    )
    modes = [Mode.DARK, Mode.LIGHT] * 3
    acted("theme, 3 times there and back", [partial(appearance().set_mode, mode) for mode in modes])


def measure_data(window: MainWindow, team: Team, meter: Meter) -> None:
    """How long the event loop is held up while everybody reads differently."""
    tomorrow = day_of(FACTORIES["NOW"]) + timedelta(1)
    meter.start()
    for day in (tomorrow, None):
        window.show_day(day)
        turn(3000)
    line("a day, and back to now", None, meter.stop())
    meter.start()
    team.roster.tick()
    turn(2000)
    line("all grow older", None, meter.stop())


def main() -> int:
    """Measure each size in a process of its own; all caches are cold at its start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", nargs="+", type=int, default=[12, 43, 150])
    asked = parser.parse_args()
    if len(asked.people) > 1:
        for people in asked.people:
            words = [sys.executable, __file__, "--people", str(people)]
            if code := subprocess.run(words, check=False).returncode:
                return code
        return 0
    print(f"load {os.getloadavg()[0]:.1f}")
    folder = tempfile.TemporaryDirectory()
    preferences = Preferences(Path(folder.name) / "settings.json")
    application = build_application(preferences)
    garbage = GarbageTimer(application)
    garbage.start()
    gc.collect()
    watch_frames()
    measure(asked.people[0], preferences)
    garbage.stop()
    preferences.save()
    folder.cleanup()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
