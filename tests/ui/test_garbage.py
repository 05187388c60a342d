"""The collector runs on the GUI thread alone while the window lives."""

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.garbage import GarbageTimer

MANY, APART = 15_000, 120


class _Alone:
    """In no cycle."""


class _Knot:
    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def automatic() -> Iterator[None]:
    """The interpreter's own way, as the app finds it; tests run without it."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("automatic")
def test_the_automatic_collector_is_off_between_start_and_stop(qtbot: QtBot) -> None:
    timer = GarbageTimer()
    assert gc.isenabled()
    timer.start()
    assert not gc.isenabled()
    timer.stop()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off(qtbot: QtBot) -> None:
    assert not gc.isenabled()
    timer = GarbageTimer()
    timer.start()
    timer.stop()
    assert not gc.isenabled()


@pytest.fixture
def timer(qtbot: QtBot) -> Iterator[GarbageTimer]:
    """Started; nobody is at the window. What the test before left is settled."""
    timer = GarbageTimer(attended=lambda: False)
    timer.start()
    gc.collect()
    yield timer
    timer.stop()


def knot() -> "weakref.ref[_Knot]":
    """Garbage that only a search finds."""
    return weakref.ref(_Knot())


def made(count: int) -> list[list[int]]:
    """Objects that live."""
    return [[number] for number in range(count)]


def test_it_collects_cycles_once_enough_was_made(timer: GarbageTimer) -> None:
    seen = knot()
    timer.collect()
    assert seen() is not None
    kept = made(gc.get_threshold()[0] + 100)
    frozen = gc.get_freeze_count()
    timer.collect()
    assert seen() is None
    assert gc.get_freeze_count() == frozen
    assert kept


def test_no_other_thread_runs_while_it_holds_what_is_young(timer: GarbageTimer) -> None:
    """Where Python tells a profiler of a call, there another thread may come in."""
    young, held = made(gc.get_threshold()[0] + 100), list[int]()

    def look(_frame: object, _event: str, _argument: object) -> None:
        held.append(sys.getrefcount(young[0]))

    alone = sys.getrefcount(young[0])
    sys.setprofile(look)
    try:
        timer.collect()
    finally:
        sys.setprofile(None)
    assert set(held) == {alone}


def test_what_came_in_bulk_is_set_aside_without_a_search(timer: GarbageTimer) -> None:
    seen, searches = knot(), list[str]()
    alone = _Alone()
    told = weakref.ref(alone)
    gc.callbacks.append(lambda phase, _info: searches.append(phase))
    try:
        kept = made(MANY)
        timer.collect()
    finally:
        gc.callbacks.pop()
    assert searches == []
    assert gc.get_freeze_count() > MANY
    assert seen() is not None
    del alone
    assert told() is None
    assert kept


def test_what_takes_the_place_of_as_much_is_set_aside_too(timer: GarbageTimer) -> None:
    kept = made(MANY)
    timer.collect()
    frozen = gc.get_freeze_count()
    kept += made(MANY)
    del kept[: MANY - gc.get_threshold()[0] - 200]
    assert gc.get_count()[0] < MANY / 2
    timer.collect()
    assert len(gc.get_objects()) < MANY / 2
    assert gc.get_freeze_count() > frozen
    assert kept


def test_what_is_searched_stays_little_however_it_comes(timer: GarbageTimer) -> None:
    kept, sizes = [], []
    for _ in range(40):
        kept.append(made(2_000))
        timer.collect()
        sizes.append(len(gc.get_objects()))
    assert max(sizes) < MANY
    assert len(kept) == 40


def test_what_was_set_aside_is_searched_when_nobody_is_there(timer: GarbageTimer) -> None:
    seen, kept = knot(), made(MANY)
    for _ in range(APART - 1):
        timer.collect()
    assert seen() is not None
    timer.collect()
    assert seen() is None
    assert len(gc.get_objects()) < MANY < gc.get_freeze_count()
    assert kept


def test_it_is_not_searched_beside_somebody_at_the_window(qtbot: QtBot) -> None:
    there = True
    timer = GarbageTimer(attended=lambda: there)
    timer.start()
    try:
        seen, kept = knot(), made(MANY)
        for _ in range(2 * APART):
            timer.collect()
        assert seen() is not None
        there = False
        timer.collect()
        assert seen() is None
        assert kept
    finally:
        timer.stop()
