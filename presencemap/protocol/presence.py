"""Who is here: leases, goodbyes and links, judged without ever trusting an old word.

Online needs a fresh proof: a link that stands. A link that ended leaves its person *uncertain*;
a refused dial, a goodbye or twelve seconds make that *offline*.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from presencemap.domain.availability import Presence
from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import FrameType, Signed, Word, parsed, signed_frame
from presencemap.protocol.signing import Signer, verified

LEASE_EVERY: Final = 30_000
UNCERTAIN_FOR: Final = 12_000
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
    last_seen: int | None = None
    lost_at: int | None = None
    """When the last link ended without a goodbye, while that leaves the person uncertain."""
    counter: int = 0
    gone: bool = False

    def presence(self) -> Presence:
        """As it stands, after the last ``tick``."""
        if self.links and not self.gone:
            return Presence.ONLINE
        return Presence.OFFLINE if self.lost_at is None else Presence.UNCERTAIN


class Sightings:
    """The presence of everybody but me; each method answers whether it changed."""

    def __init__(self, last_seen: dict[str, int]) -> None:
        self._people = {person: Sighting(last_seen=at) for person, at in last_seen.items()}

    def of(self, person: str) -> Sighting:
        """What is known of a person; nobody's is offline."""
        return self._people.get(person) or Sighting()

    def linked(self, person: str, link: str, now: int) -> bool:
        """The handshake is a fresh proof."""
        return self._change(person, lambda s: self._link(s, link, now))

    def unlinked(self, person: str, link: str, now: int) -> bool:
        """A link ended without a goodbye."""

        def lose(sighting: Sighting) -> None:
            sighting.links.discard(link)
            if not sighting.gone:
                sighting.last_seen = now
                sighting.lost_at = None if sighting.links else now

        return self._change(person, lose)

    def leased(self, person: str, counter: int, now: int) -> bool:
        """A lease that is newer than all before: alive, whatever a goodbye said."""

        def renew(sighting: Sighting) -> None:
            if counter > sighting.counter:
                sighting.counter, sighting.gone, sighting.last_seen = counter, False, now

        return self._change(person, renew)

    def said_goodbye(self, person: str, counter: int, now: int) -> bool:
        """Offline at once; only a lease of a higher counter undoes it."""

        def leave(sighting: Sighting) -> None:
            if counter > sighting.counter:
                sighting.counter, sighting.gone = counter, True
                sighting.lost_at, sighting.last_seen = None, now

        return self._change(person, leave)

    def refused(self, person: str) -> bool:
        """Where the person's node was, nobody listens any more."""
        return self._change(person, self._give_up)

    def overdue(self, now: int) -> list[str]:
        """The people who were uncertain for too long, now offline."""
        late = [
            person
            for person, sighting in self._people.items()
            if sighting.lost_at is not None and not 0 <= now - sighting.lost_at < UNCERTAIN_FOR
        ]
        return [person for person in late if self.refused(person)]

    def online(self) -> list[str]:
        """Those with a fresh proof."""
        people = self._people.items()
        return [person for person, sighting in people if sighting.presence() is Presence.ONLINE]

    @staticmethod
    def _give_up(sighting: Sighting) -> None:
        sighting.lost_at = None

    @staticmethod
    def _link(sighting: Sighting, link: str, now: int) -> None:
        sighting.links.add(link)
        sighting.last_seen, sighting.lost_at, sighting.gone = now, None, False

    def _change(self, person: str, change: Callable[[Sighting], None]) -> bool:
        sighting = self._people.setdefault(person, Sighting())
        before = sighting.presence()
        change(sighting)
        return sighting.presence() is not before
