"""Discovery: finds colleagues on the networks that this machine is on, by mDNS.

What it tells is a hint, never proof. A new beacon every day and on every change of network: a
stay (``multicast``) ends, another begins. Knows the team's discovery secret, nothing of links, and
is told what networks there are.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from presencemap.net.interfaces import Interface
from presencemap.protocol.events import PeerFound

if TYPE_CHECKING:
    from presencemap.net.multicast import Multicast

TRY_AGAIN: Final = 1.0
"""Seconds until a network without multicast is tried again."""
LOOK_AGAIN: Final = 60.0
"""Seconds after which whoever is still announced is told again: a dial may come through by now."""
RENEW_AFTER: Final = 24 * 60 * 60.0


class Discovery:
    """Announces this node's door on these networks and tells of others."""

    def __init__(
        self,
        secret: bytes,
        on_found: Callable[[PeerFound], None],
        networks: tuple[Interface, ...],
    ) -> None:
        self._secret = secret
        self._found = on_found
        self._networks = networks
        self._moved = asyncio.Event()
        self._stay: Multicast | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self, door_port: int) -> None:
        """Announce that door, and listen. Without any network it waits for one.

        Raises:
            OSError: there is a network, but no multicast on it.
        """
        try:
            await self._begin(door_port)
        finally:
            self._watching = asyncio.get_running_loop().create_task(self._watch(door_port))

    def move(self, networks: tuple[Interface, ...]) -> None:
        """The machine is on these networks now."""
        self._networks = networks
        self._moved.set()

    async def close(self) -> None:
        """Withdraw the beacon and close; well under 100 ms."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None
        await self._end()

    async def _begin(self, door_port: int) -> None:
        self._moved.clear()
        await self._end()
        if not self._networks:
            return
        # Here, so that a node that doesn't discover doesn't pay for zeroconf.
        from presencemap.net.multicast import Multicast  # noqa: PLC0415

        stay = Multicast(self._secret, door_port, self._networks, self._found)
        await stay.start()
        self._stay = stay

    async def _end(self) -> None:
        stay, self._stay = self._stay, None
        if stay is not None:
            await stay.close()

    async def _watch(self, door_port: int) -> None:
        """Begin anew on other networks, after a day, and where it failed."""
        loop = asyncio.get_running_loop()
        renewal = loop.time() + RENEW_AFTER
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_AGAIN if self._stay else TRY_AGAIN):
                    await self._moved.wait()
            if self._stay and not self._moved.is_set() and loop.time() < renewal:
                self._stay.look_again()
                continue
            renewal = loop.time() + RENEW_AFTER
            with suppress(OSError):
                await self._begin(door_port)
