"""Discovery: finds colleagues on the networks that this machine is on, by mDNS.

What it tells is a hint, never proof. A new beacon every day and on every change of network: a
stay (``multicast``) ends, another begins. Knows the team's discovery secret, nothing of links.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from presencemap.net.interfaces import Interface, chosen, interfaces
from presencemap.protocol.events import PeerFound

if TYPE_CHECKING:
    from presencemap.net.multicast import Multicast

POLL_SECONDS: Final = 1.0
POLLS_A_LOOK: Final = 60
"""After so many, whoever is still announced is told again: a dial may come through by now."""
RENEW_SECONDS: Final = 24 * 60 * 60


class Discovery:
    """Announces this node's door and tells of others. ``interfaces``: names or addresses.

    ``without``: none of these. With interfaces None all but loopback are used; ["127.0.0.1"] keeps
    it within this machine.
    """

    def __init__(
        self,
        secret: bytes,
        on_found: Callable[[PeerFound], None],
        interfaces: Sequence[str] | None = None,
        without: Sequence[str] = (),
    ) -> None:
        self._secret = secret
        self._found = on_found
        self._wanted = interfaces
        self._without = without
        self._stay: Multicast | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self, door_port: int) -> None:
        """Announce that door, and listen. Without any network it waits for one.

        Raises:
            OSError: there is a network, but no multicast on it.
        """
        now = self._interfaces()
        try:
            await self._begin(door_port, now)
        finally:
            self._watching = asyncio.get_running_loop().create_task(self._watch(door_port, now))

    async def close(self) -> None:
        """Withdraw the beacon and close; well under 100 ms."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
            self._watching = None
        await self._end()

    async def _begin(self, door_port: int, found: tuple[Interface, ...]) -> None:
        await self._end()
        if not found:
            return
        # Here, so that a node that doesn't discover doesn't pay for zeroconf.
        from presencemap.net.multicast import Multicast  # noqa: PLC0415

        stay = Multicast(self._secret, door_port, found, self._found)
        await stay.start()
        self._stay = stay

    async def _end(self) -> None:
        stay, self._stay = self._stay, None
        if stay is not None:
            await stay.close()

    async def _watch(self, door_port: int, known: tuple[Interface, ...]) -> None:
        """Follow the network: a change counts when it still holds at the next poll."""
        loop = asyncio.get_running_loop()
        renewal, polls, seen = loop.time() + RENEW_SECONDS, 0, known
        while True:
            await asyncio.sleep(POLL_SECONDS)
            polls += 1
            before, seen = seen, self._interfaces()
            changed = seen != known and seen == before
            if changed or loop.time() >= renewal or (self._stay is None and seen == before):
                known, renewal = seen, loop.time() + RENEW_SECONDS
                with suppress(OSError):  # tried again at the next poll
                    await self._begin(door_port, known)
            elif self._stay is not None and polls % POLLS_A_LOOK == 0:
                self._stay.look_again()

    def _interfaces(self) -> tuple[Interface, ...]:
        return chosen(interfaces(), self._wanted, self._without)
