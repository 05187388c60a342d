import asyncio

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import SetStatus
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.requests import answered


def test_the_store_answers_and_keeps_without_a_node(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        desk.obey(SetStatus(place="road", until=now_ms() + 60_000))
    with StoreDesk(anna) as desk:
        [me] = answered(desk, {"ask": "who"}, now_ms())
    assert me["status"]["place"]["id"] == "road"


def test_the_lock_is_let_go_of_when_something_fails(anna: ProfilePaths) -> None:
    with pytest.raises(ZeroDivisionError), StoreDesk(anna):
        raise ZeroDivisionError
    with StoreDesk(anna) as desk:
        assert desk.team.endpoint.membership.people


def test_it_is_a_desk_only_while_it_is_open(anna: ProfilePaths) -> None:
    with pytest.raises(RuntimeError, match="with"):
        StoreDesk(anna).team  # noqa: B018


def test_it_looks_into_the_network_as_far_as_that_goes(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        report = asyncio.run(desk.examine())
    assert not report.facts.running
    assert report.first_fault is not None
