"""The sheet: where a plan lies in its widget, and the way between px of the one and the other."""

from dataclasses import dataclass, replace
from typing import Self

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from presencemap.domain.floor_plan import Point

LARGEST = 8.0
"""How many times the fitting size a plan may be."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``scale``: px of the widget for one of the plan; ``left``, ``top``: of its corner."""

    width: float
    height: float
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0
    fitting: float = 1.0

    @classmethod
    def fitted(cls, width: float, height: float, room: QRectF) -> Self:
        """As large as it can be in a room, in its middle."""
        scale = max(1e-6, min(room.width() / width, room.height() / height))
        left = room.center().x() - width * scale / 2
        top = room.center().y() - height * scale / 2
        return cls(width, height, scale, left, top, scale)

    @property
    def box(self) -> QRectF:
        """The whole plan in the widget."""
        return QRectF(self.left, self.top, self.width * self.scale, self.height * self.scale)

    def outline(self, corners: tuple[Point, ...]) -> QPolygonF:
        """A shape in the widget."""
        return QPolygonF([self.there(QPointF(*corner)) for corner in corners])

    def there(self, point: QPointF) -> QPointF:
        """A point of the plan in the widget."""
        return QPointF(self.left + point.x() * self.scale, self.top + point.y() * self.scale)

    def back(self, point: QPointF) -> QPointF:
        """A point of the widget on the plan."""
        return QPointF((point.x() - self.left) / self.scale, (point.y() - self.top) / self.scale)

    def moved(self, step: QPointF) -> Self:
        """Pushed aside."""
        return replace(self, left=self.left + step.x(), top=self.top + step.y())

    def zoomed(self, doublings: float, at: QPointF) -> Self:
        """Larger or smaller round a point of the widget."""
        scale = self.scale * 2**doublings
        scale = min(max(scale, self.fitting / 2), self.fitting * LARGEST)
        fixed = self.back(at)
        left, top = at.x() - fixed.x() * scale, at.y() - fixed.y() * scale
        return replace(self, scale=scale, left=left, top=top)
