"""The one clock of the program: everything inside takes ``now`` as a parameter.

And how long the machine slept, by two clocks of which one stands still in a sleep.
"""

import time
from typing import Final

_PAIRS: Final = (("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"), ("CLOCK_MONOTONIC_RAW", "CLOCK_UPTIME_RAW"))
"""Of Linux and of macOS: the one that goes on while the machine sleeps, the one that doesn't."""


def now_ms() -> int:
    """Now, in ms since the epoch, UTC."""
    return time.time_ns() // 1_000_000


def asleep_ms() -> int | None:
    """How long the machine slept, in ms since a moment that stays; None where no clock tells.

    Too little, never too much, if the program is held up just here.
    """
    for goes_on, stands_still in _PAIRS:
        if hasattr(time, goes_on) and hasattr(time, stands_still):
            first = time.clock_gettime_ns(getattr(time, goes_on))
            return (first - time.clock_gettime_ns(getattr(time, stands_still))) // 1_000_000
    return None
