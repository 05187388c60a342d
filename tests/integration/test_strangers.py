"""A stranger at the doors of a real node gets no word of it. Mirrors no one module.

Every byte that the node says to the stranger is kept by a tap; what is let pass are ZeroMQ's own
greeting and handshake, which are the same for everybody.
"""

import contextlib
import json
import random
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest
import zmq

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPeer, CreateInvite, RemovePeer, SetStatus
from presencemap.app.driver import Driver
from presencemap.app.entry import create_team, join_team
from presencemap.app.node import Node
from presencemap.app.notices import Started
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Presence
from presencemap.domain.person import Profile
from presencemap.domain.status import Activity, Kind
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.codec import FrameType, Greeting, frame
from presencemap.protocol.events import Event, FeedReceived, FrameReceived, LinkOpened
from presencemap.protocol.handshake import channel_of, greeting_frame, packed_statements
from presencemap.protocol.invitation import invite_link
from presencemap.protocol.signing import CurveKey, Signer, door_key
from presencemap.protocol.statement import Certificate, Invite, Statement, invited
from presencemap.store.identity import Identity, TeamKeys
from tests.nodes import Witness, eventually, running
from tests.tap import LOOPBACK, Tap

HOUR = 3_600_000
SAID = "Only for my own team #secret"
GREETING = bytes.fromhex("ff00000000000000017f0301") + b"CURVE".ljust(20, b"\0")
"""ZMTP 3.1 as a CURVE server begins it, up to its as-server flag."""


@dataclass
class Team:
    """A pair of members that talks all the while, and the ports of one of them."""

    anna: ProfilePaths
    bram: ProfilePaths
    link: str
    node: Node
    second: Node
    sees: Witness
    door: Tap
    feed: Tap
    keys: TeamKeys
    feed_key: bytes
    words: Iterator[int]

    def exchange(self) -> None:
        """The pair goes on: what Anna says now, Bram sees."""
        text = f"{SAID} {next(self.words)}"
        on = SetStatus(activity=Activity(Kind.WORKING_ON, text), until=now_ms() + HOUR)
        self.node.post(on).result(5)

        def seen(w: Witness) -> bool:
            card = w.named("Anna Peeters")
            activity = card.status.activity if card and card.status else None
            return activity is not None and activity.text == text

        self.sees.until(seen)

    def said_nothing(self, *, through: bool) -> None:
        """All that was said at both ports was ZeroMQ's handshake, up to READY if ``through``."""
        heard = [*self.door.heard, *self.feed.heard]
        assert heard, "somebody was there"
        commands = [name for data in heard for name in handshake_of(data)]
        assert (b"READY" in commands) is through
        everything = b"".join(heard)
        for word in self.private_words():
            assert word not in everything

    def private_words(self) -> list[bytes]:
        """What nobody else may read."""
        me = Identity.load(self.anna.keys)
        assert me is not None
        ids = [me.person.id, me.device.id, self.keys.team]
        texts = [b"Anna", b"Peeters", b"Bram", b"Lerend Collectief", b"secret", self.feed_key]
        return [*texts, *(i.encode() for i in ids), *map(bytes.fromhex, ids)]

    def strangers_are_unknown(self) -> None:
        """Nobody but the two is on Anna's list."""
        cards = self.node.call(lambda d: d.endpoint.cards.all(now_ms())).result(5)
        assert {card.person.name for card in cards} == {"Anna Peeters", "Bram Claeys"}


def handshake_of(data: bytes) -> list[bytes]:
    """The names of the commands after ZMTP's greeting; anything else fails."""
    assert GREETING.startswith(data[: len(GREETING)]), data[:64]
    assert not data[len(GREETING) + 1 : 64].strip(b"\0"), "the filler is empty"
    names, rest = [], data[64:]
    while rest:
        assert rest[0] == 4, f"a message, or no ZMTP at all: {rest[:32]!r}"
        length, name = rest[1], rest[3 : 3 + rest[2]]
        assert name in (b"WELCOME", b"READY", b"ERROR"), name
        names.append(name)
        rest = rest[2 + length :]
    return names


@dataclass
class Pair:
    """Two members that talk all the while."""

    anna: ProfilePaths
    bram: ProfilePaths
    link: str
    node: Node
    second: Node
    sees: Witness
    started: Started
    words: Iterator[int] = field(default_factory=count)


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    home = tmp_path_factory.mktemp("pair")
    anna = ProfilePaths.at(home / "anna")
    create_team(anna, "Lerend Collectief", Profile("Anna Peeters"), now_ms())
    with StoreDesk(anna) as desk:
        link = str(desk.obey(CreateInvite(uses=1)))
    bram = ProfilePaths.at(home / "bram")
    join_team(bram, link, Profile("Bram Claeys"), now_ms())
    with (
        running(anna) as (node, _, started),
        running(bram, started.door.removeprefix("tcp://")) as (second, sees, _),
    ):
        sees.until(lambda w: (c := w.named("Anna Peeters")) and c.presence is Presence.ONLINE)
        yield Pair(anna, bram, link, node, second, sees, started)


@pytest.fixture
def team(pair: Pair) -> Iterator[Team]:
    """The pair, with fresh taps on the ports of one of them; it still talks afterwards."""
    keys = TeamKeys.load(pair.anna.keys)
    assert keys is not None
    door, feed = (
        Tap(int(each.rpartition(":")[2])) for each in (pair.started.door, pair.started.feed)
    )
    feed_key = pair.node.call(lambda d: d.endpoint.peers.here.feed_key).result(5)
    with door, feed:
        team = Team(
            pair.anna, pair.bram, pair.link, pair.node, pair.second, pair.sees,
            door, feed, keys, feed_key, pair.words,
        )  # fmt: skip
        team.exchange()
        yield team
        team.exchange()
        team.strangers_are_unknown()


@contextlib.contextmanager
def zmq_socket(
    kind: int,
    tap: Tap,
    server: bytes | None = None,
    key: CurveKey | None = None,
    *,
    plain: bool = False,
) -> Iterator[zmq.Socket[bytes]]:
    """A stranger's own socket: with CURVE where the ``server``'s key is given."""
    with zmq.Context() as context, context.socket(kind) as made:
        made.setsockopt(zmq.LINGER, 0)
        made.setsockopt(zmq.RECONNECT_IVL, -1)
        if server is not None:
            key = key or CurveKey.fresh()
            made.setsockopt(zmq.CURVE_SERVERKEY, server)
            made.setsockopt(zmq.CURVE_PUBLICKEY, key.public)
            made.setsockopt(zmq.CURVE_SECRETKEY, key.secret)
        if plain:
            made.setsockopt(zmq.PLAIN_USERNAME, b"anna")
            made.setsockopt(zmq.PLAIN_PASSWORD, b"anna")
        if kind == zmq.SUB:
            made.setsockopt(zmq.SUBSCRIBE, b"")
        made.connect(f"tcp://{tap.address}")
        yield made


def answers(talk: zmq.Socket[bytes], tap: Tap) -> list[bytes]:
    """Every frame until the node ended the connection."""
    eventually(lambda: tap.ended, bool)
    frames = []
    while talk.poll(50):
        frames.append(talk.recv())
    return frames


@dataclass
class Stranger:
    """Keys of one who belongs nowhere."""

    person: Signer = field(default_factory=Signer.fresh)
    device: Signer = field(default_factory=Signer.fresh)
    key: CurveKey = field(default_factory=CurveKey.fresh)

    def hello(self, team: str, person: str, chain: list[Statement]) -> bytes:
        """A well-formed HELLO, signed for this connection."""
        greeting = Greeting(
            person=person,
            device=self.device.id,
            chain=packed_statements(chain),
            feed_port=1,
            feed_key=CurveKey.fresh().public.hex(),
            subscriber=CurveKey.fresh().public.hex(),
            listen=(),
            program="stranger",
        )
        channel = channel_of(team, self.key.public)
        return greeting_frame(self.device, FrameType.HELLO, greeting, channel)[0]


def chain_of_bram(team: Team) -> list[Statement]:
    """Bram's own proof, as somebody who once stood at his door may have kept it."""

    def chain(driver: Driver) -> list[Statement]:
        membership = driver.endpoint.membership
        [bram] = [p for p in membership.people if p != driver.endpoint.me.person.id]
        return membership.chain(bram)

    return team.node.call(chain).result(5)


def forged_chain(how: str, team: Team, me: Stranger) -> list[Statement]:
    """What a stranger may come up with."""
    root, now = team.keys.team, now_ms()
    mine = certified(root, me.person, me.device, now)
    match how:
        case "none":
            return []
        case "a team of my own":
            return founded(Signer.fresh(), me.person, me.device, "Lerend Collectief", now)
        case "a member's, with my device":
            return [*chain_of_bram(team), mine]
        case "the root's name under my signature":
            claim = Certificate(team=root, issuer=root, at=now, person=me.person.id)
            return [*chain_of_bram(team), Statement.sign(me.person, claim), mine]
        case "by myself":
            claim = Certificate(team=root, issuer=me.person.id, at=now, person=me.person.id)
            return [*chain_of_bram(team), Statement.sign(me.person, claim), mine]
        case _:
            assert how == "by an invite of my own"
            claim = Invite(
                team=root, issuer=me.person.id, at=now,
                key=me.device.id, expires=now + HOUR, uses=1, label="",
            )  # fmt: skip
            invite = Statement.sign(me.person, claim)
            return [*chain_of_bram(team), invite, invited(me.device, invite, me.person, now), mine]


def test_the_taps_would_tell_if_anything_were_said(team: Team) -> None:
    address = f"{LOOPBACK}:{team.door.port}"
    team.second.post(AddPeer(address)).result(5)
    try:
        eventually(lambda: team.door.ended, bool)
        assert any(len(heard) > 1_000 for heard in team.door.heard), "a welcome has a chain"
        with pytest.raises(AssertionError, match="a message"):
            team.said_nothing(through=True)
    finally:
        team.second.post(RemovePeer(address)).result(5)


@pytest.mark.parametrize("as_bram", [False, True], ids=["as themselves", "as a member"])
@pytest.mark.parametrize(
    "how",
    [
        "none",
        "a team of my own",
        "a member's, with my device",
        "the root's name under my signature",
        "by myself",
        "by an invite of my own",
    ],
)
def test_who_has_the_door_key_and_a_forged_chain_gets_no_welcome(
    team: Team, how: str, as_bram: bool
) -> None:
    me, door = Stranger(), door_key(team.keys.discovery_secret).public
    bram = Identity.load(team.bram.keys)
    assert bram is not None
    person = bram.person.id if as_bram else me.person.id
    with zmq_socket(zmq.DEALER, team.door, door, me.key) as talk:
        talk.send(me.hello(team.keys.team, person, forged_chain(how, team, me)))
        team.exchange()
        assert answers(talk, team.door) == []
    team.said_nothing(through=True)


@pytest.mark.parametrize("first", [*FrameType, 0, 99], ids=str)
def test_no_frame_before_the_handshake_is_answered(team: Team, first: int) -> None:
    door = door_key(team.keys.discovery_secret).public
    everything = json.dumps({"sources": []}).encode() + bytes(64)
    with zmq_socket(zmq.DEALER, team.door, door) as talk:
        talk.send(bytes((1, first)) + everything)
        assert answers(talk, team.door) == []
    team.said_nothing(through=True)


def test_a_hello_that_was_passed_on_is_worth_nothing(team: Team) -> None:
    """A man in the middle with the discovery secret: Bram dials him, he dials Anna."""
    door = door_key(team.keys.discovery_secret)
    with zmq.Context() as context, context.socket(zmq.ROUTER) as false_door:
        false_door.setsockopt(zmq.LINGER, 0)
        false_door.setsockopt(zmq.CURVE_SERVER, 1)
        false_door.setsockopt(zmq.CURVE_SECRETKEY, door.secret)
        port = false_door.bind_to_random_port(f"tcp://{LOOPBACK}")
        team.second.post(AddPeer(f"{LOOPBACK}:{port}")).result(5)
        assert false_door.poll(5_000)
        from_bram = false_door.recv_multipart()[1]
        assert from_bram[1] == FrameType.HELLO
        with zmq_socket(zmq.DEALER, team.door, door.public) as talk:
            talk.send(from_bram)
            assert answers(talk, team.door) == []
        team.second.post(RemovePeer(f"{LOOPBACK}:{port}")).result(5)
    team.said_nothing(through=True)


@contextlib.contextmanager
def overhearing(paths: ProfilePaths, *doors: str) -> Iterator[list[Event]]:
    """A whole real node of a stranger, and all that came to it from the network."""
    heard: list[Event] = []
    with running(paths, *doors) as (node, _, _):

        def listen(driver: Driver) -> None:
            take = driver._network.links._tell

            def kept(event: Event) -> None:
                heard.append(event)
                take(event)

            driver._network.links._tell = kept

        node.call(listen).result(5)
        yield heard
        # By the chain of an invite they know that its issuer is there, and no more.
        for card in node.call(lambda d: d.endpoint.cards.all(now_ms())).result(5):
            known = (card.person.name, card.status, card.presence)
            assert card.me or known == ("", None, Presence.OFFLINE)


def turned_away(team: Team, paths: ProfilePaths) -> None:
    """This real node comes to the door again and again and hears no word."""
    with overhearing(paths, team.door.address) as heard:
        # The first may have come before we listened; a second one shows that nothing changed.
        eventually(lambda: any(isinstance(e, LinkOpened) for e in heard), bool)
        team.exchange()
        eventually(lambda: team.door.ended, bool)
        assert not [e for e in heard if isinstance(e, FrameReceived | FeedReceived)]
    team.said_nothing(through=True)


def test_a_member_of_another_team_with_the_same_discovery_secret_is_turned_away(
    team: Team, tmp_path: Path
) -> None:
    carol = ProfilePaths.at(tmp_path / "carol")
    create_team(carol, "Lerend Collectief", Profile("Carol"), now_ms())
    keys = TeamKeys.load(carol.keys)
    assert keys is not None
    TeamKeys(keys.team, team.keys.discovery_secret, keys.root).save(carol.keys)
    turned_away(team, carol)


def test_who_joined_by_an_invite_that_is_over_is_turned_away(team: Team, tmp_path: Path) -> None:
    expires = now_ms() + 700

    def short(driver: Driver) -> str:
        key, effects = driver.endpoint.authority.invite(
            expires=expires, uses=9, label="", now=now_ms()
        )
        driver._due += effects
        driver.flush()
        secret = team.keys.discovery_secret
        return invite_link(driver.endpoint.membership, key, secret, (), inviter="Anna")

    mallory = ProfilePaths.at(tmp_path / "mallory")
    join_team(mallory, team.node.call(short).result(5), Profile("Mallory"), now_ms())
    eventually(now_ms, lambda now: now > expires)
    turned_away(team, mallory)


def test_who_joined_by_an_invite_that_was_used_up_is_turned_away(
    team: Team, tmp_path: Path
) -> None:
    late = ProfilePaths.at(tmp_path / "late")
    join_team(late, team.link, Profile("Late"), now_ms())
    turned_away(team, late)


def test_a_subscriber_that_was_not_admitted_hears_nothing_of_the_feed(team: Team) -> None:
    with zmq_socket(zmq.SUB, team.feed, team.feed_key) as listening:
        assert answers(listening, team.feed) == []
        team.exchange()
        assert not listening.poll(50)
    team.said_nothing(through=False)


def test_with_the_door_key_nobody_hears_the_feed_nor_with_the_feeds_the_door(team: Team) -> None:
    door = door_key(team.keys.discovery_secret).public
    with (
        zmq_socket(zmq.SUB, team.feed, door) as at_feed,
        zmq_socket(zmq.DEALER, team.door, team.feed_key) as at_door,
    ):
        at_door.send(frame(FrameType.HELLO, b"{}"))
        team.exchange()
        assert answers(at_feed, team.feed) == answers(at_door, team.door) == []
    team.said_nothing(through=False)


@pytest.mark.parametrize("mechanism", ["NULL", "PLAIN"])
def test_without_curve_nobody_comes_in(team: Team, mechanism: str) -> None:
    for kind, tap in ((zmq.DEALER, team.door), (zmq.SUB, team.feed), (zmq.REQ, team.door)):
        with zmq_socket(kind, tap, plain=mechanism == "PLAIN") as talk:
            if kind != zmq.SUB:
                talk.send(frame(FrameType.HELLO, b"{}"))
            team.exchange()
            assert answers(talk, tap) == []
    team.said_nothing(through=False)


ZMTP = bytes.fromhex("ff00000000000000017f0301") + b"CURVE".ljust(20, b"\0") + bytes(32)


@pytest.mark.parametrize(
    "rubbish",
    [
        random.Random(1).randbytes(20_000),
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        ZMTP + random.Random(2).randbytes(20_000),
        ZMTP + b"\x06" + (1 << 62).to_bytes(8, "big") + bytes(20_000),
        ZMTP + b"\x00\x05hello",
        ZMTP + b"\x04\xc8\x05HELLO" + bytes(194),
        ZMTP.replace(b"CURVE", b"NULL\0") + b"\x04\x06\x05READY",
        ZMTP.replace(b"CURVE", b"GSSAP"),
        bytes.fromhex("0100") + bytes(200),
    ],
    ids=[
        "random", "HTTP", "random after the greeting", "a huge command", "a message at once",
        "an empty hello", "NULL", "GSSAP", "ZMTP 1",
    ],
)  # fmt: skip
def test_rubbish_at_a_port_is_no_way_in(team: Team, rubbish: bytes) -> None:
    for tap in (team.door, team.feed):
        with socket.create_connection((LOOPBACK, tap.port)) as raw:
            with contextlib.suppress(OSError):
                raw.sendall(rubbish)
                raw.shutdown(socket.SHUT_WR)
            team.exchange()
            eventually(lambda t=tap: t.ended, bool)
    team.said_nothing(through=False)


@pytest.mark.parametrize("parts", [[bytes(1 << 20)], [b"x"] * 20_000, [b"", b""]], ids=len)
def test_too_much_at_once_ends_the_connection(team: Team, parts: list[bytes]) -> None:
    door = door_key(team.keys.discovery_secret).public
    with zmq_socket(zmq.DEALER, team.door, door) as talk:
        talk.send_multipart(parts)
        team.exchange()
        assert answers(talk, team.door) == []
    team.said_nothing(through=True)
