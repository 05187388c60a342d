"""Descriptors: how many this process may have open, and whether hardly any are left.

Each connection takes some. Were none left, ZeroMQ's thread would spin over what it can't accept,
and the control socket and the database would fail. So connections get a share, and some are spared.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from presencemap.domain.errors import EnvironmentFault
from presencemap.domain.wrong import Wrong

WANTED: Final = 65_536
"""A link takes up to eight; the usual soft limit is 1,024."""
SPARED: Final = 32
"""For what isn't a connection; an eighth of all where that is less."""
FEWEST: Final = 4
"""Connections of a kind that are let in however few descriptors there are."""


class Descriptors:
    """Knows the limit of this process; tells a fault once when it is near."""

    def __init__(self, on_fault: Callable[[EnvironmentFault], None]) -> None:
        self._fault = on_fault
        self._limit = raised()
        self._told = False

    def share(self, wanted: int, part: int) -> int:
        """So many connections, or what that part of all descriptors allows: an eighth by 8."""
        return wanted if self._limit is None else min(wanted, max(self._limit // part, FEWEST))

    def run_short(self, newest: int | None = None) -> bool:
        """Whether hardly any are left; ``newest``: the one that was just opened.

        The lowest that is free is given out, so its number says how many are in use.
        """
        if self._limit is None:
            return False
        spared = min(SPARED, self._limit // 8)
        short = (_lowest_free() if newest is None else newest) >= self._limit - spared
        if short:
            self.tell()
        return short

    def tell(self) -> None:
        """There are hardly any left, or none: say so, if it wasn't said yet."""
        if self._told:
            return
        self._told = True
        self._fault(
            EnvironmentFault(
                f"This program may have {self._limit} files and connections open, and nearly all "
                "are: no further colleague's computer is let in or called. Allow more "
                "(ulimit -n 4096, or LimitNOFILE=4096 of a service), and start it again.",
                Wrong.CONNECTIONS_FULL,
                most=self._limit,
            )
        )


def raised() -> int | None:
    """As many as the system lets us have; None: it sets no limit."""
    try:
        import resource  # noqa: PLC0415 - Windows has none, and no such limit
    except ImportError:  # pragma: no cover
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(hard, WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if soft == resource.RLIM_INFINITY else soft


def _lowest_free() -> int:
    try:
        number = os.open(os.devnull, os.O_RDONLY)
    except OSError:  # none at all
        return WANTED
    os.close(number)
    return number
