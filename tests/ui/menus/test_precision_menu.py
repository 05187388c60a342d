"""How precisely, as a menu."""

from typing import Any

from pytestqt.qtbot import QtBot

from presencemap.app.notices import HomeChanged, PrecisionChanged
from presencemap.domain.place import Place
from presencemap.domain.precision import Precision
from presencemap.ui.menus.precision_menu import PrecisionMenu, precision_words


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
    means = [action.toolTip() for action in menu.entries.values()]
    assert means == [precision_words(precision).means for precision in Precision]
    assert len(set(means)) == 4


def test_the_town_of_home_is_said_and_wanted(stage: Any, qtbot: QtBot) -> None:
    menu = PrecisionMenu("Place, how precisely", stage.team)
    qtbot.addWidget(menu)
    assert menu.home.text() == "At home: no town …"
    gent = Place.home_in(Place.in_town("Gent", 51.0543, 3.7174))
    stage.team.take(HomeChanged(gent))
    assert menu.home.text() == "At home: Gent …"
    assert menu.home.toolTip().startswith("Colleagues see your town")
    with qtbot.waitSignal(menu.home_wanted), qtbot.assertNotEmitted(menu.chosen):
        menu.home.trigger()
