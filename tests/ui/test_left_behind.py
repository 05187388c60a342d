"""What was opened and closed leaves nothing, however often; mirrors no one module."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowInvites, ShowMembers, ShowWords
from presencemap.app.link_commands import ShowLinks
from presencemap.app.notices import JobsChanged
from presencemap.app.post_commands import ShowFollows, ShowStream, ShowThread
from presencemap.ui.dialog import Dialog
from presencemap.ui.lens import Lens
from presencemap.ui.main_window import MainWindow
from presencemap.ui.screen import Screen
from presencemap.ui.shell import Shell
from presencemap.ui.tray.tray import Tray

# The offscreen platform has no tray to tell of; Qt says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")
TIMES = 3
_left: list["weakref.ref[QWidget]"] = []


@pytest.fixture
def shell(stage: Any, factories: ModuleType, qtbot: QtBot) -> Iterator[Shell]:
    """With something to show of everything."""
    stage.node.answers |= {
        ShowMembers: factories.members(),
        ShowInvites: factories.invites(),
        ShowLinks: factories.links(),
        ShowStream: factories.posts(),
        ShowThread: factories.thread(),
        ShowFollows: factories.follows(),
        ShowWords: {"words": ["one", "two"], "verified": False},
    }
    made = Shell(stage.team, stage.towns, stage.preferences, Tray(stage.team, there=lambda: False))
    stage.team.take(JobsChanged(factories.jobs()))
    made.window.resize(1280, 800)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.stop()


def come_and_gone() -> None:
    """What was closed is deleted, and what came of that."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def living() -> Counter[str]:
    """All windows, those too that are nobody's child, and what is below them; by their classes."""
    tops = [each for each in QApplication.topLevelWidgets() if each.parent() is None]
    below = [child for top in tops for child in (top, *top.findChildren(QObject))]
    return Counter(each.metaObject().className() for each in below)


def grown(act: Callable[[], None]) -> Counter[str]:
    """What there is more of each time it is done: not what comes once, be it late."""

    def more() -> Counter[str]:
        before = living()
        for _ in range(TIMES):
            act()
            QApplication.processEvents()
        come_and_gone()
        return Counter({what: n for what, n in (living() - before).items() if n >= TIMES})

    return more() & more() & more()


DIALOGS: dict[str, Callable[[Shell, str], None]] = {
    "days": lambda shell, _: shell.window.top.days_wanted.emit(),
    "drafts": lambda shell, _: shell.window.top.drafts_wanted.emit(),
    "home": lambda shell, _: shell.window.top.precision_menu.home_wanted.emit(),
    "introduce": lambda shell, who: shell.window.card.introduction_requested.emit(who),
    "invite": lambda shell, _: shell.window.top.invite_wanted.emit(),
    "jobs": lambda shell, _: shell.window.top.jobs_wanted.emit(),
    "join topics": lambda shell, _: shell.window.desk.panel.menu.join_wanted.emit("peppol"),
    "leave": lambda shell, _: shell.window.anew_wanted.emit(),
    "link": lambda shell, who: shell.window.card.link_requested.emit(who),
    "links": lambda shell, _: shell.window.top.links_wanted.emit(),
    "map": lambda shell, _: shell.window.top.map_wanted.emit(),
    "members": lambda shell, _: shell.window.top.members_wanted.emit(),
    "network": lambda shell, _: shell.window.top.network_wanted.emit(),
    "places": lambda shell, _: shell.window.top.places_wanted.emit(),
    "profile": lambda shell, _: shell.window.top.profile_wanted.emit(),
    "rename a topic": lambda shell, _: shell.window.desk.panel.menu.rename_wanted.emit("peppol"),
    "shortcuts": lambda shell, _: shell.window.top.shortcuts_wanted.emit(),
    "verify": lambda shell, who: shell.window.card.verify_requested.emit(who, "Joris"),
}


@pytest.mark.parametrize("dialog", DIALOGS)
def test_of_a_closed_dialog_nothing_is_left(shell: Shell, stage: Any, dialog: str) -> None:
    shown: list[str] = []

    def open_and_close() -> None:
        DIALOGS[dialog](shell, stage.cards[1].person.id)
        QApplication.processEvents()
        for each in shell.window.findChildren(Dialog):
            if each.isVisible():
                shown.append(type(each).__name__)
                each.close()

    assert not grown(open_and_close)
    assert len(shown) == 3 * TIMES


def test_of_cards_pages_and_screens_nothing_is_left(shell: Shell, stage: Any) -> None:
    window = shell.window
    whose = [card.person.id for card in stage.cards[1:5]]

    def walk() -> None:
        for person in whose:
            window.open_person(person)
            QApplication.processEvents()
        window.card.close_card()
        for person in whose:
            window.visits.show(person)
            QApplication.processEvents()
        window.visits.leave()
        for screen in (Screen.STREAM, Screen.ASK, Screen.NOTES):
            window.panes.show_screen(screen)
            QApplication.processEvents()
        window.panes.show_map()
        window.lenses.show_topics()
        window.ground.topics.choose_topic("peppol")
        QApplication.processEvents()
        window.ground.topics.choose_topic(None)
        window.ground.look(Lens.WHERE)
        shell.open_composer()
        QApplication.processEvents()
        shell.composer.hide()

    assert not grown(walk)


def test_of_a_closed_window_nothing_is_left(stage: Any, qtbot: QtBot) -> None:
    def open_and_close() -> None:
        made = MainWindow(stage.team, stage.preferences, stage.towns)
        with qtbot.waitExposed(made):
            made.show()
        made.stop()
        made.close()
        made.deleteLater()

    assert not grown(open_and_close)


def test_when_all_is_made_anew_nothing_is_left_of_before(stage: Any, qtbot: QtBot) -> None:
    """As for another language, or another size of text."""

    def make_anew() -> None:
        tray = Tray(stage.team, there=lambda: False)
        made = Shell(stage.team, stage.towns, stage.preferences, tray)
        with qtbot.waitExposed(made.window):
            made.window.show()
        made.stop()
        made.deleteLater()

    assert not grown(make_anew)


def test_a_test_has_a_window(window: MainWindow) -> None:
    _left.append(weakref.ref(window))


def test_what_a_test_had_is_gone_in_the_next() -> None:
    assert [each() for each in _left] == [None]
