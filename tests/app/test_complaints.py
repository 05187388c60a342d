"""What peers did wrong, and what we did, is said once."""

import logging
from pathlib import Path

import pytest

from presencemap.app.complaints import Complaints
from presencemap.app.notices import Notice, PeerRefused
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.errors import Ourselves, PeerError


def test_who_it_was_is_said_by_their_name_or_where_they_are(anna: ProfilePaths) -> None:
    told: list[Notice] = []
    with StoreDesk(anna) as desk:
        complaints = Complaints(desk.team.endpoint, told.append)
        for _ in range(2):
            complaints.refused(PeerError("a bad frame"), "in-1", "10.0.0.66")
        complaints.refused(PeerError("a bad frame"), "in-2", None)
        complaints.refused(PeerError("a bad frame"), "", None)
        complaints.refused(Ourselves("this is ourselves"), "in-3", "10.0.0.1")
        assert complaints.name(desk.team.endpoint.me.person.id) == "Anna Peeters"
        assert complaints.name("ab" * 32) == f"member {('ab' * 32)[:12]}"
    assert told == [PeerRefused("10.0.0.66", "a bad frame"), PeerRefused("somebody", "a bad frame")]


@pytest.mark.expects_log("went wrong")
def test_a_bug_is_said_once_wherever_it_is(
    anna: ProfilePaths, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(number: int) -> None:
        raise KeyError(number)

    with StoreDesk(anna) as desk:
        complaints = Complaints(desk.team.endpoint, lambda _: None)
        for wrong in (fails, fails, Path):
            try:
                wrong(7)  # type: ignore[operator]
            except (KeyError, TypeError) as error:
                complaints.bug("it went wrong", error)
    said = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [str(r.exc_info and r.exc_info[0]) for r in said] == [str(KeyError), str(TypeError)]
