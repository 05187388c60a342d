"""Checkers: signatures checked on both of two processors, where there are many to check.

libsodium lets go of Python's lock, so two threads check 58 signatures in the time of 32
(docs/decisions/0044). The network thread waits for the other's half: nothing of what a batch says
counts before all of it is checked.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from presencemap.protocol.signing import Claim, all_verified

MANY: Final = 8
"""Signatures from which another thread is worth being woken up."""


class Checkers:
    """A ``Check`` with a thread of its own, begun when it is first needed."""

    def __init__(self) -> None:
        self._other = ThreadPoolExecutor(1, thread_name_prefix="presencemap-checker")

    def __call__(self, claims: Sequence[Claim]) -> bool:
        """Whether all of them are true."""
        if len(claims) < MANY:
            return all_verified(claims)
        half = len(claims) // 2
        theirs = self._other.submit(all_verified, claims[:half])
        ours = all_verified(claims[half:])
        return theirs.result() and ours

    def close(self) -> None:
        """End the thread; from here on nothing is checked."""
        self._other.shutdown()
