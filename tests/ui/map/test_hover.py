"""The tooltip: late, and never markup."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.map.hover import Hover


class Under(QWidget):
    def underMouse(self) -> bool:  # noqa: N802
        return True


def test_it_waits_then_shows_plain_text(qtbot: QtBot) -> None:
    widget = Under()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    hover = Hover(widget)
    hover.rest("<img src=x> & Ann\nBusy", widget.mapToGlobal(QPoint(5, 5)))
    assert QToolTip.text() == ""
    qtbot.waitUntil(lambda: QToolTip.text() != "")
    assert QToolTip.text() == "<qt>&lt;img src=x&gt; &amp; Ann<br>Busy</qt>"
    hover.rest("", QPoint())
    assert hover.text == ""
    assert not hover._timer.isActive()
