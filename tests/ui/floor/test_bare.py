"""A floor on which nothing is drawn yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.floor.bare import BareFloor
from presencemap.ui.theme import Appearance


def test_its_one_act_is_to_draw(look: Appearance, qtbot: QtBot) -> None:
    bare = BareFloor()
    qtbot.addWidget(bare)
    bare.show()
    with qtbot.waitSignal(bare.draw_wanted):
        qtbot.keyClick(bare.button, Qt.Key.Key_Return)


@pytest.mark.parametrize("width", [300, 900])
def test_all_of_its_words_are_seen(look: Appearance, qtbot: QtBot, width: int) -> None:
    bare = BareFloor()
    qtbot.addWidget(bare)
    bare.resize(width, 500)
    bare.show()
    QApplication.processEvents()
    words = bare.words
    assert words.height() >= words.heightForWidth(words.width())
    assert words.width() >= 250
    assert bare.button.y() > words.geometry().bottom()
