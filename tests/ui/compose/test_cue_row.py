"""A cue as it is offered."""

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from presencemap.domain.cue import Cue, CueKind
from presencemap.ui.compose.cue_row import CueRow, cue_words
from presencemap.ui.theme import Appearance, Mode

BRANCH = Cue(CueKind.BRANCH, "feature/peppol-inbox", "peppol inbox")


def shown(qtbot: QtBot, cue: Cue, *, by_tab: bool = True) -> CueRow:
    row = CueRow()
    qtbot.addWidget(row)
    row.show_cue(cue, by_tab=by_tab)
    row.resize(360, row.sizeHint().height())
    row.show()
    return row


def test_it_says_what_and_where_from() -> None:
    assert cue_words(BRANCH) == ("Working on peppol inbox", "Your git branch feature/peppol-inbox")
    end = QDateTime.fromString("2026-11-24T10:30:00", Qt.DateFormat.ISODate).toMSecsSinceEpoch()
    entry = Cue(CueKind.ENTRY, "Kick-off", "Kick-off", end)
    assert cue_words(entry) == ("Working on Kick-off", "In your calendar until 10:30")


def test_a_screen_reader_hears_that_it_is_a_draft(look: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, BRANCH)
    seen = QAccessible.queryAccessibleInterface(row)
    assert seen.role() is QAccessible.Role.Button
    assert row.accessibleName() == (
        "Draft: Working on peppol inbox. Your git branch feature/peppol-inbox"
    )
    assert "Nothing is shared" in row.accessibleDescription()


def test_click_space_and_enter_take_it(look: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, BRANCH)
    with qtbot.waitSignal(row.clicked):
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(row.clicked):
            qtbot.keyClick(row, key)
    with qtbot.assertNotEmitted(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_X)


def test_a_long_name_is_cut_and_both_lines_fit(look: Appearance, qtbot: QtBot) -> None:
    long = Cue(CueKind.BRANCH, "x-" * 60, "x " * 60)
    row = shown(qtbot, long, by_tab=False)
    assert not row.key.isVisible()
    assert row.width() == 360
    assert row.height() >= row.minimumSizeHint().height() > 30
    look.set_mode(Mode.DARK)
    assert not row.grab().isNull()
