"""Off the network: whoever listens on the wire hears nothing more. Mirrors no one module."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from time import sleep

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.netlab.wire import EMPTY, captured
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, BRAM = NAMES[:2]
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
        with captured(lab.hosts[1], tmp_path / "silence.pcap") as capture:
            call(bram, "set", "Nobody hears this")
            sleep(LISTENED)
        assert capture.stat().st_size == EMPTY

        with captured(lab.hosts[1], tmp_path / "again.pcap") as capture:
            call(bram, "sharing", "on")
            _wait(anna, "online")
        assert capture.stat().st_size > 10 * EMPTY
        eventually(
            lambda: (who(anna)[BRAM]["status"] or {}).get("text"),
            lambda text: text == "Nobody hears this",
            within=30,
        )


def _wait(anna: Path, presence: str) -> None:
    eventually(
        lambda: who(anna).get(BRAM, {}).get("presence"), lambda seen: seen == presence, within=45
    )
