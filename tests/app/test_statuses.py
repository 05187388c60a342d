"""What a status is after a command: guests, ends, and what isn't named."""

import pytest

from presencemap.app.clock import now_ms
from presencemap.app.commands import (
    SetStatus,
)
from presencemap.app.offline import StoreDesk
from presencemap.app.paths import ProfilePaths
from presencemap.domain.availability import Availability
from presencemap.domain.errors import (
    InvalidInput,
)
from presencemap.domain.status import Activity, Kind, Status

DAY = 86_400_000


def test_guests_are_with_me_at_a_place(anna: ProfilePaths) -> None:
    until = now_ms() + DAY
    with StoreDesk(anna) as desk:

        def guests(command: SetStatus) -> int:
            said = desk.obey(command)
            assert isinstance(said, Status)
            return said.guests

        with pytest.raises(InvalidInput, match="say where you are too"):
            desk.obey(SetStatus(guests=1))
        assert guests(SetStatus(place="home", until=until, guests=2)) == 2
        assert guests(SetStatus(availability=Availability.BUSY)) == 2
        assert guests(SetStatus(guests=3)) == 3
        assert guests(SetStatus(place="road")) == 0, "they stayed"
        with pytest.raises(InvalidInput, match="At most 20"):
            desk.obey(SetStatus(guests=21))
        assert guests(SetStatus(place=None)) == 0


def test_away_may_have_an_end_and_who_says_where_they_are_is_back(anna: ProfilePaths) -> None:
    until = now_ms() + DAY
    with StoreDesk(anna) as desk:
        away = SetStatus(availability=Availability.AWAY, place=None, activity=None, until=until)
        said = desk.obey(away)
        assert isinstance(said, Status)
        assert (said.availability, said.until) == (Availability.AWAY, until)
    with StoreDesk(anna) as desk:
        owner = desk.team.endpoint.owner
        assert owner.status(until - 1).availability is Availability.AWAY
        assert owner.status(until) == Status(Availability.AVAILABLE, said.since)
        back = desk.obey(SetStatus(place="home"))
        assert isinstance(back, Status)
        assert (back.availability, back.until) == (Availability.AVAILABLE, None)


def test_a_status_keeps_what_is_not_named(anna: ProfilePaths) -> None:
    with StoreDesk(anna) as desk:
        until = now_ms() + DAY
        on = Activity(Kind.STRUGGLING_WITH, "Peppol #peppol")
        first = desk.obey(SetStatus(activity=on, place="home", until=until))
        second = desk.obey(SetStatus(availability=Availability.BUSY))
        assert isinstance(first, Status)
        assert isinstance(second, Status)
        assert (second.activity, second.place, second.until) == (on, "home", until)
        third = desk.obey(SetStatus(activity=None, place=None))
        assert isinstance(third, Status)
        assert third.until is None, "an availability alone has no end"
