"""Follows: who follows whom and what.

An index over what the replica holds, kept as records come and go.
"""

from collections import defaultdict

from presencemap.protocol.record import FollowBody
from presencemap.protocol.shelf import Held


class Follows:
    """A target is a person, by id, or a ``#topic``."""

    def __init__(self) -> None:
        self._by: defaultdict[str, set[str]] = defaultdict(set)
        self._of: defaultdict[str, set[str]] = defaultdict(set)

    def put(self, held: Held) -> None:
        """A record is held."""
        target = _followed(held)
        if target:
            self._by[held.author].add(target)
            self._of[target].add(held.author)

    def take_off(self, held: Held) -> None:
        """It is no more."""
        target = _followed(held)
        if target:
            for index, key, value in (
                (self._by, held.author, target),
                (self._of, target, held.author),
            ):
                index[key].discard(value)
                if not index[key]:
                    del index[key]

    def by(self, person: str) -> frozenset[str]:
        """What a person follows."""
        return frozenset(self._by.get(person, ()))

    @property
    def topics(self) -> list[str]:
        """Those that somebody follows, without their signs."""
        return [target[1:] for target in self._of if target[0] == "#"]

    def of(self, target: str) -> frozenset[str]:
        """Who follows a person or a topic."""
        return frozenset(self._of.get(target, ()))


def _followed(held: Held) -> str:
    """What its author follows by it, "" for nothing."""
    body = held.record.body if held.kind == "follow" else None
    return body.target if isinstance(body, FollowBody) and body.on else ""
