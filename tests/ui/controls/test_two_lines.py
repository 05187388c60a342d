from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import two_lines
from presencemap.ui.theme import Appearance


def test_they_begin_at_the_same_edge_and_close_up_where_one_is_hidden(
    look: Appearance, qtbot: QtBot
) -> None:
    row, upper, lower = QWidget(), QLabel("Peppol"), QLabel("since 9:00")
    qtbot.addWidget(row)
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addLayout(two_lines(upper, lower, spacing=3))
    row.show()
    both = row.sizeHint().height()
    assert lower.y() == upper.geometry().bottom() + 4
    assert lower.x() == upper.x()
    lower.hide()
    QApplication.processEvents()
    assert row.sizeHint().height() == both - lower.sizeHint().height() - 3
