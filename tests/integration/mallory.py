"""Mallory: a member of the team with a program of her own.

She has what a member has: the keys of her profile and the discovery secret. Keeps no rule but those
that get her a link. What she does with it is in ``attacks``.
"""

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from time import sleep
from typing import Any, Self

import zmq

from presencemap.app.clock import now_ms
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import status_body
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import FrameType, Greeting, opened, record_frames, split_signed
from presencemap.protocol.handshake import (
    channel_of,
    greeting_frame,
    packed_statements,
    read_greeting,
    ready_frame,
)
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import Record
from presencemap.protocol.signing import CurveKey, Signer, door_key
from presencemap.protocol.statement import Statement
from presencemap.store.identity import Identity, TeamKeys

HOST = "127.0.0.1"
DAY = 86_400_000

_WATCHES = count()


def ends_of(socket: zmq.Socket[bytes]) -> zmq.Socket[bytes]:
    """Tells when a connection of it ends.

    Numbered: by the socket's descriptor, as pyzmq names them, an older one may still be there.
    """
    return socket.get_monitor_socket(zmq.EVENT_DISCONNECTED, f"inproc://ends-{next(_WATCHES)}")


@dataclass(frozen=True)
class Victim:
    """What Mallory knows: her keys, the team's, the log, and where a colleague's node is.

    ``recorded``: frames that another colleague once sent; ``links``: invites that are void.
    """

    person: bytes
    device: bytes
    team: str
    secret: bytes
    log: tuple[bytes, ...]
    door: int
    feed: int
    control: str = ""
    recorded: tuple[bytes, ...] = ()
    links: tuple[str, ...] = ()


def victim_of(mallory: ProfilePaths, door: str, feed: str, **further: Any) -> Victim:
    """What Mallory can know, from her own profile, of the node with that door and feed."""
    identity, keys = Identity.load(mallory.keys), TeamKeys.load(mallory.keys)
    assert identity is not None
    assert keys is not None
    with StoreDesk(mallory) as desk:
        log = tuple(statement.data for statement in desk.team.endpoint.membership)
    ports = (int(each.rpartition(":")[2]) for each in (door, feed))
    return Victim(
        identity.person.seed, identity.device.seed, keys.team, keys.discovery_secret, log, *ports,
        **further,
    )  # fmt: skip


class Turned(Exception):
    """The door was closed to her, or the link was cut."""


@dataclass
class Mallory:
    """Her sockets and her links, by ``with``."""

    victim: Victim
    seq: Iterator[int] = field(default_factory=lambda: count(now_ms()))
    revision: Iterator[int] = field(default_factory=lambda: count(1))
    cuts: int = 0
    sent: int = 0

    def __post_init__(self) -> None:
        self.become(Signer(self.victim.person), map(Statement.read, self.victim.log))
        self.door = door_key(self.victim.secret).public
        self.subscriber = CurveKey.fresh()
        self.context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.context.set(zmq.MAX_SOCKETS, 4_000)
        self.talk: zmq.Socket[bytes] | None = None
        self.feed: zmq.Socket[bytes] | None = None
        self.watching: zmq.Socket[bytes] | None = None
        self.ear: zmq.Socket[bytes] | None = None
        self.welcomed: Greeting | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        self.context.destroy(linger=0)

    def become(self, person: Signer, log: Iterable[Statement]) -> None:
        """Go by these keys, with a device of their own: that of the last attack is kept out."""
        self.person, self.device = person, Signer.fresh()
        self.membership = Membership(self.victim.team, log)
        self.membership.add([certified(self.victim.team, person, self.device, now_ms())])

    def socket(self, kind: int, server: bytes, key: CurveKey | None = None) -> zmq.Socket[bytes]:
        """A CURVE client that connects once."""
        key = key or CurveKey.fresh()
        made = self.context.socket(kind)
        made.linger, made.reconnect_ivl, made.sndhwm = 0, -1, 50_000
        made.curve_serverkey, made.curve_publickey, made.curve_secretkey = (
            server, key.public, key.secret,
        )  # fmt: skip
        return made

    def dealer(self, key: CurveKey | None = None) -> zmq.Socket[bytes]:
        return self.socket(zmq.DEALER, self.door, key)

    def hello(self, key: CurveKey, feed: int, feed_key: CurveKey) -> tuple[bytes, bytes, bytes]:
        """(channel, HELLO, its hash) for the connection of that key."""
        greeting = Greeting(
            person=self.person.id,
            device=self.device.id,
            chain=packed_statements(self.membership.chain(self.person.id)),
            feed_port=feed,
            feed_key=feed_key.public.hex(),
            subscriber=self.subscriber.public.hex(),
            listen=(),
            program="mallory",
        )
        channel = channel_of(self.victim.team, key.public)
        return (channel, *greeting_frame(self.device, FrameType.HELLO, greeting, channel))

    def join(self) -> None:
        """A link that stands, and a feed that the victim hears."""
        self.leave()
        key, feed_key = CurveKey.fresh(), CurveKey.fresh()
        self.feed = self.context.socket(zmq.XPUB)
        self.feed.linger, self.feed.sndhwm = 0, 50_000
        self.feed.curve_server, self.feed.curve_secretkey = True, feed_key.secret
        port = self.feed.bind_to_random_port(f"tcp://{HOST}")
        self.talk = self.dealer(key)
        self.watching = ends_of(self.talk)
        self.talk.connect(f"tcp://{HOST}:{self.victim.door}")
        channel, hello, said = self.hello(key, port, feed_key)
        self.say_on(hello)
        _polling(self.talk, self.watching).poll(1_500)
        if not self.talk.poll(0):
            raise Turned
        frame_type, payload = opened(self.talk.recv())
        if frame_type is FrameType.STATEMENTS:
            raise Turned  # told why
        assert frame_type is FrameType.WELCOME
        signed = split_signed(payload)
        self.welcomed, _, welcome = read_greeting(FrameType.WELCOME, signed, channel, said)
        self.say_on(ready_frame(self.device, channel, welcome, said))
        if not self.feed.poll(3_000):
            raise Turned

    def listen(self) -> None:
        """Hear the victim's feed."""
        assert self.welcomed is not None
        server = bytes.fromhex(self.welcomed.feed_key)
        self.ear = self.socket(zmq.SUB, server, self.subscriber)
        self.ear.subscribe(b"")
        self.ear.connect(f"tcp://{HOST}:{self.victim.feed}")

    def is_told(self) -> None:
        """Wait until what the victim says is heard."""
        assert self.ear is not None
        assert self.ear.poll(5_000), "a lease greets who is new"

    def heard(self, within: int = 0) -> list[bytes]:
        """What came over link and feed; waits so many ms for a first frame."""
        either = _polling(self.talk, self.ear)
        came = []
        while ready := either.poll(0 if came else within):
            came += [each.recv() for each, _ in ready]
        return came

    @property
    def is_cut(self) -> bool:
        return self.watching is None or bool(self.watching.poll(0))

    def leave(self) -> None:
        for each in (self.watching, self.talk, self.feed, self.ear):
            if each is not None:
                each.close(0)
        self.talk = self.feed = self.watching = self.ear = None

    def say(self, data: bytes, *, over: str = "link") -> None:
        """One frame; joins again, and waits to be let in, where she was cut."""
        if self.talk is None or self.is_cut:
            self.cuts += self.talk is not None
            with contextlib.suppress(Turned):
                self.join()
                return
            self.leave()
            sleep(0.3)
            return
        if over == "feed":
            assert self.feed is not None
            self.feed.send(data, zmq.DONTWAIT)
        else:
            self.say_on(data)
            while self.talk.poll(0):
                self.talk.recv()
        self.sent += 1

    def say_on(self, data: bytes) -> None:
        """One frame, over the link as it is."""
        assert self.talk is not None
        with contextlib.suppress(zmq.Again):
            self.talk.send(data, zmq.DONTWAIT)

    def record(self, text: str = "flood", **changes: Any) -> bytes:
        """A status of hers, as a frame."""
        now = now_ms()
        said = Status(Availability.BUSY, now, activity=Activity(Kind.WORKING_ON, text))
        body = status_body(said, next(self.revision))
        return self.signed(**{"body": body, "at": now, "life": DAY} | changes)

    def signed(self, **said: Any) -> bytes:
        """A record by her device, as a frame."""
        team, author = self.victim.team, self.person.id
        fields = {"team": team, "author": author, "seq": next(self.seq)} | said
        [made] = record_frames([Record.sign(self.device, **fields).data])
        return made


def _polling(*sockets: zmq.Socket[bytes] | None) -> zmq.Poller:
    poller = zmq.Poller()
    for each in filter(None, sockets):
        poller.register(each, zmq.POLLIN)
    return poller
