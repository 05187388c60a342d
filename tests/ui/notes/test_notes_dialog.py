"""My notes: with whom at the left, the latest first, new ones marked."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowNotes
from presencemap.app.notices import NotesChanged
from presencemap.domain.errors import Refused
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.notes.notes_dialog import NotesDialog
from presencemap.ui.preferences import Preferences


@pytest.fixture
def notebook(stage: Any, factories: ModuleType, tmp_path: Path, qtbot: QtBot) -> Notebook:
    stage.node.answers[ShowNotes] = factories.notes()
    made = Notebook(stage.team, Preferences(tmp_path / "settings.ini"))
    qtbot.waitUntil(lambda: bool(made.people))
    return made


def opened(stage: Any, notebook: Notebook, qtbot: QtBot, person: str = "") -> NotesDialog:
    made = NotesDialog(stage.team, notebook, person)
    qtbot.addWidget(made)
    made.show()
    return made


def listed(dialog: NotesDialog) -> list[tuple[str, bool]]:
    items = (dialog.people.item(row) for row in range(dialog.people.count()))
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [(item.text(), item.data(spoken).endswith(", new")) for item in items]


def test_the_latest_is_open_and_what_is_new_marked(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened(stage, notebook, qtbot)
    assert dialog.conversation.person == factories.person_id(1)
    others = [("Lotte Maes", True), ("Fien Dhondt", True)]
    assert [listed(dialog)[0], *sorted(listed(dialog)[1:])] == [
        ("Joris De Smedt", False),
        *sorted(others),
    ]
    lotte = [name for name, _ in listed(dialog)].index("Lotte Maes")
    dialog.people.setCurrentRow(lotte)
    assert dialog.conversation.person == factories.person_id(2)
    assert ("Lotte Maes", False) in listed(dialog)
    dialog.submit()
    assert not dialog.isVisible()


def test_whom_nobody_wrote_with_yet_is_on_top(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened(stage, notebook, qtbot, factories.person_id(5))
    assert listed(dialog)[0] == ("Amina El Idrissi", False)
    assert dialog.conversation.person == factories.person_id(5)
    assert dialog.people.currentRow() == 0


def test_one_that_comes_changes_not_who_is_open(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened(stage, notebook, qtbot)
    stage.node.answers[ShowNotes] = [*factories.notes(), factories.note(9, 2, "One more")]
    with qtbot.waitSignal(notebook.changed):
        stage.team.take(NotesChanged())
    assert listed(dialog)[0] == ("Lotte Maes", True)
    assert dialog.conversation.person == factories.person_id(1)
    row = dialog.people.currentRow()
    assert listed(dialog)[row] == ("Joris De Smedt", False)


def test_whom_somebody_introduced_is_written_to_from_there(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog = opened(stage, notebook, qtbot, factories.person_id(3))
    dialog.conversation.bubbles[0].write.click()
    assert dialog.conversation.person == factories.person_id(4)


def test_what_fails_is_said(stage: Any, notebook: Notebook, qtbot: QtBot) -> None:
    dialog = opened(stage, notebook, qtbot)
    stage.node.error = Refused("Not now.")
    dialog.conversation.box.set_text("Lunch?")
    qtbot.keyClick(dialog.conversation.box.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible(), "Enter sends, it closes nothing"
