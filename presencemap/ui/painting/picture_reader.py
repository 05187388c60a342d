"""A reader of a picture's bytes, for threads beside the window's.

Qt looks for the plugin of a format under locks of its own, which the window holds now and then when
it has to wait for Python's. So none of them may be wanted under Python's: ``QImageReader.read`` has
let go of that. And nothing may be asked of Python meanwhile: so the bytes are no ``QBuffer`` of
ours, at each of which PySide takes Python's lock, but a file that Qt opens by itself. Knows no
picture's meaning.
"""

import os
import tempfile
import weakref
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImageReader


class PictureReader(QImageReader):
    """Of these bytes, in this format (``svg``, ``png``) and no other. To be asked only to read."""

    def __init__(self, data: bytes, kind: str) -> None:
        path, remove = _laid_down(data)
        super().__init__(path, QByteArray(kind.encode("ascii")))
        weakref.finalize(self, remove)
        self.setAutoDetectImageFormat(False)


def _laid_down(data: bytes) -> tuple[str, Callable[[], None]]:
    """A file of these bytes, in memory where the system has such, and how it goes again."""
    in_memory = hasattr(os, "memfd_create")
    file, path = (os.memfd_create("picture"), "") if in_memory else tempfile.mkstemp()
    with os.fdopen(file, "wb", closefd=not in_memory) as out:
        out.write(data)
    if in_memory:
        return f"/proc/self/fd/{file}", lambda: os.close(file)
    return path, Path(path).unlink
