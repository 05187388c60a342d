"""The network moves under a running node: it finds and is found again without a restart.

Mirrors no one module. Found again is who hears what the other says from then on; the times are
from the change until that is so.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import sleep, time

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.hosted import Diary
from tests.netlab.lab import Host, Lab
from tests.netlab.wire import EMPTY, captured
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, BRAM, HUB = NAMES[:3]
FOUND_WITHIN = 5.0
DEADLINE = 45.0
"""For what only leads up to the change: the machine may be busy."""
LEARNT_AGAIN = 31.0
"""Until other addresses of a person are learned."""
LISTENED = 8.0


@dataclass
class Desk:
    """A person's node on its host."""

    name: str
    host: Host
    profile: Path

    def sees(self, name: str, *presences: str) -> None:
        """Wait until it shows that person so."""
        eventually(
            lambda: who(self.profile).get(name, {}).get("presence"),
            lambda seen: seen in presences,
            within=DEADLINE,
        )


@contextmanager
def _desk(name: str, host: Host, profile: Path, *flags: str) -> Iterator[Desk]:
    with host.node(profile, *flags):
        yield Desk(name, host, profile)


@contextmanager
def _two(
    profiles: list[Path], hosts: list[Host], *flags: list[str], version: int | None = None
) -> Iterator[tuple[Desk, Desk]]:
    """Anna and Bram, who have met, by addresses of that version alone; ``flags``: of each."""
    if version is not None:
        for host in hosts:
            _only(host, version)
    of_anna, of_bram = flags or ([], [])
    with (
        _desk(ANNA, hosts[0], profiles[0], *of_anna) as anna,
        _desk(BRAM, hosts[1], profiles[1], *of_bram) as bram,
    ):
        _met(anna, bram)
        yield anna, bram


def _met(one: Desk, other: Desk) -> None:
    one.sees(other.name, "online")
    other.sees(one.name, "online")


def _heard(by: Desk, of: Desk) -> float:
    """When the words of the one were known to the other."""
    eventually(
        lambda: (who(by.profile).get(of.name, {}).get("status") or {}).get("text"),
        lambda text: text == "Here again",
        within=DEADLINE,
    )
    return time()


def _hear_each_other(one: Desk, other: Desk, since: float) -> None:
    """What both say after the change is heard soon enough."""
    for desk in (one, other):
        call(desk.profile, "set", "Here again", "--for", "1h")
    took = {by.name: _heard(by, of) - since for by, of in ((one, other), (other, one))}
    print("found again after", took)
    assert max(took.values()) < FOUND_WITHIN, took


def test_an_interface_that_comes_up_late(team: Callable[[int], list[Path]]) -> None:
    profiles = team(2)
    with ExitStack() as stack:
        hosts = stack.enter_context(Lab(2)).hosts
        late = hosts[1]
        late.ip("addr", "flush", "dev", "eth0")
        late.ip("link", "set", "eth0", "down")
        anna = stack.enter_context(_desk(ANNA, hosts[0], profiles[0]))
        bram = stack.enter_context(_desk(BRAM, late, profiles[1]))
        since = time()
        late.ip("link", "set", "eth0", "up")
        late.addressed()
        _hear_each_other(anna, bram, since)


@pytest.mark.parametrize("way", ["mdns", "anna knows", "bram knows"])
def test_another_address_instead_of_the_old_one(
    team: Callable[[int], list[Path]], way: str
) -> None:
    with ExitStack() as stack:
        hosts = stack.enter_context(Lab(2)).hosts
        flags: list[list[str]] = [[], []] if way == "mdns" else [["--no-mdns"], ["--no-mdns"]]
        if way == "anna knows":
            flags[0] += ["--peer", hosts[1].address]
        if way == "bram knows":
            flags[1] += ["--peer", hosts[0].address]
        anna, bram = stack.enter_context(_two(team(2), hosts, *flags))
        since = time()
        bram.host.ip("addr", "flush", "dev", "eth0")
        bram.host.ip("addr", "add", "10.77.1.99/24", "dev", "eth0")
        _hear_each_other(anna, bram, since)


@pytest.mark.parametrize("version", [4, 6])
def test_an_interface_that_goes_down_and_comes_up(
    team: Callable[[int], list[Path]], version: int
) -> None:
    with Lab(2) as lab, _two(team(2), lab.hosts, version=version) as (anna, bram):
        bram.host.ip("link", "set", "eth0", "down")
        bram.sees(ANNA, "offline")
        sleep(10)  # by now the dials have long pauses
        since = time()
        bram.host.ip("link", "set", "eth0", "up")
        if version == 6:  # the kernel forgot it
            bram.host.ip("addr", "add", f"{bram.host.address_6}/64", "dev", "eth0", "nodad")
        _hear_each_other(anna, bram, since)


def test_a_network_of_ipv6_alone_with_another_address(team: Callable[[int], list[Path]]) -> None:
    with Lab(2) as lab, _two(team(2), lab.hosts, version=6) as (anna, bram):
        since = time()
        bram.host.ip("addr", "del", f"{bram.host.address_6}/64", "dev", "eth0")
        bram.host.ip("addr", "add", "fd77:0:0:1::99/64", "dev", "eth0", "nodad")
        _hear_each_other(anna, bram, since)


def test_a_vpn_that_comes_up_between_two_who_had_a_colleague_between_them(
    team: Callable[[int], list[Path]],
) -> None:
    profiles = team(3)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(2, 1))
        here, hub = lab.subnets[0]
        lab.let_through(hub)
        by_hub = ("--no-mdns", "--peer", hub.address)
        stack.enter_context(_desk(HUB, hub, profiles[2], "--no-mdns"))
        anna = stack.enter_context(_desk(ANNA, here, profiles[0], *by_hub))
        bram = stack.enter_context(_desk(BRAM, lab.subnets[1][0], profiles[1], *by_hub))
        _met(anna, bram)
        assert who(anna.profile)[BRAM]["reach"] == "relayed"
        sleep(LEARNT_AGAIN)
        since = time()
        lab.wire(anna.host, bram.host)
        for by, of in ((anna, BRAM), (bram, ANNA)):
            eventually(
                lambda by=by, of=of: who(by.profile)[of]["reach"],
                lambda reach: reach == "direct",
                within=DEADLINE,
            )
        took = time() - since
        print("direct after", took)
        assert took < FOUND_WITHIN


def test_an_interface_that_is_left_out_stays_silent(
    team: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    flags = [], ["--without-interface", "tun0"]
    with Lab(2) as lab, _two(team(2), lab.hosts, *flags) as (anna, bram):
        lab.wire(anna.host, bram.host)
        with (
            captured(bram.host, tmp_path / "bram.pcap", "tun0") as silent,
            captured(anna.host, tmp_path / "anna.pcap", "tun0") as announced,
        ):
            call(bram.profile, "set", "Not over the VPN")
            sleep(LISTENED)
        assert silent.stat().st_size == EMPTY
        assert announced.stat().st_size > EMPTY


def _only(host: Host, version: int) -> None:
    """Leave a host the addresses of that version alone."""
    if version == 6:
        host.ip("-4", "addr", "flush", "dev", "eth0")
    else:
        host.off_ipv6()


def test_that_there_is_no_network_is_told_and_that_it_is_back(
    team: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    (profile,) = team(1)
    with ExitStack() as stack:
        (host,) = stack.enter_context(Lab(1)).hosts
        stack.enter_context(_desk(ANNA, host, profile))
        diary = stack.enter_context(Diary(profile, tmp_path / "diary.jsonl"))
        diary.until_it_writes(lambda: call(profile, "set", "Here", "--for", "1h"), DEADLINE)
        for cable, event in (("down", "no_network"), ("up", "network")):
            changed = time()
            host.cable(cable)
            assert diary.moment(ANNA, event, after=changed, within=DEADLINE) < FOUND_WITHIN
