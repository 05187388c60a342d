"""Real processes: two who never dial each other see each other through a third.

This mirrors no one module.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

from presencemap.protocol.presence import RELAYED_FOR, UNCERTAIN_FOR
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes

FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")
ANNA, BRAM, CLEO = "Anna Peeters", "Bram Claeys", "Cleo Smet"
RELAYED = (RELAYED_FOR + UNCERTAIN_FOR) / 1_000


@dataclass
class Line:
    """Anna and Cleo, whose only peer is Bram's node: it carries two sites."""

    anna: Path
    bram: Path
    cleo: Path
    between: NodeProcess
    far: NodeProcess


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    anna, bram, cleo = (tmp_path / name for name in ("anna", "bram", "cleo"))
    call(anna, "team", "create", "Lerend Collectief", "--as", ANNA)
    link = call(anna, "team", "invite").strip()
    call(bram, "team", "join", link, "--as", BRAM)
    call(cleo, "team", "join", link, "--as", CLEO)
    with ExitStack() as stack:
        between = stack.enter_context(NodeProcess(bram, *FLAGS))
        stack.enter_context(NodeProcess(anna, *FLAGS, "--peer", between.door))
        far = stack.enter_context(NodeProcess(cleo, *FLAGS, "--peer", between.door))
        yield Line(anna, bram, cleo, between, far)


def sees(profile: Path, name: str) -> tuple[str, str] | None:
    """(presence, reach) of somebody, there."""
    card = who(profile).get(name)
    return (card["presence"], card["reach"]) if card else None


def within(seconds: float, profile: Path, name: str, presence: str) -> float:
    """Wait until it is so; the seconds that it took."""
    began = monotonic()
    eventually(lambda: sees(profile, name), lambda s: s and s[0] == presence, seconds)
    return monotonic() - began


def test_who_never_meet_see_each_other_through_a_third_both_ways(line: Line) -> None:
    for profile, name, other in ((line.anna, CLEO, line.cleo), (line.cleo, ANNA, line.anna)):
        eventually(lambda p=profile, n=name: sees(p, n), lambda s: s == ("online", "relayed"))
        call(other, "set", f"{name} at the other site", "--for", "1h")
        card = eventually(
            lambda p=profile, n=name: who(p)[n],
            lambda c, n=name: c["status"] and c["status"]["text"] == f"{n} at the other site",
        )
        assert (card["presence"], card["reach"]) == ("online", "relayed")
    assert sees(line.anna, BRAM) == ("online", "direct")


def test_a_goodbye_comes_through_within_a_second(line: Line) -> None:
    within(15, line.anna, CLEO, "online")
    line.far.end()
    assert within(1, line.anna, CLEO, "offline") < 1


def test_a_crash_is_seen_by_the_neighbour_at_once_and_behind_it_in_good_time(line: Line) -> None:
    within(15, line.anna, CLEO, "online")
    within(15, line.bram, CLEO, "online")
    line.far.kill()
    within(2, line.bram, CLEO, "offline")
    within(2, line.anna, CLEO, "uncertain")
    within(RELAYED, line.anna, CLEO, "offline")


def test_nothing_depends_on_the_one_between(line: Line) -> None:
    """It is killed: those at its sites doubt each other, and no more; back, all see all again."""
    within(15, line.anna, CLEO, "online")
    door = line.between.door
    line.between.kill()
    within(2, line.anna, CLEO, "uncertain")
    with NodeProcess(line.bram, "--listen", door, "--no-mdns"):
        within(15, line.anna, CLEO, "online")
        within(15, line.cleo, ANNA, "online")
        assert sees(line.cleo, ANNA) == ("online", "relayed")
