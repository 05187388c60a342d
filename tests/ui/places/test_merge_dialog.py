"""Two places that are one."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import MergePlace
from presencemap.app.notices import PlacesChanged
from presencemap.domain.errors import InvalidInput
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.ui.places.merge_dialog import MergeDialog

DOUBLE = Place("d" * 32, "ACME", PlaceKind.CLIENT)


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> MergeDialog:
    stage.team.take(PlacesChanged(PlaceTree([*stage.places, DOUBLE])))
    made = MergeDialog(stage.team, DOUBLE)
    qtbot.addWidget(made)
    return made


def test_the_one_of_the_same_name_is_offered_and_never_itself(
    dialog: MergeDialog, stage: Any, qtbot: QtBot
) -> None:
    offered = [dialog.stays.itemText(n) for n in range(dialog.stays.count())]
    assert "ACME" not in offered
    assert "Home" not in offered
    assert dialog.stays.currentText() == "Acme, Gent"
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    acme = next(place for place in stage.places if place.name == "Acme")
    assert stage.node.posted == [MergePlace(DOUBLE.id, acme.id)]


def test_what_the_node_refuses_is_said(dialog: MergeDialog, stage: Any, qtbot: QtBot) -> None:
    stage.node.error = InvalidInput("Choose two places of which neither is inside the other.")
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.message != "")
    assert dialog.main.isEnabled()


def test_what_is_alike_in_nothing_is_chosen_by_hand(stage: Any, qtbot: QtBot) -> None:
    kompas = next(place for place in stage.places if place.name == "Kompas")
    made = MergeDialog(stage.team, kompas)
    qtbot.addWidget(made)
    assert (made.stays.currentIndex(), made.main.isEnabled()) == (-1, False)
    made.stays.setCurrentIndex(0)
    assert made.main.isEnabled()


def test_alone_there_is_nothing_to_merge_with(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(PlacesChanged(PlaceTree([DOUBLE])))
    made = MergeDialog(stage.team, DOUBLE)
    qtbot.addWidget(made)
    assert not made.main.isEnabled()
