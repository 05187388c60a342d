"""Cards: how fresh, where in the list, and who is meant."""

from dataclasses import replace
from datetime import date

import pytest

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.roster import (
    KNOWN_FOR,
    LIVE_FOR,
    RECENT_FOR,
    Card,
    Freshness,
    Group,
    found_by,
    group_of,
    people_named,
    searchable,
)
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import TopicNames

NOW = 1_800_000_000_000
ACME = Place("acme", "Acme, Gent", PlaceKind.CLIENT, None, 51.05, 3.72)
ROOM = Place("room", "Boardroom", PlaceKind.ROOM, "acme")
OFFICE = Place("office", "Office", PlaceKind.OFFICE)
PLACES = PlaceTree([ACME, ROOM, OFFICE])
ON = Activity(Kind.STRUGGLING_WITH, "#Peppol invoices bounce")
ANNA = Person("a1" * 32, Profile("Anna Peeters", ("VAT", "e-invoicing")))

online, uncertain, offline = Presence.ONLINE, Presence.UNCERTAIN, Presence.OFFLINE
live, recent, stale, gone = (
    Freshness.LIVE,
    Freshness.RECENT,
    Freshness.STALE,
    Freshness.GONE,
)


def card(
    presence: Presence = online,
    age: int | None = 0,
    place: str | None = "room",
    *,
    availability: Availability = Availability.AVAILABLE,
    activity: Activity | None = ON,
    until: int | None = None,
    me: bool = False,
    person: Person = ANNA,
) -> Card:
    seen = None if age is None else NOW - age
    status = Status(availability, NOW - 10, place, activity, until)
    return Card(person, presence, last_seen=seen, status=status, me=me)


@pytest.mark.parametrize(
    ("presence", "age", "freshness"),
    [
        (online, 0, live),
        (online, None, live),
        (online, KNOWN_FOR + 1, live),
        (uncertain, 0, live),
        (uncertain, -5000, live),
        (uncertain, LIVE_FOR, live),
        (uncertain, LIVE_FOR + 1, recent),
        (uncertain, RECENT_FOR, recent),
        (uncertain, RECENT_FOR + 1, stale),
        (uncertain, KNOWN_FOR, stale),
        (uncertain, KNOWN_FOR + 1, gone),
        (uncertain, None, gone),
        (offline, 0, stale),
        (offline, KNOWN_FOR, stale),
        (offline, KNOWN_FOR + 1, gone),
        (offline, None, gone),
    ],
)
def test_freshness(presence: Presence, age: int | None, freshness: Freshness) -> None:
    assert card(presence, age).freshness(NOW) is freshness


@pytest.mark.parametrize(
    ("presence", "freshness"), [(online, live), (uncertain, live), (offline, gone)]
)
def test_who_shares_no_place_leaves_the_list_only_when_offline(
    presence: Presence, freshness: Freshness
) -> None:
    assert card(presence, place=None).freshness(NOW) is freshness
    assert card(presence, until=NOW).freshness(NOW) is freshness
    assert Card(ANNA, presence, last_seen=NOW).freshness(NOW) is freshness


def test_i_am_always_live() -> None:
    assert card(offline, None, None, me=True).freshness(NOW) is live


def test_plans_are_shown_from_today_on() -> None:
    plans = tuple(Plan(date(2026, 12, day), "home") for day in (2, 3, 4))
    card = Card(ANNA, Presence.ONLINE, plans=plans)
    assert card.plans_from(date(2026, 12, 3)) == plans[1:]
    assert card.plans_from(date(2026, 12, 5)) == ()


class TestPlace:
    def test_is_shown_while_it_is_known(self) -> None:
        assert card().place_at(NOW) == "room"
        assert card(offline, 1000).place_at(NOW) == "room"

    def test_is_gone_when_the_fact_is(self) -> None:
        assert card(offline, KNOWN_FOR + 1).place_at(NOW) is None
        assert card(until=NOW + 1).place_at(NOW) == "room"
        assert card(until=NOW).place_at(NOW) is None
        assert Card(ANNA, online).place_at(NOW) is None


class TestStatus:
    def test_ends_by_this_clock(self) -> None:
        ending = card(until=NOW)
        assert ending.status_at(NOW - 1) is ending.status
        assert ending.status_at(NOW) == Status(Availability.AVAILABLE, NOW - 10)
        assert Card(ANNA, online).status_at(NOW) is None

    def test_availability_is_that_of_who_is_here(self) -> None:
        assert card().shown_availability() is Availability.AVAILABLE
        assert card(uncertain).shown_availability() is Availability.AVAILABLE
        assert card(offline).shown_availability() is None
        assert Card(ANNA, online).shown_availability() is None

    def test_free_is_available_and_here(self) -> None:
        assert card().free()
        assert not card(offline).free()
        assert not card(availability=Availability.BUSY).free()

    def test_struggling_is_said_here_and_now(self) -> None:
        assert card().struggling(NOW)
        assert not card(offline).struggling(NOW)
        assert not card(until=NOW).struggling(NOW)
        assert not card(activity=None).struggling(NOW)
        assert not card(activity=Activity(Kind.WORKING_ON, "x")).struggling(NOW)
        assert not Card(ANNA, online).struggling(NOW)


def test_topics_are_those_of_what_they_are_on() -> None:
    status = Status(Availability.AVAILABLE, NOW, activity=ON, until=NOW + 1)
    assert Card(ANNA, online, status=status).topics_at(NOW) == ("peppol",)
    assert Card(ANNA, online, status=status).topics_at(NOW + 1) == ()
    assert Card(ANNA, online).topics_at(NOW) == ()
    known = Card(ANNA, offline, status=replace(status, place="acme"), last_seen=NOW)
    assert (known.freshness(NOW), known.topics_at(NOW)) == (Freshness.STALE, ())


@pytest.mark.parametrize(
    ("shown", "site", "group"),
    [
        (card(), "acme", Group.HERE),
        (card(), "office", Group.EVERYONE),
        (card(), None, Group.EVERYONE),
        (card(place=None), "acme", Group.EVERYONE),
        (card(place=None), None, Group.EVERYONE),
        (card(place="nowhere"), None, Group.EVERYONE),
        (card(uncertain, LIVE_FOR + 1), "acme", Group.HERE),
        (card(offline), "acme", Group.LAST_KNOWN),
        (card(offline, KNOWN_FOR + 1), "acme", Group.OFFLINE),
        (card(offline, None, None), None, Group.OFFLINE),
    ],
)
def test_groups(shown: Card, site: str | None, group: Group) -> None:
    assert group_of(shown, site, PLACES, NOW) is group


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("anna", True),
        ("PEET an", True),
        ("nna", False),
        ("vat", True),
        ("invoicing", True),
        ("gent board", True),
        ("peppol", True),
        ("#peppol", True),
        ("bounce anna gent vat", True),
        ("anna brussel", False),
    ],
)
def test_matches(text: str, found: bool) -> None:
    anna, nobody = ("anna", searchable(card(), PLACES, NOW)), ("nobody", " nobody")
    assert found_by(text, [nobody, anna]) == ([anna] if found else [])


def test_no_word_matches_all() -> None:
    known = [("anna", " anna"), ("nobody", " nobody")]
    assert found_by(" ", known) == known


def test_what_has_ended_matches_nothing() -> None:
    assert not found_by("gent", [("", searchable(card(until=NOW), PLACES, NOW))])
    assert not found_by("peppol", [("", searchable(card(until=NOW), PLACES, NOW))])
    assert not found_by("gent", [("", searchable(card(offline, KNOWN_FOR + 1), PLACES, NOW))])
    assert found_by("anna", [("", searchable(Card(ANNA, offline), PLACES, NOW))])


def test_who_is_on_a_topic_is_found_by_each_of_its_names() -> None:
    names = TopicNames({"peppol": "e-billing", "e-facturatie": "e-billing"})
    anna = card()
    said = searchable(anna, PLACES, NOW, names)
    for text in ("peppol", "#e-billing", "E billing", "e-facturatie anna"):
        assert found_by(text, [("anna", said)]), text
    assert not found_by("e-billing", [("anna", searchable(anna, PLACES, NOW))])
    over = searchable(card(until=NOW), PLACES, NOW, names)
    assert not found_by("e-billing", [("anna", over)])
    talented = card(until=NOW, person=Person(ANNA.id, Profile("Anna", talents=("#peppol",))))
    assert found_by("facturatie", [("anna", searchable(talented, PLACES, NOW, names))])


class TestPeopleNamed:
    CARDS = [  # noqa: RUF012 - never changed
        card(person=Person(id_ * 32, Profile(name)))
        for id_, name in (("a1", "Anna"), ("b2", "Anna Peeters"), ("c3", "Jo-Anna"), ("d4", "★"))
    ]

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("anna", ["Anna"]),
            ("ANNA PEETERS", ["Anna Peeters"]),
            ("ann", ["Anna", "Anna Peeters", "Jo-Anna"]),
            ("peet", ["Anna Peeters"]),
            ("nna", []),
            ("", []),
            ("☺", []),
            ("C3C3C3", ["Jo-Anna"]),
            ("c3c3c", []),
            ("d4" * 32, ["★"]),
        ],
    )
    def test_finds(self, text: str, found: list[str]) -> None:
        assert [card.person.name for card in people_named(self.CARDS, text)] == found


def test_whom_i_follow_stands_apart_while_they_are_here() -> None:
    here = replace(card(), followed=True)
    assert group_of(here, None, PlaceTree(), NOW) is Group.FOLLOWING
    assert group_of(replace(here, presence=Presence.OFFLINE), None, PlaceTree(), NOW) in (
        Group.OFFLINE,
        Group.LAST_KNOWN,
    )


class TestPlanned:
    """A card on a day that isn't now."""

    THURSDAY = date(2026, 12, 3)

    def card(self, plan: Plan | None = None, **changes: bool) -> Card:
        status = Status(Availability.AVAILABLE, NOW, "acme", ON)
        card = Card(ANNA, online, last_seen=NOW, status=status, plans=(plan,) if plan else ())
        return replace(card, **changes).on(self.THURSDAY)

    def test_it_is_where_they_plan_to_be_and_says_nothing_of_now(self) -> None:
        card = self.card(Plan(self.THURSDAY, "room", "Workshop"))
        assert (card.place_at(NOW), card.freshness(NOW)) == ("room", Freshness.PLANNED)
        assert (card.status_at(NOW), card.shown_availability()) == (None, None)
        assert not card.free()
        assert not card.struggling(NOW)
        assert card.planned == Plan(self.THURSDAY, "room", "Workshop")

    def test_of_a_day_without_plan_the_plan_is_empty(self) -> None:
        card = self.card(Plan(date(2026, 12, 4), "room"))
        assert card.planned == Plan(self.THURSDAY)
        assert (card.place_at(NOW), card.freshness(NOW)) == (None, Freshness.PLANNED)

    @pytest.mark.parametrize(
        ("plan", "group"),
        [
            (Plan(THURSDAY, "room"), Group.HERE),
            (Plan(THURSDAY, "office"), Group.EVERYONE),
            (Plan(THURSDAY, text="Not sure"), Group.EVERYONE),
            (Plan(THURSDAY, out=True), Group.OUT),
            (None, Group.UNPLANNED),
        ],
    )
    def test_groups(self, plan: Plan | None, group: Group) -> None:
        assert group_of(self.card(plan), "acme", PLACES, NOW) is group

    def test_followed_ones_are_together_unless_they_are_out(self) -> None:
        out = Plan(self.THURSDAY, out=True)
        followed = self.card(Plan(self.THURSDAY, "room"), followed=True)
        assert group_of(followed, "acme", PLACES, NOW) is Group.FOLLOWING
        assert group_of(self.card(out, followed=True), "acme", PLACES, NOW) is Group.OUT

    def test_its_words_match_and_those_of_now_dont(self) -> None:
        card = self.card(Plan(self.THURSDAY, "office", "Workshop"))
        words = searchable(card, PLACES, NOW)
        assert found_by("anna works", [("", words)])
        assert found_by("offi", [("", words)])
        assert not found_by("peppol", [("", words)])


@pytest.mark.parametrize(
    ("known", "moment"),
    [
        (card(), None),
        (card(until=NOW + 5), NOW + 5),
        (card(until=NOW), None),
        (card(offline, 0), NOW + LIVE_FOR + 1),
        (card(offline, LIVE_FOR, until=NOW + 5), NOW + 1),
        (card(uncertain, LIVE_FOR + 1), NOW - LIVE_FOR - 1 + RECENT_FOR + 1),
        (card(offline, RECENT_FOR + 1), NOW - RECENT_FOR + KNOWN_FOR),
        (card(offline, KNOWN_FOR + 1), None),
        (card(offline, None), None),
        (card(offline, 0).on(date(2026, 12, 1)), None),
    ],
)
def test_when_the_clock_alone_changes_a_card(known: Card, moment: int | None) -> None:
    assert known.changes_at(NOW) == moment
    if moment is not None:
        before, after = known.freshness(moment - 1), known.freshness(moment)
        ends = known.status is not None and known.status.at(moment) != known.status.at(moment - 1)
        assert before != after or ends or known.presence is offline
