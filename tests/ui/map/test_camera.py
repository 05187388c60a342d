"""The way from one view to another."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from presencemap.ui.map.camera import Camera, between
from presencemap.ui.map.projection import View

START = View(51.0, 4.0, 8.0, 800, 600)


def test_on_a_zoom_the_point_under_the_pointer_stands_still() -> None:
    goal = START.zoomed_at(8.0, 200, 150)
    place = START.to_geo(200, 150)
    for done in (0.1, 0.5, 0.9, 1.0):
        assert between(START, goal, done).to_screen(*place) == pytest.approx((200, 150), abs=0.01)


def test_a_pan_goes_straight_and_over_the_date_line_the_short_way() -> None:
    half = between(START, START.panned(100, -40), 0.5)
    assert half.to_screen(51.0, 4.0) == pytest.approx((450, 280), abs=0.01)
    east = View(0.0, 179.0, 4.0, 800, 600)
    assert abs(between(east, View(0.0, -179.0, 4.0, 800, 600), 0.5).center_lon) == pytest.approx(
        180
    )


def test_a_glide_ends_at_its_goal(qtbot: QtBot) -> None:
    camera = Camera()
    camera.jump(START)
    goal = START.zoomed_at(2.0, 10, 10)
    camera.glide(goal)
    assert camera.gliding
    assert camera.view != goal
    assert camera.goal == goal
    qtbot.waitUntil(lambda: camera.view == goal)
    assert not camera.gliding


def test_reduced_motion_jumps(qapp: object) -> None:
    camera = Camera()
    camera.reduced_motion = True
    camera.jump(START)
    frames = QSignalSpy(camera.moved)
    camera.pan_by(80, 0)
    assert camera.view == START.panned(80, 0)
    assert frames.count() == 1


def test_notches_in_a_row_add_up(qapp: object) -> None:
    camera = Camera()
    camera.jump(START)
    for _ in range(3):
        camera.zoom_by(0.5, 400, 300)
    assert camera.goal.zoom == pytest.approx(9.5)


def test_a_resize_keeps_the_middle(qapp: object) -> None:
    camera = Camera()
    camera.jump(START)
    camera.resize(400, 300)
    assert (camera.view.center_lat, camera.view.width) == (pytest.approx(51.0), 400)
