"""Which places are in use: those of a site where somebody is, or will be; and which topics."""

from presencemap.domain.availability import Availability
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import profile_body, status_body
from presencemap.protocol.follows import Follows
from presencemap.protocol.lines import Lines
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.record import Body, FollowBody
from presencemap.protocol.shelf import Held
from presencemap.protocol.usage import in_use, topics_named
from tests.protocol.adds import post, signed
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


def test_topics_are_named_by_posts_and_follows_and_by_who_is_or_plans_to_be_on_them() -> None:
    lines, follows = Lines(), Follows()
    lines.put(Held.of(post("The #code"), NOW))
    lines.read()
    follows.put(Held.of(signed(FollowBody(rev=1, target="#tax", on=True)), NOW))
    assert list(topics_named(lines, follows, [], NOW)) == ["code", "tax"]


def test_what_somebody_is_on_is_named_until_it_ends() -> None:
    on = Activity(Kind.WORKING_ON, "#VAT and #sql")
    busy = status_body(Status(Availability.BUSY, NOW, activity=on, until=NOW + 1), 1)
    planned = PlanBody(rev=1, day="2027-01-16", place=None, text="Skiing #snow", out=True)
    bodies = [busy, status(None), planned, profile_body(Profile("Anna"), 1)]
    nothing = Lines(), Follows(), bodies
    assert list(topics_named(*nothing, NOW)) == ["vat", "sql", "snow"]
    assert list(topics_named(*nothing, NOW + 1)) == ["snow"], "it ended"
