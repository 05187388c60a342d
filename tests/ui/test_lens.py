"""The switch between Where and On what."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.lens import Lens, LensSwitch
from presencemap.ui.theme import Appearance


@pytest.mark.parametrize("lens", list(Lens))
def test_it_shows_the_lens_of_its_map_and_leads_to_the_other(
    qtbot: QtBot, look: Appearance, lens: Lens
) -> None:
    switch = LensSwitch(lens)
    qtbot.addWidget(switch)
    other = next(each for each in Lens if each is not lens)
    assert switch.buttons[lens].isChecked()
    with qtbot.waitSignal(switch.chosen) as chosen:
        qtbot.mouseClick(switch.buttons[other], Qt.MouseButton.LeftButton)
    assert chosen.args == [other]
    assert switch.buttons[lens].isChecked(), "the other map has a switch of its own"
    with qtbot.assertNotEmitted(switch.chosen):
        qtbot.mouseClick(switch.buttons[lens], Qt.MouseButton.LeftButton)
    assert {button.accessibleName() for button in switch.buttons.values()} == {"Where", "On what"}
