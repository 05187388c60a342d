"""Off the network: whoever listens on the wire hears nothing more. Mirrors no one module."""

import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import sleep

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Host, Lab, run
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, BRAM = NAMES[:2]
EMPTY = 24
"""Bytes of a capture without a packet."""
LISTENED = 8.0


def test_off_the_network_nothing_of_ours_leaves_the_machine_until_it_is_on_again(
    team: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    anna, bram = team(2)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(2))
        for host, profile in zip(lab.hosts, (anna, bram), strict=True):
            stack.enter_context(host.node(profile))
        _wait(anna, "online")
        call(bram, "sharing", "off-network")
        _wait(anna, "offline")
        sleep(2)  # the kernel's own last words on the connections
        with _captured(lab.hosts[1], tmp_path / "silence.pcap") as capture:
            call(bram, "set", "Nobody hears this")
            sleep(LISTENED)
        assert capture.stat().st_size == EMPTY

        with _captured(lab.hosts[1], tmp_path / "again.pcap") as capture:
            call(bram, "sharing", "on")
            _wait(anna, "online")
        assert capture.stat().st_size > 10 * EMPTY
        eventually(
            lambda: (who(anna)[BRAM]["status"] or {}).get("text"),
            lambda text: text == "Nobody hears this",
            within=30,
        )


@contextmanager
def _captured(host: Host, file: Path) -> Iterator[Path]:
    """What a host's programs send: without the kernel's refusals of those who dial it."""
    card = re.search(r"link/ether (\S+)", run("ip", "-n", host.name, "link", "show", "eth0"))
    assert card is not None
    refusals = "(ip and tcp[tcpflags] & tcp-rst != 0) or (ip6 and tcp and ip6[53] & 4 != 0)"
    wanted = f"ether src {card[1]} and (tcp or udp) and not ({refusals})"
    words = ["tcpdump", "--immediate-mode", "-i", "eth0", "-U", "-w", str(file), wanted]
    with subprocess.Popen(host.inside(*words), stderr=subprocess.PIPE, text=True) as listening:
        assert listening.stderr is not None
        while "listening" not in listening.stderr.readline():
            assert listening.poll() is None
        yield file
        sleep(1)  # what is on its way into the file
        listening.terminate()


def _wait(anna: Path, presence: str) -> None:
    eventually(
        lambda: who(anna).get(BRAM, {}).get("presence"), lambda seen: seen == presence, within=45
    )
