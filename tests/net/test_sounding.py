"""One question to the network, on loopback: what comes back, who is heard, and rubbish."""

import asyncio
import socket
from dataclasses import asdict, replace

from presencemap.net.interfaces import Interface, chosen, interfaces
from presencemap.net.multicast import Multicast
from presencemap.net.sounding import (
    GROUP_4,
    LISTEN_SECONDS,
    MAX_HEARD,
    PORT,
    Sounding,
    _Heard,
    _pairs,
    question,
    sounded,
)
from tests.net.wire import Run

SECRET, OTHER = b"s" * 32, b"o" * 32


def loopback() -> tuple[Interface, ...]:
    return chosen(interfaces(), ["127.0.0.1"])


async def told(*teams: tuple[bytes, int]) -> Sounding:
    """What is heard while these announce their doors."""
    stays = [Multicast(secret, door, loopback(), lambda _: None) for secret, door in teams]
    for stay in stays:
        await stay.start()
    try:
        return await sounded(loopback(), SECRET, 7_001, LISTEN_SECONDS)
    finally:
        for stay in stays:
            await stay.close()


def test_our_own_question_comes_back_and_others_are_told_apart(run: Run) -> None:
    async def main() -> None:
        found = await told((SECRET, 7_001), (SECRET, 7_002), (OTHER, 7_003))
        # What else runs on this machine is heard on loopback too.
        assert found.others >= 1
        assert replace(found, others=1) == Sounding(looped=("127.0.0.1",), team=1, others=1)

    run(main())


def test_without_an_interface_nothing_is_asked(run: Run) -> None:
    async def main() -> None:
        assert await sounded((), SECRET, 1) == Sounding()

    run(main())


def test_an_interface_that_lets_nothing_out_is_silent(run: Run) -> None:
    async def main() -> None:
        gone = Interface("tun9", 999, "192.0.2.99", 24)
        found = await sounded((gone,), SECRET, 1, 0.05)
        assert (found.looped, found.silent) == ((), ("192.0.2.99",))

    run(main())


def test_both_versions_are_asked_once_an_interface(run: Run) -> None:
    async def main() -> None:
        used = chosen(interfaces(), None)
        found = await sounded(used, SECRET, 1, 0.3)
        answered = {*found.looped, *found.silent}
        assert answered <= {each.address for each in used}
        assert {":" in address for address in answered} == {":" in each.address for each in used}

    run(main())


def test_rubbish_is_counted_as_a_host_and_no_more() -> None:
    heard = _Heard(SECRET, 7_001, frozenset({"10.0.0.1"}))
    question_of_ours = question(5)
    heard.asked[5] = "10.0.0.1"
    heard.datagram_received(b"", ("10.0.0.2", PORT))
    heard.datagram_received(b"\xff" * 40, ("10.0.0.2", PORT))
    heard.datagram_received(question_of_ours, ("10.0.0.3", PORT))
    assert heard.looped == set()  # another's echo isn't ours
    heard.datagram_received(question_of_ours, ("10.0.0.1", PORT))
    assert heard.looped == {"10.0.0.1"}
    assert (heard.hosts, heard.team, heard.others) == ({"10.0.0.2", "10.0.0.3"}, set(), set())


def test_a_flood_of_names_is_bounded() -> None:
    heard = _Heard(SECRET, 7_001, frozenset())
    for number in range(MAX_HEARD + 10):
        heard.datagram_received(question(1), (f"10.0.{number // 256}.{number % 256}", PORT))
        heard._judge(f"{number}._presencemap._tcp.local.", {}, 1, own=False)
    assert len(heard.hosts) == len(heard.others) == MAX_HEARD


def test_txt_entries_are_read_like_zeroconf_does() -> None:
    assert _pairs(b"\x03a=1\x01b\x03a=2\x09c=") == {b"a": b"1", b"b": None, b"c": b""}
    assert _pairs(b"") == {}


def test_a_sounding_is_a_plain_value() -> None:
    assert asdict(Sounding())["looped"] == ()
    assert socket.inet_aton(GROUP_4)[0] == 224
    assert asyncio.iscoroutinefunction(sounded)
