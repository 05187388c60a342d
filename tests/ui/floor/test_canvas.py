"""Drawing by mouse and by keys, and taking it back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from presencemap.domain.floor_plan import MAX_POINTS, MAX_SHAPES
from presencemap.domain.place import PlaceKind
from presencemap.ui.floor.canvas import Canvas, Tool
from presencemap.ui.floor.drawing import Drawing, Drawn
from presencemap.ui.theme import Appearance

ROOM = Drawn("leie", "Leie", PlaceKind.ROOM, ((0, 0), (400, 200)))
DESK = Drawn("d1", "D1", PlaceKind.DESK, ((100, 100), (160, 140)))
WAITING = Drawn("d2", "D2", PlaceKind.DESK)
DRAWING = Drawing(800, 600, None, (ROOM, DESK, WAITING))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def canvas(look: Appearance, shown: Callable[[Any], Any]) -> Canvas:
    made: Canvas = shown(Canvas(DRAWING))
    return made


def spot(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas._sheet.there(QPointF(x, y)).toPoint()


def drag(qtbot: QtBot, canvas: Canvas, start: tuple[int, int], end: tuple[int, int]) -> None:
    qtbot.mousePress(canvas, LEFT, pos=spot(canvas, *start))
    qtbot.mouseMove(canvas, spot(canvas, *end))
    qtbot.mouseRelease(canvas, LEFT, pos=spot(canvas, *end))


def points(canvas: Canvas, key: str) -> Any:
    shape = canvas.drawing.get(key)
    return shape.points if shape else None


def test_a_rectangle_is_drawn_named_and_taken_back(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.use(Tool.RECTANGLE)
    drag(qtbot, canvas, (500, 300), (700, 450))
    assert points(canvas, "new-1") == ((500, 300), (700, 450))
    assert canvas.current == "new-1"
    shape = canvas.drawing.get("new-1")
    assert shape is not None
    assert (shape.name, shape.kind) == ("R1", PlaceKind.ROOM)
    canvas.undo.undo()
    assert (canvas.drawing, canvas.current) == (DRAWING, "")
    canvas.undo.redo()
    assert points(canvas, "new-1") is not None


def test_a_click_with_the_rectangle_draws_nothing(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.use(Tool.RECTANGLE)
    qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, 500, 300))
    qtbot.mouseClick(canvas, Qt.MouseButton.RightButton, pos=spot(canvas, 500, 300))
    assert canvas.drawing == DRAWING
    assert not canvas.undo.canUndo()


def test_a_place_that_waits_is_what_is_drawn_next(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.use(Tool.RECTANGLE)
    canvas.select("d2")
    drag(qtbot, canvas, (500, 300), (560, 340))
    assert points(canvas, "d2") == ((500, 300), (560, 340))
    assert len(canvas.drawing.shapes) == 3


def test_a_polygon_ends_at_its_first_corner(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.use(Tool.POLYGON)
    for corner in ((500, 300), (700, 300), (700, 500), (500, 300)):
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, *corner))
    assert points(canvas, "new-1") == ((500, 300), (700, 300), (700, 500))


def test_a_polygon_ends_by_enter_or_double_click_and_is_dropped_by_escape(
    qtbot: QtBot, canvas: Canvas
) -> None:
    canvas.use(Tool.POLYGON)
    canvas.setFocus()
    for corner in ((500, 300), (700, 300), (700, 500), (600, 550)):
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, *corner))
    qtbot.mouseMove(canvas, spot(canvas, 510, 400))
    assert not canvas.grab().isNull()
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert len(points(canvas, "new-1")) == 3
    for corner in ((500, 300), (700, 300)):
        qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, *corner))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    qtbot.mouseDClick(canvas, LEFT, pos=spot(canvas, 500, 300))
    assert len(canvas.drawing.shapes) == 4


def test_a_polygon_has_no_more_corners_than_a_plan_takes(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.use(Tool.POLYGON)
    for number in range(MAX_POINTS):
        at = spot(canvas, 420 + 20 * number, 300 + 40 * (number % 2))
        qtbot.mouseClick(canvas, LEFT, pos=at)
    assert len(points(canvas, "new-1")) == MAX_POINTS


def test_a_shape_is_taken_hold_of_and_snaps(qtbot: QtBot, canvas: Canvas) -> None:
    drag(qtbot, canvas, (130, 120), (432, 322))
    assert canvas.current == "d1"
    assert points(canvas, "d1") == ((400, 300), (460, 340))
    canvas.undo.undo()
    assert points(canvas, "d1") == DESK.points


def test_a_corner_is_pulled(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.select("d1")
    drag(qtbot, canvas, (160, 140), (250, 180))
    assert points(canvas, "d1") == ((100, 100), (250, 180))


def test_a_click_beside_everything_selects_nothing(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.select("d1")
    qtbot.mouseClick(canvas, LEFT, pos=spot(canvas, 700, 500))
    assert canvas.current == ""
    assert not canvas.undo.canUndo()


def test_all_of_it_goes_without_a_mouse(qtbot: QtBot, canvas: Canvas) -> None:
    canvas.add_in_the_middle()
    assert canvas.hasFocus()
    left, top, right, bottom = canvas.drawing.get("new-1").box  # type: ignore[union-attr]
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert points(canvas, "new-1") == ((left + 5, top), (right + 5, bottom + 5))
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert points(canvas, "new-1") is None
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    canvas.select("d2")
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    canvas.add_in_the_middle()
    assert points(canvas, "d2") is not None


def test_a_polygon_isn_t_resized_by_keys(qtbot: QtBot, canvas: Canvas) -> None:
    corners = ((0, 0), (9, 0), (9, 9))
    canvas.show_drawing(DRAWING.put(replace(ROOM, points=corners)))
    canvas.select("leie")
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert points(canvas, "leie") == corners


def test_a_full_plan_says_so(qtbot: QtBot, canvas: Canvas) -> None:
    many = tuple(replace(DESK, key=f"d{n}") for n in range(MAX_SHAPES))
    canvas.show_drawing(replace(DRAWING, shapes=many))
    with qtbot.waitSignal(canvas.full):
        canvas.add_in_the_middle()


def test_it_is_painted_with_what_is_chosen_and_begun(qtbot: QtBot, canvas: Canvas) -> None:
    before = canvas.grab().toImage()
    canvas.select("d1")
    chosen = canvas.grab().toImage()
    assert chosen != before
    canvas.use(Tool.RECTANGLE)
    qtbot.mousePress(canvas, LEFT, pos=spot(canvas, 500, 300))
    qtbot.mouseMove(canvas, spot(canvas, 600, 400))
    assert canvas.grab().toImage() != chosen
    canvas.picture = QImage(8, 6, QImage.Format.Format_RGB32)
    canvas.picture.fill(Qt.GlobalColor.red)
    at = spot(canvas, 790, 590)
    assert canvas.grab().toImage().pixelColor(at).name() == "#ff0000"
