from dataclasses import replace
from datetime import timedelta

from presencemap.app.notices import Event, Noted
from presencemap.app.views import (
    card_view,
    floor_plan_view,
    job_view,
    moment,
    note_view,
    noted_view,
    place_view,
    plan_view,
)
from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.floor_plan import FloorPlan, Image, Shape
from presencemap.domain.job import Job
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.plan import Plan, day_of
from presencemap.domain.post import Draft, PostKind
from presencemap.domain.roster import Card
from presencemap.domain.status import Activity, Kind, Status
from presencemap.domain.topic_names import AS_WRITTEN
from presencemap.protocol.fields import LAST_MOMENT
from tests.protocol.lan import Lan

NOW = 1_790_000_000_000
ACME = Place("1" * 32, "Acme, Gent", PlaceKind.CLIENT, None, 51.05, 3.72, "Gent")
CARD = Card(
    Person("a" * 64, Profile("Anna")),
    Presence.ONLINE,
    Reach.DIRECT,
    NOW,
    Status(
        Availability.BUSY,
        NOW,
        ACME.id,
        Activity(Kind.WORKING_ON, "Peppol #peppol"),
        NOW + 1000,
    ),
)


def test_times_are_rfc_3339_in_utc_with_milliseconds() -> None:
    assert moment(1_790_000_000_123) == "2026-09-21T14:13:20.123Z"
    assert moment(0) == "1970-01-01T00:00:00.000Z"
    assert moment(LAST_MOMENT) == "9999-01-01T00:00:00.000Z"
    assert moment(None) is None


def test_a_card_is_shown_as_the_contract_says() -> None:
    assert card_view(CARD, PlaceTree([ACME]), AS_WRITTEN, NOW) == {
        "person": "a" * 64,
        "name": "Anna",
        "me": False,
        "verified": False,
        "same_name_as": [],
        "cloned": False,
        "presence": "online",
        "online": True,
        "reach": "direct",
        "through": [],
        "last_seen": moment(NOW),
        "status": {
            "availability": "busy",
            "kind": "working_on",
            "text": "Peppol #peppol",
            "topics": ["peppol"],
            "place": {
                "id": ACME.id,
                "name": "Acme, Gent",
                "kind": "client",
                "path": ["Acme, Gent"],
                "town": "Gent",
                "lat": 51.05,
                "lon": 3.72,
                "capacity": None,
            },
            "since": moment(NOW),
            "guests": 0,
            "until": moment(NOW + 1000),
        },
        "plans": [],
    }


def test_plans_are_told_from_today_on() -> None:
    today = day_of(NOW)
    plans = (
        Plan(today - timedelta(days=1), "home"),
        Plan(today, ACME.id, "Workshop"),
        Plan(today + timedelta(days=1), out=True),
    )
    over, acme, out = plans
    shown = card_view(replace(CARD, plans=plans), PlaceTree([ACME]), AS_WRITTEN, NOW)
    places = PlaceTree([ACME])
    assert over.day < today
    assert shown["plans"] == [plan_view(acme, places), plan_view(out, places)]
    assert plan_view(acme, places) == {
        "day": today.isoformat(),
        "out": False,
        "text": "Workshop",
        "place": place_view(ACME, places),
    }
    assert plan_view(out, places)["place"] is None


def test_past_its_until_a_status_shows_neither_place_nor_activity() -> None:
    status = card_view(CARD, PlaceTree([ACME]), AS_WRITTEN, NOW + 1000)["status"]
    assert (status["place"], status["text"], status["until"]) == (None, None, None)
    assert status["availability"] == "busy"


def test_a_noted_thing_carries_what_changed_under_its_own_key() -> None:
    anna = Lan().anna
    anna.do(anna.endpoint.owner.put_place(ACME, NOW))
    endpoint = anna.endpoint
    status = noted_view(Noted(Event.STATUS, "a" * 64, NOW, NOW + 5, 12, CARD), endpoint, NOW)
    assert (status["event"], status["seq"], status["name"]) == ("status", 12, "Anna")
    assert (status["at"], status["received"]) == (moment(NOW), moment(NOW + 5))
    assert status["status"]["text"] == "Peppol #peppol"
    profile = noted_view(Noted(Event.PROFILE, "a" * 64, NOW, NOW, 1, CARD), endpoint, NOW)
    assert profile["profile"] == {"name": "Anna", "talents": [], "contacts": []}
    place = noted_view(Noted(Event.PLACE, "a" * 64, NOW, NOW, 2, CARD, ACME), endpoint, NOW)
    assert place["place"]["name"] == "Acme, Gent"
    tomorrow = Plan(day_of(NOW) + timedelta(days=1), ACME.id)
    plan = noted_view(Noted(Event.PLAN, "a" * 64, NOW, NOW, 2, CARD, plan=tomorrow), endpoint, NOW)
    assert plan["plan"] == plan_view(tomorrow, endpoint.replica.places())
    assert "status" not in plan
    member = noted_view(Noted(Event.MEMBER, "b" * 64, NOW, NOW), endpoint, NOW)
    assert (member["name"], "status" in member) == ("", False)


def test_a_noted_job_is_shown_with_who_is_on_it() -> None:
    anna = Lan().anna
    job = Job("a" * 32, "Tender", ("bids",), (anna.id,))
    view = noted_view(Noted(Event.JOB, anna.id, NOW, NOW, 2, jobs=(job,)), anna.endpoint, NOW)
    assert view["job"] == job_view(job, {anna.id: "Anna"}.__getitem__)
    assert view["job"]["people"] == [{"person": anna.id, "name": "Anna"}]
    work = noted_view(Noted(Event.WORK, anna.id, NOW, NOW, 3, jobs=(job,)), anna.endpoint, NOW)
    assert (work["jobs"], "status" in work) == ([view["job"]], False)
    none = noted_view(Noted(Event.JOB, anna.id, NOW, NOW, 3), anna.endpoint, NOW)
    assert none["job"] is None


def test_a_noted_topic_is_shown_with_what_it_is_called_now() -> None:
    anna = Lan().anna
    anna.do(anna.endpoint.owner.call_topic("pc", "Computer", NOW))
    view = noted_view(Noted(Event.TOPIC, anna.id, NOW, NOW, 2, topic="pc"), anna.endpoint, NOW)
    assert view["topic"] == {"topic": "pc", "name": "Computer", "joined": ["pc"]}
    assert "status" not in view


def test_a_noted_post_is_shown_as_it_stands() -> None:
    anna = Lan().anna
    anna.do(anna.endpoint.stream.say(Draft(PostKind.QUESTION, "who knows #peppol?"), NOW))
    (post,) = anna.endpoint.stream.newest(1)
    noted = Noted(Event.POST, anna.id, NOW, NOW, 2, post=post.id)
    view = noted_view(noted, anna.endpoint, NOW)
    assert (view["event"], view["name"], view["post"]["me"]) == ("post", "Anna", True)
    assert (view["post"]["text"], view["post"]["topics"]) == ("who knows #peppol?", ["peppol"])
    anna.do(anna.endpoint.stream.retract(post.id, NOW))
    assert noted_view(noted, anna.endpoint, NOW)["post"] is None


def test_a_noted_note_is_shown_while_it_is_there() -> None:
    lan = Lan()
    anna, bram = lan.team_of("Bram")
    anna.do(anna.endpoint.mailbox.write(bram.id, "Lunch?", lan.now))
    lan.settle()
    (note,) = bram.endpoint.mailbox.notes()
    noted = Noted(Event.NOTE, anna.id, NOW, NOW, note=note.id)
    view = noted_view(noted, bram.endpoint, lan.now)
    assert (view["event"], view["name"]) == ("note", "Anna")
    assert view["note"] == note_view(note, {anna.id: "Anna"}.__getitem__)
    assert (view["note"]["mine"], view["note"]["delivery"]) == (False, None)
    anna.do(anna.endpoint.mailbox.take_back(note.id, lan.now))
    lan.settle()
    assert noted_view(noted, bram.endpoint, lan.now)["note"] is None


def test_a_floor_plan_says_whether_its_picture_is_here() -> None:
    shape = Shape(ACME.id, ((0, 0), (9, 9)))
    plan = FloorPlan("f" * 32, 800, 600, Image("1" * 64, 7), (shape,))
    assert floor_plan_view(plan, lambda _: False) == {
        "width": 800,
        "height": 600,
        "picture": {"hash": "1" * 64, "bytes": 7, "here": False},
        "shapes": [{"place": ACME.id, "points": [[0, 0], [9, 9]]}],
    }
    drawn = floor_plan_view(FloorPlan("f" * 32, 8, 6, None, (shape,)), lambda _: True)
    assert drawn is not None
    assert drawn["picture"] is None
    assert floor_plan_view(FloorPlan("f" * 32, 8, 6), lambda _: True) is None
    assert floor_plan_view(None, lambda _: True) is None
