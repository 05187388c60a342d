"""Faces at desks that stand head to head."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from presencemap.ui.floor.islands import middles

SIZE = 41.0


def desk(x: float, y: float) -> QRectF:
    return QRectF(x, y, 55, 34)


def test_faces_at_desks_that_are_too_near_part_and_the_upper_has_its_name_above() -> None:
    taken = {"a": desk(0, 0), "b": desk(0, 34), "c": desk(55, 0)}
    found, upper = middles(taken, SIZE)
    assert found["b"].y() - found["a"].y() == pytest.approx(SIZE)
    assert found["a"].y() + found["b"].y() == pytest.approx(34 * 2), "each gives way as much"
    assert found["a"].x() == found["b"].x() == 27.5
    assert found["c"] == QPointF(82.5, 17), "beside it nobody is in the way"
    assert upper == {"a"}


def test_far_enough_apart_nobody_moves_and_a_name_has_room() -> None:
    near, far = {"a": desk(0, 0), "b": desk(0, 50)}, {"a": desk(0, 0), "b": desk(0, 70)}
    found, upper = middles(near, SIZE)
    assert (found["b"].y() - found["a"].y(), upper) == (50, {"a"}), "but not the name"
    assert middles(far, SIZE)[1] == frozenset()


def test_who_has_somebody_above_too_has_no_name_there() -> None:
    found, upper = middles({"c": desk(0, 80), "b": desk(0, 40), "a": desk(0, 0)}, SIZE)
    assert upper == {"a"}
    assert found["a"].y() < found["b"].y() < found["c"].y()


def test_nobody_moves_off_their_desk() -> None:
    found, _ = middles({"a": desk(0, 0), "b": desk(0, 4)}, SIZE)
    assert found["a"].y() == 17 - 12
