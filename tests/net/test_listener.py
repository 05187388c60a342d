"""A listener: where it listens, and whoever says nothing there, or nonsense."""

import asyncio
import os
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from time import monotonic

import pytest
import zmq

from presencemap.domain.errors import EnvironmentFault, InvalidInput, PortTaken
from presencemap.net import listener
from presencemap.protocol.address import DOOR_PORT
from presencemap.protocol.events import FrameReceived, Subscribed
from presencemap.protocol.signing import CurveKey
from tests.net.wire import DOOR, Outside, Run, Side, linked, sides


def test_a_connection_that_says_nothing_is_cut(
    run: Run, outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "PATIENCE", 0.1)

    async def main() -> None:
        async with sides(1) as (bob,):
            idle = outside.client(zmq.DEALER, DOOR.public, reconnect_ivl=-1)
            ended = outside.watch(idle, zmq.EVENT_DISCONNECTED)
            idle.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
            await asyncio.to_thread(ended.poll)

    run(main())


@pytest.mark.parametrize("limit", ["MAX_SILENT", "MAX_SILENT_HERE", "MAX_OPEN_HERE"])
def test_of_too_many_connections_the_last_is_cut(
    run: Run, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(listener, limit, 3)

    async def main() -> None:
        async with sides(1) as (bob,):
            ends = [await asyncio.open_connection("127.0.0.1", bob.ports[0]) for _ in range(4)]
            reader, _ = ends[3]
            while await reader.read(1_024):  # our greeting, then the end
                pass
            assert bob.offences == [("127.0.0.1", "too many connections at once")]
            for _, writer in ends:
                writer.close()

    run(main())


def test_one_address_s_connections_leave_room_for_another_s(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "MAX_SILENT_HERE", 3)

    async def main() -> None:
        async with sides(2) as (ann, bob):
            ends = [
                await asyncio.open_connection(
                    "127.0.0.1", bob.ports[0], local_addr=("127.0.0.2", 0)
                )
                for _ in range(6)
            ]
            for reader, _ in ends[3:]:
                while await reader.read(1_024):
                    pass
            assert {host for host, _ in bob.offences} == {"127.0.0.2"}
            await linked(ann, bob)
            for _, writer in ends:
                writer.close()

    run(main())


def test_where_descriptors_run_short_a_new_connection_is_cut_and_it_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            link, _ = await linked(ann, bob)
            monkeypatch.setattr(bob.links._descriptors, "_limit", 1)
            reader, writer = await asyncio.open_connection("127.0.0.1", bob.ports[0])
            while await reader.read(1_024):
                pass
            writer.close()
            assert bob.offences == []
            [fault] = bob.faults
            assert "may have 1 files and connections open" in str(fault)
            ann.links.send(link, b"who is there stays")
            assert (await bob.next(FrameReceived)).frame == b"who is there stays"

    run(main())


def test_noise_at_the_ports_disturbs_nobody(run: Run) -> None:
    async def main() -> None:
        async with sides(2) as (ann, bob):
            out, came_in = await linked(ann, bob)
            for port in bob.ports:
                for noise in (b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 4_096, bytes(range(256)) * 40):
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                    writer.write(noise)
                    writer.close()
            ann.links.send(out, b"well")
            assert (await bob.next(FrameReceived)).link == came_in
            assert bob.events.empty()

    run(main())


def test_a_port_that_was_asked_for_and_is_taken(run: Run) -> None:
    async def main() -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            side = Side()
            with pytest.raises(PortTaken, match=f"Port {port} is taken"):
                await side.links.open("127.0.0.1", port)
            with pytest.raises(PortTaken):
                await side.links.open("127.0.0.1", port - 1)
            with pytest.raises(EnvironmentFault, match="one of its own addresses"):
                await side.links.open("203.0.113.1", 0)
            with pytest.raises(InvalidInput):
                await side.links.open("127.0.0.1", 65_535)
            await side.links.close()

    run(main())


def test_the_usual_ports_give_way_where_taken(run: Run) -> None:
    async def main() -> None:
        with socket.socket() as taken:
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                taken.bind(("127.0.0.1", DOOR_PORT))
                taken.listen()
            except OSError:
                pass  # another program has it, which is the same
            side = Side()
            door, feed = await side.links.open("127.0.0.1")
            assert DOOR_PORT not in (door, feed)
            await side.links.close()

    run(main())


def test_a_fixed_door_has_its_feed_next_to_it(run: Run) -> None:
    async def main() -> None:
        for _ in range(20):
            with socket.create_server(("127.0.0.1", 0)) as probe:
                port = probe.getsockname()[1]
            side = Side()
            try:
                assert await side.links.open("127.0.0.1", port) == (port, port + 1)
            except PortTaken:
                continue
            finally:
                await side.links.close()
            return
        pytest.fail("no two ports in a row are free")

    run(main())


def test_all_interfaces_means_ipv6_too(run: Run) -> None:
    async def main() -> None:
        bob, ann = Side(), Side()
        door, _ = await bob.links.open("0.0.0.0", 0)
        await ann.links.open("127.0.0.1", 0)
        hosts = ["127.0.0.1"]
        with socket.socket(socket.AF_INET6) as six:
            try:
                six.bind(("::1", 0))
                hosts.append("::1")
            except OSError:
                pass
        for host in hosts:
            opened = await ann.dial(door, host)
            ann.links.send(opened.link, b"hello")
            heard = await bob.next(FrameReceived)
            assert bob.links.host_of(heard.link) == host
        await ann.links.close()
        await bob.links.close()

    run(main())


def _wait_until(question: Callable[[], object]) -> None:
    """Without the loop: only ZeroMQ's own threads go on meanwhile."""
    ends = monotonic() + 10
    while not question():
        assert monotonic() < ends


def _is_open(descriptor: int) -> bool:
    with suppress(OSError):
        return bool(os.fstat(descriptor))
    return False


@pytest.mark.parametrize("at", ["door", "feed"])
def test_what_one_that_was_cut_had_said_is_not_taken_for_anothers_on_its_descriptor(
    run: Run, outside: Outside, at: str
) -> None:
    async def main() -> None:
        async with sides(1) as (bob,):
            eves, anns = CurveKey.fresh(), CurveKey.fresh()
            bob.links.admit(eves.public)
            bob.links.admit(anns.public)
            if at == "door":
                kind, server, port, words = zmq.DEALER, DOOR.public, bob.ports[0], b"hello"
                there = bob.links._door
            else:
                kind, server, port, words = zmq.XSUB, bob.feed.public, bob.ports[1], b"\x01"
                there = bob.links._feed
            low = os.open(os.devnull, os.O_RDONLY)
            eve, ann = (outside.client(kind, server, key, reconnect_ivl=-1) for key in (eves, anns))
            joined, left = (
                outside.watch(eve, zmq.EVENT_CONNECTED),
                outside.watch(ann, zmq.EVENT_DISCONNECTED),
            )
            eve.connect(f"tcp://127.0.0.1:{port}")
            eve.send(words)
            await bob.events.get()
            [first] = there._listener.connections()
            eves_end = int.from_bytes(joined.recv_multipart()[0][2:], sys.byteorder)

            for _ in range(100):
                eve.send(b"flood")
            _wait_until(lambda: there._socket.getsockopt(zmq.EVENTS) & zmq.POLLIN)
            if at == "door":
                [inbound] = there._routes.values()
                there.hang_up(inbound)
            else:
                bob.links.expel(eves.public)
            _wait_until(lambda: not _is_open(eves_end) and not _is_open(first.descriptor))
            # The two lowest that are free: of Ann's own end, and the one that was Eve's.
            taken = [os.open(os.devnull, os.O_RDONLY)]
            while taken[-1] != first.descriptor:
                taken.append(os.open(os.devnull, os.O_RDONLY))
            os.close(taken.pop())
            os.close(low)
            ann.connect(f"tcp://127.0.0.1:{port}")
            _wait_until(lambda: _is_open(first.descriptor))
            ann.send(words)

            heard = await bob.events.get()
            [second] = there._listener.connections()
            assert second.descriptor == first.descriptor
            assert second.key == anns.public
            if at == "door":
                assert isinstance(heard, FrameReceived)
                assert (heard.link_key, heard.frame) == (anns.public, words)
            else:
                assert heard == Subscribed(anns.public)
            assert bob.events.empty()
            assert not left.poll(0)
            for each in taken:
                os.close(each)

    run(main())


def test_who_is_judged_before_the_loop_heard_of_the_connection_is_heard(
    run: Run, outside: Outside
) -> None:
    async def main() -> None:
        async with sides(1) as (bob,):
            gate = bob.links._gate
            ann = outside.client(zmq.DEALER, DOOR.public)
            ann.connect(f"tcp://127.0.0.1:{bob.ports[0]}")
            ann.send(b"hello")
            _wait_until(lambda: gate._socket.getsockopt(zmq.EVENTS) & zmq.POLLIN)
            gate._inlet.wake()
            assert (await bob.next(FrameReceived)).frame == b"hello"

    run(main())
