"""Backlog: what was received and waits to be handled, link by link, and never more than fits.

ZeroMQ's own receive limit must not be reached: a connection that ends while it is held back makes
libzmq end the whole process (docs/decisions/0033). So everything is received at once, and the
limit is here: who sends faster than is handled loses the rest, and delays nobody else.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Final

from presencemap.protocol.events import Event, FeedReceived, FrameReceived, Overflowed

MAX_FRAMES: Final = 1_000
MAX_BYTES: Final = 8 << 20
"""Of one link. An answer to one question is at most 512 records of 8 KiB."""
MAX_DROPPED: Final = 256
"""Frames dropped until all that waits of the link goes and the protocol is told: it cuts it."""
TURN_EVENTS: Final = 256
TURN_SECONDS: Final = 0.005


class _Queue:
    """What waits of one link."""

    __slots__ = ("bytes", "dropped", "events")

    def __init__(self) -> None:
        self.events: deque[Event] = deque()
        self.bytes = self.dropped = 0

    def has_room(self, size: int) -> bool:
        return len(self.events) < MAX_FRAMES and self.bytes + size <= MAX_BYTES


class Backlog:
    """Tells events one by one: in their order within a link, links in turn."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._queues: dict[str, _Queue] = {}
        self._next: asyncio.Handle | None = None
        self.dropped = 0

    def put(self, event: Event) -> None:
        """Have it told soon; a frame for which there is no room is dropped."""
        name = getattr(event, "link", "")
        queue = self._queues.get(name)
        if queue is None:
            queue = self._queues[name] = _Queue()
        size = _size(event)
        if size and not queue.has_room(size):
            self.dropped += 1
            queue.dropped += 1
            if queue.dropped == MAX_DROPPED:
                queue.events.clear()
                queue.events.append(Overflowed(name))
                queue.bytes = 0
            return
        queue.events.append(event)
        queue.bytes += size
        self._again()

    def forget(self, link: str) -> None:
        """Nobody wants to hear of this link any more."""
        self._queues.pop(link, None)

    def close(self) -> None:
        """Tell nothing more."""
        self._queues.clear()
        if self._next is not None:
            self._next.cancel()

    def _turn(self) -> None:
        self._next = None
        loop = asyncio.get_running_loop()
        until = loop.time() + TURN_SECONDS
        try:
            for _ in range(TURN_EVENTS):
                if not self._queues or loop.time() > until:
                    return
                self._one()
        finally:
            if self._queues:
                self._again()

    def _one(self) -> None:
        name, queue = next(iter(self._queues.items()))
        del self._queues[name]
        event = queue.events.popleft()
        queue.bytes -= _size(event)
        if queue.events:
            self._queues[name] = queue  # behind the others
        self._tell(event)

    def _again(self) -> None:
        if self._next is None:
            self._next = asyncio.get_running_loop().call_soon(self._turn)


def _size(event: Event) -> int:
    return len(event.frame) if isinstance(event, FrameReceived | FeedReceived) else 0
