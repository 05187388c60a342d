"""My links: found by their words, kept from an address, opened, erased. Nobody else sees them.

Asks the node at the start and after each act. Erasing is undone by keeping again, for a while.
"""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from presencemap.app.link_commands import RemoveLink, SaveLink, ShowLinks
from presencemap.app.views import Json
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.links import named
from presencemap.ui.controls import Button, Label, clearable, dress
from presencemap.ui.dialog import Dialog
from presencemap.ui.links.link_rows import LinkRows
from presencemap.ui.links.wording import called, copied_link, new_link
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_HIGH: Final = 320


class LinksDialog(Dialog):
    """Mine, of one team's profile."""

    def __init__(
        self, team: Team, parent: QWidget | None = None, opener: ContactOpener | None = None
    ) -> None:
        super().__init__(self.tr("My links"), "", parent)
        self._team = team
        self._erased: Json | None = None
        self._opener = opener or ContactOpener(self)
        said = self.tr("Kept on this computer, for you alone. Send one from a colleague’s card.")
        self.body.addWidget(Label(said, "small", "ink2", wrap=True))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Words of a link, or a new address"))
        self.field.setAccessibleName(self.tr("Words of a link, or a new address"))
        clearable(self.field)
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("What it is (may name #topics)"))
        self.title.setAccessibleName(self.tr("What the link is"))
        self._called = Label("", "small", "ink2", wrap=True)
        self.save = Button(self.tr("Save"), icon="plus")
        self.paste = Button(self.tr("From the clipboard"), icon="copy")
        self.rows = LinkRows()
        self.rows.setAccessibleName(self.tr("My links, the newest first"))
        dress(self.rows, surface="card")
        self._nothing = Label("", "body", "ink2", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget()
        self._pages.setFixedHeight(_HIGH)
        for page in (self.rows, self._nothing):
            self._pages.addWidget(page)
        self.follow = Button(self.tr("Open"), icon="external-link")
        self.remove = Button(self.tr("Erase"), icon="trash-2")
        self.undo = Button(self.tr("Undo"), icon="undo-2")
        self._lay_out()
        self._connect()
        self._learn()
        self._find()

    @Slot()
    def submit(self) -> None:
        """Close; Enter on an address saves it first."""
        if new_link(self.field.text()) is not None and self.field.hasFocus():
            self._save()
        else:
            self.accept()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.field, 1)
        top.addWidget(self.save)
        top.addWidget(self.paste)
        self.body.addLayout(top)
        for part in (self.title, self._called, self._pages):
            self.body.addWidget(part)
        self.cancel.hide()
        self.main.setText(self.tr("Done"))
        for number, button in enumerate((self.follow, self.remove, self.undo)):
            self.feet.insertWidget(number, button)
        self.setMinimumWidth(560)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.title.returnPressed.connect(self._save)
        self.save.clicked.connect(self._save)
        self.paste.clicked.connect(self._paste)
        self.follow.clicked.connect(self._open)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._put_back)
        self.rows.itemActivated.connect(self._open)
        self.rows.itemSelectionChanged.connect(self._learn)
        QGuiApplication.clipboard().dataChanged.connect(self._learn)

    @Slot()
    def _find(self) -> None:
        words = "" if new_link(self.field.text()) else self.field.text()
        self._team.ask(ShowLinks(words), self._show, self._failed)
        self._learn()

    def _show(self, links: list[Json]) -> None:
        self.rows.show_links(links, self._team.clock())
        self._learn()

    @Slot()
    def _learn(self) -> None:
        link = new_link(self.field.text())
        typed = link is not None
        said = called(link, self.title.text())
        self._called.setText(said)
        self._called.setVisible(bool(said))
        self.title.setVisible(typed and not said)
        self.save.setVisible(typed)
        self.paste.setVisible(not typed)
        self.paste.setEnabled(copied_link(QGuiApplication.clipboard().text()) is not None)
        self._pages.setCurrentWidget(self.rows if self.rows.count() else self._nothing)
        self._nothing.setText(
            self.tr("None of your links has these words.")
            if self.field.text().strip() and not typed
            else self.tr("Nothing is kept yet. Drop a link on the window, or paste one above.")
        )
        for button in (self.follow, self.remove):
            button.setEnabled(self.rows.link is not None)
        self.undo.setVisible(self._erased is not None)

    @Slot()
    def _paste(self) -> None:
        link = copied_link(QGuiApplication.clipboard().text())
        if link is not None:
            self.title.setText(link["title"])
            self.field.setText(link["url"])
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save(self) -> None:
        address, words = named(self.field.text())
        if new_link(address) is not None:
            wanted = SaveLink(address, self.title.text() or words)
            self._team.ask(wanted, self._saved, self._failed)

    def _saved(self, _link: Json) -> None:
        self.title.clear()
        self.field.clear()
        self.tell("")
        self._find()

    @Slot()
    def _open(self) -> None:
        link = self.rows.link
        if link is not None:
            self._opener.open(ContactWay(ContactKind.WEB, link["url"]))

    @Slot()
    def _remove(self) -> None:
        link = self.rows.link
        if link is not None:
            self._team.ask(RemoveLink(link["url"]), self._removed, self._failed)

    def _removed(self, link: Json) -> None:
        self._erased = link
        self._find()

    @Slot()
    def _put_back(self) -> None:
        link, self._erased = self._erased, None
        if link is not None:
            back = SaveLink(link["url"], link["title"], tuple(link["topics"]))
            self._team.ask(back, self._saved, self._failed)

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
