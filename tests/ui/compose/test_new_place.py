"""A new place in the composer."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import AddPlace
from presencemap.app.gazetteer import Gazetteer
from presencemap.domain.place import PlaceKind
from presencemap.ui.compose.new_place import NewPlace
from presencemap.ui.theme import Appearance


@pytest.fixture
def panel(look: Appearance, qtbot: QtBot) -> NewPlace:
    made = NewPlace(Gazetteer.load())
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_the_name_that_was_typed(panel: NewPlace) -> None:
    panel.town.setText("left over")
    panel.begin("Acme")
    assert (panel.name.text(), panel.town.text()) == ("Acme", "")


def test_it_lacks_a_name_or_a_known_town(panel: NewPlace) -> None:
    panel.begin(" ")
    assert "name" in panel.lack()
    panel.begin("Acme")
    assert panel.lack() == ""
    panel.town.setText("Gnetx")
    assert "Gnetx" in panel.lack()


def test_name_and_town_make_a_place_with_a_spot(panel: NewPlace) -> None:
    panel.begin("  Acme   NV ")
    panel.town.setText("Gand")
    made = panel.command()
    assert (made.name, made.kind, made.town) == ("Acme NV", PlaceKind.CLIENT, "Gent")
    assert made.lat == pytest.approx(51.05, abs=0.1)
    panel.town.clear()
    assert panel.command() == AddPlace("Acme NV", PlaceKind.CLIENT)
