"""A way in that opens when it is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from presencemap.ui.onboarding.choice_box import ChoiceBox
from presencemap.ui.theme import Appearance


def test_a_click_anywhere_chooses_and_opens(look: Appearance, qtbot: QtBot) -> None:
    inside = QLineEdit()
    box = ChoiceBox("link", "I have an invite", "Paste the link", inside)
    qtbot.addWidget(box)
    box.show()
    assert not inside.isVisible()
    with qtbot.waitSignal(box.chosen):
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert inside.isVisible()
    assert box.radio.accessibleName() == "I have an invite"
