"""One choice of a few."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.segmented import Segmented
from presencemap.ui.theme import Appearance


def made(qtbot: QtBot) -> tuple[Segmented, list[str]]:
    bar = Segmented("Kind of place")
    qtbot.addWidget(bar)
    for key in ("office", "client", "home"):
        bar.add(key, key.title(), "house" if key == "home" else "")
    told: list[str] = []
    bar.chosen.connect(told.append)
    return bar, told


def test_the_first_is_chosen_and_a_click_tells(look: Appearance, qtbot: QtBot) -> None:
    bar, told = made(qtbot)
    assert bar.value == "office"
    button = next(b for b in bar.children() if getattr(b, "accessibleName", str)() == "Client")
    button.click()
    assert (bar.value, told) == ("client", ["client"])


def test_choosing_by_code_is_silent(look: Appearance, qtbot: QtBot) -> None:
    bar, told = made(qtbot)
    bar.choose("home")
    assert (bar.value, told) == ("home", [])


def test_arrows_move_the_choice_round(look: Appearance, qtbot: QtBot) -> None:
    bar, told = made(qtbot)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert told == ["home", "office"]


def test_an_empty_bar_has_no_value(look: Appearance, qtbot: QtBot) -> None:
    bar = Segmented("Empty")
    qtbot.addWidget(bar)
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert bar.value == ""


def test_in_a_narrow_window_all_its_height_is_pressed(look: Appearance, qtbot: QtBot) -> None:
    bar = Segmented("Lens")
    qtbot.addWidget(bar)
    choice = bar.add("where", "Where")
    bar.show()
    wide = bar.height(), choice.height()
    look.set_narrow(narrow=True)
    later = bar.add("what", "On what")
    QApplication.processEvents()
    bar.resize(bar.sizeHint())
    QApplication.processEvents()
    assert wide == (34, 28)
    assert (bar.height(), choice.height(), later.height()) == (40, 40, 40)
    assert choice.property("focusInset") == later.property("focusInset") == 3
