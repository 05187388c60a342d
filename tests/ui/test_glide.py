"""The clock of what moves on a map, and a view that goes by it."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, QPointF
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from presencemap.ui.glide import GLIDE_MS, Glide, GlidingView


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """A view along a line."""

    x: float

    def panned(self, dx: float, _dy: float) -> "Seen":
        return Seen(self.x - dx)


def halfway(start: Seen, goal: Seen, done: float) -> Seen:
    return Seen(start.x + (goal.x - start.x) * done)


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
    seen = GlidingView(Seen(0), halfway)
    views: list[Seen] = []
    seen.moved.connect(lambda: views.append(seen.view))
    aimed = QSignalSpy(seen.aimed)
    seen.glide(Seen(8))
    assert (seen.view, seen.goal, seen.gliding) == (Seen(0), Seen(8), True)
    qtbot.waitUntil(lambda: seen.view == Seen(8))
    assert views == sorted(views)
    assert len(views) > 2
    assert aimed.count() == 1


def test_it_jumps_where_motion_isnt_wanted_or_it_is_there(qapp: object) -> None:
    seen = GlidingView(Seen(0), halfway)
    frames = QSignalSpy(seen.moved)
    seen.glide(Seen(0))
    assert not seen.gliding
    seen.glide(Seen(8))
    seen.jump(Seen(2))
    assert (seen.view, seen.goal, seen.gliding) == (Seen(2), Seen(2), False)
    seen.reduced_motion = True
    before = frames.count()
    seen.glide(Seen(5))
    assert (seen.view, frames.count()) == (Seen(5), before + 1)


def test_flung_it_goes_on_and_a_press_catches_it(qtbot: QtBot) -> None:
    seen = GlidingView(Seen(0), halfway)
    seen.fling(QPointF(-1.5, 0))
    assert seen.goal.x == pytest.approx(1.5 * GLIDE_MS / 3)
    qtbot.waitUntil(lambda: seen.view > Seen(0))
    seen.catch()
    assert not seen.gliding
    assert seen.goal == seen.view
    there = seen.view
    seen.glide(Seen(9))
    seen.catch()
    assert seen.gliding, "it goes somewhere"
    seen.jump(there)
    seen.reduced_motion = True
    seen.fling(QPointF(-1.5, 0))
    assert seen.view == there
