"""Scrolls the stream with 100,000 posts: ms a step of 48 px, and of the next screens.

scrolling.py steps 100000    prints the median and the worst, in ms of the thread's own time
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time

from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from presencemap.app.notices import PlacesChanged, RosterChanged, Started  # noqa: E402
from presencemap.ui.inbox import Inbox  # noqa: E402
from presencemap.ui.stream.facts import PostFacts  # noqa: E402
from presencemap.ui.stream.post_list import PostList  # noqa: E402
from presencemap.ui.team import Team  # noqa: E402
from presencemap.ui.theme import appearance  # noqa: E402
from tests.ui import factories  # noqa: E402

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


def posts(number: int) -> list[PostFacts]:
    """Posts of all lengths, every third with a link."""
    dice = random.Random(3)
    link = [{"url": "https://docs.example/x", "title": "A title"}]
    return [
        PostFacts.read(
            factories.post(
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
    inbox = Inbox()
    people = factories.team(PEOPLE)
    team = Team(inbox, lambda: people.now)
    team.take(Started("Lerend Collectief", people.me.person.id, "", ""))
    team.take(PlacesChanged(people.places))
    team.take(RosterChanged(people.cards))
    shown = PostList(team)
    shown.resize(560, 700)
    shown.set_rows(posts(int(number)))
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
