"""The one clock of the program: everything inside takes ``now`` as a parameter."""

import time


def now_ms() -> int:
    """Now, in ms since the epoch, UTC."""
    return time.time_ns() // 1_000_000
