"""An outbound connection: one try, and its last words before its end."""

import asyncio
import socket

import pytest
import zmq

from presencemap.net.gauges import Gauges
from presencemap.net.outbound import Outbound
from presencemap.net.sockets import new_context
from presencemap.protocol.signing import CurveKey
from tests.net.wire import Outside, Run


def test_the_last_words_come_before_the_end(run: Run, outside: Outside) -> None:
    async def main() -> None:
        key, context = CurveKey.fresh(), new_context()
        server = outside.socket(zmq.XPUB, curve_server=True, curve_secretkey=key.secret)
        port = server.bind_to_random_port("tcp://127.0.0.1")
        told: asyncio.Queue[object] = asyncio.Queue()
        made = Outbound(
            context,
            zmq.SUB,
            CurveKey.fresh(),
            key.public,
            gauges=Gauges(),
            heard=told.put_nowait,
            ended=lambda: told.put_nowait("ended"),
        )
        assert await made.open("127.0.0.1", port)
        assert made.connected
        await asyncio.to_thread(server.recv)
        server.linger = 1_000
        for number in range(500):
            server.send(b"%d" % number)
        server.close()
        assert [await told.get() for _ in range(501)] == [
            *(b"%d" % number for number in range(500)),
            "ended",
        ]
        assert not made.send(b"too late")
        made.drain()
        made.close()
        context.term()

    run(main())


@pytest.mark.parametrize("host", ["not a host", "127.0.0.1"])
def test_a_try_that_fails_is_closed_and_not_told_of(run: Run, host: str) -> None:
    async def main() -> None:
        context = new_context()
        told: list[object] = []
        made = Outbound(
            context,
            zmq.DEALER,
            CurveKey.fresh(),
            CurveKey.fresh().public,
            gauges=Gauges(),
            heard=told.append,
            ended=lambda: told.append("ended"),
        )
        assert not await made.open(host, 1)
        assert (made.connected, told) == (False, [])
        context.term()  # would wait for a socket that is open

    run(main())


def test_a_try_that_is_given_up_is_closed(run: Run) -> None:
    async def main() -> None:
        context = new_context()
        silent = socket.create_server(("127.0.0.1", 0))
        port = silent.getsockname()[1]
        made = Outbound(
            context,
            zmq.DEALER,
            CurveKey.fresh(),
            CurveKey.fresh().public,
            gauges=Gauges(),
            heard=lambda _: None,
            ended=lambda: None,
        )
        opening = asyncio.create_task(made.open("127.0.0.1", port))
        await asyncio.sleep(0.01)
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        context.term()
        silent.close()

    run(main())
