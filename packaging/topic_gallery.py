"""Draws the window with the map On what, for teams of several sizes: to be looked at.

``screenshots.py --only topics`` runs it.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import PlacesChanged, RosterChanged, Started
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.ui import factories, topic_factories

_MANY = 2_000
"""Topics of the largest team."""


class _Node:
    """Answers what is asked in the open, and what I follow."""

    def __init__(self, people: int) -> None:
        self._asked = topic_factories.questions() if people > 20 else []

    def post(self, command: object) -> Future[Any]:
        answer: Future[Any] = Future()
        kind = type(command).__name__
        if kind == "ShowOpenQuestions":
            answer.set_result(self._asked)
        elif kind == "ShowFollows":
            answer.set_result({"topics": ["data", "care"], "people": [], "followers": []})
        elif kind == "ShowStream":
            answer.set_result(topic_factories.links())
        return answer

    def examine(self) -> Future[Any]:
        return Future()

    def search(self, _text: str) -> Future[Any]:
        return Future()

    def stop(self, _deadline: float = 1.0) -> bool:
        return True


class TopicGallery:
    """One window for each team, made when it is first asked for."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._windows: dict[int, MainWindow] = {}

    def draw(
        self, people: int, grab: Callable[[QWidget, str], None], settle: Callable[[], None]
    ) -> None:
        """A team of so many people."""
        window = self._windows.get(people) or self._window(people)
        self._windows[people] = window
        window.resize(1280, 800)
        window.show()
        window.lenses.show_topics()
        window.topics.show_everything()
        for _ in range(30):
            # Of thousands of people the first come after some turns of the event loop.
            settle()
            if window.topics.scene.hubs and window.people.people.people == people - 1:
                break
        for _ in range(4):
            # The survey of all comes after the last of them.
            settle()
        grab(window, f"topics-{people}")
        if people == 40:
            window.topics.choose_topic("peppol")
            grab(window, f"topics-{people}-topic")
            window.topics.chips.followed.click()
            settle()
            grab(window, f"topics-{people}-followed")
            window.topics.chips.followed.click()
            window.open_person(factories.person_id(3))
            grab(window, f"topics-{people}-card")
            window.card.close_card()
            window.topics.choose_topic(None)
        for width, name in ((760, "tablet"), (480, "narrow")):
            window.resize(width, 760)
            for _ in range(3):
                settle()
            grab(window, f"topics-{people}-{name}")
        window.hide()

    def stop(self) -> None:
        """End."""
        for window in self._windows.values():
            window.stop()

    def _window(self, people: int) -> MainWindow:
        team = Team(Inbox(), lambda: factories.NOW)
        cards = topic_factories.on_topics(people, _MANY if people > _MANY else 0)
        team.take(Started("Lerend Collectief", cards[0].person.id, "", ""))
        team.take(PlacesChanged(factories.PLACES))
        team.take(RosterChanged(cards))
        team.connect_node(_Node(people))
        window = MainWindow(team, self._preferences, Gazetteer.load())
        window.people.set_loading(loading=False)
        return window
