"""The network moves under a running node: an address that comes late, or none of IPv4.

Mirrors no one module.
"""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
ANNA, LATE = NAMES[:2]
FOUND_WITHIN = 10.0
"""Five seconds to notice, by poll and debounce, and as long to be found on a busy machine."""


def test_an_address_that_comes_late_is_found_without_a_restart(
    team: Callable[[int], list[Path]],
) -> None:
    profiles = team(2)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(2))
        _, late = lab.hosts
        late.ip("addr", "flush", "dev", "eth0")
        late.ip("link", "set", "eth0", "down")
        for host, profile in zip(lab.hosts, profiles, strict=True):
            stack.enter_context(host.node(profile))
        late.ip("link", "set", "eth0", "up")
        late.addressed()
        eventually(
            lambda: _presence(profiles[0], LATE), lambda seen: seen == "online", within=FOUND_WITHIN
        )
        eventually(
            lambda: _presence(profiles[1], ANNA), lambda seen: seen == "online", within=FOUND_WITHIN
        )


def test_a_network_of_ipv6_alone_carries_all(team: Callable[[int], list[Path]]) -> None:
    profiles = team(2)
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(2))
        for host, profile in zip(lab.hosts, profiles, strict=True):
            host.ip("-4", "addr", "flush", "dev", "eth0")
            stack.enter_context(host.node(profile))
        call(profiles[0], "set", "Over IPv6", "--for", "1h")
        eventually(
            lambda: who(profiles[1]).get(ANNA, {}),
            lambda seen: seen.get("online") and (seen["status"] or {}).get("text") == "Over IPv6",
            within=30,
        )


def _presence(by: Path, name: str) -> str | None:
    return who(by).get(name, {}).get("presence")
