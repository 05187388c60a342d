"""The endpoint: one node's protocol as a whole. Events and words of its owner in, effects out.

Joins peers (links), replica (records), membership, sync and presence. Two endpoints can be joined
by a function call; time is an argument; nothing here sleeps, reads a clock or opens a socket.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, assert_never

from presencemap.domain.availability import Availability, Presence, Reach
from presencemap.domain.errors import PeerError
from presencemap.domain.person import Person, Profile
from presencemap.domain.place import Place
from presencemap.domain.roster import Card
from presencemap.domain.status import Status
from presencemap.protocol.bodies import place_body, profile_body, status_body
from presencemap.protocol.codec import (
    LOG,
    Digest,
    FrameType,
    Message,
    Statements,
    Word,
    opened,
    read_message,
    split_signed,
)
from presencemap.protocol.effects import (
    Effect,
    Publish,
    SaveDevice,
    SaveSeen,
    SaveStatement,
    TellMember,
    TellPresence,
)
from presencemap.protocol.events import (
    DialFailed,
    Event,
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    PeerFound,
    Subscribed,
)
from presencemap.protocol.handshake import read_statements
from presencemap.protocol.invitation import new_invite
from presencemap.protocol.membership import Membership, Standing, certified
from presencemap.protocol.peers import Link, Peers, Stage
from presencemap.protocol.presence import LEASE_EVERY, Sightings, read_word, word_frame
from presencemap.protocol.record import MAX_LIFE, Record
from presencemap.protocol.replica import AuthorUnknown, Replica
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Certificate, Statement
from presencemap.protocol.sync import Sync, statement_frames

MAX_UNPLACED: Final = 4096
_HANDSHAKE: Final = (FrameType.HELLO, FrameType.WELCOME, FrameType.READY)


@dataclass(frozen=True)
class Me:
    """Who this node is."""

    person: Signer
    device: Signer


class Endpoint:
    """The protocol of one node. Methods return what is to be done, in order."""

    def __init__(
        self, me: Me, membership: Membership, last_seen: dict[str, int] | None = None
    ) -> None:
        self.me = me
        self.membership = membership
        self.replica = Replica(membership, me.person.id, me.device)
        self.peers = Peers(membership, me.person.id, me.device, self._learn)
        self.sightings = Sightings(last_seen or {})
        self._sync = Sync(self.replica, membership)
        self._unplaced: dict[str, dict[bytes, Statement]] = {}
        self._next_lease = 0
        self._counter = 0

    # What comes from the network.

    def handle(self, event: Event, now: int) -> list[Effect]:  # noqa: PLR0911 - a case each
        """One event.

        Raises:
            PeerError: the frame was bad; nothing changed. ``fault`` then counts it.
        """
        match event:
            case FeedReceived(link=name, frame=data):
                return self._heard(name, data, now)
            case FrameReceived(link=name, link_key=key, frame=data):
                return self._received(name, key, data, now)
            case Subscribed(subscriber=subscriber):
                links = self.peers.subscribed(subscriber)
                told = [e for link in links for e in self._sync.summarise(link.id)]
                return [*told, Publish(self._word(FrameType.LEASE, now))] if links else []
            case LinkOpened(link=name, link_key=key):
                return self.peers.opened(name, key, now)
            case DialFailed(link=name, refused=refused):
                return self._dial_failed(name, now, refused=refused)
            case LinkLost(link=name):
                return self._after_loss(name, self.peers.lost(name, now), now)
            case PeerFound(addresses=addresses):
                self.peers.targets.add(addresses, now)
                return self.peers.dial_due(now)
            case _:  # pragma: no cover
                assert_never(event)

    def fault(self, name: str, now: int) -> list[Effect]:
        """A frame of this link raised ``PeerError``."""
        return self._after_loss(name, self.peers.fault(name, now), now)

    def tick(self, now: int) -> list[Effect]:
        """Whatever is due by the clock; a call each quarter of a second is plenty."""
        effects: list[Effect] = []
        effects += self.peers.expire(now)
        effects += self.peers.dial_due(now)
        effects += self._end_status(now)
        effects += self.replica.expire(now)
        effects += self.replica.renew(now)
        effects += [TellPresence(person) for person in self.sightings.overdue(now)]
        if now >= self._next_lease and self.peers.standing():
            self._next_lease = now + LEASE_EVERY
            effects.append(Publish(self._word(FrameType.LEASE, now)))
        return effects

    def goodbye(self, now: int) -> list[Effect]:
        """The last word before the sockets close."""
        return [Publish(self._word(FrameType.GOODBYE, now))]

    # What its owner says.

    def set_profile(self, profile: Profile, now: int) -> list[Effect]:
        """Share this profile."""
        rev = self.replica.next_revision("profile", self.me.person.id)
        return self.replica.post(profile_body(profile, rev), now)

    def set_status(self, status: Status, now: int) -> list[Effect]:
        """Share this status; its record lives no longer than it holds."""
        rev = self.replica.next_revision("status", self.me.person.id)
        life = MAX_LIFE if status.until is None else status.until - now
        return self.replica.post(status_body(status, rev), now, min(max(life, 1), MAX_LIFE))

    def put_place(self, place: Place, now: int) -> list[Effect]:
        """Share a new or changed place."""
        rev = self.replica.next_revision("place", place.id)
        return self.replica.post(place_body(place, rev), now)

    def invite(
        self, *, expires: int, uses: int, label: str, now: int
    ) -> tuple[Signer, list[Effect]]:
        """A new invite key, and what makes it count."""
        key, statement = new_invite(
            self.membership, self.me.person, expires=expires, uses=uses, label=label, now=now
        )
        return key, self._take_statements([statement])

    # What there is to see.

    def card(self, person: str, now: int) -> Card:
        """What is known of a person."""
        me = person == self.me.person.id
        profile = self.replica.profile(person) or Profile(name="")
        sighting = self.sightings.of(person)
        presence = Presence.ONLINE if me else sighting.presence()
        online = presence is Presence.ONLINE
        return Card(
            person=Person(person, profile),
            presence=presence,
            reach=Reach.DIRECT if online else Reach.NONE,
            last_seen=now if me else sighting.last_seen,
            status=self.replica.status(person),
            me=me,
        )

    def cards(self, now: int) -> list[Card]:
        """Everybody in the team, me among them."""
        people = self.membership.people
        known = (p for p in people if self.membership.standing(p, now) is not Standing.STRANGER)
        return [self.card(person, now) for person in known]

    def my_status(self, now: int) -> Status:
        """My status as it stands."""
        said = self.replica.status(self.me.person.id)
        return said.at(now) if said else Status(Availability.AVAILABLE, now)

    # Inside.

    def _received(self, name: str, key: bytes, data: bytes, now: int) -> list[Effect]:
        frame_type, payload = opened(data)
        if frame_type in _HANDSHAKE:
            before = set(self.peers.links)
            effects = self.peers.greeted(name, key, frame_type, payload, now)
            gone = before - set(self.peers.links)
            return [*effects, *self._met(name, gone, now)]
        link = self._standing(name)
        if frame_type is FrameType.RECORD:
            return self._take_record(link, Record.read(payload), now)
        message = read_message(frame_type, payload)
        if isinstance(message, Statements):
            return self._take_statements(read_statements(message.items), name)
        revived = self._revive(now) if self._outlived(message) else []
        return [*revived, *self._sync.answer(name, message)]

    def _heard(self, name: str, data: bytes, now: int) -> list[Effect]:
        """A frame of a feed: records, statements, leases and goodbyes."""
        link = self._standing(name)
        frame_type, payload = opened(data)
        match frame_type:
            case FrameType.RECORD:
                return self._take_record(link, Record.read(payload), now, live=True)
            case FrameType.STATEMENTS:
                message = read_message(frame_type, payload)
                items = message.items if isinstance(message, Statements) else ()
                return self._take_statements(read_statements(items), name)
            case FrameType.LEASE | FrameType.GOODBYE:
                word = read_word(frame_type, split_signed(payload))
                return self._take_word(link, frame_type, word, now)
            case _:
                raise PeerError(f"a {frame_type.name} on a feed")

    def _standing(self, name: str) -> Link:
        link = self.peers.links.get(name)
        if link is None or link.stage is not Stage.STANDING:
            raise PeerError("a frame before the handshake")
        return link

    def _met(self, name: str, gone: set[str], now: int) -> list[Effect]:
        """After a handshake frame: a link may stand now, another may have given way."""
        effects: list[Effect] = []
        link = self.peers.links.get(name)
        if link is not None and link.stage is Stage.STANDING:
            due = self.membership.admissions_due(self.me.person, link.person, now)
            effects += self._take_statements(due)
            effects.append(SaveSeen(link.person, now))
            if self.sightings.linked(link.person, name, now):
                effects.append(TellPresence(link.person))
        for other in gone:
            self._forget(other)
        if gone and link is not None:
            self.sightings.of(link.person).links.difference_update(gone)
        return effects

    def _after_loss(self, name: str, effects: list[Effect], now: int) -> list[Effect]:
        self._forget(name)
        if name in self.peers.links:
            return effects
        for person in self.membership.people:
            if name in self.sightings.of(person).links:
                effects.append(SaveSeen(person, now))
                if self.sightings.unlinked(person, name, now):
                    effects.append(TellPresence(person))
        return [*effects, *self.peers.dial_due(now)]

    def _dial_failed(self, name: str, now: int, *, refused: bool) -> list[Effect]:
        target = self.peers.targets.by_link(name)
        effects = self.peers.lost(name, now)
        if refused and target is not None and target.device:
            for person in self.membership.people:
                if target.device in self.membership.devices(person) and self.sightings.refused(
                    person
                ):
                    effects.append(TellPresence(person))
        return effects

    def _forget(self, name: str) -> None:
        self._sync.forget(name)
        self._unplaced.pop(name, None)

    def _take_record(
        self, link: Link, record: Record, now: int, *, live: bool = False
    ) -> list[Effect]:
        device = record.header.device
        head = self.replica.heads.get(device, 0)
        try:
            effects = self.replica.take(record, now)
        except AuthorUnknown:
            asked = self._sync.inquire(link.id, LOG)
            return [*asked, *self._sync.inquire(link.id, device)]
        if live and record.header.seq > head + 1:
            effects += self._sync.inquire(link.id, device)
        return effects

    def _take_word(self, link: Link, frame_type: FrameType, word: Word, now: int) -> list[Effect]:
        if (word.team, word.person, word.device) != (
            self.membership.team,
            link.person,
            link.device,
        ):
            raise PeerError("a word in another's name")
        if frame_type is FrameType.GOODBYE:
            changed = self.sightings.said_goodbye(word.person, word.counter, now)
            effects: list[Effect] = [SaveSeen(word.person, now)]
        else:
            changed = self.sightings.leased(word.person, word.counter, now)
            behind = word.head > self.replica.heads.get(word.device, 0)
            effects = self._sync.inquire(link.id, word.device) if behind else []
        return [*effects, TellPresence(word.person)] if changed else effects

    def _learn(self, person: str, chain: list[Statement], now: int) -> list[Effect]:
        """The chain of somebody who greets us; it is kept only if it makes a member."""
        if all(statement.hash in self.membership for statement in chain):
            return []
        tried = Membership(self.membership.team, [*self.membership, *chain])
        standing = tried.standing(person, now)
        return [] if standing is Standing.STRANGER else self._take_statements(chain)

    def _take_statements(self, statements: Iterable[Statement], name: str = "") -> list[Effect]:
        """Keep and pass on what is new; what doesn't follow yet waits with its link."""
        waiting = self._unplaced.pop(name, {}) | {s.hash: s for s in statements}
        taken = self.membership.add(waiting.values())
        rest = {h: s for h, s in waiting.items() if h not in self.membership}
        if name and rest:
            self._unplaced[name] = dict(list(rest.items())[-MAX_UNPLACED:])
        saved: list[Effect] = [SaveStatement(statement.data) for statement in taken]
        passed = [Publish(data) for data in statement_frames(taken)]
        newcomers = [s.claim.person for s in taken if isinstance(s.claim, Certificate)]
        return [*saved, *passed, *map(TellMember, newcomers)]

    def _end_status(self, now: int) -> list[Effect]:
        """My own status past its until: say what is left of it, so that nothing lingers."""
        said = self.replica.status(self.me.person.id)
        if said is None or said.until is None or now < said.until:
            return []
        return self.set_status(replace(said.at(now), since=now), now)

    def _word(self, frame_type: FrameType, now: int) -> bytes:
        self._counter = max(self._counter + 1, now)
        listen = self.peers.here.listen if self.peers.here else ()
        word = Word(
            team=self.membership.team,
            person=self.me.person.id,
            device=self.replica.device.id,
            counter=self._counter,
            head=self.replica.heads.get(self.replica.device.id, 0),
            addresses=tuple(map(str, listen)),
        )
        return word_frame(self.replica.device, frame_type, word)

    def _outlived(self, message: Message) -> bool:
        """Whether a peer holds more of my device than I wrote: this profile is a restored copy."""
        mine = self.replica.heads.get(self.replica.device.id, 0)
        return isinstance(message, Digest) and any(
            summary.source == self.replica.device.id and summary.head > mine
            for summary in message.sources
        )

    def _revive(self, now: int) -> list[Effect]:
        """Go on as a new device, so that no seq is ever used twice."""
        device = Signer.fresh()
        statement = certified(self.membership.team, self.me.person, device, now)
        effects = self._take_statements([statement])
        self.me = replace(self.me, device=device)
        self.peers.device = device
        return [SaveDevice(device.seed), *effects, *self.replica.adopt(device, now)]
