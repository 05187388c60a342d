"""Clocks that are off: seen through others all the same, and no cover for old leases."""

import pytest

from presencemap.domain.availability import Reach, Sharing
from presencemap.protocol.clocks import ANSWERED_WITHIN, MAX_WAITING, SOON, Clocks
from presencemap.protocol.codec import MAX_ASKED, Answer, FrameType, Word, opened, split_signed
from presencemap.protocol.presence import LEASE_EVERY, RELAYED_FOR, SKEW, UNCERTAIN_FOR, read_word
from tests.protocol.lan import DAY, NOW, Lan, Node, signer
from tests.protocol.test_endpoint import stranger_word
from tests.protocol.test_words import passes_on, reach, words

LEASE, GOODBYE = FrameType.LEASE, FrameType.GOODBYE
OFF = pytest.mark.parametrize("ahead", [-3 * DAY, -SKEW - 1_000, SKEW + 1_000, 3 * DAY])
ME = signer("me").id


@pytest.fixture
def lan() -> Lan:
    return Lan()


def lease(device: str, counter: int, *answers: Answer, asks: tuple[str, ...] = ()) -> Word:
    fields = {"team": ME, "person": device, "device": device, "counter": counter, "head": 0}
    return Word.model_validate({**fields, "addresses": (), "asks": asks, "answers": answers})


def said(data: bytes) -> Word:
    return read_word(LEASE, split_signed(opened(data)[1]))


def three(lan: Lan, ahead: int) -> list[Node]:
    """Anna, Bram who relays, and Cleo whose clock is off: nobody has been linked before."""
    link = lan.invited(lan.anna)
    anna, bram, cleo = nodes = [lan.anna, lan.join("Bram", link), lan.join("Cleo", link)]
    lan.wall(anna, cleo)
    cleo.ahead = ahead
    lan.meet(anna, bram)
    lan.meet(bram, cleo)
    return nodes


class TestBehindARelay:
    @OFF
    def test_both_are_seen_within_seconds_and_from_then_on(self, lan: Lan, ahead: int) -> None:
        anna, _, cleo = nodes = three(lan, ahead)
        lan.pass_time(3 * SOON)
        assert reach(anna, cleo) is reach(cleo, anna) is Reach.RELAYED
        for _ in range(12):
            lan.pass_time(LEASE_EVERY)
            assert reach(anna, cleo) is reach(cleo, anna) is Reach.RELAYED
        assert [node.errors for node in nodes] == [[]] * 3

    @OFF
    def test_over_two_relays_too(self, lan: Lan, ahead: int) -> None:
        link = lan.invited(lan.anna)
        nodes = [lan.anna, *(lan.join(name, link) for name in ("Bram", "Cleo", "Daan"))]
        anna, bram, cleo, daan = nodes
        daan.ahead = ahead
        for one, other in ((anna, cleo), (anna, daan), (bram, daan)):
            lan.wall(one, other)
        for one, other in ((anna, bram), (bram, cleo), (cleo, daan)):
            lan.meet(one, other)
        lan.pass_time(4 * SOON)
        assert reach(anna, daan) is reach(daan, anna) is Reach.RELAYED

    def test_who_crashes_is_offline_within_two_intervals_and_a_half(self, lan: Lan) -> None:
        anna, bram, cleo = three(lan, 3 * DAY)
        lan.pass_time(LEASE_EVERY)
        data = words(lan, cleo, LEASE)[-1]
        cleo.crash()
        lan.settle()
        for _ in range(6):
            passes_on(anna, bram, data)
            lan.pass_time((RELAYED_FOR + UNCERTAIN_FOR) // 6)
        assert anna.sees(cleo)[0] == "offline"

    def test_a_clock_that_is_set_while_the_program_runs(self, lan: Lan) -> None:
        anna, bram, cleo = three(lan, 0)
        for ahead in (DAY, 0, -DAY, 0):
            cleo.ahead = ahead
            for _ in range(8):
                lan.pass_time(LEASE_EVERY)
                assert anna.sees(cleo)[0] == bram.sees(cleo)[0] == "online", ahead

    def test_a_clock_that_is_put_right_before_a_new_start(self, lan: Lan) -> None:
        anna, bram, cleo = three(lan, DAY)
        lan.pass_time(LEASE_EVERY)
        cleo.crash()
        lan.pass_time(LEASE_EVERY)
        assert anna.sees(cleo)[0] == "offline"
        cleo.ahead = 0
        cleo.start()
        lan.walls.add(frozenset((anna.name, cleo.name)))
        lan.meet(bram, cleo)
        lan.pass_time(3 * SOON)
        assert anna.sees(cleo)[0] == "online"

    def test_a_goodbye_counts_as_soon_as_the_clock_is_known(self, lan: Lan) -> None:
        anna, _, cleo = three(lan, DAY)
        lan.pass_time(LEASE_EVERY)
        cleo.do(cleo.endpoint.goodbye(cleo.now))
        lan.settle()
        assert anna.sees(cleo)[0] == "offline"

    def test_where_clocks_are_right_nobody_asks(self, lan: Lan) -> None:
        nodes = three(lan, SKEW - 1_000)
        lan.pass_time(4 * LEASE_EVERY)
        spoken = [said(data) for node in nodes for data in words(lan, node, LEASE)]
        assert spoken
        assert not [word for word in spoken if word.asks or word.answers]

    def test_once_it_is_known_nobody_asks_again(self, lan: Lan) -> None:
        nodes = three(lan, DAY)
        lan.pass_time(LEASE_EVERY)
        lan.sent.clear()
        lan.pass_time(10 * LEASE_EVERY)
        assert not [w for n in nodes for d in words(lan, n, LEASE) if (w := said(d)).asks]

    def test_who_pauses_asks_nobody(self, lan: Lan) -> None:
        anna, _, cleo = three(lan, DAY)
        anna.do(anna.endpoint.share(Sharing.PAUSED, lan.now))
        lan.pass_time(LEASE_EVERY)
        assert anna.sees(cleo)[0] == "offline"
        anna.do(anna.endpoint.share(Sharing.ON, lan.now))
        lan.pass_time(LEASE_EVERY + 3 * SOON)
        assert anna.sees(cleo)[0] == "online"


class TestLies:
    """A relay that has old leases, and tells them as new."""

    def test_old_leases_one_after_another_raise_no_ghost(self, lan: Lan) -> None:
        """As somebody's whose clock is a day behind would look, were they here."""
        anna, bram, cleo = lan.line("Bram", "Cleo")
        lan.pass_time(10 * LEASE_EVERY)
        old = [d for name, to, d in lan.sent if (name, to) == ("Cleo", "Bram") and d[1] == LEASE]
        cleo.crash()
        lan.pass_time(DAY // 24, 60_000)
        anna.crash()
        anna.start()
        lan.meet(anna, bram)
        assert len(old) > 10
        for data in old:
            passes_on(anna, bram, data)
            assert anna.sees(cleo)[0] == "offline"
            lan.pass_time(LEASE_EVERY)
            assert anna.sees(cleo)[0] == "offline"

    def test_nor_one_that_answered_before_the_restart(self, lan: Lan) -> None:
        anna, bram, cleo = three(lan, DAY)
        lan.pass_time(LEASE_EVERY)
        old = [d for d in words(lan, cleo, LEASE) if said(d).answers]
        assert old
        cleo.crash()
        lan.pass_time(2 * LEASE_EVERY)
        anna.crash()
        anna.start()
        lan.walls.add(frozenset((anna.name, cleo.name)))
        lan.meet(anna, bram)
        for data in old:
            passes_on(anna, bram, data)
            lan.pass_time(3 * SOON)
            assert anna.sees(cleo)[0] == "offline"

    def test_an_answer_that_was_kept_back_is_as_old_as_what_it_answers(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        asked = said(words(lan, anna, LEASE)[-1])
        answer = Answer(device=asked.device, counter=asked.counter)
        late = stranger_word(lan, LEASE, cleo, counter=lan.now + DAY, answers=(answer,))
        cleo.crash()
        lan.pass_time(RELAYED_FOR + UNCERTAIN_FOR)
        passes_on(anna, bram, late)
        assert anna.sees(cleo)[0] == "offline"

    def test_what_is_doubted_is_no_address_and_no_reason_to_ask_for_records(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        cleo.crash()
        lan.pass_time(RELAYED_FOR + UNCERTAIN_FOR)
        changed = {"counter": lan.now - DAY, "head": 99, "addresses": ("10.7.7.7:47800",)}
        before = {*anna.endpoint.peers.targets._targets}
        passes_on(anna, bram, stranger_word(lan, LEASE, cleo, **changed))
        assert {*anna.endpoint.peers.targets._targets} == before
        assert anna.endpoint.replica.heads[cleo.store.device.id] != 99


class TestAsking:
    def test_at_most_so_many_at_once_and_each_in_its_turn(self) -> None:
        clocks = Clocks()
        devices = [signer(f"device {n}").id for n in range(MAX_ASKED + 3)]
        for device in devices:
            assert clocks.doubt(lease(device, 5), NOW)
        assert clocks.tick(NOW)
        first, _ = clocks.say(1, NOW)
        assert clocks.tick(NOW), "some were never asked"
        second, _ = clocks.say(2, NOW + SOON)
        assert first == tuple(devices[:MAX_ASKED])
        assert {*first, *second[:3]} == {*devices}
        assert not clocks.tick(NOW + SOON), "each was asked once: no hurry"
        assert clocks.say(3, NOW + LEASE_EVERY)[0], "still asked, as long as they are doubted"

    def test_a_doubt_is_news_once_and_ends_with_its_time(self) -> None:
        clocks, device = Clocks(), signer("device").id
        assert clocks.doubt(lease(device, 5), NOW)
        assert not clocks.doubt(lease(device, 5), NOW + 1)
        assert not clocks.doubt(lease(device, 4), NOW + 1)
        clocks.say(1, NOW)
        assert clocks.doubt(lease(device, 6), NOW + 1)
        assert not clocks.tick(NOW + 1), "asked already"
        clocks.tick(NOW + 1 + RELAYED_FOR)
        assert clocks.doubt(lease(device, 4), NOW + 1 + RELAYED_FOR)
        clocks.trust(device)
        assert not clocks.tick(NOW + 1 + RELAYED_FOR)

    def test_who_asks_is_answered_once_for_each_time(self) -> None:
        clocks, device = Clocks(), signer("device").id
        clocks.heard(lease(device, 5, asks=(signer("other").id,)), ME)
        assert not clocks.tick(NOW)
        clocks.heard(lease(device, 5, asks=(ME,)), ME)
        clocks.heard(lease(device, 6, asks=(ME,)), ME)
        assert clocks.tick(NOW)
        assert clocks.say(1, NOW)[1] == (Answer(device=device, counter=6),)
        assert clocks.say(2, NOW)[1] == ()

    def test_only_an_answer_to_me_of_late_counts_and_the_newest_of_them(self) -> None:
        clocks, device = Clocks(), signer("device").id
        clocks.say(7, NOW)
        clocks.say(8, NOW + 1_000)

        def since(*counters: int, by: str = ME, now: int = NOW + 2_000) -> int | None:
            answers = (Answer(device=by, counter=counter) for counter in counters)
            return clocks.answered(lease(device, 1, *answers), ME, now)

        assert since(7) == NOW
        assert since(7, 8) == NOW + 1_000
        assert since(9) is None
        assert since(7, by=device) is None
        assert since(7, now=NOW + ANSWERED_WITHIN) is None
        assert since(7, now=NOW - 1) is None, "the own clock was put back"
        clocks.say(9, NOW + ANSWERED_WITHIN)
        assert since(7) is None, "forgotten"

    def test_floods_are_bounded(self) -> None:
        clocks = Clocks()
        for n in range(MAX_WAITING + 5):
            device = signer(f"device {n}").id
            clocks.doubt(lease(device, 5), NOW)
            clocks.heard(lease(device, 5, asks=(ME,)), ME)
        assert len(clocks._doubts) == len(clocks._asked_by) == MAX_WAITING
