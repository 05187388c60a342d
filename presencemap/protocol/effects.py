"""What the protocol wants done, imperative; ``app/driver.py`` does it, in order.

The order matters: ``Save`` is committed before anything after it leaves this machine.
"""

from dataclasses import dataclass

from presencemap.protocol.address import Address
from presencemap.protocol.proof import Proof
from presencemap.protocol.record import Record


@dataclass(frozen=True, slots=True)
class Save:
    """Commit a record. ``own``: fully synced to disk, since its sequence number will be seen.

    ``outline``: what to hold of a post at the next start, without reading it.
    """

    record: Record
    expires: int
    own: bool = False
    outline: bytes = b""


@dataclass(frozen=True, slots=True)
class Erase:
    """Forget records by hash: replaced or expired."""

    hashes: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class SaveStatement:
    """Commit a statement of the membership log."""

    statement: bytes


@dataclass(frozen=True, slots=True)
class SaveDevice:
    """Keep the seed of this node's new device key; the old one is not used again."""

    seed: bytes


@dataclass(frozen=True, slots=True)
class SaveBlob:
    """Keep a blob under its hash, in hex; the record that names it keeps it alive."""

    blob: str
    data: bytes


@dataclass(frozen=True, slots=True)
class EraseBlobs:
    """Forget blobs, by hash: no record names them any more."""

    blobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaveSeen:
    """Keep when there was last a proof of a person's presence, in ms."""

    person: str
    at: int


@dataclass(frozen=True, slots=True)
class SaveProof:
    """Keep the proof that two computers use a person's key, instead of any other of theirs."""

    proof: Proof


@dataclass(frozen=True, slots=True)
class EraseProof:
    """Forget the proof about a person: it is explained."""

    person: str


@dataclass(frozen=True, slots=True)
class Publish:
    """Send a frame to all subscribers."""

    frame: bytes


@dataclass(frozen=True, slots=True)
class Send:
    """Send a frame over one link."""

    link: str
    frame: bytes


@dataclass(frozen=True, slots=True)
class SendPiece:
    """Send a piece of a kept blob over one link, of so many bytes; it is read when it goes."""

    link: str
    blob: str
    piece: int
    size: int


@dataclass(frozen=True, slots=True)
class Dial:
    """Connect to another door with a fresh key."""

    link: str
    address: Address


@dataclass(frozen=True, slots=True)
class Admit:
    """Let a subscriber of this key hear the feed."""

    subscriber: bytes


@dataclass(frozen=True, slots=True)
class Expel:
    """Admit this subscriber no more."""

    subscriber: bytes


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Hear the feed of a link's other side; ``feed_key`` is its CURVE public key."""

    link: str
    port: int
    feed_key: bytes


@dataclass(frozen=True, slots=True)
class CloseLink:
    """Drop a link and its subscription."""

    link: str


@dataclass(frozen=True, slots=True)
class DialBack:
    """Try the door of a link's other side: that port, only on the host where the link leads.

    ``DialledBack`` tells what came of it.
    """

    link: str
    number: int
    port: int


@dataclass(frozen=True, slots=True)
class TellRecord:
    """A record was taken; by whom and which is in it."""

    record: Record


@dataclass(frozen=True, slots=True)
class TellNotes:
    """Notes of mine, or to me, are gone, or are known to be held by others."""


@dataclass(frozen=True, slots=True)
class TellPicture:
    """A blob that a floor plan names has come, or gone."""


@dataclass(frozen=True, slots=True)
class TellPresence:
    """A person's presence changed."""

    person: str


@dataclass(frozen=True, slots=True)
class TellMember:
    """Somebody is a member now."""

    person: str


@dataclass(frozen=True, slots=True)
class TellOffence:
    """A person's node does what no honest one does; ``what`` follows the name in a sentence."""

    person: str
    what: str


@dataclass(frozen=True, slots=True)
class TellCard:
    """What is known of a person changed on this machine alone."""

    person: str


@dataclass(frozen=True, slots=True)
class TellCloned:
    """Two computers use this person's key, and neither has stopped."""

    person: str


@dataclass(frozen=True, slots=True)
class TellGone:
    """Somebody is no member any more: removed, left, or came by an invite that is void now.

    ``name``: what they were called; it is erased with them.
    """

    person: str
    name: str = ""


Effect = (
    Save
    | Erase
    | SaveStatement
    | SaveDevice
    | SaveBlob
    | EraseBlobs
    | SaveSeen
    | SaveProof
    | EraseProof
    | Publish
    | Send
    | SendPiece
    | Dial
    | Admit
    | Expel
    | Subscribe
    | CloseLink
    | DialBack
    | TellRecord
    | TellNotes
    | TellPicture
    | TellPresence
    | TellMember
    | TellOffence
    | TellGone
    | TellCard
    | TellCloned
)
