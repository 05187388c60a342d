"""Where a plan lies."""

from PySide6.QtCore import QPointF, QRectF

from presencemap.ui.floor.sheet import LARGEST, Sheet

SHEET = Sheet.fitted(800, 600, QRectF(100, 50, 400, 400))


def test_it_lies_in_the_middle_of_its_room() -> None:
    assert SHEET.box == QRectF(100, 100, 400, 300)


def test_there_and_back_is_the_same_point() -> None:
    assert SHEET.there(QPointF(800, 600)) == QPointF(500, 400)
    assert SHEET.back(SHEET.there(QPointF(123, 45))) == QPointF(123, 45)
    assert SHEET.outline(((0, 0), (800, 0), (800, 600))).boundingRect() == SHEET.box


def test_it_is_moved_and_zoomed_round_the_pointer() -> None:
    assert SHEET.moved(QPointF(5, -5)).box.topLeft() == QPointF(105, 95)
    at = QPointF(300, 250)
    closer = SHEET.zoomed(1, at)
    assert closer.scale == 2 * SHEET.scale
    assert closer.there(SHEET.back(at)) == at


def test_zooming_has_ends() -> None:
    assert SHEET.zoomed(20, QPointF()).scale == LARGEST * SHEET.fitting
    assert SHEET.zoomed(-20, QPointF()).scale == SHEET.fitting / 2
