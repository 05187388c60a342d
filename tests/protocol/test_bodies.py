"""Values to bodies and back."""

from dataclasses import replace
from datetime import date

from presencemap.domain.availability import Availability
from presencemap.domain.contact import ContactKind, contact_way
from presencemap.domain.floor_plan import FloorPlan, Image, Shape
from presencemap.domain.job import Job
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceKind
from presencemap.domain.plan import Plan
from presencemap.domain.post import Draft, Link, PostKind
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.bodies import (
    draft_of,
    floor_plan_body,
    floor_plan_of,
    job_body,
    job_of,
    map_server_body,
    map_server_of,
    place_body,
    place_of,
    plan_body,
    plan_of,
    post_body,
    profile_body,
    profile_of,
    status_body,
    status_of,
)
from presencemap.protocol.record import ContactBody, LinkBody, ProfileBody

WEB = contact_way(ContactKind.WEB, "https://team.example/zoe")


def test_a_profile_comes_back() -> None:
    profile = Profile("Zoë", ("VAT",), (WEB, contact_way(ContactKind.PHONE, "+32 9 555 01 42")))
    assert profile_of(profile_body(profile, 7)) == profile
    assert profile_body(profile, 7).rev == 7


def test_a_status_comes_back() -> None:
    for status in (
        Status(Availability.AWAY, 5),
        Status(Availability.BUSY, 5, "home", Activity(Kind.THINKING_ABOUT, "#vat"), 9),
        Status(
            Availability.BUSY, 5, None, Activity(Kind.STRUGGLING_WITH, "#vat"), question="a" * 32
        ),
    ):
        assert status_of(status_body(status, 7)) == status
        assert status_body(status, 7).rev == 7


def test_only_who_struggles_names_a_question() -> None:
    status = Status(Availability.BUSY, 5, question="a" * 32)
    assert status_of(status_body(status, 7)).question is None
    on = replace(status, activity=Activity(Kind.WORKING_ON, "#vat"))
    assert status_of(status_body(on, 7)).question is None


def test_a_job_comes_back_without_who_is_on_it() -> None:
    job = Job("a" * 32, "Tender for Acme", ("bids",), ("somebody",))
    assert job_of(job_body(job, 3), ("another",)) == replace(job, people=("another",))
    assert job_body(job, 3).rev == 3


def test_a_map_server_comes_back() -> None:
    server = MapServer("https://tiles.example/{z}/{x}/{y}.png", "© Us")
    assert map_server_of(map_server_body(server, 7)) == server
    assert map_server_of(map_server_body(None, 7)) is None
    assert map_server_body(None, 7).rev == 7


def test_a_post_comes_back() -> None:
    link = Link.said("https://docs.example/peppol", "The sandbox")
    draft = Draft(PostKind.REPLY, "Use this #peppol", (link,), "0" * 32)
    body = post_body(draft, 5, ("1" * 32,))
    assert draft_of(body) == draft
    assert (body.said, body.replaces) == (5, ("1" * 32,))


def test_a_link_that_is_none_is_left_out() -> None:
    body = post_body(Draft(PostKind.LINK, "x"), 5)
    bad = LinkBody(url="javascript:alert(1)", title="Free pizza")
    assert draft_of(body.model_copy(update={"links": (bad,)})).links == ()


def test_a_place_comes_back() -> None:
    place = Place("0" * 32, "Acme", PlaceKind.CLIENT, "road", 51.0, 3.7, "Gent")
    assert place_of(place_body(place, 7)) == place
    assert place_body(place, 7).rev == 7
    assert place_of(place_body(place, 7), 9).ends == 9
    room = Place("1" * 32, "Leie", PlaceKind.ROOM, "0" * 32, capacity=8)
    assert place_of(place_body(room, 7)) == room


def test_a_floor_plan_comes_back() -> None:
    shapes = (Shape("a" * 32, ((0, 0), (9, 9))), Shape("b" * 32, ((0, 0), (9, 0), (9, 9))))
    for image in (None, Image("1" * 64, 7)):
        plan = FloorPlan("0" * 32, 800, 600, image, shapes)
        assert floor_plan_of(floor_plan_body(plan, 7)) == plan
        assert floor_plan_body(plan, 7).rev == 7


def test_a_plan_comes_back() -> None:
    day = date(2026, 12, 3)
    for plan in (Plan(day), Plan(day, "home", "Writing"), Plan(day, out=True)):
        assert plan_of(plan_body(plan, 7)) == plan
        assert plan_body(plan, 7).rev == 7


def heard(*contacts: tuple[ContactKind, str]) -> Profile:
    bodies = tuple(ContactBody(kind=kind, address=address) for kind, address in contacts)
    return profile_of(ProfileBody(rev=1, name="Zoë", talents=(), contacts=bodies))


def test_a_colleague_s_contact_ways_are_shown_as_what_they_are() -> None:
    [way] = heard((ContactKind.WEB, "https://t\u0435am.example")).contacts  # a Cyrillic e
    assert way.address == "https://xn--tam-rdd.example"


def test_ways_that_are_none_are_left_out_and_the_others_stay() -> None:
    profile = heard(
        (ContactKind.WEB, "javascript:alert(1)"),
        (ContactKind.WEB, "file://server/share"),
        (ContactKind.MAIL, "a@b?bcc=x"),
        (ContactKind.PHONE, "call me"),
        (ContactKind.WEB, "https://team.example/zoe"),
    )
    assert profile.contacts == (WEB,)
