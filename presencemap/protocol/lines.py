"""Lines: the posts of each author, on each topic and of questions on some, as they were said.

An index over what the replica holds, kept as records come and go. Which posts still stand, and who
sees them, is not its matter.
"""

import json
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Final

from presencemap.domain.post import PostKind
from presencemap.domain.topic import topics_in
from presencemap.protocol.shelf import Held
from presencemap.protocol.signing import SIGNATURE_BYTES

READ_AT_ONCE: Final = 500
"""Posts whose topics are read in a row: some ms."""

QUESTIONS: Final = "?"
"""The key of the line of all questions that are on a topic."""

_TAG: Final = b"#"

Rank = tuple[int, bytes]


def rank(held: Held) -> Rank:
    """The later was said later; the hash decides between two of one moment."""
    return held.at, held.hash


class Line:
    """Some posts, put in order when somebody first asks for it."""

    __slots__ = ("_ordered", "_posts")

    def __init__(self) -> None:
        self._posts: list[Held] = []
        self._ordered = False

    def __bool__(self) -> bool:
        return bool(self._posts)

    def put(self, held: Held) -> None:
        """Add a post that isn't there."""
        if self._ordered:
            insort(self._posts, held, key=rank)
        else:
            self._posts.append(held)

    def take_off(self, held: Held) -> None:
        """Take a post out that is there."""
        del self._order()[bisect_left(self._posts, rank(held), key=rank)]

    def newest(self, before: Rank | None) -> Iterator[Held]:
        """Those of a lower rank, or all; the newest first."""
        posts = self._order()
        end = len(posts) if before is None else bisect_left(posts, before, key=rank)
        return (posts[at] for at in range(end - 1, -1, -1))

    def _order(self) -> list[Held]:
        if not self._ordered:
            self._posts.sort(key=rank)
            self._ordered = True
        return self._posts


class Lines:
    """A line for each person, by id, for each ``#topic``, and for ``QUESTIONS``.

    A post is held unread: whose it is, is known at once; what it is on, once ``read`` came to it.
    """

    def __init__(self) -> None:
        self._lines: defaultdict[str, Line] = defaultdict(Line)
        self._unread: dict[bytes, Held] = {}

    def put(self, held: Held) -> None:
        """A record is held."""
        if held.post is None:
            return
        self._lines[held.author].put(held)
        if _TAG in held.data:
            self._unread[held.hash] = held

    def take_off(self, held: Held) -> None:
        """It is no more."""
        if held.post is None:
            return
        unread = self._unread.pop(held.hash, None)
        for key in (held.author, *(() if unread else _topics_of(held))):
            self._lines[key].take_off(held)
            if not self._lines[key]:
                del self._lines[key]

    def read(self) -> bool:
        """Find out what some are on, those that came last first; whether more are left."""
        for _ in range(min(READ_AT_ONCE, len(self._unread))):
            _, held = self._unread.popitem()
            for topic in _topics_of(held):
                self._lines[topic].put(held)
        return bool(self._unread)

    @property
    def topics(self) -> list[str]:
        """Those that posts which were read are on, without their signs."""
        return [key[1:] for key in self._lines if key[0] == "#"]

    @property
    def is_read(self) -> bool:
        """Whether it is known of all what they are on."""
        return not self._unread

    def newest(self, keys: Iterable[str], before: Rank | None) -> Iterator[Held]:
        """The posts of these people and on these topics, each once, the newest first."""
        self.read()
        found = [self._lines[key].newest(before) for key in keys if key in self._lines]
        last: Held | None = None
        for held in merge(*found, key=rank, reverse=True):
            if held is not last:
                yield held
            last = held


def _topics_of(held: Held) -> list[str]:
    """The lines that a post is on for what it says, read without a record's checks: once is enough.

    Who writes the sign in JSON's other way names no topic.
    """
    if _TAG not in held.data:
        return []
    body = json.loads(held.data[2 + int.from_bytes(held.data[:2]) + SIGNATURE_BYTES :])
    found = [f"#{topic}" for topic in topics_in(body["text"])]
    return [*found, QUESTIONS] if found and body["kind"] == PostKind.QUESTION else found
