"""The availability in the composer's head."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.compose.availability_menu import AvailabilityMenu
from presencemap.ui.theme import Appearance


def test_it_shows_mine_and_tells_another(look: Appearance, qtbot: QtBot) -> None:
    button = AvailabilityMenu()
    qtbot.addWidget(button)
    button.show_value(Availability.BUSY)
    assert button.text() == "Busy"
    assert button.accessibleName() == "Availability: Busy"
    menu = button.menu()
    assert isinstance(menu, QMenu)
    words = [(action.text(), action.isChecked()) for action in menu.actions()]
    assert words == [
        ("Available", False),
        ("Busy", True),
        ("Do not disturb", False),
        ("Away", False),
    ]
    with qtbot.waitSignal(button.chosen) as told:
        menu.actions()[3].trigger()
    assert told.args == [Availability.AWAY]
    # Until the node says so, it is what it was.
    assert button.text() == "Busy"
    assert menu.actions()[1].isChecked()
