"""Fetches: what was fetched of which link and hasn't come, so that what many have is fetched once.

Who doesn't give what it listed comes last for that, and from then on more are asked at once: as
many as failed before, and one more. So nobody keeps a node waiting by being the first to answer.
Knows hashes and links by name; what they are, and who has been asked what, is ``sync``'s.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

ANOTHER_WITHIN: Final = 1_000
"""Until what was fetched of one link is fetched of another too: who is met at once has the same."""
FORGIVEN_AFTER: Final = 20_000
"""Until who didn't give something is asked for it again."""


@dataclass(slots=True)
class _Fetch:
    """Of which links something was fetched, and which of them didn't give it; each since when."""

    of: dict[str, int] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)


class Fetches:
    """All that was fetched and hasn't come, by hash."""

    def __init__(self) -> None:
        self._fetches: dict[bytes, _Fetch] = {}

    def wanted(self, link: str, name: bytes) -> bool:
        """Whether to fetch it of this link, now that it is listed there."""
        fetch = self._fetches.get(name)
        if fetch is None:
            return True
        return link not in {**fetch.of, **fetch.failed} and len(fetch.of) <= len(fetch.failed)

    def began(self, link: str, names: Iterable[bytes], now: int) -> None:
        """These were fetched of that link."""
        for name in names:
            self._fetches.setdefault(name, _Fetch()).of[link] = now

    def came(self, names: Iterable[bytes]) -> None:
        """These are here."""
        for name in names:
            self._fetches.pop(name, None)

    def failed(self, link: str, names: Iterable[bytes], now: int) -> None:
        """That link has said all that it says, and these weren't in it."""
        for name in names:
            fetch = self._fetches.setdefault(name, _Fetch())
            fetch.of.pop(link, None)
            fetch.failed[link] = now

    def forget(self, link: str) -> None:
        """It is gone, and gives nothing any more."""
        for fetch in self._fetches.values():
            fetch.of.pop(link, None)

    def tick(self, now: int) -> None:
        """Who takes too long counts as who doesn't give it, for a while."""
        kept: dict[bytes, _Fetch] = {}
        for name, fetch in self._fetches.items():
            failed = {k: at for k, at in fetch.failed.items() if 0 <= now - at < FORGIVEN_AFTER}
            late = [k for k, at in fetch.of.items() if not 0 <= now - at < ANOTHER_WITHIN]
            of = {k: at for k, at in fetch.of.items() if k not in late}
            failed |= dict.fromkeys(late, now)
            if of or failed:
                kept[name] = _Fetch(of, failed)
        self._fetches = kept
