"""Cards: who is shown, as whom, through whom."""

import pytest

from presencemap.domain.availability import Presence
from presencemap.domain.person import Profile
from presencemap.protocol.effects import TellCard, TellPresence
from presencemap.protocol.presence import LEASE_EVERY
from tests.protocol.lan import DAY, Lan, signer


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_know_nobody_else_by_name_whom_they_never_met(lan: Lan) -> None:
    card = lan.anna.endpoint.cards.of(signer("nobody").id, lan.now)
    assert (card.person.name, card.status, card.presence) == ("", None, Presence.OFFLINE)


def test_who_joined_but_never_met_anybody_is_on_the_own_map_for_good(lan: Lan) -> None:
    bram = lan.join("Bram")
    lan.now += 30 * DAY
    bram.do(bram.endpoint.tick(lan.now))
    assert bram.id in [card.person.id for card in bram.endpoint.cards.all(lan.now)]
    assert bram.endpoint.cards.of(bram.id, lan.now).person.name == "Bram"


def test_the_route_is_known(lan: Lan) -> None:
    anna, bram, cleo = lan.line("Bram", "Cleo")
    assert anna.endpoint.cards.route(cleo.id) == (bram.id,)
    assert anna.endpoint.cards.route(bram.id) == ()


def test_a_known_name_under_another_key_is_shown_as_such_until_it_is_verified() -> None:
    lan = Lan()
    anna, tom = lan.team_of("Tom")
    assert anna.endpoint.cards.of(tom.id, lan.now).same_name_as == ()
    other = lan.join("Tom again")
    other.do(other.endpoint.owner.set_profile(Profile("TOM"), lan.now))
    lan.meet()
    first, second = (anna.endpoint.cards.of(p.id, lan.now) for p in (tom, other))
    assert (first.same_name_as, second.same_name_as) == ((other.id,), (tom.id,))
    assert not first.new_key
    assert not second.new_key
    told = anna.endpoint.cards.verify(tom.id)
    assert told == [TellCard(tom.id), TellCard(other.id)]
    first, second = (anna.endpoint.cards.of(p.id, lan.now) for p in (tom, other))
    assert (first.verified, first.same_name_as) == (True, ())
    assert (second.verified, second.same_name_as, second.new_key) == (False, (tom.id,), True)
    # Also when the one who is known has left.
    anna.do(anna.endpoint.authority.remove([tom.id], None, lan.now))
    assert anna.endpoint.cards.of(other.id, lan.now).new_key
    anna.endpoint.cards.verify(other.id)
    assert not anna.endpoint.cards.of(other.id, lan.now).new_key


def test_who_calls_themselves_as_i_am_called_is_somebody_else() -> None:
    lan = Lan()
    anna, _ = lan.team_of()[0], lan.join("Mallory")
    mallory = lan.nodes["Mallory"]
    mallory.do(mallory.endpoint.owner.set_profile(Profile("Anna"), lan.now))
    lan.meet()
    card = anna.endpoint.cards.of(mallory.id, lan.now)
    assert (card.same_name_as, card.new_key) == ((anna.id,), True)
    assert anna.endpoint.cards.of(anna.id, lan.now).same_name_as == ()
    # Nobody is the namesake of those who have no name yet.
    anna.endpoint.cards.verified["f" * 64] = ""
    nameless = lan.join("Nameless")
    assert anna.endpoint.cards.of(nameless.id, lan.now).same_name_as == ()


def test_whom_i_follow_shows_until_i_dont(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    assert not anna.endpoint.cards.of(bram.id, lan.now).followed
    anna.do(anna.endpoint.stream.follow(bram.id, lan.now, on=True))
    assert anna.endpoint.cards.of(bram.id, lan.now).followed
    lan.settle()
    seen = bram.endpoint.cards.of(anna.id, lan.now)
    assert (seen.followed, seen.follows_me) == (False, True)
    anna.do(anna.endpoint.stream.follow(bram.id, lan.now, on=False))
    assert not anna.endpoint.cards.of(bram.id, lan.now).followed


def test_through_whom_somebody_is_seen_is_on_the_card_and_told_when_it_changes(lan: Lan) -> None:
    anna, bram, cleo, _ = lan.team_of("Bram", "Cleo", "Daan")
    lan.wall(anna, cleo)
    lan.pass_time(2_000)

    def through() -> set[str]:
        return {p.name for p in anna.endpoint.cards.of(cleo.id, lan.now).through}

    assert through() == {"Bram", "Daan"}
    assert anna.endpoint.cards.of(bram.id, lan.now).through == ()
    anna.told.clear()
    lan.pass_time(3 * LEASE_EVERY)
    assert TellCard(cleo.id) not in anna.told, "each lease is the same way"
    lan.wall(bram, cleo)
    lan.pass_time(2_000)
    assert through() == {"Daan"}
    assert TellCard(cleo.id) in anna.told
    assert not [e for e in anna.told if e == TellPresence(cleo.id)], "online all the while"


def test_of_those_who_pass_it_on_the_nearest_are_named(lan: Lan) -> None:
    """Anna and Daan both tell Bram of Cleo, but Anna heard it from Daan."""
    anna, bram, cleo, daan = lan.team_of("Bram", "Cleo", "Daan")
    for other in (anna, bram):
        lan.wall(other, cleo)
    lan.pass_time(LEASE_EVERY)
    assert len(bram.endpoint.sightings.of(cleo.id).through) == 2
    assert bram.endpoint.cards.route(cleo.id) == anna.endpoint.cards.route(cleo.id) == (daan.id,)


def test_nobody_near_all_are_named(lan: Lan) -> None:
    anna, bram, _, daan = lan.line("Bram", "Cleo", "Daan")
    assert anna.endpoint.cards.route(daan.id) == (bram.id,)
