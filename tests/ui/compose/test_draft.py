"""The draft: what can be shared, until when."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from presencemap.app.commands import KEEP, SetStatus
from presencemap.app.post_commands import SayPost
from presencemap.domain.availability import Availability
from presencemap.domain.errors import TextTooLong
from presencemap.domain.post import PostKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.until import Until
from presencemap.ui.compose.draft import Draft, Lack, default_until
from presencemap.ui.moments import moment

MORNING = datetime(2026, 11, 24, 10, 24)  # noqa: DTZ001  local, without a zone, as the composer's
EVENING = datetime(2026, 11, 24, 21, 0)  # noqa: DTZ001


def test_a_new_draft_ends_this_afternoon_or_in_an_hour() -> None:
    assert default_until(MORNING) is Until.AFTERNOON
    assert default_until(EVENING) is Until.HOUR
    assert Draft.of(None, EVENING).until is Until.HOUR


def test_a_draft_begins_with_what_is_shared() -> None:
    end = moment(MORNING + timedelta(hours=2))
    on = Activity(Kind.THINKING_ABOUT, "Pricing")
    status = Status(Availability.BUSY, 0, "acme", on, end)
    draft = Draft.of(status, MORNING)
    assert draft == Draft(Kind.THINKING_ABOUT, "Pricing", "acme", "", end)
    assert Draft.of(replace(status, guests=2), MORNING) == replace(draft, guests=2)
    over = Draft.of(replace(status, until=moment(MORNING)), MORNING)
    assert over.until is Until.AFTERNOON


@pytest.mark.parametrize(
    ("draft", "lack"),
    [
        (Draft(text="x" * 140), None),
        (Draft(text="x" * 141), Lack.TOO_LONG),
        (Draft(text="  \n "), Lack.NOTHING_SAID),
        (Draft(place="acme"), None),
        (Draft(text="x", place_text="Nowhere"), Lack.PLACE_UNKNOWN),
        (Draft(text="x", until=moment(MORNING) - 1), Lack.OVER),
        (Draft(text="x", until=moment(MORNING) + 1), None),
    ],
)
def test_what_keeps_it_from_being_shared(draft: Draft, lack: Lack | None) -> None:
    assert draft.lack(MORNING) is lack


def test_the_command_replaces_place_activity_and_end_only() -> None:
    draft = Draft(Kind.STRUGGLING_WITH, " VAT\n prefix ", "acme", "", Until.HOUR)
    end = moment(MORNING + timedelta(hours=1))
    activity = Activity(Kind.STRUGGLING_WITH, "VAT prefix")
    assert draft.command(MORNING) == SetStatus(KEEP, activity, "acme", end, 0)
    assert replace(draft, guests=3).command(MORNING).guests == 3
    assert replace(draft, place=None, guests=3).command(MORNING).guests is KEEP
    assert Draft(place="acme").command(MORNING).activity is None
    with pytest.raises(TextTooLong):
        Draft(text="x" * 141).command(MORNING)


def test_a_draft_that_waited_overnight_gets_an_end_that_lies_ahead() -> None:
    kept = Draft(text="x", until=Until.LUNCH)
    assert kept.refreshed(MORNING) is kept
    assert kept.refreshed(EVENING).until is Until.HOUR
    assert Draft(until=moment(MORNING)).refreshed(EVENING).until is Until.HOUR


def test_what_is_posted_too_is_a_question_where_i_struggle() -> None:
    said = Draft(text=" Moved\n the VAT code ", posted=True)
    assert said.post() == SayPost(PostKind.ACTIVITY, "Moved the VAT code")
    assert replace(said, kind=Kind.STRUGGLING_WITH).post() == SayPost(PostKind.QUESTION, "")
    assert replace(said, posted=False).post() is None
    assert replace(said, text=" ").post() is None
