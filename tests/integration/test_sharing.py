"""Pausing and leaving the network, with processes. Mirrors no one module."""

import contextlib
import re
import sys
from pathlib import Path

import pytest

from tests.nodes import NodeProcess, call, eventually, who

pytestmark = [
    pytest.mark.processes,
    pytest.mark.skipif(sys.platform != "linux", reason="reads a process's sockets from /proc"),
]

FLAGS = ("--listen", "127.0.0.1:0", "--no-mdns")


@pytest.fixture
def profiles(tmp_path: Path) -> tuple[Path, Path]:
    anna, bram = tmp_path / "anna", tmp_path / "bram"
    call(anna, "team", "create", "Lerend Collectief", "--as", "Anna Peeters")
    call(bram, "team", "join", call(anna, "team", "invite").strip(), "--as", "Bram Claeys")
    return anna, bram


def until(profile: Path, presence: str) -> None:
    eventually(lambda: who(profile).get("Bram Claeys"), lambda b: b and b["presence"] == presence)


def sockets(node: NodeProcess) -> set[str]:
    """The process's TCP and UDP sockets."""
    assert node.process is not None
    process = Path(f"/proc/{node.process.pid}")
    networked = {
        line.split()[9]
        for kind in ("tcp", "tcp6", "udp", "udp6")
        for line in (process / "net" / kind).read_text().splitlines()[1:]
    }
    held = set()
    for descriptor in (process / "fd").iterdir():
        with contextlib.suppress(OSError):
            held |= set(re.findall(r"socket:\[(\d+)\]", str(descriptor.readlink())))
    return held & networked


def test_who_pauses_is_offline_and_still_receives_also_after_a_restart(
    profiles: tuple[Path, Path],
) -> None:
    anna, bram = profiles
    with NodeProcess(anna, *FLAGS) as first:
        with NodeProcess(bram, *FLAGS, "--peer", first.door):
            until(anna, "online")
            call(bram, "set", "Not for long", "--for", "1h")
            eventually(
                lambda: who(anna)["Bram Claeys"]["status"]["text"], lambda t: t == "Not for long"
            )
            assert "colleagues see you offline" in call(bram, "sharing", "paused")
            until(anna, "offline")
            assert who(anna)["Bram Claeys"]["status"]["text"] is None
            assert "paused" in call(bram, "set", "x", code=4)
        assert call(bram, "sharing") == "paused\n"
        with NodeProcess(bram, *FLAGS, "--peer", first.door):
            call(anna, "set", "Heard by all", "--for", "1h")
            eventually(
                lambda: who(bram)["Anna Peeters"]["status"], lambda s: s["text"] == "Heard by all"
            )
            assert who(anna)["Bram Claeys"]["presence"] == "offline"
            call(bram, "sharing", "on")
            until(anna, "online")


def test_off_the_network_there_is_no_socket_and_on_again_all_is_back(
    profiles: tuple[Path, Path],
) -> None:
    anna, bram = profiles
    with (
        NodeProcess(anna, *FLAGS) as first,
        NodeProcess(bram, *FLAGS, "--peer", first.door) as second,
    ):
        until(anna, "online")
        assert sockets(second)
        call(bram, "sharing", "off-network")
        eventually(lambda: sockets(second), lambda found: not found)
        until(anna, "offline")
        call(bram, "set", "Told later", "--for", "1h")
        call(bram, "sharing", "on")
        until(anna, "online")
        eventually(lambda: who(anna)["Bram Claeys"]["status"]["text"], lambda t: t == "Told later")


def test_who_left_the_network_starts_off_it(profiles: tuple[Path, Path]) -> None:
    _, bram = profiles
    call(bram, "sharing", "off-network")
    node = NodeProcess(bram, *FLAGS)
    node.begin()
    try:
        assert node.process is not None
        assert node.process.stderr is not None
        line = node.process.stderr.readline()
        assert re.fullmatch(r"ready off the network person=[0-9a-f]{64}\n", line)
        assert not sockets(node)
        assert call(bram, "sharing") == "off-network\n"
    finally:
        node.end()
