"""A colleague's contact ways where there is room: a row each, with its address and its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from presencemap.domain.contact import ContactWay
from presencemap.ui.controls import ElidedLabel, Glyph, RowButton, dress, plain_tooltip, two_lines
from presencemap.ui.key_cap import KeyCap
from presencemap.ui.people.contact_opener import (
    ContactOpener,
    contact_icon,
    contact_label,
    contact_tip,
)
from presencemap.ui.people.contact_ways import KEYS, ContactWays


class ContactList(ContactWays):
    """Their ways, and last a note; first where they ask for quiet, with the ways in a menu."""

    def __init__(self, opener: ContactOpener) -> None:
        super().__init__(opener)
        self._made: list[_Row] = []
        self.other = _Row(KEYS)
        words = self.tr("Other ways")
        self.other.say("ellipsis", words, self.tr("Only if it can’t wait"), words)
        self.other.clicked.connect(self._open_menu)
        self._box = QFrame()
        dress(self._box, surface="card")
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._box)
        column.addWidget(self.notice)

    @property
    def buttons(self) -> Sequence["_Row"]:
        """Those of what is offered, but for what is in the menu."""
        quiet = self.acts[:1] == (None,) and len(self.acts) > 1
        return self._made[: 1 if quiet else len(self.acts)]

    def show_ways(self, ways: Sequence[ContactWay], *, quiet: bool = False, me: bool) -> None:
        """As rows; nobody writes a note to themselves."""
        note = () if me else (None,)
        self.take((*note, *ways) if quiet else (*ways, *note))
        while len(self._made) < len(self.acts):
            self._make()
        shown = self.buttons
        for number, row in enumerate(self._made):
            row.setVisible(number < len(shown))
            if number < len(shown):
                self._say(row, self.acts[number], number + 1 if number < KEYS else 0)
        self.other.setVisible(len(shown) < len(self.acts))
        self.setVisible(bool(self.acts))

    def _say(self, row: "_Row", way: ContactWay | None, key: int) -> None:
        if way is not None:
            row.say(contact_icon(way), contact_label(way), way.address, contact_tip(way, key))
            return
        words, facts = self.tr("Direct note"), self.tr("Encrypted, waits if they are away")
        row.say("sticky-note", words, facts, f"{words} ({key})" if key else words)

    def _make(self) -> None:
        number = len(self._made)
        row = _Row(number)
        row.clicked.connect(partial(self.act, number))
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(partial(self._menu, number))
        self._made.append(row)
        self._rows.insertWidget(number, row)

    def _menu(self, number: int, at: QPoint) -> None:
        way = self.acts[number]
        if way is not None:
            self.menu_for(way).popup(self._made[number].mapToGlobal(at))

    @Slot()
    def _open_menu(self) -> None:
        self.others.popup(self.other.mapToGlobal(self.other.rect().bottomLeft()))


class _Row(RowButton):
    """What it does over the address; its number is its key, from 0 on, while there is one."""

    def __init__(self, number: int) -> None:
        super().__init__("", parted=number > 0)
        self._icon = Glyph("mail", "accent", 18)
        self._what = ElidedLabel("", "body")
        dress(self._what, strong=True)
        self._facts = ElidedLabel("", "small", "ink3")
        self.row.addWidget(self._icon)
        self.row.addLayout(two_lines(self._what, self._facts), 1)
        if number < KEYS:
            self.row.addWidget(KeyCap(str(number + 1)))

    def say(self, icon: str, what: str, facts: str, tip: str) -> None:
        """What it does, and what else is to know of that."""
        self._icon.become(icon, "accent")
        self._what.setText(what)
        self._facts.setText(facts)
        self.setToolTip(plain_tooltip(tip))
        self.setAccessibleName(what)
        self.setAccessibleDescription(facts)
