"""The network as a running node has it: opened and left as a whole, and watched for changes.

Owns the links, the discovery of colleagues and the look at the machine's surroundings. What comes
in goes to ``on_event``. Knows the team's discovery secret, nothing of what is said or who may hear.
"""

import asyncio
import errno
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import presencemap
from presencemap.app.clock import now_ms
from presencemap.app.options import Options
from presencemap.app.surroundings import Surroundings
from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.wrong import Wrong
from presencemap.net.address_news import AddressNews
from presencemap.net.interfaces import (
    Interface,
    chosen,
    interfaces,
    is_cut_off,
    listening_addresses,
)
from presencemap.net.links import Links
from presencemap.net.listener import Offence
from presencemap.net.sockets import IN_ADDR_ANY
from presencemap.protocol.address import Address
from presencemap.protocol.events import Event, PeerFound
from presencemap.protocol.link import Here
from presencemap.protocol.signing import CurveKey, door_key

if TYPE_CHECKING:
    from presencemap.net.discovery import Discovery

LAST_WORD: Final = 0.05
"""Seconds that a goodbye gets to leave the machine."""


@dataclass(frozen=True, slots=True)
class Move:
    """The machine is on other networks: where the node listens now, and which links are void."""

    listen: tuple[Address, ...]
    void: tuple[str, ...]


class Network:
    """The sockets and the beacon of one node, on the loop that it was opened on."""

    def __init__(
        self,
        secret: bytes,
        options: Options,
        *,
        on_event: Callable[[Event], None],
        on_offence: Offence,
        on_fault: Callable[[EnvironmentFault], None],
        on_news: Callable[[], None],
    ) -> None:
        self._secret = secret
        self._options = options
        self._tell = on_event
        self._fault = on_fault
        self._on_news = on_news
        self._feed, self._subscriber = CurveKey.fresh(), CurveKey.fresh()
        self.links = Links(
            door=door_key(secret),
            feed=self._feed,
            subscriber=self._subscriber,
            on_event=on_event,
            on_offence=on_offence,
            on_fault=on_fault,
        )
        self.is_open = False
        self.door = 0
        """The door's port; 0 before it was ever open."""
        self.found_at: int | None = None
        """When somebody was last found by mDNS."""
        self._discovers = False
        self._discovery: Discovery | None = None
        self._discovering: asyncio.Task[None] | None = None
        self._news: AddressNews | None = None
        self._surroundings = Surroundings(self._interfaces, now_ms(), news=self._may_have_moved)

    async def open(self) -> Here:
        """Open the sockets, and announce them if that was begun; answers what peers are told.

        Raises:
            PortTaken: another program has the port that was asked for.
        """
        asyncio.get_running_loop().set_exception_handler(self._uncaught)
        self.door, feed = await self.links.open(self._options.host, self._options.port)
        self.is_open = True
        self._news = AddressNews(self._on_news)
        if self._discovers:
            self._announce()
        return Here(
            feed_port=feed,
            feed_key=self._feed.public,
            subscriber=self._subscriber.public,
            listen=self._listening(),
            program=f"presencemap {presencemap.__version__}",
        )

    async def close(self) -> None:
        """Withdraw the beacon, give the last word its time, close all sockets."""
        if self._discovering is not None:
            self._discovering.cancel()
            await asyncio.gather(self._discovering, return_exceptions=True)
        discovery, self._discovery = self._discovery, None
        await asyncio.gather(
            asyncio.sleep(LAST_WORD), discovery.close() if discovery else asyncio.sleep(0)
        )
        await self.links.close()
        if self._news is not None:
            self._news.close()
        self.is_open = False

    def discover(self) -> None:
        """From now on announce this node and browse for others, if that was asked for."""
        self._discovers = self._options.mdns
        if self._discovers and self.is_open:
            self._announce()

    @property
    def connected(self) -> bool:
        """Whether the machine is on a network that this node may use, or listens on one address."""
        return self._options.host not in IN_ADDR_ANY or self._surroundings.connected

    @property
    def restless(self) -> bool:
        """Whether a change of networks may have settled soon."""
        news = self._news is not None and self._news.pending
        return self.is_open and (news or self._surroundings.unsettled)

    def slept(self, now: int) -> bool:
        """Whether the machine slept since this was last asked, so that nothing is sure any more."""
        return self._surroundings.slept(now)

    def moved(self, links: Iterable[str], now: int) -> Move | None:
        """What a change of network since this was last asked means to these links."""
        change = self._surroundings.changed(now)
        if change is None:
            return None
        if self._discovery is not None:
            self._discovery.move(change.now)
        void = []
        for link in links:
            host = self.links.host_of(link)
            if host and is_cut_off(host, change.gone, change.now):
                void.append(link)
        return Move(self._listening(), tuple(void))

    def _may_have_moved(self) -> bool:
        return self._news is None or self._news.came()

    def _interfaces(self) -> tuple[Interface, ...]:
        options = self._options
        return chosen(interfaces(), options.interfaces, options.without)

    def _listening(self) -> tuple[Address, ...]:
        options = self._options
        hosts = listening_addresses(options.host, options.interfaces, options.without)
        return tuple(Address(host, self.door) for host in hosts)

    def _announce(self) -> None:
        self._discovering = asyncio.get_running_loop().create_task(self._discover())

    async def _discover(self) -> None:
        """Announce and browse; without multicast the peers by hand still work."""
        # Not before the node is ready: importing zeroconf takes longer than opening the sockets.
        from presencemap.net.discovery import Discovery  # noqa: PLC0415

        self._discovery = Discovery(self._secret, self._found, self._surroundings.networks)
        try:
            await self._discovery.start(self.door)
        except OSError as error:
            self._fault(
                EnvironmentFault(
                    f"Colleagues on this network can't be found by themselves ({error.strerror}). "
                    "Add one by address: presencemap peer add HOST",
                    Wrong.NETWORK_SILENT,
                )
            )

    def _uncaught(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Our bugs, with their traceback; but where there are no descriptors left, that, once."""
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
            self.links.tell_short()
        else:
            loop.default_exception_handler(context)

    def _found(self, event: PeerFound) -> None:
        self.found_at = now_ms()
        self._tell(event)
