"""Where a popover stands, and when it goes."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.compose import popover
from presencemap.ui.compose.popover import Popover, spot
from presencemap.ui.theme import Appearance

SCREEN = QRect(0, 0, 1280, 800)
SIZE = QSize(400, 300)


@pytest.mark.parametrize(
    ("anchor", "available", "corner"),
    [
        # No anchor: above a panel at the bottom, below one at the top.
        (QRect(), QRect(0, 0, 1280, 756), QPoint(872, 448)),
        (QRect(), QRect(0, 30, 1280, 770), QPoint(872, 38)),
        (QRect(), SCREEN, QPoint(872, 492)),
        # A tray icon: beside it, never over the edge.
        (QRect(1186, 763, 32, 32), QRect(0, 0, 1280, 756), QPoint(872, 448)),
        (QRect(600, 2, 24, 24), QRect(0, 30, 1280, 770), QPoint(411, 38)),
        (QRect(0, 2, 24, 24), QRect(0, 30, 1280, 770), QPoint(8, 38)),
        # Too low a screen to stand below the pill: beside it, not over it.
        (QRect(900, 10, 200, 38), QRect(0, 0, 1280, 320), QPoint(492, 12)),
    ],
)
def test_the_spot(anchor: QRect, available: QRect, corner: QPoint) -> None:
    assert spot(SIZE, anchor, available, SCREEN) == corner


def made(qtbot: QtBot) -> Popover:
    shown = Popover(200)
    QVBoxLayout(shown.body).addWidget(QWidget())
    qtbot.addWidget(shown)
    return shown


def test_esc_hides(look: Appearance, qtbot: QtBot) -> None:
    shown = made(qtbot)
    shown.open_at(QRect())
    assert shown.isVisible()
    with qtbot.waitSignal(shown.hidden):
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert not shown.just_hidden()


def test_choosing_another_window_hides_it_and_the_same_click_does_not_reopen(
    look: Appearance, qtbot: QtBot
) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    shown = made(qtbot)
    shown.open_at(QRect())
    qtbot.waitUntil(shown.isActiveWindow)
    other.activateWindow()
    qtbot.waitUntil(lambda: not shown.isVisible())
    assert shown.just_hidden()


def test_without_a_compositor_it_is_square_and_opaque(
    look: Appearance, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounded = made(qtbot)
    rounded.open_at(QRect())
    assert rounded.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert rounded.grab().toImage().pixelColor(0, 0).alpha() == 0
    monkeypatch.setattr(popover, "see_through", lambda: False)
    square = made(qtbot)
    square.open_at(QRect())
    assert not square.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    image = square.grab().toImage()
    assert image.pixelColor(0, 0) == look.theme.colour("borderStrong")
    assert image.pixelColor(2, 2) == look.theme.colour("raised")
