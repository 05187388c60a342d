"""Jobs asked for by command: named, joined, left, listed."""

from collections.abc import Iterator

import pytest

from presencemap.app.commands import Command, SetSharing
from presencemap.app.job_commands import AddJob, EditJob, JoinJob, LeaveJob, ShowJobs
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.app.views import Json
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import Ambiguous, InvalidInput, NotFound, Refused


@pytest.fixture
def desk(anna: ProfilePaths) -> Iterator[StoreDesk]:
    with StoreDesk(anna) as opened:
        yield opened


def done(desk: StoreDesk, command: Command) -> Json:
    answer = desk.obey(command)
    assert isinstance(answer, dict)
    return answer


def names(desk: StoreDesk, *, resting: bool = False) -> list[str]:
    shown = desk.obey(ShowJobs(resting))
    assert isinstance(shown, list)
    return [job["name"] for job in shown]


def test_who_names_a_job_is_on_it_until_they_leave(desk: StoreDesk) -> None:
    job = done(desk, AddJob("Tender for Acme #bids"))
    me = {"person": desk.team.endpoint.me.person.id, "name": "Anna Peeters"}
    assert job == {
        "id": job["id"],
        "name": "Tender for Acme",
        "topics": ["bids"],
        "people": [me],
        "rests": False,
    }
    assert done(desk, EditJob("tender", "Bid for Acme #pricing"))["topics"] == ["pricing"]
    left = done(desk, LeaveJob(job["id"]))
    assert (left["name"], left["people"], left["rests"]) == ("Bid for Acme", [], True)
    assert (names(desk), names(desk, resting=True)) == ([], ["Bid for Acme"])
    assert done(desk, JoinJob("bid"))["people"] == [me]


def test_to_join_or_leave_twice_changes_nothing(desk: StoreDesk) -> None:
    done(desk, AddJob("Tender"))
    done(desk, AddJob("Cloud"))
    before = desk.team.endpoint.replica.heads.copy()
    assert not done(desk, JoinJob("tender"))["rests"]
    assert desk.team.endpoint.replica.heads == before
    done(desk, LeaveJob("tender"))
    before = desk.team.endpoint.replica.heads.copy()
    assert done(desk, LeaveJob("tender"))["rests"]
    assert desk.team.endpoint.replica.heads == before
    assert names(desk) == ["Cloud"]


def test_what_can_not_be_is_refused(desk: StoreDesk) -> None:
    for name in ("Tender one", "Tender two"):
        done(desk, AddJob(name))
    with pytest.raises(InvalidInput, match="needs a name"):
        desk.obey(AddJob(" "))
    with pytest.raises(NotFound, match="No job is called “cloud”"):
        desk.obey(JoinJob("cloud"))
    with pytest.raises(Ambiguous, match="Tender one\n"):
        desk.obey(LeaveJob("tender"))
    desk.obey(SetSharing(Sharing.PAUSED))
    for command in (AddJob("x"), EditJob("tender one", "x"), JoinJob("tender one")):
        with pytest.raises(Refused, match="paused"):
            desk.obey(command)
    assert done(desk, LeaveJob("tender one"))["rests"], "to take back always goes out"
    assert names(desk) == ["Tender two"]


def test_a_ninth_job_is_refused_and_isnt_made(desk: StoreDesk) -> None:
    for number in range(8):
        done(desk, AddJob(f"Job {number}"))
    with pytest.raises(Refused, match="leave one first"):
        desk.obey(AddJob("Job 8"))
    assert len(names(desk, resting=True)) == 8
