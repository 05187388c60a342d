"""The replica: every live record of the team that this node holds, and the rules to take more.

Registers: of two records for one register the higher rank wins, on every machine the same. Posts
and retracts are added: taken if they are new, haven't ended, and weren't taken back.
Sans-IO: bytes in, effects out; the clock is a parameter. Knows no links.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from presencemap.domain.errors import PeerError, Refused
from presencemap.domain.person import Profile
from presencemap.domain.place import Place, PlaceTree
from presencemap.domain.status import Status
from presencemap.domain.wrong import Wrong
from presencemap.protocol.agenda import Agenda
from presencemap.protocol.bodies import place_of, profile_of, status_of
from presencemap.protocol.clones import Clones
from presencemap.protocol.codec import record_frames
from presencemap.protocol.crews import Crews
from presencemap.protocol.effects import Effect, Erase, Publish, Save, TellRecord
from presencemap.protocol.endings import Endings
from presencemap.protocol.fields import MAX_REVISION
from presencemap.protocol.follows import Follows
from presencemap.protocol.glossary import Glossary
from presencemap.protocol.lines import Lines
from presencemap.protocol.membership import Membership, Standing
from presencemap.protocol.namesakes import Namesakes
from presencemap.protocol.notes import Notes
from presencemap.protocol.numbers import Numbers
from presencemap.protocol.plans import Plans
from presencemap.protocol.record import (
    MAX_AHEAD,
    MAX_LIFE,
    MAX_RECORD,
    REGISTERS_COMPARED,
    AddedBody,
    Body,
    Header,
    PlaceBody,
    ProfileBody,
    Record,
    StatusBody,
)
from presencemap.protocol.renewals import EVERYBODYS, Renewals
from presencemap.protocol.room import Room, goes
from presencemap.protocol.shelf import Held, Watcher
from presencemap.protocol.shelves import Shelves
from presencemap.protocol.signing import Signer
from presencemap.protocol.threads import Threads
from presencemap.protocol.usage import in_use, topics_named
from presencemap.protocol.voids import Voids

_OF_THE_PERSON: Final = ("profile", "status", "end", "plan", "work")
_INDEXED: Final = ("profile", "place")

OVER_AT_ONCE: Final = 256
"""Records let go of in a tick where there are too many of a row."""

_TOLD_WHEN_GONE: Final = (*_OF_THE_PERSON, "place", "floor_plan", "job", "topic")

ROOM: Final = 32
"""Bytes that a record of ours leaves free, for longer numbers when it is signed anew."""


class AuthorUnknown(PeerError):
    """A stranger's record, or the log here is behind: the sender may be asked for it."""


class Outlived(PeerError):
    """A record that this device signed and this node doesn't know: its profile is a copy."""


class Replica:
    """The records of one node. ``heads``: the highest seq ever seen of each device."""

    def __init__(self, membership: Membership, person: str, device: Signer) -> None:
        self.membership = membership
        self.person = person
        self.device = device
        self.clones = Clones(membership)
        self.watchers: list[Watcher] = []
        """Whoever wants to hear what comes and goes."""
        self._clear()

    def _clear(self) -> None:
        self.heads: dict[str, int] = {}
        self.namesakes = Namesakes()
        self.threads, self.plans, self.numbers, self.crews = Threads(), Plans(), Numbers(), Crews()
        self.notes, self.lines, self.follows = Notes(self.person), Lines(), Follows()
        self.glossary = Glossary()
        most = self.threads, self.lines, self.follows, self.plans, self.numbers, self.notes
        self._voids, self.endings = Voids(), Endings()
        others = self.crews, self.glossary, self._voids, self.endings
        self._indices: tuple[Watcher, ...] = (*most, *others)
        self._places: dict[str, Place] = {}
        self._live: dict[bytes, Held] = {}
        self._registers: dict[tuple[str, str], Held] = {}
        self._doubtful: set[str] = set()
        self._judged_by: tuple[object, int] = (None, 0)
        self.shelves = Shelves()
        self._ends = Agenda[int]()
        self._renewals = Renewals(self.person)
        self._room = Room(self.membership)

    def load(
        self, stored: Iterable[tuple[bytes, bytes, int, bytes]], heads: dict[str, int]
    ) -> None:
        """Hold what the store kept, and nothing else: (record, hash, expires, outline), and heads.

        Each was verified before it was saved, and hashes show that it is still the same: so
        signatures aren't verified again, and posts aren't even read. What is damaged is left out:
        peers have it, or its owner writes it anew.
        """
        for watcher, held in product(self.watchers, self._live.values()):
            watcher.take_off(held)
        self._clear()
        for data, name, expires, outline in stored:
            try:
                self._put(Held.kept(data, name, expires, outline))
            except PeerError:
                continue
        self.heads |= {device: max(seq, self.heads.get(device, 0)) for device, seq in heads.items()}

    def post(self, body: Body, now: int, life: int = MAX_LIFE) -> list[Effect]:
        """Sign a record of ours, to be committed, then published, then told.

        Raises:
            Refused: over the limit of a record.
        """
        record = self._signed(body, now, life)
        excess = len(record.data) + ROOM - MAX_RECORD
        if excess > 0:
            raise Refused(
                f"That is {excess} bytes more than colleagues take; shorten it. "
                "Nothing was shared.",
                Wrong.SHARED_TOO_LONG,
                excess=excess,
            )
        return self._shared(record)

    def next_revision(self, kind: str, key: str) -> int:
        """The revision that replaces what is known of a register.

        Raises:
            Refused: somebody used up the revisions.
        """
        rev = held.rank[0] if (held := self.register(kind, key)) else 0
        if rev == MAX_REVISION:
            raise Refused(
                "This was changed too often and can't be changed any more; make a new one.",
                Wrong.CHANGED_TOO_OFTEN,
            )
        return rev + 1

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
        if expires <= now or not self._is_wanted(record, now):
            return []
        held = Held.of(record, expires)
        save = Save(record, expires, outline=held.outline())
        return [save, *self._hold(held), TellRecord(record)]

    def expire(self, now: int) -> list[Effect]:
        """Let go of what has ended, and of what is by people who never were admitted in time."""
        ended = [self._live[name] for name in self._ends.up_to(now)]
        for held in ended:
            self._drop(held)
        for held in self.endings.over(self._registers, now):
            self._drop(held)
            ended.append(held)
        theirs = [held for author in self._to_judge(now) for held in self._uncounted(author, now)]
        for held in theirs:
            self._drop(held)
        gone = [*ended, *theirs, *self._over()]
        told = [TellRecord(held.record) for held in gone if held.kind in _TOLD_WHEN_GONE]
        return [Erase(tuple(held.hash for held in gone)), *told] if gone else []

    def renew(self, now: int) -> list[Effect]:
        """Sign anew what nears its end: what is mine, and what is everybody's while it is used."""
        due = [self._live[name] for name in self._renewals.due(now)]
        used = self._in_use(now) if any(h.kind in EVERYBODYS for h in due) else frozenset()
        effects: list[Effect] = []
        for held in due:
            body = held.record.body
            kind, key = held.register or ("", "")
            if kind in EVERYBODYS and key not in used:
                self._renewals.ask_again(held.hash, now)
            else:
                effects += self._renewed(body, now)
        return effects

    def profile(self, person: str) -> Profile | None:
        """A person's profile."""
        record = self.register("profile", person)
        body = record.body if record else None
        return profile_of(body) if isinstance(body, ProfileBody) else None

    def status(self, person: str) -> Status | None:
        """A person's status, as it was said."""
        record = self.register("status", person)
        body = record.body if record else None
        return status_of(body) if isinstance(body, StatusBody) else None

    def places(self) -> PlaceTree:
        """The tree as all edits together make it."""
        return PlaceTree.of(self._places)

    def held(self) -> Iterator[Held]:
        """All live records with their ends."""
        return iter(self._live.values())

    def register(self, kind: str, key: str) -> Record | None:
        """The record that holds a register now."""
        held = self._registers.get((kind, key))
        return None if held is None else held.record

    def find(self, name: bytes) -> Held | None:
        """The live record of that hash."""
        return self._live.get(name)

    def get(self, source: str, name: bytes) -> bytes | None:
        """The live record of that source and hash, as it was signed."""
        held = self._live.get(name)
        return held.data if held is not None and held.source == source else None

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
        held = Held.of(record, record.header.at + record.header.life)
        return [
            Save(record, held.expires, own=True, outline=held.outline()),
            *self._hold(held),
            Publish(record_frames([record.data])[0]),
            TellRecord(record),
        ]

    def _hold(self, held: Held) -> list[Effect]:
        """Hold a record in place of what it replaces; erases what else it ends."""
        replaced = self._registers.get(held.register) if held.register else None
        if replaced is not None:
            self._drop(replaced)
        gone = self._ended_by(held)
        for other in gone:
            self._drop(other)
        self._put(held)
        if (name := self._room.surplus(held.author, len(held.data))) is not None:
            gone.append(self._live[name])
            self._drop(gone[-1])
        return [Erase(tuple(other.hash for other in gone))] if gone else []

    def _put(self, held: Held) -> None:
        self._live[held.hash] = held
        if held.register is not None:
            self._registers[held.register] = held
        self.shelves.put(held)
        self.heads[held.device] = max(self.heads.get(held.device, 0), held.seq)
        for index in (*self._indices, *self.watchers):
            index.put(held)
        if held.author not in self._room:
            self._doubtful.add(held.author)
        self._room.put(held.author, held.hash, len(held.data), goes(held.kind, held.at))
        self._ends.put(held.hash, held.expires)
        self._renewals.put(held, self.device.id)
        match held.record.body if held.kind in _INDEXED else None:
            case ProfileBody(name=name):
                self.namesakes.add(held.author, name)
            case PlaceBody() as body:
                self._places[body.key] = place_of(body, held.expires)

    def _drop(self, held: Held) -> None:
        del self._live[held.hash]
        if held.register is not None:
            del self._registers[held.register]
        self.shelves.take_off(held)
        for index in (*self._indices, *self.watchers):
            index.take_off(held)
        self._room.drop(held.author, held.hash, len(held.data))
        if held.author not in self._room:
            self._doubtful.discard(held.author)
        self._ends.drop(held.hash)
        self._renewals.drop(held.hash)
        if held.kind == "profile":
            self.namesakes.discard(held.author)
        if held.kind == "place" and held.register is not None:
            del self._places[held.register[1]]

    def _ended_by(self, held: Held) -> list[Held]:
        return [self._live[n] for n in self._voids.ended_by(held, self._live.get, self._of)]

    def _of(self, author: str) -> Iterator[Held]:
        return (self._live[name] for name in self._room.of(author))

    def _is_wanted(self, record: Record, now: int) -> bool:
        """Whether it is new, and neither outranked nor ended by another."""
        held = self._registers.get(record.register) if record.register else None
        voided = self._voids.voided(record) or self.endings.ended(record, now)
        if record.hash in self._live or voided:
            return False
        header = record.header
        dated = record.source not in REGISTERS_COMPARED or header.kind in {"plan", "receipt"}
        if dated and header.at > now + MAX_AHEAD:
            return False
        if held is not None:
            return held.record.rank < record.rank
        size, rank = len(record.data), goes(header.kind, header.at)
        return self._room.has(header.author, record.hash, size, rank)

    def _in_use(self, now: int) -> frozenset[str]:
        said = [
            held.record.body for kind in ("status", "plan") for held in self.shelves.held_in(kind)
        ]
        topics = topics_named(self.lines, self.follows, said, now)
        used = in_use(self.places(), said, now) | self.crews.worked_on
        return used | self.glossary.in_use(topics)

    def _renewed(self, body: Body, now: int) -> list[Effect]:
        assert not isinstance(body, AddedBody), "no register"
        if body.rev == MAX_REVISION:
            return []
        again = body.model_copy(update={"rev": body.rev + 1})
        return self._shared(self._signed(again, now, MAX_LIFE))

    def _to_judge(self, now: int) -> list[str]:
        """Where a standing may be another: the authors of whom it isn't certain that they count."""
        before, self._judged_by = self._judged_by, self.membership.edition(now)
        if self._judged_by == before:
            return []
        if self._judged_by[0] is not before[0]:
            self._doubtful = self._room.authors()
        self._doubtful.discard(self.person)
        return list(self._doubtful)

    def _uncounted(self, author: str, now: int) -> list[Held]:
        """The records of an author that count no more; of a removed person something may stay."""
        standing = self.membership.standing(author, now)
        if standing is not Standing.PROVISIONAL:
            self._doubtful.discard(author)
        if standing is not Standing.STRANGER:
            return []
        return [each for each in self._of(author) if not self._counts(each, now)]

    def _over(self) -> list[Held]:
        """What goes since two rows are one now, some at a time: else what comes makes room."""
        gone: list[Held] = []
        while len(gone) < OVER_AT_ONCE and (name := self._room.overfull()) is not None:
            gone.append(self._live[name])
            self._drop(gone[-1])
        return gone

    def _counts(self, header: Header | Held, now: int) -> bool:
        """Whether its author may say this: a member, or who was one when it was said.

        What a removed person is and where they are goes with them; what they made stays.
        """
        last = self.membership.last_word(header.author, header.device)
        if last is not None:
            return header.kind not in _OF_THE_PERSON and header.seq <= last
        return self.membership.standing(header.author, now) is not Standing.STRANGER

    def _is_news(self, record: Record) -> bool:
        """Whether this node can't have written a record of its own device."""
        seq, device = record.header.seq, self.device.id
        twin = self.numbers.at(device, seq)
        return seq > self.heads.get(device, 0) or (twin is not None and twin.hash != record.hash)
