"""Layouts that keep still while much changes in what they lay out.

Knows nothing of what that is.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def kept_still(*layouts: QLayout) -> Iterator[None]:
    """Lay out once, after all: each part that appears would have all around it laid out at once.

    Inner layouts first. By the end all have their place: the next turn may paint before layout.
    """
    for layout in layouts:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in layouts:
            layout.setEnabled(True)
        for layout in layouts:
            layout.activate()
