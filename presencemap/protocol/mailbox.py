"""The mailbox: the notes between this node's person and others, opened; and how far mine have come.

A note is a record that any node keeps and hands on; whose person it is for opens it, and says so by
a receipt. That a colleague has one of mine is taken as so when their node lists it. What is
opened is held in memory alone.
"""

import secrets
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from presencemap.domain.errors import NotFound, Refused
from presencemap.domain.note import Delivery, Introduction, Note
from presencemap.domain.wrong import Wrong
from presencemap.protocol.effects import Effect, TellNotes
from presencemap.protocol.letter import Introduced, Letter, NoteBody, letter_of
from presencemap.protocol.receipts import Receipts
from presencemap.protocol.record import MAX_LIFE, RETRACT_MARGIN, RetractBody
from presencemap.protocol.replica import Replica
from presencemap.protocol.seals import Seals
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import Signer
from presencemap.protocol.sync import Sync

OPENED: Final = 1_000
"""Notes that are tried at once: each takes some 10 µs, and there may be many at the start."""
_THREE: Final = 3
ASK_AFTER: Final = 2_000
ASK_AGAIN: Final = 15_000
"""Ms after which a colleague is asked whether they have a note of mine, and asked again."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A letter between me and ``person``."""

    held: Held
    person: str
    mine: bool
    letter: Letter


class Mailbox:
    """The letters of one person. Ids of notes are the hashes of their records, in hex."""

    def __init__(self, replica: Replica, sync: Sync, person: Signer) -> None:
        self._replica = replica
        self._sync = sync
        self._me = person.id
        self._seals = Seals(person)
        self._opened: dict[bytes, Opened] = {}
        self._index = replica.notes
        self._receipts = Receipts(replica, self._seals, person.id)
        self._asked = 0
        self._lost = False
        """Whether letters went since that was last told."""

    def write(self, person: str, text: str, now: int) -> list[Effect]:
        """Send a note.

        Raises:
            Refused: to myself.
        """
        if person == self._me:
            raise Refused("That is you; a note goes to a colleague.", Wrong.NOTE_TO_SELF)
        return self._send(person, Letter(author=self._me, text=text), now)

    def introduce(self, one: str, other: str, topic: str, text: str, now: int) -> list[Effect]:
        """Bring two people together: a note to each, which says of the other.

        Raises:
            Refused: the two are one, or I am one of them.
        """
        if len({one, other, self._me}) < _THREE:
            raise Refused(
                "An introduction is of two colleagues, not of oneself.",
                Wrong.INTRODUCED_SELF,
            )
        name = secrets.token_bytes(16).hex()
        effects: list[Effect] = []
        for person, to in ((one, other), (other, one)):
            told = Introduced(id=name, person=to, topic=topic)
            letter = Letter(author=self._me, text=text, introduces=told)
            effects += self._send(person, letter, now)
        return effects

    def decline(self, note: str, now: int) -> list[Effect]:
        """Say no to an introduction, to who made it and to the other one.

        Raises:
            NotFound: that note isn't one to me, or is none.
        """
        found = self.opened(bytes.fromhex(note))
        told = found.letter.introduces if found is not None and not found.mine else None
        if found is None or told is None:
            raise NotFound(
                "There is no introduction with that id; see: presencemap notes",
                Wrong.INTRODUCTION_UNKNOWN,
            )
        letter = Letter(author=self._me, declines=told.id)
        return [e for p in (found.person, told.person) for e in self._send(p, letter, now)]

    def take_back(self, note: str, now: int) -> list[Effect]:
        """End a note of mine on every computer, also theirs.

        Raises:
            NotFound: there is none of mine with that id.
        """
        found = self.opened(bytes.fromhex(note))
        if found is None or not found.mine or not found.letter.text:
            raise NotFound(
                "There is no note of yours with that id; see: presencemap notes", Wrong.NOTE_UNKNOWN
            )
        body = RetractBody(targets=(note,), device=None, upto=0)
        ends = found.held.at + found.held.life
        return [*self._replica.post(body, now, ends - now + RETRACT_MARGIN), TellNotes()]

    def has_written(self, person: str) -> bool:
        """Whether a note of mine to that person is here."""
        return any(each.mine and each.person == person for each in self._opened.values())

    def opened(self, name: bytes) -> Opened | None:
        """The letter of that hash, if it is mine or to me."""
        if name not in self._opened and (held := self._replica.find(name)) is not None:
            self._open(held)
        return self._opened.get(name)

    def notes(self, person: str | None = None) -> list[Note]:
        """The notes with that person, or all, in the order in which they were written."""
        more = True
        while more:
            more = self._look(OPENED)
        declined: defaultdict[str, set[str]] = defaultdict(set)
        for each in self._opened.values():
            if each.letter.declines is not None:
                declined[each.letter.declines].add(each.letter.author)
        found = [
            self._note(each, declined)
            for each in self._opened.values()
            if each.letter.text and person in {None, each.person}
        ]
        return sorted(found, key=lambda note: (note.at, note.id))

    def note(self, note: str) -> Note | None:
        """One note, unless it is gone."""
        return next((each for each in self.notes() if each.id == note), None)

    def waiting(self) -> int:
        """How many of mine nobody else is known to hold, and nobody confirmed."""
        alone = map(self.opened, self._replica.notes.alone)
        return sum(
            not self._receipts.confirms(each.person, each.held)
            for each in alone
            if each is not None and each.letter.text
        )

    def tick(self, links: Sequence[str], now: int, *, confirms: bool) -> list[Effect]:
        """Open what came, and confirm it; ask whether mine are with anybody yet."""
        effects = [] if self._look(OPENED) or not confirms else self._receipts.due(now)
        effects += [TellNotes()] if self._lost else []
        self._lost = False
        late = {
            held.source
            for held in self._replica.notes.alone.values()
            if not 0 <= now - held.at < ASK_AFTER
        }
        if links and late and not 0 <= now - self._asked < ASK_AGAIN:
            self._asked = now
            asked = links[now // ASK_AGAIN % len(links)]
            for source in late:
                effects += self._sync.inquire(asked, source, now)
        return effects

    def _look(self, most: int) -> bool:
        """Open what came, let go of what went; whether there may be more."""
        notes = self._replica.notes
        if notes is not self._index:
            # All that is held was read anew, and may be less.
            self._index, self._lost = notes, self._lost or bool(self._opened)
            self._opened.clear()
            self._receipts = Receipts(self._replica, self._seals, self._me)
        came, gone = notes.news(most)
        for name in gone:
            lost = self._opened.pop(name, None)
            self._lost |= lost is not None
            if lost is not None and not lost.mine:
                self._receipts.take_off(lost.held)
        for held in came:
            self._open(held)
        self._receipts.look_again(notes.receipts())
        return len(came) == most

    def _open(self, held: Held) -> None:
        body = held.record.body
        if not isinstance(body, NoteBody):
            return
        found = self._seals.opened(held.author, body.sealed, body.stub)
        letter = letter_of(found[1], held.author) if found is not None else None
        if found is None or letter is None:
            return
        mine = held.author == self._me
        self._opened[held.hash] = Opened(held, found[0], mine, letter)
        if letter.text and not mine:
            self._receipts.put(held)

    def _send(self, person: str, letter: Letter, now: int) -> list[Effect]:
        sealed, stub = self._seals.sealed(letter.packed(), person)
        return self._replica.post(NoteBody(sealed=sealed, stub=stub), now, MAX_LIFE)

    def _note(self, opened: Opened, declined: Mapping[str, set[str]]) -> Note:
        name = opened.held.hash.hex()
        told, between = opened.letter.introduces, None
        if told is not None:
            nos = frozenset(declined.get(told.id, ())) & {opened.person, told.person, self._me}
            between = Introduction(told.id, told.person, told.topic, nos)
        where = Delivery.DELIVERED
        if opened.mine and not self._receipts.confirms(opened.person, opened.held):
            alone = opened.held.hash in self._replica.notes.alone
            where = Delivery.WAITING if alone else Delivery.CARRIED
        said = opened.letter.text
        return Note(name, opened.person, opened.mine, opened.held.at, said, where, between)
