"""The notes of a conversation below each other, the last one in sight.

Owns which bubbles there are, and that many take many turns. Knows no node; what is wanted of a
note, it passes on.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.views import Json
from presencemap.ui.controls import ScrollArea, polish
from presencemap.ui.notes.bubble import Bubble, moment_of
from presencemap.ui.turns import Turns

_IN_SIGHT: Final = 12
"""So many of the last ones, at least, are seen together."""
_BESIDE_BAR: Final = 8

Look = tuple[Json, str, str, bool]
"""A note, who wrote it or is written to, when, and whether it is being taken back."""


class BubbleList(ScrollArea):
    """`take_back_wanted` and the others: as of a Bubble."""

    take_back_wanted = Signal(str)
    decline_wanted = Signal(str)
    write_wanted = Signal(str)
    keep_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, tuple[Look, Bubble]] = {}
        self._notes: Sequence[Json] = ()
        self._at_end = True
        self._making = Turns(self, few=0)
        self._content = QWidget()
        self._list = QVBoxLayout(self._content)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(8)
        self._list.addStretch(1)
        self.setWidget(self._content)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._stretched)

    @property
    def bubbles(self) -> list[Bubble]:
        """Those there are by now, as they were written."""
        return [self._made[note["id"]][1] for note in self._notes if note["id"] in self._made]

    def show_notes(
        self, notes: Sequence[Json], name: str, now: int, going: AbstractSet[str]
    ) -> None:
        """These, by somebody called so; those that are there and say the same stay.

        ``going``: by id, what is being taken back.
        """
        looks = {
            note["id"]: (note, name, moment_of(note, now), note["id"] in going) for note in notes
        }
        for each in [each for each, (look, _) in self._made.items() if looks.get(each) != look]:
            _, bubble = self._made.pop(each)
            self._list.removeWidget(bubble)
            bubble.hide()
            bubble.deleteLater()
        self._notes, self._at_end = notes, True
        # Of another person's the last ones come together, not one by one under the eye.
        self._content.setVisible(bool(self._made))
        self._making.begin(self._each(looks, now))
        self._stretched()

    def _each(self, looks: dict[str, Look], now: int) -> Iterator[None]:
        """From the last one up, since that is in sight."""
        notes = self._notes
        for at in reversed(range(len(notes))):
            note = notes[at]
            if note["id"] in self._made:
                continue
            _, name, _, going = look = looks[note["id"]]
            bubble = Bubble(note, name, now, self._content, going=going)
            bubble.take_back_wanted.connect(self.take_back_wanted)
            bubble.decline_wanted.connect(self.decline_wanted)
            bubble.write_wanted.connect(self.write_wanted)
            bubble.keep_wanted.connect(self.keep_wanted)
            polish(bubble)
            above = sum(each["id"] in self._made for each in notes[:at])
            self._list.insertWidget(1 + above, bubble)
            self._made[note["id"]] = look, bubble
            if len(notes) - at >= _IN_SIGHT:
                self._content.show()
            yield
        self._content.show()

    @Slot(int)
    def _scrolled(self, value: int) -> None:
        self._at_end = value == self.verticalScrollBar().maximum()

    @Slot()
    def _stretched(self) -> None:
        """Whoever saw the last one sees the last one, whenever rows get their heights.

        They end where the field below does; beside a scroll bar, a little before that.
        """
        bar = self.verticalScrollBar()
        self._list.setContentsMargins(0, 0, _BESIDE_BAR if bar.maximum() else 0, 0)
        if self._at_end:
            bar.setValue(bar.maximum())
