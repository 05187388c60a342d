"""A colleague's contact ways, however they are drawn: what opens one, keys 1 to 4, what came of it.

Owns the notice with Copy where nothing answers. Knows contact ways, not people's cards.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QWidget

from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.controls import Label, QuietButton, dress, plain
from presencemap.ui.people.contact_opener import ContactOpener, contact_label

KEYS: Final = 4


class ContactWays(QWidget):
    """`note_wanted`: they shall be written to, which is what is offered of who asks for quiet.

    ``others`` has the ways of who does. Whoever derives from it draws ``acts``, and calls ``act``
    with the number of one.
    """

    note_wanted = Signal()

    def __init__(self, opener: ContactOpener) -> None:
        super().__init__()
        self._opener = opener
        self.acts: tuple[ContactWay | None, ...] = ()
        """In the order of their keys; None is a note."""
        self.notice = ContactNotice(opener)
        self.notice.hide()
        self.others = QMenu(self)
        self.others.aboutToShow.connect(self._fill_menu)

    @property
    def buttons(self) -> Sequence[QAbstractButton]:
        """Those of what is offered, but for what is in the menu."""
        raise NotImplementedError

    def show_ways(self, ways: Sequence[ContactWay], *, quiet: bool = False, me: bool) -> None:
        """Offer these of somebody who asks for ``quiet``, or doesn't; ``me``: they are mine."""
        raise NotImplementedError

    def take(self, acts: Sequence[ContactWay | None]) -> None:
        """What is offered from now on."""
        if tuple(acts) != self.acts:
            self.notice.hide()
        self.acts = tuple(acts)

    def add_keys(self, card: QWidget) -> list[QShortcut]:
        """Keys 1 to 4 while the focus is in the card."""
        made = []
        for number in range(KEYS):
            shortcut = QShortcut(QKeySequence(str(number + 1)), card)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.act, number))
            made.append(shortcut)
        return made

    def act(self, number: int, _checked: object = None) -> None:
        """Do the first (0), the second ... of what is offered; nothing where there is none."""
        if number >= len(self.acts):
            return
        way = self.acts[number]
        if way is None:
            self.note_wanted.emit()
        else:
            self.notice.show_for(way, opened=self._opener.open(way))

    def menu_for(self, way: ContactWay) -> QMenu:
        """What a right click on a way offers; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy: Callable[[], None] = partial(self._opener.copy, way)
        menu.addAction(self.tr("Copy address")).triggered.connect(copy)
        return menu

    @Slot()
    def _fill_menu(self) -> None:
        self.others.clear()
        for number, way in enumerate(self.acts):
            if way is not None:
                words = plain(f"{contact_label(way)}: {way.address}")
                key = f"\t{number + 1}" if number < KEYS else ""
                action = self.others.addAction(f"{words}{key}")
                action.triggered.connect(partial(self.act, number))


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
