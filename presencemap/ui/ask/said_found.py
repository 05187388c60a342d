"""What was said about it: posts and links, with who and when.

Owns the rows; a link opens in the browser, by an address of our own making.
"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Findings, Said
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.ask.found_row import FoundRow, NameOf
from presencemap.ui.controls import Label, dress
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.team import Team


class SaidFound(QWidget):
    """Rows of posts; hidden where there are none."""

    def __init__(self, team: Team, opener: ContactOpener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._opener = team, opener
        self.rows: list[FoundRow] = []
        self._shown: tuple[tuple[Said, str], ...] = ()
        title = Label(self.tr("Said about it"), "body")
        dress(title, strong=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addLayout(self._rows)
        self.hide()

    def show_findings(self, found: Findings, name_of: NameOf) -> None:
        """What was said."""
        shown = tuple((each, name_of(each.author)) for each in found.said)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown = shown
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        now = self._team.clock()
        self.rows = [FoundRow(each, name_of, now) for each in found.said]
        for row in self.rows:
            row.link_wanted.connect(self._open)
            self._rows.addWidget(row)

    @Slot(str)
    def _open(self, url: str) -> None:
        self._opener.open(ContactWay(ContactKind.WEB, url))
