"""A start that fails, told in a window."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from presencemap.domain.errors import DiskFull, ProfileUnreadable
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


def test_a_path_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    formats: dict[str, Qt.TextFormat] = {}

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        formats.update({label.text(): label.textFormat() for label in box.findChildren(QLabel)})
        box.accept()

    QTimer.singleShot(0, read)
    tell_start_fault(ProfileUnreadable("/home/<img src=x>/keys/team.key is damaged."))
    (shown,) = [text for text in formats if "<img src=x>" in text]
    assert formats[shown] is Qt.TextFormat.PlainText
