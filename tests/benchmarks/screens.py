"""How long it holds the window up to open a screen or a dialog, first and again: of ``make bench``.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/screens.py --people 1000

The whole window, as it is after a start, with a few posts, notes and links. Of each: the longest
turn of the event loop from the click until all is calm, and all that came of it, in ms of the GUI
thread's CPU time; the first time it is opened, and the median of four times after it.
"""

import argparse
import os
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from statistics import median
from typing import Any

from letters import IDLE, filled_window
from PySide6.QtCore import QTimer
from report import target
from window import FACTORIES, LIMIT, Meter, cards, turn

from presencemap.app.gazetteer import Gazetteer
from presencemap.ui.dialog import Dialog
from presencemap.ui.lens import Lens
from presencemap.ui.main_window import MainWindow
from presencemap.ui.preferences import Preferences
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.team import Team
from presencemap.ui.tray.tray import Tray

START_MS, CALM_MS = 5, 700
AGAIN = 4
Act = Callable[[], object]


class Reader:
    """Stands for the node: answers at once what the screens ask by themselves, little of it."""

    def __init__(self) -> None:
        made = ("members", "invites", "notes", "links", "follows", "digest", "thread")
        self._shown = {f"Show{name.title()}": FACTORIES[name]() for name in made}
        self._shown |= {"ShowStream": FACTORIES["posts"](), "ShowWords": {"words": []}}
        self._shown |= {"ShowUnsent": [], "ShowTopics": []}

    def post(self, command: object) -> Future[Any]:
        """The answer, if it is one of these."""
        answer = Future[Any]()
        if type(command).__name__ in self._shown:
            answer.set_result(self._shown[type(command).__name__])
        return answer

    def search(self, text: str) -> Future[Any]:
        """Some of everything."""
        answer = Future[Any]()
        answer.set_result(FACTORIES["findings"](text))
        return answer


def opened(act: Act) -> tuple[float, float]:
    """The longest turn that came of it, and all; ms."""
    meter = Meter()
    meter.start()
    # In a turn of its own, as a click comes: layout and painting are the next.
    QTimer.singleShot(START_MS, act)
    turn(START_MS + CALM_MS)
    turns = meter.stop().cpu
    return max(turns), sum(took for took in turns if took > IDLE)


def measured(what: str, act: Act, back: Act) -> tuple[float, float]:
    """Open and leave it some times; the longest turns, at first and again."""
    longest, whole = list[float](), list[float]()
    for _ in range(1 + AGAIN):
        took, all_of_it = opened(act)
        longest.append(took)
        whole.append(all_of_it)
        back()
        turn(CALM_MS)
    first, again = longest[0], median(longest[1:])
    print(
        f"{what:<14}first {first:6.1f} of {whole[0]:6.1f}   again {again:6.1f} of"
        f" {median(whole[1:]):6.1f}   worst {max(longest[1:]):6.1f}",
        flush=True,
    )
    return first, max(longest[1:])


def acts(shell: Shell) -> list[tuple[str, Act, Act]]:
    """What is opened, how, and how one leaves it."""
    window = shell.window
    find = window.top.find_field

    def away() -> None:
        for dialog in window.findChildren(Dialog):
            dialog.close()

    def screen(which: Screen) -> Act:
        return partial(window.panes.show_screen, which)

    def left() -> None:
        find.clear()
        find.clearFocus()

    return [
        ("Stream", screen(Screen.STREAM), window.panes.show_map),
        ("Ask", screen(Screen.ASK), window.panes.show_map),
        ("Notes", screen(Screen.NOTES), window.panes.show_map),
        ("On what", window.lenses.show_topics, partial(window.ground.look, Lens.WHERE)),
        ("Find", find.seek, left),
        ("composer", shell.open_composer, shell.composer.hide),
        ("days", window.top.days_wanted.emit, away),
        ("places", window.top.places_wanted.emit, away),
        ("jobs", window.top.jobs_wanted.emit, away),
        ("links", window.top.links_wanted.emit, away),
        ("profile", window.top.profile_wanted.emit, away),
        ("members", window.top.members_wanted.emit, away),
    ]


def main() -> None:
    """Each, from a cold start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--only", nargs="+", default=[])
    asked = parser.parse_args()
    shells = list[Shell]()

    def made(team: Team, preferences: Preferences) -> MainWindow:
        tray = Tray(team, there=lambda: False)
        team.connect_node(Reader())  # type: ignore[arg-type]
        shells.append(Shell(team, Gazetteer.load(), preferences, tray))
        return shells[0].window

    with filled_window(cards(asked.people), made):
        print(f"\n{asked.people} people, ms of CPU, load {os.getloadavg()[0]:.1f}")
        worst = [
            measured(what, act, back)
            for what, act, back in acts(shells[0])
            if not asked.only or what in asked.only
        ]
        for what, times in zip(("first", "next"), zip(*worst, strict=True), strict=True):
            print(target(f"the longest turn of a {what} opening, ms", max(times), LIMIT))
        shells[0].stop()


if __name__ == "__main__":
    main()
