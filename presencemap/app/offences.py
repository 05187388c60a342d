"""Offences: what peers did that no honest program does, told once a peer and kind.

Bounded, so that who offends in ever new ways fills neither the log nor the memory.
"""

import re
from typing import Final

AGAIN_AFTER: Final = 3_600_000
MAX_KEPT: Final = 1_000
_NUMBER: Final = re.compile(r"\d+")


class Offences:
    """What was told, and when; the oldest is forgotten first."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, str], int] = {}

    def is_news(self, who: str, what: str, now: int) -> bool:
        """Whether this is to be told; numbers in it make no other kind."""
        kind = (who, _NUMBER.sub("#", what))
        last = self._told.get(kind)
        if last is not None and abs(now - last) < AGAIN_AFTER:
            return False
        self._told.pop(kind, None)
        if len(self._told) >= MAX_KEPT:
            del self._told[next(iter(self._told))]
        self._told[kind] = now
        return True
