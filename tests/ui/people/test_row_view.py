"""Where rows are: as Qt's own list has them, which asks each row."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from presencemap.ui import turns
from presencemap.ui.people.roster_model import Index
from presencemap.ui.people.row_view import RowView

HEADER, ROW = 30, 56


class Content(QStringListModel):
    """Rows whose words begin with "#" are headers."""

    def headers(self) -> list[int]:
        return [row for row, words in enumerate(self.stringList()) if words.startswith("#")]


class Heights(QStyledItemDelegate):
    def sizeHint(  # noqa: N802 - Qt's name
        self, _option: QStyleOptionViewItem, index: Index
    ) -> QSize:
        return QSize(0, HEADER if str(index.data()).startswith("#") else ROW)


class Told(Heights):
    """Paints nothing, and tells which rows it was to paint."""

    def __init__(self, view: QListView, painted: list[int]) -> None:
        super().__init__(view)
        self._painted = painted

    def paint(self, _painter: object, _option: object, index: Index) -> None:
        self._painted.append(index.row())


class Shown(RowView):
    def header_height(self) -> int:
        return HEADER

    def row_height(self) -> int:
        return ROW


def words(rows: int = 30) -> list[str]:
    return ["#a", *(f"a{n}" for n in range(rows)), "#b", "#c", *(f"c{n}" for n in range(rows))]


@pytest.fixture
def content(qapp: object) -> Content:
    return Content(words())


def made(qtbot: QtBot, view: QListView, content: Content) -> QListView:
    view.setModel(content)
    view.setItemDelegate(Heights(view))
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.addWidget(view)
    view.resize(200, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def both(qtbot: QtBot, content: Content) -> tuple[QListView, QListView]:
    return made(qtbot, Shown(content), content), made(qtbot, QListView(), content)


def same(both: tuple[QListView, QListView], content: Content) -> None:
    for _ in range(2):
        QApplication.processEvents()  # a scroll bar comes and goes later
    ours, theirs = both
    bars = [view.verticalScrollBar() for view in both]
    assert bars[0].maximum() == bars[1].maximum()
    for value in (0, 17, 900, bars[0].maximum()):
        for bar in bars:
            bar.setValue(value)
        for row in range(content.rowCount()):
            index = content.index(row)
            assert ours.visualRect(index) == theirs.visualRect(index)
        for y in range(-5, 420, 7):
            assert ours.indexAt(QPoint(20, y)).row() == theirs.indexAt(QPoint(20, y)).row()


def test_rows_are_where_qt_puts_them_whatever_comes_and_goes(
    both: tuple[QListView, QListView], content: Content, qtbot: QtBot
) -> None:
    same(both, content)
    content.removeRows(3, 9)
    same(both, content)
    content.insertRows(0, 2)
    content.setData(content.index(0), "#new")
    content.setStringList(["#only", "one"])
    same(both, content)
    content.setStringList([])
    same(both, content)


@pytest.mark.parametrize(
    "hint", [QListView.ScrollHint.EnsureVisible, QListView.ScrollHint.PositionAtTop,
             QListView.ScrollHint.PositionAtBottom]
)  # fmt: skip
def test_scrolling_to_a_row_ends_where_qt_ends(
    both: tuple[QListView, QListView], content: Content, hint: QListView.ScrollHint
) -> None:
    for row in (0, 20, 21, 60, 31, 5):
        for view in both:
            view.scrollTo(content.index(row), hint)
        assert both[0].verticalScrollBar().value() == both[1].verticalScrollBar().value()


def test_the_middle_is_the_middle(both: tuple[QListView, QListView], content: Content) -> None:
    ours = both[0]
    ours.scrollTo(content.index(30), QListView.ScrollHint.PositionAtCenter)
    middle = ours.visualRect(content.index(30)).center().y()
    assert abs(middle - ours.viewport().height() / 2) <= 1


def test_keys_lead_from_row_to_row(both: tuple[QListView, QListView], content: Content) -> None:
    ours = both[0]
    ours.setCurrentIndex(content.index(0))
    rows = []
    for key in ("Key_Down", "Key_Down", "Key_Up", "Key_End", "Key_Up", "Key_Home", "Key_Up"):
        QTest.keyClick(ours, getattr(Qt.Key, key))
        rows.append(ours.currentIndex().row())
    last = content.rowCount() - 1
    assert rows == [1, 2, 1, last, last - 1, 0, 0]
    QTest.keyClick(ours, Qt.Key.Key_PageDown)
    page = ours.currentIndex().row()
    assert 4 <= page <= 8
    QTest.keyClick(ours, Qt.Key.Key_PageUp)
    assert ours.currentIndex().row() <= 1


def test_a_click_selects_the_row_under_it(
    both: tuple[QListView, QListView], content: Content
) -> None:
    ours = both[0]
    ours.verticalScrollBar().setValue(500)
    box = ours.visualRect(content.index(12))
    QTest.mouseClick(ours.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [index.row() for index in ours.selectedIndexes()] == [12]
    ours.setSelection(QRect(5, 99_999, 1, 1), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert ours.selectedIndexes() == []


def test_it_looks_as_qt_paints_it(both: tuple[QListView, QListView], content: Content) -> None:
    for view in both:
        view.verticalScrollBar().setValue(133)
        view.selectionModel().select(
            content.index(5), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
    pictures = [view.viewport().grab().toImage() for view in both]
    assert pictures[0] == pictures[1]


def test_of_two_rows_far_apart_those_between_stay_as_they_are(
    qtbot: QtBot, content: Content
) -> None:
    painted: list[int] = []

    view = made(qtbot, Shown(content), content)
    view.setItemDelegate(Told(view, painted))
    QApplication.processEvents()
    painted.clear()
    both = QRegion(view.visualRect(content.index(1))) + view.visualRect(content.index(6))
    view.viewport().repaint(both)
    assert painted == [1, 6]


def test_rows_that_take_long_are_painted_a_few_a_turn_however_long_each_takes(
    qtbot: QtBot, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []

    class Slow(Heights):
        def paint(self, _painter: object, _option: object, index: Index) -> None:
            painted.append(index.row())

    monkeypatch.setattr(turns, "DRAWING", 0.0)
    turns.turn.begin()
    view = made(qtbot, Shown(content), content)
    qtbot.waitUntil(lambda: not view._soon.isActive())
    view.setItemDelegate(Slow(view))
    painted.clear()
    in_sight = list(range(8))
    qtbot.waitUntil(lambda: painted[-1:] == in_sight[-1:])
    assert painted == in_sight, "each in a turn of its own, and none twice"


def test_rows_that_are_drawn_are_painted_whatever_the_time_and_the_others_stand_in(
    qtbot: QtBot, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted, stood = list[int](), list[int]()

    class Kept(Shown):
        def is_drawn(self, _option: object, index: Index) -> bool:
            return index.row() % 2 == 0 or index.row() in painted

        def stand_in(self, _painter: object, _option: object, index: Index) -> None:
            stood.append(index.row())

    view = made(qtbot, Kept(content), content)
    view.setItemDelegate(Told(view, painted))
    QApplication.processEvents()
    painted.clear()
    monkeypatch.setattr(turns, "DRAWING", 0.0)
    turns.turn.begin()
    view.viewport().repaint()
    assert painted == [0, 1, 2, 4, 6]
    assert stood == [3, 5, 7]
    qtbot.waitUntil(lambda: not view._soon.isActive() and 7 in painted)
    assert stood == [3, 5, 7, 5, 7, 7]


def test_what_was_left_is_painted_where_it_was_scrolled_to(
    qtbot: QtBot, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[int] = []

    view = made(qtbot, Shown(content), content)
    view.setItemDelegate(Told(view, painted))
    QApplication.processEvents()
    painted.clear()
    monkeypatch.setattr(turns, "DRAWING", 0.0)
    turns.turn.begin()
    view.viewport().repaint()
    assert painted == [0]
    view.verticalScrollBar().setValue(4 * ROW)
    qtbot.waitUntil(lambda: not view._soon.isActive() and painted[-1] == 11)
    assert set(range(4, 12)) <= set(painted)


def test_rows_that_are_scrolled_into_sight_are_painted(qtbot: QtBot, content: Content) -> None:
    view = made(qtbot, Shown(content), content)
    QApplication.processEvents()
    before = view.screen().grabWindow(view.winId()).toImage()
    view.verticalScrollBar().setValue(500)
    QApplication.processEvents()
    shown = view.screen().grabWindow(view.winId()).toImage()
    assert shown != before
    assert shown == view.grab().toImage().convertToFormat(shown.format())
