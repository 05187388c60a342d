"""A colleague who moves glides to the new place; whoever arrives has one ring in accent there.

At most three at a time, once. Owns who comes from where and who rings when. Knows no map: it is
told who is elsewhere, and asked to paint on the way and round a plate.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QElapsedTimer,
    QObject,
    QPointF,
    QRectF,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from presencemap.ui.map.scene import Face
from presencemap.ui.painting.avatar import paint_face
from presencemap.ui.theme.tokens import Theme

GLIDE_MS = 320
RING_MS = 400
QUIET_MS = 5000
MOST = 3
_REACH = 12.0
_FACE = 26
_TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Origin(NamedTuple):
    """Who moves, and from where, in degrees."""

    face: Face
    lat: float
    lon: float


class Arrivals(QObject):
    """Rings for who came, after the way there. ``changed`` asks for a repaint."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        self.ringing: tuple[str, ...] = ()
        self._origins: dict[str, Origin] = {}
        self._watching = False
        self._since_last = QElapsedTimer()
        self._motion = QVariantAnimation(self)
        self._motion.valueChanged.connect(self._advance)
        self._motion.finished.connect(self._end)

    def watch(self, came: Sequence[str], origins: Mapping[str, Origin] | None = None) -> None:
        """Take who is elsewhere than the last time; the first time nobody has arrived.

        ``origins``: of those who were on the map before, where.
        """
        watching, self._watching = self._watching, True
        if watching and came and not self._must_rest():
            self.ringing = tuple(came[:MOST])
            self._origins = {p: o for p, o in (origins or {}).items() if p in self.ringing}
            way = GLIDE_MS if self._origins else 0
            self._motion.setStartValue(-float(way))
            self._motion.setEndValue(float(RING_MS))
            self._motion.setDuration(way + RING_MS)
            self._since_last.start()
            self._motion.start()

    def forget(self) -> None:
        """What comes next is another picture, in which nobody has arrived."""
        self._watching = False

    def paint(
        self,
        painter: QPainter,
        theme: Theme,
        body_of: Callable[[str], QRectF | None],
        point_of: Callable[[float, float], QPointF],
    ) -> None:
        """Paint each on the way to their plate, or the ring round it."""
        at = self._motion.currentValue()
        for person in self.ringing:
            body, origin = body_of(person), self._origins.get(person)
            if body is None or not isinstance(at, float):
                continue
            if at >= 0:
                _ring(painter, theme, body, at / RING_MS)
            elif origin is not None:
                start = point_of(origin.lat, origin.lon)
                way = _eased(1 + at / GLIDE_MS)
                _face(painter, theme, origin.face, start + (body.center() - start) * way)

    def _must_rest(self) -> bool:
        typing = isinstance(QApplication.focusWidget(), _TEXT_FIELDS)
        recent = self._since_last.isValid() and not self._since_last.hasExpired(QUIET_MS)
        return self.reduced_motion or typing or recent

    @Slot()
    def _advance(self) -> None:
        self.changed.emit()

    @Slot()
    def _end(self) -> None:
        self.ringing = ()
        self.changed.emit()


def _eased(done: float) -> float:
    return 1 - (1 - done) ** 3


def _ring(painter: QPainter, theme: Theme, body: QRectF, done: float) -> None:
    out = 2 + _REACH * _eased(done)
    colour = theme.colour("accent")
    colour.setAlphaF(1 - done)
    painter.setPen(QPen(colour, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.radius("plate") + out
    painter.drawRoundedRect(body.adjusted(-out, -out, out, out), radius, radius)


def _face(painter: QPainter, theme: Theme, face: Face, middle: QPointF) -> None:
    under = theme.colour("surface")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(under)
    painter.drawEllipse(middle, _FACE / 2 + 2, _FACE / 2 + 2)
    paint_face(
        painter,
        theme,
        face.person,
        face.initials,
        corner=middle - QPointF(_FACE / 2, _FACE / 2),
        size=_FACE,
        availability=face.availability,
        under=under,
        stale=face.stale,
    )
