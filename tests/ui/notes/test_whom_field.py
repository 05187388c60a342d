"""Whom to introduce somebody to."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.notes.whom_field import WhomField


@pytest.fixture
def field(stage: Any, factories: ModuleType, qtbot: QtBot) -> WhomField:
    made = WhomField(stage.team.roster, factories.person_id(1))
    qtbot.addWidget(made)
    return made


def test_all_are_offered_by_name_but_me_and_who_it_is_about(
    field: WhomField, factories: ModuleType
) -> None:
    names = [field.itemText(row) for row in range(field.count())]
    assert names[:2] == ["Amina El Idrissi", "Bram Claeys"]
    assert len(names) == 11
    assert not {factories.person_id(0), factories.person_id(1)} & set(field.people)
    assert field.person == ""


def test_the_best_stand_on_top_with_why_and_strangers_nowhere(
    field: WhomField, factories: ModuleType
) -> None:
    field.show_best([(factories.person_id(12), "Listed Peppol"), (factories.person_id(1), "x")])
    assert [field.itemText(row) for row in range(2)] == [
        "Pieter Goossens · Listed Peppol",
        "Amina El Idrissi",
    ]
    assert field.count() == 11


def test_who_was_chosen_or_half_typed_stays(
    field: WhomField, factories: ModuleType, qtbot: QtBot
) -> None:
    field.choose(factories.person_id(5))
    field.show_best([(factories.person_id(5), "On it now")])
    assert (field.person, field.currentText()) == (
        factories.person_id(5),
        "Amina El Idrissi · On it now",
    )
    field.setCurrentIndex(-1)
    field.setEditText("Bram Cl")
    field.show_best([])
    assert (field.person, field.currentText()) == ("", "Bram Cl")
    field.setEditText("bram claeys")
    assert field.person == factories.person_id(9)
    field.choose("nobody")
    assert field.person == ""


@pytest.mark.parametrize(
    ("typed", "key", "name"),
    [
        ("bram", Qt.Key.Key_Return, "Bram Claeys"),
        ("bram", Qt.Key.Key_Tab, "Bram Claeys"),
        ("EL I", Qt.Key.Key_Tab, "Amina El Idrissi"),
        ("e", Qt.Key.Key_Return, "Amina El Idrissi"),
        ("e", Qt.Key.Key_Tab, ""),
        ("xyz", Qt.Key.Key_Return, ""),
        ("", Qt.Key.Key_Return, ""),
    ],
)
def test_letters_mean_the_first_for_enter_and_the_only_one_for_tab(
    stage: Any, qtbot: QtBot, typed: str, key: Qt.Key, name: str
) -> None:
    form, field, after = QWidget(), WhomField(stage.team.roster), QLineEdit()
    qtbot.addWidget(form)
    column = QVBoxLayout(form)
    for each in (field, after):
        column.addWidget(each)
    form.show()
    form.activateWindow()
    field.setFocus()
    line = field.lineEdit()
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, typed)
    popup = field.completer().popup()
    if key == Qt.Key.Key_Tab:
        popup.hide()
        after.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        qtbot.keyClick(popup if popup.isVisible() else line, key)
    assert bool(field.person) is bool(name)
    assert field.currentText() == (name or typed)


def test_the_name_of_who_is_chosen_is_seen_also_with_a_long_reason(
    field: WhomField, factories: ModuleType, qtbot: QtBot
) -> None:
    line = field.lineEdit()
    assert line is not None
    field.show_best([(factories.person_id(5), "Helped to solve a question on #invoicing " * 3)])
    for pick in (lambda: field.choose(factories.person_id(5)), field._entered):
        line.setText("Ami")
        pick()
        assert field.person == factories.person_id(5)
        assert line.cursorPosition() == 0
    field.choose(factories.person_id(2))
    field.setCurrentIndex(0)
    field.activated.emit(0)
    qtbot.waitUntil(lambda: line.cursorPosition() == 0)
