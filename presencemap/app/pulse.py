"""The pulse: when a node looks at the clock.

Four times a second while something may be due soon, else every other second: to wake up costs more
than all there is to do (docs/decisions/0036, 0061).
"""

import asyncio
from collections.abc import Callable
from typing import Final

TICK: Final = 0.25
CALM_TICK: Final = 2.0


class Pulse:
    """Calls ``tick`` again and again, on the loop it is first called on; a fault of one is no end.

    ``restless``: whether something may be due within ``CALM_TICK``.
    """

    def __init__(self, tick: Callable[[], None], restless: Callable[[], bool]) -> None:
        self._tick = tick
        self._restless = restless
        self._next: asyncio.TimerHandle | None = None
        self.calm = False

    @property
    def began(self) -> bool:
        """Whether the first tick is over."""
        return self._next is not None

    def beat(self) -> None:
        """Tick, and again later."""
        try:
            self._tick()
        finally:
            self.calm = not self._restless()
            self._beat_in(CALM_TICK if self.calm else TICK)

    def quicken(self) -> None:
        """Something happened: the next tick is soon, if something may be due soon by now."""
        if self._next is not None and self.calm and self._restless():
            self.calm = False
            self._next.cancel()
            self._beat_in(TICK)

    def stop(self) -> None:
        """No more ticks."""
        if self._next is not None:
            self._next.cancel()

    def _beat_in(self, seconds: float) -> None:
        self._next = asyncio.get_running_loop().call_later(seconds, self.beat)
