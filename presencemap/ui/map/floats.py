"""What lies over the map: lens, days, zoom buttons, dock, and what says who isn't shown.

Owns where they are in a map of any size. Knows no people and no view.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from presencemap.ui.lens import Lens, LensSwitch
from presencemap.ui.map.alone import AloneCard
from presencemap.ui.map.day_strip import DayStrip, PlannedNote
from presencemap.ui.map.dock import DockStrip
from presencemap.ui.map.filtered import FilteredNote
from presencemap.ui.map.floating import AIR, Floating, ZoomButtons
from presencemap.ui.map.layout import Rect
from presencemap.ui.map.nobody import NobodyNote

EDGE = 14
"""Px between a control and the edge of the map."""


class Floats:
    """``card``, ``sheet``: px that a person card covers right or below."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.lens = LensSwitch(Lens.WHERE, parent)
        self.days = DayStrip(parent)
        self.planned = PlannedNote(parent)
        self.filtered = FilteredNote(parent)
        self.filtered.changed.connect(self.arrange)
        self.days.hide()
        self.planned.back_wanted.connect(self.days.back)
        self.zoom_buttons = ZoomButtons(parent)
        self.dock = DockStrip(parent, after=self.zoom_buttons.last)
        self.alone = AloneCard(parent)
        self.alone.hide()
        self.nobody = NobodyNote(parent)
        self.card = self.sheet = 0
        self._alone = False
        self.lines: tuple[Rect, ...] = ()
        """Where the map says its scale and sources."""
        self.way: Floating | None = None
        """Leads elsewhere; it lies beside the lens or below the days, while it is now."""

    def arrange(self) -> None:
        """Put all where they belong in the parent's size."""
        width, height = self._parent.width(), self._parent.height()
        zoom = self.zoom_buttons
        zoom.adjustSize()
        zoom.move(EDGE - AIR, height - EDGE + AIR - zoom.height())
        left = zoom.x() + zoom.width() - 2 * AIR + EDGE
        self.dock.fit(width - left - AIR - EDGE)
        self.dock.move(left, height - EDGE + AIR - self.dock.height())
        self.lens.adjustSize()
        self.lens.move(EDGE - AIR, EDGE - AIR)
        beside = self.lens.geometry().right() + 1 - 2 * AIR + EDGE // 2
        below = under_lens = self.lens.geometry().bottom() + 1 - 2 * AIR + EDGE // 2
        self.days.fit(width - beside - AIR - EDGE)
        fits = self.days.is_whole
        if fits:
            self.days.move(beside, EDGE - AIR)
        else:
            self.days.fit(width - 2 * EDGE)
            self.days.move(EDGE - AIR, under_lens)
        if not self.days.isHidden():
            below = self.days.geometry().bottom() + 1 - 2 * AIR + EDGE // 2
        taken = fits and not self.days.isHidden()
        for each in (self.planned, self.way, self.filtered):
            if each is None or each.isHidden():
                continue
            if taken or beside + each.width() - AIR > width - EDGE:
                each.move(EDGE - AIR, below)
                below = each.geometry().bottom() + 1 - 2 * AIR + EDGE // 2
            else:
                each.move(beside, EDGE - AIR)
                taken = True
        hint = self.alone.sizeHint()
        self.alone.resize(min(hint.width(), width), hint.height())
        # At the bottom, above the dock: my own plate shows above it, in the middle of the map too.
        bottom = height if self.dock.isHidden() else self.dock.y() + 2 * AIR
        top = bottom - EDGE + AIR - self.alone.height()
        self.alone.move((width - self.alone.width()) // 2, max(0, top))
        self._place_note()

    def _place_note(self) -> None:
        """In the middle of what a card leaves, above what lies at the bottom."""
        width, height = self._parent.width() - self.card, self._parent.height()
        note = self.nobody
        note.adjustSize()
        bottom = height - self.strip() - EDGE // 2
        note.move(max(0, (width - note.width()) // 2), round(bottom) - note.height() + AIR)

    def show_days(self, today: date, day: date | None, people: Mapping[date, int] | None) -> None:
        """The week from today and the day that is shown; ``people`` None: there is nobody to see.

        ``people``: for how many something is planned, by day.
        """
        moved = (day, people is None) != (self.days.day, self.days.isHidden())
        self.days.show_days(today, day, people or {})
        if moved:
            self.days.setVisible(people is not None)
            self.planned.show_day(day)
            self.arrange()

    def show_alone(self, alone: bool) -> None:  # noqa: FBT001
        """Whether there is nobody else, which a card says unless a sheet lies there."""
        self._alone = alone
        self.alone.setVisible(alone and not self.sheet)

    def show_nobody(self, nobody: bool) -> None:  # noqa: FBT001
        """Whether nobody is in view, though there are people on the map."""
        note = self.nobody
        if note.button.hasFocus() and not nobody:
            self._parent.setFocus(Qt.FocusReason.OtherFocusReason)
        note.setVisible(nobody)
        self._place_note()

    def cover(self, card: int, sheet: int) -> None:
        """A person card covers so many px at the right or below, 0 once it is closed."""
        self.card, self.sheet = card, sheet
        # A low sheet left the edge of them in sight.
        self.zoom_buttons.setVisible(not sheet)
        self.show_alone(self._alone)

    def lying(self) -> list[Rect]:
        """What names keep clear of: the controls, a note, a sheet, and the edge of a card.

        How high a card is isn't known: beside and below it the map is seen.
        """
        width, height = self._parent.width(), self._parent.height()
        card = [Rect(width - self.card, 0, 1, height)] if self.card else []
        return [*self.covered(), *_shown(self.nobody), *self._sheet(), *card]

    def covered(self) -> list[Rect]:
        """What the controls cover, in the parent's px."""
        return _shown(self.zoom_buttons, self.dock, self.alone, *self._upper())

    def _upper(self) -> tuple[Floating | None, ...]:
        return self.lens, self.days, self.planned, self.way, self.filtered

    def rows(self) -> float:
        """Px at the top that rows of controls take."""
        return max(each.y + each.h for each in _shown(*self._upper()))

    def blocks(self) -> list[Rect]:
        """What a view of everyone leaves free beside its strips: the controls, and a card."""
        width, height = self._parent.width(), self._parent.height()
        card = [Rect(width - self.card, 0, self.card, height)] if self.card else []
        return self.covered() + card

    def obstacles(self) -> list[Rect]:
        """What plates should keep clear of: those, scale and sources."""
        return [*self.blocks(), *self.lines]

    def _sheet(self) -> list[Rect]:
        width, height = self._parent.width(), self._parent.height()
        return [Rect(0, height - self.sheet, width, self.sheet)] if self.sheet else []

    def strip(self) -> float:
        """Px at the bottom that no plate should be under."""
        return max(float(self.sheet), self.foot())

    def foot(self) -> float:
        """Px at the bottom that are covered without a card too."""
        lying = [each for each in (self.dock, self.alone) if not each.isHidden()]
        high = self._parent.height()
        return max([0.0, *(high - each.covered().y for each in lying)])

    def head(self) -> float:
        """Px at the top that no plate should be under."""
        covered = self.days.covered()
        return 0.0 if self.days.isHidden() else covered.y + covered.h

    def free(self) -> Rect:
        """The parent less the card and the days."""
        head = self.head()
        return Rect(0, head, self._parent.width() - self.card, self._parent.height() - head)


def _shown(*parts: Floating | None) -> list[Rect]:
    return [each.covered() for each in parts if each is not None and not each.isHidden()]
