"""My notes: with whom at the left, the latest first, new ones marked."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowNotes
from presencemap.app.notices import NotesChanged
from presencemap.domain.errors import Refused
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.notes.notes_page import NotesPage
from presencemap.ui.preferences import Preferences
from presencemap.ui.theme import Appearance


@pytest.fixture
def notebook(stage: Any, factories: ModuleType, tmp_path: Path, qtbot: QtBot) -> Notebook:
    stage.node.answers[ShowNotes] = factories.notes()
    made = Notebook(stage.team, Preferences(tmp_path / "settings.json"))
    qtbot.waitUntil(lambda: bool(made.people))
    return made


def opened(stage: Any, notebook: Notebook, qtbot: QtBot, person: str = "") -> NotesPage:
    made = NotesPage(stage.team, notebook)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    if person:
        made.show_person(person)
    return made


def listed(page: NotesPage) -> list[tuple[str, bool]]:
    items = (page.people.item(row) for row in range(page.people.count()))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [(item.text(), item.data(spoken).endswith(", new")) for item in items]


def test_the_latest_is_open_and_what_is_new_marked(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot)
    assert page.conversation.person == factories.person_id(1)
    others = [("Lotte Maes", True), ("Fien Dhondt", True)]
    assert [listed(page)[0], *sorted(listed(page)[1:])] == [
        ("Joris De Smedt", False),
        *sorted(others),
    ]
    lotte = [name for name, _ in listed(page)].index("Lotte Maes")
    page.people.setCurrentRow(lotte)
    assert page.conversation.person == factories.person_id(2)
    assert ("Lotte Maes", False) in listed(page)


def test_whom_nobody_wrote_with_yet_is_on_top(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot, factories.person_id(5))
    assert listed(page)[0] == ("Amina El Idrissi", False)
    assert page.conversation.person == factories.person_id(5)
    assert page.people.currentRow() == 0


def test_one_that_comes_changes_not_who_is_open(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot)
    stage.node.answers[ShowNotes] = [*factories.notes(), factories.note(9, 2, "One more")]
    with qtbot.waitSignal(notebook.changed):
        stage.team.take(NotesChanged())
    assert listed(page)[0] == ("Lotte Maes", True)
    assert page.conversation.person == factories.person_id(1)
    row = page.people.currentRow()
    assert listed(page)[row] == ("Joris De Smedt", False)


def test_whom_somebody_introduced_is_written_to_from_there(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot, factories.person_id(3))
    page.conversation.bubbles[0].write.click()
    assert page.conversation.person == factories.person_id(4)


def test_what_fails_is_said(stage: Any, notebook: Notebook, qtbot: QtBot) -> None:
    page = opened(stage, notebook, qtbot)
    stage.node.error = Refused("Not now.")
    page.conversation.box.set_text("Lunch?")
    qtbot.keyClick(page.conversation.box.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(page.message))
    assert page.message == "Not now."


def test_what_comes_while_it_is_hidden_is_not_seen(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot)
    page.hide()
    stage.node.answers[ShowNotes] = [*factories.notes(), factories.note(9, 1, "One more")]
    with qtbot.waitSignal(notebook.changed):
        stage.team.take(NotesChanged())
    assert factories.person_id(1) in notebook.unseen
    page.show()
    assert factories.person_id(1) not in notebook.unseen
    assert page.conversation.bubbles[-1].text.text() == "One more"


def test_where_it_is_narrow_one_reads_one_at_a_time(
    stage: Any, notebook: Notebook, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot)
    assert page.people.isVisible()
    assert page.conversation.isVisible()
    assert not page.back.isVisible()
    page.resize(480, 600)
    assert page.people.isVisible()
    assert not page.conversation.isVisible()
    page.people.setFocus()
    qtbot.keyClick(page.people, Qt.Key.Key_Down)
    qtbot.keyClick(page.people, Qt.Key.Key_Return)
    assert not page.people.isVisible()
    assert page.conversation.isVisible()
    page.back.click()
    assert page.focusWidget() is page.people


def test_the_way_back_is_in_line_with_the_name(
    stage: Any, notebook: Notebook, look: Appearance, qtbot: QtBot
) -> None:
    look.set_narrow(narrow=True)
    page = opened(stage, notebook, qtbot)
    page.resize(480, 600)
    qtbot.keyClick(page.people, Qt.Key.Key_Down)
    qtbot.keyClick(page.people, Qt.Key.Key_Return)
    talk, back = page.conversation, page.back
    name = next(each for each in talk.findChildren(QLabel) if each.isVisible())
    qtbot.waitUntil(lambda: back.height() == name.height() == 40)
    assert back.mapTo(page, back.rect().center()).y() == name.mapTo(page, name.rect().center()).y()


def test_one_writes_to_anybody_from_there(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    page = opened(stage, notebook, qtbot)
    page.resize(480, 600)
    with qtbot.waitSignal(page.dialog_wanted) as wanted:
        page.begin.click()
    (dialog,) = wanted.args
    qtbot.addWidget(dialog)
    dialog.chosen.emit(factories.person_id(5))
    assert page.conversation.person == factories.person_id(5)
    assert page.focusWidget() is page.conversation.box.editor


def test_without_notes_it_says_so_and_how_to_begin_at_any_width(
    stage: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    stage.node.answers[ShowNotes] = []
    page = opened(stage, Notebook(stage.team, Preferences(tmp_path / "none.json")), qtbot)
    for width in (900, 480):
        page.resize(width, 600)
        assert page.conversation.begin.isVisible()
    assert not page.back.isVisible()
    with qtbot.waitSignal(page.dialog_wanted) as wanted:
        page.conversation.begin.click()
    qtbot.addWidget(wanted.args[0])
