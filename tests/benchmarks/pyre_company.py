"""zeromq-pyre: nodes that find each other by beacons, and all link with all, as it does."""

import random
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import zmq
from company import Told
from pyre_pair import node


class PyreCompany:
    """``shared`` is the port of the beacons."""

    def shared(self, _number: int) -> int:
        return random.randrange(20_000, 30_000)

    @contextmanager
    def hosting(self, shared: int, turns: range) -> Iterator[int]:
        with ExitStack() as stack:
            nodes = [stack.enter_context(node(shared)) for _ in turns]
            stack.enter_context(_hearing(nodes, lambda _: None))
            yield len(turns)

    @contextmanager
    def joining(self, shared: int, places: list[int], seen: Told, gone: Told) -> Iterator[None]:
        def tell(parts: list[bytes]) -> None:
            if parts[0] == b"ENTER":
                seen(parts[1].hex())
            elif parts[0] == b"EXIT":
                gone(parts[1].hex())

        with node(shared) as joiner, _hearing([joiner], tell):
            yield


@contextmanager
def _hearing(nodes: list[Any], tell: Any) -> Iterator[None]:
    over = threading.Event()
    poller = zmq.Poller()
    for each in nodes:
        poller.register(each.socket(), zmq.POLLIN)
    by_socket = {each.socket(): each for each in nodes}

    def receive() -> None:
        while not over.is_set():
            for socket, _ in poller.poll(100):
                with suppress(zmq.Again):
                    tell(by_socket[socket].recv())

    ear = threading.Thread(target=receive)
    ear.start()
    try:
        yield
    finally:
        over.set()
        ear.join()
