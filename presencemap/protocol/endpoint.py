"""The endpoint: one node's protocol as a whole. Events and words of its owner in, effects out.

Joins peers (links), replica (records), membership, sync and presence. Two endpoints can be joined
by a function call; time is an argument; nothing here sleeps, reads a clock or opens a socket.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final, assert_never

from presencemap.domain.availability import Sharing
from presencemap.domain.errors import PeerError
from presencemap.protocol.authority import Authority
from presencemap.protocol.cards import Cards
from presencemap.protocol.charter import certified
from presencemap.protocol.codec import (
    LOG,
    Dialled,
    DialMe,
    FrameType,
    Hears,
    Message,
    Ping,
    Pong,
    Statements,
    Want,
    opened,
    parsed,
    read_message,
    relayed,
)
from presencemap.protocol.effects import (
    Effect,
    Publish,
    SaveDevice,
    SaveSeen,
    TellGone,
    TellPresence,
)
from presencemap.protocol.events import (
    DialFailed,
    DialledBack,
    Event,
    FeedReceived,
    FrameReceived,
    LinkLost,
    LinkOpened,
    Overflowed,
    PeerFound,
    Subscribed,
)
from presencemap.protocol.floors import Floors
from presencemap.protocol.handshake import read_statements
from presencemap.protocol.intake import Intake
from presencemap.protocol.link import Link, Stage
from presencemap.protocol.log import Log
from presencemap.protocol.mailbox import Mailbox
from presencemap.protocol.membership import Membership
from presencemap.protocol.owner import Owner
from presencemap.protocol.peers import MAX_FAULTS, Peers
from presencemap.protocol.presence import Sightings
from presencemap.protocol.probe import Probe
from presencemap.protocol.relay import Relay
from presencemap.protocol.replica import Replica
from presencemap.protocol.restraint import Restraint
from presencemap.protocol.signing import Signer
from presencemap.protocol.statement import Statement
from presencemap.protocol.stream import Stream
from presencemap.protocol.sync import Sync, live_sources
from presencemap.protocol.words import Words

SEEN_EVERY: Final = 300_000
"""How often it is kept who was here, for when this program doesn't end as it should."""
TELL_AGAIN: Final = 300_000
"""How often each link is told what this node holds: heals whatever was lost on the way."""
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
        self.stream = Stream(self.replica)
        self._log = Log(membership)
        self.peers = Peers(membership, me.person.id, me.device, self._log.believe, self.learn)
        self.sightings = Sightings(last_seen or {})
        self.probe = Probe()
        self._relay = Relay()
        self.cards = Cards(me.person.id, self.replica, self.sightings, self.peers, self._relay)
        self.owner = Owner(self.replica, me.person.id)
        self.authority = Authority(membership, self.replica, me.person, self.learn)
        self._sync = Sync(self.replica, membership)
        self.mailbox = Mailbox(self.replica, self._sync, me.person)
        self._restraint = Restraint(membership)
        self.sharing = Sharing.ON
        self._linked: dict[str, str] = {}
        self._words = Words(self.peers, self.replica, self.sightings, self._relay, self._sync)
        self.intake = Intake(self.replica, self._sync, self._relay, self._restraint, self._revive)
        self.floors = Floors(self.replica)
        self._kept, self.read_only = 0, False
        """While nothing can be kept: peers' words count, nothing of our own is said anew."""

    def restore(
        self,
        device: Signer,
        statements: Iterable[Statement],
        records: Iterable[tuple[bytes, bytes, int, bytes]],
        heads: dict[str, int],
        blobs: dict[str, int],
    ) -> None:
        """Hold what the store kept, and nothing else."""
        self._become(device)
        self.membership.restore(statements)
        self.replica.load(records, heads)
        self.floors.held = blobs

    def handle(self, event: Event, now: int) -> list[Effect]:  # noqa: C901, PLR0911 - a case each
        """One event.

        Raises:
            PeerError: the frame was bad; nothing changed. ``fault`` then counts it.
        """
        match event:
            case FeedReceived(link=name) | FrameReceived(link=name) | Overflowed(link=name) if (
                self.peers.has_ended(name)
            ):
                return []
            case FeedReceived(link=name, frame=data):
                return self._heard(name, data, now)
            case FrameReceived(link=name, link_key=key, frame=data):
                return self._received(name, key, data, now)
            case Subscribed(subscriber=subscriber):
                self.peers.subscribed(subscriber)
                return self._summaries(now)
            case LinkOpened(link=name, link_key=key):
                return self.peers.opened(name, key, now)
            case DialFailed(link=name, refused=refused):
                return self._dial_failed(name, now, refused=refused)
            case Overflowed(link=name):
                self._standing(name).faults = MAX_FAULTS
                raise PeerError("sends faster than this node can take; cut off for a while")
            case LinkLost(link=name):
                return self._settled(self.peers.lost(name, now), now)
            case PeerFound(addresses=addresses):
                self.peers.targets.add(addresses, now)
                return self.peers.dial_due(now)
            case DialledBack():
                return self.probe.dialled(event)
            case _:  # pragma: no cover
                assert_never(event)

    def fault(self, name: str, now: int) -> list[Effect]:
        """A frame of this link raised ``PeerError``."""
        return self._settled(self.peers.fault(name, now), now)

    def tick(self, now: int) -> list[Effect]:
        """Whatever is due by the clock; called every 2 s, each quarter of one if ``restless``."""
        self.peers.forget_ended()
        expired = self.peers.expire(now)
        effects = self._settled(expired, now) if expired else self.peers.dial_due(now)
        effects += self._summaries(now)
        for link, source in self._restraint.owed(now):
            for each in (LOG,) if source == LOG else live_sources(now):
                effects += self._sync.inquire(link, each, now)
        effects += self._sync.tick(now)
        effects += self._words.tick(now)
        effects += self._relay.stirred(self.replica.shelves.summary, now)
        effects += [] if self.read_only else self.owner.end_status(now)
        effects += self._withdrawn(now)
        effects += self.replica.expire(now)
        effects += [] if self.read_only else self.replica.renew(now)
        links = [link.id for link in self.peers.standing()]
        if not self.read_only:
            effects += self.floors.tick(links, now, busy=bool(self._sync.left()))
        heard = self.sharing is Sharing.ON and not self.read_only
        self.stream.read_on()
        effects += self.mailbox.tick(links, now, confirms=heard)
        effects += [TellPresence(person) for person in self.sightings.overdue(now)]
        effects += self.cards.rerouted()
        effects += self.replica.clones.tick(now)
        effects += self._words.renew(now, wanted=self._leases)
        if not 0 <= now - self._kept < SEEN_EVERY:
            self._kept = now
            effects += self._seen(now)
        return effects

    def restless(self, by: int) -> bool:
        """Whether something may be due by then, soon."""
        return (
            self.peers.restless(by)
            or self._words.restless(by, wanted=self._leases)
            or self._sync.is_asking
            or self._relay.is_stirred
            or self._restraint.owes
            or not self.replica.lines.is_read
        )

    def goodbye(self, now: int) -> list[Effect]:
        """The last word before the sockets close."""
        return [*self._seen(now), Publish(self._words.say(FrameType.GOODBYE, now))]

    def share(self, sharing: Sharing, now: int) -> list[Effect]:
        """Share; or pause: status and plans are withdrawn, others see me offline; or goodbye."""
        before, self.sharing = self.sharing, sharing
        self.peers.paused = sharing is not Sharing.ON
        if sharing is before:
            return []
        return [*self._withdrawn(now), Publish(self._here_or_gone(now))]

    def moved(self, now: int, links: Collection[str] | None = None) -> list[Effect]:
        """The network is another: these links are void; None: all are and all leases (a sleep)."""
        over = [*self.peers.links] if links is None else links
        lost = [p for link in over for p in self.sightings.relay_lost(link, now)]
        self._words.hurry(now, within=0)
        return self._settled([*self.peers.moved(over, now), *map(TellPresence, lost)], now)

    def leave(self, now: int) -> list[Effect]:
        """Off the network, after the goodbye: every link is closed, and none is dialled."""
        return self._settled(self.peers.leave(now), now)

    def learn(self, statements: list[Statement], now: int) -> list[Effect]:
        """Take statements that came by another way than the network: signed here, or a backup."""
        return self._learnt(statements, now)

    @property
    def removed(self) -> bool:
        """Whether this node's person is out of the team: by another's word, or their own."""
        return self.membership.is_removed(self.me.person.id)

    def still_to_come(self) -> int:
        """How many records peers are known to have that are still to be fetched."""
        return self._sync.left()

    def _received(self, name: str, key: bytes, data: bytes, now: int) -> list[Effect]:
        frame_type, payload = opened(data)
        if frame_type in _HANDSHAKE or self.peers.greets(name):
            return self._settled(self.peers.greeted(name, key, frame_type, payload, now), now)
        link = self._standing(name)
        if frame_type is FrameType.RELAY:
            held, inner = relayed(payload)
            return self._heard(name, inner, now, held)
        fetched = frame_type is FrameType.PIECE and self.floors.asked_for(name, payload)
        asked = fetched or self._sync.asked_for(name, frame_type, payload)
        dropped = None if asked else self._restraint.weigh(link, frame_type, len(payload), now)
        if dropped is not None:
            return dropped
        if frame_type is FrameType.RECORDS:
            return self.intake.take(link, payload, now, asked=asked)
        if frame_type is FrameType.PIECE:
            return self.floors.take(name, payload, now)
        return self._told(link, read_message(frame_type, payload), now, asked=asked)

    def _told(self, link: Link, message: Message, now: int, *, asked: bool) -> list[Effect]:
        """What is said over a link."""
        match message:
            case Statements(items=items):
                return self._learn(link, items, now, asked=asked)
            case Hears(devices=devices, heard=heard):
                lost = self.sightings.relay_lost(link.id, now, () if heard else devices)
                return [*self._relay.told(link.id, message, now), *map(TellPresence, lost)]
            case Want():
                return self._restraint.answered(link, self.floors.answer(link.id, message), now)
            case Ping() | Pong() | DialMe() | Dialled():
                return self.probe.take(link, message, now)
            case _:
                answer = self._sync.answer(link.id, message, now)
                return self._restraint.answered(link, answer, now)

    def _heard(self, name: str, data: bytes, now: int, held: int | None = None) -> list[Effect]:
        """A live frame: records, statements, leases and goodbyes; off the feed, or ``held``."""
        link = self._standing(name)
        frame_type, payload = opened(data)
        if (dropped := self._restraint.weigh(link, frame_type, len(payload), now)) is not None:
            return dropped
        match frame_type:
            case FrameType.RECORDS:
                return self.intake.take(link, payload, now, live=True)
            case FrameType.STATEMENTS:
                return self._learn(link, parsed(Statements, payload).items, now)
            case FrameType.LEASE | FrameType.GOODBYE:
                return self._words.take(link, frame_type, payload, held, now)
            case _:
                raise PeerError(f"a {frame_type.name} on a feed")

    def _standing(self, name: str) -> Link:
        link = self.peers.links.get(name)
        if link is None or link.stage is not Stage.STANDING:
            raise PeerError("a frame before the handshake")
        return link

    def _learn(
        self, link: Link, items: tuple[str, ...], now: int, *, asked: bool = False
    ) -> list[Effect]:
        statements = read_statements(items, self.membership.get)
        if not asked:
            self._restraint.learnt(link, statements, now)
        return self._learnt(statements, now, link.id)

    def _learnt(
        self, statements: list[Statement], now: int, link: str | None = None
    ) -> list[Effect]:
        """Into the log; it is passed on before the links of who is no member any more are cut."""
        effects = self._log.take(statements, link)
        gone = [effect for effect in effects if isinstance(effect, TellGone)]
        if not gone:
            return effects
        passed = [effect for effect in effects if not isinstance(effect, TellGone)]
        names = {e.person: self.cards.of(e.person, now).person.name for e in gone}
        told = [TellGone(person, name) for person, name in names.items()]
        over = [*self.peers.expire(now), *self.replica.expire(now)]
        return self._settled([*passed, *told, *over], now)

    @property
    def _leases(self) -> bool:
        return bool(self._linked) and self.sharing is Sharing.ON

    def _settled(self, effects: list[Effect], now: int) -> list[Effect]:
        """After links may have come to stand or gone: who is here, whom to admit, to tell, to dial.

        Those that came go first: who has another link by now doesn't flicker.
        """
        standing = {link.id: link.person for link in self.peers.standing()}
        paused = {link.id for link in self.peers.standing() if link.paused}
        came = {name: person for name, person in standing.items() if name not in self._linked}
        gone = {name: person for name, person in self._linked.items() if name not in standing}
        self._linked = standing
        effects += self._relay.settle({link.id: link.device for link in self.peers.standing()})
        for name, person in came.items():
            effects += self._log.take(self.membership.admissions_due(self.me.person, person, now))
            effects.append(SaveSeen(person, now))
            if self.sightings.linked(person, name, now, paused=name in paused):
                effects.append(TellPresence(person))
        for name, person in gone.items():
            for each in (self._sync, self._log, self.probe, self.floors, self._restraint):
                each.forget(name)
            effects.append(SaveSeen(person, now))
            if self.sightings.unlinked(person, name, now):
                effects.append(TellPresence(person))
            effects += map(TellPresence, self.sightings.relay_lost(name, now))
            # Who hears us through others only from now on, needs a word of ours that is new.
            self._words.hurry(now)
        return [*effects, *self.peers.dial_due(now)]

    def _summaries(self, now: int) -> list[Effect]:
        """Tell those who hear our feed what we hold: at first, and now and then."""
        effects: list[Effect] = []
        fresh = False
        for link in self.peers.hearing():
            if link.told is None or not 0 <= now - link.told < TELL_AGAIN:
                fresh |= link.told is None
                link.told = now
                effects += self._sync.summarise(link.id)
        return [*effects, Publish(self._here_or_gone(now))] if fresh else effects

    def _here_or_gone(self, now: int) -> bytes:
        kind = FrameType.LEASE if self.sharing is Sharing.ON else FrameType.GOODBYE
        return self._words.say(kind, now)

    def _dial_failed(self, name: str, now: int, *, refused: bool) -> list[Effect]:
        target = self.peers.targets.by_link(name)
        device = (target.device or target.expected) if refused and target else None
        effects = self._settled(self.peers.lost(name, now), now)
        there = [p for p in self.membership.people if device in self.membership.devices(p)]
        return effects + [TellPresence(p) for p in there if self.sightings.refused(p)]

    def _withdrawn(self, now: int) -> list[Effect]:
        """What is paused is withdrawn as soon as that can be kept."""
        held = self.sharing is not Sharing.PAUSED or self.read_only
        return [] if held else self.owner.withdraw(now)

    def _seen(self, now: int) -> list[Effect]:
        return [SaveSeen(person, now) for person in self.sightings.online()]

    def _become(self, device: Signer) -> None:
        self.me = replace(self.me, device=device)
        self.peers.device = self.replica.device = device

    def _revive(self, now: int) -> list[Effect] | None:
        """Go on as a new device, as this profile is a copy; None while that couldn't be kept."""
        if self.read_only:
            return None
        device = Signer.fresh()
        statement = certified(self.membership.team, self.me.person, device, now)
        self._become(device)
        return [SaveDevice(device.seed), *self._log.take([statement])]
