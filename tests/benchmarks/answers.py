"""How long an answer of the screen Ask, a person's card and their page hold the window up.

Of ``make bench``.

    QT_QPA_PLATFORM=offscreen .venv/bin/python tests/benchmarks/answers.py ask --people 10000

`ask`, `card` or `page`, each from a cold start, in the real window; what is found is what the
fixture of tests/expertise finds. Of each letter, each card and each page: the longest turn of the
event loop until all is calm, and all that came of it; median, 99th percentile and worst, in ms of
the GUI thread's CPU time.
"""

import argparse
import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from typing import Any

from letters import IDLE, filled_window
from PySide6.QtCore import QTimer
from report import target
from window import FACTORIES, LIMIT, ROOT, Meter, cards, ranks, turn

sys.path.insert(0, str(ROOT))

from presencemap.app.knowledge.findings import Findings
from presencemap.app.knowledge.inquiry import findings_in
from presencemap.app.knowledge.library import Library
from presencemap.app.post_commands import ShowSaid
from presencemap.domain.availability import Availability
from presencemap.domain.roster import Card
from presencemap.ui.ask.ask_page import AskPage
from presencemap.ui.main_window import MainWindow
from presencemap.ui.screen import Screen
from presencemap.ui.team import Team
from tests.expertise.company import NOW, Company, company, questions
from tests.expertise.shelves import filled

START_MS, CALM_MS = 5, 450
CARDS = 12
Act = Callable[[], object]


class Reader:
    """Stands for the node: what it finds was found before, so that only the window is measured."""

    def __init__(self, made: Company, texts: list[str]) -> None:
        library = Library()
        filled(library, made)
        self._found = {text: findings_in(library, text, "", NOW) for text in {"", *texts}}
        library.close()

    def search(self, text: str) -> Future[Findings]:
        """The answer at once."""
        answer = Future[Findings]()
        answer.set_result(self._found[text])
        return answer

    def post(self, command: object) -> Future[Any]:
        """No answer, but for what a person said last."""
        answer = Future[Any]()
        if isinstance(command, ShowSaid):
            answer.set_result(FACTORIES["posts"]()[:5])
        return answer


def known(people: int, made: Company) -> tuple[Card, ...]:
    """So many colleagues; the first of them are those of the company, all of them free."""
    everybody = list(cards(people))
    for at, told in enumerate(made.cards.values(), start=1):
        profile = replace(told.person.profile, contacts=everybody[at].person.profile.contacts)
        person = replace(told.person, profile=profile)
        status = everybody[at].status or told.status
        free = status and replace(status, availability=Availability.AVAILABLE)
        everybody[at] = replace(everybody[at], person=person, status=free)
    return tuple(everybody)


def acted(what: str, acts: list[Act]) -> float:
    """Do each, and print what it cost; the longest turn of all, ms."""
    meter, longest, whole = Meter(), list[float](), list[float]()
    for act in acts:
        meter.start()
        # In a turn of its own, as a click or a letter comes: layout and painting are the next.
        QTimer.singleShot(START_MS, act)
        turn(START_MS + CALM_MS)
        turns = meter.stop().cpu
        longest.append(max(turns))
        whole.append(sum(took for took in turns if took > IDLE))
    for name, times in (("longest turn", longest), ("all", whole)):
        print(f"{what:<28}{name:<14}{ranks(times)}   n {len(times)}", flush=True)
    return max(longest)


def measure_ask(window: MainWindow, team: Team, made: Company) -> float:
    """Some questions, letter by letter."""
    asked = [question.text for question in questions(made) if question.held_out][:4]
    typed = [text[:end] for text in asked for end in range(2, len(text) + 1)]
    page = AskPage(team)
    window.panes.add(Screen.ASK, page, listed=False)
    team.connect_node(Reader(made, typed))  # type: ignore[arg-type]
    turn(CALM_MS)
    longest = [
        acted("Ask, opened", [partial(window.panes.show_screen, Screen.ASK)]),
        acted("the first answer", [partial(page.field.setText, asked[0])]),
        acted("an answer at a letter", [partial(page.field.setText, text) for text in typed]),
    ]
    window.panes.show_screen(Screen.MAP)
    turn(CALM_MS)
    return max(longest[1:])


def measure_cards(window: MainWindow, people: list[str]) -> float:
    """One after the other over the map."""
    shown: list[Act] = [partial(window.open_person, person) for person in people]
    first = acted("a card, first", shown[:1])
    further = acted("a card, next", shown[1:])
    window.card.close_card()
    again = acted("a card, opened again", [shown[len(shown) // 2]])
    window.card.close_card()
    return max(first, further, again)


def measure_pages(window: MainWindow, team: Team, made: Company, shown: list[Card]) -> float:
    """From a card to the page, from one page to the next, and back."""
    texts = [card.status.activity.text for card in shown if card.status and card.status.activity]
    team.connect_node(Reader(made, texts))  # type: ignore[arg-type]
    pages: list[Act] = [partial(window.visits.show, card.person.id) for card in shown]
    turn(CALM_MS)
    first = acted("a page, first", pages[:1])
    further = acted("a page, next", pages[1:])
    left = acted("a page, left", [window.visits.leave])
    return max(first, further, left, acted("a page, opened again", pages[:1]))


def main() -> None:
    """One of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("ask", "card", "page"))
    parser.add_argument("--people", type=int, default=10_000)
    asked = parser.parse_args()
    made = company()
    everybody = known(asked.people, made)
    with filled_window(everybody) as (window, team):
        print(f"\n{asked.people} people, ms of CPU, load {os.getloadavg()[0]:.1f}")
        if asked.what == "ask":
            longest = measure_ask(window, team, made)
        elif asked.what == "page":
            longest = measure_pages(window, team, made, [*everybody[1 : CARDS + 1]])
        else:
            longest = measure_cards(window, [card.person.id for card in everybody[1 : CARDS + 1]])
        print(target("the longest turn of all these, ms", longest, LIMIT), flush=True)


if __name__ == "__main__":
    main()
