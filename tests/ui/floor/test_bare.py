"""A floor on which nothing is drawn yet."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.floor.bare import BareFloor
from presencemap.ui.theme import Appearance


def test_its_one_act_is_to_draw(look: Appearance, qtbot: QtBot) -> None:
    bare = BareFloor()
    qtbot.addWidget(bare)
    bare.show()
    with qtbot.waitSignal(bare.draw_wanted):
        qtbot.keyClick(bare.button, Qt.Key.Key_Return)
