"""The note that nobody is in view."""

from pytestqt.qtbot import QtBot

from presencemap.ui.map.nobody import NobodyNote
from presencemap.ui.theme import Appearance


def test_it_says_so_and_leads_back(qtbot: QtBot, look: Appearance) -> None:
    note = NobodyNote()
    qtbot.addWidget(note)
    assert note.isHidden()
    assert note.accessibleName() == "Nobody in view"
    with qtbot.waitSignal(note.everyone_wanted):
        note.button.click()
