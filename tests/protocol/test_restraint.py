"""Floods of a member with a changed program, over links of a network of function calls."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from presencemap.domain.place import Place, PlaceKind
from presencemap.protocol import restraint
from presencemap.protocol.address import Address
from presencemap.protocol.bodies import place_body
from presencemap.protocol.budget import FIRST_BAR, RECORDS, WORK, Allowance, Spent, Terms, _Bar
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import (
    LOG,
    Compare,
    Digest,
    Fetch,
    FrameType,
    Statements,
    Summary,
    frame,
    message_frame,
    record_frames,
)
from presencemap.protocol.effects import Send, TellOffence
from presencemap.protocol.endpoint import TELL_AGAIN
from presencemap.protocol.events import FeedReceived, FrameReceived, Overflowed, PeerFound
from presencemap.protocol.handshake import packed_statements
from presencemap.protocol.peers import STABLE
from presencemap.protocol.record import Record
from presencemap.protocol.targets import Targets
from tests.protocol.lan import DAY, Lan, Node, assert_agreed, busy_on, signer

BURST, DROPPED = 100, 50
FLOOD = "sends more than this node takes; the rest is dropped"


@pytest.fixture
def lan() -> Lan:
    lan = Lan()
    lan.team_of("Bram", "Mallory")
    return lan


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A twentieth of everything, so that a flood is soon one."""
    few, little = Allowance(BURST, 50), Allowance(100_000, 10_000)
    monkeypatch.setattr(restraint, "RECORDS", replace(RECORDS, own=few))
    monkeypatch.setattr(restraint, "WORK", replace(WORK, own=little))
    monkeypatch.setattr(restraint, "MAX_DROPPED", DROPPED)


def link_of(node: Node, other: Node) -> tuple[str, bytes]:
    [link] = [k for k in node.endpoint.peers.standing() if k.person == other.id]
    return link.id, link.key


def flood(node: Node, other: Node, frames: Iterable[bytes], *, feed: bool = True) -> int:
    """Say all this to a node at one moment; how many came before the link was cut."""
    name, key = link_of(node, other)
    said = 0
    for data in frames:
        if name not in node.endpoint.peers.links:
            break
        said += 1
        node.handle(FeedReceived(name, data) if feed else FrameReceived(name, key, data))
    return said


def statuses(lan: Lan, number: int) -> list[bytes]:
    """So many statuses that Mallory signs, and doesn't send yet."""
    mallory = lan.nodes["Mallory"]
    made = []
    for count in range(number):
        status = busy_on(f"flood {count}", lan.now)
        [save, publish, _] = mallory.endpoint.owner.set_status(status, lan.now)
        mallory.do([save])
        made.append(publish.frame)
    return made


def offences(node: Node) -> list[str]:
    return [effect.what for effect in node.told if isinstance(effect, TellOffence)]


def test_a_flood_of_records_is_dropped_told_once_and_its_last_one_asked_for(lan: Lan) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    flood(anna, mallory, statuses(lan, BURST + 40))
    assert anna.sees(mallory) == ("online", f"flood {BURST - 1}")
    assert offences(anna) == [FLOOD]
    assert anna.links_to(mallory) == 1
    lan.pass_time(2_000)
    assert anna.sees(mallory) == ("online", f"flood {BURST + 39}"), "fetched when there was time"
    lan.nodes["Bram"].says("Still here")
    lan.settle()
    assert anna.sees(lan.nodes["Bram"]) == ("online", "Still here")


def test_who_floods_on_is_cut_and_kept_out_longer_each_time_and_reconnecting_doesnt_help(
    lan: Lan,
) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    frames = statuses(lan, BURST + DROPPED + 50)
    assert flood(anna, mallory, frames) < len(frames)
    lan.settle()
    assert anna.errors[0] == "went on sending more than this node takes; cut off for a while"
    assert anna.links_to(mallory) == 0
    lan.pass_time(FIRST_BAR - 1_000, 250)
    lan.meet()
    assert anna.links_to(mallory) == 0
    lan.pass_time(40_000)
    lan.meet()
    assert anna.links_to(mallory) == 1
    again = statuses(lan, 2 * len(frames))
    assert flood(anna, mallory, again) < len(again)
    before = lan.now
    while not anna.links_to(mallory):
        lan.pass_time(1_000, 500)
        lan.meet()
    assert lan.now - before >= 2 * FIRST_BAR - 1_000
    lan.pass_time(TELL_AGAIN + 40_000, 20_000)
    assert_agreed([anna, lan.nodes["Bram"], mallory])


def dials(lan: Lan, node: Node, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Address]]:
    """When a node dials whom, from now on."""
    made: list[tuple[int, Address]] = []
    dialled = lan._dial

    def noted(dialler: Node, link: str, address: Address) -> None:
        if dialler is node:
            made.append((lan.now, address))
        dialled(dialler, link, address)

    monkeypatch.setattr(lan, "_dial", noted)
    return made


def test_who_was_cut_is_not_dialled_before_the_bar_is_over_and_then_at_once(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the link stood, and whatever says where she is."""
    mallory, anna = lan.nodes["Mallory"], lan.anna
    lan.pass_time(STABLE + 1_000)
    frames = statuses(lan, BURST + DROPPED + 50)
    made, cut_at = dials(lan, anna, monkeypatch), lan.now
    assert flood(anna, mallory, frames) < len(frames)
    mallory.endpoint.leave(lan.now)  # so that only Anna dials
    mallory.endpoint.peers.here = mallory.here()
    anna.handle(PeerFound((mallory.address,)))
    anna.do(anna.endpoint.moved(lan.now, ()))
    lan.pass_time(FIRST_BAR - 250, 250)
    assert made == []
    lan.pass_time(250, 250)
    assert made == [(cut_at + FIRST_BAR, mallory.address)]
    assert anna.links_to(mallory) == 1


def test_at_a_new_address_who_was_cut_is_met_once(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    anna.endpoint.peers._bars._bars[mallory.store.device.id] = _Bar(lan.now + 60_000, 60_000)
    lan.cut(anna, mallory)
    lan.settle()
    mallory.endpoint.peers.targets = Targets()
    mallory.address = Address("10.0.0.99")
    made, began = dials(lan, anna, monkeypatch), lan.now
    anna.handle(PeerFound((mallory.address,)))
    lan.settle()
    lan.pass_time(59_750, 250)
    assert made == [(began, mallory.address)]
    lan.pass_time(250, 250)
    assert (began + 60_000, mallory.address) in made[1:]


def many_statements(lan: Lan) -> Iterable[bytes]:
    mallory = lan.nodes["Mallory"]
    for number in range(2_000):
        one = certified(lan.team.id, mallory.person, signer(f"{number}"), lan.now)
        yield message_frame(Statements(items=packed_statements([one])))


def many_questions(_: Lan) -> Iterable[bytes]:
    for _count in range(9_000):
        yield message_frame(Compare(source=LOG, below=1 << 40))


def many_digests(_: Lan) -> Iterable[bytes]:
    sources = tuple(Summary(source=f"day {n}", count=0, xor="0" * 32) for n in range(256))
    for _count in range(9_000):
        yield message_frame(Digest(sources=sources))


def many_fetches(lan: Lan) -> Iterable[bytes]:
    hashes = tuple(s.hash.hex() for s in lan.anna.endpoint.membership)
    for _count in range(9_000):
        yield message_frame(Fetch(source=LOG, hashes=hashes))


@pytest.mark.parametrize("asks", [many_statements, many_questions, many_digests, many_fetches])
def test_what_costs_time_is_limited_over_the_link_too(
    lan: Lan, asks: Callable[[Lan], Iterable[bytes]]
) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    carried = lan.carry
    lan.carry = lambda node, effect: (  # type: ignore[method-assign]
        None if isinstance(effect, Send) and node is anna else carried(node, effect)
    )
    said = flood(anna, mallory, asks(lan), feed=False)
    assert said < 2_000
    assert anna.links_to(mallory) == 0
    assert offences(anna) == [FLOOD]
    assert anna.links_to(lan.nodes["Bram"]) == 1


def test_answers_have_their_own_limit(lan: Lan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few questions for very much: the bytes that go out count."""
    mallory, anna = lan.nodes["Mallory"], lan.anna
    hashes = tuple(s.hash.hex() for s in anna.endpoint.membership)
    data = message_frame(Fetch(source=LOG, hashes=hashes))
    before = len(lan.sent)
    name, key = link_of(anna, mallory)
    limited = anna.endpoint._restraint._budgets
    monkeypatch.setattr(limited, "spend", lambda *_: Spent.OVER_OWN)
    anna.handle(FrameReceived(name, key, data))
    assert len(lan.sent) == before
    assert offences(anna) == [FLOOD]
    assert anna.endpoint._restraint.owed(lan.now) == [], "an unanswered question owes us nothing"


def test_what_was_asked_for_is_no_flood_however_much_it_is(lan: Lan) -> None:
    """Far more records than one author may push come by catching up."""
    bram, anna = lan.nodes["Bram"], lan.anna
    number = 3 * BURST
    lan.cut(anna, bram)
    for count in range(number):
        place = Place(f"{count:032x}", f"Room {count}", PlaceKind.ROOM, None, None, None, "")
        bram.do(bram.endpoint.owner.put_place(place, lan.now))
    lan.meet()
    lan.pass_time(TELL_AGAIN + 1_000, 20_000)
    assert len(anna.held()) > number
    assert offences(anna) == []
    assert anna.errors == []


def test_what_was_asked_for_and_is_worth_nothing_is_paid(lan: Lan) -> None:
    """A listing of records by strangers: they are fetched, refused, and charged."""
    mallory, anna = lan.nodes["Mallory"], lan.anna
    stranger = signer("stranger")
    ended = lan.now - 10 * DAY
    mine = lan.nodes["Mallory"].store.device
    name, key = link_of(anna, mallory)
    budgets = anna.endpoint._restraint._budgets
    bucket = budgets._bucket(restraint.WORK.own, mallory.id, lan.now)
    for device, author, at in ((stranger, stranger, lan.now), (mine, mallory.person, ended)):
        body = place_body(Place("a" * 32, "X", PlaceKind.ROOM, None, None, None, ""), 1)
        record = Record.sign(
            device, team=lan.team.id, author=author.id, seq=999, at=at, life=DAY, body=body
        )
        anna.endpoint._sync.inquire(name, "status", lan.now)
        anna.endpoint._sync._dialogues[name].awaited = {record.hash}
        before = bucket._level
        anna.handle(FrameReceived(name, key, record_frames([record.data])[0]))
        assert bucket._level < before
        assert anna.endpoint.replica.get(device.id, record.hash) is None


def test_what_an_author_signs_without_end_is_paid_by_who_lists_it(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kept and asked for, it costs nothing; more of one author than is held of anybody does."""
    monkeypatch.setattr(restraint, "ASKED", replace(restraint.ASKED, own=Allowance(3, 1)))
    mallory, anna = lan.nodes["Mallory"], lan.anna
    name, key = link_of(anna, mallory)
    bucket = anna.endpoint._restraint._budgets._bucket(restraint.WORK.own, mallory.id, lan.now)
    left = []
    for _ in range(5):
        [data] = statuses(lan, 1)
        held = mallory.endpoint.replica.register("status", mallory.id)
        assert held is not None
        anna.endpoint._sync.inquire(name, "status", lan.now)
        anna.endpoint._sync._dialogues[name].awaited = {held.hash}
        anna.handle(FrameReceived(name, key, data))
        left.append(bucket._level)
    assert left[0] == left[1] == left[2] > left[3] > left[4]
    assert anna.endpoint.replica.register("status", mallory.id) == held


def test_a_row_shares_what_it_may_push_and_each_has_a_share(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mallory's puppets, and who came by Anna's link with her; Daan came by another one."""
    terms = Terms(Allowance(9, 1), share=Allowance(1, 1), row=Allowance(3, 1))
    monkeypatch.setattr(restraint, "RECORDS", terms)
    mallory, anna, bram = lan.nodes["Mallory"], lan.anna, lan.nodes["Bram"]
    puppets = [lan.join(f"Puppet {n}", inviter=mallory) for n in range(3)]
    daan = lan.join("Daan", lan.invited(anna))
    lan.meet()
    texts: dict[str, list[str | None]] = {}
    for node in (*puppets, bram, daan):
        said = []
        for text in "ab":
            [_, publish, _] = node.endpoint.owner.set_status(busy_on(text, lan.now), lan.now)
            flood(anna, node, [publish.frame])
            said.append(anna.sees(node)[1])
        texts[node.name] = said
    assert anna.endpoint.membership.row_of(bram.id) == anna.endpoint.membership.row_of(
        puppets[0].id
    )
    assert texts == {
        "Puppet 0": ["a", "b"],
        "Puppet 1": ["a", "b"],
        "Puppet 2": ["a", "b"],
        "Bram": ["a", "a"],
        "Daan": ["a", "b"],
    }
    assert offences(anna) == [restraint.ROW]
    lan.pass_time(2_000)
    assert anna.sees(bram)[1] == "b", "asked for as soon as there is room"
    assert anna.errors == []


def test_who_is_in_a_row_that_others_used_up_is_never_cut_for_it(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = Allowance(0, 1)
    monkeypatch.setattr(restraint, "RECORDS", Terms(Allowance(999, 9), nothing, nothing))
    anna, mallory = lan.anna, lan.nodes["Mallory"]
    frames = statuses(lan, DROPPED + 20)
    assert flood(anna, mallory, frames) == len(frames)
    assert offences(anna) == [restraint.ROW]
    assert anna.links_to(mallory) == 1


def test_a_flood_over_the_feed_is_dropped_before_it_is_decoded(lan: Lan) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    said = flood(anna, mallory, (frame(FrameType.LEASE, b"{}") for _ in range(2_000)))
    assert said < 100
    name, _ = link_of(anna, lan.nodes["Bram"])
    budgets = anna.endpoint._restraint._budgets
    budgets.spend(restraint.WORK, lan.nodes["Bram"].id, None, WORK.own.burst, lan.now)
    anna.handle(FeedReceived(name, frame(FrameType.LEASE, b"{}")))
    assert offences(anna) == [FLOOD]
    assert anna.errors == ["a malformed Word: 1 faults"] * len(anna.errors)


def test_statements_that_arent_base64_are_the_peers_error(lan: Lan) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    flood(anna, mallory, [message_frame(Statements(items=("?",)))], feed=False)
    assert anna.errors == ["statements that aren't base64"]


def test_who_sends_faster_than_is_handled_is_cut_and_kept_out(lan: Lan) -> None:
    mallory, anna = lan.nodes["Mallory"], lan.anna
    name, _ = link_of(anna, mallory)
    anna.handle(Overflowed(name))
    lan.settle()
    assert anna.errors[0] == "sends faster than this node can take; cut off for a while"
    assert anna.links_to(mallory) == 0
    lan.meet()
    assert anna.links_to(mallory) == 0
    assert anna.links_to(lan.nodes["Bram"]) == 1
