"""Three computers on one switch, nothing configured. Mirrors no one module."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.netlab.lab import Lab
from tests.nodes import call, eventually, who

pytestmark = pytest.mark.netlab
NAMES = ("Anna Peeters", "Bram Claeys", "Chloé Dubois")
SECRET = "Peppol invoices bounce on the VAT prefix"


@pytest.fixture
def profiles(tmp_path: Path) -> list[Path]:
    first = tmp_path / "anna"
    call(first, "team", "create", "Lerend Collectief", "--as", NAMES[0])
    link = call(first, "team", "invite").strip()
    made = [first]
    for name in NAMES[1:]:
        made.append(tmp_path / name.split()[0].lower())
        call(made[-1], "team", "join", link, "--as", name)
    return made


@pytest.fixture
def lab() -> Iterator[Lab]:
    with Lab(hosts=3) as built:
        yield built


def test_colleagues_find_each_other_and_a_listener_on_the_wire_learns_nothing(
    lab: Lab, profiles: list[Path], tmp_path: Path
) -> None:
    capture = tmp_path / "wire.pcap"
    listening = subprocess.Popen(
        ["ip", "netns", "exec", lab.switch, "tcpdump", "-i", "br0", "-U", "-w", str(capture)],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert listening.stderr is not None
    assert "listening" in listening.stderr.readline()
    try:
        with ExitStack() as stack:
            for host, profile in zip(lab.hosts, profiles, strict=True):
                stack.enter_context(lab.node(host, profile))
            call(profiles[0], "set", SECRET, "--for", "1h")
            for profile in profiles:
                seen = eventually(
                    lambda p=profile: who(p),
                    lambda people: (
                        all(name in people and people[name]["online"] for name in NAMES)
                        and people[NAMES[0]]["status"]["text"] == SECRET
                    ),
                )
                assert {p["reach"] for p in seen.values()} == {"direct"}
    finally:
        listening.terminate()
        listening.wait(10)
        listening.stderr.close()
    wire = capture.read_bytes()
    assert len(wire) > 20_000, "the links were on this wire"
    assert b"_presencemap" in wire, "so were the beacons"
    private = [SECRET, "Lerend Collectief", *NAMES, "Peppol", *_keys(profiles)]
    assert [word for word in private if word.encode() in wire] == []


def test_a_pulled_cable_leaves_a_doubt_then_offline_and_plugging_in_heals(
    lab: Lab, profiles: list[Path]
) -> None:
    anna, bram, _ = profiles
    here, there, _ = lab.hosts
    with lab.node(here, anna), lab.node(there, bram):
        eventually(lambda: who(anna).get("Bram Claeys", {}), lambda b: b.get("online"))
        lab.cable(there, "down")
        eventually(
            lambda: who(anna)["Bram Claeys"]["presence"], lambda p: p == "uncertain", within=20
        )
        eventually(
            lambda: who(anna)["Bram Claeys"]["presence"], lambda p: p == "offline", within=20
        )
        call(bram, "set", "Said with the cable out", "--for", "1h")
        lab.cable(there, "up")
        eventually(
            lambda: who(anna)["Bram Claeys"],
            lambda b: b["online"] and b["status"]["text"] == "Said with the cable out",
            within=45,
        )


def _keys(profiles: list[Path]) -> list[str]:
    """The ids of everybody, which a listener could recognise from day to day."""
    return [person["person"] for person in who(profiles[0]).values()]
