"""The plane's camera: panning, zooming at a point, fitting, gliding."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from presencemap.ui.topics.camera import CLOSEST, FARTHEST, Camera, View

VIEW = View(10, 20, 0.5, 800, 600)


def test_a_point_of_the_plane_and_its_pixel_lead_to_each_other() -> None:
    at = VIEW.to_screen(30, 0)
    assert (at.x(), at.y()) == (410, 290)
    assert VIEW.on_plane(at) == (30, 0)
    moved = VIEW.panned(100, -50).to_screen(30, 0)
    assert (moved.x(), moved.y()) == (510, 240)


def test_zooming_keeps_what_is_under_the_pixel_and_has_ends() -> None:
    at = QPointF(123, 456)
    assert VIEW.zoomed_at(2, at).on_plane(at) == pytest.approx(VIEW.on_plane(at))
    assert VIEW.zoomed_at(99, at).zoom == CLOSEST
    assert VIEW.zoomed_at(0.01, at).zoom == FARTHEST


def test_fitting_shows_all_within_the_free_part() -> None:
    boxes = [QRectF(0, 0, 100, 100), QRectF(900, 700, 100, 100)]
    free = QRectF(0, 100, 800, 500)
    view = VIEW.fitted(boxes, free, 1.0)
    corners = [view.to_screen(0, 0), view.to_screen(1000, 800)]
    assert all(free.adjusted(-1, -1, 1, 1).contains(corner) for corner in corners)
    assert VIEW.fitted(boxes[:1], free, 1.0).zoom == 1.0
    assert VIEW.fitted([], free, 0.9).zoom == 0.9


def test_it_glides_to_its_goal_or_jumps(qtbot: QtBot) -> None:
    camera = Camera()
    camera.resize(800, 600)
    goal = View(300, 100, 1.5, 800, 600)
    camera.glide(goal)
    assert camera.goal == goal
    assert camera.view != goal
    qtbot.waitUntil(lambda: camera.view == goal)
    camera.zoom_by(-1, QPointF(400, 300))
    qtbot.waitUntil(lambda: camera.view.zoom == pytest.approx(0.75))
    camera.zoom_by(0.2, QPointF(0, 0), at_once=True)
    assert camera.view == camera.goal
    camera.reduced_motion = True
    camera.glide(goal)
    assert camera.view == goal
