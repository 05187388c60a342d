"""What a letter in the list's filter costs the GUI thread, part of ``make bench``.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/letters.py --people 10000

Median, 99th percentile and worst, in ms of that thread's CPU time: from the letter to the painted
list; the longest turn of the event loop until map and all are calm; and all that came of it.
"""

import argparse
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any

from report import target
from window import FACTORIES, GALLERY, LIMIT, Meter, cards, ranks, settle, turn

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import PlacesChanged, RosterChanged, Started
from presencemap.domain.place import PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui.application import build_application
from presencemap.ui.garbage import GarbageTimer
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.people.people_view import PeopleView
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

WORDS = ("gent", "java", "smets", "de linde", "verm")
CALM_MS = 450
IDLE = 0.3
"""Ms: a turn with less in it is the meter's own."""
PAINTED: list[float] = []


def watch_list() -> None:
    """Stamp each painting of the list."""
    paint = PeopleView.paintEvent

    def watched(self: PeopleView, event: Any) -> None:
        paint(self, event)
        PAINTED.append(thread_time())

    PeopleView.paintEvent = watched  # type: ignore[assignment, method-assign]


Step = tuple[float | None, float, float]


def typed(window: MainWindow, texts: Iterable[str]) -> list[Step]:
    """Of each: until the list was painted, None where it stayed, the longest turn, all of it."""
    found, meter = list[Step](), Meter()
    for text in texts:
        PAINTED.clear()
        meter.start()
        begun = thread_time()
        window.people.field.setText(text)
        turn(CALM_MS)
        turns = meter.stop().cpu
        listed = 1000 * (PAINTED[0] - begun) if PAINTED else None
        found.append((listed, max(turns), sum(took for took in turns if took > IDLE)))
    return found


def report(what: str, steps: list[Step]) -> tuple[list[float], list[float]]:
    """Three lines; returns the first two."""
    lists, longest, whole = (list(times) for times in zip(*steps, strict=True))
    listed = [time for time in lists if time is not None]
    for name, times in (("list", listed), ("longest turn", longest), ("all", whole)):
        print(f"{what:<28}{name:<14}{ranks(times)}   n {len(times)}")
    return listed, longest


def _bare(team: Team, preferences: Preferences) -> MainWindow:
    """Without what a shell adds."""
    return MainWindow(team, preferences, Gazetteer.load())


@contextmanager
def filled_window(
    everybody: tuple[Card, ...], made: Callable[[Team, Preferences], MainWindow] = _bare
) -> Iterator[tuple[MainWindow, Team]]:
    """The window, 1280 x 800, with these people (me first), when all of it is calm."""
    with tempfile.TemporaryDirectory() as folder:
        preferences = Preferences(Path(folder) / "settings.json")
        application = build_application(preferences)
        garbage = GarbageTimer(application)
        garbage.start()
        team = Team(Inbox(), lambda: FACTORIES["NOW"])
        team.take(Started("Lerend Collectief", everybody[0].person.id, "", ""))
        window = made(team, preferences)
        window.resize(1280, 800)
        window.show()
        team.take(PlacesChanged(PlaceTree(GALLERY["SITES"])))
        team.take(RosterChanged(everybody))
        while window.people.people.people < len(everybody) - 1:
            turn(20)
        turn(1000)
        while window.map._refreshing.busy:
            turn(500)
        settle(window.map)
        turn(2000)
        yield window, team
        window.stop()
        window.close()
        team.roster.stop()
        garbage.stop()
        preferences.save()
        application.processEvents()


def main() -> None:
    """Type some words, and clear the field after each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    people = parser.parse_args().people
    watch_list()
    with filled_window(cards(people)) as (window, _team):
        print(f"\n{people} people, ms of CPU, load {os.getloadavg()[0]:.1f}")
        letters, cleared = list[Step](), list[Step]()
        for word in WORDS:
            letters += typed(window, [word[:end] for end in range(1, len(word) + 1)])
            cleared += typed(window, [""])
        listed, longest = report("a letter", letters)
        report("the field cleared", cleared)
        print(target("a letter to the painted list, ms, median", median(listed), 16))
        print(target("its longest turn, ms, worst", max(longest), LIMIT), flush=True)


if __name__ == "__main__":
    main()
