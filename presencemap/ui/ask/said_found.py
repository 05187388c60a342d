"""What was said about it: posts and links, with who and when.

Owns the rows; a link opens in the browser, by an address of our own making.
"""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from presencemap.app.knowledge.findings import Findings, Said
from presencemap.app.knowledge.inquiry import SAID
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.ask.found_row import FoundRow, NameOf
from presencemap.ui.controls import Label, Rows, dress
from presencemap.ui.filling import Filling
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.team import Team


class SaidFound(QWidget):
    """Rows of posts; hidden where there are none. `thread_wanted` with a post's id."""

    thread_wanted = Signal(str)

    def __init__(self, team: Team, opener: ContactOpener, filling: Filling) -> None:
        super().__init__()
        self._team, self._opener = team, opener
        self._shown: tuple[tuple[Said, str], ...] = ()
        title = Label(self.tr("Said about it"), "body")
        dress(title, strong=True)
        self._rows = Rows(self._make, spacing=4)
        self._filling = filling
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self._rows)
        self.hide()

    @property
    def rows(self) -> list[FoundRow]:
        """Those that are shown."""
        return self._rows.shown

    def show_findings(self, found: Findings, name_of: NameOf) -> None:
        """What was said."""
        shown = tuple((each, name_of(each.author)) for each in found.said)
        self.setVisible(bool(shown))
        if shown == self._shown:
            return
        self._shown, now = shown, self._team.clock()

        def show(row: FoundRow, said: Said) -> None:
            row.show_said(said, name_of, now)

        self._filling.fill(self, self._rows.fill(found.said, show))

    def make_ahead(self) -> Iterator[None]:
        """Make the rows that an answer may have, in steps, before there is one."""
        return self._rows.make_ahead(SAID)

    def _make(self) -> FoundRow:
        row = FoundRow()
        row.link_wanted.connect(self._open)
        row.thread_wanted.connect(self.thread_wanted)
        return row

    @Slot(str)
    def _open(self, url: str) -> None:
        self._opener.open(ContactWay(ContactKind.WEB, url))
