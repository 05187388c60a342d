"""Catching up: digests, listings and fetches over a link, one question at a time.

A page of one source is asked for after the other, what matters most first: the log, statuses,
profiles, places, then posts from the newest day back.

A node sends its digest when the other side has subscribed to its feed: what came before is in the
digest, what comes after comes over the feed, so nothing falls between. The membership log goes
first, since records count only by it.
"""

from dataclasses import dataclass, field
from typing import Final, assert_never

from presencemap.domain.errors import PeerError
from presencemap.protocol.codec import (
    DIGEST_PAGE,
    LOG,
    PAGE,
    STATEMENTS_PAGE,
    Compare,
    Digest,
    Fetch,
    Fetched,
    FrameType,
    Listing,
    Query,
    Statements,
    Summary,
    message_frame,
    parsed,
    record_frames,
    split_records,
)
from presencemap.protocol.effects import Effect, Send, TellNotes
from presencemap.protocol.fetches import ANOTHER_WITHIN, Fetches
from presencemap.protocol.handshake import names_of, packed_statements
from presencemap.protocol.membership import Membership
from presencemap.protocol.record import DAY, REGISTERS_COMPARED, day
from presencemap.protocol.replica import Replica
from presencemap.protocol.signing import digest
from presencemap.protocol.statement import Statement

TOP: Final = (1 << 52) - 1
MAX_WAITING: Final = 256
"""Sources that a peer may keep us asking about: far fewer have days that anything is held of. All
are looked at for each question, so more would cost more than is paid for an answer."""
ANSWER_WITHIN: Final = 20_000
"""How long a question may keep the next one waiting: it, or its answer, may be lost on the way."""
MAX_UNANSWERED: Final = 4
"""Questions in a row without an answer until the next digest is waited for."""
MAX_SHORT: Final = 3
"""Fetches in a row of which less than half came, until each is a fault: it lists and doesn't give.
What was replaced since it was listed is no more than that."""


_FIRST: Final = {source: turn for turn, source in enumerate((LOG, *REGISTERS_COMPARED))}


@dataclass(slots=True)
class Dialogue:
    """What is asked of one link: the sources to go on with, each below which cursor.

    ``theirs``: what the other side said to hold of the sources that wait; ``paused``: until when
    one of these waits for what comes from another link.
    """

    waiting: dict[str, int] = field(default_factory=dict)
    paused: dict[str, int] = field(default_factory=dict)
    theirs: dict[str, Summary] = field(default_factory=dict)
    asked: str | None = None
    below: int = TOP
    more_below: int | None = None
    since: int = 0
    unanswered: int = 0
    fetched: int = 0
    """How many were fetched; 0 while a listing is what is asked for."""
    awaited: set[bytes] = field(default_factory=set)
    """What was fetched and hasn't come yet, by hash."""


class Sync:
    """The dialogues of one node with those of its links that are asked something."""

    def __init__(self, replica: Replica, membership: Membership) -> None:
        self._replica = replica
        self._membership = membership
        self._dialogues: dict[str, Dialogue] = {}
        self._fetches = Fetches()
        self._short: dict[str, int] = {}
        """How often in a row a link gave less than half of what it listed."""

    @property
    def is_asking(self) -> bool:
        """Whether something is asked of somebody."""
        return bool(self._dialogues)

    @property
    def is_fetching(self) -> bool:
        """Whether something was fetched that hasn't come yet."""
        return any(dialogue.awaited for dialogue in self._dialogues.values())

    def summarise(self, link: str) -> list[Effect]:
        """Tell a link what this node holds."""
        sources = [self._log_summary(), *self._replica.shelves.sources()]
        starts = range(0, len(sources), DIGEST_PAGE)
        pages = (sources[at : at + DIGEST_PAGE] for at in starts)
        return [Send(link, message_frame(Digest(sources=tuple(page)))) for page in pages]

    def inquire(self, link: str, source: str, now: int) -> list[Effect]:
        """Ask a link what it holds of a source that something is missing of."""
        dialogue = self._dialogues.setdefault(link, Dialogue())
        if source in dialogue.waiting or len(dialogue.waiting) < MAX_WAITING:
            dialogue.waiting[source] = TOP
            dialogue.paused.pop(source, None)
            dialogue.theirs.pop(source, None)
        return self._next(link, dialogue, now)

    def tick(self, now: int) -> list[Effect]:
        """Ask again what wasn't answered: either may have been dropped, in a flood even here."""
        self._fetches.tick(now)
        return [e for link, d in [*self._dialogues.items()] for e in self._patient(link, d, now)]

    def _patient(self, link: str, dialogue: Dialogue, now: int) -> list[Effect]:
        source = dialogue.asked
        if source is None:
            return self._next(link, dialogue, now)
        if 0 <= now - dialogue.since < ANSWER_WITHIN:
            return []
        dialogue.asked = None
        dialogue.unanswered += 1
        if dialogue.unanswered == MAX_UNANSWERED:
            del self._dialogues[link]
            return []
        dialogue.waiting.setdefault(source, dialogue.below)
        return self._next(link, dialogue, now, source)

    def inquire_live(self, link: str, now: int) -> list[Effect]:
        """Ask a link for whatever was said of late: something of it didn't come."""
        return [e for source in live_sources(now) for e in self.inquire(link, source, now)]

    def left(self) -> int:
        """How many records are still to come, as far as the best informed peer said."""
        counts = [
            sum(map(self._left, dialogue.theirs.values())) for dialogue in self._dialogues.values()
        ]
        return max(counts, default=0)

    def asked_for(self, link: str, frame_type: FrameType, payload: bytes) -> bool:
        """Whether a frame is what was fetched from this link; each name is awaited once."""
        match frame_type:
            case FrameType.RECORDS:
                names = [digest(data, size=16) for data in split_records(payload)]
            case FrameType.STATEMENTS:
                names = names_of(parsed(Statements, payload).items)
            case _:
                return False
        dialogue = self._dialogues.get(link)
        if dialogue is None or not dialogue.awaited.issuperset(names):
            return False
        dialogue.awaited.difference_update(names)
        self._fetches.came(names)
        return True

    def forget(self, link: str) -> None:
        """A link is gone; what was asked of it, the next digest brings up again."""
        self._dialogues.pop(link, None)
        self._short.pop(link, None)
        self._fetches.forget(link)

    def answer(self, link: str, query: Query, now: int) -> list[Effect]:
        """A message about what either side holds.

        Raises:
            PeerError: a listing of something else than what was asked, or of what isn't given.
        """
        match query:
            case Digest(sources=summaries):
                lacking = {s.source: s for s in summaries if self._lacks(s)}
                turns = sorted(lacking, key=_turn)
                effects = self._told([n for s in summaries for n in self._shared(s)])
                effects += [e for source in turns for e in self.inquire(link, source, now)]
                if lacking:
                    asking = self._dialogues[link]
                    known = {asking.asked, *asking.waiting}
                    asking.theirs |= {s: what for s, what in lacking.items() if s in known}
                return effects
            case Compare(source=source, below=below):
                return [Send(link, message_frame(self._listing(source, below)))]
            case Listing():
                return self._listed(link, query, now)
            case Fetch(source=source, hashes=hashes):
                names = [bytes.fromhex(name) for name in dict.fromkeys(hashes)]
                frames = [*self._held(source, names), message_frame(Fetched(source=source))]
                return [Send(link, data) for data in frames]
            case Fetched(source=source):
                return self._fetched(link, source, now)
            case _:
                assert_never(query)

    def _log_summary(self) -> Summary:
        return Summary(source=LOG, count=len(self._membership), xor=f"{self._membership.xor:032x}")

    def _left(self, theirs: Summary) -> int:
        ours = self._replica.shelves.summary(theirs.source).count
        return 0 if theirs.source == LOG else max(0, theirs.count - ours)

    def _lacks(self, theirs: Summary) -> bool:
        """Whether a peer's summary differs from ours and isn't just empty."""
        ours = (
            self._log_summary()
            if theirs.source == LOG
            else self._replica.shelves.summary(theirs.source)
        )
        return theirs.count > 0 and theirs != ours

    def _listing(self, source: str, below: int) -> Listing:
        if source == LOG:
            hashes = self._membership.hashes[:below]
            start = max(0, len(hashes) - PAGE)
            entries = [*enumerate(hashes[start:], start)][::-1]
            more = start > 0
        else:
            entries, more = self._replica.shelves.listing(source, below)
        shown = tuple((seq, name.hex()) for seq, name in entries)
        return Listing(source=source, entries=shown, more=more)

    def _listed(self, link: str, listing: Listing, now: int) -> list[Effect]:
        dialogue = self._asked(link, listing.source)
        if dialogue is None or dialogue.fetched:
            return []
        numbers = [dialogue.below - 1, *(number for number, _ in listing.entries)]
        if numbers != sorted(numbers, reverse=True):
            raise PeerError("a listing that isn't of what was asked")
        dialogue.more_below = numbers[-1] if listing.more and listing.entries else None
        names = [bytes.fromhex(name) for _, name in listing.entries]
        told = self._told(names)
        missing = [name for name in names if not self._has(listing.source, name)]
        wanted = [name for name in missing if self._fetches.wanted(link, name)]
        if len(wanted) < len(missing):
            # Of the rest it isn't sure that it comes: this page is looked at once more.
            dialogue.more_below = dialogue.below
            dialogue.paused[listing.source] = now + ANOTHER_WITHIN
        if not wanted:
            return [*told, *self._go_on(link, dialogue, now)]
        dialogue.since = now
        dialogue.fetched, dialogue.awaited = len(wanted), set(wanted)
        self._fetches.began(link, wanted, now)
        hashes = tuple(name.hex() for name in wanted)
        return [*told, Send(link, message_frame(Fetch(source=listing.source, hashes=hashes)))]

    def _fetched(self, link: str, source: str, now: int) -> list[Effect]:
        """All has come that comes; what hasn't is asked of others, who waited for it."""
        dialogue = self._asked(link, source)
        if dialogue is None or not dialogue.fetched:
            return []
        kept_back, dialogue.awaited = dialogue.awaited, set()
        short = 2 * len(kept_back) > dialogue.fetched
        self._short[link] = self._short.get(link, 0) + 1 if short else 0
        self._fetches.failed(link, kept_back, now)
        waited = [
            (name, other)
            for name, other in self._dialogues.items()
            if kept_back and other is not dialogue and other.paused.pop(source, 0)
        ]
        if self._short[link] > MAX_SHORT:
            dialogue.asked = None
            raise PeerError("lists what it doesn't give")
        others = [e for name, other in waited for e in self._next(name, other, now)]
        return [*others, *self._go_on(link, dialogue, now)]

    def _shared(self, theirs: Summary) -> list[bytes]:
        """Those of my notes nobody is known to hold that a peer holds who has all that we have."""
        alone = self._replica.notes.alone.values()
        mine = [held.hash for held in alone if held.source == theirs.source]
        return mine if mine and theirs == self._replica.shelves.summary(theirs.source) else []

    def _told(self, names: list[bytes]) -> list[Effect]:
        return [TellNotes()] if self._replica.notes.carried(names) else []

    def _has(self, source: str, name: bytes) -> bool:
        return name in self._membership if source == LOG else bool(self._replica.get(source, name))

    def _held(self, source: str, names: list[bytes]) -> list[bytes]:
        """The frames of what was fetched, as far as this node still has it."""
        if source == LOG:
            found = [s for s in map(self._membership.get, names) if s is not None]
            return statement_frames(found)
        records = (self._replica.get(source, name) for name in names)
        return record_frames(record for record in records if record is not None)

    def _asked(self, link: str, source: str) -> Dialogue | None:
        """The dialogue that an answer belongs to; None if it comes too late (after a sleep)."""
        dialogue = self._dialogues.get(link)
        if dialogue is None or dialogue.asked != source:
            return None
        dialogue.unanswered = 0
        return dialogue

    def _go_on(self, link: str, dialogue: Dialogue, now: int) -> list[Effect]:
        """The next page of the same source waits like the others; what matters more goes first."""
        source, dialogue.asked = dialogue.asked, None
        if source is not None and dialogue.more_below is not None:
            dialogue.waiting.setdefault(source, dialogue.more_below)
        elif source is not None and source not in dialogue.waiting:
            dialogue.theirs.pop(source, None)
        return self._next(link, dialogue, now)

    def _next(self, link: str, dialogue: Dialogue, now: int, given_up: str = "") -> list[Effect]:
        if dialogue.asked is not None:
            return []
        for source in sorted(dialogue.waiting, key=lambda s: (s == given_up, _turn(s))):
            told = dialogue.theirs.get(source)
            if told is not None and not self._lacks(told):
                # It came from others meanwhile.
                del dialogue.waiting[source], dialogue.theirs[source]
            elif not 0 < dialogue.paused.get(source, now) - now <= ANOTHER_WITHIN:
                return self._ask(link, dialogue, source, dialogue.waiting.pop(source), now)
        if not dialogue.waiting:
            # At rest it costs no tick anything: most links are, nearly always.
            self._dialogues.pop(link, None)
        return []

    @staticmethod
    def _ask(link: str, dialogue: Dialogue, source: str, below: int, now: int) -> list[Effect]:
        dialogue.asked, dialogue.below, dialogue.since = source, below, now
        dialogue.more_below, dialogue.fetched, dialogue.awaited = None, 0, set()
        dialogue.paused.pop(source, None)
        return [Send(link, message_frame(Compare(source=source, below=below)))]


def statement_frames(statements: list[Statement]) -> list[bytes]:
    """``Statements`` frames, as many as are needed."""
    pages = (
        statements[at : at + STATEMENTS_PAGE] for at in range(0, len(statements), STATEMENTS_PAGE)
    )
    return [message_frame(Statements(items=packed_statements(page))) for page in pages]


def live_sources(now: int) -> tuple[str, ...]:
    """Where a record that was just said may be."""
    return (*REGISTERS_COMPARED, day(now), day(max(now - DAY, 0)))


def _turn(source: str) -> tuple[int, int]:
    """What is asked about first: the log, what holds now, then one day after the other, back."""
    if source in _FIRST:
        return _FIRST[source], 0
    return len(_FIRST), -int(source.removeprefix("day "))
