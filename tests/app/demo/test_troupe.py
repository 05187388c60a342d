import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import KEEP, AddPlace, CreateInvite, SetStatus
from presencemap.app.demo.conversation import Heard
from presencemap.app.demo.script import Line, Part, Script
from presencemap.app.demo.troupe import (
    Directions,
    command,
    first_status,
    job_id,
    loopback_options,
    place_id,
    plans,
    seed,
)
from presencemap.app.entry import create_team
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability, Presence
from presencemap.domain.person import Profile
from presencemap.domain.place import HOME, Place
from presencemap.domain.plan import Plan
from presencemap.domain.status import Activity, Kind
from tests.nodes import Witness, running

NOW = 1_790_000_000_000
MINUTE = 60_000
PLACES = {"Acme": "a" * 32}


def part(**changes: Any) -> Part:
    plain = {
        "name": "An Dhondt", "talents": ["Water"], "contacts": [], "said_ago": 30,
        "first": {"text": "Reading #water", "place": "Acme", "minutes": 90}, "day": [],
    }  # fmt: skip
    return Part.model_validate(plain | changes)


def test_the_first_status_is_as_old_as_the_script_says_and_holds_from_now() -> None:
    status = first_status(part(), PLACES, NOW)
    assert status.since == NOW - 30 * MINUTE
    assert status.until == NOW + 90 * MINUTE
    assert status.place == PLACES["Acme"]
    assert status.activity == Activity(Kind.WORKING_ON, "Reading #water")
    assert status.availability is Availability.AVAILABLE


def test_who_says_nothing_has_no_end() -> None:
    status = first_status(part(first={"availability": "busy"}), PLACES, NOW)
    assert (status.until, status.place, status.activity) == (None, None, None)
    assert status.availability is Availability.BUSY


def test_a_line_says_what_it_names_and_keeps_the_rest() -> None:
    said = command(Line(text="Home", place="home", kind=Kind.THINKING_ABOUT), PLACES, NOW)
    assert said == SetStatus(
        activity=Activity(Kind.THINKING_ABOUT, "Home"), place=HOME.id, until=NOW + 120 * MINUTE
    )
    said = command(Line(availability=Availability.AWAY, minutes=5), PLACES, NOW)
    assert (said.activity, said.place, said.availability) == (KEEP, KEEP, Availability.AWAY)
    assert said.until == NOW + 5 * MINUTE


def test_home_and_road_are_everybodys() -> None:
    assert (place_id("home", {}), place_id("road", {})) == ("home", "road")
    assert place_id("Acme", PLACES) == PLACES["Acme"]


def test_the_demo_never_leaves_this_machine() -> None:
    options = loopback_options()
    assert options.listen is not None
    assert options.listen.host == "127.0.0.1"
    assert options.interfaces == ("127.0.0.1",)
    assert options.mdns


@pytest.fixture
def directions(tmp_path: Path) -> Iterator[tuple[ProfilePaths, Directions]]:
    """My profile in a fresh team, with the places of the script, and what the troupe is told."""
    me = ProfilePaths.at(tmp_path / "me")
    create_team(me, "Lerend Collectief", Profile("Me"), now_ms())
    with StoreDesk(me) as desk:
        places = {}
        for scene in Script.load().scenes:
            place = desk.obey(AddPlace(scene.name, scene.kind))
            assert isinstance(place, Place)
            places[scene.name] = place.id
        link = str(desk.obey(CreateInvite()))
    return me, Directions(str(tmp_path), link, places, 1, "a" * 64, {})


def test_a_player_has_joined_and_spoken_before_the_curtain_rises(
    directions: tuple[ProfilePaths, Directions],
) -> None:
    [first, *_] = Script.load().cast
    heard = Heard(Script.load())
    paths = seed(first, directions[1], heard)
    assert list(heard.people) == [first.name]
    assert {said.key for said in heard.script.said_before(first.name)} == set(heard.posts)
    assert paths.data.parent == Path(directions[1].directory)
    with StoreDesk(paths) as desk:
        me = desk.team.endpoint.me.person.id
        card = desk.team.endpoint.cards.of(me, now_ms())
        jobs = desk.team.endpoint.replica.crews.jobs()
    assert [(job.id, job.text, job.people) for job in jobs] == [
        (job_id(text), text, (me,)) for text in first.jobs
    ]
    assert card.person.profile == first.profile
    assert card.status is not None
    assert card.status.activity is not None
    assert card.status.activity.text == first.first.text


def children_of(process: int) -> list[str]:
    """The processes that this one started and that still run."""
    task = Path(f"/proc/{process}/task/{process}/children")
    return task.read_text().split() if task.exists() else []


@pytest.mark.processes
def test_the_process_ends_with_its_input_and_not_by_ctrl_c(
    directions: tuple[ProfilePaths, Directions],
) -> None:
    me, told = directions
    with running(me, mdns=True) as (_, sees, _), subprocess.Popen(
        [sys.executable, "-m", "presencemap.app.demo.troupe"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as troupe:  # fmt: skip
        assert troupe.stdin is not None
        assert troupe.stderr is not None
        troupe.stdin.write(json.dumps(asdict(told)) + "\n")
        troupe.stdin.flush()
        sees.until(lambda w: player(w) is Presence.ONLINE)
        # As a terminal does to all of the demo: the parent decides what becomes of it.
        troupe.send_signal(signal.SIGINT)
        assert children_of(troupe.pid) == []
        with pytest.raises(subprocess.TimeoutExpired):
            troupe.wait(0.3)
        troupe.stdin.close()
        assert troupe.wait(5) == 0
        assert troupe.stderr.read() == ""
        sees.until(lambda w: player(w) is Presence.OFFLINE)


def player(witness: Witness) -> Presence | None:
    [first, *_] = Script.load().cast
    card = witness.named(first.name)
    return card.presence if card else None


def test_what_a_person_plans_is_said_day_by_day() -> None:
    week = [
        {"ahead": 1, "place": "Acme", "text": "Sluices"},
        {"ahead": 2, "town": "Gent"},
        {"ahead": 3, "days": 2, "out": True},
    ]
    wednesday = date(2026, 12, 2)
    assert list(plans(part(week=week), PLACES, wednesday)) == [
        Plan(date(2026, 12, 3), PLACES["Acme"], "Sluices"),
        Plan(date(2026, 12, 4), "town:51.05,3.72:Gent"),
        Plan(date(2026, 12, 7), out=True),
        Plan(date(2026, 12, 8), out=True),
    ]
