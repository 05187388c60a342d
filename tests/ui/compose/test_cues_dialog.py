"""Drafts from git and calendar, as their owner turns them on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from presencemap.app.cues import CueSources
from presencemap.ui.compose.cues import Cues
from presencemap.ui.compose.cues_dialog import CuesDialog


@pytest.fixture
def cues(stage: Any) -> Cues:
    return Cues(stage.team, stage.preferences)


@pytest.fixture
def dialog(cues: Cues, qtbot: QtBot) -> CuesDialog:
    made = CuesDialog(cues)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def tree(tmp_path: Path) -> str:
    (tmp_path / "tree" / ".git").mkdir(parents=True)
    (tmp_path / "tree" / ".git" / "HEAD").write_text("ref: refs/heads/fix/vat\n")
    return str(tmp_path / "tree")


def test_it_is_off_until_its_owner_turns_it_on(
    dialog: CuesDialog, cues: Cues, tree: str, qtbot: QtBot
) -> None:
    assert not dialog.on.isChecked()
    dialog.on.setChecked(True)
    dialog.folders.setPlainText(f"  {tree} \n\n{tree}\n")
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert cues.sources == CueSources(on=True, folders=(tree,))


def test_it_shows_what_was_named_and_off_needs_no_reading(
    cues: Cues, tree: str, qtbot: QtBot
) -> None:
    cues.sources = CueSources(on=True, folders=(tree, "/gone"), calendar="/gone.ics")
    dialog = CuesDialog(cues)
    qtbot.addWidget(dialog)
    assert dialog.folders.toPlainText() == f"{tree}\n/gone"
    assert dialog.calendar.text() == "/gone.ics"
    dialog.on.setChecked(False)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert cues.sources == CueSources(on=False, folders=(tree, "/gone"), calendar="/gone.ics")


def test_what_can_not_be_read_is_said_where_it_stands(
    dialog: CuesDialog, cues: Cues, tree: str, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.on.setChecked(True)
    dialog.folders.setPlainText(f"{tree}\n{tmp_path}/gone")
    dialog.calendar.setText(f"{tmp_path}/gone.ics")
    dialog.main.click()
    assert not dialog.main.isEnabled(), "it is reading"
    qtbot.waitUntil(dialog.main.isEnabled)
    assert dialog.folders_field.error == f"There is no folder {tmp_path}/gone"
    assert dialog.calendar_field.error == f"There is no file {tmp_path}/gone.ics"
    assert dialog.isVisible()
    assert cues.sources == CueSources(), "nothing is kept"
    dialog.folders.setPlainText(tree)
    assert dialog.folders_field.error == ""
    dialog.calendar.clear()
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()


def test_on_with_nothing_named_says_so(dialog: CuesDialog, cues: Cues) -> None:
    dialog.on.setChecked(True)
    dialog.main.click()
    assert "Name a folder" in dialog.folders_field.error
    assert not cues.sources.on


@pytest.mark.expects_log("unexpected failure")
def test_a_fault_of_ours_is_said(
    dialog: CuesDialog, cues: Cues, monkeypatch: pytest.MonkeyPatch
) -> None:
    def examine(_sources: object, _done: object, failed: Callable[[Exception], None]) -> None:
        failed(ZeroDivisionError())

    monkeypatch.setattr(cues, "examine", examine)
    dialog.on.setChecked(True)
    dialog.calendar.setText("/x.ics")
    dialog.main.click()
    assert dialog.message
    assert dialog.main.isEnabled()


def test_folders_and_file_can_be_chosen(
    dialog: CuesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/work/a")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/work/b.ics", ""))
    dialog.add.click()
    dialog.choose.click()
    assert (dialog.folders.toPlainText(), dialog.calendar.text()) == ("/work/a", "/work/b.ics")
    assert dialog.on.isChecked()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    dialog.add.click()
    dialog.choose.click()
    assert dialog.folders.toPlainText() == "/work/a"
