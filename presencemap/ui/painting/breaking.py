"""A text broken into as many lines as there is room for, the last one elided.

Owns nothing. Knows no widget.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption


def broken(font: QFont, text: str, width: float, most: int) -> tuple[str, ...]:
    """A text in so many lines of a width (px) at most."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(found) == most - 1:
            elide = Qt.TextElideMode.ElideRight
            found.append(QFontMetricsF(font).elidedText(text[start:], elide, width))
            break
        found.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(found)
