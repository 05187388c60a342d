"""zeromq-pyre, in plain text (it has nothing else): SHOUT to a group of two.

Pyre finds peers by UDP broadcast on the first network card and binds all addresses. Here it is
kept to loopback, whose broadcast address is 127.255.255.255; its transport is left as it is.
"""

import ipaddress
import logging
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import zmq
from exchange import Heard, Say
from payload import packed, unpacked

GROUP = "bench"


class PyrePair:
    """Two Pyre nodes; the address is the port of their beacons."""

    @contextmanager
    def speaking(self) -> Iterator[tuple[Any, Say]]:
        port = random.randrange(20_000, 30_000)
        with node(port) as speaker:

            def say(number: int) -> int:
                speaker.shout(GROUP, packed(number))
                return 0

            yield port, say

    @contextmanager
    def hearing(self, address: Any, heard: Heard) -> Iterator[None]:
        with node(address) as listener:
            over = threading.Event()
            inbox = listener.socket()
            inbox.setsockopt(zmq.RCVTIMEO, 100)

            def receive() -> None:
                while not over.is_set():
                    try:
                        parts = listener.recv()
                    except zmq.Again:
                        continue
                    if parts[0] == b"SHOUT":
                        heard(unpacked(parts[4]))

            ear = threading.Thread(target=receive)
            ear.start()
            try:
                yield
            finally:
                over.set()
                ear.join()


@contextmanager
def node(port: int) -> Iterator[Any]:
    from pyre import Pyre  # noqa: PLC0415 - in its own processes alone
    from pyre.zbeacon import ZBeacon  # noqa: PLC0415

    logging.disable(logging.CRITICAL)
    ZBeacon._prepare_socket = _on_loopback
    bind = zmq.Socket.bind_to_random_port
    zmq.Socket.bind_to_random_port = lambda socket, _: bind(socket, "tcp://127.0.0.1")
    made = Pyre("bench")
    # Its own set_port sends an int where the actor reads text.
    made.actor.send_unicode("SET PORT", zmq.SNDMORE)
    made.actor.send_unicode(str(port))
    made.join(GROUP)
    made.start()
    try:
        yield made
    finally:
        made.stop()


def _on_loopback(beacon: Any) -> None:
    beacon.address = ipaddress.IPv4Address("127.0.0.1")
    beacon.network_address = ipaddress.IPv4Address("127.0.0.0")
    beacon.broadcast_address = ipaddress.IPv4Address("127.255.255.255")
    beacon.interface_name = "lo"
