"""A monitor tells of connections, and can be closed while they come."""

import asyncio

import zmq

from presencemap.net.monitor import LISTENING, Monitor
from presencemap.net.sockets import new_context
from tests.net.wire import Run


def test_connections_come_and_go(run: Run) -> None:
    async def main() -> None:
        context = new_context()
        watched = context.socket(zmq.ROUTER)
        told: asyncio.Queue[tuple[int, int]] = asyncio.Queue()
        monitor = Monitor(context, watched, LISTENING, lambda *event: told.put_nowait(event))
        port = watched.bind_to_random_port("tcp://127.0.0.1")
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        came, descriptor = await told.get()
        writer.close()
        assert came == zmq.Event.ACCEPTED
        assert await told.get() == (zmq.Event.DISCONNECTED, descriptor)
        monitor.close()
        monitor.close()
        watched.close(0)
        context.term()

    run(main())


def test_it_closes_in_the_midst_of_a_storm(run: Run) -> None:
    async def main() -> None:
        context = new_context()
        watched = context.socket(zmq.ROUTER)
        told: list[int] = []
        monitor = Monitor(context, watched, LISTENING, lambda event, _: told.append(event))
        port = watched.bind_to_random_port("tcp://127.0.0.1")
        ends = [await asyncio.open_connection("127.0.0.1", port) for _ in range(50)]
        monitor.refresh()
        assert told
        for _, writer in ends:
            writer.close()
        monitor.close()
        monitor.refresh()
        watched.close(0)
        context.term()

    run(main())
