"""A beacon is known to members and random to all others."""

import socket

import pytest

from presencemap.net.beacon import SERVICE, Beacon, of_team, on_link
from presencemap.net.interfaces import Interface

SECRET, OTHER = b"s" * 32, b"o" * 32


def as_heard(beacon: Beacon) -> dict[bytes, bytes | None]:
    return {key.encode(): value for key, value in beacon.text.items()}


def test_members_know_it_and_nobody_else() -> None:
    text = as_heard(Beacon.fresh(SECRET, 47_800))
    assert of_team(text, SECRET, 47_800)
    assert not of_team(text, OTHER, 47_800)
    assert not of_team(text, SECRET, 47_801)


def test_no_byte_of_it_stays_and_nothing_names_the_machine() -> None:
    first, second = Beacon.fresh(SECRET, 47_800), Beacon.fresh(SECRET, 47_800)
    assert {key: value for key, value in first.text.items() if second.text[key] == value} == {
        "v": b"1"  # the same for every node of every team
    }
    assert first.instance != second.instance
    assert first.host != second.host
    for beacon in (first, second):
        label = beacon.instance.removesuffix(f".{SERVICE}")
        assert len(label) == 16
        assert label not in beacon.host
        assert socket.gethostname() not in f"{beacon}"
        values = [value.decode() for key, value in beacon.text.items() if key != "v"]
        assert all(int(value, 16) >= 0 and len(value) == 16 for value in values)


@pytest.mark.parametrize(
    "text",
    [
        {},
        {b"v": None, b"n": None, b"t": None},
        {b"v": b"1", b"n": b"\xff" * 16, b"t": b"\xff" * 16},
        {b"v": b"1", b"n": b"g" * 16, b"t": b""},
        {b"v": b"1", b"n": b"0" * 10_000, b"t": b"0"},
        {b"v": b"2", b"n": b"0" * 16, b"t": b"0" * 16},
        {b"v": b"1", b"n": b"0" * 16},
        {b"\xff\xfe": b"\0"},
    ],
)
def test_rubbish_is_no_member(text: dict[bytes, bytes | None]) -> None:
    assert not of_team(text, SECRET, 47_800)


def test_a_tag_isn_t_bound_to_no_port() -> None:
    assert not of_team(as_heard(Beacon.fresh(SECRET, 0)), SECRET, None)


def test_only_what_is_on_the_link_is_dialled_and_at_most_four() -> None:
    ours = [Interface("eth0", 2, "192.0.2.7", 24), Interface("eth0", 2, "2001:db8::7", 64)]
    forged = ["198.51.100.1", "127.0.0.1", "fe80::1%2", "2001:db8:1::1"]
    assert on_link([*forged, "192.0.2.9", "2001:db8::9"], ours) == ("192.0.2.9", "2001:db8::9")
    assert len(on_link([f"192.0.2.{last}" for last in range(1, 200)], ours)) == 4
    assert on_link(["127.0.0.1"], [Interface("lo", 1, "127.0.0.1", 8)]) == ("127.0.0.1",)
