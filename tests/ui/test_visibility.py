"""What others see of me, in exact words."""

from dataclasses import replace
from types import ModuleType

import pytest

from presencemap.domain.availability import Availability, Sharing
from presencemap.domain.place import PlaceTree
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.people.wording import until
from presencemap.ui.visibility import held_back, pill_lines, seen_by_team, spoken, where_until

ON = Activity(Kind.WORKING_ON, "Cut-over plan")


def status(factories: ModuleType) -> Status:
    end = factories.NOW + 3 * 3_600_000
    return Status(Availability.BUSY, factories.NOW, "acme", ON, end)


def test_the_sentence_names_what_is_shared_and_nothing_else(factories: ModuleType) -> None:
    now, full = factories.NOW, status(factories)
    end = until(full.until, now)
    start = "The whole team sees your availability"
    town = replace(full, place="town:51.05,3.72:Gent")
    home = replace(full, place="home:51.05,3.72:Gent")
    assert seen_by_team(home, now) == seen_by_team(town, now), "the town is said of home too"
    assert seen_by_team(town, now) == f"{start}, town and activity {end}"
    assert seen_by_team(replace(town, activity=None), now) == f"{start} and town {end}"
    assert seen_by_team(full, now) == f"{start}, place and activity {end}"
    assert seen_by_team(replace(full, activity=None), now) == f"{start} and place {end}"
    assert seen_by_team(replace(full, place=None), now) == f"{start} and activity {end}"
    assert seen_by_team(replace(full, until=None), now) == f"{start}, place and activity"
    for nothing in (None, replace(full, place=None, activity=None, until=None)):
        assert seen_by_team(nothing, now) == start


def test_where_until(factories: ModuleType) -> None:
    now, full = factories.NOW, status(factories)
    end = until(full.until, now)
    assert where_until(full, factories.PLACES, now) == f"Acme, Gent {end}"
    assert where_until(replace(full, place=None), factories.PLACES, now) == ""
    assert where_until(None, factories.PLACES, now) == ""
    assert where_until(full, PlaceTree(), now).startswith("a place not known here yet")
    room = replace(full, place="acme312")
    assert where_until(room, factories.PLACES, now).startswith("Acme, Gent, Room 3.12")


def test_my_guests_are_said_with_the_place(factories: ModuleType) -> None:
    now, full = factories.NOW, replace(status(factories), guests=2)
    end = until(full.until, now)
    assert where_until(full, factories.PLACES, now) == f"Acme, Gent with 2 guests {end}"
    lines = pill_lines(Availability.BUSY, full, factories.PLACES, now)
    assert lines[1] == f"Acme, Gent · {end} · 2 guests"


def test_the_pill_in_two_lines(factories: ModuleType) -> None:
    now, full = factories.NOW, status(factories)
    lines = pill_lines(Availability.BUSY, full, factories.PLACES, now)
    assert lines == ("Cut-over plan", f"Acme, Gent · {until(full.until, now)}")
    idle = pill_lines(Availability.AWAY, None, factories.PLACES, now)
    assert idle == ("Away", "What are you on?")
    here = pill_lines(Availability.BUSY, replace(full, activity=None), factories.PLACES, now)
    assert here[0] == "Busy"


@pytest.mark.parametrize("with_place", [True, False])
def test_the_pill_spoken(factories: ModuleType, with_place: bool) -> None:
    now, full = factories.NOW, status(factories)
    end = until(full.until, now)
    if with_place:
        said = spoken(Availability.AVAILABLE, replace(full, activity=None), factories.PLACES, now)
        assert said == f"You: available, at Acme, Gent {end}, seen by the whole team. Change"
    else:
        said = spoken(Availability.BUSY, replace(full, place=None), factories.PLACES, now)
        assert said == f"You: busy, Cut-over plan, {end}, seen by the whole team. Change"


def test_nothing_is_held_back_only_while_sharing() -> None:
    assert [bool(held_back(sharing)) for sharing in Sharing] == [False, True, True]
    assert "Removed" in held_back(Sharing.ON, removed=True)
