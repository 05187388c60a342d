"""Tab goes as the eye reads, whatever was made first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from presencemap.ui.reading_order import ReadingWindow, stops


class Form(ReadingWindow):
    """Two columns under a head, and a float; made from the last to the first."""

    def __init__(self) -> None:
        super().__init__()
        inner = QWidget()
        self.setCentralWidget(inner)
        self.floating = QPushButton("floating", inner)
        foot, right, left_below, left, head = (
            QPushButton(name) for name in ("foot", "right", "left below", "left", "head")
        )
        self.named = {each.text(): each for each in (foot, right, left_below, left, head)}
        column, below = QVBoxLayout(inner), QVBoxLayout()
        columns = QHBoxLayout()
        column.addWidget(head)
        below.addWidget(left)
        below.addWidget(left_below)
        columns.addLayout(below)
        columns.addWidget(right)
        column.addLayout(columns)
        column.addWidget(foot)
        self.floating.move(5, 0)
        self.floating.raise_()


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    shown(made, qtbot)
    return made


def shown(window: ReadingWindow, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def walked(window: ReadingWindow, key: Qt.Key, qtbot: QtBot, times: int) -> list[str]:
    names = []
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget() or window, key)
        names.append(QApplication.focusWidget().property("text"))
    return names


def test_tab_goes_down_the_page_and_round_and_what_floats_comes_last(
    form: Form, qtbot: QtBot
) -> None:
    names = ["head", "left", "right", "left below", "foot", "floating"]
    form.named["head"].setFocus()
    assert walked(form, Qt.Key.Key_Tab, qtbot, 6) == [*names[1:], "head"]
    assert walked(form, Qt.Key.Key_Backtab, qtbot, 2) == ["floating", "foot"]


def test_what_takes_no_tab_is_passed_over_but_left_from_its_place(form: Form, qtbot: QtBot) -> None:
    form.named["left"].setEnabled(False)
    form.named["foot"].hide()
    form.named["right"].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    assert [each.property("text") for each in stops(form)] == ["head", "left below", "floating"]
    form.named["right"].setFocus()
    assert walked(form, Qt.Key.Key_Tab, qtbot, 1) == ["left below"]
    form.named["right"].setFocus()
    assert walked(form, Qt.Key.Key_Backtab, qtbot, 1) == ["head"]


def test_of_several_that_exclude_each_other_tab_comes_to_the_chosen_one(form: Form) -> None:
    for name in ("left", "left below", "right"):
        form.named[name].setCheckable(True)
        form.named[name].setAutoExclusive(True)
    assert len(stops(form)) == 6, "none is chosen"
    form.named["left below"].setChecked(True)
    names = [each.property("text") for each in stops(form)]
    assert names == ["head", "left below", "foot", "floating"]


def test_where_nothing_takes_tab_it_is_qts_own_affair(qtbot: QtBot) -> None:
    empty = ReadingWindow()
    qtbot.addWidget(empty)
    shown(empty, qtbot)
    qtbot.keyClick(empty, Qt.Key.Key_Tab)
    assert stops(empty) == []


def test_what_is_reached_is_scrolled_into_sight_and_a_list_gives_on_to_its_row(
    qtbot: QtBot,
) -> None:
    window, page, area = ReadingWindow(), QWidget(), QScrollArea()
    qtbot.addWidget(window)
    column, inner = QVBoxLayout(page), QWidget()
    rows = [QLineEdit() for _ in range(30)]
    field = QComboBox()
    field.setEditable(True)
    for each in (field, area):
        column.addWidget(each)
    inside = QVBoxLayout(inner)
    for row in rows:
        inside.addWidget(row)
    area.setWidget(inner)
    window.setCentralWidget(page)
    window.resize(300, 200)
    shown(window, qtbot)
    assert stops(window) == [field, area, *rows]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is rows[-1]
    assert not rows[-1].visibleRegion().isEmpty()
    area.setProperty("ownFocus", True)
    assert area in stops(window), "none of its rows takes the keyboard on"
    rows[3].setProperty("ownFocus", True)
    assert area not in stops(window)
