"""The replica: every live record of the team that this node holds, and the rules to take more.

Registers: of two records for one register the higher rank wins, on every machine the same.
Sans-IO: bytes in, effects out; the clock is a parameter. Knows no links.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.domain.person import Profile
from presencemap.domain.place import PlaceTree
from presencemap.domain.status import Status
from presencemap.protocol.bodies import place_of, profile_of, status_of
from presencemap.protocol.codec import PAGE, FrameType, Summary, frame
from presencemap.protocol.effects import Effect, Erase, Publish, Save, TellRecord
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.record import (
    MAX_LIFE,
    Body,
    PlaceBody,
    ProfileBody,
    Record,
    StatusBody,
)
from presencemap.protocol.signing import Signer

RENEW_AT: Final = MAX_LIFE // 3
"""A register of ours is signed anew when this much of its life is left."""


class AuthorUnknown(PeerError):
    """A stranger's record, or the log here is behind: the sender may be asked for it."""


@dataclass(frozen=True, slots=True)
class Held:
    """A live record and when it ends here, in ms."""

    record: Record
    expires: int


class Replica:
    """The records of one node. ``heads``: the highest seq ever seen of each device."""

    def __init__(self, membership: Membership, person: str, device: Signer) -> None:
        self.membership = membership
        self.person = person
        self.device = device
        self.heads: dict[str, int] = {}
        self._registers: dict[tuple[str, str], Held] = {}
        self._sources: defaultdict[str, dict[bytes, Held]] = defaultdict(dict)

    def load(self, stored: Iterable[tuple[bytes, int]], heads: dict[str, int]) -> None:
        """Take up what the store kept: (record, expires), and the heads."""
        self.heads |= heads
        for data, expires in stored:
            self._hold(Held(Record.read(data), expires))

    def post(self, body: Body, now: int, life: int = MAX_LIFE) -> list[Effect]:
        """Sign a record of ours, to be committed, then published, then told."""
        seq = self.heads.get(self.device.id, 0) + 1
        record = Record.sign(
            self.device,
            team=self.membership.team,
            author=self.person,
            seq=seq,
            at=now,
            life=life,
            body=body,
        )
        held = Held(record, now + life)
        self._hold(held)
        return [
            Save(record, held.expires, own=True),
            Publish(frame(FrameType.RECORD, record.data)),
            TellRecord(record),
        ]

    def next_revision(self, kind: str, key: str) -> int:
        """The revision that replaces what is known of a register."""
        held = self._registers.get((kind, key))
        return 1 if held is None else held.record.body.rev + 1

    def take(self, record: Record, now: int) -> list[Effect]:
        """A peer's record: kept if its author belongs to the team and it is the newest.

        Raises:
            AuthorUnknown: another team's, or a stranger's.
        """
        header = record.header
        known = self.membership.standing(header.author, now) is not Standing.STRANGER
        certified = header.device in self.membership.devices(header.author)
        if header.team != self.membership.team or not known or not certified:
            raise AuthorUnknown("a record of a stranger, or by a device nobody certified")
        self.heads[header.device] = max(self.heads.get(header.device, 0), header.seq)
        expires = min(header.at, now) + header.life
        current = self._registers.get(record.register)
        if expires <= now or (current is not None and current.record.rank >= record.rank):
            return []
        self._hold(Held(record, expires))
        return [Save(record, expires), TellRecord(record)]

    def expire(self, now: int) -> list[Effect]:
        """Let go of what has ended; the cards of its authors change."""
        ended = [held for held in self._registers.values() if held.expires <= now]
        for held in ended:
            del self._registers[held.record.register]
            self._drop(held.record)
        erased = tuple(held.record.hash for held in ended)
        return [Erase(erased), *(TellRecord(held.record) for held in ended)] if ended else []

    def renew(self, now: int) -> list[Effect]:
        """Sign anew what of mine nears the end of a full life."""
        effects: list[Effect] = []
        for held in list(self._sources[self.device.id].values()):
            header, body = held.record.header, held.record.body
            if header.life == MAX_LIFE and held.expires - now < RENEW_AT:
                renewed = body.model_copy(update={"rev": body.rev + 1})
                effects += self.post(renewed, now)
        return effects

    def adopt(self, device: Signer, now: int) -> list[Effect]:
        """Go on as a new device: a peer has seen more of the old one than this node wrote."""
        mine = list(self._sources[self.device.id].values())
        self.device = device
        effects: list[Effect] = []
        for held in mine:
            body = held.record.body
            renewed = body.model_copy(update={"rev": body.rev + 1})
            effects += self.post(renewed, now, max(1, held.expires - now))
        return effects

    def profile(self, person: str) -> Profile | None:
        """A person's profile."""
        held = self._registers.get(("profile", person))
        body = held.record.body if held else None
        return profile_of(body) if isinstance(body, ProfileBody) else None

    def status(self, person: str) -> Status | None:
        """A person's status, as it was said."""
        held = self._registers.get(("status", person))
        body = held.record.body if held else None
        return status_of(body) if isinstance(body, StatusBody) else None

    def places(self) -> PlaceTree:
        """The tree as all edits together make it."""
        bodies = (held.record.body for held in self._registers.values())
        return PlaceTree(place_of(body) for body in bodies if isinstance(body, PlaceBody))

    def sources(self) -> Iterator[Summary]:
        """What this node holds, device by device."""
        for device in {**self.heads, **self._sources}:
            yield self.summary(device)

    def summary(self, source: str) -> Summary:
        """Highest seq, number and XOR of the hashes of a device's live records."""
        hashes = self._sources[source].keys() if source in self._sources else ()
        return Summary(
            source=source,
            head=self.heads.get(source, 0),
            count=len(hashes),
            xor=xor_of(hashes),
        )

    def listing(self, source: str, below: int) -> tuple[list[tuple[int, bytes]], bool]:
        """(seq, hash) of a device's live records below a seq, newest first, and if more follow."""
        held = self._sources[source].items() if source in self._sources else ()
        entries = sorted(
            ((h.record.header.seq, name) for name, h in held if h.record.header.seq < below),
            reverse=True,
        )
        return entries[:PAGE], len(entries) > PAGE

    def get(self, source: str, name: bytes) -> Record | None:
        """The live record of that device and hash."""
        held = self._sources[source].get(name) if source in self._sources else None
        return None if held is None else held.record

    def _hold(self, held: Held) -> None:
        record = held.record
        replaced = self._registers.get(record.register)
        if replaced is not None:
            self._drop(replaced.record)
        self._registers[record.register] = held
        self._sources[record.header.device][record.hash] = held
        self.heads[record.header.device] = max(
            self.heads.get(record.header.device, 0), record.header.seq
        )

    def _drop(self, record: Record) -> None:
        del self._sources[record.header.device][record.hash]


def xor_of(hashes: Iterable[bytes]) -> str:
    """The XOR of 16-byte hashes, in hex."""
    total = 0
    for name in hashes:
        total ^= int.from_bytes(name)
    return f"{total:032x}"
