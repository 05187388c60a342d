"""The frame of every dialog."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QExposeEvent, QRegion, QWindow
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
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
    QApplication.processEvents()
    assert (dialog.message, dialog.height()) == ("", before), "and what went takes its room along"


def test_what_was_made_higher_by_hand_stays_so(look: Appearance, qtbot: QtBot) -> None:
    dialog = Dialog("Add", "Do it")
    qtbot.addWidget(dialog)
    dialog.show()
    (title,) = (label for label in dialog.findChildren(QLabel) if label.text() == "Add")
    dialog.resize(dialog.width(), dialog.height() + 200)
    QApplication.processEvents()
    high, top = dialog.height(), title.y()
    dialog.tell("What went wrong.")
    dialog.tell("")
    QApplication.processEvents()
    assert (dialog.height(), title.y()) == (high, top)
    assert top < 40, "the title stays above the room that is left over"


def test_the_keyboard_begins_in_the_body_and_comes_to_the_buttons_last(
    look: Appearance, qtbot: QtBot
) -> None:
    dialog = Dialog("Add", "Do it")
    qtbot.addWidget(dialog)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        dialog.body.addWidget(field)
    dialog.show()
    dialog.activateWindow()
    QApplication.processEvents()
    seen: list[QWidget | None] = []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    assert seen == [*fields, dialog.cancel, dialog.main, fields[0]]


def test_what_comes_before_the_window_has_its_place_waits_for_it(
    look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = Dialog("Add", "Do it")
    qtbot.addWidget(dialog)
    done: list[str] = []
    dialog.when_placed(lambda: done.append("before it is shown"))
    dialog.show()
    exposed = [False]
    monkeypatch.setattr(QWindow, "isExposed", lambda _: exposed[0])
    high = dialog.height()
    dialog.tell("What went wrong.")
    dialog.when_placed(lambda: done.append("after"))
    qtbot.wait(60)
    assert (dialog.height(), done) == (high, ["before it is shown"])
    exposed[0] = True
    QApplication.sendEvent(dialog.windowHandle(), QExposeEvent(QRegion(0, 0, 9, 9)))
    qtbot.waitUntil(lambda: done[1:] == ["after"])
    assert dialog.height() > high
