"""Which places are in use: those of a site where somebody is, or will be."""

from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.status import Status
from presencemap.protocol.bodies import profile_body, status_body
from presencemap.protocol.record import Body, PlanBody
from presencemap.protocol.usage import in_use
from tests.protocol.lan import NOW

ACME, ROOM, DESK, ELSEWHERE = (letter * 32 for letter in "abcd")
PLACES = PlaceTree(
    [
        Place(ACME, "Acme", PlaceKind.CLIENT),
        Place(ROOM, "3.12", PlaceKind.ROOM, ACME),
        Place(DESK, "D16", PlaceKind.DESK, ROOM),
        Place(ELSEWHERE, "Elsewhere", PlaceKind.OFFICE),
    ]
)


def status(place: str | None, until: int | None = None) -> Body:
    return status_body(Status(Availability.BUSY, NOW, place, until=until), 1)


def plan(place: str | None) -> Body:
    return PlanBody(rev=1, day="2027-01-16", place=place, text="", out=False)


def test_a_site_is_in_use_with_all_that_is_inside_by_who_is_there() -> None:
    assert in_use(PLACES, [status(ROOM), status(None)], NOW) == {ACME, ROOM, DESK}
    assert in_use(PLACES, [status(ROOM, until=NOW)], NOW) == set(), "and no longer is"


def test_and_by_who_plans_to_be() -> None:
    assert in_use(PLACES, [plan(ELSEWHERE), plan(None)], NOW) == {ELSEWHERE}


def test_nothing_else_uses_a_place() -> None:
    assert in_use(PLACES, [profile_body(Profile("Anna"), 1), status("f" * 32)], NOW) == set()
