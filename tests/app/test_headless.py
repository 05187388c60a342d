import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any

import pytest

from presencemap.app import headless
from presencemap.app.headless import run_node
from presencemap.app.node import Node
from presencemap.app.notices import (
    FaultArisen,
    KeyCloned,
    NetworkChanged,
    Notice,
    PeerRefused,
    Removed,
    Started,
    Stopped,
)
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import EnvironmentFault, ProfileInUse, RemovedFromTeam
from presencemap.net.interfaces import Interface
from tests.nodes import WITHIN, program

READY = re.compile(
    r"ready door=tcp://127\.0\.0\.1:(\d+) feed=tcp://127\.0\.0\.1:(\d+) person=[0-9a-f]{64}\n"
)
SETTLED = 0.3
"""Seconds after which the main thread waits."""


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Nodelike:
    """A node whose life is the test's."""

    stops = True

    def __init__(
        self, _paths: ProfilePaths, _options: Options, tell: Callable[[Any], None]
    ) -> None:
        self.tell = tell

    def start(self) -> Future[Started]:
        future: Future[Started] = Future()
        future.set_result(Started("T", "f" * 64, "tcp://127.0.0.1:1", "tcp://127.0.0.1:2"))
        self.live()
        return future

    def live(self) -> None:
        """What happens while it runs."""

    def stop(self, deadline: float) -> bool:
        return self.stops


@pytest.mark.processes
def test_it_says_when_it_is_ready_and_ends_with_0_when_told(anna: ProfilePaths) -> None:
    with subprocess.Popen(
        [*program(anna.data), "node", "--listen", "127.0.0.1:0", "--no-mdns"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as node:
        assert node.stderr is not None
        assert node.stdout is not None
        ready = READY.fullmatch(node.stderr.readline())
        assert ready
        assert ready[1] != ready[2]
        node.send_signal(signal.SIGTERM)
        assert node.wait(WITHIN) == 0
        assert node.stdout.read() + node.stderr.read() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_each_signal_to_end_ends_it_in_good_order(
    anna: ProfilePaths,
    number: signal.Signals,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    main = threading.main_thread().ident
    assert main is not None

    def signalled(paths: ProfilePaths, options: Options, tell: Callable[[Notice], None]) -> Node:
        def both(notice: Notice) -> None:
            tell(notice)
            if isinstance(notice, Started):
                signal.pthread_kill(main, number)

        return Node(paths, options, both)

    monkeypatch.setattr(headless, "Node", signalled)
    assert run_node(anna, Options(interfaces=("127.0.0.1",), mdns=False)) == 0
    assert capsys.readouterr().err.startswith("ready door=tcp://0.0.0.0:")
    assert not anna.control.exists()


@pytest.mark.timeout(10)
def test_a_signal_that_another_thread_gets_ends_it_too(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a SIGCONT: the system passes over a main thread that hasn't woken yet."""

    class Signalled(Nodelike):
        def live(self) -> None:
            threading.Timer(SETTLED, self.take_signal).start()

        @staticmethod
        def take_signal() -> None:
            signal.pthread_kill(threading.get_ident(), signal.SIGTERM)

    monkeypatch.setattr(headless, "Node", Signalled)
    assert run_node(anna, Options()) == 0


def test_what_the_machine_or_a_peer_does_wrong_is_said_and_it_goes_on(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Faulty(Nodelike):
        def live(self) -> None:
            self.tell(FaultArisen(EnvironmentFault("The disk is full.")))
            self.tell(PeerRefused("Mallory", "a record with a wrong signature"))
            self.tell(KeyCloned("Bram"))
            signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(headless, "Node", Faulty)
    assert run_node(anna, Options()) == 0
    said = capsys.readouterr().err.splitlines()
    assert said[:2] == [
        "The disk is full.",
        "Refused from Mallory: a record with a wrong signature.",
    ]
    assert said[2].startswith("Two computers use the key of Bram. Ask them, ")


@pytest.mark.parametrize("error", [None, ZeroDivisionError("ours")])
def test_a_node_that_ends_by_itself_ends_the_program(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, error: Exception | None
) -> None:
    class Ending(Nodelike):
        def live(self) -> None:
            self.tell(Stopped(error))

    monkeypatch.setattr(headless, "Node", Ending)
    if error is None:
        assert run_node(anna, Options()) == 0
    else:
        with pytest.raises(ZeroDivisionError, match="ours"):
            run_node(anna, Options())


def test_a_node_that_does_not_stop_is_said_to(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Stuck(Nodelike):
        stops = False

        def live(self) -> None:
            self.tell(Stopped())

    monkeypatch.setattr(headless, "Node", Stuck)
    assert run_node(anna, Options()) == 1
    assert "did not stop in time" in capsys.readouterr().err


def test_what_keeps_it_from_starting_is_raised(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refused(Nodelike):
        def start(self) -> Future[Started]:
            future: Future[Started] = Future()
            future.set_exception(ProfileInUse("already runs"))
            return future

    monkeypatch.setattr(headless, "Node", Refused)
    with pytest.raises(ProfileInUse):
        run_node(anna, Options())


def test_who_was_removed_has_no_use_for_a_node(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unwanted(Nodelike):
        def live(self) -> None:
            self.tell(Removed())

    monkeypatch.setattr(headless, "Node", Unwanted)
    with pytest.raises(RemovedFromTeam, match="Ask a colleague why"):
        run_node(anna, Options())


def test_a_network_that_comes_and_goes_is_said(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Moving(Nodelike):
        def live(self) -> None:
            self.tell(NetworkChanged(connected=False))
            self.tell(NetworkChanged(connected=True, since=1))
            self.tell(Stopped())

    monkeypatch.setattr(headless, "Node", Moving)
    assert run_node(anna, Options()) == 0
    assert "There is no network now.\nThe network is back.\n" in capsys.readouterr().err


def test_an_interface_that_isnt_there_is_said_before_it_is_ready(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Brief(Nodelike):
        def live(self) -> None:
            self.tell(Stopped())

    monkeypatch.setattr(headless, "Node", Brief)
    monkeypatch.setattr(headless, "interfaces", lambda: (Interface("lo", 1, "127.0.0.1", 8),))
    options = Options(interfaces=("127.0.0.1", "nosuch"), without=("tun9",))
    assert run_node(anna, options) == 0
    mistyped, left_out, ready = capsys.readouterr().err.splitlines()
    assert mistyped.startswith("This machine has no network interface or address nosuch now.")
    assert "It has lo." in mistyped
    assert mistyped.endswith("Until it is there, nobody is found over it.")
    assert left_out.endswith("Once it is there, it is left out.")
    assert ready.startswith("ready ")


def test_a_node_that_nobody_asks_for_it_brings_no_doctor() -> None:
    looked = "import presencemap.app.headless, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", looked], capture_output=True, text=True, check=True
    )
    assert "presencemap.app.driver" in done.stdout
    assert "presencemap.app.doctor" not in done.stdout
