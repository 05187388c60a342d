"""Who is here: leases, goodbyes and links, judged without ever trusting an old word.

Online needs a fresh proof: a link that stands and over which leases come, or a relayed lease that
is young by its counter (its author's clock, less what that is known to be ahead) as well as by what
relays say they held it. A link that ended, or a lease that grew old, leaves its person *uncertain*;
a refused dial, a goodbye or twelve seconds make that *offline*.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Final

from presencemap.domain.availability import Presence, Reach
from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import FrameType, Signed, Word, parsed, signed_frame
from presencemap.protocol.signing import Signer, verified

LEASE_EVERY: Final = 30_000
MESH_LEASE_EVERY: Final = 300_000
"""The same where all who are there are linked to us, so that nobody has to carry our leases on."""
MESH_SPREAD: Final = 75_000
"""Less up to so much, by the device: a team that came together would speak in waves ever after."""
UNCERTAIN_FOR: Final = 12_000
RELAYED_FOR: Final = LEASE_EVERY * 5 // 2 - UNCERTAIN_FOR
"""How long after it was said a relayed lease is a proof; with the doubt then, 2.5 intervals."""
LINKED_FOR: Final = MESH_LEASE_EVERY * 5 // 2 - UNCERTAIN_FOR
"""The same for a link: ZeroMQ's threads and kernels hold it where the program itself hangs."""
JUMP: Final = 30_000
"""Between two ticks: a clock that was set. Nobody is late by that."""
SKEW: Final = 120_000
"""How far clocks may differ. Who is further off is believed where the difference was seen since
this program started: on a direct link, or by an answer to a lease of ours."""
_DOMAINS: Final = {
    FrameType.LEASE: b"presencemap/lease/1\0",
    FrameType.GOODBYE: b"presencemap/goodbye/1\0",
}


def word_frame(device: Signer, frame_type: FrameType, word: Word) -> bytes:
    """The frame of a lease or a goodbye."""
    payload = word.model_dump_json().encode()
    return signed_frame(frame_type, Signed(payload, device.sign(_DOMAINS[frame_type] + payload)))


def read_word(frame_type: FrameType, signed: Signed) -> Word:
    """A peer's lease or goodbye.

    Raises:
        PeerError: malformed, or not signed by the device that it names.
    """
    word = parsed(Word, signed.payload)
    if not verified(word.device, _DOMAINS[frame_type] + signed.payload, signed.signature):
        raise PeerError(f"a {frame_type.name} with a wrong signature")
    return word


@dataclass(slots=True)
class Sighting:
    """What is known of one person's presence. Times in ms."""

    links: set[str] = field(default_factory=set)
    through: set[str] = field(default_factory=set)
    """Without a link: those over which the newest lease was relayed."""
    device: str = ""
    """Whose the newest relayed lease was."""
    proven: int = 0
    """When that one was said, as far as it is known here."""
    skew: int = 0
    """How far the person's clock is ahead of ours, as last seen."""
    last_seen: int | None = None
    lost_at: int | None = None
    """When the last link ended without a goodbye, while that leaves the person uncertain."""
    counter: int = 0
    gone: bool = False
    mute: bool = False
    """Whether a link stands over which no lease has come for long."""

    def presence(self) -> Presence:
        """As it stands, after the last ``tick``."""
        if (self.through or (self.links and not self.mute)) and not self.gone:
            return Presence.ONLINE
        return Presence.OFFLINE if self.lost_at is None else Presence.UNCERTAIN

    def reach(self) -> Reach:
        """How the proof of that came."""
        if self.presence() is not Presence.ONLINE:
            return Reach.NONE
        return Reach.DIRECT if self.links else Reach.RELAYED


class Sightings:
    """The presence of everybody but me; each method answers whether it changed."""

    def __init__(self, last_seen: dict[str, int]) -> None:
        self._people = {person: Sighting(last_seen=at) for person, at in last_seen.items()}
        self._rerouted: set[str] = set()
        self._looked = 0
        self._heard_since = 0
        """From when on nobody's silence counts but by our clock as it is now."""

    def of(self, person: str) -> Sighting:
        """What is known of a person; nobody's is offline."""
        return self._people.get(person) or Sighting()

    def linked(self, person: str, link: str, now: int, *, paused: bool = False) -> bool:
        """The handshake is a fresh proof, of one who listens only, of nothing.

        From here on their words are counted anew.
        """

        def meet(sighting: Sighting) -> None:
            if not sighting.links:
                sighting.counter = 0
            sighting.links.add(link)
            sighting.through.clear()
            sighting.lost_at, sighting.gone, sighting.mute = None, paused, False
            if not paused:
                sighting.last_seen = now

        return self._change(person, meet)

    def unlinked(self, person: str, link: str, now: int) -> bool:
        """A link ended without a goodbye."""

        def lose(sighting: Sighting) -> None:
            sighting.links.discard(link)
            if not (sighting.gone or sighting.mute):
                sighting.last_seen = now
                sighting.lost_at = None if sighting.links else now

        return self._change(person, lose)

    def leased(self, person: str, counter: int, now: int) -> bool:
        """Over a link of theirs, a lease newer than all before: alive, whatever a goodbye said."""

        def renew(sighting: Sighting) -> None:
            if counter > sighting.counter:
                sighting.counter, sighting.gone, sighting.last_seen = counter, False, now
                sighting.skew = counter - now
                if sighting.mute:
                    sighting.mute, sighting.lost_at = False, None

        return self._change(person, renew)

    def said_goodbye(self, person: str, counter: int, now: int) -> bool:
        """Offline at once; only a lease of a higher counter undoes it."""

        def leave(sighting: Sighting) -> None:
            if counter > sighting.counter:
                sighting.counter, sighting.gone = counter, True
                sighting.through.clear()
                sighting.lost_at, sighting.last_seen = None, now

        return self._change(person, leave)

    def said_at(self, word: Word, held: int, now: int) -> int | None:
        """When a relayed word was said, by our clock; None where it proves nothing now.

        The later of two bounds is never taken: neither a relay nor an old counter makes it younger.
        """
        said = word.counter - self.of(word.person).skew
        at = min(now - held, said + SKEW)
        return at if said <= now + SKEW and now - at < RELAYED_FOR else None

    def said_after(self, word: Word, since: int, now: int) -> None:
        """A relayed word was said after that, as an answer in it proves: so their clock is off."""

        def learn(sighting: Sighting) -> None:
            sighting.skew = word.counter - since
            if sighting.counter - sighting.skew > now + SKEW:
                # Of when their clock was another: what is said now would be in its shadow.
                sighting.counter = word.counter - 1

        self._change(word.person, learn)

    def relayed(self, word: Word, at: int, link: str) -> bool:
        """A lease that came over another's link; nothing where the person has a link."""

        def renew(sighting: Sighting) -> None:
            if word.counter > sighting.counter:
                sighting.counter, sighting.gone, sighting.lost_at = word.counter, False, None
                sighting.device, sighting.proven, sighting.mute = word.device, at, False
                sighting.last_seen = max(at, sighting.last_seen or 0)
                sighting.through = set() if sighting.links else {link}
            elif word.counter == sighting.counter and sighting.through:
                sighting.through.add(link)

        return self._change(word.person, renew)

    def relay_lost(self, link: str, now: int, devices: Collection[str] | None = None) -> list[str]:
        """Over this link no more lease comes (from these devices): who is uncertain by that."""
        hit = [
            person
            for person, sighting in self._people.items()
            if link in sighting.through and (devices is None or sighting.device in devices)
        ]
        return [p for p in hit if self._change(p, lambda s: self._unheard(s, {link}, now))]

    def take_rerouted(self) -> set[str]:
        """Whose ways through others changed since this was asked last."""
        rerouted, self._rerouted = self._rerouted, set()
        return rerouted

    def refused(self, person: str) -> bool:
        """Where the person's node was, nobody listens any more."""
        return self._change(person, self._give_up)

    def overdue(self, now: int) -> list[str]:
        """Whose presence changes by time alone: leases grow old, doubts end. At each tick."""
        people = self._people.items()
        if not 0 <= now - self._looked < JUMP:
            self._heard_since = now
        self._looked = now
        mute = [p for p, s in people if self._is_mute(s, now)]
        muted = [p for p in mute if self._change(p, lambda s: self._doubt(s, now))]
        doubtful = [p for p, s in people if s.through and not 0 <= now - s.proven < RELAYED_FOR]
        changed = [
            p for p in doubtful if self._change(p, lambda s: self._unheard(s, {*s.through}, now))
        ]
        late = [
            person
            for person, sighting in people
            if sighting.lost_at is not None and not 0 <= now - sighting.lost_at < UNCERTAIN_FOR
        ]
        return [*muted, *changed, *(person for person in late if self.refused(person))]

    def online(self) -> list[str]:
        """Those with a fresh proof."""
        people = self._people.items()
        return [person for person, sighting in people if sighting.presence() is Presence.ONLINE]

    def newest(self) -> int:
        """When anybody was last seen, 0 for never."""
        return max((sighting.last_seen or 0 for sighting in self._people.values()), default=0)

    def _is_mute(self, sighting: Sighting, now: int) -> bool:
        """Whether it has become so."""
        heard = max(sighting.last_seen or 0, self._heard_since)
        linked = bool(sighting.links) and not (sighting.gone or sighting.mute)
        return linked and now - heard >= LINKED_FOR

    @staticmethod
    def _doubt(sighting: Sighting, now: int) -> None:
        sighting.mute, sighting.lost_at = True, now

    @staticmethod
    def _give_up(sighting: Sighting) -> None:
        sighting.lost_at = None

    @staticmethod
    def _unheard(sighting: Sighting, links: set[str], now: int) -> None:
        sighting.through -= links
        if not sighting.through:
            sighting.lost_at = now

    def _change(self, person: str, change: Callable[[Sighting], None]) -> bool:
        sighting = self._people.setdefault(person, Sighting())
        before, way = (sighting.presence(), sighting.reach()), {*sighting.through}
        change(sighting)
        if sighting.through != way:
            self._rerouted.add(person)
        return (sighting.presence(), sighting.reach()) != before
