"""The doctor on hosts of their own: firewalls and clocks. Mirrors no one module."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who
from tests.skewed import clock, needs_faketime

pytestmark = pytest.mark.netlab
ANNA, BRAM, CHLOE = NAMES[:3]


def checks(profile: Path, code: int) -> dict[str, Any]:
    """The doctor's checks by their name."""
    report = json.loads(call(profile, "doctor", "--json", code=code))
    return {check["check"]: check for check in report["checks"]}


@contextmanager
def linked(anna: Path, bram: Path, *rules: str, under: tuple[str, ...] = ()) -> Iterator[None]:
    """Both on one switch, Anna behind a firewall with these rules; they see each other."""
    with Lab(2) as lab:
        here, there = lab.hosts
        if rules:
            here.filter(*rules)
        with there.node(bram, under=under), here.node(anna, "--peer", there.address):
            for profile, other in ((anna, BRAM), (bram, ANNA)):
                eventually(lambda p=profile, o=other: who(p).get(o, {}).get("online"), bool, 30)
            yield


def test_a_colleague_reaches_a_door_that_is_open(team: Callable[[int], list[Path]]) -> None:
    anna, bram = team(2)
    with linked(anna, bram):
        found = checks(anna, 0)
        # By whichever address they linked first: Anna was told Bram's, and Bram finds hers.
        assert found["door"]["sentence"] in {
            f"{BRAM}'s computer reached yours at {mine}, port 47800."
            for mine in ("10.77.1.1", "fd77:0:0:1::1")
        }
        assert {check["state"] for check in found.values()} == {"well"}
        directly = f"{BRAM} is connected directly, at "
        said = call(anna, "doctor", "Bram")
        assert said.startswith((f"{directly}10.77.1.2", f"{directly}fd77:0:0:1::2"))


@pytest.mark.parametrize(
    ("verdict", "said"), [("drop", "no answer"), ("reject with tcp reset", "refused")]
)
def test_a_firewall_before_the_door_is_found_by_dialling_back(
    team: Callable[[int], list[Path]], verdict: str, said: str
) -> None:
    anna, bram = team(2)
    with linked(anna, bram, f"in tcp dport 47800 ct state new {verdict}"):
        door = checks(anna, 1)["door"]
        assert (door["state"], door["cause"]) == ("fault", "blocked")
        assert door["sentence"].endswith(f"at 10.77.1.1: {said}.")
        assert "TCP ports 47800 and 47801" in door["repair"]
        assert checks(bram, 0)["door"]["state"] == "well"


def test_a_firewall_before_multicast_is_found_by_our_own_question(
    team: Callable[[int], list[Path]],
) -> None:
    anna, bram = team(2)
    with linked(anna, bram, "in udp dport 5353 drop"):
        found = checks(anna, 1)["announcements"]
        assert (found["state"], found["cause"]) == ("fault", "not_looped")
        assert found["sentence"].endswith("don't come back on eth0.")


@needs_faketime
def test_a_clock_ten_minutes_off_is_told(team: Callable[[int], list[Path]]) -> None:
    anna, bram = team(2)
    with linked(anna, bram, under=clock("+640s")):
        found = checks(anna, 1)["clock"]
        assert (found["state"], found["cause"]) == ("fault", "my_clock")
        assert "10 min" in found["sentence"]


def test_who_is_on_another_subnet_without_a_way_is_said_so(
    team: Callable[[int], list[Path]],
) -> None:
    anna, bram = team(2)
    with Lab(1, 1) as lab:
        (here,), (there,) = lab.subnets
        with here.node(anna), there.node(bram, "--peer", here.address):
            eventually(lambda: who(anna).get(BRAM, {}).get("online"), bool, 30)
            there.cable("down")
            eventually(lambda: who(anna)[BRAM]["presence"], lambda p: p == "offline", 60)
            told = call(anna, "doctor", "bram", code=1)
            assert told.startswith(f"{BRAM} was last on another network, at 10.77.2.1:47800")
            assert "peer add" in told
            assert checks(anna, 1)["elsewhere"]["cause"] == "no_relay"


def test_who_is_heard_through_another_is_said_so(team: Callable[[int], list[Path]]) -> None:
    anna, bram, chloe = team(3)
    with Lab(2, 1) as lab:
        (here, between), (there,) = lab.subnets
        here.filter(*(f"{way} drop" for way in (
            f"in ip saddr {there.address}", f"out ip daddr {there.address}",
            f"in ip6 saddr {there.address_6}", f"out ip6 daddr {there.address_6}",
        )))  # fmt: skip
        with (
            between.node(bram),
            here.node(anna),
            there.node(chloe, "--peer", between.address),
        ):
            eventually(lambda: who(anna).get(CHLOE, {}).get("reach"), lambda r: r == "relayed", 40)
            assert call(anna, "doctor", CHLOE) == f"{CHLOE} is heard through {BRAM}.\n"
            assert "1 connected directly" not in checks(anna, 0)["elsewhere"]["sentence"]
            assert "1 through others" in checks(anna, 0)["elsewhere"]["sentence"]
