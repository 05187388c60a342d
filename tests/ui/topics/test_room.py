"""Where a box still has room in a window."""

import random
from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF, QRectF

from presencemap.ui.topics.room import CELL, Room

WINDOW = QRectF(12, 50, 400, 300)


def test_an_empty_window_has_room_up_to_its_edges() -> None:
    free = [*Room(WINDOW).free(104, 56, WINDOW)]
    boxes = [QRectF(x, y, 104, 56) for x, y in free]
    assert boxes[0] == QRectF(12, 50, 104, 56)
    assert all(WINDOW.contains(box) for box in boxes)
    assert max(box.right() for box in boxes) > WINDOW.right() - 2 * CELL
    assert max(box.bottom() for box in boxes) > WINDOW.bottom() - 2 * CELL
    assert all((a[1], a[0]) < (b[1], b[0]) for a, b in pairwise(free)), "row by row"
    assert [*Room(WINDOW).free(401, 20, WINDOW)] == []
    assert [*Room(WINDOW).free(20, 301, WINDOW)] == []
    assert [*Room(QRectF()).free(1, 1, WINDOW)] == []


def test_only_boxes_near_are_told() -> None:
    near = QRectF(200, 200, 10, 10)
    found = [QRectF(x, y, 40, 24) for x, y in Room(WINDOW).free(40, 24, near)]
    assert found
    grown = near.adjusted(-1, -1, 1, 1)
    assert all(box.intersects(grown) for box in found)
    assert len(found) < len([*Room(WINDOW).free(40, 24, WINDOW)]) / 10


def test_what_is_free_touches_nothing_of_random_things() -> None:
    for seed in range(30):
        chance = random.Random(seed)
        room, boxes, discs = Room(WINDOW), [], []
        for _ in range(chance.randrange(1, 9)):
            x, y = chance.uniform(-40, 440), chance.uniform(-40, 380)
            if chance.random() < 0.5:
                boxes.append(QRectF(x, y, chance.uniform(0, 120), chance.uniform(0, 80)))
                room.take(boxes[-1])
            else:
                discs.append((QPointF(x, y), chance.uniform(1, 90)))
                room.take_round(*discs[-1])
        for x, y in room.free(90, 40, WINDOW):
            free = QRectF(x, y, 90, 40)
            assert not any(free.adjusted(0.1, 0.1, -0.1, -0.1).intersects(box) for box in boxes)
            for middle, reach in discs:
                dx = middle.x() - min(max(middle.x(), free.left()), free.right())
                dy = middle.y() - min(max(middle.y(), free.top()), free.bottom())
                assert hypot(dx, dy) >= reach - 1e-6


def test_points_pass_where_nothing_is_taken_and_rooms_add_up() -> None:
    room, other = Room(WINDOW), Room(WINDOW)
    room.take(QRectF(100, 100, 20, 20))
    other.take(QRectF(200, 100, 20, 20))
    assert not room.passes(110, 110)
    assert room.passes(210, 110)
    assert room.passes(-50, 1000), "out of the window nothing is known"
    room.take_all(other)
    assert not room.passes(210, 110)
    assert other.passes(110, 110)
