"""Scrolls the stream with 100,000 posts: ms a step of 48 px, and of the next screens.

scrolling.py steps 100000    prints the median and the worst, in ms of the thread's own time
"""

import importlib.util
import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time
from types import ModuleType

from PySide6.QtWidgets import QApplication

from presencemap.app.notices import PlacesChanged, RosterChanged, Started
from presencemap.ui.inbox import Inbox
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.post_list import PostList
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

PEOPLE = 40
WORDS = [
    "Peppol",
    "factuur",
    "gateway",
    "dijkwachter",
    "levels",
    "retro",
    "nurses",
    "night",
    "screens",
    "mapping",
    "batch",
    "rules",
    "payment",
    "balie",
    "#peppol",
    "#water",
    "#sql",
]


def factories() -> ModuleType:
    """The invented colleagues of the tests."""
    path = Path(__file__).parent.parent / "ui" / "factories.py"
    spec = importlib.util.spec_from_file_location("factories", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def posts(made: ModuleType, number: int) -> list[PostFacts]:
    """Posts of all lengths, every third with a link."""
    dice = random.Random(3)
    link = [{"url": "https://docs.example/x", "title": "A title"}]
    return [
        PostFacts.read(
            made.post(
                n,
                1 + n % PEOPLE,
                " ".join(dice.choices(WORDS, k=dice.randint(3, 17)))[:140],
                n // 10,
                kind=dice.choice(["question", "activity"]),
                links=link if n % 3 == 0 else [],
                replies=n % 4,
            )
        )
        for n in range(number)
    ]


def main(_kind: str, number: str) -> None:
    """Two figures: the median and the worst step."""
    app = QApplication([])
    appearance().apply()
    made, inbox = factories(), Inbox()
    people = made.team(PEOPLE)
    team = Team(inbox, lambda: people.now)
    team.take(Started("Lerend Collectief", people.me.person.id, "", ""))
    team.take(PlacesChanged(people.places))
    team.take(RosterChanged(people.cards))
    shown = PostList(team)
    shown.resize(560, 700)
    shown.set_rows(posts(made, int(number)))
    shown.show()
    app.processEvents()
    bar = shown.verticalScrollBar()

    def timed(act: Callable[[], None]) -> float:
        begun = thread_time()
        act()
        app.processEvents()
        return (thread_time() - begun) * 1000

    steps = [timed(lambda: bar.setValue(bar.value() + 48)) for _ in range(400)]
    bar.setValue(bar.maximum() // 2)
    app.processEvents()
    steps += [timed(lambda: bar.setValue(bar.value() - 48)) for _ in range(400)]
    print(median(steps), max(steps))


main(*sys.argv[1:3])
