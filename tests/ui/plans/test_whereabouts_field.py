"""A place or a town in one field."""

from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from presencemap.ui.plans.whereabouts_field import WhereaboutsField


@pytest.fixture
def field(stage: Any, qtbot: QtBot) -> WhereaboutsField:
    made = WhereaboutsField(stage.towns)
    qtbot.addWidget(made)
    made.set_places(stage.team.places)
    made.show()
    return made


def test_a_place_of_the_team_goes_before_a_town(field: WhereaboutsField) -> None:
    field.set_text("utrecht office")
    assert field.value == "utrecht"
    field.set_text("")
    assert (field.value, field.unknown) == (None, "")
    field.set_text("No place")
    assert (field.value, field.unknown) == (None, "")


def test_a_town_is_said_as_one_when_the_field_is_left(field: WhereaboutsField) -> None:
    field.set_text("gand")
    assert field.value == "town:51.05,3.72:Gent"
    field._finished()
    assert field.currentText() == "Somewhere in Gent"
    assert (field.value, field.unknown) == ("town:51.05,3.72:Gent", "")
    field.set_text("Acme, Gent")
    field._finished()
    assert field.currentText() == "Acme, Gent"


def test_what_nobody_knows_says_so_with_what_is_near(field: WhereaboutsField) -> None:
    field.set_text("Utrehct")
    assert (field.value, field.unknown) == (None, "Utrehct")
    assert field.unknown_sentence().startswith("No place or town is called “Utrehct”. Did you mean")
    assert "Utrecht" in field.unknown_sentence()
    field.set_text("Qqqqzz")
    assert field.unknown_sentence() == "No place or town is called “Qqqqzz”."


def test_no_place_is_made_here(field: WhereaboutsField, qtbot: QtBot) -> None:
    labels = [field.itemText(n) for n in range(field.count())]
    assert "New place …" not in labels
    field.set_text("Nowhere at all")
    with qtbot.assertNotEmitted(field.new_wanted):
        QTest.keyClick(field, "\r")
