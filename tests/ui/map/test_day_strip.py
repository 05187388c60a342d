"""The strip of days: which there are, how one is chosen, and the way back."""

from datetime import date
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from presencemap.ui.map.day_strip import DAYS, DayStrip, PlannedNote
from presencemap.ui.map.floating import AIR
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def strip(qtbot: QtBot, look: Appearance, factories: ModuleType) -> DayStrip:
    made = DayStrip()
    qtbot.addWidget(made)
    made.chosen.connect(lambda day: made.show_days(factories.TODAY, day, {}))
    made.show_days(factories.TODAY, None, {factories.day(1): 4})
    made.fit(900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def names(strip: DayStrip) -> list[str]:
    return [cell.accessibleName() for cell in strip.cells]


def chosen(strip: DayStrip) -> list[date | None]:
    return [cell.day for cell in strip.cells if cell.isChecked()]


def test_now_today_and_the_next_six_days(strip: DayStrip, factories: ModuleType) -> None:
    assert [cell.day for cell in strip.cells] == [None, *map(factories.day, range(DAYS))]
    assert names(strip)[:3] == [
        "Now",
        "Tuesday 24 November, nothing planned",
        "Wednesday 25 November, planned by 4 colleagues",
    ]
    assert chosen(strip) == [None]
    assert strip.accessibleName() == "Day shown on the map"


def test_a_click_chooses_a_day(strip: DayStrip, qtbot: QtBot, factories: ModuleType) -> None:
    with qtbot.waitSignal(strip.chosen) as told:
        QTest.mouseClick(strip.cells[3], Qt.MouseButton.LeftButton)
    assert told.args == [factories.day(2)]
    assert chosen(strip) == [factories.day(2)]
    with qtbot.waitSignal(strip.chosen) as told:
        QTest.mouseClick(strip.cells[0], Qt.MouseButton.LeftButton)
    assert told.args == [None]


def test_arrows_go_from_day_to_day_and_tab_stops_once(
    strip: DayStrip, factories: ModuleType
) -> None:
    strip.cells[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chosen(strip) == [factories.day(1)]
    assert QApplication.focusWidget() is strip.cells[2]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert chosen(strip) == [factories.day(0)]
    tabbed = [c.day for c in strip.cells if c.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [factories.day(0)]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert chosen(strip) == [factories.day(0)], "other keys are the map's"


def test_steps_end_where_the_days_do(strip: DayStrip, factories: ModuleType) -> None:
    told: list[object] = []
    strip.chosen.connect(told.append)
    strip.step(-1)
    assert told == []
    for _ in range(DAYS + 3):
        strip.step(1)
    assert told == [*map(factories.day, range(DAYS))]
    strip.step(-DAYS)
    assert strip.day is None


def test_where_it_is_narrow_the_last_days_give_way_but_never_the_chosen(
    strip: DayStrip, factories: ModuleType
) -> None:
    wide = strip.width()
    strip.show_days(factories.TODAY, factories.day(6), {})
    strip.fit(200)
    assert strip.width() - 2 * AIR <= 200
    shown = [cell.day for cell in strip.cells if not cell.isHidden()]
    assert shown[:2] == [None, factories.day(0)]
    assert shown[-1] == factories.day(6)
    strip.fit(900)
    assert strip.width() == wide


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_each_cell_is_painted(strip: DayStrip, look: Appearance, mode: Mode) -> None:
    look.set_mode(mode)
    plain = strip.grab().toImage()
    assert strip.grab().toImage() == plain
    strip.step(3)
    assert strip.grab().toImage() != plain


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_dot_of_a_planned_day_lies_clear_below_its_number(
    strip: DayStrip, look: Appearance, factories: ModuleType, scale: float
) -> None:
    look.set_text_scale(scale)
    strip.fit(1800)
    cell = strip.cells[2]
    marked = cell.grab().toImage()
    cell.show_day(factories.day(1), factories.TODAY, 0)
    bare = cell.grab().toImage()
    ground = bare.pixelColor(0, bare.height() // 2)

    def inked(image: QImage, y: int) -> bool:
        return any(image.pixelColor(x, y) != ground for x in range(4, image.width() - 4))

    rows = range(2, bare.height() - 2)
    number = max(y for y in rows if inked(bare, y))
    dot = [y for y in rows if y > number and inked(marked, y)]
    assert dot
    assert dot[0] >= number + 3


def test_the_note_says_the_day_and_leads_back(
    qtbot: QtBot, look: Appearance, factories: ModuleType
) -> None:
    note = PlannedNote()
    qtbot.addWidget(note)
    assert note.isHidden()
    note.show_day(factories.day(9))
    assert not note.isHidden()
    assert note.findChild(QLabel).text() == "Planned for Thu 3 Dec"
    assert note.back.accessibleName() == "Back to now"
    with qtbot.waitSignal(note.back_wanted):
        note.back.click()
    note.show_day(None)
    assert note.isHidden()
