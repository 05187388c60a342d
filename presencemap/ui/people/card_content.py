"""How the parts of a person's card are put together: below each other, beside, as one that scrolls.

Knows no person and no part.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from presencemap.ui.controls import ScrollArea, kept_still

PAD = 16
NEAR = 8
"""Px between parts beside each other."""


class Content(QWidget):
    """What scrolls when the room is low; `grown` once its layout wants another height."""

    grown = Signal()
    bar = 0
    """Px of the air at its right in which a scroll bar stands."""

    def event(self, event: QEvent) -> bool:
        """The layout comes first."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def draw_together(self, *, brief: bool) -> None:
        """Less air, where there is but a strip."""
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(8 if brief else 12)
            top, bottom = (PAD + 2, 8) if brief else (PAD, PAD)
            layout.setContentsMargins(PAD, top, PAD - self.bar, bottom)

    def leave(self, bar: int) -> None:
        """Have so many px less air at the right, as a bar stands there: no line is broken anew."""
        layout = self.layout()
        if layout is not None and bar != self.bar:
            self.bar = bar
            margins = layout.contentsMargins()
            margins.setRight(PAD - bar)
            layout.setContentsMargins(margins)

    def at_once(self) -> AbstractContextManager[None]:
        """Lay out what is shown, hidden or said meanwhile once, after it; from the innermost out.

        Else each part that appears has all around it laid out.
        """
        inside = (*reversed(self.findChildren(QWidget)), self)
        layouts = [layout for each in inside if (layout := each.layout()) is not None]
        return kept_still(*layouts)


class Section(QWidget):
    """Parts that come and go together, in ``parent``: who comes there later is dressed anew."""

    def __init__(self, parts: Sequence[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part)


class Beside(QWidget):
    """A part, and one at its right that takes what it needs."""

    def __init__(self, part: QWidget, beside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NEAR)
        row.addWidget(part, 1)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)


def scrolled(content: QWidget, parent: QWidget) -> ScrollArea:
    """Without a bar until it is wanted; the less is in it yet, the better."""
    made = ScrollArea(content, parent)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
