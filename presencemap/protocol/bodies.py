"""Between the domain's values and the bodies of records: one way each, nothing lost.

But a contact way that is none: nobody could use it.
"""

from datetime import date
from itertools import chain

from presencemap.domain.contact import ContactWay, contact_way
from presencemap.domain.errors import InvalidInput
from presencemap.domain.floor_plan import FloorPlan, Image, Shape
from presencemap.domain.job import Job
from presencemap.domain.map_server import MapServer
from presencemap.domain.person import Profile
from presencemap.domain.place import Place
from presencemap.domain.plan import Plan
from presencemap.domain.post import Draft, Link
from presencemap.domain.status import Activity, Kind, Status
from presencemap.protocol.floor_plan import FloorPlanBody, ImageBody
from presencemap.protocol.job import JobBody
from presencemap.protocol.map_server import MapServerBody
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.record import (
    ActivityBody,
    ContactBody,
    LinkBody,
    PlaceBody,
    PostBody,
    ProfileBody,
    StatusBody,
)


def profile_body(profile: Profile, rev: int) -> ProfileBody:
    """What a profile's record says."""
    contacts = tuple(ContactBody(kind=way.kind, address=way.address) for way in profile.contacts)
    return ProfileBody(rev=rev, name=profile.name, talents=profile.talents, contacts=contacts)


def profile_of(body: ProfileBody) -> Profile:
    """The profile that a record's body says."""
    contacts = tuple(way for heard in body.contacts if (way := _way_of(heard)))
    return Profile(body.name, body.talents, contacts)


def _way_of(body: ContactBody) -> ContactWay | None:
    """In normal form, so that a host is shown as what it is; None for no address of its kind."""
    try:
        return contact_way(body.kind, body.address)
    except InvalidInput:
        return None


def status_body(status: Status, rev: int) -> StatusBody:
    """What a status's record says."""
    on = status.activity
    return StatusBody(
        rev=rev,
        availability=status.availability,
        since=status.since,
        place=status.place,
        activity=ActivityBody(kind=on.kind, text=on.text) if on else None,
        until=status.until,
        guests=status.guests,
        question=status.question,
    )


def status_of(body: StatusBody) -> Status:
    """The status that a record's body says, before its until is looked at."""
    on = Activity(body.activity.kind, body.activity.text) if body.activity else None
    guests = body.guests if body.place else 0
    question = body.question if on and on.kind is Kind.STRUGGLING_WITH else None
    return Status(body.availability, body.since, body.place, on, body.until, guests, question)


def plan_body(plan: Plan, rev: int) -> PlanBody:
    """What a plan's record says."""
    day = plan.day.isoformat()
    return PlanBody(rev=rev, day=day, place=plan.place, text=plan.text, out=plan.out)


def plan_of(body: PlanBody) -> Plan:
    """The plan that a record's body says."""
    return Plan(date.fromisoformat(body.day), body.place, body.text, body.out)


def place_body(place: Place, rev: int) -> PlaceBody:
    """What a place's record says."""
    return PlaceBody(
        rev=rev,
        key=place.id,
        name=place.name,
        kind=place.kind,
        parent=place.parent,
        lat=place.lat,
        lon=place.lon,
        town=place.town,
        into=place.into,
        capacity=place.capacity,
    )


def place_of(body: PlaceBody, ends: int | None = None) -> Place:
    """The place that a record's body describes, and when the record ends."""
    spot = body.parent, body.lat, body.lon, body.town
    return Place(body.key, body.name, body.kind, *spot, body.into, body.capacity, ends)


def floor_plan_body(plan: FloorPlan, rev: int) -> FloorPlanBody:
    """What a floor plan's record says."""
    said = plan.image
    image = None if said is None else ImageBody(hash=said.hash, size=said.size)
    shapes = tuple((s.place, tuple(chain.from_iterable(s.points))) for s in plan.shapes)
    return FloorPlanBody(
        rev=rev,
        floor=plan.floor,
        width=plan.width,
        height=plan.height,
        image=image,
        shapes=shapes,
    )


def floor_plan_of(body: FloorPlanBody) -> FloorPlan:
    """The plan that a record's body draws."""
    said = body.image
    image = None if said is None else Image(said.hash, said.size)
    shapes = tuple(
        Shape(place, tuple(zip(xy[::2], xy[1::2], strict=True))) for place, xy in body.shapes
    )
    return FloorPlan(body.floor, body.width, body.height, image, shapes)


def job_body(job: Job, rev: int) -> JobBody:
    """What a job's record says: not who is on it, which each says for themselves."""
    return JobBody(rev=rev, key=job.id, name=job.name, topics=job.topics)


def job_of(body: JobBody, people: tuple[str, ...] = ()) -> Job:
    """The job that a record's body names, with those who are on it."""
    return Job(body.key, body.name, body.topics, people)


def map_server_body(server: MapServer | None, rev: int) -> MapServerBody:
    """What a map server's record says; None is none."""
    said = server or MapServer("", "")
    return MapServerBody(rev=rev, template=said.template, attribution=said.attribution)


def map_server_of(body: MapServerBody) -> MapServer | None:
    """The map server that a record's body names."""
    return MapServer(body.template, body.attribution) if body.template else None


def post_body(draft: Draft, said: int, replaces: tuple[str, ...] = ()) -> PostBody:
    """What a post's record says."""
    links = tuple(LinkBody(url=link.url, title=link.title) for link in draft.links)
    return PostBody(
        kind=draft.kind, text=draft.text, links=links, of=draft.of, said=said, replaces=replaces
    )


def draft_of(body: PostBody) -> Draft:
    """What a record's body says; a link that is none is left out."""
    links = tuple(link for heard in body.links if (link := _link_of(heard.url, heard.title)))
    return Draft(body.kind, body.text, links, body.of)


def _link_of(url: str, title: str) -> Link | None:
    try:
        return Link.said(url, title)
    except InvalidInput:
        return None
