"""The machine's surroundings: its networks, and time that passed without this program.

Looked at where there may be news; a change of network counts when it still holds at the next look.
Knows no links.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from presencemap.app.clock import asleep_ms
from presencemap.net.interfaces import Interface

LOOK_EVERY: Final = 1_000
LOOK_ANYWAY: Final = 30_000
"""Milliseconds after which it is looked without news, too."""
SLEPT: Final = 5_000
"""Milliseconds of sleep after which nothing is sure any more: peers gave up on us, or soon will."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is gone of the networks, and what there is now."""

    gone: tuple[Interface, ...]
    now: tuple[Interface, ...]


class Surroundings:
    """Told the time at each tick, says what has changed. ``news``: whether to look at all."""

    def __init__(
        self,
        look: Callable[[], tuple[Interface, ...]],
        now: int,
        asleep: Callable[[], int | None] = asleep_ms,
        news: Callable[[], bool] = lambda: True,
    ) -> None:
        self._look = look
        self._news = news
        self.unsettled = False
        """Whether a change has been seen that may not last."""
        self._known = self._seen = look()
        self._looked = self._ticked = now
        self._asleep = asleep
        self._slept = asleep() or 0

    @property
    def networks(self) -> tuple[Interface, ...]:
        """Those that the machine is on, as of the last change that has settled."""
        return self._known

    @property
    def connected(self) -> bool:
        """Whether there is a network, as far as that has settled: more than one's own wire."""
        return any(not each.link_local for each in self._known)

    def slept(self, now: int) -> bool:
        """Whether the machine slept since the last tick, so that nothing is sure any more.

        Where no clock tells, so much time between two ticks, or back, has to pass for a sleep.
        """
        passed, self._ticked = now - self._ticked, now
        total = self._asleep()
        if total is None:
            return not -SLEPT < passed < SLEPT
        # The highest so far: a program held up between its two clocks reads less, once.
        before, self._slept = self._slept, max(self._slept, total)
        return self._slept - before >= SLEPT

    def changed(self, now: int) -> Change | None:
        """The change of the networks since the last one, once it has settled."""
        passed = now - self._looked
        if 0 <= passed < LOOK_EVERY:
            return None
        if not self._news() and not self.unsettled and 0 <= passed < LOOK_ANYWAY:
            return None
        self._looked, self.unsettled = now, True
        try:
            before, self._seen = self._seen, self._look()
        except OSError:  # no descriptors left to look with
            return None
        self.unsettled = self._seen not in (self._known, before)
        if self.unsettled or self._seen == self._known:
            return None
        gone = tuple(each for each in self._known if each not in self._seen)
        self._known = self._seen
        return Change(gone, self._known)
