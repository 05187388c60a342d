"""Which of the machine's addresses are used."""

from pathlib import Path

import ifaddr
import pytest

from presencemap.net.interfaces import (
    Interface,
    chosen,
    interfaces,
    is_cut_off,
    listening_addresses,
    missing,
)

LO = Interface("lo", 1, "127.0.0.1", 8)
LO6 = Interface("lo", 1, "::1", 128)
ETH = Interface("eth0", 2, "192.0.2.7", 24)
ETH6 = Interface("eth0", 2, "2001:db8::7", 64)
LOCAL = Interface("eth0", 2, "fe80::7", 64)
ALL = (ETH, ETH6, LOCAL, LO, LO6)


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def ip(address: str, prefix: int, scope: int = 0) -> ifaddr.IP:
        given = (address, 0, scope) if ":" in address else address
        return ifaddr.IP(given, prefix, "nice")

    adapters = [
        ifaddr.Adapter("lo", "lo", [ip("127.0.0.1", 8), ip("::1", 128)], index=1),
        ifaddr.Adapter(
            "eth0",
            "eth0",
            [ip("fe80::7%eth0", 64, 2), ip("2001:db8::7", 64), ip("192.0.2.7", 24)],
            index=2,
        ),
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr("presencemap.net.interfaces._CARDS", Path("/nowhere"))


def test_all_addresses_in_a_steady_order() -> None:
    assert interfaces() == tuple(sorted(ALL)) == interfaces()
    assert [each.loopback for each in (LO, LO6, ETH, LOCAL)] == [True, True, False, False]
    assert [each.link_local for each in (LO, ETH6, LOCAL)] == [False, False, True]


@pytest.mark.parametrize(
    ("wanted", "used"),
    [
        (None, (ETH, ETH6, LOCAL)),
        (["eth0"], (ETH, ETH6, LOCAL)),
        (["127.0.0.1"], (LO,)),
        (["192.0.2.7", "lo"], (ETH, LO, LO6)),
        (["wlan0"], ()),
        ([], ()),
    ],
)
def test_those_that_were_asked_for(wanted: list[str] | None, used: tuple[Interface, ...]) -> None:
    assert chosen(ALL, wanted) == used


def test_what_is_named_and_isnt_there() -> None:
    assert missing(ALL, ["eth0", "::1", "nosuch", "192.0.2.8"]) == ("nosuch", "192.0.2.8")
    assert missing((), ["lo"]) == ("lo",)


def test_where_others_may_dial() -> None:
    assert listening_addresses("0.0.0.0") == ("192.0.2.7", "2001:db8::7")
    assert listening_addresses("0.0.0.0", ["127.0.0.1"]) == ("127.0.0.1",)
    assert listening_addresses("127.0.0.1") == ("127.0.0.1",)


def test_at_most_eight_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    ips = [ifaddr.IP(f"198.51.100.{last}", 24, "nice") for last in range(1, 20)]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [ifaddr.Adapter("e", "e", ips, index=3)])
    assert len(listening_addresses("0.0.0.0")) == 8


def test_what_is_left_out_is_used_by_nobody() -> None:
    used = chosen(ALL, None)
    first = used[0]
    assert first not in chosen(ALL, None, [first.name])
    assert first not in chosen(ALL, None, [first.address])
    assert chosen(ALL, [first.name], [first.address]) == tuple(
        each for each in ALL if each.name == first.name and each != first
    )


@pytest.mark.parametrize(
    ("host", "cut"),
    [("10.0.0.9", False), ("10.8.0.9", True), ("192.168.9.9", True), ("no address", True)],
)
def test_whom_a_network_that_is_gone_cuts_off(host: str, *, cut: bool) -> None:
    lan, vpn = Interface("eth0", 2, "10.0.0.1", 24), Interface("tun0", 3, "10.8.0.2", 24)
    assert is_cut_off(host, [vpn], [lan]) is cut
    assert is_cut_off(host, [], [lan, vpn]) is (host == "no address")


def test_who_was_reached_from_an_address_that_is_gone_is_cut_off_also_by_another_one() -> None:
    old, new = Interface("eth0", 2, "10.0.0.1", 24), Interface("eth0", 2, "10.0.0.9", 24)
    assert is_cut_off("10.0.0.7", [old], [new])


@pytest.mark.parametrize(
    ("state", "there"),
    [("up", True), ("unknown", True), ("down", False), ("lowerlayerdown", False)],
)
def test_an_interface_without_its_cable_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: str, *, there: bool
) -> None:
    (tmp_path / "eth0").mkdir()
    (tmp_path / "eth0" / "operstate").write_text(f"{state}\n")
    monkeypatch.setattr("presencemap.net.interfaces._CARDS", tmp_path)
    assert {each.name for each in interfaces()} == ({"eth0", "lo"} if there else {"lo"})
