"""The contact buttons of a card: the first way in words, the others as icons, keys 1 to 4.

Owns the notice with Copy where nothing answers. Knows contact ways, not people's cards.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.controls import (
    Button,
    FlowLayout,
    IconButton,
    Label,
    QuietButton,
    dress,
    set_tip,
)
from presencemap.ui.people.contact_opener import (
    ContactOpener,
    contact_icon,
    contact_label,
    contact_tip,
)

_KEYS = 4
_BESIDE = 3


class ContactRow(QWidget):
    """Buttons for ways in their owner's order; those made for one person serve the next."""

    def __init__(self, opener: ContactOpener) -> None:
        super().__init__()
        self._opener = opener
        self._ways: tuple[ContactWay, ...] = ()
        self._made: list[QAbstractButton] = []
        self.notice = ContactNotice(opener)
        self.notice.hide()
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

    @property
    def buttons(self) -> list[QAbstractButton]:
        """Those of the ways that are shown."""
        return self._made[: len(self._ways)]

    def show_ways(self, ways: Sequence[ContactWay], *, quiet: bool) -> None:
        """Offer these. `quiet`: the first doesn't call for a click."""
        if tuple(ways) != self._ways:
            self.notice.hide()
        self._ways = tuple(ways)
        while len(self._made) < len(ways):
            self._add(IconButton("mail", "", framed=True))
        for number, way in enumerate(ways, start=1):
            button = self._made[number - 1]
            if isinstance(button, IconButton):
                button.set_icon(contact_icon(way))
            set_tip(button, contact_tip(way, number if number <= _KEYS else 0))
            button.setAccessibleName(contact_label(way))
            button.setAccessibleDescription(way.address)
        if ways:
            self._first.setText(contact_label(ways[0]))
            self._first.set_variant("" if quiet else "primary")
            self._first.set_icon(contact_icon(ways[0]))
        for number, button in enumerate(self._made, start=1):
            button.setVisible(number <= len(ways))
        self._more.setVisible(len(ways) > 1 + _BESIDE)
        self.setVisible(bool(ways))

    def add_keys(self, card: QWidget) -> list[QShortcut]:
        """Keys 1 to 4 while the focus is in the card."""
        made = []
        for number in range(1, _KEYS + 1):
            shortcut = QShortcut(QKeySequence(str(number)), card)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._press, number - 1))
            made.append(shortcut)
        return made

    def _add(self, button: QAbstractButton) -> None:
        index = len(self._made)
        self._made.append(button)
        button.clicked.connect(partial(self._open, index))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(partial(self._menu, index))
        if index <= _BESIDE:
            self._row.addWidget(button, 0 if index else 1)
        else:
            self._flow.addWidget(button)
        if index:
            # Made later than what stands below.
            self.setTabOrder(self._made[index - 1], button)

    def _press(self, index: int) -> None:
        if index < len(self._ways):
            self._made[index].click()

    def _open(self, index: int, _checked: object = None) -> None:
        way = self._ways[index]
        self.notice.show_for(way, opened=self._opener.open(way))

    def _menu(self, index: int, at: QPoint) -> None:
        self.menu_for(self._ways[index]).popup(self._made[index].mapToGlobal(at))

    def menu_for(self, way: ContactWay) -> QMenu:
        """What a right click on a way offers; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy: Callable[[], None] = partial(self._opener.copy, way)
        menu.addAction(self.tr("Copy address")).triggered.connect(copy)
        return menu


class ContactNotice(QFrame):
    """One line under the buttons: what went out, or that nothing answered; and Copy."""

    def __init__(self, opener: ContactOpener) -> None:
        super().__init__()
        self._opener = opener
        self._way: ContactWay | None = None
        self.words = Label("", "small", "ink2", wrap=True)
        self.copy = QuietButton(self.tr("Copy"), small=True)
        self.copy.clicked.connect(self._copy)
        dress(self, surface="sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy)

    def show_for(self, way: ContactWay, *, opened: bool) -> None:
        """Web pages open or not; a phone or mail program may be missing without telling us."""
        self._way = way
        if not opened:
            words = self.tr("Nothing on this computer opens {address}.")
        elif way.kind in {ContactKind.PHONE, ContactKind.MAIL}:
            words = self.tr("Handed {address} to this computer. Nothing opens?")
        else:
            self.hide()
            return
        self.words.setText(words.format(address=way.address))
        self.copy.setText(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy {address}").format(address=way.address))
        self.show()

    @Slot()
    def _copy(self) -> None:
        if self._way is not None:
            self._opener.copy(self._way)
            self.copy.setText(self.tr("Copied"))
