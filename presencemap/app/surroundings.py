"""The machine's surroundings: its networks, and time that passed without this program.

Polled; a change of network counts when it still holds at the next look. Knows no links.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from presencemap.net.interfaces import Interface

LOOK_EVERY: Final = 1_000
SLEPT: Final = 5_000
"""Milliseconds between two ticks, or back, that say that the machine slept or its clock was set."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is gone of the networks, and what there is now."""

    gone: tuple[Interface, ...]
    now: tuple[Interface, ...]


class Surroundings:
    """Told the time at each tick, says what has changed."""

    def __init__(self, look: Callable[[], tuple[Interface, ...]], now: int) -> None:
        self._look = look
        self._known = self._seen = look()
        self._looked = self._ticked = now

    def slept(self, now: int) -> bool:
        """Whether so much time has passed since the last tick that nothing is sure any more."""
        passed, self._ticked = now - self._ticked, now
        return not -SLEPT < passed < SLEPT

    def changed(self, now: int) -> Change | None:
        """The change of the networks since the last one, once it has settled."""
        if 0 <= now - self._looked < LOOK_EVERY:
            return None
        self._looked = now
        before, self._seen = self._seen, self._look()
        if self._seen == self._known or self._seen != before:
            return None
        gone = tuple(each for each in self._known if each not in self._seen)
        self._known = self._seen
        return Change(gone, self._known)
