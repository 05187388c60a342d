"""The rules that hold for every test catch what breaks them; mirrors no one module."""

import gc
import os
import threading
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[1]
HOUSE_HOME = Path.home()  # as it was before any test had a home of its own

BREACHES = """
import logging, threading, warnings, weakref
import pytest
from PySide6.QtCore import qWarning

stop = threading.Event()

def test_log():
    logging.getLogger("x").warning("odd thing")

@pytest.mark.expects_log("odd")
def test_absent_log():
    pass

class Knot:
    def __init__(self):
        self.self = self

left = []

def test_leaves_garbage():
    left.append(weakref.ref(Knot()))

@pytest.fixture
def knot():
    return Knot()

def test_fixture_leaves_garbage(knot):
    left.append(weakref.ref(knot))

def test_garbage_of_the_tests_before_is_gone():
    assert [each() for each in left] == [None, None]

def test_thread():
    threading.Thread(target=stop.wait, name="lazy").start()

def test_thread_that_ends():
    stop.set()

def test_qt(qapp):
    qWarning("bad layout")

def test_warning():
    warnings.warn("old")

@pytest.mark.expects_log("odd th.ng")
def test_expected_log():
    thread = threading.Thread(target=logging.error, args=("odd thing",))
    thread.start()
    thread.join()
"""
TOLD = {
    "test_log": "WARNING x: odd thing",
    "test_absent_log": "expected in the log, and absent: ['odd']",
    "test_thread": "threads left running: ['lazy']",
    "test_qt": "bad layout",
    "test_warning": "UserWarning: old",
}


@pytest.mark.processes
def test_what_breaks_a_rule_fails_and_nothing_else_does(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text())
    pytester.makepyprojecttoml((ROOT / "pyproject.toml").read_text())
    pytester.makepyfile(test_it=BREACHES)
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:cacheprovider -p no:xdist")

    output = pytester.runpytest_subprocess("test_it.py").stdout.str()

    last_lines = [line for line in output.splitlines() if line.startswith(("FAILED", "ERROR "))]
    assert {line.split("::")[1].split(" ")[0] for line in last_lines} == TOLD.keys()
    assert [told for told in TOLD.values() if told not in output] == []


def test_each_test_has_its_own_home() -> None:
    assert Path.home() != HOUSE_HOME
    assert os.environ["PRESENCEMAP_PROFILE"].startswith(str(Path.home()))
    assert not Path(os.environ["PRESENCEMAP_PROFILE"]).exists()
    # A Unix socket's path has room for 107 bytes, and its name is still to come.
    assert len(os.environ["XDG_RUNTIME_DIR"]) < 60


def test_no_thread_collects_garbage() -> None:
    """Qt crashes where another test's widgets are freed on a node's thread."""
    collected: list[int] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        collected.append(threading.get_ident())

    def make_plenty() -> None:
        assert [[] for _ in range(20 * gc.get_threshold()[0])]

    thread = threading.Thread(target=make_plenty)
    gc.callbacks.append(note)
    try:
        thread.start()
        thread.join()
    finally:
        gc.callbacks.remove(note)
    assert collected == []


def test_qt_opens_no_window() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
