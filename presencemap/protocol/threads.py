"""Threads: the versions of each post, and what is about it.

An index over what the replica holds, kept as records come and go, and which of it changed since
that was asked; judges nothing.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from presencemap.protocol.shelf import Held

_WHOLE: Final = 32
"""Letters of an id in hex."""

MANY: Final = 500
"""Posts that changed at once: more of them aren't told one by one."""


class Threads:
    """Ids in, records out as they are held. An id is its author's: nobody edits another's post."""

    def __init__(self) -> None:
        self._posts: defaultdict[bytes, dict[bytes, Held]] = defaultdict(dict)
        self._about: defaultdict[bytes, dict[bytes, Held]] = defaultdict(dict)
        self._changed: set[bytes] = set()

    def put(self, held: Held) -> None:
        """A post or a reaction is held."""
        if held.post is not None:
            self._posts[held.post][held.hash] = held
        if held.about is not None:
            self._about[held.about][held.hash] = held
        self._note(held)

    def take_off(self, held: Held) -> None:
        """It is no more."""
        for index, key in ((self._posts, held.post), (self._about, held.about)):
            if key is not None:
                del index[key][held.hash]
                if not index[key]:
                    del index[key]
        self._note(held)

    def news(self) -> frozenset[bytes] | None:
        """The posts that came, went, or have something else about them; None for too many."""
        changed, self._changed = self._changed, set()
        return frozenset(changed) if len(changed) <= MANY else None

    def versions(self, post: bytes) -> list[Held]:
        """All that is held of a post: an edit ends the one before, but two edits may meet."""
        return list(self._posts.get(post, {}).values())

    def get(self, post: bytes) -> Held | None:
        """A post as it stands: of several versions the last."""
        return max(self.versions(post), key=lambda held: (held.at, held.hash), default=None)

    def about(self, post: bytes) -> Iterator[Held]:
        """The replies to a post, the reshares of it, the reactions to it."""
        return iter(self._about.get(post, {}).values())

    def named(self, start: str) -> list[bytes]:
        """The ids that begin so."""
        if len(start) == _WHOLE:
            return [bytes.fromhex(start)] if bytes.fromhex(start) in self._posts else []
        return [post for post in self._posts if post.hex().startswith(start)]

    def _note(self, held: Held) -> None:
        if len(self._changed) <= MANY:
            self._changed |= {post for post in (held.post, held.about) if post is not None}
