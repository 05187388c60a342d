"""Work in steps, so that it may take turns (``turns``), done at once.

Knows neither the work nor the event loop.
"""

from collections.abc import Generator, Iterator
from typing import Any, TypeVar

_PIECE = 30
"""Things that are freed in one step."""
_Made = TypeVar("_Made")


def whole(steps: Generator[None, None, _Made]) -> _Made:
    """What a work comes to, all its steps at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: _Made = end.value
            return made


def letting_go(past: list[list[Any]]) -> Iterator[None]:
    """Free what nobody else holds, in steps: of thousands it takes as long as some frames."""
    while past:
        del past[-1][-_PIECE:]
        if not past[-1]:
            past.pop()
        yield
