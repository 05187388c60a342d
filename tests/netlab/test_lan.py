"""Three computers on one switch, nothing configured. Mirrors no one module."""

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.netlab.conftest import NAMES
from tests.netlab.lab import Lab
from tests.netlab.wire import overheard
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
SECRET = "Peppol invoices bounce on the VAT prefix"


def test_colleagues_find_each_other_and_a_listener_on_the_wire_learns_nothing(
    team: Callable[[int], list[Path]], tmp_path: Path
) -> None:
    profiles, capture, names = team(3), tmp_path / "wire.pcap", NAMES[:3]
    with ExitStack() as stack:
        lab = stack.enter_context(Lab(3))
        stack.enter_context(overheard(lab.switches[0], "br0", capture))
        for host, profile in zip(lab.hosts, profiles, strict=True):
            stack.enter_context(host.node(profile))
        call(profiles[0], "set", SECRET, "--for", "1h")
        for profile in profiles:
            seen = eventually(
                lambda p=profile: who(p),
                lambda people: (
                    all(name in people and people[name]["online"] for name in names)
                    and people[NAMES[0]]["status"]["text"] == SECRET
                ),
                within=30,
            )
            assert {p["reach"] for p in seen.values()} == {"direct"}
        # The listener may be behind.
        eventually(lambda: capture.stat().st_size, lambda size: size > 20_000)
    wire = capture.read_bytes()
    assert len(wire) > 20_000, "the links were on this wire"
    assert b"_presencemap" in wire, "so were the beacons"
    private = [SECRET, "Lerend Collectief", *names, "Peppol", *_keys(profiles)]
    assert [word for word in private if word.encode() in wire] == []


def _keys(profiles: list[Path]) -> list[str]:
    """The ids of everybody, which a listener could recognise from day to day."""
    return [person["person"] for person in who(profiles[0]).values()]
