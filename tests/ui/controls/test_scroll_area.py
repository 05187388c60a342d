from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import ScrollArea
from presencemap.ui.theme import Appearance


def test_it_scrolls_up_and_down_alone_and_what_is_behind_shows(
    look: Appearance, qtbot: QtBot
) -> None:
    behind, content = QWidget(), QWidget()
    qtbot.addWidget(behind)
    for part, colour in ((behind, "#ff00ff"), (content, "#00ff00")):
        palette = part.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colour))
        part.setPalette(palette)
    behind.setAutoFillBackground(True)
    words = QVBoxLayout(content)
    words.addWidget(QLabel("a word and another " * 40, wordWrap=True))
    area = ScrollArea(content, behind)
    area.setGeometry(0, 0, 200, 60)
    behind.resize(200, 60)
    behind.show()
    qtbot.waitExposed(behind)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert content.width() == area.viewport().width()
    assert behind.grab().toImage().pixelColor(2, 2).name() == "#ff00ff"
