"""What lies over a floor: lens, way back, tools, floors, zoom buttons, and the pill to sit by.

Owns where they are in a floor of any size, so that none covers another. Knows no plan and no node.
"""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.ui.controls import Button, Segmented
from presencemap.ui.floor.floats import Breadcrumb, FloorSwitch, SitPill
from presencemap.ui.lens import Lens, LensSwitch
from presencemap.ui.map.filtered import FilteredNote
from presencemap.ui.map.floating import AIR, Floating, ZoomButtons
from presencemap.ui.map.floats import EDGE
from presencemap.ui.map.projection import Margins
from presencemap.ui.theme import appearance

_BETWEEN = 12
"""Px between the lens and what stands beside it."""
_BELOW = 8
"""Px between two rows."""
_AROUND = 18
"""Px between a row and what is drawn."""
_FOOT = 80
"""Px at the bottom that are kept for a pill of two lines: a chosen desk must not move the floor."""


class Tools(Floating):
    """Plan or list, and the way to draw it: ``show_as`` and ``edit``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Floor"))
        self.show_as = Segmented(self.tr("Show the floor as"))
        self.show_as.add("plan", self.tr("Plan"))
        self.show_as.add("list", self.tr("List"))
        self.edit = Button(self.tr("Draw …"), icon="pencil", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(4))
        row.setSpacing(8)
        row.addWidget(self.show_as)
        row.addWidget(self.edit)


class Overlay:
    """``arrange`` it in each size and after each change; then ``room`` is what it leaves."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.lens = LensSwitch(Lens.WHERE, parent)
        self.breadcrumb = Breadcrumb(parent)
        self.switch = FloorSwitch(parent)
        self.zoom = ZoomButtons(parent)
        self.pill = SitPill(parent)
        self.tools = Tools(parent)
        self.filtered = FilteredNote(parent)
        self.room = Margins()
        """Px at each side, beside the zoom buttons, which take a corner."""

    @property
    def corner(self) -> QRectF:
        """What the zoom buttons take, with air."""
        box = self.zoom.covered()
        return QRectF(0, box.y - EDGE, box.x + box.w + EDGE, self._parent.height() - box.y + EDGE)

    def arrange(self) -> None:
        """Put all where they belong in the parent's size."""
        top = self._head()
        bottom = self._foot()
        foot = max(bottom + EDGE, appearance().theme.px(_FOOT))
        lying = self._has_room_below()
        self.switch.lie(down=lying)
        self.switch.resize(self.switch.sizeHint())
        if lying:
            right, foot = 0.0, self._floors_below(foot)
        else:
            right = self._floors_beside(top, bottom)
        self.room = Margins(EDGE, top + _AROUND, right + EDGE, foot)

    def _head(self) -> float:
        """The rows at the top, as few as there is room for; answers where the last one ends."""
        width = self._parent.width()
        for each in (self.lens, self.tools):
            each.resize(each.sizeHint())
        lens, tools = self.lens, self.tools
        _put(lens, EDGE, EDGE)
        beside = EDGE + _wide(lens) + _BETWEEN
        free = width - EDGE - _wide(tools)
        together = beside <= free
        self.breadcrumb.fit(free - _BETWEEN - beside + 2 * AIR)
        if together and self.breadcrumb.names_site:
            _put(self.breadcrumb, beside, EDGE)
        else:
            self.breadcrumb.fit(width - 2 * EDGE + 2 * AIR)
            above = max(_high(lens), _high(tools)) if together else _high(lens)
            _put(self.breadcrumb, EDGE, EDGE + above + _BELOW)
        if together:
            _put(tools, free, EDGE)
        else:
            _put(tools, EDGE, _end(self.breadcrumb) + _BELOW)
        rows = max(_end(each) for each in (lens, tools, self.breadcrumb))
        if self.filtered.isHidden():
            return rows
        _put(self.filtered, EDGE, rows + _BELOW)
        return _end(self.filtered)

    def _foot(self) -> float:
        """Zoom buttons, and the pill beside them; answers how many px it takes."""
        width, height = self._parent.width(), self._parent.height()
        pill, zoom = self.pill, self.zoom
        zoom.resize(zoom.sizeHint())
        _put(zoom, EDGE, height - EDGE - _high(zoom))
        beside = EDGE if zoom.isHidden() else EDGE + _wide(zoom) + EDGE
        pill.fit(width - beside - EDGE + 2 * AIR)
        _put(pill, max(beside, (width - _wide(pill)) / 2), height - EDGE - _high(pill))
        return EDGE + _high(pill)

    def _has_room_below(self) -> bool:
        """Whether width is dearer than height: most plans are wider than high."""
        width, height = self._parent.width(), self._parent.height()
        beside = EDGE + _wide(self.zoom) + EDGE
        return width < height and self.switch.length <= width - beside - EDGE

    def _floors_below(self, foot: float) -> float:
        """The switch at the right, above what is at the foot; answers how many px that is then."""
        width, height = self._parent.width(), self._parent.height()
        if self.switch.isHidden():
            return foot
        _put(
            self.switch,
            width - EDGE - _wide(self.switch),
            height - foot - _high(self.switch),
        )
        return foot + _high(self.switch) + EDGE

    def _floors_beside(self, top: float, bottom: float) -> float:
        """The switch in the middle of the right edge; answers how many px it takes of the width."""
        width, height = self._parent.width(), self._parent.height()
        high = _high(self.switch)
        lowest = height - bottom - EDGE - high
        _put(
            self.switch,
            width - EDGE - _wide(self.switch),
            max(top + EDGE, min((height - high) / 2, lowest)),
        )
        return 0.0 if self.switch.isHidden() else width - self.switch.covered().x


def _wide(part: Floating) -> float:
    return part.ground().width()


def _high(part: Floating) -> float:
    return part.ground().height()


def _end(part: Floating) -> float:
    box = part.covered()
    return box.y + box.h


def _put(part: Floating, x: float, y: float) -> None:
    """Where its visible ground begins."""
    part.move(round(x) - AIR, round(y) - AIR)
