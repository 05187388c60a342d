"""Tags break to the next line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.flow import FlowLayout


def made(qtbot: QtBot, widths: list[int]) -> tuple[QWidget, FlowLayout, list[QWidget]]:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=6)
    parts = []
    for width in widths:
        part = QWidget()
        part.setFixedSize(width, 20)
        flow.addWidget(part)
        parts.append(part)
    return holder, flow, parts


def test_items_wrap_and_the_height_follows(qtbot: QtBot) -> None:
    holder, flow, parts = made(qtbot, [60, 60, 60])
    assert flow.heightForWidth(200) == 20
    assert flow.heightForWidth(130) == 46
    assert flow.heightForWidth(60) == 72
    holder.resize(130, 46)
    holder.show()
    assert [(p.x(), p.y()) for p in parts] == [(0, 0), (66, 0), (0, 26)]


def test_lines_may_be_nearer_than_items(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=6, below=2)
    for _ in range(2):
        part = QWidget()
        part.setFixedSize(60, 20)
        flow.addWidget(part)
    assert (flow.heightForWidth(126), flow.heightForWidth(125)) == (20, 42)


def test_an_item_wider_than_the_line_is_cut_to_it(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    part = QWidget()
    part.setMinimumSize(10, 20)
    part.resize(500, 20)
    flow.addWidget(part)
    holder.resize(100, 20)
    holder.show()
    assert part.width() <= 100


def test_the_layout_gives_its_items_back(qtbot: QtBot) -> None:
    _holder, flow, _parts = made(qtbot, [60, 30])
    assert flow.count() == 2
    assert flow.itemAt(5) is None
    assert flow.minimumSize().width() == 60
    assert flow.sizeHint() == flow.minimumSize()
    assert flow.expandingDirections() == Qt.Orientation(0)
    assert flow.takeAt(0) is not None
    assert flow.takeAt(7) is None
    assert flow.count() == 1


def test_what_is_hidden_leaves_no_gap(qtbot: QtBot) -> None:
    holder, _flow, (_first, second, third) = made(qtbot, [30, 30, 30])
    holder.show()
    before = second.x()
    second.hide()
    qtbot.waitUntil(lambda: third.x() == before)


def test_the_height_is_another_when_an_item_comes_goes_or_grows(qtbot: QtBot) -> None:
    holder, flow, (first, second) = made(qtbot, [60, 60])
    holder.show()
    assert flow.heightForWidth(100) == 46
    second.hide()
    assert flow.heightForWidth(100) == 20
    second.show()
    first.setFixedSize(60, 40)
    assert flow.heightForWidth(100) == 66
    flow.takeAt(1)
    assert flow.heightForWidth(100) == 40
    flow.addWidget(second)
    assert flow.heightForWidth(100) == 66
