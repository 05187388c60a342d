"""What Mallory does to a colleague's node, by name: each attack for as long as she is told.

What is made up is prepared first, and then said as fast as the wire takes it.
"""

import contextlib
import random
import socket
from collections.abc import Callable
from itertools import cycle
from time import monotonic, sleep
from typing import TYPE_CHECKING

from presencemap.app.clock import now_ms
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol.bodies import post_body
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import (
    LOG,
    Compare,
    Digest,
    Fetch,
    FrameType,
    Hears,
    Statements,
    Summary,
    Word,
    frame,
    message_frame,
    opened,
    split_records,
)
from presencemap.protocol.fields import LAST_MOMENT
from presencemap.protocol.handshake import packed_statements
from presencemap.protocol.invitation import accepted, read_invitation
from presencemap.protocol.presence import word_frame
from presencemap.protocol.record import MAX_RECORD, PostBody, Record
from presencemap.protocol.signing import CurveKey, Signer
from tests.integration.mallory import DAY, HOST, Mallory, Turned, ends_of

if TYPE_CHECKING:
    import zmq

Attack = Callable[[Mallory, float], None]
REMOVED = "a removed member"


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
                    Summary(source=f"day {day}", count=9, xor="0" * 32)
                    for day in rng.sample(range(10**6), 256)
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
    now, far = now_ms(), LAST_MOMENT
    return [m.record(f"at {at}", at=at) for at in (0, now - 3 * DAY, now + 3 * DAY, far)] * 20


def _recorded(m: Mallory) -> list[bytes]:
    return list(m.victim.recorded)


def as_new(m: Mallory) -> list[bytes]:
    """A colleague's post: as it was, by her device in their name, changed by her, as her own."""
    now = now_ms()
    [data] = [data for data in m.victim.recorded if b'"kind":"post"' in data]
    [record] = map(Record.read, split_records(opened(data)[1]))
    assert isinstance(record.body, PostBody)
    theirs = {"author": record.header.author, "at": now, "life": DAY}
    again = record.body.model_copy(update={"said": now})
    edited = record.body.model_copy(update={"text": "changed", "replaces": (record.hash.hex(),)})
    return [
        data,
        m.signed(body=again, **theirs),
        m.signed(body=edited, **theirs | {"at": record.body.said + 1}),
        m.signed(body=edited, at=record.body.said + 1, life=DAY),
        m.signed(body=post_body(Draft(PostKind.ACTIVITY, "her own"), now), at=now, life=DAY),
    ]


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


def withhold(m: Mallory, until: float) -> None:
    """She claims to hear everybody and to hold what the victim holds, and passes nothing on."""
    while m.talk is None:
        m.say(b"")
    assert m.talk is not None
    people = (m.membership.devices(person) for person in m.membership.people)
    devices = tuple(device for each in people for device in each)
    m.talk.send(message_frame(Hears(devices=devices, heard=True)))
    m.sent += 1
    while monotonic() < until:
        for data in m.heard(50):
            if opened(data)[0] is FrameType.DIGEST:
                m.talk.send(data)
                m.sent += 1
    assert not m.is_cut, "nothing that she did is told of"


def void_invites(m: Mallory, until: float) -> None:
    """Newcomers by invites that are over or withdrawn, whose clocks are three days off."""
    for link, days in zip(cycle(m.victim.links), cycle((-3, 3, 0)), strict=False):
        if monotonic() > until:
            return
        now, person = now_ms(), Signer.fresh()
        invitation = read_invitation(link, now - 3 * DAY)
        m.become(person, accepted(invitation, person, Signer.fresh(), now + days * DAY))
        with contextlib.suppress(Turned):
            m.join()
            raise AssertionError("let in")
        m.sent += 1


def removed(m: Mallory, until: float) -> None:
    """She goes on: on her old link and feed, until they are cut, and by dialling again."""
    m.device = Signer(m.victim.device)  # her first: she has used up the others
    m.join()
    m.listen()
    subscriber = m.subscriber
    while not m.is_cut:
        m.heard(20)
        assert monotonic() < until, "never cut"
    m.cuts += 1
    while monotonic() < until:
        m.subscriber = subscriber
        m.listen()
        m.say_on(m.record("still here"))
        told = {opened(data)[0] for data in m.heard(20)}
        assert told <= {FrameType.STATEMENTS}, "told more than that she is removed"
        m.sent += 1
        with contextlib.suppress(Turned):
            m.join()
            raise AssertionError("let in again")


def idle(m: Mallory, until: float) -> None:
    """300 connections to each port that say nothing; what is cut is opened again."""
    opened_ones: list[socket.socket] = []
    while monotonic() < until:
        while len(opened_ones) < 600:
            port = (m.victim.door, m.victim.feed)[len(opened_ones) % 2]
            opened_ones.append(socket.socket())
            opened_ones[-1].setblocking(False)
            opened_ones[-1].connect_ex((HOST, port))
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


def _of_parts(number: int, size: int) -> Attack:
    """Messages of so many parts, over a new connection each time: the old one is cut."""

    def attack(m: Mallory, until: float) -> None:
        while monotonic() < until:
            with m.dealer() as talk:
                watching = ends_of(talk)
                talk.connect(f"tcp://{HOST}:{m.victim.door}")
                talk.send_multipart([bytes(size)] * number)
                m.sent += 1
                m.cuts += bool(watching.poll(2_000))
                talk.disable_monitor()
                watching.close(0)

    return attack


def many_at_once(m: Mallory, until: float) -> None:
    """Hundred connections, each with the beginning of a message of 10 MB."""
    while monotonic() < until:
        talks = [m.dealer() for _ in range(100)]
        for talk in talks:
            talk.connect(f"tcp://{HOST}:{m.victim.door}")
            talk.send_multipart([bytes(64_000)] * 160)
            m.sent += 1
        sleep(0.5)
        for talk in talks:
            talk.close(0)


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
    "old frames again": _over_and_over(_recorded),
    "a colleague's post as new": _over_and_over(as_new),
    "a relay that withholds": withhold,
    "invites that are void": void_invites,
    "idle connections": idle,
    "a handshake storm": handshakes,
    "20,000 parts": _of_parts(20_000, 100),
    "a message of 200 MB": _of_parts(3_125, 64_000),
    "a hundred of 10 MB": many_at_once,
    "random bytes at every port": ports,
    # The last but one: it uses up the devices that one person may have.
    "statements": _over_and_over(_statements),
    REMOVED: removed,
}
