"""Few descriptors, and somebody who takes them all: the node lives, and so do its links.

Processes over loopback. Mirrors no one module.
"""

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from presencemap.app.paths import ProfilePaths
from tests.integration.attacker import Attacker
from tests.integration.mallory import Mallory, Turned, Victim, victim_of
from tests.integration.pair import Pair, Side, p99
from tests.nodes import NodeProcess, call, eventually, who

pytestmark = pytest.mark.processes

FLAGS = ("--no-mdns", "--listen", "127.0.0.1:0")
FEW = 64
"""Descriptors: 33 are in use with one link, and each takes 6."""
SECONDS = 4.0
P99 = 3.0
CPU = 0.7
"""Of a core, while it lasts. Where a connection can't be accepted, ZeroMQ spins: a whole one."""
TOLD = f"This program may have {FEW} files and connections open, and nearly all are"


@dataclass
class Scene:
    pair: Pair
    cleo: Path
    victim: Victim

    def comes_in(self) -> None:
        """Cleo's node starts, and has a link to Anna's soon."""
        with NodeProcess(self.cleo, *FLAGS, "--peer", self.pair.anna.node.door):
            eventually(lambda: who(self.cleo).get("Anna", {}).get("online"), bool)
            self.pair.both()

    def said(self) -> list[str]:
        """What Anna's node said, each line up to its colon."""
        return sorted(line.split(":")[0] for line in self.pair.anna.lines)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    paths = {name: ProfilePaths.at(tmp_path / name) for name in ("Anna", "Bram", "Cleo", "Mallory")}
    call(paths["Anna"].data, "team", "create", "Lerend Collectief", "--as", "Anna")
    link = call(paths["Anna"].data, "team", "invite").strip()
    for name in ("Bram", "Cleo", "Mallory"):
        call(paths[name].data, "team", "join", link, "--as", name)
    limited = ("sh", "-c", f'ulimit -n {FEW}; exec "$0" "$@"')
    with (
        NodeProcess(paths["Anna"].data, *FLAGS, under=limited) as first,
        NodeProcess(paths["Bram"].data, *FLAGS, "--peer", first.door) as second,
    ):
        pair = Pair(Side(first, paths["Anna"], "Anna"), Side(second, paths["Bram"], "Bram"))
        eventually(lambda: who(paths["Bram"].data).get("Anna", {}).get("online"), bool)
        pair.listen()
        pair.both()
        victim = victim_of(paths["Mallory"], first.door, first.feed)
        yield Scene(pair, paths["Cleo"].data, victim)


def test_a_pair_goes_on_while_all_that_are_free_are_taken_again_and_again(scene: Scene) -> None:
    pair = scene.pair
    with Attacker(scene.victim) as attacker:
        before = pair.anna.worked()
        attacker.begin("idle connections", SECONDS)
        took, _ = pair.go_on(attacker.under_way)
        worked = pair.anna.worked() - before
        assert attacker.done().failure == ""
    print(f"p99 {p99(took) * 1000:.0f} ms, {worked / SECONDS:.0%} of a core")
    assert len(took) > 5
    assert p99(took) < P99
    assert worked < CPU * SECONDS
    scene.comes_in()
    assert scene.said() == ["Refused from 127.0.0.1", TOLD]


def test_a_pair_goes_on_while_a_members_links_take_all(scene: Scene) -> None:
    """Each by a device of its own; who comes meanwhile is turned away, and let in after."""
    with ExitStack() as stack:

        def one_more() -> bool:
            with suppress(Turned):
                stack.enter_context(Mallory(scene.victim)).join()
                return True
            return False

        while one_more():
            pass
        eventually(lambda: TOLD in scene.said(), bool)
        assert not one_more()
        for _ in range(5):
            scene.pair.both()
    scene.comes_in()
    assert scene.said() == [TOLD]
