"""How precisely, as a menu."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.notices import PrecisionChanged
from presencemap.domain.precision import Precision
from presencemap.ui.precision_menu import PrecisionMenu, precision_words


def ticked(menu: PrecisionMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


def test_mine_is_ticked_and_follows_the_node_alone(stage: Any, qtbot: QtBot) -> None:
    menu = PrecisionMenu("Place, how precisely", stage.team)
    qtbot.addWidget(menu)
    assert ticked(menu) == ["Room"]
    with qtbot.waitSignal(menu.chosen) as told:
        menu.actions()[2].trigger()
    assert told.args == [Precision.TOWN]
    assert ticked(menu) == ["Room"]
    stage.team.take(PrecisionChanged(Precision.TOWN))
    assert ticked(menu) == ["Town"]
    means = [action.toolTip() for action in menu.actions()]
    assert means == [precision_words(precision).means for precision in Precision]
    assert len(set(means)) == 4
