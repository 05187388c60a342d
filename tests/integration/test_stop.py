"""A node told to stop is gone at once, with a goodbye, without a trace. Mirrors no one module."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from time import monotonic

import pytest

from presencemap.app.notices import Event, Noted
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from tests.nodes import NodeProcess, Witness, call, eventually, running

pytestmark = pytest.mark.processes
NAMES = ("Bram Claeys", "Chloé Dubois", "Dirk Smet", "Els Maes")
QUIT_WITHIN = 1.0
"""Seconds, by the architecture, of a machine that has time for it."""


@pytest.fixture
def anna(tmp_path: Path) -> Iterator[NodeProcess]:
    profile = tmp_path / "anna"
    call(profile, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    with NodeProcess(profile, "--listen", "127.0.0.1:0") as node:
        yield node


@pytest.fixture
def others(anna: NodeProcess) -> Iterator[list[Witness]]:
    """Four colleagues who have all heard of Anna what there is to hear."""
    link = call(anna.profile, "team", "invite").strip()
    with ExitStack() as stack:
        witnesses = []
        for name in NAMES:
            profile = anna.profile.parent / name.split()[0]
            call(profile, "team", "join", link, "--as", name)
            entered = running(ProfilePaths.at(profile), anna.door, mdns=True)
            witnesses.append(stack.enter_context(entered)[1])
        for witness in witnesses:
            witness.until(lambda w: presence_of_anna(w) is Presence.ONLINE)
        call(anna.profile, "set", "Soon gone", "--for", "1h")
        for witness in witnesses:
            # What came over the feed shows that its goodbye will be heard.
            witness.until(heard_live)
        yield witnesses


def presence_of_anna(witness: Witness) -> Presence | None:
    card = witness.named("Anna Peeters")
    return card.presence if card else None


def heard_live(witness: Witness) -> bool:
    card = witness.named("Anna Peeters")
    return bool(card and card.status and card.status.activity)


def states_of_anna(witness: Witness) -> list[Event]:
    """What her presence became, in order."""
    notes = [n for n in witness.told if isinstance(n, Noted) and n.card]
    wanted = (Event.ONLINE, Event.UNCERTAIN, Event.OFFLINE)
    return [
        n.event
        for n in notes
        if n.event in wanted and n.card and n.card.person.name == "Anna Peeters"
    ]


def sockets_of(process: int) -> int:
    """How many sockets a process holds."""
    found = 0
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            found += str(each.readlink()).startswith("socket:")
    return found


def waited(process: int) -> float:
    """Seconds that its main thread could have run, and had no processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


def seconds_to_quit(node: NodeProcess, told: signal.Signals) -> float:
    """From being told to being gone, but for those that it waited for a processor."""
    process = node.process
    assert process is not None
    before, began = waited(process.pid), monotonic()
    process.send_signal(told)
    gone = os.WEXITED | os.WNOWAIT | os.WNOHANG
    eventually(lambda: os.waitid(os.P_PID, process.pid, gone), bool)
    took = monotonic() - began - (waited(process.pid) - before)
    assert process.wait() == 0
    return took


def test_a_node_with_four_peers_is_gone_within_a_second_and_nobody_is_in_doubt(
    anna: NodeProcess, others: list[Witness]
) -> None:
    paths, process = ProfilePaths.at(anna.profile), anna.process
    assert process is not None
    assert paths.control.exists()
    assert sockets_of(process.pid) > 5
    assert Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text() == ""
    assert seconds_to_quit(anna, signal.SIGTERM) < QUIT_WITHIN
    for witness in others:
        witness.until(lambda w: states_of_anna(w)[-1:] == [Event.OFFLINE])
        assert Event.UNCERTAIN not in states_of_anna(witness)
    assert not paths.control.exists(), "no socket file is left"
    assert process.stderr is not None
    assert process.stderr.read() == "", "it went without a complaint"
    # The profile is free: its next node starts, and all see it again.
    again = NodeProcess(anna.profile, "--listen", "127.0.0.1:0")
    with again:
        for witness in others:
            witness.until(lambda w: presence_of_anna(w) is Presence.ONLINE)


def test_an_interrupt_is_as_good_and_leaves_what_the_profile_keeps_alone(
    anna: NodeProcess, others: list[Witness]
) -> None:
    [me, *rest] = call(anna.profile, "who").splitlines()
    assert me.startswith("Anna Peeters (you)")
    assert len(rest) == len(NAMES)
    assert seconds_to_quit(anna, signal.SIGINT) < QUIT_WITHIN
    assert sorted(each.name for each in anna.profile.iterdir()) == ["keys", "lock", "records.db"]
