"""Links: handshakes, simultaneous dials, restarts, copies, and what ends a link."""

from random import Random

import pytest

from presencemap.domain.errors import PeerError
from presencemap.protocol.address import Address
from presencemap.protocol.codec import FrameType
from presencemap.protocol.effects import CloseLink, Dial, Expel
from presencemap.protocol.events import (
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    Overflowed,
    PeerFound,
    Subscribed,
)
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.peers import HANDSHAKE_WITHIN, MAX_FAULTS, PUSH_AFTER
from presencemap.protocol.signing import digest
from presencemap.protocol.targets import Answer
from tests.protocol.lan import DAY, Lan, Node, signer

HELLO, WELCOME, READY = FrameType.HELLO, FrameType.WELCOME, FrameType.READY


@pytest.fixture
def lan() -> Lan:
    return Lan()


def two(lan: Lan) -> tuple[Node, Node]:
    """Anna and Bram, who don't know each other yet."""
    return lan.anna, lan.join("Bram")


def dial(lan: Lan, node: Node, other: Node) -> None:
    """As far as the hello that waits at the other door."""
    node.handle(PeerFound((other.address,)))
    lan.deliver(node, "inbox")


def presences(node: Node) -> int:
    return sum(type(effect).__name__ == "TellPresence" for effect in node.told)


def test_three_messages_then_both_stand(lan: Lan) -> None:
    anna, bram = two(lan)
    dial(lan, anna, bram)
    lan.deliver(bram, "door")
    assert anna.here().subscriber in bram.admitted
    assert (anna.links_to(bram), bram.links_to(anna)) == (0, 0)
    lan.deliver(anna, "door")
    assert (anna.links_to(bram), bram.links_to(anna)) == (1, 0)
    lan.deliver(bram, "door")
    assert (anna.links_to(bram), bram.links_to(anna)) == (1, 1)
    assert lan.frames(anna, bram) == [HELLO, READY, FrameType.HEARS]
    assert lan.frames(bram, anna) == [WELCOME, FrameType.HEARS]
    assert anna.sees(bram)[0] == bram.sees(anna)[0] == "online"


def test_who_subscribes_before_the_ready_comes_is_told_all_the_same(lan: Lan) -> None:
    anna, bram = two(lan)
    dial(lan, anna, bram)
    lan.deliver(bram, "door")
    lan.deliver(anna, "door")
    lan.deliver(anna, "hear")
    lan.deliver(bram, "door")
    assert FrameType.DIGEST not in lan.frames(bram, anna)
    bram.do(bram.endpoint.tick(lan.now))
    assert FrameType.DIGEST in lan.frames(bram, anna)


def test_a_subscriber_whom_nobody_greeted_is_told_nothing(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    before = lan.sent[:]
    anna.handle(Subscribed(b"x" * 32))
    assert lan.sent == before
    anna.handle(Subscribed(bram.here().subscriber))
    assert lan.frames(anna, bram)[-2:] == [FrameType.DIGEST, FrameType.LEASE]


@pytest.mark.parametrize("seed", range(20))
def test_dialling_each_other_at_once_leaves_one_link_without_a_flicker(seed: int) -> None:
    lan = Lan(Random(seed).randrange)
    anna, bram = two(lan)
    anna.handle(PeerFound((bram.address,)))
    bram.handle(PeerFound((anna.address,)))
    lan.settle()
    assert (anna.links_to(bram), bram.links_to(anna)) == (1, 1)
    assert len(lan.wires) == 1
    assert (presences(anna), presences(bram)) == (1, 1)
    lower = min((anna, bram), key=lambda node: node.id)
    (link,) = lower.endpoint.peers.standing()
    assert link.dialled is not None
    lan.pass_time(60_000)
    assert lan._dialled == 2


@pytest.mark.parametrize("seed", range(20))
def test_two_addresses_of_one_peer_leave_one_link_without_a_flicker(seed: int) -> None:
    lan = Lan(Random(seed).randrange)
    anna, bram = two(lan)
    for port in (1, 2):
        target = Address("10.0.0.2", port)
        anna.endpoint.peers.targets.add([target], lan.now)
        (out,) = (e for e in anna.endpoint.peers.dial_due(lan.now) if isinstance(e, Dial))
        anna.do([Dial(out.link, bram.address)])
    lan.settle()
    assert (len(lan.wires), anna.links_to(bram), bram.links_to(anna)) == (1, 1, 1)
    assert (presences(anna), presences(bram)) == (1, 1)
    lan.pass_time(60_000)
    assert lan._dialled == 2


def test_a_restarted_peer_takes_the_place_of_its_dead_run(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    (dead,) = anna.endpoint.peers.standing()
    # Bram's machine lost its power: nothing ends the old connection at Anna's.
    wire = lan.wires.pop()
    bram.running = False
    bram.start()
    dial(lan, bram, anna)
    lan.settle()
    (link,) = anna.endpoint.peers.standing()
    assert link.feed_key == bram.here().feed_key.hex()
    assert (wire not in lan.wires, link.id != dead.id) == (True, True)
    assert anna.sees(bram)[0] == "online"


def test_who_dials_again_has_lost_the_link_that_still_stands_here(lan: Lan) -> None:
    anna, bram = two(lan)
    dial(lan, bram, anna)
    lan.settle()
    (dead,), (lost,) = anna.endpoint.peers.standing(), bram.endpoint.peers.standing()
    assert dead.dialled is None
    lan.pass_time(HANDSHAKE_WITHIN)
    # Bram's address is another one: nothing ends the old connection at Anna's.
    lan.wires.pop()
    bram.do(bram.endpoint.moved(lan.now, [lost.id]))
    lan.pass_time(1_000)
    (link,) = anna.endpoint.peers.standing()
    assert link.id != dead.id
    assert bram.links_to(anna) == 1
    bram.says("from another address")
    lan.settle()
    assert anna.sees(bram) == ("online", "from another address")


def test_ourselves_are_no_peer(lan: Lan) -> None:
    anna = lan.anna
    dial(lan, anna, anna)
    lan.settle()
    assert anna.errors == ["this is ourselves"]
    assert (anna.endpoint.peers.links, lan.wires) == ({}, [])
    lan.pass_time(120_000)
    assert lan._dialled == 6  # and then no more


def test_a_lost_link_is_dialled_again_at_once(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    lan.pass_time(20_000)
    lan.cut(anna, bram)
    lan.settle()
    assert (anna.links_to(bram), bram.links_to(anna)) == (1, 1)


def test_a_link_that_keeps_breaking_is_dialled_with_pauses(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    for _ in range(100):
        lan.cut(anna, bram)
        lan.pass_time(300, 100)
    assert lan._dialled < 15


def test_two_copies_of_one_device_dont_drive_each_other_out_without_end(lan: Lan) -> None:
    anna, bram = two(lan)
    copy = Node(lan, "Bram", [])
    copy.name = "copy"
    lan.nodes.update({"Bram": bram, "copy": copy})
    copy.store.statements = [*bram.store.statements]
    copy.start()
    lan.meet()
    lan.pass_time(60_000)
    # The copy saw that its device had said more than it knew, and went on as a new one.
    devices = {link.device for link in anna.endpoint.peers.standing()}
    assert devices == {bram.store.device.id, copy.store.device.id}
    assert len(devices) == 2
    assert lan._dialled < 15


def test_a_handshake_has_three_seconds(lan: Lan) -> None:
    anna, bram = two(lan)
    dial(lan, anna, bram)
    lan.deliver(bram, "door")
    (dialled,), (answered,) = anna.endpoint.peers.links, bram.endpoint.peers.links
    for node in (anna, bram):
        assert node.endpoint.peers.expire(lan.now + HANDSHAKE_WITHIN - 1) == []
    late = lan.now + HANDSHAKE_WITHIN
    assert anna.endpoint.peers.expire(late) == [CloseLink(dialled)]
    # Who was let in at the hello is let out again.
    let_out = Expel(anna.here().subscriber)
    assert bram.endpoint.peers.expire(late) == [CloseLink(answered), let_out]
    assert {**anna.endpoint.peers.links, **bram.endpoint.peers.links} == {}


def test_frames_out_of_turn_end_an_unfinished_link(lan: Lan) -> None:
    anna, bram = two(lan)
    dial(lan, anna, bram)
    hello = lan.sent[-1][2]
    lan.deliver(bram, "door")
    (name,) = bram.endpoint.peers.links
    key = lan.wires[0].key
    bram.handle(FrameReceived(name, key, hello))
    assert bram.errors == ["a HELLO out of turn"]
    assert bram.endpoint.peers.links == {}
    bram.handle(FrameReceived("in-9", key, bytes((1, WELCOME)) + hello[2:]))
    assert bram.errors[1:] == ["a WELCOME out of turn"]


def test_eight_bad_frames_end_a_link(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    (link,) = bram.endpoint.peers.standing()
    for _ in range(MAX_FAULTS - 1):
        bram.handle(FrameReceived(link.id, link.key, b"nonsense"))
    assert bram.links_to(anna) == 1
    bram.handle(FrameReceived(link.id, link.key, b"nonsense"))
    assert bram.links_to(anna) == 0


def test_what_was_under_way_when_a_link_was_ended_is_no_offence(lan: Lan) -> None:
    """Its socket closes after the turn: until then an honest sender's frames still come."""
    bram = lan.join("Bram")
    lan.meet()
    (link,) = bram.endpoint.peers.standing()
    under_way = FrameReceived(link.id, link.key, bytes((1, FrameType.HEARS)) + b"{}")
    bram.endpoint.moved(lan.now, [link.id])
    for event in (under_way, FeedReceived(link.id, under_way.frame), Overflowed(link.id)):
        assert bram.endpoint.handle(event, lan.now) == []
    bram.endpoint.tick(lan.now)
    with pytest.raises(PeerError, match="before the handshake"):
        bram.endpoint.handle(under_way, lan.now)


def test_of_two_links_the_one_let_go_may_still_be_spoken_over(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    (link,) = bram.endpoint.peers.standing()
    bram.endpoint.peers._let_go(link, lan.now)
    assert bram.endpoint.handle(FrameReceived(link.id, link.key, b"any"), lan.now) == []
    assert anna.links_to(bram) == 1


def test_a_hello_before_the_node_is_open_or_beyond_its_room_is_refused(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = two(lan)
    dial(lan, anna, bram)
    here, bram.endpoint.peers.here = bram.endpoint.peers.here, None
    assert bram.endpoint.handle(PeerFound((anna.address,)), lan.now) == []
    hello = FrameReceived("in-1", lan.wires[0].key, lan.sent[-1][2])
    with pytest.raises(PeerError, match="no room"):
        bram.endpoint.handle(hello, lan.now)
    bram.endpoint.peers.here = here
    monkeypatch.setattr("presencemap.protocol.peers.MAX_HALF_OPEN", 0)
    with pytest.raises(PeerError, match="no room"):
        bram.endpoint.handle(hello, lan.now)


def test_what_comes_through_after_it_was_given_up_is_closed(lan: Lan) -> None:
    anna = lan.anna
    assert anna.endpoint.handle(LinkOpened("out-9", bytes(32)), lan.now) == [CloseLink("out-9")]
    assert anna.endpoint.handle(LinkLost("out-9"), lan.now) == []
    assert anna.endpoint.fault("in-9", lan.now) == [CloseLink("in-9")]


def test_a_handshake_frame_is_bound_to_the_connection_it_came_over(lan: Lan) -> None:
    """A man in the middle with the team's secret passes Anna's hello on over his own dial."""
    anna, bram = two(lan)
    dial(lan, anna, bram)
    hello = lan.sent[-1][2]
    bram.handle(FrameReceived("in-8", digest(b"his own key"), hello))
    assert bram.errors == ["a HELLO that isn't signed for this link"]
    assert lan.frames(bram, anna) == []


def test_a_member_whose_invite_ran_out_unadmitted_is_let_go(lan: Lan) -> None:
    bram, cleo = lan.join("Bram"), lan.join("Cleo")
    lan.meet(bram, cleo)
    assert bram.sees(cleo)[0] == "online"
    lan.now += 7 * DAY
    for node in (bram, cleo):
        node.do(node.endpoint.tick(lan.now))
    lan.settle()
    assert (bram.links_to(cleo), lan.wires) == (0, [])
    cards = bram.endpoint.cards.all(lan.now)
    assert {card.person.id for card in cards} == {lan.anna.id, bram.id}


def test_many_are_judged_anew_only_when_a_standing_may_be_another(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = two(lan)
    lan.meet()
    anna.do(anna.endpoint.tick(lan.now))
    judged: list[str] = []
    before = Membership.standing

    def standing(membership: Membership, person: str, now: int) -> Standing:
        judged.append(person)
        return before(membership, person, now)

    monkeypatch.setattr(Membership, "standing", standing)
    anna.do(anna.endpoint.tick(lan.now))
    assert judged == []
    lan.now += 7 * DAY
    anna.do(anna.endpoint.tick(lan.now))
    assert bram.id in judged


def test_who_was_believed_and_then_had_no_room_in_the_log_is_let_go(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = two(lan)
    anna.do(anna.endpoint.tick(lan.now))
    monkeypatch.setattr(anna.endpoint.peers, "_believe", lambda *_: [])
    dial(lan, anna, bram)
    lan.deliver(bram, "door")
    lan.deliver(anna, "door")
    assert anna.links_to(bram) == 1
    anna.do(anna.endpoint.tick(lan.now))
    assert anna.links_to(bram) == 0


def test_whom_a_door_turns_away_knows_that_somebody_is_there(lan: Lan) -> None:
    link = lan.invited(lan.anna, uses=1)
    lan.join("Cleo", link)
    lan.meet()
    late = lan.join("Late", link)
    targets = late.endpoint.peers.targets
    assert targets.answer(lan.anna.address) is Answer.UNTRIED
    dial(lan, late, lan.anna)
    lan.settle()
    assert targets.answer(lan.anna.address) is Answer.TURNED_AWAY
    lan.anna.crash()
    lan.pass_time(3_000)
    assert targets.answer(lan.anna.address) is Answer.NOBODY


def test_addresses_that_are_none_are_passed_over(lan: Lan) -> None:
    anna, bram = two(lan)
    lan.meet()
    (link,) = anna.endpoint.peers.standing()
    lan.pass_time(20_000)
    link.listen = ("no address", "10.9.9.9:1")
    effects = anna.endpoint.handle(LinkLost(link.id), lan.now)
    dialled = {effect.address for effect in effects if isinstance(effect, Dial)}
    assert Address("10.9.9.9", 1) in dialled
    assert bram.id


def test_a_dialler_learns_nothing_before_its_hello_is_believed(lan: Lan) -> None:
    anna, bram = two(lan)
    stranger = signer("stranger")
    bram.endpoint.peers._person = stranger.id
    dial(lan, bram, anna)
    lan.settle()
    assert anna.errors == ["a stranger"]
    assert lan.frames(anna, bram) == []


def test_where_a_device_was_met_last_is_kept() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    lan.cut(anna, bram)
    assert anna.endpoint.peers.addresses == {bram.store.device.id: (bram.address,)}


class TestPush:
    """Where a feed can't be reached, what is published goes over the link."""

    def pair(self, lan: Lan) -> tuple[Node, Node]:
        anna, bram = two(lan)
        lan.unheard.add(bram.name)
        lan.meet()
        assert anna.endpoint.peers.pushed() == bram.endpoint.peers.pushed() == []
        lan.pass_time(PUSH_AFTER)
        return anna, bram

    def test_one_dialable_direction_is_enough(self, lan: Lan) -> None:
        anna, bram = self.pair(lan)
        (link,) = bram.endpoint.peers.standing()
        assert (bram.endpoint.peers.pushed(), anna.endpoint.peers.pushed()) == ([link.id], [])
        bram.says("behind a firewall")
        lan.settle()
        assert anna.sees(bram) == ("online", "behind a firewall")
        bram.do(bram.endpoint.goodbye(lan.now))
        lan.settle()
        assert anna.sees(bram)[0] == "offline"
        assert not anna.errors + bram.errors

    def test_what_was_said_before_it_began_is_in_the_digest(self, lan: Lan) -> None:
        anna, bram = two(lan)
        lan.unheard.add(bram.name)
        lan.meet()
        bram.says("early")
        lan.settle()
        assert anna.sees(bram)[1] is None
        lan.pass_time(PUSH_AFTER + 1_000)
        assert anna.sees(bram)[1] == "early"

    def test_it_ends_when_the_feed_is_heard(self, lan: Lan) -> None:
        anna, bram = self.pair(lan)
        lan.unheard.clear()
        bram.handle(Subscribed(anna.here().subscriber))
        assert bram.endpoint.peers.pushed() == []

    def test_it_begins_also_when_the_clock_was_put_back(self, lan: Lan) -> None:
        _, bram = two(lan)
        lan.unheard.add(bram.name)
        lan.meet()
        lan.now -= DAY
        lan.pass_time(1_000)
        assert bram.endpoint.peers.pushed() != []
