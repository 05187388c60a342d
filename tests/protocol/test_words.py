"""Leases and goodbyes through others: who sees whom over a line, and what a lying relay can do."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from presencemap.domain.availability import Reach, Sharing
from presencemap.protocol.address import Address
from presencemap.protocol.codec import FrameType, opened, relay_frame, split_signed
from presencemap.protocol.events import FrameReceived, PeerFound
from presencemap.protocol.presence import (
    LEASE_EVERY,
    MESH_LEASE_EVERY,
    MESH_SPREAD,
    RELAYED_FOR,
    SKEW,
    UNCERTAIN_FOR,
    read_word,
)
from presencemap.protocol.words import LINKED_WITHIN, MAX_EARLY
from tests.protocol.lan import DAY, Lan, Node, assert_agreed, assert_no_ghosts, signer
from tests.protocol.test_endpoint import stranger_word

if TYPE_CHECKING:
    from collections.abc import Callable

LEASE, GOODBYE = FrameType.LEASE, FrameType.GOODBYE


@pytest.fixture
def lan() -> Lan:
    return Lan()


def reach(node: Node, other: Node) -> Reach:
    return node.endpoint.cards.of(other.id, node.now).reach


def words(lan: Lan, sender: Node, kind: FrameType) -> list[bytes]:
    """The frames of that kind that a node published so far."""
    return [data for name, _, data in lan.sent if name == sender.name and data[1] == kind]


def last_lease(lan: Lan, sender: Node) -> int:
    """When a node said its newest, by its counter."""
    return read_word(LEASE, split_signed(opened(words(lan, sender, LEASE)[-1])[1])).counter


def passes_on(node: Node, over: Node, data: bytes, held: int = 0) -> None:
    """A neighbour says that it got this word."""
    (link,) = [k for k in node.endpoint.peers.standing() if k.person == over.id]
    node.handle(FrameReceived(link.id, link.key, relay_frame(held, data)))


class TestAMesh:
    """Who is linked to all who are there needs nobody to carry a lease on."""

    def test_a_lease_goes_out_seldom_and_not_by_all_at_once(self, lan: Lan) -> None:
        nodes = lan.team_of("Bram", "Cleo", "Daan", "Elif", "Finn")
        lan.pass_time(MESH_LEASE_EVERY)
        pauses = set()
        for node in nodes:
            before = last_lease(lan, node)
            while (last := last_lease(lan, node)) == before:
                lan.pass_time(1_000)
            lan.pass_time(1_000)
            before = last
            while (last := last_lease(lan, node)) == before:
                lan.pass_time(1_000)
            pauses.add(last - before)
        assert all(MESH_LEASE_EVERY - MESH_SPREAD <= p <= MESH_LEASE_EVERY for p in pauses)
        assert len(pauses) > 2, "two may have as good as the same one"

    @pytest.mark.parametrize("sharing", [Sharing.ON, Sharing.PAUSED])
    def test_who_comes_behind_a_relay_sees_all_soon(self, lan: Lan, sharing: Sharing) -> None:
        anna, bram, cleo, daan = lan.team_of("Bram", "Cleo", "Daan")
        lan.wall(daan, anna)
        lan.wall(daan, cleo)
        daan.crash()
        daan.do(daan.endpoint.share(sharing, lan.now))
        lan.pass_time(MESH_LEASE_EVERY - MESH_SPREAD - 10_000)
        assert anna.endpoint.cards.of(cleo.id, lan.now).reach is Reach.DIRECT
        daan.start()
        lan.meet(bram, daan)
        assert daan.sees(anna)[0] != "online", "her last lease is too old to prove a thing"
        lan.pass_time(LINKED_WITHIN + 2_000)
        assert (daan.sees(anna)[0], daan.sees(cleo)[0]) == ("online", "online")
        for _ in range(10):
            lan.pass_time(LEASE_EVERY)
            assert (daan.sees(anna)[0], daan.sees(cleo)[0]) == ("online", "online")

    def test_who_is_soon_linked_to_all_makes_nobody_speak(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        cleo.crash()
        lan.pass_time(LEASE_EVERY)
        cleo.start()
        lan.meet(bram, cleo)
        before = len(words(lan, anna, LEASE))
        lan.pass_time(LINKED_WITHIN - 1_000)
        lan.meet(anna, cleo)
        lan.pass_time(LEASE_EVERY)
        assert len(words(lan, anna, LEASE)) - before == 2, "once, to all, as Cleo subscribed"

    def test_a_link_that_is_lost_is_made_good_at_once(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        lan.pass_time(MESH_LEASE_EVERY - 10_000)
        lan.wall(anna, cleo)
        lan.cut(anna, cleo)
        lan.pass_time(2_000)
        assert (reach(anna, cleo), reach(cleo, anna)) == (Reach.RELAYED, Reach.RELAYED)
        for _ in range(10):
            lan.pass_time(LEASE_EVERY)
            assert anna.sees(cleo)[0] == cleo.sees(anna)[0] == "online"
        assert bram.errors == []


class TestALine:
    def test_all_see_all_live_both_ways(self, lan: Lan) -> None:
        anna, bram, cleo, daan = nodes = lan.line("Bram", "Cleo", "Daan")
        for node in nodes:
            node.says(f"{node.name} here")
        lan.settle()
        for node in nodes:
            for other in nodes:
                assert node is other or node.sees(other) == ("online", f"{other.name} here")
        assert (reach(anna, bram), reach(anna, cleo), reach(anna, daan)) == (
            Reach.DIRECT,
            Reach.RELAYED,
            Reach.RELAYED,
        )
        assert reach(daan, anna) is Reach.RELAYED
        assert_agreed(nodes)
        assert [node.errors for node in nodes] == [[]] * 4

    def test_leases_keep_it_so(self, lan: Lan) -> None:
        anna, _, cleo = lan.line("Bram", "Cleo")
        for _ in range(10):
            lan.pass_time(LEASE_EVERY)
            assert anna.sees(cleo)[0] == cleo.sees(anna)[0] == "online"

    def test_a_goodbye_goes_through_at_once(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        cleo.do(cleo.endpoint.goodbye(lan.now))
        lan.settle()
        assert anna.sees(cleo)[0] == bram.sees(cleo)[0] == "offline"
        cleo.crash()
        lan.settle()
        assert anna.sees(cleo)[0] == "offline"

    def test_a_crash_behind_a_relay_is_doubted_as_soon_as_the_relay_sees_it(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        cleo.crash()
        lan.settle()
        assert (anna.sees(cleo)[0], bram.sees(cleo)[0]) == ("uncertain", "offline")
        lan.pass_time(UNCERTAIN_FOR)
        assert anna.sees(cleo)[0] == "offline"
        cleo.start()
        lan.meet(bram, cleo)
        assert anna.sees(cleo)[0] == "online"

    def test_two_relays_away_within_two_intervals_and_a_half(self, lan: Lan) -> None:
        anna, _, _, daan = lan.line("Bram", "Cleo", "Daan")
        daan.crash()
        lan.settle()
        lan.pass_time(RELAYED_FOR + UNCERTAIN_FOR)
        assert anna.sees(daan)[0] == "offline"

    def test_the_relay_gone_those_behind_it_are_doubted(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        bram.crash()
        lan.settle()
        assert anna.sees(cleo)[0] == cleo.sees(anna)[0] == "uncertain"
        lan.pass_time(UNCERTAIN_FOR)
        assert anna.sees(cleo)[0] == "offline"

    def test_one_of_two_relays_gone_is_not_noticed(self, lan: Lan) -> None:
        anna, bram, cleo, daan = lan.team_of("Bram", "Cleo", "Daan")
        lan.wall(anna, cleo)
        lan.pass_time(LEASE_EVERY)
        anna.told.clear()
        bram.crash()
        lan.settle()
        assert (anna.sees(cleo)[0], reach(anna, cleo)) == ("online", Reach.RELAYED)
        daan.crash()
        lan.settle()
        assert anna.sees(cleo)[0] == "uncertain"

    def test_who_comes_late_sees_who_was_there(self, lan: Lan) -> None:
        bram, cleo = lan.join("Bram"), lan.join("Cleo")
        lan.meet(bram, cleo)
        cleo.says("long before")
        lan.pass_time(20_000)
        lan.wall(lan.anna, cleo)
        lan.meet(lan.anna, bram)
        lan.pass_time(250)
        assert lan.anna.sees(cleo) == ("online", "long before")

    def test_a_link_that_breaks_while_another_way_is_there(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        lan.pass_time(20_000)
        lan.wall(anna, cleo)
        lan.settle()
        lan.pass_time(3_000)
        assert (anna.sees(cleo)[0], reach(anna, cleo)) == ("online", Reach.RELAYED)
        assert bram.sees(cleo)[0] == "online"
        lan.walls.clear()
        lan.meet(anna, cleo)
        lan.pass_time(1_000)
        assert reach(anna, cleo) is Reach.DIRECT

    def test_in_a_full_mesh_nothing_is_relayed(self, lan: Lan) -> None:
        nodes = lan.team_of("Bram", "Cleo", "Daan")
        lan.pass_time(1_000)
        lan.sent.clear()
        for node in nodes:
            node.says("heard by all")
        lan.pass_time(2 * LEASE_EVERY)
        assert FrameType.RELAY not in {data[1] for *_, data in lan.sent}

    def test_each_frame_goes_over_a_link_once(self, lan: Lan) -> None:
        anna, bram, cleo, daan = lan.team_of("Bram", "Cleo", "Daan")
        lan.wall(anna, daan)
        lan.pass_time(3_000)
        lan.sent.clear()
        daan.says("by two ways")
        lan.settle()
        assert anna.sees(daan)[1] == "by two ways"
        passed = [(a, b) for a, b, data in lan.sent if data[1] == FrameType.RELAY]
        assert sorted(passed) == [(bram.name, anna.name), (cleo.name, anna.name)]


class TestTheWay:
    """Addresses that leases tell, and networks that move."""

    def test_who_is_relayed_is_dialled_where_its_lease_says_it_is(self, lan: Lan) -> None:
        bram, cleo = lan.join("Bram"), lan.join("Cleo")
        lan.meet(bram, cleo)
        lan.meet(lan.anna, bram)
        lan.pass_time(1_000)
        assert reach(lan.anna, cleo) is reach(cleo, lan.anna) is Reach.DIRECT

    def test_a_new_address_of_a_neighbour_is_kept_for_when_it_is_lost(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        (link,) = anna.endpoint.peers.standing()
        there = bram.endpoint.peers.here
        assert there is not None
        bram.endpoint.peers.here = replace(there, listen=(Address("10.9.9.9"),))
        lan.pass_time(LEASE_EVERY)
        assert link.listen == ("10.9.9.9:47800",)
        bram.endpoint.peers.here = None
        bram.endpoint.peers.learn(
            read_word(LEASE, split_signed(words(lan, anna, LEASE)[-1][2:])), 1
        )

    def test_after_a_sleep_nothing_is_proven_and_all_are_dialled_at_once(self, lan: Lan) -> None:
        anna, bram, cleo = lan.line("Bram", "Cleo")
        lan.now += 8 * 3_600_000
        anna.do(anna.endpoint.moved(lan.now))
        assert anna.sees(bram)[0] == anna.sees(cleo)[0] == "uncertain"
        lan.pass_time(500, 250)
        assert (reach(anna, bram), reach(anna, cleo)) == (Reach.DIRECT, Reach.RELAYED)

    def test_where_the_network_is_another_only_what_was_over_it_is_void(self, lan: Lan) -> None:
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        lan.pass_time(20_000)
        (link,) = [k.id for k in anna.endpoint.peers.standing() if k.person == bram.id]
        anna.told.clear()
        anna.do(anna.endpoint.moved(lan.now, [link]))
        assert (anna.sees(bram)[0], anna.sees(cleo)[0]) == ("uncertain", "online")
        lan.settle()
        assert anna.sees(bram)[0] == "online"

    def test_who_dialled_us_and_crashed_soon_is_dialled_back_and_refused(self, lan: Lan) -> None:
        bram = lan.join("Bram")
        bram.handle(PeerFound((lan.anna.address,)))
        lan.settle()
        bram.crash()
        lan.settle()
        assert lan.anna.sees(bram)[0] == "offline"


class TestLies:
    """What a member's node can make of others' words."""

    @pytest.fixture
    def nodes(self, lan: Lan) -> list[Node]:
        return lan.line("Bram", "Cleo")

    def test_an_old_lease_raises_no_ghost_not_even_after_a_restart(
        self, lan: Lan, nodes: list[Node]
    ) -> None:
        anna, bram, cleo = nodes
        old = words(lan, cleo, LEASE)[-1]
        cleo.crash()
        lan.pass_time(SKEW + RELAYED_FOR)
        for restarted in (False, True):
            if restarted:
                anna.crash()
                anna.start()
                lan.meet(anna, bram)
            passes_on(anna, bram, old)
            assert anna.sees(cleo)[0] == "offline", restarted
        assert_no_ghosts([anna])

    def test_the_lie_about_how_long_it_was_held_is_worth_the_skew_of_clocks(
        self, lan: Lan, nodes: list[Node]
    ) -> None:
        anna, bram, cleo = nodes
        cleo.crash()
        data = stranger_word(lan, LEASE, cleo, counter=lan.now)
        lan.pass_time(100_000)
        passes_on(anna, bram, data)
        assert anna.sees(cleo)[0] == "online"
        lan.pass_time(SKEW + RELAYED_FOR - 100_000)
        assert anna.sees(cleo)[0] != "online"

    def test_a_lease_as_old_as_relays_say_is_not_taken(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram, cleo = nodes
        lan.wall(bram, cleo)
        lan.pass_time(100_000)
        passes_on(anna, bram, stranger_word(lan, LEASE, cleo, counter=lan.now), RELAYED_FOR)
        assert anna.sees(cleo)[0] == "offline"
        passes_on(anna, bram, stranger_word(lan, LEASE, cleo, counter=lan.now), RELAYED_FOR - 1)
        assert anna.sees(cleo)[0] == "online"

    def test_a_goodbye_of_old_ends_nothing(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram, cleo = nodes
        passes_on(anna, bram, stranger_word(lan, GOODBYE, cleo, counter=lan.now - 60_000))
        assert anna.sees(cleo)[0] == "online"
        newest = stranger_word(lan, LEASE, cleo, counter=lan.now + 1)
        passes_on(anna, bram, newest)
        passes_on(anna, bram, stranger_word(lan, GOODBYE, cleo, counter=lan.now + 1))
        assert anna.sees(cleo)[0] == "online"

    def test_nor_one_beside_a_link(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram, cleo = nodes
        word = stranger_word(lan, GOODBYE, bram, counter=lan.now + 1)
        passes_on(cleo, bram, word)  # its own, over its own link
        assert cleo.sees(bram)[0] == "offline"
        lan.walls.clear()
        lan.meet(anna, cleo)
        lan.pass_time(1_000)
        passes_on(anna, cleo, stranger_word(lan, GOODBYE, bram, counter=lan.now + 2))
        assert anna.sees(bram)[0] == "online"

    def test_forged_and_misplaced_ones_are_the_relays_errors(
        self, lan: Lan, nodes: list[Node]
    ) -> None:
        anna, bram, cleo = nodes
        made: list[Callable[[], bytes]] = [
            lambda: stranger_word(lan, LEASE, cleo, by=bram.store.device),
            lambda: stranger_word(lan, LEASE, cleo, team=bram.id),
            lambda: relay_frame(0, stranger_word(lan, LEASE, cleo)),
        ]
        for forge in made:
            passes_on(anna, bram, forge())
        assert anna.errors == [
            "a LEASE with a wrong signature",
            "a word of another team",
            "a RELAY on a feed",
        ]

    def test_my_own_words_tell_me_nothing(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram, _ = nodes
        anna.told.clear()
        passes_on(anna, bram, stranger_word(lan, GOODBYE, anna))
        assert not anna.told + anna.errors

    def test_a_clock_days_ahead_makes_a_word_of_no_use_later(
        self, lan: Lan, nodes: list[Node]
    ) -> None:
        anna, bram, cleo = nodes
        passes_on(anna, bram, stranger_word(lan, GOODBYE, cleo, counter=lan.now + 3 * DAY))
        assert anna.sees(cleo)[0] == "online"
        lan.pass_time(LEASE_EVERY)
        assert anna.sees(cleo)[0] == "online", "and no lease is in its shadow"


class TestEarly:
    """Words of somebody whom the log here doesn't know yet."""

    @pytest.fixture
    def nodes(self, lan: Lan) -> list[Node]:
        return lan.team_of("Bram")

    def test_wait_for_the_log(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram = nodes
        cleo = lan.join("Cleo", inviter=bram)
        lan.wall(anna, cleo)
        (link,) = anna.endpoint.peers.standing()
        cleo.handle(PeerFound((bram.address,)))
        lan.settle()
        data = stranger_word(lan, LEASE, cleo, counter=lan.now + 5)
        anna.crash()
        anna.store.statements = anna.store.statements[:4]
        anna.start()
        lan.walls.add(frozenset((anna.name, cleo.name)))
        anna.handle(PeerFound((bram.address,)))
        while not anna.links_to(bram):
            lan.step()
        passes_on(anna, bram, data)
        assert anna.sees(cleo)[0] == "offline"
        lan.settle()
        anna.do(anna.endpoint.tick(lan.now))
        assert anna.sees(cleo)[0] == "online"
        assert link not in anna.endpoint.peers.standing()

    def test_not_for_ever_and_not_without_bound(self, lan: Lan, nodes: list[Node]) -> None:
        anna, bram = nodes
        stranger = lan.join("Cleo", inviter=bram)
        for n in range(MAX_EARLY + 5):
            device = signer(f"device {n}")
            data = stranger_word(lan, LEASE, stranger, device=device.id, by=device)
            passes_on(anna, bram, data)
            passes_on(anna, bram, data)
        early = anna.endpoint._words._early
        assert len(early) == MAX_EARLY
        anna.do(anna.endpoint._words.tick(lan.now))
        assert len(early) == MAX_EARLY
        lan.pass_time(RELAYED_FOR)
        assert not early
        assert anna.errors == []

    def test_those_of_a_link_that_is_gone_are_worth_nothing(
        self, lan: Lan, nodes: list[Node]
    ) -> None:
        anna, bram = nodes
        cleo = lan.join("Cleo")
        data = stranger_word(lan, LEASE, cleo, counter=lan.now)
        passes_on(anna, bram, data)
        lan.cut(anna, bram)
        lan.wall(anna, bram)
        lan.settle()
        lan.wall(anna, cleo)
        statements = [*cleo.endpoint.membership]
        anna.do(anna.endpoint._log.take(statements))
        anna.do(anna.endpoint.tick(lan.now))
        assert anna.sees(cleo)[0] == "offline"


def test_words_are_numbered_and_say_where_we_are(lan: Lan) -> None:
    said = lan.anna.endpoint._words
    assert opened(said.say(LEASE, lan.now))[0] is LEASE
    assert said.say(LEASE, lan.now) != said.say(LEASE, lan.now)
