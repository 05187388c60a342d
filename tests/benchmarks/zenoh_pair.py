"""eclipse-zenoh, plain: a publisher and a subscriber as peers over TCP on loopback, no scouting."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from exchange import Heard, Say
from payload import packed, unpacked

KEY = "bench/status"


class ZenohPair:
    """``express``: each message leaves at once, as ours do, instead of waiting for a batch."""

    @contextmanager
    def speaking(self) -> Iterator[tuple[Any, Say]]:
        endpoint = f"tcp/127.0.0.1:{free_port()}"
        with session(listen=[endpoint]) as speaker:
            publisher = speaker.declare_publisher(KEY, express=True)

            def say(number: int) -> int:
                publisher.put(packed(number))
                return 0

            yield endpoint, say

    @contextmanager
    def hearing(self, address: Any, heard: Heard) -> Iterator[None]:
        with session(connect=[address]) as listener:
            listener.declare_subscriber(
                KEY, lambda sample: heard(unpacked(sample.payload.to_bytes()))
            )
            yield


def session(listen: list[str] | None = None, connect: list[str] | None = None) -> Any:
    import zenoh  # noqa: PLC0415 - in its own processes alone

    config = {
        "mode": "peer",
        "listen": {"endpoints": listen or []},
        "connect": {"endpoints": connect or []},
        "scouting": {"multicast": {"enabled": False}, "gossip": {"enabled": False}},
    }
    return zenoh.open(zenoh.Config.from_json5(json.dumps(config)))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
