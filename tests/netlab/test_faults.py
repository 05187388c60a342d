"""A cut cable, a crash, a frozen program, a goodbye, a lossy wire, all in one office.

Mirrors no one module. The times are the node's own: when it told of what happened.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import time

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.hosted import Diary, HostedNode
from tests.netlab.lab import Host, Lab
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, CUT, CRASHED, FROZEN, LEFT, LOSSY = NAMES[:6]
LOSS = "meta l4proto { tcp, udp } numgen random mod 100 < 20 counter drop"
DEADLINE = 45.0
"""For whatever has no deadline of its own: the machine may be busy."""


@dataclass
class Office:
    """Anna, who watches, and her colleagues, each with a fault to come."""

    diary: Diary
    profiles: dict[str, Path]
    hosts: dict[str, Host]
    nodes: dict[str, HostedNode]

    def seen(self, by: str, of: str) -> dict[str, object]:
        """What one has of another."""
        return who(self.profiles[by]).get(of, {})


@pytest.fixture(scope="module")
def office(
    team: Callable[[int], list[Path]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    profiles = dict(zip(NAMES, team(6), strict=False))
    with ExitStack() as stack:
        hosts = dict(zip(profiles, stack.enter_context(Lab(6)).hosts, strict=True))
        hosts[LOSSY].filter(f"in {LOSS}", f"out {LOSS}")
        nodes = {name: hosts[name].node(profile) for name, profile in profiles.items()}
        for node in nodes.values():
            node.begin()
            stack.callback(node.end)
        for node in nodes.values():
            node.until_ready()
        file = tmp_path_factory.mktemp("diary") / "anna.jsonl"
        diary = stack.enter_context(Diary(profiles[ANNA], file))
        office = Office(diary, profiles, hosts, nodes)
        for name in NAMES[1:6]:
            eventually(
                lambda n=name: office.seen(ANNA, n),
                lambda seen: seen.get("presence") == "online",
                within=DEADLINE,
            )
        diary.until_it_writes(
            lambda: call(profiles[CUT], "set", "Sentinel", "--for", "1h"), DEADLINE
        )
        yield office


@pytest.fixture(scope="module")
def cut_at(office: Office) -> float:
    """The cable and the frozen one go together, since both take half a minute."""
    at = office.nodes[FROZEN].signal(signal.SIGSTOP)
    office.hosts[CUT].cable("down")
    return at


def test_statuses_arrive_where_a_fifth_of_the_packets_is_lost(office: Office) -> None:
    for number in range(5):
        for by, of in ((LOSSY, ANNA), (ANNA, LOSSY)):
            text = f"Number {number} by {of}"
            call(office.profiles[of], "set", text, "--for", "1h")
            eventually(
                lambda by=by, of=of: office.seen(by, of).get("status"),
                lambda status, text=text: status and status["text"] == text,
                within=DEADLINE,
            )
    assert office.hosts[LOSSY].dropped() > 20


def test_a_goodbye_is_heard_within_a_second(office: Office, cut_at: float) -> None:
    said = office.nodes[LEFT].signal(signal.SIGTERM)
    assert office.diary.moment(LEFT, "offline", after=said, within=DEADLINE) < 1


def test_a_crash_is_known_within_two_seconds(office: Office, cut_at: float) -> None:
    died = office.nodes[CRASHED].signal(signal.SIGKILL)
    assert office.diary.moment(CRASHED, "offline", after=died, within=DEADLINE) < 2


@pytest.mark.parametrize(("who_is_silent", "a_doubt", "offline"), [(CUT, 15, 30), (FROZEN, 22, 35)])
def test_silence_is_a_doubt_soon_and_then_offline(
    office: Office, cut_at: float, who_is_silent: str, a_doubt: float, offline: float
) -> None:
    doubted = office.diary.moment(who_is_silent, "uncertain", after=cut_at, within=DEADLINE)
    gone = office.diary.moment(who_is_silent, "offline", after=cut_at, within=DEADLINE)
    assert doubted < a_doubt
    assert gone < offline


def test_after_the_silence_they_are_back_with_what_was_said_meanwhile(
    office: Office, cut_at: float
) -> None:
    for name in (CUT, FROZEN):
        office.diary.moment(name, "offline", after=cut_at, within=DEADLINE)
    call(office.profiles[CUT], "set", "Said with the cable out", "--for", "1h")
    healed = time()
    office.hosts[CUT].cable("up")
    office.nodes[FROZEN].signal(signal.SIGCONT)

    for name in (CUT, FROZEN):
        office.diary.moment(name, "online", after=healed, within=DEADLINE)
    eventually(
        lambda: office.seen(ANNA, CUT)["status"]["text"],
        lambda text: text == "Said with the cable out",
        within=DEADLINE,
    )
