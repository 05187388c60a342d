"""Checkers: signatures checked on both of two processors, where there are many to check.

libsodium lets go of Python's lock, so two threads check 58 signatures in the time of 32
(docs/decisions/0044). Both draw from one heap: where no processor is free for the other, the
network thread checks them all and waits for nobody.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
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
        heap = deque(claims)
        theirs = self._other.submit(all_verified, _drawn(heap))
        ours = all_verified(_drawn(heap))
        # What it has drawn, it answers for; where it hasn't begun, all were ours.
        return ours and (theirs.cancel() or theirs.result())

    def close(self) -> None:
        """End the thread; from here on nothing is checked."""
        self._other.shutdown()


def _drawn(heap: deque[Claim]) -> Iterator[Claim]:
    with suppress(IndexError):
        while True:
            yield heap.popleft()
