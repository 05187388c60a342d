"""Two sites behind a router that lets nobody through but one always-on node. Mirrors no one module.

And one whose firewall takes no connection from outside: it dials, and is seen by push alone.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.hosted import Diary, HostedNode
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, BRAM, NODE, WALLED, DAAN, ELIF = NAMES[:6]
HERE, THERE = (ANNA, BRAM, NODE, WALLED), (DAAN, ELIF)
DEADLINE = 45.0
CUT_WITHIN = 75.0
"""2.5 lease intervals."""


@dataclass
class Sites:
    """Everybody's profile, the always-on node, and Anna's diary."""

    profiles: dict[str, Path]
    node: HostedNode
    diary: Diary

    def seen(self, by: str) -> dict[str, dict[str, Any]]:
        """What one has of the others."""
        return who(self.profiles[by])

    def wait(self, by: str, of: str, text: str, reach: str) -> None:
        """Until one shows another online, with that status, reached like that."""

        def shown() -> tuple[Any, ...]:
            seen = self.seen(by).get(of, {})
            return seen.get("online"), seen.get("reach"), (seen.get("status") or {}).get("text")

        eventually(shown, lambda got: got == (True, reach, text), within=DEADLINE)


@pytest.fixture(scope="module")
def sites(
    team: Callable[[int], list[Path]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Sites]:
    profiles = dict(zip(NAMES, team(6), strict=False))
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(len(HERE), len(THERE)))
        hosts = dict(zip(HERE + THERE, [*lab.subnets[0], *lab.subnets[1]], strict=True))
        lab.let_through(hosts[NODE])
        hosts[WALLED].filter("in tcp flags & (syn|ack) == syn drop")
        told = ("--peer", f"{hosts[DAAN].address}:47800")
        nodes = {
            name: host.node(profiles[name], *(told if name == NODE else ()))
            for name, host in hosts.items()
        }
        for node in nodes.values():
            node.begin()
            stack.callback(node.end)
        for node in nodes.values():
            node.until_ready()
        file = tmp_path_factory.mktemp("diary") / "anna.jsonl"
        diary = stack.enter_context(Diary(profiles[ANNA], file))
        for name, profile in profiles.items():
            call(profile, "set", f"As {name}")
        yield Sites(profiles, nodes[NODE], diary)


def test_one_node_that_was_told_an_address_joins_the_sites_both_ways(sites: Sites) -> None:
    for here in (ANNA, BRAM):
        for there in THERE:
            sites.wait(here, there, f"As {there}", "relayed")
            sites.wait(there, here, f"As {here}", "relayed")
    sites.wait(ANNA, NODE, f"As {NODE}", "direct")
    seen = sites.seen(ANNA)
    assert seen[NODE]["through"] == []
    # Bram may have been nearer at first; who is linked to whom is told a moment later.
    by_node = [seen[NODE]["person"]]
    eventually(lambda: sites.seen(ANNA)[DAAN]["through"], by_node.__eq__, within=DEADLINE)


def test_a_direct_link_is_used_where_one_is_possible(sites: Sites) -> None:
    sites.wait(ANNA, BRAM, f"As {BRAM}", "direct")
    sites.wait(NODE, DAAN, f"As {DAAN}", "direct")


def test_a_status_crosses_at_once(sites: Sites) -> None:
    call(sites.profiles[ELIF], "set", "Across two relays")
    said = time()
    sites.wait(ANNA, ELIF, "Across two relays", "relayed")
    assert time() - said < 5


def test_who_can_dial_and_not_be_dialled_sees_and_is_seen(sites: Sites) -> None:
    for name in (ANNA, BRAM, NODE):
        sites.wait(name, WALLED, f"As {WALLED}", "direct")
        sites.wait(WALLED, name, f"As {name}", "direct")
    call(sites.profiles[WALLED], "set", "Out through the wall")
    for name in (ANNA, *THERE):
        sites.wait(name, WALLED, "Out through the wall", "direct" if name in HERE else "relayed")


def test_without_the_node_those_of_one_site_notice_nothing(sites: Sites) -> None:
    died = sites.node.signal(signal.SIGKILL)
    assert sites.diary.moment(NODE, "offline", after=died, within=DEADLINE) < 2
    call(sites.profiles[BRAM], "set", "What node?")
    sites.wait(ANNA, BRAM, "What node?", "direct")

    for name in THERE:
        assert sites.diary.moment(name, "offline", after=died, within=CUT_WITHIN) < CUT_WITHIN
    shaken = {
        entry["name"]
        for entry in sites.diary.entries()
        if entry["event"] in ("uncertain", "offline")
    }
    assert shaken == {NODE, *THERE}
