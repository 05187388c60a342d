"""Notes are confirmed by few records, at a bounded pace, so that each colleague's have a chance."""

import pytest

from presencemap.domain.note import Delivery
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol import room
from presencemap.protocol.charter import certified
from presencemap.protocol.effects import Effect, Save
from presencemap.protocol.letter import NoteBody
from presencemap.protocol.membership import Membership
from presencemap.protocol.receipt import MAX_MARKS, ReceiptBody, packed
from presencemap.protocol.receipts import PACE, SHARE, Receipts
from presencemap.protocol.record import MAX_AHEAD, MAX_LIFE, Record
from presencemap.protocol.replica import Replica
from presencemap.protocol.seals import Seals
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from presencemap.protocol.stream import Stream
from tests.protocol.adds import signed
from tests.protocol.lan import DAY, NOW, Lan, Node, signer
from tests.protocol.statements import ANNA, BRAM, CLEO, MALLORY, ROOT, admitted, device, entry, team

TODAY = NOW // DAY
SECOND = signer("Anna's second device")


@pytest.fixture
def replica() -> Replica:
    """Anna's, in a team with Bram; Cleo waits for an admission."""
    second = certified(ROOT.id, ANNA, SECOND, NOW)
    log = [*team(), second, *admitted(ANNA, ANNA, BRAM), *entry(ANNA, CLEO)]
    return Replica(Membership(ROOT.id, log), ANNA.id, device(ANNA))


@pytest.fixture
def receipts(replica: Replica) -> Receipts:
    return Receipts(replica, Seals(ANNA), ANNA.id)


def note(author: Signer = BRAM, seq: int = 1, at: int = NOW) -> Held:
    return Held.of(signed(NoteBody(sealed="AAAA", stub=""), seq, author=author, at=at), NOW)


def said(replica: Replica, number: int) -> bytes:
    """A post of Anna's."""
    effects = Stream(replica).say(Draft(PostKind.ACTIVITY, f"post {number}"), NOW + number)
    return next(effect.record.hash for effect in effects if isinstance(effect, Save))


def signed_by(effects: list[Effect]) -> int:
    return sum(isinstance(effect, Save) for effect in effects)


def confirmed(replica: Replica, by: Signer, *notes: Held) -> list[Held]:
    """As their author sees it."""
    reader = Receipts(replica, Seals(by), by.id)
    return [each for each in notes if reader.confirms(ANNA.id, each)]


def test_all_of_a_day_are_in_one_record(replica: Replica, receipts: Receipts) -> None:
    came = [note(seq=n) for n in range(1, 66)]
    for each in came:
        receipts.put(each)
    assert signed_by(receipts.due(NOW)) == 1
    assert receipts.due(NOW) == []
    late = note(seq=99)
    assert confirmed(replica, BRAM, *came, late) == came
    receipts.put(late)
    receipts.due(NOW)
    assert confirmed(replica, BRAM, *came, late) == [*came, late]
    assert len([*replica.shelves.held_in("receipt")]) == 1
    assert confirmed(replica, CLEO, *came) == [], "another's mark is another"


def test_the_newest_day_comes_first_and_lives_as_long_as_its_notes(
    replica: Replica, receipts: Receipts
) -> None:
    old, new = note(at=NOW - 40 * DAY), note(seq=2)
    receipts.put(old)
    receipts.put(new)
    receipts.due(NOW)
    assert confirmed(replica, BRAM, old, new) == [new]
    receipts.due(NOW)
    assert confirmed(replica, BRAM, old, new) == [old, new]
    ends = {held.record.body: held.expires for held in replica.shelves.held_in("receipt")}
    lives = {body.day: end for body, end in ends.items() if isinstance(body, ReceiptBody)}
    assert lives[TODAY] == NOW + MAX_LIFE - 1
    assert lives[TODAY - 40] == (TODAY - 39) * DAY + MAX_LIFE
    for held in replica.shelves.held_in("receipt"):
        assert Record.read(held.data)
    assert replica.renew(NOW + MAX_LIFE - DAY) == [], "none is signed anew"


def test_there_is_a_pace_for_all_together(receipts: Receipts) -> None:
    times = 0
    for second in range(120):
        receipts.put(note(seq=second + 1))
        times += signed_by(receipts.due(NOW + second * 1_000))
    assert PACE.burst < times <= PACE.burst + 120 * PACE.rate + 1


def test_who_waits_for_an_admission_waits_here_too(replica: Replica, receipts: Receipts) -> None:
    hers, his = note(CLEO), note(BRAM)
    receipts.put(hers)
    receipts.put(his)
    receipts.due(NOW)
    assert confirmed(replica, BRAM, his) == [his]
    assert receipts.due(NOW) == []
    assert confirmed(replica, CLEO, hers) == []
    receipts.due(NOW + 20_000)
    assert confirmed(replica, CLEO, hers) == [hers], "nothing else was to be said"


def test_no_author_takes_all_of_a_day(replica: Replica, receipts: Receipts) -> None:
    flood = [note(seq=n) for n in range(1, 400)]
    for each in flood:
        receipts.put(each)
    receipts.due(NOW)
    assert len(confirmed(replica, BRAM, *flood)) == MAX_MARKS // (SHARE + 1) + 1
    receipts.put(note(seq=999))
    assert receipts.due(NOW) == [], "nothing is signed for what has no room"
    hers = note(CLEO)
    receipts.put(hers)
    receipts.due(NOW + 200_000)
    assert confirmed(replica, CLEO, hers) == [hers]


def test_a_note_that_went_is_confirmed_no_more(replica: Replica, receipts: Receipts) -> None:
    gone, stays = note(), note(seq=2)
    receipts.put(gone)
    receipts.put(stays)
    receipts.due(NOW)
    receipts.take_off(gone)
    receipts.put(note(seq=3))
    receipts.due(NOW)
    assert confirmed(replica, BRAM, gone, stays) == [stays]
    last = note(at=NOW - DAY)
    receipts.put(last)
    receipts.take_off(last)
    assert receipts.due(NOW) == []


def test_after_a_new_start_nothing_is_said_again(replica: Replica, receipts: Receipts) -> None:
    receipts.put(note())
    receipts.due(NOW)
    again = Receipts(replica, Seals(ANNA), ANNA.id)
    again.put(note())
    assert again.due(NOW) == []


def test_what_another_computer_of_mine_left_out_is_said_again(
    replica: Replica, receipts: Receipts
) -> None:
    """Both said something at once, and one record of a day lives."""
    mine, other = note(), note(seq=2)
    receipts.put(mine)
    receipts.due(NOW)
    receipts.look_again([TODAY])
    assert receipts.due(NOW) == [], "that is what was said here"
    receipts.put(other)
    mark = Seals(ANNA).mark(other.hash, BRAM.id, 2)
    theirs = Record.sign(
        SECOND, team=ROOT.id, author=ANNA.id, seq=1, at=NOW, life=DAY,
        body=ReceiptBody(rev=2, day=TODAY, marks=packed([mark])),
    )  # fmt: skip
    replica.take(theirs, NOW)
    receipts.look_again([TODAY, TODAY - 1])
    assert confirmed(replica, BRAM, mine, other) == [other]
    receipts.due(NOW)
    assert confirmed(replica, BRAM, mine, other) == [mine, other]


def test_a_day_too_far_ahead_by_a_clock_that_was_set_back_is_not_said(receipts: Receipts) -> None:
    receipts.put(note())
    assert receipts.due(NOW - MAX_AHEAD - DAY) == []


def test_receipts_go_first_where_one_says_too_much(
    replica: Replica, receipts: Receipts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(room.MAX_HELD, False, 3)
    posts = [said(replica, n) for n in range(3)]
    receipts.put(note())
    receipts.due(NOW)
    assert [replica.find(name) is not None for name in posts] == [True] * 3
    assert [*replica.shelves.held_in("receipt")] == []
    receipts.look_again([TODAY])
    assert receipts.due(NOW) == [], "and it isn't tried without end"


class TestFlood:
    """Mallory writes to Anna without end, alone or as many."""

    def signed(self, node: Node) -> int:
        return node.endpoint.replica.heads[node.endpoint.me.device.id]

    def sees(self, node: Node, other: Node) -> list[Delivery]:
        return [each.delivery for each in node.endpoint.mailbox.notes(other.id)]

    def test_one_member(self) -> None:
        lan = Lan()
        anna, bram, mallory = lan.team_of("Bram", "Mallory")
        before = self.signed(anna)
        for number in range(300):
            mallory.do(mallory.endpoint.mailbox.write(anna.id, f"hi {number}", lan.now))
            lan.settle()
            lan.pass_time(200, step=200)
        assert self.signed(anna) - before <= PACE.burst + 60 * PACE.rate + 1
        told = self.sees(mallory, anna)
        assert told.count(Delivery.DELIVERED) == MAX_MARKS // (SHARE + 1) + 1
        assert Delivery.CARRIED in told, "what isn't confirmed isn't shown as delivered"
        bram.do(bram.endpoint.mailbox.write(anna.id, "Lunch?", lan.now))
        lan.settle()
        lan.pass_time(25_000)
        assert self.sees(bram, anna) == [Delivery.DELIVERED]


def test_many_who_came_in_by_one_take_neither_the_pace_nor_all_of_a_day() -> None:
    puppets = [signer(f"puppet {n}") for n in range(200)]
    log = [*team(), *admitted(ANNA, ANNA, BRAM), *admitted(ANNA, ANNA, MALLORY)]
    log += [s for puppet in puppets for s in admitted(MALLORY, MALLORY, puppet)]
    replica = Replica(Membership(ROOT.id, log), ANNA.id, device(ANNA))
    receipts = Receipts(replica, Seals(ANNA), ANNA.id)
    times = 0
    for second in range(60):
        for puppet in puppets[second % 2 :: 2]:
            receipts.put(note(puppet, second + 1))
        times += signed_by(receipts.due(NOW + second * 1_000))
    assert times <= PACE.burst + 60 * PACE.rate + 1
    his = note(BRAM, 99)
    receipts.put(his)
    receipts.due(NOW + 80_000)
    assert confirmed(replica, BRAM, his) == [his]
