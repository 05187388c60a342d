"""A node's network on real sockets over loopback: opened, left, opened again, and looked at."""

import asyncio
import errno
import secrets
import socket
from collections.abc import Callable

import pytest

from presencemap.app import network as networks
from presencemap.app.clock import now_ms
from presencemap.app.network import Network
from presencemap.app.notices import FaultArisen
from presencemap.app.options import Options
from presencemap.app.paths import ProfilePaths
from presencemap.app.surroundings import LOOK_EVERY, Change
from presencemap.domain.errors import EnvironmentFault, PortTaken
from presencemap.net import address_news
from presencemap.net.interfaces import Interface
from presencemap.protocol.address import Address
from presencemap.protocol.events import Event, LinkOpened, PeerFound
from tests.app.sights import on
from tests.nodes import running

SECRET = secrets.token_bytes(32)
LOOPBACK = Options(listen=Address("127.0.0.1", 0), interfaces=("127.0.0.1",))
VPN = Interface("tun0", 3, "10.8.0.2", 24)


class Side:
    """A network and all that came of it."""

    def __init__(self, options: Options = LOOPBACK) -> None:
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.faults: list[EnvironmentFault] = []
        self.news: asyncio.Queue[bool] = asyncio.Queue()
        self.network = Network(
            SECRET,
            options,
            on_event=self.events.put_nowait,
            on_offence=lambda who, what: None,
            on_fault=self.faults.append,
            on_news=lambda: self.news.put_nowait(self.network.restless),
        )


class Beacon:
    """In place of discovery: whom it announced, whom it finds, and whether it was withdrawn."""

    def __init__(self, *_: object) -> None:
        self.doors: list[int] = []
        self.withdrawn = 0

    def __call__(
        self,
        _secret: bytes,
        found: Callable[[PeerFound], None],
        networks: tuple[Interface, ...],
    ) -> "Beacon":
        self.found, self.networks = found, networks
        return self

    async def start(self, door: int) -> None:
        self.doors.append(door)
        self.found(PeerFound(()))

    def move(self, networks: tuple[Interface, ...]) -> None:
        self.networks = networks

    async def close(self) -> None:
        self.withdrawn += 1


@pytest.fixture
def beacon(monkeypatch: pytest.MonkeyPatch) -> Beacon:
    made = Beacon()
    monkeypatch.setattr("presencemap.net.discovery.Discovery", made)
    return made


def test_peers_are_told_where_the_sockets_are(beacon: Beacon) -> None:
    async def main() -> None:
        ann, bob = Side(), Side()
        here = await ann.network.open()
        await bob.network.open()
        assert here.listen == (Address("127.0.0.1", ann.network.door),)
        assert here.feed_port not in (0, ann.network.door)
        bob.network.links.dial("out", here.listen[0])
        assert isinstance(await bob.events.get(), LinkOpened)
        await bob.network.close()
        await ann.network.close()

    asyncio.run(main())


def test_it_is_left_and_entered_again_as_often_as_its_owner_likes(beacon: Beacon) -> None:
    async def main() -> None:
        side = Side()
        assert not side.network.is_open
        await side.network.close()
        for _ in range(2):
            here = await side.network.open()
            assert side.network.is_open
            assert here.listen[0].port == side.network.door
            await side.network.close()
            assert not side.network.is_open

    asyncio.run(main())


def test_a_port_that_was_asked_for_and_is_taken_opens_nothing() -> None:
    async def main() -> None:
        first = Side()
        here = await first.network.open()
        second = Side(Options(listen=here.listen[0]))
        with pytest.raises(PortTaken):
            await second.network.open()
        assert not second.network.is_open
        await first.network.close()

    asyncio.run(main())


def test_once_begun_it_is_announced_wherever_it_is_open_and_withdrawn_before(
    beacon: Beacon,
) -> None:
    async def main() -> None:
        side = Side()
        side.network.discover()
        await asyncio.sleep(0)
        assert beacon.doors == [], "there is no door yet"
        for number in (1, 2):
            await side.network.open()
            assert await side.events.get() == PeerFound(())
            assert side.network.found_at is not None
            assert (beacon.doors[-1], len(beacon.doors)) == (side.network.door, number)
            await side.network.close()
            assert beacon.withdrawn == number

    asyncio.run(main())


def test_who_wants_no_mdns_is_never_announced(beacon: Beacon) -> None:
    async def main() -> None:
        side = Side(Options(listen=Address("127.0.0.1", 0), mdns=False))
        await side.network.open()
        side.network.discover()
        await side.network.close()

    asyncio.run(main())
    assert beacon.doors == []


def test_without_multicast_it_says_how_to_find_colleagues(
    anna: ProfilePaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def no_multicast(*_: object) -> None:
        raise OSError(19, "No such device")

    monkeypatch.setattr("presencemap.net.discovery.Discovery.start", no_multicast)
    with running(anna, mdns=True) as (node, anna_sees, _):
        anna_sees.until(lambda w: any(isinstance(n, FaultArisen) for n in w.told))
        [fault] = [n.error for n in anna_sees.told if isinstance(n, FaultArisen)]
        assert "No such device" in str(fault)
        assert "presencemap peer add" in str(fault)
        assert node.post(on("All the same")).result(5)


def test_a_change_of_network_voids_the_links_that_ran_over_what_is_gone(
    beacon: Beacon, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        side = Side()
        await side.network.open()
        hosts = {"lan": "192.0.2.9", "vpn": "10.8.0.9", "over": None}
        lan = Interface("eth0", 2, "192.0.2.1", 24)
        monkeypatch.setattr(side.network.links, "host_of", hosts.get)
        assert side.network.moved(hosts, 0) is None
        change = Change(gone=(VPN,), now=(lan,))
        monkeypatch.setattr(side.network._surroundings, "changed", lambda _: change)
        monkeypatch.setattr(networks, "listening_addresses", lambda *_: ("192.0.2.1", "fd00::1"))
        move = side.network.moved(hosts, 0)
        assert move is not None
        assert move.void == ("vpn",)
        assert [address.host for address in move.listen] == ["192.0.2.1", "fd00::1"]
        assert {address.port for address in move.listen} == {side.network.door}
        side.network.discover()
        await side.events.get()
        assert [each.address for each in beacon.networks] == ["127.0.0.1"]
        side.network.moved(hosts, 0)
        assert beacon.networks == (lan,)
        await side.network.close()

    asyncio.run(main())


def test_news_of_the_machine_s_addresses_makes_it_restless_until_it_has_looked(
    beacon: Beacon, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        side = Side()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
        theirs.settimeout(0)
        monkeypatch.setattr(address_news, "_netlink", lambda: theirs)
        with ours:
            await side.network.open()
            now = now_ms() + LOOK_EVERY
            side.network.moved((), now)
            assert not side.network.restless
            ours.send(b"something is another")
            assert await side.news.get()
            monkeypatch.setattr(side.network._surroundings, "_look", lambda: (VPN,))
            assert side.network.moved((), now + LOOK_EVERY) is None
            assert side.network.restless, "it may not last"
            assert side.network.moved((), now + 2 * LOOK_EVERY) is not None
            assert not side.network.restless
            await side.network.close()

    asyncio.run(main())


def test_whether_there_is_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Interface] = []
    monkeypatch.setattr(networks, "interfaces", lambda: tuple(found))

    async def main() -> None:
        assert not Side(Options()).network.connected
        assert Side(LOOPBACK).network.connected, "it listens where it was told to"
        found.append(VPN)
        assert Side(Options()).network.connected

    asyncio.run(main())


@pytest.mark.expects_log("Exception in callback")
def test_where_no_descriptors_are_left_that_is_told_once_and_mistakes_are_logged() -> None:
    def fail(error: Exception) -> None:
        raise error

    async def main() -> None:
        side, loop = Side(), asyncio.get_running_loop()
        await side.network.open()
        for number in (errno.EMFILE, errno.ENFILE, errno.EMFILE):
            loop.call_soon(fail, OSError(number, "Too many open files"))
        loop.call_soon(fail, OSError(errno.EPIPE, "our own mistake"))
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        [fault] = side.faults
        assert "files and connections open" in str(fault)
        await side.network.close()

    asyncio.run(main())
