"""The strip of days over the map: now, today and the six days after it, and the way back to now.

Owns the choice of a day and how a day looks. Knows no people but their number on each day.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QWidget,
)

from presencemap.ui import assets
from presencemap.ui.map import phrases
from presencemap.ui.map.floating import AIR, Floating
from presencemap.ui.map.note import Note
from presencemap.ui.painting.avatar import dashes
from presencemap.ui.painting.kept_picture import KeptPicture
from presencemap.ui.people import planned
from presencemap.ui.theme import Theme, appearance

DAYS = 7
_HIGH = 40
_NARROWEST = 38
_PAD = 6
_DOT = 2


class DayCell(QAbstractButton):
    """One day, or now (None). A dot says that somebody planned something for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._word = ""
        self._marked = False
        self._picture = KeptPicture(self)
        self.setCheckable(True)
        # One of several, also to a screen reader.
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date | None, today: date, people: int) -> None:
        """Which day it is, and for how many something is planned."""
        now = self.tr("Now")
        word = now if day is None else planned.cell_day(day, today)
        name = now if day is None else phrases.day_name(day, people)
        marked = day is not None and people > 0
        if (day, word, name, marked) != (self.day, self._word, self.accessibleName(), self._marked):
            self.day, self._word, self._marked = day, word, marked
            self.setAccessibleName(name)
            self.setToolTip(name)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        theme = appearance().theme
        wide = QFontMetricsF(theme.font("micro", 600)).horizontalAdvance(self._word) + 2 * _PAD
        return QSize(max(theme.px(_NARROWEST), round(wide)), theme.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As last drawn, if it is the same: the map under it repaints for every frame of a pan."""
        theme, states = appearance().theme, (self.isChecked(), self.underMouse())
        key = (theme.key, self.day, self._word, self._marked, states)
        self._picture.paint(key, lambda painter: self._draw(painter, theme))

    def _draw(self, painter: QPainter, theme: Theme) -> None:
        """Weekday, number, and a dot below; a planned day that is shown has a dashed rim."""
        box, on = QRectF(self.rect()).adjusted(1, 1, -1, -1), self.isChecked()
        radius = theme.radius("control")
        painter.setPen(Qt.PenStyle.NoPen if not on or self.day is None else dashes(theme))
        ground = "accentSoft" if on else "hover" if self.underMouse() else ""
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, radius, radius)
        plain = self._marked or self.day is None
        tone = theme.colour("accent" if on else "ink2" if plain else "ink3")
        painter.setPen(tone)
        painter.setFont(theme.font("micro", 600 if on else 500))
        half = box.height() / 2
        upper = QRectF(box.left(), box.top() + 1, box.width(), half - 2)
        lower = QRectF(box.left(), box.center().y() - 3, box.width(), half - 3)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self._word)
        if self.day is None:
            edge = theme.px(14)
            icon = QRectF(0, 0, edge, edge)
            icon.moveCenter(lower.center())
            assets.draw_icon(painter, "radio", tone, icon)
        else:
            painter.setFont(theme.font("body", 600))
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, str(self.day.day))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tone)
        if self._marked:
            dot = theme.px(_DOT)
            painter.drawEllipse(QPointF(box.center().x(), box.bottom() - dot - 2), dot, dot)

    def event(self, event: QEvent) -> bool:
        """The hovered ground comes and goes."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)


class DayStrip(Floating):
    """``chosen`` carries a date, or None for now."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Day shown on the map"))
        self._day: date | None = None
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(self.air(3))
        self._row.setSpacing(2)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.cells = [DayCell() for _ in range(DAYS + 1)]
        for cell in self.cells:
            self._group.addButton(cell)
            self._row.addWidget(cell)
        self._group.buttonClicked.connect(self._clicked)
        self.cells[0].setChecked(True)

    @property
    def day(self) -> date | None:
        """The day that is shown, None for now."""
        return self._day

    def show_days(self, today: date, day: date | None, people: Mapping[date, int]) -> None:
        """The week from today, the day that is shown, and how many planned each day."""
        self._day = day
        days = [None, *(today + timedelta(days=n) for n in range(DAYS))]
        for cell, each in zip(self.cells, days, strict=True):
            cell.show_day(each, today, people.get(each, 0) if each else 0)
            cell.setChecked(each == day)
            # One stop for Tab; arrows go on from there.
            policy = Qt.FocusPolicy.StrongFocus if each == day else Qt.FocusPolicy.ClickFocus
            cell.setFocusPolicy(policy)

    def fit(self, width: int) -> None:
        """Take the size that fits in so many px: the last days give way, never the one shown."""
        for cell in self.cells:
            cell.show()
        for cell in reversed(self.cells[1:]):
            self._row.invalidate()
            if self._row.sizeHint().width() - 2 * AIR <= width:
                break
            cell.setVisible(cell.isChecked())
        self.resize(self._row.sizeHint())

    @property
    def is_whole(self) -> bool:
        """Whether all days fit."""
        return not any(cell.isHidden() for cell in self.cells)

    def step(self, by: int) -> None:
        """Choose a later day, or an earlier one; before today is now."""
        at = next((n for n, cell in enumerate(self.cells) if cell.day == self._day), 0)
        there = max(0, min(len(self.cells) - 1, at + by))
        if there != at:
            self.chosen.emit(self.cells[there].day)

    @Slot()
    def back(self) -> None:
        """Choose now."""
        self.chosen.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        self.step(step)
        cell = next(cell for cell in self.cells if cell.isChecked())
        cell.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton)
    def _clicked(self, cell: DayCell) -> None:
        self.chosen.emit(cell.day)


class PlannedNote(Note):
    """Says that the map isn't of now, and leads back. Hidden while it is of now."""

    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.back.set_name(self.tr("Back to now"))
        self.back.clicked.connect(self.back_wanted)

    def show_day(self, day: date | None) -> None:
        """Which day is shown, None for now."""
        self.say("" if day is None else planned.planned_for(day))
