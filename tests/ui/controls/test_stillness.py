from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls import kept_still
from presencemap.ui.theme import Appearance


class Counted(QVBoxLayout):
    """Counts how often it lays out."""

    times = 0

    def setGeometry(self, box: object) -> None:  # noqa: N802 - Qt's name
        self.times += 1
        super().setGeometry(box)  # type: ignore[call-overload]


def test_what_comes_meanwhile_is_laid_out_once_and_by_the_end(
    look: Appearance, qtbot: QtBot
) -> None:
    page, inside = QWidget(), QWidget()
    qtbot.addWidget(page)
    outer, inner = Counted(page), Counted(inside)
    outer.addWidget(inside)
    buttons = [QPushButton(str(number)) for number in range(3)]
    for button in buttons:
        inner.addWidget(button)
        button.hide()
    page.resize(200, 400)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()
    inner.times = 0
    with kept_still(inner, outer):
        for button in buttons:
            button.show()
            QApplication.processEvents()
        assert inner.times == 0
    tops = [button.y() for button in buttons]
    assert tops == sorted(set(tops)), "each has its place before anything is painted"
    placed = inner.times
    QApplication.processEvents()
    assert inner.times == placed
