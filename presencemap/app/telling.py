"""The telling: what one turn has to tell, gathered while its effects are done.

A person's card is told once, however much happened, and before what was noted about it. Knows what
the protocol holds, not who listens.
"""

from collections.abc import Iterator
from typing import Final

from presencemap.app.notices import (
    Event,
    FloorPlansChanged,
    FollowsChanged,
    JobsChanged,
    KeyCloned,
    Noted,
    NotesChanged,
    Notice,
    PlacesChanged,
    PostsChanged,
    Removed,
    RosterChanged,
    TopicsRenamed,
)
from presencemap.domain.availability import Presence
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place
from presencemap.domain.plan import Plan
from presencemap.domain.roster import Card
from presencemap.protocol.bodies import place_of, plan_of
from presencemap.protocol.effects import (
    TellCard,
    TellCloned,
    TellGone,
    TellMember,
    TellNotes,
    TellPicture,
    TellPresence,
    TellRecord,
)
from presencemap.protocol.end import EndBody
from presencemap.protocol.endpoint import Endpoint
from presencemap.protocol.floor_plan import FloorPlanBody
from presencemap.protocol.job import JobBody, WorkBody
from presencemap.protocol.letter import NoteBody
from presencemap.protocol.map_server import MapServerBody
from presencemap.protocol.plan import PlanBody
from presencemap.protocol.receipt import ReceiptBody
from presencemap.protocol.record import (
    FollowBody,
    PlaceBody,
    PostBody,
    ProfileBody,
    ReactionBody,
    Record,
    RetractBody,
)
from presencemap.protocol.topic import TopicBody

Tell = (
    TellRecord
    | TellPresence
    | TellMember
    | TellCard
    | TellCloned
    | TellGone
    | TellPicture
    | TellNotes
)


_OUTLAST: Final = (Event.GONE, Event.PLACE, Event.JOB, Event.TOPIC)
"""What is told also of who is no longer in the team: what they made stays."""


class Telling:
    """Takes a turn's effects in order; ``notices`` is what came of them."""

    def __init__(self, endpoint: Endpoint, now: int) -> None:
        self._endpoint = endpoint
        self._now = now
        self._cards: dict[str, Card] = {}
        self._places = self._floors = self._jobs = self._notes = self._follows = False
        self._topics = False
        self._noted: list[Noted] = []
        self._cloned: list[str] = []
        self._removed = False

    def take(self, effect: Tell) -> None:
        """One more thing to tell."""
        match effect:
            case TellRecord(record=record):
                self._record(record)
            case TellPresence(person=person):
                self._note(Event(self._card(person).presence.value), person)
            case TellPicture():
                self._floors = True
            case TellNotes():
                self._notes = True
            case TellMember(person=person):
                self._note(Event.MEMBER, person)
            case TellCard(person=person):
                self._card(person)
            case TellCloned(person=person):
                self._cloned.append(self._card(person).person.name or person[:12])
            case TellGone(person=person) if person == self._endpoint.me.person.id:
                self._note(Event.REMOVED, person)
                self._removed = True
            case TellGone(person=person, name=name):
                self._cards[person] = Card(Person(person, Profile(name)), Presence.OFFLINE)
                self._note(Event.GONE, person)

    def notices(self) -> Iterator[Notice]:  # noqa: C901 - a case each
        """All of it: places and plans, cards, then events in their order."""
        if self._places:
            yield PlacesChanged(self._endpoint.replica.places())
        if self._floors:
            yield floor_plans_changed(self._endpoint)
        gone = tuple(p for p in self._cards if not self._endpoint.cards.belongs(p, self._now))
        if self._cards:
            cards = (card for person, card in self._cards.items() if person not in gone)
            yield RosterChanged(tuple(cards), gone)
        if self._jobs:
            yield jobs_changed(self._endpoint)
        if self._topics:
            yield topics_renamed(self._endpoint)
        if self._notes:
            yield NotesChanged()
        if self._follows:
            yield FollowsChanged()
        posts = self._endpoint.stream.news()
        if posts is None or posts:
            yield PostsChanged(posts or frozenset())
        yield from map(KeyCloned, self._cloned)
        for noted in self._noted:
            if noted.person not in gone or noted.event in _OUTLAST:
                yield noted
        if self._removed:
            yield Removed()

    def _record(self, record: Record) -> None:  # noqa: C901 - a case each
        author, body = record.header.author, record.body
        match body:
            case FollowBody(target=target):
                self._following(author, target)
            case NoteBody():
                self._note_came(record)
            case ReceiptBody():
                self._notes |= self._endpoint.mailbox.has_written(author)
            case PostBody() | ReactionBody() | RetractBody():
                self._post(record)
            case FloorPlanBody():
                self._floors = True
            case MapServerBody() | EndBody():
                # Whose word counts may change without one: the driver looks at each tick. What has
                # ended is told by itself.
                pass
            case PlanBody() if self._endpoint.replica.find(record.hash) is None:
                # That a day is over is no news; its plan is on no card any more.
                self._card(author)
            case PlanBody():
                self._changed(record, plan=plan_of(body))
            case JobBody() | WorkBody():
                self._job(record)
            case TopicBody(topic=topic):
                self._topic(record, topic)
            case PlaceBody():
                self._places = True
                self._changed(record, place=place_of(body))
            case _:
                self._changed(record)

    def _job(self, record: Record) -> None:
        """What a job is called, or which ones its author is on; that a record ended is no news."""
        self._jobs = True
        crews, header = self._endpoint.replica.crews, record.header
        if self._endpoint.replica.find(record.hash) is None:
            return
        jobs = crews.of(header.author)
        if isinstance(record.body, JobBody):
            named = crews.job(record.body.key)
            jobs = (named,) if named is not None else ()
        event = Event(header.kind)
        noted = Noted(event, header.author, header.at, self._now, header.seq, jobs=jobs)
        self._noted.append(noted)

    def _topic(self, record: Record, topic: str) -> None:
        """What a topic is called; that a record ended is no news."""
        self._topics, header = True, record.header
        if self._endpoint.replica.find(record.hash) is not None:
            noted = Noted(Event.TOPIC, header.author, header.at, self._now, header.seq, topic=topic)
            self._noted.append(noted)

    def _following(self, author: str, target: str) -> None:
        """What I follow, or who follows me: what others follow is no news."""
        me = self._endpoint.me.person.id
        if me not in {author, target}:
            return
        self._follows = True
        other = target if author == me else author
        if self._endpoint.cards.belongs(other, self._now):
            self._card(other)

    def _post(self, record: Record) -> None:
        """A post by its id, unless it is gone already."""
        header, held = record.header, self._endpoint.replica.find(record.hash)
        if held is not None and held.post is not None:
            at, post = header.at, held.post.hex()
            noted = Noted(Event.POST, header.author, at, self._now, header.seq, post=post)
            self._noted.append(noted)

    def _note_came(self, record: Record) -> None:
        """Of a note that isn't mine to read nothing is told."""
        opened = self._endpoint.mailbox.opened(record.hash)
        if opened is None:
            return
        self._notes = True
        if opened.letter.text and not opened.mine:
            header, note = record.header, record.hash.hex()
            noted = Noted(Event.NOTE, header.author, header.at, self._now, note=note)
            self._noted.append(noted)

    def _changed(
        self, record: Record, place: Place | None = None, plan: Plan | None = None
    ) -> None:
        """What is on a card, or a place; with a name the cards of all who bear it."""
        header = record.header
        if isinstance(record.body, ProfileBody):
            for person in self._endpoint.replica.namesakes.of(header.author):
                self._card(person)
        self._noted.append(
            Noted(
                event=Event(header.kind),
                person=header.author,
                at=header.at,
                received=self._now,
                seq=header.seq,
                card=self._card(header.author),
                place=place,
                plan=plan,
            )
        )

    def _note(self, event: Event, person: str) -> None:
        self._noted.append(Noted(event, person, self._now, self._now, card=self._card(person)))

    def _card(self, person: str) -> Card:
        # All of the turn's events were handled before its effects: one card holds for all of them.
        if person not in self._cards:
            self._cards[person] = self._endpoint.cards.of(person, self._now)
        return self._cards[person]


def jobs_changed(endpoint: Endpoint) -> JobsChanged:
    """The jobs as they are."""
    return JobsChanged(tuple(endpoint.replica.crews.jobs()))


def topics_renamed(endpoint: Endpoint) -> TopicsRenamed:
    """What topics are called."""
    return TopicsRenamed(endpoint.replica.glossary.names)


def floor_plans_changed(endpoint: Endpoint) -> FloorPlansChanged:
    """The plans as they are, and which of their pictures are here."""
    plans = endpoint.floors.plans()
    images = (plan.image for plan in plans if plan.image is not None)
    return FloorPlansChanged(plans, frozenset(i for i in images if endpoint.floors.has(i)))
