"""Talents as chips."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.person import MAX_TALENTS
from presencemap.ui.profile.talents_field import TalentsField
from presencemap.ui.theme import Appearance


@pytest.fixture
def field(look: Appearance, qtbot: QtBot) -> TalentsField:
    made = TalentsField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_and_comma_make_chips(field: TalentsField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "Peppol,Rail  freight")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.talents == ("Peppol", "Rail freight")
    assert field.line.text() == ""


def test_what_is_half_typed_counts(field: TalentsField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field.line, "Sail")
    assert field.talents == ("Sail",)


def test_the_same_talent_is_kept_once(field: TalentsField, qtbot: QtBot) -> None:
    field.set_talents(("Peppol",))
    field.add("péppol")
    qtbot.keyClicks(field.line, "PEPPOL")
    assert field.talents == ("Peppol",)


def test_backspace_and_a_click_take_away(field: TalentsField, qtbot: QtBot) -> None:
    field.set_talents(("One", "Two", "Three"))
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.talents == ("One", "Two")
    field._chips[0].click()
    assert field.talents == ("Two",)
    assert field._chips[0].accessibleName() == "Remove the talent Two"


def test_no_more_than_fit(field: TalentsField) -> None:
    field.set_talents(tuple(f"Talent {n}" for n in range(MAX_TALENTS + 3)))
    assert len(field.talents) == MAX_TALENTS


def test_many_talents_make_it_higher(field: TalentsField, qtbot: QtBot) -> None:
    field.resize(300, 40)
    before = field.heightForWidth(300)
    field.set_talents(tuple(f"A longer talent {n}" for n in range(6)))
    assert field.heightForWidth(300) > before
