"""Which look is on, and that the whole application takes it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.theme import Appearance, Mode, Scheme, appearance


def test_there_is_one_appearance_for_the_application(look: Appearance) -> None:
    assert appearance() is look


def test_a_choice_reaches_palette_and_sheet(look: Appearance, qapp: QApplication) -> None:
    light = qapp.styleSheet()
    look.set_mode(Mode.DARK)
    assert look.theme.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.colour("bg")
    assert qapp.styleSheet() != light
    assert look.theme.css("surface") in qapp.styleSheet()


def test_changed_comes_once_and_only_for_a_change(look: Appearance, qtbot: QtBot) -> None:
    told: list[Scheme] = []

    def note() -> None:
        told.append(look.theme.scheme)

    look.changed.connect(note)
    look.set_mode(Mode.DARK)
    look.set_mode(Mode.DARK)
    look.changed.disconnect(note)
    assert told == [Scheme.DARK]


def test_system_follows_the_system(look: Appearance, qapp: QApplication) -> None:
    look.set_mode(Mode.SYSTEM)
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert look.theme.is_dark is dark
    # What a desktop does when the person turns its dark mode on.
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Dark)
    told = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert look.theme.is_dark is told
    qapp.styleHints().setColorScheme(Qt.ColorScheme.Unknown)


def test_text_grows_to_200_percent(look: Appearance, qapp: QApplication) -> None:
    look.set_text_scale(2.0)
    assert qapp.font().pixelSize() == 26
    assert "font-size: 26px" in qapp.styleSheet()


def test_inter_is_the_applications_font(look: Appearance, qapp: QApplication) -> None:
    assert qapp.font().families()[0] == "Inter"


def test_in_a_narrow_window_what_is_pressed_is_higher(look: Appearance, qtbot: QtBot) -> None:
    assert (look.narrow, look.hit) == (False, 28)
    with qtbot.waitSignal(look.hit_changed), qtbot.assertNotEmitted(look.changed):
        look.set_narrow(narrow=True)
    with qtbot.assertNotEmitted(look.hit_changed):
        look.set_narrow(narrow=True)
    assert (look.narrow, look.hit) == (True, 40)
    look.set_text_scale(2.0)
    assert look.hit == 56
