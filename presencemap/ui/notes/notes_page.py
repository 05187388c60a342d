"""My notes as a screen: with whom at the left, the conversation beside it.

Owns which conversation is open. What is new, the notebook knows.
"""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from presencemap.domain.person import Person, Profile
from presencemap.ui.controls import IconButton, Label, dress, plain_tooltip
from presencemap.ui.notes.conversation import Conversation
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.notes.write_dialog import WriteDialog
from presencemap.ui.painting.avatar import avatar
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_PERSON = Qt.ItemDataRole.UserRole
_FACE = 28
_BESIDE = 560
"""Px from which list and conversation are side by side; below, one of them at a time."""
_WIDEST = 620
_ANY = 16_777_215


class NotesPage(QWidget):
    """Nothing is taken for seen while it isn't shown. `dialog_wanted` to ask whom to write to."""

    dialog_wanted = Signal(object)

    def __init__(self, team: Team, notebook: Notebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._notebook = team, notebook
        self._listed: list[str] = []
        self._reading = False
        self.people = QListWidget()
        self.people.setAccessibleName(self.tr("With whom"))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setUniformItemSizes(True)
        self.people.setWordWrap(False)
        dress(self.people, rows="true")
        self.conversation = Conversation(team, notebook)
        self.begin = IconButton("plus", self.tr("Write to a colleague"))
        self.back = IconButton("arrow-left", self.tr("Back to all notes"))
        self._message = Label("", "small", "danger", wrap=True)
        self._message.hide()
        self._lay_out()
        self.people.currentItemChanged.connect(self._chosen)
        self.people.itemClicked.connect(self._read)
        self.people.itemActivated.connect(self._read)
        self.back.clicked.connect(self._show_list)
        self.conversation.told.connect(self._tell)
        for begins in (self.begin.clicked, self.conversation.begin_wanted):
            begins.connect(self._begin)
        self.conversation.write_wanted.connect(self.show_person)
        notebook.changed.connect(self._fill)
        appearance().changed.connect(self._dress)
        appearance().hit_changed.connect(self._share_out)
        self._dress()

    @property
    def message(self) -> str:
        """The sentence about what failed, "" for none."""
        return self._message.text()

    @Slot(str)
    def show_person(self, person: str) -> None:
        """Open the conversation with a person."""
        self._reading = True
        self._fill_with(person)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the conversation is seen."""
        super().showEvent(event)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow one at a time."""
        super().resizeEvent(event)
        self._share_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground; the people lie on the surface, as colleagues do."""
        theme = appearance().theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg"))
        if self._side.isVisible():
            painter.fillRect(self._side.geometry(), theme.colour("surface"))
            right = self._side.geometry().right()
            painter.fillRect(right, 0, 1, self.height(), theme.colour("border"))

    def _lay_out(self) -> None:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 14, 1, 0)
        column.setSpacing(10)
        title = Label(self.tr("Notes"), "title")
        top = QHBoxLayout()
        top.setContentsMargins(14, 0, 12, 0)
        top.addWidget(title, 1)
        top.addWidget(self.begin)
        column.addLayout(top)
        column.addWidget(self.people, 1)
        self._head = head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        talk = QVBoxLayout()
        talk.setSpacing(8)
        talk.addWidget(self.conversation, 1)
        talk.addWidget(self._message)
        head.addLayout(talk, 1)
        self._talk = QWidget()
        self._talk.setLayout(head)
        self._talk.setMaximumWidth(_WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addStretch(0)
        row.addWidget(self._talk, 1)
        row.addStretch(0)

    @Slot()
    def _dress(self) -> None:
        theme = appearance().theme
        self.people.setIconSize(QSize(theme.px(_FACE), theme.px(_FACE)))
        self._listed = []
        self._share_out()
        self._fill()

    @Slot()
    def _begin(self) -> None:
        dialog = WriteDialog(self._team.roster, self.window())
        dialog.chosen.connect(self.show_person)
        self.dialog_wanted.emit(dialog)

    @Slot()
    def _show_list(self) -> None:
        self._reading = False
        self._share_out()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _read(self) -> None:
        self._reading = True
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        narrow = self.width() < _BESIDE
        edge = 12 if narrow else 24
        self._head.setContentsMargins(edge, edge, edge, edge)
        # Where there are none, it says so, and how to begin.
        reading = self._reading or not self._listed
        back = narrow and bool(self._listed)
        self.back.setVisible(back)
        self.conversation.stand_beside(appearance().hit if back else 0)
        self._side.setVisible(not narrow or not reading)
        self._talk.setVisible(not narrow or reading)
        theme = appearance().theme
        if narrow:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY)
        else:
            self._side.setFixedWidth(theme.px(theme.size("list")))

    @Slot(str)
    def _tell(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    @Slot()
    def _fill(self) -> None:
        if self.isVisible():
            self._fill_with("")

    def _fill_with(self, wanted: str) -> None:
        """The people anew; who was chosen stays so, unless another is wanted."""
        known = self._notebook.people
        chosen = wanted or self.conversation.person or next(iter(known), "")
        people = known if not chosen or chosen in known else [chosen, *known]
        unseen = self._notebook.unseen - {chosen}
        self.people.blockSignals(True)
        if people != self._listed:
            # Not where they are the same: it may be one of them that is being clicked.
            self._listed = people
            self.people.clear()
            for person in people:
                item = QListWidgetItem()
                item.setData(_PERSON, person)
                self.people.addItem(item)
        for row, person in enumerate(people):
            self._mark(self.people.item(row), person, new=person in unseen)
        if chosen:
            self.people.setCurrentRow(people.index(chosen))
        self.people.blockSignals(False)
        # First, so that what is opened may have the keyboard.
        self._share_out()
        if chosen and chosen != self.conversation.person:
            self.conversation.open(chosen)

    def _mark(self, item: QListWidgetItem, person: str, *, new: bool) -> None:
        card = self._team.roster.card(person)
        known = card.person if card else Person(person, Profile(self._name(person)))
        name = known.name
        item.setText(name)
        item.setToolTip(plain_tooltip(name))
        spoken = self.tr("{name}, new").format(name=name) if new else name
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setIcon(self._face(person, known.initials, new=new))
        font = item.font()
        font.setBold(new)
        item.setFont(font)

    def _name(self, person: str) -> str:
        """Of who left the team."""
        return self._notebook.name_of(person) or person[:12]

    def _face(self, person: str, initials: str, *, new: bool) -> QIcon:
        """A blue dot on the face of whose note is new."""
        theme, scale = appearance().theme, self.devicePixelRatioF()
        size = theme.px(_FACE)
        face = avatar(theme, person, initials, size, scale)
        if not new:
            return _untinted(face)
        marked = QPixmap(face)
        painter = QPainter(marked)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("surface"))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(size - 10, 1, 9, 9)
        painter.end()
        return _untinted(marked)

    @Slot(QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.conversation.open(item.data(_PERSON))


def _untinted(face: QPixmap) -> QIcon:
    """The same in a row that is chosen: Qt would tint it."""
    icon = QIcon(face)
    icon.addPixmap(face, QIcon.Mode.Selected)
    return icon
