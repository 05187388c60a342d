"""A fault, until it is dismissed."""

from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from presencemap.ui.banners.banner import Banner
from presencemap.ui.theme import Appearance


def test_the_newest_sentence_shows_until_dismissed(look: Appearance, qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.sentence == ""
    banner.tell("The disk is full.")
    banner.tell("The port is taken.")
    assert banner.sentence == "The port is taken."
    (close,) = banner.findChildren(QToolButton)
    with qtbot.waitSignal(banner.dismissed):
        close.click()
    assert banner.sentence == ""
