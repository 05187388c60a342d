"""What is heard on the wire of a host of a lab."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep

from tests.netlab.lab import Host, run

EMPTY = 24
"""Bytes of a capture without a packet."""


@contextmanager
def overheard(namespace: str, card: str, file: Path, wanted: str = "") -> Iterator[Path]:
    """What passes a card, in a file; ``wanted`` is a filter of tcpdump's."""
    inside = ["ip", "netns", "exec", namespace]
    words = [*inside, "tcpdump", "--immediate-mode", "-i", card, "-U", "-w", str(file), wanted]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as listening:
        assert listening.stderr is not None
        while "listening" not in listening.stderr.readline():
            assert listening.poll() is None
        yield file
        sleep(1)  # what is on its way into the file
        listening.terminate()


@contextmanager
def captured(host: Host, file: Path, card: str = "eth0") -> Iterator[Path]:
    """What a host's programs send: without the kernel's refusals of those who dial it."""
    made = re.search(r"link/ether (\S+)", run("ip", "-n", host.name, "link", "show", card))
    assert made is not None
    refusals = "(ip and tcp[tcpflags] & tcp-rst != 0) or (ip6 and tcp and ip6[53] & 4 != 0)"
    wanted = f"ether src {made[1]} and (tcp or udp) and not ({refusals})"
    with overheard(host.name, card, file, wanted):
        yield file
