"""My notes: with whom at the left, the conversation beside it.

Owns which conversation is open. What is new, the notebook knows.
"""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from presencemap.ui.controls import dress, plain_tooltip
from presencemap.ui.dialog import Dialog
from presencemap.ui.notes.conversation import Conversation
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_PERSON = Qt.ItemDataRole.UserRole
_LIST = 200
_SIZE = (720, 580)


def _dot(*, new: bool) -> QIcon:
    """Blue beside whose note is new, and as much room beside the others."""
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.transparent)
    if new:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(appearance().theme.colour("accent"))
        painter.drawEllipse(4, 4, 8, 8)
        painter.end()
    return QIcon(picture)


class NotesDialog(Dialog):
    """`person`: whose conversation is open at first; "" for the latest."""

    def __init__(
        self, team: Team, notebook: Notebook, person: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Notes"), "", parent)
        self._team, self._notebook = team, notebook
        self._wanted = person
        self._listed: list[str] = []
        self.people = QListWidget()
        self.people.setFixedWidth(appearance().theme.px(_LIST))
        self.people.setAccessibleName(self.tr("With whom"))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.setIconSize(QSize(16, 16))
        dress(self.people, popup=True)
        self.conversation = Conversation(team, notebook)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.people)
        columns.addWidget(self.conversation, 1)
        self.body.addLayout(columns)
        self.cancel.hide()
        self.main.setText(self.tr("Close"))
        self.main.set_variant("")
        # Enter sends the note that is being written.
        self.main.setDefault(False)
        self.main.setAutoDefault(False)
        self.setMinimumSize(*_SIZE)
        self.people.currentItemChanged.connect(self._chosen)
        self.conversation.told.connect(self.tell)
        self.conversation.write_wanted.connect(self.show_person)
        notebook.changed.connect(self._fill)
        self._fill()

    @Slot(str)
    def show_person(self, person: str) -> None:
        """Open the conversation with a person."""
        self._wanted = person
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """The people anew, and who was chosen stays so."""
        known = self._notebook.people
        chosen = self._wanted or self.conversation.person or next(iter(known), "")
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
        self._wanted = ""
        if chosen and chosen != self.conversation.person:
            self.conversation.open(chosen)

    def _mark(self, item: QListWidgetItem, person: str, *, new: bool) -> None:
        card = self._team.roster.card(person)
        name = (card.person.name if card else self._notebook.name_of(person)) or person[:12]
        item.setText(name)
        item.setToolTip(plain_tooltip(name))
        spoken = self.tr("{name}, new").format(name=name) if new else name
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setIcon(_dot(new=new))
        font = item.font()
        font.setBold(new)
        item.setFont(font)

    @Slot(QListWidgetItem)
    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.conversation.open(item.data(_PERSON))
