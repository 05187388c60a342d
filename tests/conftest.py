"""What holds for every test: its own home, no window, no unexpected log or warning, no thread left.

The cyclic collector is as in the app: never automatic, since one that starts on a node's thread
may free the QObjects of an earlier test there, which crashes Qt. Here it runs between tests.

Markers (registered in pyproject.toml):
    expects_log(pattern): a log record at WARNING or above that matches must come, and may.
    processes: starts processes of its own. netlab: needs root and network namespaces.
    desktop: needs a screen of its own (Xvfb) and a session bus.
A file's tests run on one worker, in their order: they share what a fixture built.
"""

import gc
import itertools
import logging
import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

THREAD_GRACE = 2.0  # seconds, for a thread that is already on its way out
FULLY_EVERY = 100  # tests: looking at everything takes a tenth of a second

gc.disable()
_ended = itertools.count(1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """Collect what a test left, on the thread that its widgets belong to."""
    yield
    if isinstance(item, pytest.Function):
        # What its fixtures made: held any longer, it is taken for what stays.
        item.funcargs.clear()
    gc.collect(1 if next(_ended) % FULLY_EVERY else 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what can't run here."""
    for item in items:
        for name, lacking in (("netlab", lacking_for_netlab), ("desktop", lacking_for_desktop)):
            if item.get_closest_marker(name) and lacking():
                item.add_marker(pytest.mark.skip(reason=f"{name} tests need {lacking()}"))


@cache
def lacking_for_netlab() -> str:
    """Say what this machine lacks to lay out networks of its own, if anything."""
    if os.geteuid() != 0:
        return "root"
    if lacking := [name for name in ("ip", "nft", "tcpdump") if not shutil.which(name)]:
        return f"{' and '.join(lacking)} (make setup, as root, installs them)"
    allowed = subprocess.run(["unshare", "--net", "true"], capture_output=True, check=False)
    return "" if allowed.returncode == 0 else "a kernel that lets root make network namespaces"


@cache
def lacking_for_desktop() -> str:
    """Say which programs this machine lacks to stage a desktop, if any."""
    lacking = [name for name in ("Xvfb", "dbus-run-session", "xdotool") if not shutil.which(name)]
    return f"{', '.join(lacking)} (make setup, as root, installs them)" if lacking else ""


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give each test, and each process it starts, an empty home, runtime folder and profile."""
    # Not under tmp_path: its names are long, and a Unix socket's path may have 107 bytes.
    home = Path(tempfile.mkdtemp(prefix="pm-"))
    monkeypatch.setenv("HOME", str(home))
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))
    (home / "run").mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home / "run"))
    monkeypatch.setenv("PRESENCEMAP_PROFILE", str(home / "profile"))
    yield
    shutil.rmtree(home, ignore_errors=True)


class LogKeeper(logging.Handler):
    """Keeps every record at WARNING or above, whichever thread logs it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _only_expected_logs(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning it didn't announce, or announces one that doesn't come."""
    markers = request.node.iter_markers("expects_log")
    patterns = {str(pattern): 0 for marker in markers for pattern in marker.args}
    keeper = LogKeeper()
    logging.getLogger().addHandler(keeper)
    yield
    logging.getLogger().removeHandler(keeper)
    unexpected = []
    for record in keeper.records:
        matching = [each for each in patterns if re.search(each, record.getMessage())]
        for each in matching:
            patterns[each] += 1
        if not matching:
            unexpected.append(f"{record.levelname} {record.name}: {record.getMessage()}")
    if unexpected:
        pytest.fail("unexpected log:\n" + "\n".join(unexpected), pytrace=False)
    if absent := [pattern for pattern, count in patterns.items() if not count]:
        pytest.fail(f"expected in the log, and absent: {absent}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Fail a test after which a thread runs on that would keep the program from ending."""
    before = set(threading.enumerate())
    yield
    started = [each for each in threading.enumerate() if each not in before and not each.daemon]
    for thread in started:
        thread.join(THREAD_GRACE)
    if left := [thread.name for thread in started if thread.is_alive()]:
        pytest.fail(f"threads left running: {left}", pytrace=False)
