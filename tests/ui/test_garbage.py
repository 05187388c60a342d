"""The collector runs on the GUI thread alone while the window lives."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.garbage import GarbageTimer


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


def test_it_collects_cycles_once_enough_was_made(qtbot: QtBot) -> None:
    timer = GarbageTimer()
    timer.start()
    try:
        while timer.collect() is not None:
            pass
        knot = _Knot()
        seen = weakref.ref(knot)
        del knot
        kept = [[] for _ in range(gc.get_threshold()[0] + 100)]
        assert seen() is not None
        assert timer.collect() is not None
        assert seen() is None
        assert kept
    finally:
        timer.stop()
