import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QListView
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.suggestion_list import SuggestionList


@pytest.mark.parametrize("count", [1, 3, 5])
def test_what_fits_gets_room_for_its_frame_too(qtbot: QtBot, look: object, count: int) -> None:
    finder = QCompleter()
    finder.setMaxVisibleItems(5)
    shown, bare = SuggestionList(finder), QListView()
    towns = QStringListModel([f"Gent {number}" for number in range(count)])
    for view in (shown, bare):
        qtbot.addWidget(view)
        view.setModel(towns)
    # A completer gives the list rows times this height, and nothing for the frame around them.
    assert count * (shown.sizeHintForRow(0) - bare.sizeHintForRow(0)) >= 12
