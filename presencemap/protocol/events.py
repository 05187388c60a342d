"""What comes in from the network, past tense. ``link`` names one connection between two doors.

``link_key`` is always the dialler's CURVE public key (32 bytes): the dialler knows its own, the
responder takes it from ZAP's User-Id, so both sign over the same connection.
"""

from dataclasses import dataclass

from presencemap.protocol.address import Address, Outcome


@dataclass(frozen=True, slots=True)
class PeerFound:
    """Somebody of this team may be at these addresses (a beacon, a hint, by hand): no proof."""

    addresses: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class LinkOpened:
    """A dial came through: the other door spoke CURVE with the team's key."""

    link: str
    link_key: bytes


@dataclass(frozen=True, slots=True)
class DialFailed:
    """A dial came to nothing; ``refused``: the host is there, nobody listens."""

    link: str
    refused: bool


@dataclass(frozen=True, slots=True)
class FrameReceived:
    """A frame over a link, ours or one that another dialled to our door."""

    link: str
    link_key: bytes
    frame: bytes


@dataclass(frozen=True, slots=True)
class FeedReceived:
    """A frame from the feed that belongs to this link."""

    link: str
    frame: bytes


@dataclass(frozen=True, slots=True)
class Subscribed:
    """A subscriber of this key now hears our feed."""

    subscriber: bytes


@dataclass(frozen=True, slots=True)
class Overflowed:
    """Over this link more came than could be handled, for long; what waited was dropped."""

    link: str


@dataclass(frozen=True, slots=True)
class LinkLost:
    """The connection of a link, or of its feed, ended."""

    link: str


@dataclass(frozen=True, slots=True)
class DialledBack:
    """What came of a ``DialBack``; ``host``: where it was tried."""

    link: str
    number: int
    outcome: Outcome
    host: str


Event = (
    PeerFound
    | LinkOpened
    | DialFailed
    | FrameReceived
    | FeedReceived
    | Subscribed
    | LinkLost
    | Overflowed
    | DialledBack
)
