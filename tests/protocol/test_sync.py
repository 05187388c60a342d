"""Catching up: what is missing is found, whatever the other side answers or doesn't."""

from collections.abc import Iterable
from random import Random

import pytest

from presencemap.domain.errors import PeerError
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.post import Draft, PostKind
from presencemap.protocol import caps
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import (
    DIGEST_PAGE,
    LOG,
    PAGE,
    STATEMENTS_PAGE,
    Compare,
    Digest,
    Fetch,
    Fetched,
    FrameType,
    Listing,
    Message,
    Statements,
    Summary,
    opened,
    read_message,
)
from presencemap.protocol.effects import Effect, Send
from presencemap.protocol.events import PeerFound
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import Record
from presencemap.protocol.replica import Replica
from presencemap.protocol.shelves import Shelves
from presencemap.protocol.statement import Device
from presencemap.protocol.sync import (
    ANOTHER_WITHIN,
    ANSWER_WITHIN,
    MAX_UNANSWERED,
    MAX_WAITING,
    TOP,
    Sync,
    statement_frames,
)
from tests.protocol.lan import DAY, NOW, Lan, assert_agreed, signer
from tests.protocol.statements import ANNA, ROOT, device, team

DAY_9, OTHER = "day 9", "day 8"
A, B, C = "a" * 32, "b" * 32, "c" * 32


@pytest.fixture
def sync() -> Sync:
    membership = Membership(ROOT.id, team())
    return Sync(Replica(membership, ANNA.id, device(ANNA)), membership)


def said(effects: Iterable[Effect], link: str = "one") -> list[Message]:
    messages = []
    for effect in effects:
        assert isinstance(effect, Send)
        assert effect.link == link
        messages.append(read_message(*opened(effect.frame)))
    return messages


def listing(*entries: tuple[int, str], more: bool = False, source: str = DAY_9) -> Listing:
    return Listing(source=source, entries=entries, more=more)


def digest_of(*sources: str) -> Digest:
    return Digest(sources=tuple(Summary(source=s, count=1, xor=A) for s in sources))


def test_a_whole_dialogue(sync: Sync) -> None:
    asked = sync.answer("one", digest_of(DAY_9, OTHER), NOW)
    assert said(asked) == [Compare(source=DAY_9, below=TOP)]
    fetched = sync.answer("one", listing((9, A), (7, B), more=True), NOW)
    assert said(fetched) == [Fetch(source=DAY_9, hashes=(A, B))]
    more = sync.answer("one", Fetched(source=DAY_9), NOW)
    assert said(more) == [Compare(source=DAY_9, below=7)]
    next_ = sync.answer("one", listing(), NOW)
    assert said(next_) == [Compare(source=OTHER, below=TOP)]
    assert sync.answer("one", listing(source=OTHER), NOW) == []


def test_the_log_goes_first(sync: Sync) -> None:
    sync.inquire("one", DAY_9, NOW)
    sync.inquire("one", OTHER, NOW)
    sync.inquire("one", LOG, NOW)
    assert said(sync.answer("one", listing(), NOW)) == [Compare(source=LOG, below=TOP)]


def test_what_is_the_same_or_empty_is_not_asked_about(sync: Sync) -> None:
    (mine,) = said(sync.summarise("one"))
    assert sync.answer("one", mine, NOW) == []
    empty = Digest(sources=(Summary(source=DAY_9, count=0, xor=A),))
    assert sync.answer("one", empty, NOW) == []


@pytest.mark.parametrize(
    "answer",
    [listing((9, A), (10, B)), listing((TOP, A), more=True)],
    ids=["not descending", "not below"],
)
def test_a_wrong_answer_is_the_peers_error(sync: Sync, answer: Listing) -> None:
    sync.inquire("one", DAY_9, NOW)
    with pytest.raises(PeerError, match="isn't of what was asked"):
        sync.answer("one", answer, NOW)


@pytest.mark.parametrize("answer", [listing((9, A), source=OTHER), Fetched(source=OTHER)])
def test_a_late_answer_is_passed_over(sync: Sync, answer: Listing | Fetched) -> None:
    """Of a question that was given up, as after a machine slept."""
    sync.inquire("one", DAY_9, NOW)
    assert sync.answer("one", answer, NOW) == []
    assert sync.answer("two", answer, NOW) == []
    assert said(sync.answer("one", listing((9, A)), NOW)) == [Fetch(source=DAY_9, hashes=(A,))]


def test_pages_that_never_end_are_seen_through(sync: Sync) -> None:
    sync.inquire("one", DAY_9, NOW)
    sync.answer("one", listing((5, A), more=True), NOW)
    sync.answer("one", Fetched(source=DAY_9), NOW)
    with pytest.raises(PeerError, match="isn't of what was asked"):
        sync.answer("one", listing((5, A), more=True), NOW)


def test_who_doesnt_answer_is_asked_something_else_and_then_again(sync: Sync) -> None:
    sync.answer("one", digest_of(DAY_9, OTHER), NOW)
    assert sync.tick(NOW + ANSWER_WITHIN - 1) == []
    for turn in range(1, MAX_UNANSWERED):
        asked = said(sync.tick(NOW + turn * ANSWER_WITHIN))
        assert asked == [Compare(source=OTHER if turn % 2 else DAY_9, below=TOP)]
    assert sync.left() == 2
    assert sync.tick(NOW + MAX_UNANSWERED * ANSWER_WITHIN) == []
    assert sync.left() == 0, "until the next digest nothing is expected any more"
    assert said(sync.answer("one", digest_of(DAY_9), NOW)) == [Compare(source=DAY_9, below=TOP)]


def test_a_page_that_is_lost_is_asked_for_again(sync: Sync) -> None:
    sync.inquire("one", DAY_9, NOW)
    sync.answer("one", listing((9, A), (7, B), more=True), NOW)
    sync.answer("one", Fetched(source=DAY_9), NOW)
    assert sync._dialogues["one"].unanswered == 0
    assert said(sync.tick(NOW + ANSWER_WITHIN)) == [Compare(source=DAY_9, below=7)]
    assert said(sync.answer("one", listing((5, C)), NOW)) == [Fetch(source=DAY_9, hashes=(C,))]


class TestWhatSeveralHave:
    def test_is_fetched_of_one_and_of_another_where_it_doesnt_come(self, sync: Sync) -> None:
        for link in ("one", "two"):
            sync.inquire(link, DAY_9, NOW)
        page = listing((9, A), (7, B), more=True)
        assert said(sync.answer("one", page, NOW)) == [Fetch(source=DAY_9, hashes=(A, B))]
        assert sync.answer("two", page, NOW + 1) == [], "it is under way"
        assert sync.tick(NOW + ANOTHER_WITHIN) == []
        later = NOW + 1 + ANOTHER_WITHIN
        assert said(sync.tick(later), "two") == [Compare(source=DAY_9, below=TOP)], (
            "the same page again"
        )
        assert said(sync.answer("two", page, later), "two") == [Fetch(source=DAY_9, hashes=(A, B))]

    def test_what_only_one_has_is_fetched_of_that_one_at_once(self, sync: Sync) -> None:
        for link in ("one", "two"):
            sync.inquire(link, DAY_9, NOW)
        sync.answer("one", listing((9, A)), NOW)
        asked = sync.answer("two", listing((9, A), (7, B)), NOW)
        assert said(asked, "two") == [Fetch(source=DAY_9, hashes=(B,))]
        assert sync.answer("two", Fetched(source=DAY_9), NOW) == []
        assert said(sync.tick(NOW + ANOTHER_WITHIN), "two") == [Compare(source=DAY_9, below=TOP)]

    def test_a_clock_that_is_put_back_pauses_nothing(self, sync: Sync) -> None:
        for link in ("one", "two"):
            sync.inquire(link, DAY_9, NOW)
            sync.answer(link, listing((9, A)), NOW)
        asked = [effect.link for effect in sync.tick(NOW - DAY) if isinstance(effect, Send)]
        assert asked == ["one", "two"]

    def test_a_gap_is_asked_about_at_once(self, sync: Sync) -> None:
        for link in ("one", "two"):
            sync.answer(link, digest_of(DAY_9), NOW)
            sync.answer(link, listing((9, A)), NOW)
        assert said(sync.inquire("two", DAY_9, NOW), "two") == [Compare(source=DAY_9, below=TOP)]

    def test_comes_once_whoever_is_met(self) -> None:
        lan = Lan(Random(1).randrange)
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        daan = lan.join("Daan")
        daan.crash()
        for n in range(PAGE + 10):
            place = Place(f"{n:032x}", f"Desk {n}", PlaceKind.DESK)
            anna.do(anna.endpoint.owner.put_place(place, lan.now))
        lan.settle()
        daan.start()
        lan.meet()
        lan.pass_time(3_000)
        assert_agreed([anna, bram, cleo, daan])
        fetches = [
            read_message(*opened(data))
            for sender, _, data in lan.sent
            if sender == "Daan" and data[1] == FrameType.FETCH
        ]
        places = [m.hashes for m in fetches if isinstance(m, Fetch) and m.source == "place"]
        assert sum(map(len, places)) == PAGE + 10
        assert not daan.endpoint.restless(lan.now + 1_000), "and nobody is asked again"


def test_a_lost_link_is_forgotten(sync: Sync) -> None:
    sync.inquire("one", DAY_9, NOW)
    sync.forget("one")
    sync.forget("one")
    assert sync.answer("one", listing((9, A)), NOW) == []


def test_made_up_sources_fill_no_memory(sync: Sync) -> None:
    for page in range(MAX_WAITING // DIGEST_PAGE + 3):
        sources = (f"day {page * DIGEST_PAGE + n}" for n in range(DIGEST_PAGE))
        sync.answer("one", digest_of(*sources), NOW)
    assert len(sync._dialogues["one"].waiting) == MAX_WAITING


def test_what_isnt_here_is_not_sent(sync: Sync) -> None:
    asked = sync.answer("one", Fetch(source=DAY_9, hashes=(A,)), NOW)
    assert said(asked) == [Fetched(source=DAY_9)]
    asked = sync.answer("one", Fetch(source=LOG, hashes=(A,)), NOW)
    assert said(asked) == [Fetched(source=LOG)]
    assert said(sync.answer("one", Compare(source=DAY_9, below=TOP), NOW)) == [listing()]


def test_statements_go_in_pages() -> None:
    statements = team() * 20
    messages = [read_message(*opened(data)) for data in statement_frames(statements)]
    assert [len(m.items) for m in messages if isinstance(m, Statements)] == [
        STATEMENTS_PAGE,
        STATEMENTS_PAGE,
        80 - 2 * STATEMENTS_PAGE,
    ]


def test_a_digest_of_a_big_team_goes_in_pages(sync: Sync, monkeypatch: pytest.MonkeyPatch) -> None:
    many = [Summary(source=f"day {n}", count=1, xor=A) for n in range(600)]
    monkeypatch.setattr(Shelves, "sources", lambda _: iter(many))
    pages = said(sync.summarise("one"))
    sizes = [len(page.sources) for page in pages if isinstance(page, Digest)]
    assert sizes == [DIGEST_PAGE, DIGEST_PAGE, 601 - 2 * DIGEST_PAGE]


def test_over_a_thousand_places_come_over_page_by_page() -> None:
    lan = Lan()
    anna, bram = lan.anna, lan.join("Bram")
    for n in range(2 * PAGE + 10):
        place = Place(f"{n:032x}", f"Desk {n}", PlaceKind.DESK)
        anna.do(anna.endpoint.owner.put_place(place, lan.now))
    lan.meet()
    assert_agreed([anna, bram])
    assert len(bram.held()) == 2 * PAGE + 10 + 2
    assert lan.frames(bram, anna).count(FrameType.FETCH) == 2 + 3
    assert not anna.errors + bram.errors


def test_a_log_of_over_a_thousand_statements_comes_over_page_by_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(caps.MAX_OWN, Device, 3 * PAGE)
    lan = Lan()
    anna, bram = lan.anna, lan.join("Bram")
    before = lan.join("Cleo", lan.invited(anna))
    devices = [
        certified(lan.team.id, anna.person, signer(f"device {n}"), NOW) for n in range(2 * PAGE)
    ]
    anna.do(anna.endpoint._log.take([*devices, *before.endpoint.membership]))
    lan.meet(anna, bram)
    assert anna.log() == bram.log()
    assert len(anna.log()) > 2 * PAGE
    assert not anna.errors + bram.errors


@pytest.mark.parametrize("steps", range(0, 40, 3))
def test_a_link_that_breaks_midway_is_no_loss(steps: int) -> None:
    lan = Lan()
    anna, bram = lan.anna, lan.join("Bram")
    for n in range(5):
        anna.do(
            anna.endpoint.owner.put_place(Place(f"{n:032x}", f"Desk {n}", PlaceKind.DESK), lan.now)
        )
    anna.handle(PeerFound((bram.address,)))
    for _ in range(steps):
        lan.step()
    lan.cut(anna, bram)
    lan.heal()
    assert_agreed([anna, bram])


def test_two_who_judge_a_newcomer_differently_dont_ask_for_ever() -> None:
    """By Bram's clock Cleo's invite is over, by Daan's it isn't yet."""
    lan = Lan()
    anna, bram, daan = lan.team_of("Bram", "Daan")
    anna.crash()
    bram.crash()
    cleo = lan.join("Cleo", inviter=daan)
    daan.do(daan.endpoint._log.take(cleo.endpoint.membership))
    for data, *_ in cleo.store.records.values():
        daan.do(daan.endpoint.replica.take(Record.read(data), lan.now))
    cleo.crash()
    bram.start()
    lan.now += 8 * DAY
    bram.handle(PeerFound((daan.address,)))
    lan.settle(2_000)
    assert ("profile", cleo.id) in daan.held()
    assert ("profile", cleo.id) not in bram.held()
    assert bram.log() == daan.log()
    assert not bram.errors + daan.errors


def test_what_only_a_third_holds_comes_within_minutes_where_two_never_meet() -> None:
    lan = Lan()
    anna, bram, cleo = lan.team_of("Bram", "Cleo")
    lan.wall(anna, cleo)
    lan.settle()
    anna.says("behind a wall")
    for wire in lan.wires:  # what is passed on at once is lost
        wire.lanes.clear()
    lan.pass_time(400_000)
    assert cleo.sees(anna) == ("online", "behind a wall")
    assert_agreed([anna, bram, cleo])


def test_what_matters_most_is_asked_first(sync: Sync) -> None:
    digest = digest_of(
        "day 3", "plan", "place", "day 20", "follow", "profile", LOG, "status", "day 4"
    )
    asked = [said(sync.answer("one", digest, NOW))[0]]
    while found := said(sync.answer("one", listing(source=asked[-1].source), NOW)):  # type: ignore[union-attr]
        asked += found
    order = [message.source for message in asked if isinstance(message, Compare)]
    whole = [LOG, "status", "profile", "place", "plan", "follow"]
    assert order == [*whole, "day 20", "day 4", "day 3"]


def test_a_status_doesnt_wait_for_all_pages_of_a_day(sync: Sync) -> None:
    sync.inquire("one", DAY_9, NOW)
    sync.inquire("one", "status", NOW)
    page = listing((9, A), (7, B), more=True)
    assert said(sync.answer("one", page, NOW)) == [Fetch(source=DAY_9, hashes=(A, B))]
    assert said(sync.answer("one", Fetched(source=DAY_9), NOW)) == [
        Compare(source="status", below=TOP)
    ]
    assert said(sync.answer("one", listing(source="status"), NOW)) == [
        Compare(source=DAY_9, below=7)
    ]


def test_how_much_is_left_to_come(sync: Sync) -> None:
    assert sync.left() == 0
    counts = {LOG: 900, "status": 1, DAY_9: 40, OTHER: 2}
    digest = Digest(sources=tuple(Summary(source=s, count=n, xor=A) for s, n in counts.items()))
    sync.answer("one", digest, NOW)
    sync.answer("two", digest_of(DAY_9), NOW)
    assert sync.left() == 43, "the log isn't counted, and peers know the same"
    for source in (LOG, "status", DAY_9):
        sync.answer("one", listing(source=source), NOW)
    assert sync.left() == 2
    sync.answer("one", listing(source=OTHER), NOW)
    assert sync.left() == 1
    sync.forget("two")
    assert sync.left() == 0


def test_a_gap_asks_for_what_was_said_of_late(sync: Sync) -> None:
    assert len(sync.inquire_live("one", NOW)) == 1
    day = NOW // DAY
    assert set(sync._dialogues["one"].waiting) == {
        "end",
        "profile",
        "place",
        "floor_plan",
        "plan",
        "work",
        "job",
        "topic",
        "follow",
        "map_server",
        "receipt",
        f"day {day}",
        f"day {day - 1}",
    }


def test_posts_come_with_what_was_made_of_them_and_then_nothing_is_left() -> None:
    lan = Lan()
    anna, bram = lan.anna, lan.join("Bram")
    for n in range(PAGE + 5):
        anna.do(anna.endpoint.stream.say(Draft(PostKind.ACTIVITY, f"post {n}"), lan.now + n))
    first = anna.endpoint.stream.newest(1)[0].id
    lan.meet()
    assert_agreed([anna, bram])
    assert bram.endpoint.still_to_come() == 0
    assert bram.endpoint.stream.thread(first)[0].said.text == f"post {PAGE + 4}"
