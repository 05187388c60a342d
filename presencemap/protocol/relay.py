"""Relaying: live frames go on to those of our links that don't hear their author themselves.

Each node tells each link which devices it has links to, so that in a full mesh nothing is relayed.
The last lease of each device is kept, to be told to whoever comes to need it. Judges nothing: what
is given to it was found new and true.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import (
    DIGEST_PAGE,
    HEARS_PAGE,
    Digest,
    Hears,
    Summary,
    message_frame,
    relay_frame,
)
from presencemap.protocol.effects import Effect, Send

MAX_HEARD: Final = 1024
"""Devices that a link may say it hears."""
STIR_EVERY: Final = 2_000
"""How often links are told of what was fetched meanwhile."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A device's last lease: when it was said, and over which link it came."""

    frame: bytes
    at: int
    over: str


class Relay:
    """What the other sides of one node's links hear, and what to pass on to them."""

    def __init__(self) -> None:
        self._devices: dict[str, str] = {}
        self._heard: dict[str, set[str]] = {}
        self._leases: dict[str, Kept] = {}
        self._lacking: dict[str, list[str]] = {}
        """Of each device, the links that lack its leases, as long as nothing has changed."""
        self._beyond: frozenset[str] | None = None
        self._stirred: dict[tuple[str, str], str] = {}
        self._stirred_at = 0

    def settle(self, devices: dict[str, str]) -> list[Effect]:
        """The links that stand now, each with its device: tell all what is new about that."""
        if devices == self._devices:
            return []
        self._forget_reckoned()
        before, now = set(self._devices.values()), set(devices.values())
        known, self._devices = self._devices, devices
        for link in known.keys() - devices.keys():
            self._heard.pop(link, None)
        self._leases = {d: kept for d, kept in self._leases.items() if kept.over in devices}
        effects: list[Effect] = []
        for link in devices:
            gained, lost = (now - before, before - now) if link in known else (now, ())
            effects += _hears(link, gained, heard=True)
            effects += _hears(link, lost, heard=False)
        return effects

    def hears(self, link: str, device: str) -> bool:
        """Whether the other side of a link has one to that device itself."""
        return device in self._heard.get(link, ())

    def beyond(self) -> frozenset[str]:
        """The devices that our links hear and we don't: our own, and those behind a link."""
        if self._beyond is None:
            heard = frozenset[str]().union(*self._heard.values())
            self._beyond = heard.difference(self._devices.values())
        return self._beyond

    def told(self, link: str, message: Hears, now: int) -> list[Effect]:
        """What a link hears now; what we know of those whom it lacks.

        Raises:
            PeerError: of more than there are.
        """
        first = link not in self._heard
        heard = self._heard.get(link, set())
        heard = heard.union(message.devices) if message.heard else heard.difference(message.devices)
        if len(heard) > MAX_HEARD:
            raise PeerError("a link that hears everybody and more")
        self._heard[link] = heard
        self._forget_reckoned()
        if message.heard and not first:
            return []
        wanted = [d for d in self._leases if first or d in message.devices]
        return [e for device in wanted for e in self._lease(link, device, now)]

    def lease(self, device: str, frame: bytes, at: int, over: str, now: int) -> list[Effect]:
        """A lease, said ``at``: kept, and passed on."""
        self._leases[device] = Kept(frame, at, over)
        if device not in self._lacking:
            links = [link for link in self._heard if self._lacks(link, device)]
            self._lacking[device] = links
        return [e for link in self._lacking[device] for e in self._lease(link, device, now)]

    def goodbye(self, device: str, frame: bytes, held: int, over: str) -> list[Effect]:
        """A goodbye: passed on, and the end of what was kept."""
        self._leases.pop(device, None)
        return self.pass_on(device, frame, over, held)

    def pass_on(self, device: str, frame: bytes, over: str, held: int = 0) -> list[Effect]:
        """To all who lack its author, but the one that it came over."""
        links = [link for link in self._heard if link != over and self._lacks(link, device)]
        return [Send(link, relay_frame(held, frame)) for link in links]

    def stir(self, device: str, source: str, over: str) -> None:
        """Something of this device was fetched: those who lack it may want to."""
        self._stirred[device, source] = over

    @property
    def is_stirred(self) -> bool:
        """Whether there is something to tell of what was fetched."""
        return bool(self._stirred)

    def stirred(self, summary: Callable[[str], Summary], now: int) -> list[Effect]:
        """Tell those who lack them of what was fetched, now and then."""
        if not self._stirred or 0 <= now - self._stirred_at < STIR_EVERY:
            return []
        stirred, self._stirred, self._stirred_at = self._stirred, {}, now
        effects: list[Effect] = []
        for link in self._heard:
            news = {
                source
                for (device, source), over in stirred.items()
                if over != link and self._lacks(link, device)
            }
            for page in _pages(sorted(news), DIGEST_PAGE):
                digest = Digest(sources=tuple(map(summary, page)))
                effects.append(Send(link, message_frame(digest)))
        return effects

    def _forget_reckoned(self) -> None:
        self._lacking.clear()
        self._beyond = None

    def _lacks(self, link: str, device: str) -> bool:
        return device != self._devices.get(link) and device not in self._heard[link]

    def _lease(self, link: str, device: str, now: int) -> list[Effect]:
        kept = self._leases[device]
        if kept.over == link or not self._lacks(link, device):
            return []
        return [Send(link, relay_frame(now - kept.at, kept.frame))]


def _hears(link: str, devices: Collection[str], *, heard: bool) -> list[Effect]:
    pages = _pages(sorted(devices), HEARS_PAGE)
    return [Send(link, message_frame(Hears(devices=tuple(p), heard=heard))) for p in pages]


def _pages(items: list[str], size: int) -> Iterable[list[str]]:
    return (items[at : at + size] for at in range(0, len(items), size))
