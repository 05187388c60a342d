"""The replica: every live record of the team that this node holds, and the rules to take more.

Registers: of two records for one register the higher rank wins, on every machine the same.
Sans-IO: bytes in, effects out; the clock is a parameter. Knows no links.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from presencemap.domain.errors import PeerError, Refused
from presencemap.domain.person import Profile
from presencemap.domain.place import PlaceTree
from presencemap.domain.status import Status
from presencemap.protocol.bodies import place_of, profile_of, status_of
from presencemap.protocol.codec import PAGE, FrameType, Summary, frame
from presencemap.protocol.effects import Effect, Erase, Publish, Save, TellRecord
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.namesakes import Namesakes
from presencemap.protocol.record import (
    MAX_LIFE,
    MAX_RECORD,
    MAX_REVISION,
    Body,
    Header,
    PlaceBody,
    ProfileBody,
    Record,
    StatusBody,
)
from presencemap.protocol.signing import Signer

RENEW_AT: Final = MAX_LIFE // 3
"""What is ours is signed anew when this much of its life is left; a place that is another's when
there is half of it or less, at a moment that differs from node to node, so that one does it."""


_OF_THE_PERSON: Final = ("profile", "status")

ROOM: Final = 32
"""Bytes that a record of ours leaves free, for longer numbers when it is signed anew."""


class AuthorUnknown(PeerError):
    """A stranger's record, or the log here is behind: the sender may be asked for it."""


class Outlived(PeerError):
    """A record that this device signed and this node doesn't know: its profile is a copy."""


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
        self.namesakes = Namesakes()
        self._registers: dict[tuple[str, str], Held] = {}
        self._sources: defaultdict[str, dict[bytes, Held]] = defaultdict(dict)

    def load(self, stored: Iterable[tuple[bytes, int]], heads: dict[str, int]) -> None:
        """Hold what the store kept, and nothing else: (record, expires), and the heads.

        What can't be read any more is left out: peers have it, or its owner writes it anew.
        """
        self.heads = dict(heads)
        self._registers.clear()
        self._sources.clear()
        self.namesakes.clear()
        for data, expires in stored:
            try:
                self._hold(Held(Record.read(data), expires))
            except PeerError:
                continue

    def post(self, body: Body, now: int, life: int = MAX_LIFE) -> list[Effect]:
        """Sign a record of ours, to be committed, then published, then told.

        Raises:
            Refused: over the limit of a record.
        """
        record = self._signed(body, now, life)
        excess = len(record.data) + ROOM - MAX_RECORD
        if excess > 0:
            raise Refused(
                f"That is {excess} bytes more than colleagues take; shorten it. Nothing was shared."
            )
        return self._shared(record)

    def next_revision(self, kind: str, key: str) -> int:
        """The revision that replaces what is known of a register.

        Raises:
            Refused: somebody used up the revisions.
        """
        held = self._registers.get((kind, key))
        if held is not None and held.record.body.rev == MAX_REVISION:
            raise Refused(
                "This was changed too often and can't be changed any more; make a new one."
            )
        return 1 if held is None else held.record.body.rev + 1

    def take(self, record: Record, now: int) -> list[Effect]:
        """A peer's record: kept if its author belongs to the team and it is the newest.

        Raises:
            AuthorUnknown: another team's, or a stranger's.
            Outlived: by this very device, but not by this copy of it.
        """
        header = record.header
        certified = header.device in self.membership.devices(header.author)
        counts = self._counts(header, now)
        if header.team != self.membership.team or not counts or not certified:
            raise AuthorUnknown("a record of a stranger, or by a device nobody certified")
        if header.device == self.device.id and self._is_news(record):
            raise Outlived("a later record of mine than I wrote")
        self.heads[header.device] = max(self.heads.get(header.device, 0), header.seq)
        expires = min(header.at, now) + header.life
        current = self._registers.get(record.register)
        if expires <= now or (current is not None and current.record.rank >= record.rank):
            return []
        self._hold(Held(record, expires))
        return [Save(record, expires), TellRecord(record)]

    def expire(self, now: int) -> list[Effect]:
        """Let go of what has ended, and of what is by people who never were admitted in time."""
        ended = [held for held in self._registers.values() if self._is_over(held, now)]
        for held in ended:
            del self._registers[held.record.register]
            self._drop(held.record)
        erased = tuple(held.record.hash for held in ended)
        return [Erase(erased), *(TellRecord(held.record) for held in ended)] if ended else []

    def renew(self, now: int) -> list[Effect]:
        """Sign anew what nears the end of a full life: what is mine, and anybody's places."""
        due = [h.record.body for h in self._registers.values() if self._ends_soon(h, now)]
        renewed = (body.model_copy(update={"rev": body.rev + 1}) for body in due)
        return [e for body in renewed for e in self._shared(self._signed(body, now, MAX_LIFE))]

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

    def held(self) -> Iterator[Held]:
        """All live records with their ends."""
        return iter(self._registers.values())

    def sources(self) -> Iterator[Summary]:
        """What this node holds, device by device."""
        return (self.summary(device) for device, held in self._sources.items() if held)

    def summary(self, source: str) -> Summary:
        """Number and XOR of the hashes of a device's live records."""
        hashes = self._sources[source].keys() if source in self._sources else ()
        return Summary(source=source, count=len(hashes), xor=xor_of(hashes))

    def listing(self, source: str, below: int) -> tuple[list[tuple[int, bytes]], bool]:
        """(seq, hash) of a device's live records below a seq, newest first, and if more follow."""
        held = self._sources[source].items() if source in self._sources else ()
        entries = sorted(
            ((h.record.header.seq, name) for name, h in held if h.record.header.seq < below),
            reverse=True,
        )
        return entries[:PAGE], len(entries) > PAGE

    def newest(self, source: str) -> int:
        """The highest seq among a device's live records, 0 for none."""
        held = self._sources[source].values() if source in self._sources else ()
        return max((h.record.header.seq for h in held), default=0)

    def get(self, source: str, name: bytes) -> Record | None:
        """The live record of that device and hash."""
        held = self._sources[source].get(name) if source in self._sources else None
        return None if held is None else held.record

    def _signed(self, body: Body, now: int, life: int) -> Record:
        return Record.sign(
            self.device,
            team=self.membership.team,
            author=self.person,
            seq=self.heads.get(self.device.id, 0) + 1,
            at=now,
            life=life,
            body=body,
        )

    def _shared(self, record: Record) -> list[Effect]:
        held = Held(record, record.header.at + record.header.life)
        self._hold(held)
        return [
            Save(record, held.expires, own=True),
            Publish(frame(FrameType.RECORD, record.data)),
            TellRecord(record),
        ]

    def _hold(self, held: Held) -> None:
        record = held.record
        replaced = self._registers.get(record.register)
        if replaced is not None:
            self._drop(replaced.record)
        self._registers[record.register] = held
        if isinstance(record.body, ProfileBody):
            self.namesakes.add(record.header.author, record.body.name)
        self._sources[record.header.device][record.hash] = held
        self.heads[record.header.device] = max(
            self.heads.get(record.header.device, 0), record.header.seq
        )

    def _is_mine(self, held: Held) -> bool:
        return held.record.header.author == self.person

    def _ends_soon(self, held: Held, now: int) -> bool:
        header, body = held.record.header, held.record.body
        if header.life < MAX_LIFE or body.rev == MAX_REVISION:
            return False
        if self._is_mine(held):
            return held.expires - now < RENEW_AT
        turn = int(self.device.id[:4], 16)
        return isinstance(body, PlaceBody) and held.expires - now < RENEW_AT * turn >> 17

    def _is_over(self, held: Held, now: int) -> bool:
        if held.expires <= now:
            return True
        return not self._counts(held.record.header, now) and not self._is_mine(held)

    def _counts(self, header: Header, now: int) -> bool:
        """Whether its author may say this: a member, or who was one when it was said.

        What a removed person is and where they are goes with them; what they made stays.
        """
        last = self.membership.last_word(header.author, header.device)
        if last is not None:
            return header.kind not in _OF_THE_PERSON and header.seq <= last
        return self.membership.standing(header.author, now) is not Standing.STRANGER

    def _is_news(self, record: Record) -> bool:
        """Whether this node can't have written a record of its own device."""
        held = self._sources.get(self.device.id, {})
        seq = record.header.seq
        twin = any(h.record.header.seq == seq for h in held.values())
        return seq > self.heads.get(self.device.id, 0) or (twin and record.hash not in held)

    def _drop(self, record: Record) -> None:
        del self._sources[record.header.device][record.hash]
        if isinstance(record.body, ProfileBody):
            self.namesakes.discard(record.header.author)


def xor_of(hashes: Iterable[bytes]) -> str:
    """The XOR of 16-byte hashes, in hex."""
    total = 0
    for name in hashes:
        total ^= int.from_bytes(name)
    return f"{total:032x}"
