"""What was fetched and doesn't come: of whom it is asked next, and how soon it is here."""

from collections.abc import Callable

import pytest

from presencemap.domain.post import Draft, PostKind
from presencemap.protocol.codec import Fetch, Fetched, Listing, Query, message_frame
from presencemap.protocol.effects import Effect, Send, TellOffence
from presencemap.protocol.events import PeerFound
from presencemap.protocol.fetches import ANOTHER_WITHIN, FORGIVEN_AFTER, Fetches
from presencemap.protocol.peers import MAX_FAULTS
from presencemap.protocol.sync import MAX_SHORT, TOP, Sync
from tests.protocol.lan import NOW, Lan, Node, Wire

A, B = b"a" * 16, b"b" * 16


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_one_at_a_time_then_two_then_four() -> None:
    """Sixty who list and don't give keep a node from the sixty-first for six rounds."""
    fetches, links, rounds = Fetches(), [f"puppet {n}" for n in range(60)], []
    for second in range(10):
        now = NOW + second * ANOTHER_WITHIN
        fetches.tick(now)
        asked = [link for link in (*links, "bram") if fetches.wanted(link, A)]
        for link in asked:
            if fetches.wanted(link, A):
                fetches.began(link, [A], now)
        taken = list(fetches._fetches[A].of)
        rounds.append(len(taken))
        if "bram" in taken:
            break
    assert rounds == [1, 2, 4, 8, 16, 30]


def test_what_has_come_is_forgotten_and_who_failed_is_asked_again_in_time() -> None:
    fetches = Fetches()
    fetches.began("one", [A, B], NOW)
    fetches.came([A])
    assert fetches.wanted("two", A)
    assert not fetches.wanted("two", B)
    fetches.failed("one", [B], NOW)
    assert fetches.wanted("two", B)
    assert not fetches.wanted("one", B)
    fetches.tick(NOW + FORGIVEN_AFTER - 1)
    assert not fetches.wanted("one", B)
    fetches.tick(NOW + FORGIVEN_AFTER)
    assert fetches.wanted("one", B)
    assert not fetches._fetches


def test_a_link_that_is_gone_gives_nothing() -> None:
    fetches = Fetches()
    fetches.began("one", [A], NOW)
    fetches.forget("one")
    assert fetches.wanted("two", A)


def test_a_clock_that_is_set_back_keeps_nobody_waiting() -> None:
    fetches = Fetches()
    fetches.began("one", [A], NOW)
    fetches.tick(NOW - 10 * FORGIVEN_AFTER)
    assert fetches.wanted("two", A)


# A colleague with a changed program, who is always the first to answer.


def racing(lan: Lan, first: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What these say is delivered before what anybody else says."""

    def step() -> bool:
        def hers(wire: Wire) -> bool:
            return any(node.name in first for node, _ in wire.ends)

        lan.wires.sort(key=lambda wire: not hers(wire))
        return Lan.step(lan)

    monkeypatch.setattr(lan, "step", step)


def withholding(
    node: Node, answer: Callable[[Node, str, str], list[Effect]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """She lists what is true, and answers a fetch of records by this."""
    sync, honest = node.endpoint._sync, node.endpoint._sync.answer

    def lying(link: str, query: Query, now: int) -> list[Effect]:
        if isinstance(query, Fetch) and query.source != "log":
            return answer(node, link, query.source)
        return honest(link, query, now)

    monkeypatch.setattr(sync, "answer", lying)


def empty_handed(node: Node, link: str, source: str) -> list[Effect]:
    """That was all; and by the way, I have something."""
    return [Send(link, message_frame(Fetched(source=source))), *node.endpoint._sync.summarise(link)]


def silent(_node: Node, _link: str, _source: str) -> list[Effect]:
    return []


def listing_again(node: Node, link: str, source: str) -> list[Effect]:
    """Not what was asked for: the list, once more."""
    return [Send(link, message_frame(node.endpoint._sync._listing(source, TOP)))]


def missed(lan: Lan, anna: Node, bram: Node, number: int) -> None:
    """Anna is away while Bram says that much."""
    anna.crash()
    lan.settle()
    for count in range(number):
        draft = Draft(PostKind.ACTIVITY, f"post {count}")
        bram.do(bram.endpoint.stream.say(draft, lan.now))
        lan.now += 1
    bram.says("while Anna was away")
    lan.settle()
    lan.pass_time(3_000)


def posts(node: Node) -> int:
    return sum(held.kind == "post" for held in node.endpoint.replica.held())


def offences(node: Node) -> list[str]:
    return [effect.what for effect in node.told if isinstance(effect, TellOffence)]


@pytest.mark.parametrize("answer", [empty_handed, silent, listing_again])
def test_who_is_first_and_withholds_keeps_nobody_waiting(
    lan: Lan,
    answer: Callable[[Node, str, str], list[Effect]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anna, bram, mallory, puppet = lan.team_of("Bram", "Mallory", "Puppet")
    missed(lan, anna, bram, 5)
    racing(lan, {"Mallory", "Puppet"}, monkeypatch)
    for liar in (mallory, puppet):
        withholding(liar, answer, monkeypatch)
    anna.start()
    for liar in (mallory, puppet, bram):
        liar.handle(PeerFound((anna.address,)))
    for _ in range(4 * 5):
        lan.now += 250
        for node in lan.running():
            node.do(node.endpoint.tick(node.now))
        for liar in (mallory, puppet):
            for link in liar.endpoint.peers.standing():
                liar.do(Sync.summarise(liar.endpoint._sync, link.id))
        lan.settle()
    assert posts(anna) == 5
    assert anna.sees(bram) == ("online", "while Anna was away")
    assert anna.links_to(bram) == 1


def test_who_lists_and_never_gives_is_told_of_and_cut(
    lan: Lan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody else has it, she is asked now and then: each time is a fault from the fourth."""
    anna, bram, mallory = lan.team_of("Bram", "Mallory")
    missed(lan, anna, bram, 1)
    bram.crash()
    withholding(mallory, empty_handed, monkeypatch)
    anna.start()
    lan.pass_time(5_000)
    assert anna.links_to(mallory) == 1
    for _ in range((MAX_SHORT + MAX_FAULTS + 1) * FORGIVEN_AFTER // 1_000):
        for link in mallory.endpoint.peers.standing():
            mallory.do(mallory.endpoint._sync.summarise(link.id))
        lan.pass_time(1_000)
        if not anna.links_to(mallory):
            break
    assert anna.errors[:MAX_FAULTS] == ["lists what it doesn't give"] * MAX_FAULTS
    assert anna.links_to(mallory) == 0


def test_what_was_replaced_since_it_was_listed_is_no_fault(lan: Lan) -> None:
    """Whoever gives something in between is believed to have had the rest."""
    [anna, _] = lan.team_of("Bram")
    [link] = anna.endpoint.peers.standing()
    sync, day = anna.endpoint._sync, "day 9"
    for turn in range(3 * MAX_SHORT):
        names = [f"{turn:031x}{part}" for part in range(2)]
        sync.inquire(link.id, day, lan.now)
        entries = tuple((9 - at, name) for at, name in enumerate(names))
        sync.answer(link.id, Listing(source=day, entries=entries, more=False), lan.now)
        if turn % MAX_SHORT == 0:
            sync._dialogues[link.id].awaited.discard(bytes.fromhex(names[0]))
        assert sync.answer(link.id, Fetched(source=day), lan.now) == []
