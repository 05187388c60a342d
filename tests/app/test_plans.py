"""What is planned for which days, as precisely as its owner shares, on an opened team."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import AddPlace, SetPlan, SetPrecision, SetSharing
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import InvalidInput, NotFound, Refused, TextTooLong
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import DAYS_AHEAD, Plan, day_of, day_over
from presencemap.domain.precision import Precision
from presencemap.protocol.effects import Save


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def day(ahead: int) -> date:
    return day_of(now_ms()) + timedelta(days=ahead)


def room_at_acme(desk: StoreDesk) -> tuple[Place, Place]:
    acme = desk.obey(AddPlace("Acme, Gent", PlaceKind.CLIENT, lat=51.07, lon=3.75, town="Gent"))
    assert isinstance(acme, Place)
    room = desk.obey(AddPlace("3.12", PlaceKind.ROOM, acme.id))
    assert isinstance(room, Place)
    return acme, room


def planned(desk: StoreDesk) -> tuple[Plan, ...]:
    return tuple(desk.team.endpoint.owner.plans().values())


def test_each_day_is_planned_alike_and_the_answer_says_what_is_shared(desk: StoreDesk) -> None:
    answer = desk.obey(SetPlan(day(2), day(4), out=True, text=" Skiing "))
    assert planned(desk) == tuple(Plan(day(n), None, "Skiing", out=True) for n in (2, 3, 4))
    assert answer == [
        {"day": day(n).isoformat(), "out": True, "text": "Skiing", "place": None} for n in (2, 3, 4)
    ]


def test_a_plan_keeps_what_is_not_named(desk: StoreDesk) -> None:
    desk.obey(SetPlan(day(2), day(2), place="home", text="Writing"))
    desk.obey(SetPlan(day(2), day(2), text="Reading"))
    assert planned(desk) == (Plan(day(2), "home", "Reading"),)
    desk.obey(SetPlan(day(2), day(2), out=True))
    assert planned(desk) == (Plan(day(2), None, "Reading", out=True),)
    desk.obey(SetPlan(day(2), day(2), text="Skiing"))
    assert planned(desk) == (Plan(day(2), None, "Skiing", out=True),)
    desk.obey(SetPlan(day(2), day(2), place="road"))
    assert planned(desk) == (Plan(day(2), "road", "Skiing"),), "somewhere is not out of office"


def test_it_is_taken_back_by_saying_nothing(desk: StoreDesk) -> None:
    desk.obey(SetPlan(day(2), day(3), place="home"))
    assert desk.obey(SetPlan(day(2), day(2), place=None, text="", out=False)) == []
    assert planned(desk) == (Plan(day(3), "home"),)


def test_what_says_the_same_is_not_said_again(desk: StoreDesk) -> None:
    desk.obey(SetPlan(day(2), day(2), place="home"))
    _, effects = desk.team.obey(SetPlan(day(2), day(3), place="home"), now_ms())
    (save,) = (effect for effect in effects if isinstance(effect, Save))
    assert save.record.register == ("plan", f"{desk.team.endpoint.me.person.id} {day(3)}")
    _, effects = desk.team.obey(SetPlan(day(5), day(5), place=None), now_ms())
    assert effects == [], "nothing was planned"


def test_its_record_ends_when_the_day_is_over(desk: StoreDesk) -> None:
    desk.obey(SetPlan(day(1), day(1), place="home"))
    endpoint = desk.team.endpoint
    ((_, over),) = endpoint.replica.plans.ends(endpoint.me.person.id)
    assert over == day_over(day(1))


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [(-1, 2, "is over"), (3, 2, "is before"), (0, DAYS_AHEAD + 1, "too far ahead")],
)
def test_days_that_cant_be_planned_change_nothing(
    desk: StoreDesk, first: int, last: int, why: str
) -> None:
    with pytest.raises(InvalidInput, match=why):
        desk.obey(SetPlan(day(first), day(last), out=True))
    assert planned(desk) == ()


def test_neither_does_a_place_that_nobody_knows_nor_a_long_text(desk: StoreDesk) -> None:
    with pytest.raises(NotFound, match="Nobody knows that place"):
        desk.obey(SetPlan(day(2), day(2), place="0" * 32))
    with pytest.raises(TextTooLong):
        desk.obey(SetPlan(day(2), day(2), text="x" * 141))
    assert planned(desk) == ()


def test_while_sharing_is_paused_nothing_is_planned_and_what_was_is_gone(desk: StoreDesk) -> None:
    desk.obey(SetPlan(day(2), day(2), place="home"))
    desk.obey(SetSharing(Sharing.PAUSED))
    assert planned(desk) == ()
    with pytest.raises(Refused, match="paused"):
        desk.obey(SetPlan(day(2), day(2), place="home"))
    desk.obey(SetSharing(Sharing.ON))
    assert planned(desk) == ()


def test_plans_are_as_precise_as_their_owner_shares(desk: StoreDesk) -> None:
    acme, room = room_at_acme(desk)
    town = "town:51.05,3.72:Gent"
    desk.obey(SetPrecision(Precision.SITE))
    (answer,) = desk.obey(SetPlan(day(2), day(2), place=room.id))  # type: ignore[misc]
    assert answer["place"]["id"] == acme.id, "the room never was in a record"
    desk.obey(SetPrecision(Precision.TOWN))
    desk.obey(SetPlan(day(3), day(3), place=room.id, text="Workshop"))
    assert planned(desk) == (Plan(day(2), town), Plan(day(3), town, "Workshop"))
    desk.obey(SetPrecision(Precision.HIDDEN))
    assert planned(desk) == (Plan(day(3), None, "Workshop"),), "of the other nothing was left"
    desk.obey(SetPrecision(Precision.ROOM))
    assert planned(desk) == (Plan(day(3), None, "Workshop"),), "finer it can't become"


def test_a_later_coarser_choice_takes_finer_plans_back(desk: StoreDesk) -> None:
    acme, room = room_at_acme(desk)
    desk.obey(SetPlan(day(2), day(4), place=room.id))
    desk.obey(SetPrecision(Precision.SITE))
    assert {plan.place for plan in planned(desk)} == {acme.id}
    held = [h.data for h in desk.team.endpoint.replica.held() if h.kind == "plan"]
    assert len(held) == 3
    assert room.id.encode() not in b"".join(held)
