"""Those of my own saved links that fit what is asked. Nobody else knows of them.

Owns which are shown. Painted as one list: a widget for each would take time at every letter.
"""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from presencemap.app.link_commands import ShowLinks
from presencemap.app.views import Json
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.domain.stems import asked
from presencemap.ui.controls import Label, dress
from presencemap.ui.links.link_rows import LINK, ROW, LinkRows
from presencemap.ui.people.contact_opener import ContactOpener
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_MOST: Final = 3
_WORDS: Final = 2
"""So many words in common stand for a topic."""


class LinksFound(QWidget):
    """Hidden where there are none."""

    def __init__(self, team: Team, opener: ContactOpener, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._team, self._opener = team, opener
        self._text = ""
        title = Label(self.tr("Among your own links"), "body")
        dress(title, strong=True)
        self.rows = LinkRows()
        self.rows.setAccessibleName(self.tr("Among your own links"))
        dress(self.rows, surface="card")
        self.rows.itemActivated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(self.rows)
        self.hide()

    def seek(self, text: str) -> None:
        """Those that fit these words; what can't be read is none."""
        self._text = text
        if text.strip():
            self._team.ask(ShowLinks(about=text), lambda links: self._found(text, links))
        else:
            self.hide()

    def _found(self, text: str, links: list[Json]) -> None:
        if text != self._text:
            return
        enough = min(_WORDS, len(asked(text)))
        fit = [link for link in links if not link["shared"] and _fits(link, enough)][:_MOST]
        self.rows.show_links(fit, self._team.clock())
        self.rows.setFixedHeight(appearance().theme.px(ROW) * len(fit) + 2)
        self.setVisible(bool(fit))

    @Slot(QListWidgetItem)
    def _open(self, row: QListWidgetItem) -> None:
        self._opener.open(ContactWay(ContactKind.WEB, row.data(LINK)["url"]))


def _fits(link: Json, enough: int) -> bool:
    because = link["because"]
    return bool(because["topics"]) or len(because["words"]) >= enough
