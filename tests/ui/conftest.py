"""What tests of the interface share: the application's look, and invented colleagues."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import (
    KEEP,
    AddPlace,
    Command,
    CreateInvite,
    SetProfile,
    SetStatus,
    ShowNotes,
    ShowUnsent,
)
from presencemap.app.gazetteer import Gazetteer
from presencemap.app.link_commands import ShowLinks
from presencemap.app.notices import Notice, PlacesChanged, RosterChanged, Started
from presencemap.app.post_commands import ShowDigest, ShowFollows, ShowOpenQuestions
from presencemap.app.topic_commands import ShowTopics
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.roster import Card
from presencemap.ui import language, turns
from presencemap.ui.inbox import Inbox
from presencemap.ui.main_window import MainWindow
from presencemap.ui.preferences import Preferences
from presencemap.ui.team import Team
from presencemap.ui.theme import Appearance, Mode, appearance
from tests.ui import factories as invented
from tests.ui.office import building, housed, shown  # noqa: F401 - fixtures

if TYPE_CHECKING:
    from presencemap.app.doctor.findings import Report
    from presencemap.app.knowledge.findings import Findings


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown() -> Generator[None, None, None]:
    """What a test closed is gone before the collector looks: Qt waits for an event loop with it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def factories() -> ModuleType:
    """What tests invent colleagues, posts and moments by."""
    return invented


@pytest.fixture(autouse=True)
def _all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, what takes turns is done in one, but for ``in_turns``."""
    turns.turn.begin()
    for seconds in ("TURN", "DRAWING", "FULL"):
        monkeypatch.setattr(turns, seconds, inf)


@pytest.fixture
def in_turns(_all_at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes turns takes one for each step."""
    turns.turn.begin()
    monkeypatch.setattr(turns, "TURN", 0.0)
    monkeypatch.setattr(turns, "FEW", 0)


class _Watch(QObject):
    """Hears which widgets are shown as windows of their own."""

    def __init__(self, found: list[str]) -> None:
        super().__init__()
        self._found = found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._found.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[list[str]]:
    """What was shown as a window of its own, since then."""
    found = list[str]()
    watch = _Watch(found)
    qapp.installEventFilter(watch)
    yield found
    qapp.removeEventFilter(watch)


@pytest.fixture(autouse=True)
def _words_of_the_source(qapp: QApplication) -> None:
    """Begin without the translations that another test's application installed."""
    for translator in language._installed:
        qapp.removeTranslator(translator)
    language._installed.clear()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Appearance]:
    """The light look, applied to the application; light again afterwards."""
    found = appearance()
    if not qapp.styleSheet():
        found.apply()
    found.set_mode(Mode.LIGHT)
    yield found
    found.set_text_scale(1.0)
    found.set_compact(False)
    found.set_narrow(narrow=False)
    found.set_mode(Mode.LIGHT)


ASKED_UNBIDDEN: dict[type[Command], object] = {
    ShowOpenQuestions: [],
    ShowUnsent: [],
    ShowTopics: [],
    ShowFollows: {"people": [], "topics": [], "followers": [], "by_topic": {}},
}
"""What a window asks by itself, and what is answered unless a test says more."""


class FakeNode:
    """Keeps what it was asked and obeys it as a node does: the notices come before the answer."""

    def __init__(self, tell: Callable[[Notice], None], now: int) -> None:
        self.tell = tell
        self.now = now
        self.posted: list[Command] = []
        self.error: Exception | None = None
        self.holding = False
        self.stopped: list[float] = []
        self.me: Card | None = None
        self.places = PlaceTree()
        self.answers: dict[type[Command], object] = {}
        self.report: Report | None = None
        self.searched: list[str] = []
        self.findings: Callable[[str], Findings] | None = None
        """What a search finds; None: no answer comes."""
        self._held: list[Future[Any]] = []

    def post(self, command: Command) -> Future[Any]:
        answer: Future[Any] = Future()
        if type(command) in ASKED_UNBIDDEN:
            found = self.answers.get(type(command), ASKED_UNBIDDEN[type(command)])
            answer.set_result(found(command) if callable(found) else found)
            return answer
        self.posted.append(command)
        if self.error is not None:
            answer.set_exception(self.error)
        elif self.holding:
            self._held.append(answer)
        else:
            answer.set_result(self._obey(command))
        return answer

    def examine(self) -> Future[Any]:
        answer: Future[Any] = Future()
        if self.error is not None:
            answer.set_exception(self.error)
        elif self.holding:
            self._held.append(answer)
        else:
            answer.set_result(self.report)
        return answer

    def search(self, text: str) -> Future[Any]:
        self.searched.append(text)
        answer: Future[Any] = Future()
        if self.error is not None:
            answer.set_exception(self.error)
        elif self.findings is not None:
            answer.set_result(self.findings(text))
        return answer

    def release(self, error: Exception | None = None) -> None:
        """Answer what was held back."""
        for answer in self._held:
            answer.set_result(None) if error is None else answer.set_exception(error)
        self._held.clear()

    def stop(self, deadline: float = 1.0) -> bool:
        self.stopped.append(deadline)
        return True

    def _obey(self, command: Command) -> object:
        match command:
            case SetStatus() if self.me is not None and self.me.status is not None:
                said = {
                    name: value
                    for name in ("availability", "place", "activity", "until", "guests")
                    if (value := getattr(command, name)) is not KEEP
                }
                status = replace(self.me.status, since=self.now, **said)
                self.me = replace(self.me, status=status)
                self.tell(RosterChanged((self.me,)))
                return status
            case SetProfile(profile=profile) if self.me is not None:
                person = replace(self.me.person, profile=profile)
                self.me = replace(self.me, person=person)
                self.tell(RosterChanged((self.me,)))
            case AddPlace():
                fields = (command.name, command.kind, command.parent, command.lat, command.lon)
                place = Place(f"new-{len(self.posted)}", *fields, command.town)
                self.places = PlaceTree((*self.places, place))
                self.tell(PlacesChanged(self.places))
                return place
            case ShowNotes():
                return self.answers.get(ShowNotes, [])
            case ShowLinks():
                return self.answers.get(ShowLinks, [])
            case ShowDigest():
                nothing = {"lines": [], "others": 0, "waiting": 0}
                return self.answers.get(ShowDigest, nothing)
            case CreateInvite():
                return f"presencemap://join#{len(self.posted)}-{command.days}"
            case _:
                pass
        answer = self.answers.get(type(command))
        return answer(command) if callable(answer) else answer


@dataclass
class Stage:
    """What a window needs to live: the team, fed by a fake node, at a fixed moment."""

    team: Team
    inbox: Inbox
    node: FakeNode
    towns: Gazetteer
    preferences: Preferences
    cards: tuple[Card, ...]
    places: PlaceTree
    now: int


@pytest.fixture
def stage(
    look: Appearance, factories: ModuleType, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """Me and twelve colleagues; indirectly parametrized, as many as the parameter says."""
    people = factories.team(getattr(request, "param", 12))
    inbox = Inbox()
    clock = [people.now]
    team = Team(inbox, lambda: clock[0])
    node = FakeNode(inbox.take, people.now)
    node.me, node.places = people.me, people.places
    node.report = factories.report(people)
    team.connect_node(node)
    team.take(Started("Lerend Collectief", people.me.person.id, "", ""))
    team.take(PlacesChanged(people.places))
    team.take(RosterChanged(people.cards))
    preferences = Preferences(tmp_path / "settings.json")
    made = Stage(
        team, inbox, node, Gazetteer.load(), preferences, people.cards, people.places, people.now
    )
    yield made
    team.roster.stop()
    inbox.close()


@pytest.fixture
def open_window(stage: Stage, qtbot: QtBot) -> Iterator[Callable[[int, int], MainWindow]]:
    """Opens the main window in a size."""
    opened: list[MainWindow] = []

    def open_it(width: int, height: int) -> MainWindow:
        made = MainWindow(stage.team, stage.preferences, stage.towns)
        opened.append(made)
        qtbot.addWidget(made)
        made.resize(width, height)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    yield open_it
    for made in opened:
        made.stop()


@pytest.fixture
def window(open_window: Callable[[int, int], MainWindow]) -> MainWindow:
    """The main window, wide enough for all panes."""
    return open_window(1280, 800)
