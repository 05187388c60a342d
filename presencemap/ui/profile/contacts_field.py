"""Contact ways in the order in which I like to be reached; the first is the card's main button."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from presencemap.domain.contact import ContactKind, ContactWay, contact_way
from presencemap.domain.errors import InvalidInput
from presencemap.domain.person import MAX_CONTACTS
from presencemap.ui import assets
from presencemap.ui.controls import Button, IconButton, Label
from presencemap.ui.people.contact_opener import contact_icon
from presencemap.ui.theme import appearance

_WAY = Qt.ItemDataRole.UserRole
_ROW = 30
_SHOWN = 4


def kind_name(kind: ContactKind) -> str:
    """A kind as it is chosen."""
    names = {
        ContactKind.TEAMS: QCoreApplication.translate("ContactsField", "Teams"),
        ContactKind.PHONE: QCoreApplication.translate("ContactsField", "Phone"),
        ContactKind.MAIL: QCoreApplication.translate("ContactsField", "E-mail"),
        ContactKind.WEB: QCoreApplication.translate("ContactsField", "Web"),
    }
    return names[kind]


def wrong_address(kind: ContactKind) -> str:
    """What to write instead."""
    sentences = {
        ContactKind.TEAMS: QCoreApplication.translate(
            "ContactsField", "Write your Teams address like anna@team.example."
        ),
        ContactKind.PHONE: QCoreApplication.translate(
            "ContactsField", "Write the number like +32 9 555 01 42."
        ),
        ContactKind.MAIL: QCoreApplication.translate(
            "ContactsField", "Write the address like anna@team.example."
        ),
        ContactKind.WEB: QCoreApplication.translate(
            "ContactsField", "Write the address like https://team.example/anna."
        ),
    }
    return sentences[kind]


class _Ways(QListWidget):
    """The list; Alt with the arrows moves a way, Delete takes it out."""

    moved = Signal(int)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alt and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ContactsField(QWidget):
    """List, and below it the fields for one more. `changed` after every change."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Ways()
        self.list.setAccessibleName(self.tr("Contact ways, the first one first"))
        self.list.setIconSize(QSize(16, 16))
        self.list.setProperty("popup", True)
        self.up = IconButton("arrow-up", self.tr("Move up (Alt+Up)"))
        self.down = IconButton("arrow-down", self.tr("Move down (Alt+Down)"))
        self.remove = IconButton("trash-2", self.tr("Remove (Delete)"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of contact way"))
        for kind in ContactKind:
            self.kind.addItem(kind_name(kind), kind.value)
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address or number"))
        self.add_button = Button(self.tr("Add"))
        self._error = Label("", "small", "danger", wrap=True)
        self._error.hide()
        self._lay_out()
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.list.currentRowChanged.connect(self._enable)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.add_button.clicked.connect(self.take_typed)
        self.address.returnPressed.connect(self.take_typed)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        appearance().changed.connect(self._draw)
        self._kind_changed()
        self._fit()

    @property
    def ways(self) -> tuple[ContactWay, ...]:
        """The ways, in order; what is half typed isn't among them."""
        return tuple(self.list.item(row).data(_WAY) for row in range(self.list.count()))

    def set_ways(self, ways: tuple[ContactWay, ...]) -> None:
        """Replace them all."""
        self.list.clear()
        for way in ways:
            self._append(way)
        self._fit()

    @Slot()
    def take_typed(self) -> bool:
        """Add what is typed; False where it is no address, and then it says so."""
        text = self.address.text().strip()
        if not text:
            return True
        kind = ContactKind(self.kind.currentData())
        try:
            way = contact_way(kind, text)
        except InvalidInput:
            self._say(wrong_address(kind))
            self.address.setFocus()
            return False
        if len(self.ways) >= MAX_CONTACTS:
            self._say(self.tr("%n ways fit at most; remove one first.", "", MAX_CONTACTS))
            return False
        self._say("")
        self.address.clear()
        if way not in self.ways:
            self._append(way)
            self._fit()
        return True

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(0)
        for button in (self.up, self.down, self.remove):
            keys.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(4)
        top.addWidget(self.list, 1)
        top.addLayout(keys)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.kind.setMinimumWidth(104)
        row.addWidget(self.kind)
        row.addWidget(self.address, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._top)
        column.addLayout(row)
        column.addWidget(self._error)

    def _append(self, way: ContactWay) -> None:
        item = QListWidgetItem(way.address)
        item.setData(_WAY, way)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind_name(way.kind)}: {way.address}")
        item.setIcon(assets.icon(contact_icon(way), appearance().theme.colour("ink2")))
        self.list.addItem(item)
        self.list.setCurrentItem(item)

    @Slot(int)
    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            self.list.insertItem(row + step, self.list.takeItem(row))
            self.list.setCurrentRow(row + step)
            self._enable()
            self.changed.emit()

    @Slot()
    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self._fit()

    @Slot()
    def _enable(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.remove.setEnabled(row >= 0)

    def _fit(self) -> None:
        """As high as the ways, up to four; nothing where there are none."""
        count = self.list.count()
        self._top.setVisible(count > 0)
        rows = max(1, min(_SHOWN, count))
        self.list.setFixedHeight(rows * appearance().theme.px(_ROW) + 10)
        self._enable()
        self.changed.emit()

    @Slot()
    def _kind_changed(self) -> None:
        hints = {
            ContactKind.TEAMS: "anna@team.example",
            ContactKind.PHONE: "+32 9 555 01 42",
            ContactKind.MAIL: "anna@team.example",
            ContactKind.WEB: "https://team.example/anna",
        }
        self.address.setPlaceholderText(hints[ContactKind(self.kind.currentData())])
        self._say("")

    def _say(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.address.setAccessibleDescription(sentence)

    @Slot()
    def _draw(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            icon = contact_icon(item.data(_WAY))
            item.setIcon(assets.icon(icon, appearance().theme.colour("ink2")))
