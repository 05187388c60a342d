"""The legend has each kind, a job, and the line."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.theme import Appearance
from presencemap.ui.topics.legend import Legend


def test_each_sign_has_a_word(qtbot: QtBot, look: Appearance) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    words = [label.text() for label in legend.findChildren(QLabel)]
    kinds = ["Working on", "Struggling with", "Thinking about"]
    assert words == [*kinds, "Job", "On several topics"]
    image = legend.grab().toImage()
    accent = look.theme.colour("accent")
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    assert accent in pixels
