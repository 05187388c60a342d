"""What a map server sent, judged before it is decoded: it may be anything.

Format and size are read from the header first; only that format's reader is asked. On any thread.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from presencemap.app.pictures import measured
from presencemap.domain.errors import UserError
from presencemap.ui.painting.picture_reader import PictureReader

SIDES = (256, 512)
"""Px along a side of what servers draw."""
MOST_BYTES = 512 * 1024
"""Of one picture: twice what noise of the larger side takes as JPEG."""


def judged(data: bytes) -> QImage | None:
    """The picture of a tile; None for whatever else it is."""
    if len(data) > MOST_BYTES:
        return None
    try:
        measure = measured(data)
    except UserError:
        return None
    if measure.width not in SIDES or measure.height != measure.width:
        return None
    image = PictureReader(data, measure.format).read()
    if image.width() not in SIDES or image.height() != image.width():
        return None
    return image


def dressed(image: QImage, shade: QColor) -> QImage:
    """Opaque, on white, all of it multiplied by the shade."""
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(QColor("white"))
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(opaque.rect(), shade)
    painter.end()
    return opaque


def fitted(image: QImage, side: int) -> QImage:
    """In the size in which it is painted, so that a frame has nothing to scale."""
    if image.width() == side:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
