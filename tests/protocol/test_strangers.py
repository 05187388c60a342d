"""Strangers get nothing: no record, no digest, no place on a feed, not even an answer.

All of these have the team's discovery secret and so came through the door.

This mirrors no one module.
"""

from collections.abc import Callable

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.bodies import status_body
from presencemap.protocol.charter import certified, founded
from presencemap.protocol.codec import FrameType, Greeting, frame, opened, record_frames
from presencemap.protocol.effects import Admit, CloseLink, Effect, Publish, Send, Subscribe
from presencemap.protocol.events import FeedReceived, FrameReceived
from presencemap.protocol.handshake import channel_of, greeting_frame, packed_statements
from presencemap.protocol.invitation import accepted, read_invitation
from presencemap.protocol.record import MAX_LIFE, Record
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Certificate, Statement
from tests.protocol.lan import DAY, NOW, Lan, Node, busy_on, signer

PERSON, DEVICE, KEY = signer("Mallory"), signer("Mallory's device"), b"k" * 32


@pytest.fixture
def lan() -> Lan:
    """Anna and Bram, linked, with things to hide."""
    lan = Lan()
    anna, _ = lan.team_of("Bram")
    anna.says("a secret")
    lan.settle()
    return lan


def hello(lan: Lan, chain: list[Statement], person: Signer = PERSON) -> FrameReceived:
    """A hello that is signed as it should be."""
    greeting = Greeting(
        person=person.id,
        device=DEVICE.id,
        chain=packed_statements(chain),
        feed_port=1,
        feed_key="0" * 64,
        subscriber="1" * 64,
        listen=(),
        program="",
    )
    data, _ = greeting_frame(DEVICE, FrameType.HELLO, greeting, channel_of(lan.team.id, KEY))
    return FrameReceived("in-66", KEY, data)


def answers(node: Node, event: FrameReceived | FeedReceived) -> list[Effect]:
    """All that a node does about a frame, as its driver would."""
    try:
        return node.endpoint.handle(event, node.lan.now)
    except PeerError:
        return node.endpoint.fault(event.link, node.lan.now)


def no_certificate(lan: Lan) -> list[Statement]:
    return [*lan.anna.endpoint.membership.chain(lan.anna.id)]


def own_word(lan: Lan) -> list[Statement]:
    return [*no_certificate(lan), certified(lan.team.id, PERSON, DEVICE, NOW)]


def another_team(lan: Lan) -> list[Statement]:
    return founded(signer("another root"), PERSON, DEVICE, "Elsewhere", NOW)


def self_made(lan: Lan) -> list[Statement]:
    claim = Certificate(team=lan.team.id, issuer=PERSON.id, at=NOW, person=PERSON.id)
    data = claim.model_dump_json().encode()
    signed = data + PERSON.sign(b"presencemap/statement/1\0" + data)
    return [*own_word(lan), Statement(claim, signed)]


def expired_invite(lan: Lan) -> list[Statement]:
    invitation = read_invitation(lan.invited(lan.anna, days=1), lan.now)
    lan.now += DAY
    return accepted(invitation, PERSON, DEVICE, lan.now)


def overused_invite(lan: Lan) -> list[Statement]:
    link = lan.invited(lan.anna, uses=1)
    lan.join("Cleo", link)
    lan.meet()
    return accepted(read_invitation(link, lan.now), PERSON, DEVICE, lan.now)


def uncertified_device(lan: Lan) -> list[Statement]:
    invitation = read_invitation(lan.invited(lan.anna), lan.now)
    return accepted(invitation, PERSON, signer("another device"), lan.now)


@pytest.mark.parametrize(
    "chain",
    [
        no_certificate,
        own_word,
        another_team,
        self_made,
        expired_invite,
        overused_invite,
        uncertified_device,
    ],
)
def test_a_valid_signature_is_not_enough(lan: Lan, chain: Callable[[Lan], list[Statement]]) -> None:
    made = chain(lan)
    log = lan.anna.log()
    assert answers(lan.anna, hello(lan, made)) == [CloseLink("in-66")]
    assert lan.anna.log() == log
    assert lan.anna.endpoint.peers.links.keys() == {
        k.id for k in lan.anna.endpoint.peers.standing()
    }


def test_nor_is_a_members_name(lan: Lan) -> None:
    """The chain is Anna's own, which everybody in the team can show."""
    chain = lan.anna.endpoint.membership.chain(lan.anna.id)
    bram = lan.nodes["Bram"]
    assert answers(bram, hello(lan, chain, lan.anna.person)) == [CloseLink("in-66")]


def test_nobody_asks_before_the_handshake(lan: Lan) -> None:
    digest = next(data for *_, data in lan.sent if data[1] == FrameType.DIGEST)
    for data in (
        digest,
        frame(FrameType.FETCH, b'{"source":"log","hashes":["' + b"0" * 32 + b'"]}'),
    ):
        event = FrameReceived("in-66", KEY, data)
        assert answers(lan.anna, event) == [CloseLink("in-66")]
        assert answers(lan.anna, FeedReceived("in-66", data)) == [CloseLink("in-66")]


def test_nobody_asks_between_hello_and_ready(lan: Lan) -> None:
    invitation = read_invitation(lan.invited(lan.anna), lan.now)
    welcomed = answers(lan.anna, hello(lan, accepted(invitation, PERSON, DEVICE, lan.now)))
    sent = [opened(e.frame)[0] for e in welcomed if isinstance(e, Send)]
    assert sent == [FrameType.WELCOME]
    digest = next(data for *_, data in lan.sent if data[1] == FrameType.DIGEST)
    effects = answers(lan.anna, FrameReceived("in-66", KEY, digest))
    assert not any(isinstance(e, Send | Publish | Admit | Subscribe) for e in effects)


@pytest.mark.parametrize(
    ("author", "device"),
    [(PERSON, DEVICE), (signer("Anna's person"), DEVICE), (signer("Bram's person"), DEVICE)],
    ids=["a stranger's", "Anna's, by a device she never certified", "Bram's, by such a device"],
)
def test_records_of_strangers_are_neither_kept_nor_passed_on(
    lan: Lan, author: Signer, device: Signer
) -> None:
    anna, bram = lan.anna, lan.nodes["Bram"]
    record = Record.sign(
        device,
        team=lan.team.id,
        author=author.id,
        seq=10**6,
        at=NOW,
        life=MAX_LIFE,
        body=status_body(busy_on("forged"), 10**6),
    )
    (link,) = anna.endpoint.peers.standing()
    before = (anna.held(), anna.log())
    for event in (FeedReceived, lambda name, data: FrameReceived(name, link.key, data)):
        anna.handle(event(link.id, *record_frames([record.data])))
        lan.settle()
    assert (anna.held(), anna.log()) == before
    assert record.hash not in bram.held().values()
    assert anna.links_to(bram) == 1


def test_nothing_ever_went_to_who_is_no_member(lan: Lan) -> None:
    """Another team's node, which even knows this team's addresses."""
    other = Lan()
    other.team = signer("root of another team")
    theirs = founded(other.team, signer("Mallory's person"), DEVICE, "Elsewhere", NOW)
    mallory = Node(other, "Mallory", theirs)
    lan.nodes["Mallory"], mallory.lan = mallory, lan
    mallory.address = lan.anna.address._replace(host="10.0.0.66")
    lan.meet()
    lan.pass_time(60_000)
    for node in (lan.anna, lan.nodes["Bram"]):
        # Who dials shows who they are, to find out whom they reach; and nothing else.
        assert set(lan.frames(node, mallory)) <= {FrameType.HELLO}
        assert node.sees(mallory)[0] == "offline"
        assert mallory.here().subscriber not in node.admitted
    assert mallory.endpoint.cards.all(NOW)[0].me
    assert len(mallory.endpoint.cards.all(NOW)) == 1
