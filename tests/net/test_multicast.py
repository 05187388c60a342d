"""Real mDNS on the loopback interface: members find each other, whatever strangers send."""

import asyncio
import logging
import random
import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import zeroconf
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from presencemap.net import multicast
from presencemap.net.beacon import SERVICE, Beacon
from presencemap.net.interfaces import Interface
from presencemap.net.multicast import Multicast
from presencemap.protocol.address import Address
from presencemap.protocol.events import PeerFound
from tests.net.wire import Run

LO = (Interface("lo", 1, "127.0.0.1", 8),)


class Node:
    """A stay on the network, and which ports it has heard of."""

    def __init__(self, secret: bytes, port: int) -> None:
        self.found: asyncio.Queue[int] = asyncio.Queue()
        self.stay = Multicast(secret, port, LO, self._tell)

    def _tell(self, event: PeerFound) -> None:
        assert {address.host for address in event.addresses} == {"127.0.0.1"}
        for address in event.addresses:
            self.found.put_nowait(address.port)

    async def finds(self, ports: set[int]) -> None:
        heard: set[int] = set()
        while not ports <= heard:
            heard.add(await self.found.get())
        assert heard == ports


def test_six_nodes_of_one_process_find_each_other_and_no_other_team(run: Run) -> None:
    async def main() -> None:
        secret, ports = secrets.token_bytes(32), set(range(20_001, 20_007))
        nodes = {port: Node(secret, port) for port in ports}
        stranger = Node(secrets.token_bytes(32), 20_099)
        everybody = [stranger, *nodes.values()]
        await asyncio.gather(*(node.stay.start() for node in everybody))
        await asyncio.gather(*(node.finds(ports - {port}) for port, node in nodes.items()))
        assert stranger.found.empty()
        await asyncio.gather(*(node.stay.close() for node in everybody))

    run(main())


def test_a_latecomer_is_found_and_who_is_there_is_told_again(run: Run) -> None:
    async def main() -> None:
        secret = secrets.token_bytes(32)
        first, second = Node(secret, 20_001), Node(secret, 20_002)
        await first.stay.start()
        await second.stay.start()
        assert await first.found.get() == 20_002
        first.stay.look_again()
        assert await first.found.get() == 20_002
        await second.stay.close()
        await first.stay.close()
        await first.stay.close()

    run(main())


def test_who_left_is_not_told_again(run: Run) -> None:
    async def main() -> None:
        secret = secrets.token_bytes(32)
        first, second, third = (Node(secret, port) for port in (20_001, 20_002, 20_003))
        await first.stay.start()
        await second.stay.start()
        assert await first.found.get() == 20_002
        await second.stay.close()
        await third.stay.start()
        while await first.found.get() != 20_003:
            pass
        await asyncio.sleep(1.1)  # a goodbye counts after a second (RFC 6762, 10.1)
        first.stay.look_again()
        assert await first.found.get() == 20_003
        assert first.found.empty()
        await third.stay.close()
        await first.stay.close()

    run(main())


HOSTILE = [
    {},
    {b"v": None, b"n": b"", b"t": None},
    {b"v": b"1", b"n": b"\xff" * 16, b"t": b"\0" * 16},
    {b"v": b"1", b"n": b"0" * 200, b"t": b"x" * 200},
    {b"\xff\xfe\0": b"\xff" * 100},
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_forged_beacon_of_any_shape_is_nobody(run: Run, text: dict[bytes, bytes]) -> None:
    async def main() -> None:
        secret = secrets.token_bytes(32)
        first, second = Node(secret, 20_001), Node(secret, 20_002)
        forger = AsyncZeroconf(["127.0.0.1"])
        await first.stay.start()
        info = AsyncServiceInfo(
            SERVICE,
            f"Zoë <img src=x> {secrets.token_hex(4)}.{SERVICE}",
            port=20_666,
            parsed_addresses=["127.0.0.1", "192.0.2.1"],
            properties=text,
            server=f"{secrets.token_hex(4)}.local.",
        )
        await (await forger.async_register_service(info, cooperating_responders=True))
        await second.stay.start()
        assert await first.found.get() == 20_002
        await forger.async_close()
        await second.stay.close()
        await first.stay.close()

    run(main())


def test_a_member_s_beacon_can_t_aim_us_elsewhere(run: Run) -> None:
    async def main() -> None:
        secret = secrets.token_bytes(32)
        told: list[PeerFound] = []
        stay = Multicast(secret, 20_001, LO, told.append)
        await stay.start()
        beacon = Beacon.fresh(secret, 20_666)
        forger = AsyncZeroconf(["127.0.0.1"])
        info = AsyncServiceInfo(
            SERVICE,
            beacon.instance,
            port=20_666,
            parsed_addresses=["192.0.2.1", *(f"127.0.0.{last}" for last in range(1, 30))],
            properties=beacon.text,
            server=beacon.host,
        )
        await (await forger.async_register_service(info, cooperating_responders=True))
        assert told
        assert all(len(event.addresses) == 4 for event in told)
        assert Address("192.0.2.1", 20_666) not in {a for event in told for a in event.addresses}
        await forger.async_close()
        await stay.close()

    run(main())


def announcement(secret: bytes) -> zeroconf.ServiceInfo:
    beacon = Beacon.fresh(secret, 20_666)
    return zeroconf.ServiceInfo(
        SERVICE,
        beacon.instance,
        port=20_666,
        parsed_addresses=["127.0.0.1"],
        properties=beacon.text,
        server=beacon.host,
    )


def answer(*records: zeroconf.DNSRecord) -> bytes:
    out = zeroconf.DNSOutgoing(0x8400)
    for record in records:
        out.add_answer_at_time(record, 0)
    (packet,) = out.packets()
    return packet


@contextmanager
def loud() -> Iterator[Callable[[bytes], object]]:
    """Sends to everybody on loopback, and answers nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mouth:
        mouth.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton("127.0.0.1"))
        mouth.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        mouth.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        mouth.bind(("127.0.0.1", 5_353))
        yield lambda data: mouth.sendto(data, ("224.0.0.251", 5_353))


def test_who_says_all_is_found_unasked_in_whatever_order(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multicast, "GATHER_SECONDS", 3_600)
    monkeypatch.setattr(multicast, "RESOLVE_MS", 3_600_000)

    async def main() -> None:
        secret = secrets.token_bytes(32)
        listener = Node(secret, 20_001)
        await listener.stay.start()
        info = announcement(secret)
        with loud() as say:
            say(answer(info.dns_pointer()))
            await asyncio.sleep(0.05)  # else both are one batch
            say(answer(*info.dns_addresses(), info.dns_service(), info.dns_text()))
            assert await listener.found.get() == 20_666
        await listener.stay.close()

    run(main())


def test_noise_on_the_multicast_group_is_nothing(
    run: Run, caplog: pytest.LogCaptureFixture
) -> None:
    chance = random.Random(7)
    info = announcement(b"s" * 32)
    packet = answer(info.dns_pointer(), info.dns_service(), info.dns_text(), *info.dns_addresses())

    def noise() -> bytes:
        if chance.random() < 0.2:
            return chance.randbytes(chance.randrange(1, 1_400))
        torn = bytearray(packet)
        for _ in range(chance.randrange(1, 12)):
            torn[chance.randrange(len(torn))] = chance.randrange(256)
        return bytes(torn[: chance.randrange(12, len(torn) + 1)])

    async def main() -> None:
        secret = secrets.token_bytes(32)
        first, second = Node(secret, 20_001), Node(secret, 20_002)
        await first.stay.start()
        with loud() as say:
            for number in range(1_000):
                say(noise())
                if number % 20 == 0:
                    await asyncio.sleep(0)
        await second.stay.start()
        assert await first.found.get() == 20_002
        await second.stay.close()
        await first.stay.close()

    caplog.set_level(logging.INFO)
    run(main())
    assert [record.message for record in caplog.records if record.name != "asyncio"] == []


def test_names_that_a_stranger_makes_up_make_way_for_a_colleagues(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multicast, "MAX_NAMES", 40)
    monkeypatch.setattr(multicast, "MAX_RESOLVING", 8)

    async def main() -> None:
        secret = secrets.token_bytes(32)
        first, second, third = (Node(secret, port) for port in (20_001, 20_002, 20_003))
        await first.stay.start()
        await second.stay.start()
        await first.finds({20_002})
        with loud() as say:
            for _ in range(10):
                made_up = (f"{secrets.token_hex(8)}.{SERVICE}" for _ in range(20))
                say(answer(*(zeroconf.DNSPointer(SERVICE, 12, 1, 4_500, n) for n in made_up)))
                await asyncio.sleep(0.02)
        await third.stay.start()
        await first.finds({20_003})
        first.stay.look_again()
        await first.finds({20_002, 20_003})
        for node in (first, second, third):
            await node.stay.close()

    run(main())


def test_without_multicast_it_says_so_and_leaves_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        stay = Multicast(b"s" * 32, 1, LO, lambda _: None)

        async def fails(*_: object, **__: object) -> None:
            raise zeroconf.NonUniqueNameException

        monkeypatch.setattr(AsyncZeroconf, "async_register_service", fails)
        with pytest.raises(OSError, match="multicast doesn't start"):
            await stay.start()

    run(main())
