"""The index of plans follows what is held."""

from datetime import date

from presencemap.domain.plan import Plan
from presencemap.protocol.bodies import plan_body
from presencemap.protocol.plans import Plans
from presencemap.protocol.record import Record
from presencemap.protocol.shelf import Held
from tests.protocol.adds import post
from tests.protocol.lan import DAY, NOW, signer

FRIDAY, SATURDAY = date(2027, 1, 15), date(2027, 1, 16)
ANNA = signer("Anna")


def held(plan: Plan, seq: int = 1) -> Held:
    body = plan_body(plan, seq)
    record = Record.sign(
        ANNA, team=ANNA.id, author=ANNA.id, seq=seq, at=NOW, life=DAY // 2, body=body
    )
    return Held.of(record, NOW + DAY // 2)


def test_a_persons_plans_are_in_the_order_of_their_days() -> None:
    plans = Plans()
    later, sooner = Plan(SATURDAY, "home"), Plan(FRIDAY, out=True)
    plans.put(held(later))
    plans.put(held(sooner))
    assert plans.of(ANNA.id) == (sooner, later)
    assert plans.ends(ANNA.id) == [(sooner, NOW + DAY // 2), (later, NOW + DAY // 2)]
    assert plans.of("somebody else") == ()


def test_what_is_gone_is_no_plan_any_more() -> None:
    plans = Plans()
    first, second = held(Plan(FRIDAY, "home")), held(Plan(SATURDAY, "road"))
    plans.put(first)
    plans.put(second)
    plans.take_off(first)
    assert plans.of(ANNA.id) == (Plan(SATURDAY, "road"),)
    plans.take_off(second)
    assert plans.of(ANNA.id) == ()


def test_an_empty_one_is_none_and_neither_is_a_post() -> None:
    plans = Plans()
    empty, said = held(Plan(FRIDAY)), Held.of(post("hello"), NOW + DAY)
    for each in (empty, said):
        plans.put(each)
        plans.take_off(each)
    plans.put(held(Plan(SATURDAY, "home"), 2))
    plans.take_off(empty)
    assert plans.of(ANNA.id) == (Plan(SATURDAY, "home"),)
