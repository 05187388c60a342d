"""Draws the window with the map On what, for teams of several sizes: to be looked at.

``screenshots.py --only topics`` runs it.
"""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from presencemap.app.gazetteer import Gazetteer
from presencemap.app.notices import (
    JobsChanged,
    PlacesChanged,
    RosterChanged,
    Started,
    TopicsRenamed,
)
from presencemap.domain.topic_graph import job_topic
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team
from presencemap.ui.topics.topic_dialog import TopicDialog
from presencemap.ui.undo_bar import Deed, UndoBar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.ui import factories, topic_factories

_MANY = 2_000
"""Topics of the largest team."""
_ALONE = 1


class _Node:
    """Answers what is asked in the open, and what I follow."""

    def __init__(self, people: int) -> None:
        self._asked = topic_factories.questions() if people > 20 else []
        self.names = TopicNames()

    def post(self, command: object) -> Future[Any]:
        answer: Future[Any] = Future()
        kind = type(command).__name__
        if kind == "ShowOpenQuestions":
            named = self.names.names
            asked = [{**each, "topics": list(named(each["topics"]))} for each in self._asked]
            answer.set_result(asked)
        elif kind == "ShowFollows":
            answer.set_result({"topics": ["data", "care"], "people": [], "followers": []})
        elif kind == "ShowStream":
            answer.set_result(topic_factories.links())
        elif kind == "ShowTopics":
            names = ("data", "e-facturatie", "peppol", "vat")
            answer.set_result([{"name": name, "joined": []} for name in names])
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
        self._teams: dict[MainWindow, Team] = {}
        self._nodes: dict[MainWindow, _Node] = {}

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
            self._name(window, grab, settle)
            window.topics.chips.followed.click()
            settle()
            grab(window, f"topics-{people}-followed")
            window.topics.chips.followed.click()
            window.open_person(factories.person_id(3))
            grab(window, f"topics-{people}-card")
            window.card.close_card()
            window.topics.choose_topic(job_topic(factories.jobs()[1].id))
            settle()
            grab(window, f"topics-{people}-job")
            window.topics.choose_topic(None)
        for width, name in ((760, "tablet"), (480, "narrow")):
            window.resize(width, 760)
            for _ in range(3):
                settle()
            grab(window, f"topics-{people}-{name}")
        window.hide()

    def _name(
        self, window: MainWindow, grab: Callable[[QWidget, str], None], settle: Callable[[], None]
    ) -> None:
        """Two topics become one: what is asked, and how it looks afterwards."""
        team = self._teams[window]
        for joins, typed, name in ((False, "vat", "rename"), (True, "e-facturatie", "join")):
            dialog = TopicDialog(team, "peppol", joins=joins, parent=window)
            dialog.show()
            settle()
            dialog.other.setEditText(f"#{typed}")
            grab(dialog, f"topics-{name}")
            dialog.close()
        node = self._nodes[window]
        node.names = TopicNames({"data": "peppol", "peppol": "e-facturatie"})
        team.take(TopicsRenamed(node.names))
        for _ in range(3):
            settle()
        menu = window.desk.panel.menu
        bar = UndoBar(window.panes, window.panes.stage, window.card)
        bar.offer(Deed("#peppol is part of #e-facturatie now, for everyone", bar.finish))
        grab(window, "topics-joined")
        bar.finish()
        menu.learn()
        menu.entries.popup(menu.mapToGlobal(QPoint(0, menu.height())))
        grab(menu.entries, "topics-menu")
        menu.entries.close()
        node.names = TopicNames()
        team.take(TopicsRenamed(node.names))
        window.topics.choose_topic("peppol")
        settle()

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
        if people > _ALONE:
            team.take(JobsChanged(factories.jobs()))
        node = _Node(people)
        team.connect_node(node)
        window = MainWindow(team, self._preferences, Gazetteer.load())
        window.people.set_loading(loading=False)
        self._teams[window], self._nodes[window] = team, node
        return window
