"""A few exclusive choices: the tick follows what holds, not what was clicked."""

from enum import StrEnum
from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.ui.menus.choice_menu import ChoiceMenu


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_the_tick_follows_what_holds(stage: Any, qtbot: QtBot) -> None:
    holds = [Colour.RED]
    choices = {Colour.RED: ("Red", "Like fire"), Colour.BLUE: ("Blue", "Like the sea")}
    menu = ChoiceMenu("Colour", stage.team, choices, lambda: holds[0])
    qtbot.addWidget(menu)

    def ticked() -> list[str]:
        return [action.text() for action in menu.actions() if action.isChecked()]

    assert ticked() == ["Red"]
    assert [action.toolTip() for action in menu.actions()] == ["Like fire", "Like the sea"]
    with qtbot.waitSignal(menu.chosen) as told:
        menu.entries[Colour.BLUE].trigger()
    assert told.args == [Colour.BLUE]
    assert ticked() == ["Red"]
    holds[0] = Colour.BLUE
    stage.team.changed.emit()
    assert ticked() == ["Blue"]
