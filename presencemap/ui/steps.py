"""Work in steps, so that it may take turns (``turns``), done at once.

Knows neither the work nor the event loop.
"""

from collections.abc import Generator
from typing import TypeVar

_Made = TypeVar("_Made")


def whole(steps: Generator[None, None, _Made]) -> _Made:
    """What a work comes to, all its steps at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: _Made = end.value
            return made
