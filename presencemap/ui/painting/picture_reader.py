"""A reader of a picture's bytes, for threads beside the window's.

Qt looks for the plugin of a format under a lock of its own, and asks for bytes meanwhile, for which
PySide takes Python's lock. ``QImageReader.read`` has let go of that: so it and a style sheet that
needed an icon waited for each other for ever. Here the plugin is found before, under both locks.
Knows no picture's meaning.
"""

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader


class PictureReader(QImageReader):
    """Of these bytes, in this format (``svg``, ``png``) and no other."""

    def __init__(self, data: bytes, kind: str) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        super().__init__(self._buffer, QByteArray(kind.encode("ascii")))
        self.setAutoDetectImageFormat(False)
        self.canRead()  # which keeps Python's lock, and after which ``read`` needs no other
