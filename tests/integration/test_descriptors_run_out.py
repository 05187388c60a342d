"""Few descriptors, and somebody who takes them all: the node lives, and so do its links.

Processes over loopback. Mirrors no one module.
"""

from pathlib import Path

import pytest

from presencemap.app.paths import ProfilePaths
from tests.integration.attacker import Attacker
from tests.integration.mallory import victim_of
from tests.integration.pair import Pair, Side, p99
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes

FLAGS = ("--no-mdns", "--listen", "127.0.0.1:0")
FEW = 64
"""Descriptors: 33 are in use with one link."""
SECONDS = 4.0
P99 = 3.0
CPU = 0.7
"""Of a core, while it lasts. Where a connection can't be accepted, ZeroMQ spins: a whole one."""


def test_a_pair_goes_on_while_all_descriptors_are_taken_and_others_come_in_after(
    tmp_path: Path,
) -> None:
    paths = {name: ProfilePaths.at(tmp_path / name) for name in ("Anna", "Bram", "Cleo", "Mallory")}
    call(paths["Anna"].data, "team", "create", "Lerend Collectief", "--as", "Anna")
    link = call(paths["Anna"].data, "team", "invite").strip()
    for name in ("Bram", "Cleo", "Mallory"):
        call(paths[name].data, "team", "join", link, "--as", name)
    limited = ("sh", "-c", f'ulimit -n {FEW}; exec "$0" "$@"')
    with NodeProcess(paths["Anna"].data, *FLAGS, under=limited) as first:
        dial = (*FLAGS, "--peer", first.door)
        with NodeProcess(paths["Bram"].data, *dial) as second:
            pair = Pair(Side(first, paths["Anna"], "Anna"), Side(second, paths["Bram"], "Bram"))
            eventually(lambda: who(paths["Bram"].data).get("Anna", {}).get("online"), bool)
            pair.listen()
            pair.both()
            with Attacker(victim_of(paths["Mallory"], first.door, first.feed)) as attacker:
                before = pair.anna.worked()
                attacker.begin("idle connections", SECONDS)
                took, _ = pair.go_on(attacker.under_way)
                worked = pair.anna.worked() - before
                assert attacker.done().failure == ""
            print(f"p99 {p99(took) * 1000:.0f} ms, {worked / SECONDS:.0%} of a core")
            assert len(took) > 10
            assert p99(took) < P99
            assert worked < CPU * SECONDS
            with NodeProcess(paths["Cleo"].data, *dial):
                eventually(lambda: who(paths["Cleo"].data).get("Anna", {}).get("online"), bool)
                pair.both()
        assert sorted(line.split(":")[0] for line in pair.anna.lines) == [
            "Refused from 127.0.0.1",
            f"This program may have {FEW} files and connections open, and nearly all are",
        ]
