"""Words: the leases and goodbyes of this node, and what is made of those of others.

A direct word comes over a link to who says it, a relayed one over anybody's. What is new is passed
on to who lacks it. Nothing of it is stored.
"""

from dataclasses import dataclass
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.protocol.clocks import SOON, Clocks
from presencemap.protocol.codec import LOG, FrameType, Word, frame, split_signed
from presencemap.protocol.effects import Effect, Publish, SaveSeen, TellPresence
from presencemap.protocol.link import Link
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.peers import Peers
from presencemap.protocol.presence import (
    LEASE_EVERY,
    MESH_LEASE_EVERY,
    MESH_SPREAD,
    RELAYED_FOR,
    Sightings,
    read_word,
    word_frame,
)
from presencemap.protocol.relay import Relay
from presencemap.protocol.replica import Replica
from presencemap.protocol.sync import Sync

LEASE_SOON: Final = 1_000
"""After a link was lost the next lease goes out in that time."""
LINKED_WITHIN: Final = 3_000
"""Who is heard of for longer than that, and isn't linked to us, is taken to be behind a link."""
MAX_EARLY: Final = 256
"""Relayed words that wait for the log to know their device; the newest stay."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word as it came. ``said``: when that was at the latest, as relays tell."""

    link: str
    kind: FrameType
    frame: bytes
    word: Word
    said: int


class Words:
    """The words of one node and of those around it. ``wanted``: whether we lease at all."""

    def __init__(
        self, peers: Peers, replica: Replica, sightings: Sightings, relay: Relay, sync: Sync
    ) -> None:
        self._peers = peers
        self._replica = replica
        self._sightings = sightings
        self._relay = relay
        self._sync = sync
        self._clocks = Clocks()
        self._counter = self._renewed = 0
        self._every = LEASE_EVERY
        self._apart_since: int | None = None
        self._due: int | None = None
        self._early: dict[str, Heard] = {}

    def say(self, kind: FrameType, now: int) -> bytes:
        """A word of our own."""
        self._counter = max(self._counter + 1, now)
        device = self._replica.device
        listen = self._peers.here.listen if self._peers.here else ()
        leases = kind is FrameType.LEASE
        asks, answers = self._clocks.say(self._counter, now) if leases else ((), ())
        word = Word(
            team=self._membership.team,
            person=self._replica.person,
            device=device.id,
            counter=self._counter,
            head=self._replica.heads.get(device.id, 0),
            addresses=tuple(map(str, listen)),
            asks=asks,
            answers=answers,
        )
        return word_frame(device, kind, word)

    def take(
        self, link: Link, kind: FrameType, payload: bytes, held: int | None, now: int
    ) -> list[Effect]:
        """A word over a link's feed, the other side's own; or ``held``, that or anybody's.

        Raises:
            PeerError: not by the device that it names, of another team, in another's name.
        """
        word = read_word(kind, split_signed(payload))
        if word.team != self._membership.team:
            raise PeerError("a word of another team")
        heard = Heard(link.id, kind, frame(kind, payload), word, now - (held or 0))
        if held is None or word.device == link.device:
            if word.person != link.person or not self._is_known(word, now):
                raise PeerError("a word in another's name")
            return self._direct(heard, now)
        if word.device == self._replica.device.id:
            return []
        if self._is_known(word, now):
            return self._passed(heard, now)
        self._early.pop(word.device, None)
        self._early[word.device] = heard
        if len(self._early) > MAX_EARLY:
            del self._early[next(iter(self._early))]
        return self._sync.inquire(link.id, LOG, now)

    def tick(self, now: int) -> list[Effect]:
        """Take the words that came before their device was known; forget those that grew old."""
        effects: list[Effect] = []
        for device, heard in list(self._early.items()):
            known = self._is_known(heard.word, now)
            if known or not 0 <= now - heard.said < RELAYED_FOR:
                del self._early[device]
            if known and heard.link in self._peers.links:
                effects += self._passed(heard, now)
        return effects

    def renew(self, now: int, *, wanted: bool) -> list[Effect]:
        """Our next lease when it is due, sooner where it has something to ask or to answer."""
        self._every = self._interval(now)
        pause = SOON if self._clocks.tick(now) else self._every
        if not wanted or (0 <= now - self._renewed < pause and not self._is_due(now)):
            return []
        self._renewed, self._due = now, None
        return [Publish(self.say(FrameType.LEASE, now))]

    def hurry(self, now: int, within: int = LEASE_SOON) -> None:
        """Our next lease goes out in that time at the latest."""
        self._due = min(now + within, now + within if self._due is None else self._due)

    def restless(self, by: int, *, wanted: bool) -> bool:
        """Whether our next lease is due by then, or words wait for the log to know their device."""
        due = by - self._renewed >= self._every or self._is_due(by)
        return bool(self._early) or (wanted and due)

    def _is_due(self, now: int) -> bool:
        return self._due is not None and now >= self._due

    def _interval(self, now: int) -> int:
        """Until our next lease: not for long where nobody has to carry it on."""
        device = self._replica.device.id
        if self._relay.beyond() <= {device}:
            self._apart_since = None
        elif self._apart_since is None:
            self._apart_since = now
        elif not 0 <= now - self._apart_since < LINKED_WITHIN:
            return LEASE_EVERY
        return MESH_LEASE_EVERY - int(device[:8], 16) % MESH_SPREAD

    @property
    def _membership(self) -> Membership:
        return self._replica.membership

    def _is_known(self, word: Word, now: int) -> bool:
        standing = self._membership.standing(word.person, now)
        devices = self._membership.devices(word.person)
        return standing is not Standing.STRANGER and word.device in devices

    def _direct(self, heard: Heard, now: int) -> list[Effect]:
        word = heard.word
        if word.counter <= self._sightings.of(word.person).counter:
            return []
        if heard.kind is FrameType.GOODBYE:
            changed = self._sightings.said_goodbye(word.person, word.counter, now)
            passed = self._relay.goodbye(word.device, heard.frame, 0, heard.link)
            return [SaveSeen(word.person, now), *_told(word, changed=changed), *passed]
        changed = self._sightings.leased(word.person, word.counter, now)
        return [*_told(word, changed=changed), *self._leased(heard, now, now)]

    def _passed(self, heard: Heard, now: int) -> list[Effect]:
        """A relayed word: news where its person has no link here, if it is young enough."""
        word, sighting = heard.word, self._sightings.of(heard.word.person)
        at = self._said_at(heard, now)
        if at is None:
            return self._doubted(heard, now)
        if word.counter < sighting.counter:
            return []
        news = word.counter > sighting.counter
        if heard.kind is FrameType.GOODBYE:
            if sighting.links or not news:
                return []
            changed = self._sightings.said_goodbye(word.person, word.counter, at)
            passed = self._relay.goodbye(word.device, heard.frame, now - at, heard.link)
            return [SaveSeen(word.person, at), *_told(word, changed=changed), *passed]
        changed = self._sightings.relayed(word, at, heard.link)
        return [*_told(word, changed=changed), *(self._leased(heard, at, now) if news else [])]

    def _said_at(self, heard: Heard, now: int) -> int | None:
        """When a relayed word was said, as far as that is proven; None: not of late."""
        word, me, held = heard.word, self._replica.device.id, now - heard.said
        at = self._sightings.said_at(word, held, now)
        if at == heard.said:
            self._clocks.trust(word.device)
        elif (since := self._clocks.answered(word, me, now)) is not None:
            self._sightings.said_after(word, since, now)
            at = self._sightings.said_at(word, held, now)
        elif at is not None:
            # Not yet too old by its counter, which falls behind: better asked now than missed.
            self._clocks.doubt(word, now)
        return at

    def _doubted(self, heard: Heard, now: int) -> list[Effect]:
        """Old, or its author's clock is off: it goes on, for who can tell."""
        young = heard.kind is FrameType.LEASE and 0 <= now - heard.said < RELAYED_FOR
        if not young or not self._clocks.doubt(heard.word, now):
            return []
        self._clocks.heard(heard.word, self._replica.device.id)
        over, held = heard.link, now - heard.said
        return self._relay.pass_on(heard.word.device, heard.frame, over, held)

    def _leased(self, heard: Heard, at: int, now: int) -> list[Effect]:
        """Pass it on; ask for what it says there is."""
        word = heard.word
        self._clocks.heard(word, self._replica.device.id)
        self._peers.learn(word, now)
        effects = self._relay.lease(word.device, heard.frame, at, heard.link, now)
        if word.head > self._replica.heads.get(word.device, 0):
            # Asked once: what is missing may have ended by now, and would be missing for ever.
            self._replica.heads[word.device] = word.head
            effects += self._sync.inquire_live(heard.link, now)
        return effects


def _told(word: Word, *, changed: bool) -> list[Effect]:
    return [TellPresence(word.person)] if changed else []
