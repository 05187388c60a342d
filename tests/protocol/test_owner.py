"""What its owner says: one at a time, ended in time, on every machine by its own clock."""

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.person import Profile
from presencemap.domain.status import Status
from presencemap.protocol.presence import SKEW
from tests.protocol.lan import DAY, NOW, Lan, Node, busy_on

HOUR = 3_600_000
SHAPES = (Shape("a" * 32, ((0, 0), (8, 6))),)


@pytest.fixture
def lan() -> Lan:
    return Lan()


def test_a_profile_replaces_the_one_before(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    anna.do(anna.endpoint.owner.set_profile(Profile("Anna V.", ("VAT",)), lan.now))
    lan.settle()
    profile = bram.endpoint.cards.of(anna.id, lan.now).person.profile
    assert profile == Profile("Anna V.", ("VAT",))
    assert len([key for key in bram.held() if key == ("profile", anna.id)]) == 1


class TestUntil:
    """A status that ends by itself, on every machine by its own clock."""

    def said(self, lan: Lan) -> tuple[Node, Node, int]:
        anna, bram = lan.team_of("Bram")
        until = lan.now + HOUR
        anna.says(Status(Availability.BUSY, lan.now, "home", busy_on("x").activity, until))
        lan.settle()
        return anna, bram, until

    def test_the_author_says_what_remains(self, lan: Lan) -> None:
        anna, bram, until = self.said(lan)
        lan.now = until - 2_000
        lan.pass_time(1_000)
        assert bram.sees(anna) == ("online", "x")
        lan.pass_time(2_000)
        status = bram.endpoint.cards.of(anna.id, lan.now).status
        assert status == Status(Availability.BUSY, until)
        assert anna.endpoint.owner.status(lan.now) == status

    def test_it_ends_by_ones_own_clock_and_the_availability_stays(self, lan: Lan) -> None:
        anna, bram, until = self.said(lan)
        # Bram's clock is a minute ahead: nothing of Anna's has come yet.
        bram.do(bram.endpoint.tick(until + 60_000))
        card = bram.endpoint.cards.of(anna.id, until + 60_000)
        at = card.status_at(until + 60_000)
        assert at is not None
        assert (at.place, at.activity, at.availability) == (None, None, Availability.BUSY)

    def test_of_an_author_who_left_nothing_remains(self, lan: Lan) -> None:
        anna, bram, until = self.said(lan)
        anna.crash()
        lan.settle()
        lan.now = until + SKEW
        lan.pass_time(1_000)
        assert bram.endpoint.cards.of(anna.id, lan.now).status is None
        assert ("status", anna.id) not in bram.held()

    def test_who_comes_back_after_it_says_what_remains(self, lan: Lan) -> None:
        anna, bram, until = self.said(lan)
        anna.crash()
        lan.now = until + DAY
        anna.start()
        lan.pass_time(1_000)
        lan.meet()
        status = bram.endpoint.cards.of(anna.id, lan.now).status
        assert status is not None
        assert (status.availability, status.until) == (Availability.BUSY, None)

    def test_without_a_status_one_is_available(self, lan: Lan) -> None:
        assert lan.anna.endpoint.owner.status(NOW) == Status(Availability.AVAILABLE, NOW)


def test_a_floor_plan_replaces_anybodys(lan: Lan) -> None:
    anna, bram = lan.team_of("Bram")
    first, second = FloorPlan("f" * 32, 8, 6, shapes=SHAPES), FloorPlan("f" * 32, 9, 6)
    anna.do(anna.endpoint.owner.put_floor_plan(first, lan.now))
    lan.settle()
    assert bram.endpoint.floors.plan("f" * 32) == first
    bram.do(bram.endpoint.owner.put_floor_plan(second, lan.now))
    lan.settle()
    assert anna.endpoint.floors.plan("f" * 32) == second
