"""The town of home, as its owner chooses it."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import SetHome
from presencemap.app.notices import HomeChanged
from presencemap.domain.errors import DiskFull
from presencemap.domain.place import Place
from presencemap.ui.home_dialog import HomeDialog

GENT = Place.home_in(Place.in_town("Gent", 51.0543, 3.7174))


@pytest.fixture
def dialog(stage: Any, qtbot: QtBot) -> HomeDialog:
    made = HomeDialog(stage.team, stage.towns)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_chosen_until_its_owner_does(
    stage: Any, dialog: HomeDialog, qtbot: QtBot
) -> None:
    assert dialog.town.text() == ""
    dialog.town.setText("ghent")
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted == [SetHome("ghent")]


def test_an_empty_field_takes_it_back(stage: Any, qtbot: QtBot) -> None:
    stage.team.take(HomeChanged(GENT))
    dialog = HomeDialog(stage.team, stage.towns)
    qtbot.addWidget(dialog)
    assert dialog.town.text() == "Gent"
    dialog.town.clear()
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted == [SetHome("")]


def test_a_town_that_nobody_knows_is_said_and_not_asked(stage: Any, dialog: HomeDialog) -> None:
    dialog.town.setText("Gentt")
    dialog.main.click()
    assert "Gentt" in dialog._field.error
    assert stage.node.posted == []
    dialog.town.setText("Gent")
    assert dialog._field.error == ""


def test_what_fails_is_said(stage: Any, dialog: HomeDialog, qtbot: QtBot) -> None:
    stage.node.error = DiskFull("full")
    dialog.town.setText("Gent")
    dialog.main.click()
    qtbot.waitUntil(lambda: bool(dialog.message))
    assert dialog.isVisible()
    assert dialog.main.isEnabled()
