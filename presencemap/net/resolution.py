"""Host names to addresses, and what a host says to a dial: what ZeroMQ leaves in the dark.

ZeroMQ would look names up on its own I/O thread, where one slow name server stops every link.
"""

import asyncio
import contextlib
import ipaddress
import socket
import threading
from typing import Final

from presencemap.protocol.address import Outcome

MAX_ADDRESSES: Final = 4
PROBE_SECONDS: Final = 1.0


async def addresses_of(host: str) -> tuple[str, ...]:
    """The literals that a host stands for, at most four; none where nobody knows the name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        pass
    else:
        return (host,)
    loop = asyncio.get_running_loop()
    found: asyncio.Future[tuple[str, ...]] = loop.create_future()

    def settle(addresses: tuple[str, ...]) -> None:
        if not found.done():
            found.set_result(addresses)

    def look_up() -> None:
        addresses = _looked_up(host)
        with contextlib.suppress(RuntimeError):  # the loop may be over by now
            loop.call_soon_threadsafe(settle, addresses)

    # getaddrinfo can't be awaited, nor stopped: Quit doesn't wait for this thread.
    threading.Thread(target=look_up, name="presencemap-lookup", daemon=True).start()
    return await found


async def refuses(host: str, port: int) -> bool:
    """Whether the host itself says that nobody listens there."""
    return await tried(host, port, PROBE_SECONDS) is Outcome.REFUSED


async def tried(host: str, port: int, seconds: float) -> Outcome:
    """What comes of a plain connection to a literal address: whoever listens, it is reached."""
    loop = asyncio.get_running_loop()
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.settimeout(0)
        try:
            async with asyncio.timeout(seconds):
                await loop.sock_connect(probe, (host, port))
        except ConnectionRefusedError:
            return Outcome.REFUSED
        except (OSError, TimeoutError):
            return Outcome.TIMEOUT
    return Outcome.REACHED


def _looked_up(host: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    # IPv4 first: behind most office names only that one answers.
    found.sort(key=lambda entry: entry[0] != socket.AF_INET)
    literals = dict.fromkeys(str(address[0]) for *_, address in found)
    return tuple(literals)[:MAX_ADDRESSES]
