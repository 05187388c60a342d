"""What its owner says: one at a time, ended in time, on every machine by its own clock."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.errors import Refused
from presencemap.domain.floor_plan import FloorPlan, Shape
from presencemap.domain.job import MAX_JOBS, Job
from presencemap.domain.person import Profile
from presencemap.domain.plan import Plan, day_over
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


class TestJobs:
    """Anyone names them; who is on one says so, and nobody tells who was."""

    TENDER, CLOUD = Job("a" * 32, "Tender", ("bids",)), Job("b" * 32, "Cloud")

    def known(self, lan: Lan) -> tuple[Node, Node]:
        anna, bram = lan.team_of("Bram")
        for job in (self.TENDER, self.CLOUD):
            anna.do(anna.endpoint.owner.put_job(job, lan.now))
        bram.do(bram.endpoint.owner.work_on((self.TENDER.id,), lan.now))
        lan.settle()
        return anna, bram

    def test_all_see_who_is_on_which_and_a_new_name_keeps_them(self, lan: Lan) -> None:
        anna, bram = self.known(lan)
        renamed = replace(self.TENDER, name="Tender for Acme")
        bram.do(bram.endpoint.owner.put_job(renamed, lan.now))
        lan.settle()
        on_it = replace(renamed, people=(bram.id,))
        assert anna.endpoint.replica.crews.jobs() == [on_it, self.CLOUD]
        assert bram.endpoint.replica.crews.of(bram.id) == (on_it,)

    def test_who_leaves_leaves_nothing_behind(self, lan: Lan) -> None:
        anna, bram = self.known(lan)
        bram.do(bram.endpoint.owner.work_on((self.CLOUD.id,), lan.now))
        lan.settle()
        for node in (anna, bram):
            said = [held for held in node.endpoint.replica.held() if held.author == bram.id]
            assert all(self.TENDER.id.encode() not in held.data for held in said)
            assert node.endpoint.replica.crews.worked_on == {self.CLOUD.id}

    def test_of_who_is_removed_nothing_is_said_and_the_job_stays(self, lan: Lan) -> None:
        anna, bram = self.known(lan)
        cloud = replace(self.CLOUD, name="Into the cloud")
        bram.do(bram.endpoint.owner.put_job(cloud, lan.now))
        lan.settle()
        anna.do(anna.endpoint.authority.remove([bram.id], None, lan.now))
        lan.settle()
        assert anna.endpoint.replica.crews.jobs() == [cloud, self.TENDER]

    def test_one_is_on_so_many_at_a_time(self, lan: Lan) -> None:
        owner = lan.anna.endpoint.owner
        with pytest.raises(Refused, match="on 8 jobs"):
            owner.work_on(tuple(f"{n:032x}" for n in range(MAX_JOBS + 1)), lan.now)

    def test_a_job_that_somebody_is_on_never_ends_and_another_does(self, lan: Lan) -> None:
        anna, bram = self.known(lan)
        for _ in range(95):
            lan.now += DAY
            for node in (anna, bram):
                node.do(node.endpoint.tick(lan.now))
            lan.settle()
        assert bram.endpoint.replica.crews.worked_on == {self.TENDER.id}
        for node in (anna, bram):
            names = [job.name for job in node.endpoint.replica.crews.jobs()]
            assert names == ["Tender"], node.name


class TestTopics:
    """Anyone says what one is called, for everybody."""

    def test_all_call_a_topic_as_the_last_one_said_and_may_part_it(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        for node, name in ((anna, "Computer"), (bram, "computers"), (anna, "pc")):
            node.do(node.endpoint.owner.call_topic("pc", name, lan.now))
            lan.settle()
            for each in (anna, bram):
                assert each.endpoint.replica.glossary.names.name("PC") == name

    def test_of_who_is_removed_it_stays(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        bram.do(bram.endpoint.owner.call_topic("pc", "Computer", lan.now))
        lan.settle()
        anna.do(anna.endpoint.authority.remove([bram.id], None, lan.now))
        lan.settle()
        assert anna.endpoint.replica.glossary.names.name("pc") == "Computer"

    def test_what_is_followed_or_spoken_of_stays_joined_and_another_ends(self, lan: Lan) -> None:
        anna, bram = lan.team_of("Bram")
        for topic in ("pc", "mac", "vat"):
            anna.do(anna.endpoint.owner.call_topic(topic, f"{topic}s", lan.now))
        bram.do(bram.endpoint.stream.follow("#pcs", lan.now, on=True))
        bram.do(bram.endpoint.owner.set_status(busy_on("#mac", lan.now), lan.now))
        for _ in range(95):
            lan.now += DAY
            for node in (anna, bram):
                node.do(node.endpoint.tick(lan.now))
            lan.settle()
        for node in (anna, bram):
            names = node.endpoint.replica.glossary.names
            assert names.names(["pc", "mac", "vat"]) == ("pcs", "macs", "vat"), node.name


class TestPlans:
    """NOW is Friday 15 January 2027, 8:00 by UTC."""

    FRIDAY, SATURDAY = date(2027, 1, 15), date(2027, 1, 16)

    def planned(self, lan: Lan) -> tuple[Node, Node]:
        anna, bram = lan.team_of("Bram")
        for plan in (Plan(self.FRIDAY, "home", "Writing"), Plan(self.SATURDAY, out=True)):
            self.plan(anna, plan)
        lan.settle()
        return anna, bram

    def plan(self, node: Node, plan: Plan) -> None:
        over = day_over(plan.day, UTC)
        node.do(node.endpoint.owner.set_plan(plan, over, node.now))

    def test_they_are_on_everybodys_card(self, lan: Lan) -> None:
        anna, bram = self.planned(lan)
        card = bram.endpoint.cards.of(anna.id, lan.now)
        assert card.plans == (Plan(self.FRIDAY, "home", "Writing"), Plan(self.SATURDAY, out=True))
        assert anna.endpoint.owner.plans() == {plan.day: plan for plan in card.plans}

    def test_a_later_word_replaces_a_days_plan_and_nothing_takes_it_back(self, lan: Lan) -> None:
        anna, bram = self.planned(lan)
        self.plan(anna, Plan(self.FRIDAY, "road"))
        self.plan(anna, Plan(self.SATURDAY))
        lan.settle()
        assert bram.endpoint.cards.of(anna.id, lan.now).plans == (Plan(self.FRIDAY, "road"),)
        days = [key for kind, key in bram.held() if kind == "plan"]
        assert days == [f"{anna.id} 2027-01-15", f"{anna.id} 2027-01-16"]

    def test_at_midnight_it_is_gone_whoever_is_there(self, lan: Lan) -> None:
        anna, bram = self.planned(lan)
        anna.crash()
        midnight = datetime(2027, 1, 16, tzinfo=UTC).timestamp() * 1000
        lan.now = round(midnight) - 1
        bram.do(bram.endpoint.tick(lan.now))
        assert len(bram.endpoint.cards.of(anna.id, lan.now).plans) == 2
        bram.do(bram.endpoint.tick(lan.now + 1))
        assert bram.endpoint.cards.of(anna.id, lan.now).plans == (Plan(self.SATURDAY, out=True),)
        assert ("plan", f"{anna.id} 2027-01-15") not in bram.held()

    def test_those_that_become_others_are_said_anew_and_end_when_they_would_have(
        self, lan: Lan
    ) -> None:
        anna, bram = self.planned(lan)
        anna.do(
            anna.endpoint.owner.change_plans(lambda plan: replace(plan, place=None), lan.now + 9)
        )
        lan.settle()
        assert bram.endpoint.cards.of(anna.id, lan.now).plans == (
            Plan(self.FRIDAY, text="Writing"),
            Plan(self.SATURDAY, out=True),
        )
        (known, over), _ = anna.endpoint.replica.plans.ends(anna.id)
        assert (known.day, over) == (self.FRIDAY, day_over(self.FRIDAY, UTC))

    def test_of_a_day_that_is_over_nothing_is_said(self, lan: Lan) -> None:
        anna, _ = self.planned(lan)
        over = day_over(self.SATURDAY, UTC)
        assert anna.endpoint.owner.change_plans(lambda plan: Plan(plan.day), over) == []
