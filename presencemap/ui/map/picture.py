"""The map as it is painted: ground and names, a server's pictures, scale, people, sources, rings.

Owns the order of the layers and what gives way to what. Knows no input and no roster.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from presencemap.ui.map.arrivals import MOST, Arrivals, Origin
from presencemap.ui.map.attribution import OWN, Attribution
from presencemap.ui.map.backdrop import MapBackdrop
from presencemap.ui.map.foreground import Foreground
from presencemap.ui.map.labels import PlacedLabel
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.projection import View
from presencemap.ui.map.raster.layer import RasterLayer
from presencemap.ui.map.scale_bar import ScaleBar
from presencemap.ui.map.town_mark import TownMark
from presencemap.ui.theme.tokens import Theme
from presencemap.ui.turns import Turns

_END = 8.0
"""Px of a line at its point that a name may be beside."""


class Picture(QObject):
    """``changed`` asks for a repaint: tiles came, a ring grows, or a plate waits for its turn."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.foreground = Foreground(theme)
        self.arrivals = Arrivals(self)
        self._theme = theme
        self._backdrop = MapBackdrop(theme, self)
        self.raster = RasterLayer(theme, self)
        self.town_mark = TownMark(self)
        self._attribution = Attribution()
        self._scale_bar = ScaleBar()
        self._labels = list[PlacedLabel]()
        self._drawing = Turns(self, few=0)
        self._drawing.late.connect(self.changed)
        self._backdrop.changed.connect(self.changed)
        self.raster.changed.connect(self.changed)
        self.town_mark.changed.connect(self.changed)
        self.arrivals.changed.connect(self.changed)

    @property
    def labels(self) -> list[PlacedLabel]:
        """The place names of the last frame."""
        return self._labels

    def set_theme(self, theme: Theme) -> None:
        """Take another look; the foreground has to be laid out again."""
        self._theme = theme
        self.foreground.set_theme(theme)
        self._backdrop.set_theme(theme)
        self.raster.set_theme(theme)

    def greet(self, came: Sequence[str], view: View) -> None:
        """Who is about to be shown elsewhere glides there from where they still are."""
        origins = {}
        for person in came[:MOST]:
            item = self.foreground.item_of(person=person)
            if item is not None:
                there = (face for spot in item.spots for face in spot.faces)
                face = next(face for face in there if face.person == person)
                middle = self.foreground.body(item, view).center()
                origins[person] = Origin(face, *view.to_geo(middle.x(), middle.y()))
        self.arrivals.watch(came, origins)

    def is_complete(self, view: View, scale: float) -> bool:
        """Whether the ground of a view is there in full."""
        return self.raster.covers or self._backdrop.is_complete(view, scale)

    def paused(self) -> AbstractContextManager[None]:
        """While a frame is painted: the workers let the GUI thread have Python's lock."""
        return self._backdrop.paused()

    def close(self) -> None:
        """Let the workers end; twice does no harm."""
        self._drawing.stop()
        self._backdrop.close()
        self.raster.close()

    def _leaders(self, view: View) -> list[Rect]:
        """Each line up or down to a point, less its end: there the town has its own name."""
        found = []
        for item in self.foreground.items:
            placed = item.placed
            if placed.leads:
                box = self.foreground.box(item, view)
                x, y = box.x + placed.x - placed.rect.x, box.y + placed.y - placed.rect.y
                above, below = box.y + box.h, box.y
                if y > above + _END:
                    found.append(Rect(x, above, 1, y - _END - above))
                elif y < below - _END:
                    found.append(Rect(x, y + _END, 1, below - y - _END))
        return found

    def paint(
        self,
        painter: QPainter,
        view: View,
        scale: float,
        covered: Sequence[Rect],
        *,
        beside: float,
        focused: bool,
    ) -> tuple[Rect, ...]:
        """Paint a frame; names keep clear of plates and of what is ``covered`` (px).

        ``beside``: px at the right that a card may cover. Answers where it says its sources and
        scale.
        """
        theme = self._theme
        self.raster.prepare(view, scale)
        own = "" if self.raster.covers else OWN
        self._attribution.say(" · ".join(filter(None, (self.raster.credit(), own))))
        line = self._attribution.box(theme, view.width, view.height, covered, beside=beside)
        rule = self._scale_bar.box(theme, view, line, covered)
        plates = self.foreground.boxes(view)
        taken = [*plates, *covered, *self._leaders(view), line, rule]
        occupied = [QRectF(*box) for box in taken]
        if self.raster.covers:
            self._labels = []
        else:
            said = self.foreground.towns_said()
            self._labels = self._backdrop.paint(painter, view, scale, occupied, said)
        self.raster.paint(painter)
        self.town_mark.paint(painter, theme, view)
        if rule.x > 0 and not any(rule.meets(each) for each in (*covered, *plates)):
            self._scale_bar.paint(painter, theme, view, rule, scale)
        if not (self.foreground.paint(painter, view, scale) or self._drawing.busy):
            self._drawing.begin_later(self.foreground.drawing(view, scale))
        over = any(line.meets(each) for each in plates)
        self._attribution.paint(painter, theme, line, scale, over=over)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

        def body_of(person: str) -> QRectF | None:
            item = self.foreground.item_of(person=person)
            return None if item is None else self.foreground.body(item, view)

        self.arrivals.paint(
            painter, theme, body_of, lambda lat, lon: QPointF(*view.to_screen(lat, lon))
        )
        if focused:
            width = theme.size("focusRing")
            painter.setPen(QPen(theme.colour("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(0, 0, view.width, view.height)
            painter.drawRect(edge.adjusted(width, width, -width, -width))
        return line, rule
