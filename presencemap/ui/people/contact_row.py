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
    PrimaryButton,
    QuietButton,
    dress,
    plain_tooltip,
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
    """Buttons for `ways` in their owner's order. `quiet`: the first doesn't call for a click."""

    def __init__(self, ways: Sequence[ContactWay], opener: ContactOpener, *, quiet: bool) -> None:
        super().__init__()
        self._opener = opener
        self.buttons: list[QAbstractButton] = []
        self.notice = ContactNotice(opener)
        self.notice.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        more = FlowLayout(spacing=8)
        for number, way in enumerate(ways, start=1):
            button = self._button(way, number, quiet=quiet)
            self.buttons.append(button)
            if number <= 1 + _BESIDE:
                row.addWidget(button, 1 if number == 1 else 0)
            else:
                more.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        if more.count():
            column.addLayout(more)
        column.addWidget(self.notice)

    def add_keys(self, card: QWidget) -> list[QShortcut]:
        """Keys 1 to 4 while the focus is in the card; the caller keeps them as long as the row."""
        made = []
        for number, button in enumerate(self.buttons[:_KEYS], start=1):
            shortcut = QShortcut(QKeySequence(str(number)), card)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            made.append(shortcut)
        return made

    def _button(self, way: ContactWay, number: int, *, quiet: bool) -> QAbstractButton:
        button: QAbstractButton
        tip = contact_tip(way, number if number <= _KEYS else 0)
        if number > 1:
            button = IconButton(contact_icon(way), tip, framed=True)
        elif quiet:
            button = Button(contact_label(way), icon=contact_icon(way))
        else:
            button = PrimaryButton(contact_label(way), icon=contact_icon(way))
        if number == 1:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(plain_tooltip(tip))
        button.setAccessibleName(contact_label(way))
        button.setAccessibleDescription(way.address)
        button.clicked.connect(partial(self._open, way))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(partial(self._menu, button, way))
        return button

    def _open(self, way: ContactWay, _checked: object = None) -> None:
        self.notice.show_for(way, opened=self._opener.open(way))

    def _menu(self, button: QAbstractButton, way: ContactWay, at: QPoint) -> None:
        menu = self.menu_for(way)
        menu.popup(button.mapToGlobal(at))

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
