"""Raised grounds and the zoom buttons on one."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from presencemap.ui.map.floating import AIR, Floating, ZoomButtons
from presencemap.ui.map.layout import Rect
from presencemap.ui.theme import Appearance, Mode


def test_four_buttons_each_with_its_signal(qtbot: QtBot, look: Appearance) -> None:
    zoom = ZoomButtons()
    qtbot.addWidget(zoom)
    signals = (zoom.closer, zoom.farther, zoom.everyone, zoom.me)
    for button, signal in zip(zoom.findChildren(QToolButton), signals, strict=True):
        assert button.accessibleName()
        assert min(button.width(), button.height()) >= 28
        with qtbot.waitSignal(signal):
            button.click()


def test_what_it_covers_leaves_the_shadow_out(qtbot: QtBot, look: Appearance) -> None:
    floating = Floating()
    qtbot.addWidget(floating)
    floating.setGeometry(100, 50, 200 + 2 * AIR, 40 + 2 * AIR)
    assert floating.covered() == Rect(100 + AIR, 50 + AIR, 200, 40)


def test_the_ground_follows_the_look(qtbot: QtBot, look: Appearance) -> None:
    floating = Floating()
    qtbot.addWidget(floating)
    floating.resize(100, 60)
    light = floating.grab().toImage().pixelColor(50, 30)
    look.set_mode(Mode.DARK)
    dark = floating.grab().toImage().pixelColor(50, 30)
    assert light == look.theme.colour("raised") or light.lightness() > 200
    assert dark == look.theme.colour("raised")
