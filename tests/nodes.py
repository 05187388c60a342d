"""Real nodes for tests: in this process on loopback, or as processes of their own."""

import contextlib
import io
import json
import queue
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Self

from presencemap.app.node import Node
from presencemap.app.notices import Notice, RosterChanged, Started
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.cli.main import run
from presencemap.domain.roster import Card
from presencemap.protocol.address import Address

WITHIN = 15.0
PAUSE = 0.02
"""Seconds between two questions, so that those who are to answer get the machine."""


@dataclass
class Witness:
    """Keeps what a node told, and waits for what it has yet to tell."""

    told: list[Notice] = field(default_factory=list)
    cards: dict[str, Card] = field(default_factory=dict)
    _queue: "queue.Queue[Notice]" = field(default_factory=queue.Queue)

    def __call__(self, notice: Notice) -> None:
        self._queue.put(notice)

    def until(self, satisfied: Callable[[Self], object]) -> None:
        """Take in notices until the witness is satisfied."""
        ends = monotonic() + WITHIN
        while not satisfied(self):
            try:
                self._take(self._queue.get(timeout=max(0.01, ends - monotonic())))
            except queue.Empty:
                names = {card.person.name: card for card in self.cards.values()}
                raise AssertionError(f"not within {WITHIN} s; known: {names}") from None

    def named(self, name: str) -> Card | None:
        """The card of that name."""
        return next((c for c in self.cards.values() if c.person.name == name), None)

    def _take(self, notice: Notice) -> None:
        self.told.append(notice)
        if isinstance(notice, RosterChanged):
            self.cards |= {card.person.id: card for card in notice.cards}
            for person in notice.gone:
                self.cards.pop(person, None)


@contextlib.contextmanager
def running(
    paths: ProfilePaths, *peers: str, listen: str = "127.0.0.1:0", mdns: bool = False
) -> Iterator[tuple[Node, Witness, Started]]:
    """A node in this process, on loopback."""
    witness = Witness()
    options = Options(
        listen=Address.parse(listen),
        peers=tuple(map(Address.parse, peers)),
        interfaces=("127.0.0.1",),
        mdns=mdns,
    )
    node = Node(paths, options, witness)
    started = node.start().result(WITHIN)
    try:
        yield node, witness, started
    finally:
        assert node.stop(deadline=5.0)


def door_of(started: Started) -> str:
    """``host:port`` of a started node's door."""
    return started.door.removeprefix("tcp://")


class NodeProcess:
    """``presencemap node`` as a process of its own, by ``with``; ``all_running`` starts several.

    ``under``: the command that it is run by. ``said_before``: on stderr, before it was ready.
    """

    def __init__(self, profile: Path, *flags: str, under: tuple[str, ...] = ()) -> None:
        self.profile = profile
        self._flags = flags
        self._under = under
        self.process: subprocess.Popen[str] | None = None
        self.door = self.feed = self.said_before = ""

    def __enter__(self) -> Self:
        self.begin()
        try:
            return self.ready()
        except BaseException:
            self.end()
            raise

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [
                *self._under, *program(self.profile),
                "node", "--interface", "127.0.0.1", *self._flags,
            ],
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip

    def ready(self) -> Self:
        """Wait until it listens."""
        assert self.process is not None
        assert self.process.stderr is not None
        line = ""
        while not line.startswith("ready "):
            self.said_before += line
            line = self.process.stderr.readline()
            assert line, self.said_before
        self.door, self.feed = (
            line.split(f"{name}=tcp://")[1].split()[0] for name in ("door", "feed")
        )
        return self

    def end(self) -> None:
        """End it in good order, if it still runs."""
        assert self.process is not None
        assert self.process.stderr is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            assert self.process.wait(5) == 0
        self.process.stderr.close()

    def kill(self) -> None:
        """End it as a crash would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(5)


@contextlib.contextmanager
def all_running(*nodes: NodeProcess) -> Iterator[None]:
    """Nodes that start at the same time."""
    with contextlib.ExitStack() as stack:
        for node in nodes:
            node.begin()
            stack.callback(node.end)
        for node in nodes:
            node.ready()
        yield


def program(profile: Path) -> list[str]:
    """The command line of the program on that profile."""
    return [sys.executable, "-m", "presencemap", "--profile", str(profile)]


def call(profile: Path, *words: str, code: int = 0) -> str:
    """Run a command to its end, in this process; its output, after its exit code was checked.

    What runs on (``node``, ``demo``, the app) wants a process of its own: ``spawned``.
    """
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            got = run(["--profile", str(profile), *words])
        except SystemExit as wrong_usage:
            got = int(wrong_usage.code or 0)
    return _checked(words, code, got, out.getvalue(), err.getvalue())


def spawned(profile: Path, *words: str, code: int = 0) -> str:
    """The same in a process of its own."""
    done = subprocess.run(
        [*program(profile), *words], capture_output=True, text=True, timeout=60, check=False
    )
    return _checked(words, code, done.returncode, done.stdout, done.stderr)


def _checked(words: tuple[str, ...], code: int, got: int, out: str, err: str) -> str:
    assert got == code, f"{words}: {got}, {out}{err}"
    return out if code == 0 else err or out


def who(profile: Path) -> dict[str, dict[str, Any]]:
    """``who --json`` by name."""
    return {person["name"]: person for person in json.loads(call(profile, "who", "--json"))}


def eventually(
    question: Callable[[], Any], satisfied: Callable[[Any], object], within: float = WITHIN
) -> Any:
    """Ask again until the answer satisfies."""
    ends = monotonic() + within
    while not satisfied(answer := question()):
        assert monotonic() < ends, f"not within {within} s: {answer}"
        sleep(PAUSE)
    return answer
