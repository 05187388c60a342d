"""Towns as one types."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.gazetteer import Gazetteer
from presencemap.ui.theme import Appearance
from presencemap.ui.town_field import TownField


@pytest.fixture
def field(look: Appearance, qtbot: QtBot) -> TownField:
    made = TownField(Gazetteer.load())
    qtbot.addWidget(made)
    made.show()
    return made


def test_typing_suggests_towns_in_any_spelling(field: TownField, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "Gand")
    assert "Gent, BE" in field._labels.stringList()
    field.clear()
    qtbot.keyClicks(field, "xqzw")
    assert field._labels.stringList() == []


def test_a_name_that_is_a_town_has_its_coordinates(field: TownField) -> None:
    field.setText("den bosch")
    assert field.town is not None
    assert field.town.name == "'s-Hertogenbosch"
    assert field.town.lat == pytest.approx(51.7, abs=0.1)
    assert not field.unknown


def test_a_mistyped_town_is_named_in_the_sentence(field: TownField) -> None:
    assert not field.unknown
    field.setText("Gnetx")
    assert field.unknown
    assert "Gnetx" in field.unknown_sentence()


def test_a_mistake_is_offered_mended(field: TownField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "Antwerpm")
    assert field.unknown
    assert "Did you mean Antwerpen, BE?" in field.unknown_sentence()
    assert field.completer().popup().model().index(0, 0).data() == "Antwerpen, BE"


def test_while_towns_are_suggested_it_is_still_being_typed(field: TownField, qtbot: QtBot) -> None:
    field.setFocus()
    qtbot.keyClicks(field, "Gen")
    assert field.unknown
    assert field.suggests
    with qtbot.waitSignal(field.changed):
        field.completer().popup().hide()
    assert not field.suggests
