"""Peers: the links of this node, from the first dial to the last word.

Runs the handshake on each link, keeps one link a device, dials again what was lost. Sans-IO:
events in, effects out. Knows no records; whom to believe is ``membership``'s matter.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import count
from typing import Final

from presencemap.domain.errors import InvalidInput, PeerError
from presencemap.protocol.address import Address
from presencemap.protocol.codec import FrameType, Greeting, split_signed
from presencemap.protocol.effects import Admit, CloseLink, Dial, Effect, Expel, Send, Subscribe
from presencemap.protocol.handshake import (
    check_ready,
    greeting_frame,
    packed_statements,
    read_greeting,
    ready_frame,
)
from presencemap.protocol.membership import Membership, proven
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.protocol.targets import Targets

HANDSHAKE_WITHIN: Final = 3_000
MAX_FAULTS: Final = 8
"""Bad frames over one link until it is cut."""
MAX_HALF_OPEN: Final = 256


class Stage(Enum):
    """How far a link is."""

    DIALLING = auto()
    HELLO_SENT = auto()
    WELCOME_SENT = auto()
    STANDING = auto()


@dataclass(frozen=True, slots=True)
class Here:
    """How this node greets: where its feed and its door are. Set when the sockets are open."""

    feed_port: int
    feed_key: bytes
    subscriber: bytes
    listen: tuple[Address, ...]
    program: str


@dataclass(slots=True)
class Link:
    """One connection between two doors."""

    id: str
    dialled: Address | None
    stage: Stage
    since: int
    key: bytes = b""
    hello: bytes = b""
    welcome: bytes = b""
    greeting: Greeting | None = None
    chain: list[Statement] = field(default_factory=list)
    faults: int = 0

    @property
    def person(self) -> str:
        """Whose link it is, once greeted."""
        return self.greeting.person if self.greeting else ""

    @property
    def device(self) -> str:
        """Which device's link it is, once greeted."""
        return self.greeting.device if self.greeting else ""


class Peers:
    """The links of one node. ``learn`` judges a chain and answers what to do about it."""

    def __init__(
        self,
        membership: Membership,
        person: str,
        device: Signer,
        learn: Callable[[str, list[Statement], int], list[Effect]],
    ) -> None:
        self.device = device
        self.targets = Targets()
        self.links: dict[str, Link] = {}
        self.here: Here | None = None
        self._membership = membership
        self._person = person
        self._learn = learn
        self._names = count(1)

    def standing(self) -> list[Link]:
        """The links that got through the handshake."""
        return [link for link in self.links.values() if link.stage is Stage.STANDING]

    def subscribed(self, subscriber: bytes) -> list[Link]:
        """The standing links whose other side has this subscriber key."""
        key = subscriber.hex()
        return [k for k in self.standing() if k.greeting and k.greeting.subscriber == key]

    def dial_due(self, now: int) -> list[Effect]:
        """Dial who is due; only one link a device stands."""
        linked = frozenset((self.device.id, *(link.device for link in self.standing())))
        effects: list[Effect] = []
        for target in self.targets.due(now, linked):
            target.link = f"out-{next(self._names)}"
            self.links[target.link] = Link(target.link, target.address, Stage.DIALLING, now)
            effects.append(Dial(target.link, target.address))
        return effects

    def opened(self, name: str, key: bytes, now: int) -> list[Effect]:
        """A dial came through: say who we are, bound to this connection's key."""
        link = self.links.get(name)
        if link is None:
            return []
        link.key, link.since, link.stage = key, now, Stage.HELLO_SENT
        data, link.hello = greeting_frame(self.device, FrameType.HELLO, self._greeting(), key)
        return [Send(name, data)]

    def greeted(
        self, name: str, key: bytes, frame_type: FrameType, payload: bytes, now: int
    ) -> list[Effect]:
        """A handshake frame.

        Raises:
            PeerError: out of turn, not signed for this connection, or a stranger's.
        """
        signed = split_signed(payload)
        if frame_type is FrameType.HELLO:
            if name in self.links or self._half_open() >= MAX_HALF_OPEN:
                raise PeerError("a HELLO out of turn")
            greeting, chain, hello = read_greeting(frame_type, signed, key)
            learnt = self._believed(greeting, chain, key, now)
            link = Link(name, None, Stage.WELCOME_SENT, now, key, hello, b"", greeting, chain)
            self.links[name] = link
            data, link.welcome = greeting_frame(
                self.device, FrameType.WELCOME, self._greeting(), key, hello
            )
            # Admitted before the welcome goes out: a CURVE client that is refused never retries.
            return [*learnt, Admit(bytes.fromhex(greeting.subscriber)), Send(name, data)]
        waiting = self.links.get(name)
        if frame_type is FrameType.WELCOME and waiting and waiting.stage is Stage.HELLO_SENT:
            greeting, chain, waiting.welcome = read_greeting(
                frame_type, signed, waiting.key, waiting.hello
            )
            learnt = self._believed(greeting, chain, waiting.key, now)
            waiting.greeting, waiting.chain = greeting, chain
            self.targets.met(name, greeting.device)
            ready = ready_frame(self.device, waiting.key, waiting.welcome, waiting.hello)
            admit = Admit(bytes.fromhex(greeting.subscriber))
            return [*learnt, admit, Send(name, ready), *self._stand(waiting, now)]
        if frame_type is FrameType.READY and waiting and waiting.stage is Stage.WELCOME_SENT:
            check_ready(waiting.device, signed, waiting.key, waiting.welcome, waiting.hello)
            return self._stand(waiting, now)
        raise PeerError(f"a {frame_type.name} out of turn")

    def lost(self, name: str, now: int) -> list[Effect]:
        """A link ended by itself; whoever stood there is dialled again, at once."""
        link = self.links.pop(name, None)
        if link is None:
            return []
        self.targets.failed(name, now)
        if link.stage is not Stage.STANDING:
            return []
        if link.device not in {other.device for other in self.standing()}:
            self.targets.hurry(link.device, self._addresses(link), now)
        return self._expelled(link)

    def fault(self, name: str, now: int) -> list[Effect]:
        """A bad frame: one too many, or any before the handshake is through, ends the link."""
        link = self.links.get(name)
        if link is None:
            return [CloseLink(name)]
        link.faults += 1
        if link.stage is Stage.STANDING and link.faults < MAX_FAULTS:
            return []
        return [CloseLink(name), *self.lost(name, now)]

    def expire(self, now: int) -> list[Effect]:
        """End the handshakes that take too long (dials have their own time in ``net``)."""
        late = [
            link.id
            for link in self.links.values()
            if link.stage in (Stage.HELLO_SENT, Stage.WELCOME_SENT)
            and now - link.since >= HANDSHAKE_WITHIN
        ]
        return [e for name in late for e in (CloseLink(name), *self.lost(name, now))]

    def _greeting(self) -> Greeting:
        if self.here is None:
            raise InvalidInput("The node isn't open yet.")
        chain = self._membership.chain(self._person)
        return Greeting(
            person=self._person,
            device=self.device.id,
            chain=packed_statements(chain),
            feed_port=self.here.feed_port,
            feed_key=self.here.feed_key.hex(),
            subscriber=self.here.subscriber.hex(),
            listen=tuple(map(str, self.here.listen)),
            program=self.here.program,
        )

    def _believed(
        self, greeting: Greeting, chain: list[Statement], key: bytes, now: int
    ) -> list[Effect]:
        if greeting.device == self.device.id:
            for link in self.links.values():
                if link.key == key:
                    self.targets.met(link.id, greeting.device)
            raise PeerError("this is ourselves")
        learnt = self._learn(greeting.person, chain, now)
        proven(self._membership, greeting.person, greeting.device, now)
        return learnt

    def _stand(self, link: Link, now: int) -> list[Effect]:
        """The handshake is through: hear each other, and keep one link a device."""
        link.stage, link.since = Stage.STANDING, now
        greeting = link.greeting
        if greeting is None:  # pragma: no cover - a link stands only after its greeting
            return []
        effects: list[Effect] = [
            Subscribe(link.id, greeting.feed_port, bytes.fromhex(greeting.feed_key))
        ]
        for other in self.standing():
            if other is link or other.device != link.device:
                continue
            loser = link if self._stays(other, link) else other
            effects += [CloseLink(loser.id), *self._let_go(loser, now)]
            if loser is link:
                effects.pop(0)
        return effects

    def _stays(self, old: Link, new: Link) -> bool:
        """Of two links of one run, the one dialled by the lower device id; else the newer run's."""
        if old.greeting is None or new.greeting is None:  # pragma: no cover - both stand
            return False
        if old.greeting.feed_key != new.greeting.feed_key:
            return False
        by_lower = self.device.id < old.device
        return (old.dialled is not None) == by_lower and (new.dialled is not None) != by_lower

    def _let_go(self, link: Link, now: int) -> list[Effect]:
        """Close our side of a link that isn't needed; its address stays known for later."""
        del self.links[link.id]
        target = self.targets.by_link(link.id)
        if target is not None:
            target.link, target.due = None, now
        return self._expelled(link)

    def _expelled(self, link: Link) -> list[Effect]:
        """The subscriber key of a run is admitted as long as one link of that run is there."""
        if link.greeting is None:  # pragma: no cover - only greeted links come here
            return []
        key = link.greeting.subscriber
        if any(k.greeting and k.greeting.subscriber == key for k in self.links.values()):
            return []
        return [Expel(bytes.fromhex(key))]

    def _half_open(self) -> int:
        return sum(link.stage is Stage.WELCOME_SENT for link in self.links.values())

    @staticmethod
    def _addresses(link: Link) -> tuple[Address, ...]:
        """Where the other side of a link may be dialled."""
        given = link.greeting.listen if link.greeting else ()
        return tuple(dict.fromkeys((*_readable(given), *filter(None, [link.dialled]))))


def _readable(addresses: Iterable[str]) -> Iterable[Address]:
    for text in addresses:
        try:
            yield Address.parse(text)
        except InvalidInput:
            continue
