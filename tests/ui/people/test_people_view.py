"""Keyboard and pointer in the list."""

from types import ModuleType

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from presencemap.ui.people.people_view import PeopleView
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Role, RosterModel
from presencemap.ui.people.showing import Show
from presencemap.ui.people.sorting import Sorting
from presencemap.ui.people.wording import clock
from presencemap.ui.theme import Appearance, Mode


class Stage:
    def __init__(self, factories: ModuleType, qtbot: QtBot) -> None:
        self.team = factories.team(12)
        self.model = RosterModel(lambda: self.team.now)
        self.model.set_places(self.team.places)
        self.model.apply(self.team.cards)
        self.list = RosterList(self.model)
        self.view = PeopleView(self.list)
        qtbot.addWidget(self.view)
        self.view.resize(300, 500)
        self.view.show()
        self.selected: list[str] = []
        self.activated: list[str] = []
        self.view.person_selected.connect(self.selected.append)
        self.view.person_activated.connect(self.activated.append)

    def id(self, name: str) -> str:
        return next(c.person.id for c in self.team.cards if c.person.name == name)

    def current(self) -> str:
        return str(self.view.currentIndex().data())


@pytest.fixture
def stage(look: Appearance, factories: ModuleType, qtbot: QtBot) -> Stage:
    return Stage(factories, qtbot)


def test_focus_begins_at_the_first_colleague_silently(stage: Stage) -> None:
    stage.view.setFocus()
    assert stage.current() == "Joris De Smedt"
    assert stage.selected == []


def test_up_down_and_enter(stage: Stage, qtbot: QtBot) -> None:
    stage.view.setFocus()
    qtbot.keyClick(stage.view, Qt.Key.Key_Down)
    assert stage.selected == [stage.id("Amina El Idrissi")]
    qtbot.keyClick(stage.view, Qt.Key.Key_Return)
    assert stage.activated == [stage.id("Amina El Idrissi")]


def test_headers_are_reached_and_folded_by_key(stage: Stage, qtbot: QtBot) -> None:
    stage.view.setFocus()
    qtbot.keyClick(stage.view, Qt.Key.Key_Down)
    qtbot.keyClick(stage.view, Qt.Key.Key_Down)
    assert stage.current() == "Everyone else"
    rows = stage.list.rowCount()
    qtbot.keyClick(stage.view, Qt.Key.Key_Return)
    assert stage.list.rowCount() == rows - 8
    qtbot.keyClick(stage.view, Qt.Key.Key_Right)
    assert stage.list.rowCount() == rows
    # Left on a colleague folds the group and lands on its header.
    qtbot.keyClick(stage.view, Qt.Key.Key_Down)
    qtbot.keyClick(stage.view, Qt.Key.Key_Left)
    assert stage.list.rowCount() == rows - 8
    assert stage.current() == "Everyone else"


def test_letters_find_names_and_words_of_names(stage: Stage, qtbot: QtBot) -> None:
    stage.view.setFocus()
    qtbot.keyClicks(stage.view, "lo")
    assert stage.current() == "Lotte Maes"
    stage.view.keyboardSearch("")


def test_the_same_letter_goes_round(stage: Stage, qtbot: QtBot) -> None:
    stage.view.setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(stage.view, Qt.Key.Key_W)
        seen.append(stage.current())
    assert set(seen) == {"Hugo Wijnen", "Wout Mertens", "Sara Willems"}


def test_a_click_opens_and_a_header_folds(stage: Stage, qtbot: QtBot) -> None:
    row = stage.list.row_of(stage.id("Amina El Idrissi"))
    at = stage.view.visualRect(stage.list.index(row)).center()
    qtbot.mouseClick(stage.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert stage.activated == stage.selected == [stage.id("Amina El Idrissi")]
    rows = stage.list.rowCount()
    head = stage.view.visualRect(stage.list.index(0)).center()
    qtbot.mouseClick(stage.view.viewport(), Qt.MouseButton.LeftButton, pos=head)
    assert stage.list.rowCount() == rows - 2


def test_selection_from_elsewhere_is_silent_and_outlives_the_filter(stage: Stage) -> None:
    lotte = stage.id("Lotte Maes")
    stage.view.select(lotte)
    assert (stage.view.selected, stage.selected) == (lotte, [])
    stage.list.set_text("yasmine")
    assert (stage.view.selectedIndexes(), stage.selected) == ([], [])
    stage.list.set_text("")
    assert [i.data(Role.ID) for i in stage.view.selectedIndexes()] == [lotte]
    stage.view.select("")
    assert stage.view.selectedIndexes() == []


def test_the_pointer_holds_the_list_still(stage: Stage) -> None:
    stage.view.clearFocus()
    centre = QPointF(20, 20)
    QApplication.sendEvent(stage.view, QEnterEvent(centre, centre, centre))
    stage.list.set_show(Show.ALL)
    changed = stage.team.cards[5]
    before = stage.list.row_of(changed.person.id)
    stage.model.apply([type(changed)(changed.person, changed.presence)])
    assert stage.list.row_of(changed.person.id) == before
    QApplication.sendEvent(stage.view, QEvent(QEvent.Type.Leave))
    assert stage.list.row_of(changed.person.id) != before


def test_the_tooltip_has_the_whole_line_as_plain_text(
    stage: Stage, factories: ModuleType, qtbot: QtBot
) -> None:
    card = factories.card(1, "<b>Joris</b>", place="acme")
    stage.model.apply([card])
    at = stage.view.visualRect(stage.list.index(stage.list.row_of(card.person.id))).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, stage.view.mapToGlobal(QPoint(at)))
    QApplication.sendEvent(stage.view.viewport(), event)
    assert "&lt;b&gt;Joris" in QToolTip.text()
    assert f"until {clock(card.status.until)}" in QToolTip.text()
    QToolTip.hideText()


def test_rows_grow_with_the_text(stage: Stage, look: Appearance, qtbot: QtBot) -> None:
    look.set_mode(Mode.DARK)
    look.set_text_scale(1.5)
    qtbot.waitUntil(lambda: stage.view.visualRect(stage.list.index(1)).height() == 84)


def test_a_change_of_one_person_is_of_no_concern_to_other_rows(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = stage.list.row_of(stage.id("Joris De Smedt"))
    painted: list[int] = []
    measured: list[int] = []
    delegate = stage.view.itemDelegate()
    paint, size = delegate.paint, delegate.sizeHint
    monkeypatch.setattr(
        delegate, "paint", lambda p, o, i: (painted.append(i.row()), paint(p, o, i))
    )
    monkeypatch.setattr(
        delegate, "sizeHint", lambda o, i: (measured.append(i.row()), size(o, i))[1]
    )
    stage.view.viewport().repaint()
    assert len(painted) > 3
    painted.clear()
    measured.clear()
    stage.list.dataChanged.emit(stage.list.index(row), stage.list.index(row))
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == {row}
    assert set(measured) <= {row}


@pytest.mark.usefixtures("in_turns")
def test_another_order_shows_with_its_rows_drawn(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not (stage.model._taking.busy or stage.list._settling.busy))
    qtbot.wait(5)
    before = stage.list.index(1).data()
    stage.view._painter._made.clear()
    stage.list._ranking.sorting = Sorting.NAME
    stage.list._settling.ask()
    drawn = list[bool]()

    def look() -> None:
        option = QStyleOptionViewItem()
        stage.view.initViewItemOption(option)
        for row in stage.view.rows_in_sight(stage.list.rowCount()):
            at = stage.list.index(row)
            option.rect = stage.view.visualRect(at)  # type: ignore[attr-defined]
            option.state = QStyle.StateFlag.State_Enabled  # type: ignore[attr-defined]
            drawn.append(stage.view.is_drawn(option, at))

    stage.list.reordered.connect(look)
    qtbot.waitUntil(lambda: not stage.list._settling.busy)
    assert stage.list.index(1).data() != before
    assert all(drawn)
    assert len(drawn) > 8
