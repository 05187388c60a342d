"""Over a map: whom the filter keeps."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.map.filtered import FilteredNote
from presencemap.ui.theme import Appearance


def test_it_says_whom_is_kept_and_leads_back(qtbot: QtBot, look: Appearance) -> None:
    note = FilteredNote()
    qtbot.addWidget(note)
    assert note.isHidden()
    with qtbot.waitSignal(note.changed):
        note.show_filter("Struggling")
    assert not note.isHidden()
    assert note.findChild(QLabel).text() == "Struggling"
    assert note.accessibleName() == "Only: Struggling"
    assert note.back.accessibleName() == "Show everybody again (Esc)"
    with qtbot.assertNotEmitted(note.changed):
        note.show_filter("Struggling")
    with qtbot.waitSignal(note.everybody_wanted):
        note.back.click()
    with qtbot.waitSignal(note.changed):
        note.show_filter("")
    assert note.isHidden()


def test_what_is_long_is_cut_and_heard_whole(qtbot: QtBot, look: Appearance) -> None:
    note = FilteredNote()
    qtbot.addWidget(note)
    note.show_filter("<b>" + "x" * 60)
    assert note.words == "<b>" + "x" * 24 + "…"
    assert note.accessibleName() == "Only: <b>" + "x" * 60
