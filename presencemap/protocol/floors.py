"""The plans of floors, and their pictures: which are wanted, fetched piece by piece, handed on.

A picture is a blob, known by its hash. One piece is under way at a time, of one blob, over one
link, so that nothing else waits for it and memory holds one blob at most. What came is believed
when its hash is the one that was asked for. Where blobs rest is the store's matter.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from presencemap.domain.errors import PeerError
from presencemap.domain.floor_plan import FloorPlan, Image
from presencemap.protocol.bodies import floor_plan_of
from presencemap.protocol.codec import (
    PIECE,
    Summary,
    Want,
    message_frame,
    piece_frame,
    split_piece,
)
from presencemap.protocol.effects import (
    Effect,
    EraseBlobs,
    SaveBlob,
    Send,
    SendPiece,
    TellPicture,
)
from presencemap.protocol.floor_plan import FloorPlanBody
from presencemap.protocol.replica import Replica
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import digest

SOURCE: Final = "floor_plan"
ANSWER_WITHIN: Final = 10_000
"""Ms that a piece may take; then another link is asked."""
WHOLE_WITHIN: Final = 120_000
"""Ms that all pieces may take: who answers each at the last moment holds up the others."""
AGAIN_AFTER: Final = 60_000
"""Ms after which who didn't have a blob is asked again."""
NEVER: Final = 1 << 62
RECORDS_FIRST: Final = 60_000
"""Ms that pictures wait for records; then they come beside them, whatever is said to come."""
MAX_OF_AUTHOR: Final = 16 << 20
MAX_IN_ALL: Final = 64 << 20
"""Bytes of blobs that one person's plans may keep here, and those of all others together."""


@dataclass(slots=True)
class _Fetch:
    """A blob on its way, as far as it came; ``since``: when the next piece was asked for."""

    link: str
    image: Image
    began: int
    since: int
    data: bytearray = field(default_factory=bytearray)

    @property
    def piece(self) -> int:
        return len(self.data) // PIECE

    @property
    def expected(self) -> int:
        return min(PIECE, self.image.size - len(self.data))

    def asked(self) -> Send:
        """The question for the next piece."""
        image = self.image
        want = Want(blob=image.hash, size=image.size, piece=self.piece)
        return Send(self.link, message_frame(want))


class Floors:
    """The floor plans of one node. ``held``: the blobs that the store has, with their sizes."""

    def __init__(self, replica: Replica) -> None:
        self.held: dict[str, int] = {}
        self._replica = replica
        self._wanted: dict[Image, str] = {}
        """By whom each is wanted: who signed the plan."""
        self._edition: Summary | None = None
        self._fetch: _Fetch | None = None
        self._spared: dict[tuple[str, str], int] = {}
        """Until when a link isn't asked for a blob."""
        self._turns: dict[str | Image, int] = {}
        """When an author's pictures had their last turn, and each picture."""
        self._drawn: dict[bytes, FloorPlan] = {}
        """Plans by their records: a full one takes a third of a ms to read."""
        self._busy_since: int | None = None

    def plans(self) -> tuple[FloorPlan, ...]:
        """The plans that there are."""
        before, self._drawn = self._drawn, {}
        for held in self._replica.shelves.held_in(SOURCE):
            self._drawn[held.hash] = before.get(held.hash) or _drawn(held)
        return tuple(plan for plan in self._drawn.values() if plan)

    def plan(self, floor: str) -> FloorPlan | None:
        """The plan of a floor."""
        record = self._replica.register(SOURCE, floor)
        body = record.body if record else None
        return floor_plan_of(body) if isinstance(body, FloorPlanBody) else None

    def has(self, image: Image) -> bool:
        """Whether a picture is here."""
        return self.held.get(image.hash) == image.size

    def keep(self, data: bytes) -> SaveBlob:
        """Keep a picture of ours; the plan that names it is shared in the same commit."""
        image = image_of(data)
        self.held[image.hash] = image.size
        return SaveBlob(image.hash, data)

    def answer(self, link: str, want: Want) -> list[Effect]:
        """A piece that was asked for, or that it isn't here."""
        size = min(PIECE, want.size - want.piece * PIECE)
        if self.has(Image(want.blob, want.size)) and size > 0:
            return [SendPiece(link, want.blob, want.piece, size)]
        return [Send(link, piece_frame(want.blob, want.piece, b""))]

    def asked_for(self, link: str, payload: bytes) -> bool:
        """Whether a piece is the one that this link was asked for.

        Raises:
            PeerError: no piece at all.
        """
        blob, piece, _ = split_piece(payload)
        fetch = self._fetch
        return fetch is not None and (link, blob, piece) == (
            fetch.link,
            fetch.image.hash,
            fetch.piece,
        )

    def take(self, link: str, payload: bytes, now: int) -> list[Effect]:
        """A piece; an answer to nothing (it came too late) is passed over.

        Raises:
            PeerError: not what was asked for; that link isn't asked for it again.
        """
        fetch = self._fetch
        if fetch is None or not self.asked_for(link, payload):
            return []
        _, _, data = split_piece(payload)
        if not data:
            return self._give_up(fetch, now + AGAIN_AFTER)
        if len(data) != fetch.expected:
            self._give_up(fetch, NEVER)
            raise PeerError("a piece of a picture that is too short or too long")
        fetch.data += data
        if fetch.expected:
            fetch.since = now
            return [fetch.asked()]
        whole = bytes(fetch.data)
        if image_of(whole) != fetch.image:
            self._give_up(fetch, NEVER)
            raise PeerError("a picture that isn't the one it was asked for")
        self._fetch = None
        self.held[fetch.image.hash] = fetch.image.size
        return [SaveBlob(fetch.image.hash, whole), *self._made_way(), TellPicture()]

    def tick(self, links: Sequence[str], now: int, *, busy: bool = False) -> list[Effect]:
        """Let go of what no plan names any more; ask for what is lacking, when nothing else is.

        ``busy``: whether records are on their way.
        """
        effects: list[Effect] = []
        self._busy_since = (self._busy_since or now) if busy else None
        waits = busy and 0 <= now - (self._busy_since or now) < RECORDS_FIRST
        if (edition := self._replica.shelves.summary(SOURCE)) != self._edition:
            self._edition = edition
            effects = self._recounted()
        fetch = self._fetch
        if fetch is not None and not (
            0 <= now - fetch.since < ANSWER_WITHIN and now - fetch.began < WHOLE_WITHIN
        ):
            self._give_up(fetch, now + AGAIN_AFTER)
        self._spared = {key: until for key, until in self._spared.items() if until > now}
        return effects if waits or self._fetch is not None else effects + self._next(links, now)

    def forget(self, link: str) -> None:
        """A link is gone; what was on its way over it, another has too."""
        self._spared = {key: until for key, until in self._spared.items() if key[0] != link}
        if self._fetch is not None and self._fetch.link == link:
            self._fetch = None

    def _next(self, links: Sequence[str], now: int) -> list[Effect]:
        """In turns by author, so that nobody's pictures wait for all those of another."""
        taken = self._taken()
        for image in sorted(self._wanted, key=self._turn):
            free = [link for link in links if (link, image.hash) not in self._spared]
            if free and not self.has(image) and self._has_room(image, taken):
                self._turns[self._wanted[image]] = self._turns[image] = now
                self._fetch = _Fetch(free[0], image, now, now)
                return [self._fetch.asked()]
        return []

    def _turn(self, image: Image) -> tuple[int, int, int]:
        turns = self._turns
        return turns.get(self._wanted[image], 0), turns.get(image, 0), image.size

    def _give_up(self, fetch: _Fetch, until: int) -> list[Effect]:
        self._spared[fetch.link, fetch.image.hash] = until
        self._fetch = None
        return []

    def _taken(self) -> Counter[str]:
        """Bytes of others' pictures that are here, by whom they are wanted."""
        taken: Counter[str] = Counter()
        for image, author in self._wanted.items():
            if author != self._replica.person and self.has(image):
                taken[author] += image.size
        return taken

    def _has_room(self, image: Image, taken: Counter[str]) -> bool:
        """Whether it fits, or who has most here still has as much without what makes way for it."""
        author = self._wanted[image]
        if author == self._replica.person or taken.total() + image.size <= MAX_IN_ALL:
            return True
        return max(taken.values()) - image.size >= taken[author] + image.size

    def _made_way(self) -> list[Effect]:
        """Let go of the last pictures of who has most here, until the others fit."""
        gone: list[str] = []
        while (taken := self._taken()).total() > MAX_IN_ALL:
            most = max(taken, key=lambda author: (taken[author], author))
            theirs = (i for i in reversed(self._wanted) if self._wanted[i] == most)
            last = next(image for image in theirs if self.has(image))
            del self.held[last.hash]
            gone.append(last.hash)
        return [EraseBlobs(tuple(gone))] if gone else []

    def _recounted(self) -> list[Effect]:
        """What is wanted by the plans as they are, as they were signed.

        One that several name counts as mine, or as that of who names the least: nobody makes
        another's picture their own to have it go with theirs.
        """
        me = self._replica.person
        said = [(h, Image(b.image.hash, b.image.size)) for h, b in self._said() if b.image]
        named: Counter[str] = Counter()
        for held, image in said:
            named[held.author] += image.size
        taken: Counter[str] = Counter()
        wanted: dict[Image, str] = {}
        for held, image in sorted(
            said,
            key=lambda s: (s[0].author != me, named[s[0].author], s[0].author, s[0].at, s[0].hash),
        ):
            of_author = taken[held.author] + image.size
            if of_author > MAX_OF_AUTHOR or image in wanted:
                continue
            wanted[image] = held.author
            taken[held.author] = of_author
        self._wanted = wanted
        known = {*wanted, *wanted.values()}
        self._turns = {each: at for each, at in self._turns.items() if each in known}
        if self._fetch is not None and self._fetch.image not in wanted:
            self._fetch = None
        gone = tuple(b for b, size in self.held.items() if Image(b, size) not in wanted)
        for blob in gone:
            del self.held[blob]
        return [EraseBlobs(gone)] if gone else []

    def _said(self) -> Iterator[tuple[Held, FloorPlanBody]]:
        """What is held of plans."""
        held = ((h, h.record.body) for h in self._replica.shelves.held_in(SOURCE))
        return ((h, body) for h, body in held if isinstance(body, FloorPlanBody))


def _drawn(held: Held) -> FloorPlan:
    body = held.record.body
    assert isinstance(body, FloorPlanBody), "held as a plan"
    return floor_plan_of(body)


def image_of(data: bytes) -> Image:
    """What a picture is known by."""
    return Image(digest(data).hex(), len(data))
