"""What the command line shows as JSON, by the contract of docs/cli.md; times in RFC 3339, UTC."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from presencemap.app.notices import Event, Noted
from presencemap.domain.availability import Presence
from presencemap.domain.floor_plan import FloorPlan, Image
from presencemap.domain.job import Job
from presencemap.domain.note import Note
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.plan import Plan, day_of
from presencemap.domain.post import Post
from presencemap.domain.roster import Card
from presencemap.domain.status import Status
from presencemap.domain.topic_names import TopicNames
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.membership import Standing

Json = dict[str, Any]


def moment(at: int | None) -> str | None:
    """A time in ms as ``2026-11-23T09:12:00.000Z``."""
    if at is None:
        return None
    text = datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


def place_view(place: Place, places: PlaceTree) -> Json:
    """A place with its names from the site down and the coordinates it is drawn at."""
    lat, lon = places.coordinates(place.id) or (None, None)
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "path": list(places.path(place.id)),
        "town": place.town,
        "lat": lat,
        "lon": lon,
        "capacity": place.capacity,
    }


def floor_plan_view(plan: FloorPlan | None, has: Callable[[Image], bool]) -> Json | None:
    """What is drawn of a floor; ``here``: whether its picture is on this computer."""
    if not plan:
        return None
    image = plan.image
    return {
        "width": plan.width,
        "height": plan.height,
        "picture": image and {"hash": image.hash, "bytes": image.size, "here": has(image)},
        "shapes": [{"place": s.place, "points": [list(p) for p in s.points]} for s in plan.shapes],
    }


def status_view(status: Status | None, places: PlaceTree, names: TopicNames) -> Json | None:
    """A status as it stands, None where nothing is known."""
    if status is None:
        return None
    place, on = places.get(status.place), status.activity
    return {
        "availability": status.availability.value,
        "kind": on.kind.value if on else None,
        "text": on.text if on else None,
        "topics": list(names.names(on.topics)) if on else [],
        "place": place_view(place, places) if place else None,
        "guests": status.guests,
        "since": moment(status.since),
        "until": moment(status.until),
    }


def plan_view(plan: Plan, places: PlaceTree) -> Json:
    """What is planned for a day."""
    place = places.get(plan.place)
    return {
        "day": plan.day.isoformat(),
        "out": plan.out,
        "text": plan.text,
        "place": place_view(place, places) if place else None,
    }


def job_view(job: Job, name_of: Callable[[str], str]) -> Json:
    """A job, and who is on it."""
    people = [{"person": person, "name": name_of(person)} for person in job.people]
    return {
        "id": job.id,
        "name": job.name,
        "topics": list(job.topics),
        "people": people,
        "rests": job.rests,
    }


def plans_view(card: Card, places: PlaceTree, now: int) -> list[Json]:
    """A person's plans for today and the days to come."""
    return [plan_view(plan, places) for plan in card.plans_from(day_of(now))]


def profile_view(profile: Profile) -> Json:
    """Name, talents and contact ways."""
    contacts = [{"kind": way.kind.value, "address": way.address} for way in profile.contacts]
    return {"name": profile.name, "talents": list(profile.talents), "contacts": contacts}


def card_view(card: Card, places: PlaceTree, names: TopicNames, now: int) -> Json:
    """One entry of ``who --json``."""
    return {
        "person": card.person.id,
        "name": card.person.name,
        "me": card.me,
        "verified": card.verified,
        "same_name_as": list(card.same_name_as),
        "cloned": card.cloned,
        "presence": card.presence.value,
        "online": card.presence is Presence.ONLINE,
        "reach": card.reach.value,
        "through": [person.id for person in card.through],
        "last_seen": moment(card.last_seen),
        "status": status_view(card.status_at(now), places, names),
        "plans": plans_view(card, places, now),
    }


def members_view(endpoint: Endpoint, now: int, *, has_root: bool) -> list[Json]:
    """The members, with who invited them, and whether it is for me to remove or appoint them."""
    membership, me = endpoint.membership, endpoint.me.person.id
    names = {card.person.id: card.person.name for card in endpoint.cards.all(now)}
    return [
        {
            "person": person,
            "name": name,
            "me": person == me,
            "steward": person in membership.stewards,
            "admitted": membership.standing(person, now) is Standing.ADMITTED,
            "invited_by": names.get(membership.inviter(person) or ""),
            "verified": person in endpoint.cards.verified,
            "cloned": endpoint.replica.clones.proven(person, now),
            "may_remove": person != me and (has_root or membership.may_remove(me, person)),
            "may_appoint": person != me and has_root and person not in membership.stewards,
        }
        for person, name in names.items()
    ]


def invites_view(endpoint: Endpoint, now: int, *, has_root: bool) -> list[Json]:
    """The invites that let somebody in or were used too often, the one that lasts longest first."""
    membership, me = endpoint.membership, endpoint.me.person.id
    names = {card.person.id: card.person.name for card in endpoint.cards.all(now)}
    shown = [i for i in membership.invites() if i.is_open(now) or i.overshoot]
    shown.sort(key=lambda invite: (-invite.expires, invite.id))
    return [
        {
            "id": invite.id,
            "label": invite.label,
            "by": names.get(invite.issuer),
            "mine": invite.issuer == me,
            "expires": moment(invite.expires),
            "uses": invite.uses,
            "used": invite.used,
            "overshoot": invite.overshoot,
            "open": invite.is_open(now),
            "may_withdraw": has_root or membership.may_withdraw(me, invite.id),
        }
        for invite in shown
    ]


def post_view(post: Post, names: TopicNames, *, name: str, me: str, now: int) -> Json:
    """A post as ``stream --json`` has it; ``me``: who looks."""
    return {
        "id": post.id,
        "person": post.author,
        "name": name,
        "me": post.author == me,
        "kind": post.said.kind.value,
        "text": post.said.text,
        "topics": list(names.names(post.topics)),
        "links": [{"url": link.url, "title": link.title} for link in post.said.links],
        "reply_to": post.said.of,
        "edited": post.edits > 0,
        "thanks": len(post.thanked),
        "thanked": me in post.thanked,
        "joined": list(post.joined),
        "solved": post.solved,
        "helped": list(post.helped),
        "rests": post.rests(now),
        "replies": post.replies,
        "at": moment(post.at),
    }


def topic_view(topic: str, names: TopicNames) -> Json:
    """What a topic is called, and which others are part of it."""
    return {"name": names.name(topic), "joined": list(names.joined(topic))}


def note_view(note: Note, name_of: Callable[[str], str]) -> Json:
    """A note as ``notes --json`` has it."""
    told = note.introduces
    introduces = told and {
        "person": told.person,
        "name": name_of(told.person),
        "topic": told.topic,
        "declined_by": sorted(told.declined_by),
    }
    return {
        "id": note.id,
        "person": note.person,
        "name": name_of(note.person),
        "mine": note.mine,
        "text": note.text,
        "introduces": introduces,
        "delivery": note.delivery.value if note.mine else None,
        "at": moment(note.at),
    }


_ALONE = (Event.MEMBER, Event.GONE, Event.REMOVED, Event.NO_NETWORK, Event.NETWORK)
"""Events that say nothing of anybody's status."""


def noted_view(noted: Noted, endpoint: Endpoint, now: int) -> Json:  # noqa: C901 - a case each
    """One line of ``watch --json``."""
    places, names = endpoint.replica.places(), endpoint.replica.glossary.names
    card = noted.card or endpoint.cards.of(noted.person, now)
    view: Json = {
        "event": noted.event.value,
        "person": noted.person,
        "name": card.person.name,
        "seq": noted.seq,
        "at": moment(noted.at),
        "received": moment(noted.received),
    }

    def name_of(person: str) -> str:
        return endpoint.cards.of(person, now).person.name

    jobs = [job_view(job, name_of) for job in noted.jobs]
    if noted.event is Event.JOB:
        view["job"] = jobs[0] if jobs else None
    elif noted.event is Event.WORK:
        view["jobs"] = jobs
    elif noted.event is Event.TOPIC:
        view["topic"] = {"topic": noted.topic, **topic_view(noted.topic, names)}
    elif noted.event is Event.POST:
        post, me = endpoint.stream.one(noted.post), endpoint.me.person.id
        said = post and post_view(post, names, name=view["name"], me=me, now=now)
        view["post"] = said
    elif noted.event is Event.NOTE:
        found = endpoint.mailbox.note(noted.note)
        view["note"] = note_view(found, name_of) if found else None
    elif noted.place is not None:
        view["place"] = place_view(noted.place, places)
    elif noted.plan is not None:
        view["plan"] = plan_view(noted.plan, places)
    elif noted.event is Event.PROFILE:
        view["profile"] = profile_view(card.person.profile)
    elif noted.event not in _ALONE:
        view["status"] = status_view(card.status_at(now), places, names)
    return view
