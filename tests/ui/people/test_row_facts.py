"""What a row says."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.person import Person, Profile
from presencemap.domain.plan import Plan
from presencemap.domain.roster import MINUTE, Freshness, Group
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.people.row_facts import RowFacts, row_facts, spoken_row
from presencemap.ui.people.wording import clock

STRUGGLE = Activity(Kind.STRUGGLING_WITH, "Peppol invoices bounce")
HOUR = 60 * MINUTE


def spoken(factories: ModuleType, **about: object) -> str:
    card = factories.card(1, "Joris De Smedt", **{"place": "acme312", **about})
    return spoken_row(card, factories.PLACES, factories.NOW)


def facts(factories: ModuleType, later: int = 0, **about: object) -> RowFacts:
    card = factories.card(1, "Joris De Smedt", **{"place": "acme312", **about})
    return row_facts(card, factories.PLACES, "acme", factories.NOW + later)


def test_a_live_colleague(factories: ModuleType) -> None:
    said = facts(factories, activity=STRUGGLE)
    assert (said.place, said.line, said.kind) == ("Acme, Gent", STRUGGLE.text, STRUGGLE.kind)
    assert (said.age, said.group, said.freshness) == ("14 min", Group.HERE, Freshness.LIVE)
    assert spoken(factories, activity=STRUGGLE) == (
        "Joris De Smedt, available, struggling with: Peppol invoices bounce, at Acme, Gent, "
        "said 14 minutes ago, until 12:24, live"
    )
    assert (said.free, said.struggling, said.stale) == (True, True, False)
    assert said.until == clock(factories.NOW + 3 * HOUR)


def test_guests_are_counted_beside_the_place(factories: ModuleType) -> None:
    def hosting(**about: object) -> tuple[RowFacts, str]:
        card = factories.card(1, "Joris De Smedt", **{"place": "acme312", **about})
        card = replace(card, status=replace(card.status, guests=2))
        asked = card, factories.PLACES, factories.NOW
        return row_facts(card, factories.PLACES, None, factories.NOW), spoken_row(*asked)

    said, words = hosting()
    assert said.guests == 2
    assert "at Acme, Gent with 2 guests, said" in words
    for about in ({"presence": Presence.OFFLINE, "seen": 2 * HOUR}, {"place": "unheard"}):
        said, words = hosting(**about)
        assert said.guests == 0
        assert "guest" not in words


def test_topics_are_by_what_they_are_called(factories: ModuleType) -> None:
    on = Activity(Kind.WORKING_ON, "#mac and #pc")
    card = factories.card(1, "Joris De Smedt", activity=on)
    names = TopicNames({"mac": "pc", "pc": "Computer"})
    assert row_facts(card, factories.PLACES, None, factories.NOW, names).topics == ("Computer",)


def test_without_activity_the_availability_is_said(factories: ModuleType) -> None:
    said = facts(factories, availability=Availability.DO_NOT_DISTURB)
    assert (said.line, said.kind, said.free) == ("Do not disturb", None, False)


def test_who_is_heard_less_shows_when(factories: ModuleType) -> None:
    about = {"presence": Presence.UNCERTAIN, "seen": 6 * MINUTE}
    said = facts(factories, **about)
    assert (said.age, said.freshness) == ("6 min ago", Freshness.RECENT)
    assert spoken(factories, **about).endswith("last seen 6 minutes ago, checking")


def test_last_known_looks_offline_and_says_where_and_when(factories: ModuleType) -> None:
    said = facts(
        factories, presence=Presence.OFFLINE, place="hof", seen=2 * HOUR, activity=STRUGGLE
    )
    assert (said.availability, said.stale, said.group) == (None, True, Group.LAST_KNOWN)
    assert (said.line, said.age) == ("Last seen at Bureau Hofkwartier, Den Haag", "2 h ago")
    assert spoken(factories, presence=Presence.OFFLINE, place="hof", seen=2 * HOUR) == (
        "Joris De Smedt, offline, last seen 2 hours ago at Bureau Hofkwartier, Den Haag"
    )
    assert (said.struggling, said.kind) == (False, None)


def test_who_is_gone_shows_no_place(factories: ModuleType) -> None:
    said = facts(factories, presence=Presence.OFFLINE, seen=50 * HOUR)
    assert (said.group, said.place, said.line) == (Group.OFFLINE, "", "Last seen 2 days ago")
    assert "Acme" not in spoken(factories, presence=Presence.OFFLINE, seen=50 * HOUR)


def test_until_takes_activity_and_place_away(factories: ModuleType) -> None:
    said = facts(factories, activity=STRUGGLE, until=5 * MINUTE)
    assert said.struggling
    after = facts(factories, 6 * MINUTE, activity=STRUGGLE, until=5 * MINUTE)
    assert (after.place, after.line, after.struggling) == ("", "Available", False)
    assert after.group is Group.EVERYONE


def test_until_is_on_each_row_that_has_a_fact_which_ends(factories: ModuleType) -> None:
    assert facts(factories, until=None).until == ""
    over = facts(factories, 6 * MINUTE, activity=STRUGGLE, until=5 * MINUTE)
    assert over.until == "", "nor the fact"
    old = facts(factories, presence=Presence.OFFLINE, place="hof", seen=2 * HOUR)
    assert old.until == clock(factories.NOW + 3 * HOUR)
    assert facts(factories, presence=Presence.OFFLINE, seen=50 * HOUR).until == ""


def test_never_seen(factories: ModuleType) -> None:
    card = factories.card(1, "Joris", presence=Presence.OFFLINE)
    unseen = type(card)(card.person, Presence.OFFLINE)
    said = row_facts(unseen, factories.PLACES, None, factories.NOW)
    assert (said.line, said.age, said.group) == ("Not seen yet", "", Group.OFFLINE)


def test_struggling_comes_first_then_free_then_name(factories: ModuleType) -> None:
    struggling = facts(factories, activity=STRUGGLE, availability=Availability.BUSY)
    free = facts(factories)
    busy = facts(factories, availability=Availability.BUSY)
    assert sorted([busy.order, free.order, struggling.order]) == [
        struggling.order,
        free.order,
        busy.order,
    ]


def test_who_may_have_gone_is_said_to_be_checked(factories: ModuleType) -> None:
    said = facts(factories, presence=Presence.UNCERTAIN, seen=5_000)
    assert (said.age, said.heard) == ("checking", "heard just now, checking")
    assert spoken(factories, presence=Presence.UNCERTAIN, seen=5_000).endswith("ago, checking")


def test_who_is_seen_through_a_colleague_s_computer_says_so(factories: ModuleType) -> None:
    card = replace(factories.card(1, "Joris De Smedt"), reach=Reach.RELAYED)
    said = row_facts(card, factories.PLACES, None, factories.NOW)
    assert (said.relayed, said.heard) == (True, "live through a colleague’s computer")
    ways = [Person(name, Profile(name)) for name in ("Anna Peeters", "", "Bram Claeys")]
    for through, words in (
        (ways[:2], "live through Anna’s computer"),
        (ways, "live through the computers of Anna, Bram"),
    ):
        shown = row_facts(replace(card, through=tuple(through)), factories.PLACES, None, 0)
        assert shown.heard == words
    assert spoken_row(card, factories.PLACES, factories.NOW).endswith(said.heard)
    gone = replace(card, presence=Presence.OFFLINE, last_seen=factories.NOW - 2 * HOUR)
    said = row_facts(gone, factories.PLACES, None, factories.NOW)
    assert (said.relayed, said.heard) == (False, "")


def test_who_may_be_somebody_else_is_said_to_before_what_they_are_on(
    factories: ModuleType,
) -> None:
    for doubt, words in (
        ({"new_key": True}, "New key: compare words"),
        ({"new_key": True, "cloned": True}, "Two computers use their key: ask them"),
    ):
        card = replace(factories.card(1, "Joris De Smedt", activity=STRUGGLE), **doubt)
        said = row_facts(card, factories.PLACES, "acme", factories.NOW)
        assert (said.line, said.kind, said.doubtful) == (words, None, True)
        assert spoken_row(card, factories.PLACES, factories.NOW).endswith(f", {words}")
    assert not facts(factories, activity=STRUGGLE).doubtful


class TestPlanned:
    """A day that isn't now."""

    def facts(self, factories: ModuleType, plan: Plan) -> RowFacts:
        card = replace(factories.card(1, "Joris De Smedt", activity=STRUGGLE), plans=(plan,))
        return row_facts(card.on(plan.day), factories.PLACES, "utrecht", factories.NOW)

    def test_it_says_where_and_nothing_of_now(self, factories: ModuleType) -> None:
        said = self.facts(factories, Plan(factories.day(1), "utrecht"))
        assert (said.place, said.line) == ("Utrecht office", "Planned for Wed 25 Nov")
        assert (said.availability, said.kind, said.age, said.heard) == (None, None, "", "")
        assert (said.free, said.struggling, said.stale, said.relayed) == (False,) * 4
        assert (said.group, said.planned) == (Group.HERE, True)

    def test_its_words_are_the_line_and_its_topics(self, factories: ModuleType) -> None:
        said = self.facts(factories, Plan(factories.day(1), "utrecht", "Workshop #peppol"))
        assert (said.line, said.topics) == ("Workshop #peppol", ("peppol",))

    def test_out_of_office_and_nothing_planned_are_groups_of_their_own(
        self, factories: ModuleType
    ) -> None:
        said = self.facts(factories, Plan(factories.day(1), out=True, text="Skiing"))
        assert (said.line, said.group, said.site) == ("Out of office · Skiing", Group.OUT, None)
        said = self.facts(factories, Plan(factories.day(1)))
        assert (said.line, said.group, said.planned) == ("Nothing planned", Group.UNPLANNED, False)

    def test_it_is_spoken(self, factories: ModuleType) -> None:
        card = factories.card(1, "Joris De Smedt")
        for plan, words in (
            (Plan(factories.day(1), "utrecht", "Workshop"), "Utrecht office · Workshop"),
            (Plan(factories.day(1)), "Nothing planned"),
        ):
            shown = replace(card, plans=(plan,)).on(plan.day)
            assert spoken_row(shown, factories.PLACES, factories.NOW) == (
                f"Joris De Smedt, planned for Wednesday 25 November: {words}"
            )

    def test_that_it_may_be_somebody_else_goes_before(self, factories: ModuleType) -> None:
        card = replace(factories.card(1, "Joris De Smedt"), new_key=True)
        said = row_facts(card.on(factories.day(1)), factories.PLACES, None, factories.NOW)
        assert said.line == "New key: compare words"
