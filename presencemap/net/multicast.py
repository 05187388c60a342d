"""Multicast DNS on a fixed set of interfaces: announces one beacon, hears all others.

The only importer of zeroconf, which takes 70 ms: imported when discovery starts. Whatever a
stranger sends here ends here.
"""

import asyncio
import ipaddress
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

import zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from presencemap.net.beacon import SERVICE, Beacon, of_team, on_link
from presencemap.net.interfaces import Interface
from presencemap.protocol.address import Address
from presencemap.protocol.events import PeerFound

GATHER_SECONDS: Final = 0.1
"""Until a name is asked about: what belongs to it comes beside its name or right behind, as a rule.
Who asks at once is answered a second later, since it was just said (RFC 6762, 6)."""
RESOLVE_MS: Final = 1_500
RESOLVE_TRIES: Final = 3
MAX_RESOLVING: Final = 256
"""Names looked into at a time; a flood of more waits for the next look at the cache."""
MAX_NAMES: Final = 4_096

# What strangers send is no matter of our user's; zeroconf would warn about it.
logging.getLogger("zeroconf").setLevel(logging.CRITICAL)


class Multicast:
    """One stay on the network, from announcement to goodbye. Tells members' addresses."""

    def __init__(
        self,
        secret: bytes,
        door_port: int,
        interfaces: Sequence[Interface],
        found: Callable[[PeerFound], None],
    ) -> None:
        self._secret = secret
        self._door = door_port
        self._interfaces = interfaces
        self._found = found
        self._beacon = Beacon.fresh(secret, door_port)
        self._names: dict[str, tuple[Address, ...]] = {}
        """Who is announced, and where; nowhere until that is known, or if it is no colleague's."""
        self._resolving: dict[str, asyncio.Task[None]] = {}
        self._announcing: asyncio.Future[None] | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._zeroconf: AsyncZeroconf | None = None

    async def start(self) -> None:
        """Announce and listen.

        Raises:
            OSError: no multicast here.
        """
        try:
            self._zeroconf = AsyncZeroconf(_sockets(self._interfaces))
            await self._zeroconf.zeroconf.async_wait_for_start()
            # Names are random, so there is nothing to probe: found in 2 ms instead of 1.1 s.
            announcing = await self._zeroconf.async_register_service(
                self._service(), cooperating_responders=True
            )
        except (zeroconf.Error, RuntimeError) as error:
            await self.close()
            raise OSError(0, str(error) or "multicast doesn't start") from error
        except BaseException:
            await self.close()
            raise
        self._announcing = asyncio.ensure_future(announcing)
        # Asked of all (QM): answers to one port, which several nodes of this machine share,
        # would reach only one of them.
        self._browser = AsyncServiceBrowser(
            self._zeroconf.zeroconf,
            SERVICE,
            handlers=[self._changed],
            question_type=zeroconf.DNSQuestionType.QM,
        )

    def look_again(self) -> None:
        """Tell again who is still announced, and ask again for the others."""
        told = tuple(address for addresses in self._names.values() for address in addresses)
        if told:
            self._found(PeerFound(told))
        for name in [name for name, addresses in self._names.items() if not addresses]:
            self._resolve(name)

    async def close(self) -> None:
        """Say goodbye once, and leave."""
        tasks = [*self._resolving.values(), *filter(None, [self._announcing])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        leaving, self._zeroconf = self._zeroconf, None
        if leaving is None:
            return
        if self._browser is not None:
            await self._browser.async_cancel()
        # One goodbye, not zeroconf's three in 250 ms: it is a hint, and Quit is quick.
        goodbye = leaving.zeroconf.generate_unregister_all_services()
        if goodbye is not None:
            leaving.zeroconf.async_send(goodbye)
        await leaving.async_close()

    def _service(self) -> AsyncServiceInfo:
        return AsyncServiceInfo(
            SERVICE,
            self._beacon.instance,
            port=self._door,
            parsed_addresses=[each.address for each in self._interfaces if not each.link_local],
            properties=self._beacon.text,
            server=self._beacon.host,
        )

    def _changed(
        self,
        *,
        name: str,
        state_change: zeroconf.ServiceStateChange,
        **_given: object,
    ) -> None:
        if state_change is zeroconf.ServiceStateChange.Removed:
            self._names.pop(name, None)  # the links know better who is there
        elif name != self._beacon.instance:
            if name not in self._names and len(self._names) >= MAX_NAMES:
                self._forget_one()
            self._names.setdefault(name, ())
            self._resolve(name)

    def _forget_one(self) -> None:
        """Room for another name: the oldest goes that is no colleague's, as far as is known."""
        unknown = (name for name, addresses in self._names.items() if not addresses)
        self._names.pop(next(unknown, None) or next(iter(self._names)))

    def _resolve(self, name: str) -> None:
        """Whatever is wrong with a name, it is no colleague's."""
        asking = self._resolving.get(name)
        # Looked up each time that something of it came: a request under way passes over an address
        # that comes before its name's port in one packet.
        with suppress(zeroconf.Error, ValueError, OSError):
            if self._is_known(name):
                if asking is not None:
                    asking.cancel()
                return
        if asking is None and len(self._resolving) < MAX_RESOLVING:
            task = asyncio.get_running_loop().create_task(self._ask_for(name))
            self._resolving[name] = task
            task.add_done_callback(lambda _: self._resolving.pop(name, None))

    def _is_known(self, name: str) -> bool:
        """Whether all that belongs to a name has come; then it is told of."""
        info = AsyncServiceInfo(SERVICE, name)
        known = self._zeroconf is not None and info.load_from_cache(self._zeroconf.zeroconf)
        if known:
            self._judge(info)
        return known

    async def _ask_for(self, name: str) -> None:
        await asyncio.sleep(GATHER_SECONDS)
        for _ in range(RESOLVE_TRIES):
            if self._zeroconf is None:
                return
            with suppress(zeroconf.Error, ValueError, OSError):
                info = AsyncServiceInfo(SERVICE, name)
                asked = zeroconf.DNSQuestionType.QM
                if await info.async_request(self._zeroconf.zeroconf, RESOLVE_MS, asked):
                    self._judge(info)
                    return

    def _judge(self, info: AsyncServiceInfo) -> None:
        port = info.port
        if port and of_team(info.properties, self._secret, port):
            addresses = on_link(info.parsed_addresses(), self._interfaces)
            if addresses:
                told = tuple(Address(host, port) for host in addresses)
                if info.name in self._names:
                    self._names[info.name] = told
                self._found(PeerFound(told))


def _sockets(interfaces: Sequence[Interface]) -> list[str | int]:
    """What zeroconf is to open: IPv4 by address, IPv6 by interface, once each."""
    version_4 = [each.address for each in interfaces if ":" not in each.address]
    version_6 = {
        each.number: None
        for each in interfaces
        if ":" in each.address and not ipaddress.ip_address(each.address).is_loopback
    }
    return [*dict.fromkeys(version_4), *version_6]
