"""A removal as it goes round: who hears it cuts, what was made stays, what comes after counts not.

This mirrors no one module.
"""

from dataclasses import replace
from datetime import date

import pytest

from presencemap.domain.errors import Refused
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan
from presencemap.protocol.codec import FrameType
from presencemap.protocol.effects import TellGone
from presencemap.protocol.signing import Signer
from tests.protocol.lan import DAY, Lan, Node, assert_agreed

ACME = Place("a" * 32, "Acme", PlaceKind.CLIENT)


def removed(lan: Lan, by: Node, person: Node, root: Signer | None = None) -> None:
    by.do(by.endpoint.authority.remove([person.id], root, lan.now))


class TestRemoval:
    """Whoever hears of it cuts them; what they made stays."""

    def test_the_removed_one_still_running_gets_nothing_more(self) -> None:
        lan = Lan()
        anna, bram, mallory = lan.team_of("Bram", "Mallory")
        mallory.says("here")
        mallory.do(mallory.endpoint.owner.put_place(ACME, lan.now))
        plan = Plan(date(2027, 1, 15), "home")
        mallory.do(mallory.endpoint.owner.set_plan(plan, lan.now + DAY // 2, lan.now))
        lan.settle()
        assert bram.endpoint.replica.plans.of(mallory.id) == (plan,)
        before = len(lan.sent)
        removed(lan, anna, mallory)
        lan.settle()
        assert anna.links_to(mallory) == bram.links_to(mallory) == 0
        anna.says("after")
        bram.says("after that")
        lan.pass_time(70_000)
        lan.meet()
        lan.pass_time(5_000)
        assert mallory.sees(anna)[1] is None
        assert mallory.sees(bram)[1] is None
        told = [FrameType(data[1]) for _, to, data in lan.sent[before:] if to == "Mallory"]
        assert {*told} <= {FrameType.STATEMENTS, FrameType.HELLO}
        for node in (anna, bram):
            assert TellGone(mallory.id, "Mallory") in node.told
            assert mallory.id not in {c.person.id for c in node.endpoint.cards.all(lan.now)}
            assert ("status", mallory.id) not in node.held()
            assert ("profile", mallory.id) not in node.held()
            assert node.endpoint.replica.plans.of(mallory.id) == ()
            assert node.held()["place", ACME.id]
        assert_agreed([anna, bram])

    def test_who_was_away_hears_of_it_before_they_tell_the_removed_anything(self) -> None:
        lan = Lan()
        anna, bram, mallory = lan.team_of("Bram", "Mallory")
        bram.crash()
        removed(lan, anna, mallory)
        bram.start()
        lan.meet(anna, bram)
        lan.settle()
        bram.says("back")
        lan.meet()
        lan.settle()
        assert mallory.sees(bram)[1] is None

    def test_what_they_say_afterwards_counts_nowhere_even_through_others(self) -> None:
        lan = Lan()
        anna, bram, mallory = lan.team_of("Bram", "Mallory")
        mallory.do(mallory.endpoint.owner.put_place(ACME, lan.now))
        lan.settle()
        lan.wall(bram, anna)
        lan.wall(mallory, anna)
        removed(lan, anna, mallory)
        changed = replace(ACME, name="Acme is bankrupt")
        mallory.do(mallory.endpoint.owner.put_place(changed, lan.now))
        mallory.says("still here")
        lan.settle()
        assert bram.endpoint.replica.places().get(ACME.id) == changed, "Bram hasn't heard yet"
        lan.heal()
        for node in (anna, bram):
            assert ("status", mallory.id) not in node.held()
            assert node.endpoint.replica.places().get(ACME.id) == ACME
        assert_agreed([anna, bram])

    def test_whom_the_removed_alone_admitted_stays(self) -> None:
        lan = Lan()
        anna, bram = lan.team_of("Bram")
        anna.crash()
        cleo = lan.join("Cleo", inviter=bram)
        lan.meet()
        anna.start()
        lan.heal()
        removed(lan, anna, bram)
        lan.settle()
        lan.pass_time(30 * DAY, 10 * DAY)
        assert anna.endpoint.cards.belongs(cleo.id, lan.now)

    def test_only_whom_one_may_remove(self) -> None:
        lan = Lan()
        anna, bram, cleo = lan.team_of("Bram", "Cleo")
        with pytest.raises(Refused, match="Only a steward, or who invited them"):
            removed(lan, bram, cleo)
        with pytest.raises(Refused, match="root key"):
            removed(lan, bram, anna)
        removed(lan, bram, anna, lan.team)
        lan.settle()
        assert not cleo.endpoint.cards.belongs(anna.id, lan.now)
