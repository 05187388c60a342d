"""A link and an introduction leave only when they can't be undone any more."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import Introduce, WriteNote
from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.domain.errors import Refused
from presencemap.ui.dialog import Dialog
from presencemap.ui.helping import Helping
from presencemap.ui.links.links_dialog import LinksDialog
from presencemap.ui.links.send_dialog import SendLinkDialog
from presencemap.ui.links.wording import new_link
from presencemap.ui.main_window import MainWindow
from presencemap.ui.notes.introduce_dialog import IntroduceDialog


@pytest.fixture
def shown() -> list[Dialog]:
    return []


@pytest.fixture
def helping(
    stage: Any, window: MainWindow, shown: list[Dialog], factories: ModuleType, qtbot: QtBot
) -> Iterator[Helping]:
    stage.node.answers[ShowLinks] = factories.links()

    def show(dialog: Dialog) -> None:
        qtbot.addWidget(dialog)
        shown.append(dialog)

    made = Helping(stage.team, window, show)
    yield made
    made.stop()


def sent_link(helping: Helping, shown: list[Dialog], qtbot: QtBot) -> SendLinkDialog:
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    qtbot.waitUntil(lambda: dialog.link is not None)
    dialog.box.set_text("Look")
    dialog.submit()
    return dialog


def notes(stage: Any) -> list[object]:
    return [each for each in stage.node.posted if isinstance(each, (WriteNote, Introduce))]


def test_a_link_leaves_after_its_time_or_is_taken_back_as_it_was(
    helping: Helping, shown: list[Dialog], stage: Any, window: MainWindow, factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    joris = factories.person_id(1)
    window.open_person(joris)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    sent_link(helping, shown, qtbot)
    assert helping.bar.accessibleName().startswith("To Joris: Peppol BIS")
    assert notes(stage) == [], "it can still be undone"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert notes(stage) == []
    again = shown[-1]
    assert isinstance(again, SendLinkDialog)
    assert again.box.text == "Look", "what was written isn't lost"
    sent_link(helping, shown, qtbot)
    helping.bar.finish()
    [note] = notes(stage)
    assert isinstance(note, WriteNote)
    assert note.person == joris
    assert not [each for each in stage.node.posted if isinstance(each, SaveLink)]


def test_a_new_link_is_kept_once_it_is_sent(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    helping.send_link(factories.person_id(2))
    dialog = shown[-1]
    assert isinstance(dialog, SendLinkDialog)
    dialog.field.setText("https://new.example")
    dialog.submit()
    helping.stop()
    assert SaveLink("https://new.example") in stage.node.posted
    assert len(notes(stage)) == 1, "what waits leaves before the window goes"


def test_an_introduction_waits_too(
    helping: Helping, shown: list[Dialog], stage: Any, window: MainWindow, factories: ModuleType,
    qtbot: QtBot,
) -> None:  # fmt: skip
    window.map.hover.introduction_wanted.emit(factories.person_id(1))
    dialog = shown[-1]
    assert isinstance(dialog, IntroduceDialog)
    dialog.choose(factories.person_id(5))
    dialog.submit()
    assert helping.bar.accessibleName() == "A note to Joris and Amina"
    assert notes(stage) == []
    helping.bar.undo()
    again = shown[-1]
    assert isinstance(again, IntroduceDialog)
    assert again is not dialog
    again.submit()
    stage.node.error = Refused("Not now.")
    helping.bar.finish()
    qtbot.waitUntil(lambda: helping.bar.accessibleName() == "Not sent: Not now.")
    stage.node.error = None
    helping.bar.button.click()
    assert isinstance(shown[-1], IntroduceDialog)
    assert shown[-1].chosen == stage.team.roster.card(factories.person_id(5))


def test_a_dropped_link_is_kept_or_sent_to_whose_card_it_falls_on(
    helping: Helping, shown: list[Dialog], stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    link = new_link("https://new.example", "New")
    kept = factories.link("New", "new.example", known=False)
    stage.node.answers[SaveLink] = kept
    for person in ("", factories.person_id(0), "nobody"):
        helping.drop.dropped.emit(link, person)
        qtbot.waitUntil(lambda: helping.bar.deed is not None)
        assert helping.bar.accessibleName() == "Kept for you alone: New"
        helping.bar.undo()
        assert stage.node.posted[-2:] == [
            SaveLink("https://new.example", "New"),
            RemoveLink("https://new.example"),
        ]
    assert shown == []
    stage.node.answers[SaveLink] = kept | {"known": True}
    helping.drop.dropped.emit(link, "")
    qtbot.waitUntil(lambda: helping.bar.deed is not None)
    helping.bar.button.click()
    assert isinstance(shown[-1], LinksDialog), "to undo it would erase what was there before"
    helping.drop.dropped.emit(link, factories.person_id(1))
    assert isinstance(shown[-1], SendLinkDialog)
    assert shown[-1].link == link


def test_what_cant_be_kept_is_said(helping: Helping, stage: Any, qtbot: QtBot) -> None:
    link = new_link("https://new.example")
    assert link is not None
    stage.node.error = Refused("500 links are saved.")
    with qtbot.waitSignal(helping.told) as said:
        helping.save_link(link)
    assert said.args == ["500 links are saved."]


def test_my_links_are_in_the_menu_and_a_stranger_is_sent_nothing(
    helping: Helping, shown: list[Dialog], window: MainWindow
) -> None:
    window.top.links_wanted.emit()
    assert isinstance(shown[-1], LinksDialog)
    helping.send_link("nobody")
    helping.introduce("nobody")
    assert len(shown) == 1
