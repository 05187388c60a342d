"""A start that fails, told in a window."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import DiskFull
from presencemap.ui.start_fault import tell_start_fault


def test_says_what_is_wrong_and_goes_when_read(qtbot: QtBot) -> None:
    told: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.informativeText())
        box.accept()

    QTimer.singleShot(0, read)
    tell_start_fault(DiskFull("x"))
    assert "free some space" in told[0]
