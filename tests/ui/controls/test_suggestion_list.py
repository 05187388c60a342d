import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.suggestion_list import SuggestionList


@pytest.mark.parametrize("count", [1, 3, 5])
def test_what_fits_needs_no_scroll_bar(qtbot: QtBot, look: object, count: int) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    towns = [f"Gent {number}" for number in range(count)]
    finder = QCompleter(QStringListModel(towns))
    finder.setMaxVisibleItems(5)
    shown = SuggestionList(finder)
    finder.setPopup(shown)
    field.setCompleter(finder)
    field.resize(200, 30)
    field.show()
    finder.setCompletionPrefix("Gent")
    finder.complete()
    qtbot.waitUntil(shown.isVisible)
    assert shown.model().rowCount() == count
    assert shown.verticalScrollBar().maximum() == 0
    shown.hide()
