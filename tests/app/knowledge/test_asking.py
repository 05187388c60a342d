"""Who knows about something, of what a profile holds."""

import asyncio
from collections.abc import Iterator
from threading import Event, active_count

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetProfile
from presencemap.app.knowledge.asking import LONGEST, _found, named
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.post_commands import EditPost, RetractPost, SayPost
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import Profile
from presencemap.domain.post import PostKind


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


@pytest.mark.parametrize("words", ["", "  ", "x" * (LONGEST + 1)])
def test_nothing_and_too_much_are_refused(desk: StoreDesk, words: str) -> None:
    with pytest.raises(InvalidInput, match="few words"):
        asyncio.run(named(desk.team.endpoint, words, now_ms()))


def test_oneself_is_never_named(desk: StoreDesk) -> None:
    desk.obey(SetProfile(Profile("Anna", ("Peppol",))))
    desk.obey(SayPost(PostKind.ACTIVITY, "Peppol opgezet"))
    assert asyncio.run(named(desk.team.endpoint, "peppol", now_ms())) == []


def test_what_was_said_otherwise_or_taken_back_is_not_looked_at(
    desk: StoreDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[int] = []

    def found(text: str, sheets: list[object], *rest: object) -> list[object]:
        looked_at.append(len(sheets))
        return []

    monkeypatch.setattr("presencemap.app.knowledge.asking._found", found)
    first = str(desk.obey(SayPost(PostKind.ACTIVITY, "Peppol")))
    second = str(desk.obey(SayPost(PostKind.ACTIVITY, "VAT")))
    asyncio.run(named(desk.team.endpoint, "peppol", now_ms()))
    desk.obey(EditPost(first, "Peppol and VAT"))
    desk.obey(RetractPost(second))
    asyncio.run(named(desk.team.endpoint, "peppol", now_ms()))
    assert looked_at == [2, 1]


def test_what_nobody_waits_for_any_more_is_left_off(desk: StoreDesk) -> None:
    left, cards = Event(), desk.team.endpoint.cards.all(now_ms())
    left.set()
    assert _found("peppol", [None] * 9, cards, now_ms(), left) == []  # type: ignore[list-item]


def test_it_leaves_no_thread_behind(desk: StoreDesk) -> None:
    before = active_count()
    asyncio.run(named(desk.team.endpoint, "peppol", now_ms()))
    assert active_count() == before
