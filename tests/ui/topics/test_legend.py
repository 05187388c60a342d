"""The legend has each kind, a job, and the line."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel
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


def test_it_takes_two_lines_where_one_has_no_room(qtbot: QtBot, look: Appearance) -> None:
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show()
    assert legend.fit(2000)
    whole = legend.size()
    assert legend.fit(whole.width())
    assert legend.size() == whole
    assert legend.fit(whole.width() - 1)
    assert legend.width() < whole.width() < 2 * legend.width()
    assert whole.height() < legend.height() < 2 * whole.height()
    QApplication.processEvents()
    labels = legend.findChildren(QLabel)
    inside = legend.ground().toRect()
    assert all(inside.contains(QRect(each.mapTo(legend, QPoint()), each.size())) for each in labels)
    assert len({each.mapTo(legend, QPoint()).y() for each in labels}) == 2
    assert not legend.fit(legend.width() - 1)
    assert legend.fit(2000)
    assert legend.size() == whole
