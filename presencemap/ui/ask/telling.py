"""What is told of one who was found: face, name, where, reasons, remark; placed, and painted.

Painted as one, since six widgets a row took most of an answer's time. Knows no widget and no card.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from presencemap.domain.availability import Availability
from presencemap.ui.ask import reason_strip
from presencemap.ui.ask.reasons import Told
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.painting.breaking import broken
from presencemap.ui.theme import Theme

_FACE: Final = 44
_LEAD: Final = 62
"""Px from the face's left to the words; its badge hangs over a little."""
_BESIDE_NAME: Final = 8
_BETWEEN: Final = 3
_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told; `free` None: they aren't here."""

    person: str = ""
    name: str = ""
    initials: str = ""
    free: Availability | None = None
    where: str = ""
    reasons: tuple[Told, ...] = ()
    remark: str = ""


class Placed:
    """A telling in a look and a width, px; `height`: what it takes."""

    def __init__(self, theme: Theme, telling: Telling, width: int) -> None:
        self._theme, self._telling = theme, telling
        room = max(1, width - _LEAD)
        title, small = theme.typeface("title")[1], theme.typeface("small")[1]
        cut = Qt.TextElideMode.ElideRight
        self._name = title.elidedText(telling.name, cut, room)
        self._where_left = title.horizontalAdvance(self._name) + _BESIDE_NAME
        self._where = small.elidedText(telling.where, cut, max(0, room - self._where_left))
        self._strip = reason_strip.placed(theme, telling.reasons, room)
        self._remark = (
            broken(theme.typeface("small")[0], telling.remark, room, _LINES)
            if telling.remark
            else ()
        )
        self._head = round(title.height())
        self._strip_top = self._head + _BETWEEN
        lines = max((each.box.bottom() + 1 for each in self._strip), default=0)
        self._remark_top = self._strip_top + max(lines, reason_strip.line(theme)) + _BETWEEN
        end = self._remark_top - _BETWEEN
        if self._remark:
            end = self._remark_top + len(self._remark) * self._line
        self.height = max(end, _FACE + 6)

    @property
    def cut(self) -> str:
        """Where they are, if not all of it is to be read; else ""."""
        return self._telling.where if self._where != self._telling.where else ""

    @property
    def _line(self) -> int:
        return round(self._theme.typeface("small")[1].lineSpacing())

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        """All of it, on the surface; `corner`: its top left."""
        theme, told = self._theme, self._telling
        paint_face(
            painter,
            theme,
            told.person,
            told.initials,
            corner=corner,
            size=_FACE,
            availability=told.free,
            under=theme.colour("surface"),
            stale=told.free is None,
        )
        words = corner + QPointF(_LEAD, 0)
        middle = words + QPointF(0, self._head / 2)
        self._write(painter, "title", "ink", middle, self._name)
        aside = middle + QPointF(self._where_left, 0)
        self._write(painter, "small", "ink3", aside, self._where)
        reason_strip.paint(painter, theme, self._strip, words + QPointF(0, self._strip_top))
        below = words + QPointF(0, self._remark_top + self._line / 2)
        for line in self._remark:
            self._write(painter, "small", "ink3", below, line)
            below += QPointF(0, self._line)

    def _write(self, painter: QPainter, role: str, tone: str, middle: QPointF, words: str) -> None:
        """From the left middle of a line on."""
        font, metrics = self._theme.typeface(role)
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        base = middle.y() - metrics.height() / 2 + metrics.ascent()
        painter.drawText(QPointF(middle.x(), round(base)), words)
