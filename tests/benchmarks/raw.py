"""Raw pyzmq PUB/SUB, plain and with CURVE: what any program on ZeroMQ pays at the least."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import zmq
from exchange import Heard, Say
from payload import packed, unpacked


class Raw:
    """One PUB that binds, one SUB that connects and blocks in ``recv``."""

    def __init__(self, *, curve: bool) -> None:
        self._curve = curve

    @contextmanager
    def speaking(self) -> Iterator[tuple[Any, Say]]:
        with zmq.Context() as context, context.socket(zmq.PUB) as socket:
            socket.setsockopt(zmq.LINGER, 0)
            key = b""
            if self._curve:
                key, secret = zmq.curve_keypair()
                socket.curve_server = True
                socket.curve_secretkey = secret
            port = socket.bind_to_random_port("tcp://127.0.0.1")

            def say(number: int) -> int:
                socket.send(packed(number))
                return 0

            yield (port, key), say

    @contextmanager
    def hearing(self, address: Any, heard: Heard) -> Iterator[None]:
        port, key = address
        with zmq.Context() as context, context.socket(zmq.SUB) as socket:
            socket.setsockopt(zmq.LINGER, 0)
            socket.setsockopt(zmq.RCVTIMEO, 100)
            socket.subscribe(b"")
            if self._curve:
                socket.curve_publickey, socket.curve_secretkey = zmq.curve_keypair()
                socket.curve_serverkey = key
            socket.connect(f"tcp://127.0.0.1:{port}")
            over = threading.Event()

            def receive() -> None:
                while not over.is_set():
                    try:
                        heard(unpacked(socket.recv()))
                    except zmq.Again:
                        continue

            ear = threading.Thread(target=receive)
            ear.start()
            try:
                yield
            finally:
                over.set()
                ear.join()
