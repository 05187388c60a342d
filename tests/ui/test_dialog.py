"""The frame of every dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from presencemap.ui.dialog import Dialog
from presencemap.ui.theme import Appearance


def test_enter_does_the_main_act_and_esc_leaves(look: Appearance, qtbot: QtBot) -> None:
    dialog = Dialog("Add", "Do it")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QLineEdit())
    dialog.show()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_it_grows_for_a_long_sentence(look: Appearance, qtbot: QtBot) -> None:
    dialog = Dialog("Add", "Do it")
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    before = dialog.height()
    dialog.tell("What went wrong, and what to do about it. " * 6)
    QApplication.processEvents()
    assert dialog.height() > before + 30
    dialog.tell("")
    assert dialog.message == ""
