"""The clock of what moves on a map, and a view that goes by it."""

from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from presencemap.ui.glide import Glide, GlidingView


def halfway(start: float, goal: float, done: float) -> float:
    return start + (goal - start) * done


def test_it_goes_from_start_to_end_or_is_there_at_once(qtbot: QtBot) -> None:
    parent = QObject()
    glide = Glide(parent, 260)
    told: list[float] = []
    glide.advanced.connect(told.append)
    glide.begin(at_once=True)
    assert told == [1.0]
    glide.begin()
    assert glide.running
    qtbot.waitUntil(lambda: len(told) > 2 and told[-1] == 1.0)
    assert told[1:] == sorted(told[1:])
    assert not glide.running
    glide.begin()
    glide.stop()
    assert not glide.running


def test_a_view_glides_to_its_goal_by_all_between(qtbot: QtBot) -> None:
    seen = GlidingView(0.0, halfway)
    views: list[float] = []
    seen.moved.connect(lambda: views.append(seen.view))
    aimed = QSignalSpy(seen.aimed)
    seen.glide(8.0)
    assert (seen.view, seen.goal, seen.gliding) == (0.0, 8.0, True)
    qtbot.waitUntil(lambda: seen.view == 8.0)
    assert views == sorted(views)
    assert len(views) > 2
    assert aimed.count() == 1


def test_it_jumps_where_motion_isnt_wanted_or_it_is_there(qapp: object) -> None:
    seen = GlidingView(0.0, halfway)
    frames = QSignalSpy(seen.moved)
    seen.glide(0.0)
    assert not seen.gliding
    seen.glide(8.0)
    seen.jump(2.0)
    assert (seen.view, seen.goal, seen.gliding) == (2.0, 2.0, False)
    seen.reduced_motion = True
    before = frames.count()
    seen.glide(5.0)
    assert (seen.view, frames.count()) == (5.0, before + 1)
