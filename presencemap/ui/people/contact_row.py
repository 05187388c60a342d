"""The contact buttons of a card: the first way in words, the others as icons.

Of who asks for quiet a note comes first, and their ways are in a menu beside it. Knows no card.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from presencemap.domain.contact import ContactWay
from presencemap.ui.controls import Button, FlowLayout, IconButton, set_tip
from presencemap.ui.people.contact_opener import (
    ContactOpener,
    contact_icon,
    contact_label,
    contact_tip,
    contact_word,
)
from presencemap.ui.people.contact_ways import KEYS, ContactWays

_BESIDE = 3
_WIDE = 1_000
"""Px, until somebody says how wide it is to be."""


class ContactRow(ContactWays):
    """Buttons for ways in their owner's order; those made for one person serve the next."""

    def __init__(self, opener: ContactOpener) -> None:
        super().__init__(opener)
        self._made: list[QAbstractButton] = []
        self._room, self._shown, self._strip = _WIDE, 0, False
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._more = QWidget()
        self._flow = FlowLayout(self._more, spacing=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row)
        column.addWidget(self._more)
        column.addWidget(self.notice)
        self._first = Button("")
        self._first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._add(self._first)
        self.other = IconButton("ellipsis", self.tr("Other ways to reach them"), framed=True)
        self.other.setMenu(self.others)
        self.other.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._row.addWidget(self.other)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """Those of what is offered, but for what is in the menu."""
        return self._made[: self._shown]

    def fit(self, room: int, *, strip: bool = False) -> None:
        """Be so many px wide, with few words if need be; ``strip``: in one line, with a menu."""
        if (room, strip) != (self._room, self._strip):
            self._room, self._strip = room, strip
            self._arrange()

    def show_ways(self, ways: Sequence[ContactWay], *, quiet: bool = False, me: bool) -> None:
        """As buttons; mine don't call for a click."""
        self.take([None, *ways] if quiet else ways)
        while len(self._made) < len(ways):
            self._add(IconButton("mail", "", framed=True))
        if quiet:
            set_tip(self._first, self.tr("They alone can read it, also when they are away (1)"))
            self._first.setAccessibleName(self.tr("Write a note"))
            self._first.setAccessibleDescription("")
        self._first.set_variant("" if me else "primary")
        self._arrange()
        self.setVisible(bool(self.acts))

    def _arrange(self) -> None:
        quiet = self.acts[:1] == (None,)
        self._say(min(1 if quiet or self._strip else _BESIDE, max(0, len(self.acts) - 1)))
        self._shown = 1 if quiet else self._fitting()
        for number, way in enumerate(self.acts[: self._shown], start=1):
            if way is not None:
                self._name(self._made[number - 1], way, number if number <= KEYS else 0)
        for number, button in enumerate(self._made):
            button.setVisible(number < self._shown)
        self.other.setVisible(self._shown < len(self.acts))
        self._more.setVisible(self._shown > 1 + _BESIDE)

    def _say(self, beside: int) -> None:
        """The most on the first button that leaves room for so many signs; at last its icon."""
        if not self.acts:
            return
        way = self.acts[0]
        self._first.set_icon("sticky-note" if way is None else contact_icon(way))
        if way is None:
            words = [self.tr("Write a note")]
        else:
            words = [contact_word(way)] if self._strip else [contact_label(way), contact_word(way)]
        for text in (*words, ""):
            self._first.setText(text)
            if self._beside() >= beside and self._first.sizeHint().width() <= self._room:
                break

    def _fitting(self) -> int:
        """How many ways have a button; where not all have, one more leads to the others."""
        ways, beside = len(self.acts), min(self._beside(), _BESIDE)
        if not self._strip or ways <= beside + 1:
            return ways
        return max(1, beside)

    def _beside(self) -> int:
        """How many signs have room at the right of the first button."""
        sign = self.other.minimumWidth() + self._row.spacing()
        return max(0, self._room - self._first.sizeHint().width()) // sign

    def _name(self, button: QAbstractButton, way: ContactWay, key: int) -> None:
        if isinstance(button, IconButton):
            button.set_icon(contact_icon(way))
        set_tip(button, contact_tip(way, key))
        button.setAccessibleName(contact_label(way))
        button.setAccessibleDescription(way.address)

    def _add(self, button: QAbstractButton) -> None:
        index = len(self._made)
        self._made.append(button)
        button.clicked.connect(partial(self.act, index))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(partial(self._menu, index))
        if index <= _BESIDE:
            self._row.insertWidget(index, button, 0 if index else 1)
        else:
            self._flow.addWidget(button)
        if index:
            # Made later than what stands below.
            self.setTabOrder(self._made[index - 1], button)

    def _menu(self, index: int, at: QPoint) -> None:
        way = self.acts[index]
        if way is not None:
            self.menu_for(way).popup(self._made[index].mapToGlobal(at))
