"""Mallory: a member of the team with a program of her own, in a process of her own.

She has what a member has: the keys of her profile and the discovery secret. Told by name which
attack to run and for how long; keeps no rule but those that get her a link.
"""

import contextlib
import multiprocessing
import os
import random
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from multiprocessing.connection import Connection
from time import monotonic, sleep
from typing import Any, Self

import zmq

from presencemap.app.clock import now_ms
from presencemap.domain.availability import Availability
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import status_body
from presencemap.protocol.codec import (
    LOG,
    Compare,
    Digest,
    Fetch,
    FrameType,
    Greeting,
    Statements,
    Summary,
    Word,
    frame,
    message_frame,
    opened,
    record_frames,
    split_signed,
)
from presencemap.protocol.handshake import (
    channel_of,
    greeting_frame,
    packed_statements,
    read_greeting,
    ready_frame,
)
from presencemap.protocol.membership import Membership, certified
from presencemap.protocol.presence import word_frame
from presencemap.protocol.record import MAX_RECORD, Record
from presencemap.protocol.signing import CurveKey, Signer, door_key
from presencemap.protocol.statement import Statement

HOST = "127.0.0.1"
DAY = 86_400_000
JOIN = 6.0


@dataclass(frozen=True)
class Victim:
    """What Mallory knows: her keys, the team's, the log, and where a colleague's node is."""

    person: bytes
    team: str
    secret: bytes
    log: tuple[bytes, ...]
    door: int
    feed: int
    control: str


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
        # A device of its own for each attack: that of the last one is kept out.
        self.person, self.device = Signer(self.victim.person), Signer.fresh()
        self.membership = Membership(self.victim.team, map(Statement.read, self.victim.log))
        self.membership.add([certified(self.victim.team, self.person, self.device, now_ms())])
        self.door = door_key(self.victim.secret).public
        self.context: zmq.Context[zmq.Socket[bytes]] = zmq.Context()
        self.context.set(zmq.MAX_SOCKETS, 4_000)
        self.talk: zmq.Socket[bytes] | None = None
        self.feed: zmq.Socket[bytes] | None = None
        self.watching: zmq.Socket[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        self.context.destroy(linger=0)

    def dealer(self, key: CurveKey | None = None) -> zmq.Socket[bytes]:
        key = key or CurveKey.fresh()
        made = self.context.socket(zmq.DEALER)
        made.linger, made.reconnect_ivl, made.sndhwm = 0, -1, 50_000
        made.curve_serverkey, made.curve_publickey, made.curve_secretkey = (
            self.door, key.public, key.secret,
        )  # fmt: skip
        return made

    def hello(self, key: CurveKey, feed: int, feed_key: CurveKey) -> tuple[bytes, bytes, bytes]:
        """(channel, HELLO, its hash) for the connection of that key."""
        greeting = Greeting(
            person=self.person.id,
            device=self.device.id,
            chain=packed_statements(self.membership.chain(self.person.id)),
            feed_port=feed,
            feed_key=feed_key.public.hex(),
            subscriber=CurveKey.fresh().public.hex(),
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
        self.watching = self.talk.get_monitor_socket(zmq.EVENT_DISCONNECTED)
        self.talk.connect(f"tcp://{HOST}:{self.victim.door}")
        channel, hello, said = self.hello(key, port, feed_key)
        self.talk.send(hello)
        if not self.talk.poll(1_500):
            raise Turned
        frame_type, payload = opened(self.talk.recv())
        assert frame_type is FrameType.WELCOME
        *_, welcome = read_greeting(FrameType.WELCOME, split_signed(payload), channel, said)
        self.talk.send(ready_frame(self.device, channel, welcome, said))
        if not self.feed.poll(3_000):
            raise Turned

    def leave(self) -> None:
        for each in (self.watching, self.talk, self.feed):
            if each is not None:
                each.close(0)
        self.talk = self.feed = self.watching = None

    def say(self, data: bytes, *, over: str = "link") -> None:
        """One frame; joins again, and waits to be let in, where she was cut."""
        if self.talk is None or self.watching is None or self.watching.poll(0):
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
            with contextlib.suppress(zmq.Again):
                self.talk.send(data, zmq.DONTWAIT)
            while self.talk.poll(0):
                self.talk.recv()
        self.sent += 1

    def record(self, text: str = "flood", **changes: Any) -> bytes:
        """A status of hers."""
        now = now_ms()
        said = Status(Availability.BUSY, now, activity=Activity(Kind.WORKING_ON, text))
        fields = {"seq": next(self.seq), "at": now, "life": DAY} | changes
        record = Record.sign(
            self.device, team=self.victim.team, author=self.person.id,
            body=status_body(said, next(self.revision)), **fields,
        )  # fmt: skip
        [made] = record_frames([record.data])
        return made


Attack = Callable[[Mallory, float], None]


def _over_and_over(make: Callable[[Mallory], list[bytes]], over: str = "link") -> Attack:
    """Prepare frames, then say them as fast as the wire takes them."""

    def attack(mallory: Mallory, until: float) -> None:
        frames = make(mallory)
        while monotonic() < until:
            for data in frames:
                mallory.say(data, over=over)
                if monotonic() > until:
                    return

    return attack


def _records(m: Mallory) -> list[bytes]:
    return [m.record(f"flood {n}") for n in range(3_000)]


def _statements(m: Mallory) -> list[bytes]:
    made = (certified(m.victim.team, m.person, Signer.fresh(), now_ms()) for _ in range(1_000))
    return [message_frame(Statements(items=packed_statements([each]))) for each in made]


def _questions(m: Mallory) -> list[bytes]:
    hashes = tuple(s.hash.hex() for s in m.membership)
    return [
        message_frame(Compare(source=LOG, below=1 << 40)),
        message_frame(Fetch(source=LOG, hashes=hashes)),
    ]


def _digests(_: Mallory) -> list[bytes]:
    rng = random.Random(1)
    return [
        message_frame(
            Digest(
                sources=tuple(
                    Summary(source=f"day {rng.randrange(10**6)}", count=9, xor="0" * 32)
                    for _ in range(256)
                )
            )
        )
        for _ in range(20)
    ]


def _words(m: Mallory) -> list[bytes]:
    now = now_ms()
    return [
        word_frame(
            m.device,
            FrameType.LEASE if n % 2 else FrameType.GOODBYE,
            Word(
                team=m.victim.team, person=m.person.id, device=m.device.id,
                counter=now + n, head=now + n, addresses=(), asks=(), answers=(),
            ),
        )
        for n in range(2_000)
    ]  # fmt: skip


def _clock(m: Mallory) -> list[bytes]:
    now, far = now_ms(), (1 << 52) - 1
    return [m.record(f"at {at}", at=at) for at in (0, now - 3 * DAY, now + 3 * DAY, far)] * 20


def _nested(_: Mallory) -> list[bytes]:
    deep = b"[" * 60_000
    return [bytes((1, kind)) + deep for kind in FrameType if kind > 3]


def _noise(_: Mallory) -> list[bytes]:
    rng = random.Random(2)
    return [rng.randbytes(rng.randrange(1, 2_000)) for _ in range(500)]


def _oversize(m: Mallory) -> list[bytes]:
    """A byte over the limit of a record: seven of them, so that the link lives."""
    data = m.record()[4:]
    too_long = data + bytes(MAX_RECORD + 1 - len(data))
    return [frame(FrameType.RECORDS, len(too_long).to_bytes(2) + too_long)] * 7


def once_oversize(m: Mallory, until: float) -> None:
    while m.talk is None:
        m.say(b"")
    cuts = m.cuts
    for data in _oversize(m):
        m.say(data)
    m.say(m.record("after the oversize ones"))
    while monotonic() < until:
        sleep(0.05)
    assert m.watching is not None
    assert not m.watching.poll(0), "the link lives"
    assert m.cuts == cuts


def idle(m: Mallory, until: float) -> None:
    """300 connections to each port that say nothing; what is cut is opened again."""
    opened_ones: list[socket.socket] = []
    while monotonic() < until:
        while len(opened_ones) < 600:
            port = (m.victim.door, m.victim.feed)[len(opened_ones) % 2]
            with contextlib.suppress(OSError):
                opened_ones.append(socket.create_connection((HOST, port), timeout=1))
                opened_ones[-1].setblocking(False)
        m.sent = max(m.sent, len(opened_ones))
        kept = []
        for each in opened_ones:
            try:
                ended = each.recv(64) == b""
            except BlockingIOError:
                ended = False
            except OSError:
                ended = True
            if ended:
                m.cuts += 1
                each.close()
            else:
                kept.append(each)
        opened_ones = kept
        sleep(0.05)
    for each in opened_ones:
        each.close()


def handshakes(m: Mallory, until: float) -> None:
    """Well-formed greetings over one new connection after another."""
    feed_key = CurveKey.fresh()
    last: list[zmq.Socket[bytes]] = []
    while monotonic() < until:
        key = CurveKey.fresh()
        talk = m.dealer(key)
        talk.connect(f"tcp://{HOST}:{m.victim.door}")
        talk.send(m.hello(key, 1, feed_key)[1])
        last.append(talk)
        m.sent += 1
        if len(last) > 100:
            last.pop(0).close(0)
        sleep(0.002)
    for each in last:
        each.close(0)


def many_parts(m: Mallory, until: float) -> None:
    """20,000 parts a message, over a new connection each time: the old one is cut."""
    while monotonic() < until:
        with m.dealer() as talk:
            watching = talk.get_monitor_socket(zmq.EVENT_DISCONNECTED)
            talk.connect(f"tcp://{HOST}:{m.victim.door}")
            talk.send_multipart([bytes(100)] * 20_000)
            m.sent += 1
            m.cuts += bool(watching.poll(2_000))
            talk.disable_monitor()
            watching.close(0)


def ports(m: Mallory, until: float) -> None:
    """Random bytes at the door, the feed and the control socket."""
    rng = random.Random(3)
    greeting = bytes.fromhex("ff00000000000000017f0301") + b"CURVE".ljust(20, b"\0") + bytes(32)
    while monotonic() < until:
        for where in (m.victim.door, m.victim.feed, m.victim.control):
            for start in (b"", greeting, b'{"do":', b"[" * 5_000):
                with contextlib.suppress(OSError), _connection(where) as raw:
                    raw.sendall(start + rng.randbytes(rng.randrange(4_000)) + b"\n")
                    m.sent += 1


def _connection(where: int | str) -> socket.socket:
    if isinstance(where, int):
        return socket.create_connection((HOST, where), timeout=1)
    raw = socket.socket(socket.AF_UNIX)
    raw.settimeout(1)
    raw.connect(where)
    return raw


def nothing(_: Mallory, until: float) -> None:
    while monotonic() < until:
        sleep(0.05)


ATTACKS: dict[str, Attack] = {
    "no attack": nothing,
    "oversize by a byte": once_oversize,
    "deep nesting": _over_and_over(_nested),
    "random frames": _over_and_over(_noise),
    "records over the feed": _over_and_over(_records, "feed"),
    "records over the link": _over_and_over(_records),
    "clocks out by days and ages": _over_and_over(_clock, "feed"),
    "questions": _over_and_over(_questions),
    "made-up digests": _over_and_over(_digests),
    "leases and goodbyes": _over_and_over(_words, "feed"),
    "idle connections": idle,
    "a handshake storm": handshakes,
    "20,000 parts": many_parts,
    "random bytes at every port": ports,
    # The last one: it uses up the devices that one person may have.
    "statements": _over_and_over(_statements),
}


@dataclass(frozen=True)
class Done:
    """What an attack came to."""

    sent: int
    cuts: int
    failure: str


def _serve(victim: Victim, pipe: Connection) -> None:
    os.nice(1)
    while True:
        try:
            name, seconds = pipe.recv()
        except EOFError:
            return
        with Mallory(victim) as mallory:
            failure = ""
            try:
                ATTACKS[name](mallory, monotonic() + seconds)
            except Exception as error:
                failure = repr(error)
        pipe.send(Done(mallory.sent, mallory.cuts, failure))


class Attacker:
    """Her process, by ``with``."""

    def __init__(self, victim: Victim) -> None:
        fresh = multiprocessing.get_context("spawn")
        self._pipe, other = fresh.Pipe()
        self._process = fresh.Process(target=_serve, args=(victim, other), daemon=True)
        self._process.start()
        other.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._pipe.close()
        self._process.join(5)
        self._process.kill()
        self._process.join()
        self._process.close()

    def begin(self, name: str, seconds: float) -> None:
        self._pipe.send((name, seconds))

    def under_way(self) -> bool:
        return not self._pipe.poll()

    def done(self) -> Done:
        told: Done = self._pipe.recv()
        return told
