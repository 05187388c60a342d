"""Who knows about something, of what a profile holds."""

import asyncio
from collections.abc import Iterator

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetProfile
from presencemap.app.job_commands import AddJob, ShowJobs
from presencemap.app.knowledge.asking import LONGEST, named, sought
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import SayPost
from presencemap.app.views import Json
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import Profile
from presencemap.domain.post import PostKind


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def found(desk: StoreDesk, words: str) -> list[Json]:
    return asyncio.run(named(desk.librarian, desk.team.endpoint, words, now_ms()))


@pytest.mark.parametrize("words", ["", "  ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused(desk: StoreDesk, words: str) -> None:
    with pytest.raises(InvalidInput, match="few words"):
        found(desk, words)


def test_oneself_is_never_named(desk: StoreDesk) -> None:
    desk.obey(SetProfile(Profile("Anna", ("Peppol",))))
    desk.obey(SayPost(PostKind.ACTIVITY, "Peppol opgezet"))
    assert found(desk, "peppol") == []


def test_jobs_are_found_between_questions_and_other_posts(desk: StoreDesk) -> None:
    desk.obey(SayPost(PostKind.ACTIVITY, "Peppol opgezet"))
    desk.obey(SayPost(PostKind.QUESTION, "Wie kent peppol?"))
    desk.obey(AddJob("Acme aansluiten #peppol"))
    told = asyncio.run(sought(desk.librarian, desk.team.endpoint, "peppol", now_ms()))
    assert [each["kind"] for each in told] == ["question", "job", "activity"]
    (listed,) = desk.obey(ShowJobs())  # type: ignore[misc]
    assert told[1] == {"kind": "job", **listed}
