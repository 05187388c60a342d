"""A link as its node sees it: how far it is, whose it is, how the two sides hear each other.

Values alone; what happens to a link is for ``peers`` to say.
"""

from dataclasses import dataclass
from enum import Enum, auto

from presencemap.protocol.address import Address, addresses_among
from presencemap.protocol.codec import Greeting


class Stage(Enum):
    """How far a link is."""

    DIALLING = auto()
    HELLO_SENT = auto()
    WELCOME_SENT = auto()
    STANDING = auto()
    DISMISSED = auto()
    """Told why the other side is a stranger now: nothing else goes over it, and it ends soon."""


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
    """One connection between two doors. ``key``: the dialler's, of this connection.

    ``hello``, ``welcome``: the hashes of their payloads. What the other side greeted with is empty
    until it did: ``subscriber`` is the key by which it hears our feed, ``feed_key`` that of its own
    feed, new with each run of its program.
    """

    id: str
    dialled: Address | None
    stage: Stage
    since: int
    key: bytes = b""
    hello: bytes = b""
    welcome: bytes = b""
    person: str = ""
    device: str = ""
    subscriber: str = ""
    feed_key: str = ""
    feed_port: int = 0
    listen: tuple[str, ...] = ()
    paused: bool = False
    faults: int = 0
    pushed: bool = False
    """Whether our live frames go over the link, since the other side can't reach our feed."""
    told: int | None = None
    """When the other side was last told what this node holds, in ms."""

    def meet(self, greeting: Greeting) -> None:
        """Know whose link it is."""
        self.person, self.device = greeting.person, greeting.device
        self.subscriber, self.feed_key = greeting.subscriber, greeting.feed_key
        self.feed_port, self.listen = greeting.feed_port, greeting.listen
        self.paused = greeting.paused

    @property
    def addresses(self) -> tuple[Address, ...]:
        """Where the other side may be dialled: where it was, then where it says that it listens."""
        dialled = () if self.dialled is None else (self.dialled,)
        return tuple(dict.fromkeys((*dialled, *addresses_among(self.listen))))

    def leads_where(self, other: "Link") -> bool:
        """Whether both lead to one node: a device, or a run of it that goes on as a new device."""
        same_run = self.feed_key == other.feed_key
        return self.person == other.person and (self.device == other.device or same_run)
