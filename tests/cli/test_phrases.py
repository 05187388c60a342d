from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Self

import pytest

from presencemap.cli import phrases
from presencemap.cli.phrases import (
    AVAILABILITY,
    KIND,
    clock_time,
    event_line,
    person_line,
    told,
    until_words,
)
from presencemap.domain.availability import Availability
from presencemap.domain.status import Kind

ID = "f" * 64


def iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


NOW = datetime(2026, 11, 23, 12, 5).astimezone()
SEEN = iso(NOW)
HOUR_NOW = f"{NOW:%H:%M}"
LATER = NOW + timedelta(hours=2)


def status(**changes: Any) -> dict[str, Any]:
    plain = {"availability": "available", "kind": None, "text": None, "place": None, "until": None}
    plain |= {"guests": 0}
    return plain | changes


def plan(ahead: int, **changes: Any) -> dict[str, Any]:
    day = (NOW + timedelta(days=ahead)).date().isoformat()
    return {"day": day, "out": False, "text": "", "place": None} | changes


class Noon(datetime):
    """The clock of these tests."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(NOW.timestamp(), tz)


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(phrases, "datetime", Noon)


def person(**changes: Any) -> dict[str, Any]:
    plain = {
        "person": ID,
        "name": "Anna Peeters",
        "me": False,
        "cloned": False,
        "presence": "online",
        "last_seen": SEEN,
        "status": status(),
    }
    return plain | changes


ON = status(
    availability="do_not_disturb",
    kind="struggling_with",
    text="Peppol bounces #peppol",
    place={"path": ["Acme, Gent", "3.12"]},
    until=iso(LATER),
)
TOLD = ", at Acme, Gent, 3.12, struggling with: Peppol bounces #peppol, until 14:05"


def test_every_availability_and_kind_has_its_words() -> None:
    assert set(AVAILABILITY) == {each.value for each in Availability}
    assert set(KIND) == {each.value for each in Kind}


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "Anna Peeters: available"),
        ({"me": True}, "Anna Peeters (you): available"),
        ({"status": ON}, f"Anna Peeters: do not disturb{TOLD}"),
        ({"presence": "uncertain"}, "Anna Peeters: available, not sure"),
        (
            {"presence": "uncertain", "status": ON},
            f"Anna Peeters: do not disturb, not sure{TOLD}",
        ),
        ({"presence": "offline"}, f"Anna Peeters: offline, last seen {HOUR_NOW}"),
        (
            {"presence": "offline", "status": ON},
            f"Anna Peeters: offline, last seen {HOUR_NOW}{TOLD}",
        ),
        (
            {"presence": "offline", "last_seen": None, "status": None},
            "Anna Peeters: offline, not seen yet",
        ),
        (
            {"name": "", "presence": "offline", "last_seen": None},
            f"{ID[:12]}: offline, not seen yet",
        ),
        ({"status": None}, "Anna Peeters: online"),
        (
            {"cloned": True},
            "Anna Peeters: available. Two computers use their key: ask them why",
        ),
        ({"presence": "uncertain", "status": None}, "Anna Peeters: online, not sure"),
    ],
)
def test_a_person_is_one_line_in_every_state(changes: dict[str, Any], line: str) -> None:
    assert person_line(person(**changes)) == line


@pytest.mark.parametrize(
    ("event", "line"),
    [
        ({"event": "status", "status": ON}, f"Anna Peeters: do not disturb{TOLD}"),
        ({"event": "status", "status": None}, "Anna Peeters: no status"),
        (
            {"event": "place", "place": {"path": ["Acme, Gent", "3.12"]}},
            "Anna Peeters changed the place Acme, Gent, 3.12",
        ),
        (
            {"event": "plan", "plan": plan(1, place={"path": ["Acme, Gent"]}, text="Workshop")},
            "Anna Peeters plans for tomorrow: at Acme, Gent, Workshop",
        ),
        ({"event": "plan", "plan": plan(0)}, "Anna Peeters plans for today: nothing"),
        (
            {"event": "job", "job": {"name": "Tender"}},
            "Anna Peeters named the job Tender",
        ),
        ({"event": "job", "job": None}, "Anna Peeters named the job (gone)"),
        (
            {"event": "work", "jobs": [{"name": "Tender"}, {"name": "Cloud"}]},
            "Anna Peeters is on Tender, Cloud",
        ),
        ({"event": "work", "jobs": []}, "Anna Peeters is on no job"),
        (
            {"event": "topic", "topic": {"topic": "pc", "name": "Computer", "joined": ["pc"]}},
            "Anna Peeters: #pc is called #Computer",
        ),
        ({"event": "profile"}, "Anna Peeters changed their profile"),
        ({"event": "member"}, "Anna Peeters joined the team"),
        ({"event": "gone"}, "Anna Peeters is no longer in the team"),
        ({"event": "removed"}, "You were removed from this team: nobody tells you anything new."),
        ({"event": "no_network"}, "There is no network now."),
        ({"event": "network"}, "The network is back."),
        ({"event": "online"}, "Anna Peeters is online"),
        ({"event": "uncertain"}, "Anna Peeters is uncertain"),
        ({"event": "offline"}, "Anna Peeters is offline"),
        ({"event": "online", "name": ""}, f"{ID[:12]} is online"),
    ],
)
def test_an_event_is_one_line(event: dict[str, Any], line: str) -> None:
    plain = {"person": ID, "name": "Anna Peeters", "received": SEEN}
    assert event_line(plain | event) == f"{HOUR_NOW} {line}"


def test_the_same_plan_on_following_days_is_one_line() -> None:
    days = [plan(0, text="Writing"), plan(1, out=True), plan(2, out=True), plan(4, out=True)]
    assert phrases.plan_lines(days) == [
        "today: Writing",
        "tomorrow to Wed 25 Nov: out of office",
        "Fri 27 Nov: out of office",
    ]
    assert phrases.plan_lines([]) == []


def test_a_time_of_another_day_has_its_day() -> None:
    other = NOW + timedelta(days=3)
    assert clock_time(iso(other)) == f"{other:%d %b %H:%M}"
    assert clock_time(iso(NOW)) == HOUR_NOW
    assert clock_time(None) == ""


def test_nothing_known_tells_nothing() -> None:
    assert told(None) == told(status()) == ""


def test_an_invite_says_how_often_it_was_used_and_beyond() -> None:
    invite = {
        "id": "ab" * 16,
        "label": "May",
        "by": None,
        "mine": False,
        "expires": "2126-11-23T09:12:00.000Z",
        "uses": 1,
        "used": 3,
        "overshoot": 2,
        "open": False,
    }
    assert phrases.invite_line(invite) == (
        "abababababab  “May”  by (no name yet), used 3 of 1 times, "
        "2 more than meant: several members let people in at once"
    )
    mine = {**invite, "label": "", "mine": True, "overshoot": 0, "used": 0, "open": True}
    line = phrases.invite_line(mine)
    assert line.startswith("abababababab  by you, used 0 of 1 times, until 23 Nov")


def test_a_repair_names_its_command_and_a_well_check_needs_none() -> None:
    check = {"state": "fault", "title": "T", "sentence": "S.", "repair": "R.", "cause": "no_relay"}
    well = {"state": "well", "title": "T", "sentence": "S.", "repair": "", "cause": None}
    report = {"checks": [check, well], "colleagues": []}
    assert phrases.report_lines(report) == [
        "!!  T: S.",
        "      R. (presencemap peer add HOST:PORT)",
        "ok  T: S.",
    ]
    assert phrases.colleague_lines({**check, "cause": "goodbye"}) == ["S.", "R."]


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("2026-11-23T17:00", "until 17:00"),
        ("2026-11-24T00:00", "until midnight"),
        ("2026-11-24T09:00", "until tomorrow 09:00"),
        ("2026-11-28T09:00", "until Sat 09:00"),
        ("2026-12-01T09:00", "until 1 Dec 09:00"),
        ("2027-01-01T00:00", "until 1 Jan 2027 00:00"),
    ],
)
def test_an_end_names_as_much_as_is_clear(end: str, words: str) -> None:
    assert until_words(datetime.fromisoformat(end).astimezone()) == words


def test_a_moment_of_another_year_names_it() -> None:
    assert clock_time("2025-12-31T08:12") == "31 Dec 2025 08:12"
