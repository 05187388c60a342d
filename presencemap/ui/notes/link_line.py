"""A link that came with a note: where it leads; to be opened, or kept for oneself.

What a peer wrote is opened as a web address of our own making, or not at all.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from presencemap.app.views import Json
from presencemap.domain.contact import ContactKind, ContactWay
from presencemap.ui.controls import ElidedLabel, Glyph, IconButton, dress, plain_tooltip
from presencemap.ui.people.contact_opener import ContactOpener


class LinkLine(QFrame):
    """`keep_wanted` with the link."""

    keep_wanted = Signal(object)

    def __init__(
        self, link: Json, opener: ContactOpener | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._opener = opener or ContactOpener(self)
        address = str(link["url"]).removeprefix("https://")
        dress(self, surface="sunken")
        leads = ElidedLabel(address, "small")
        leads.setToolTip(plain_tooltip(str(link["url"])))
        self.open_button = IconButton(
            "external-link", self.tr("Open {address}").format(address=address)
        )
        self.keep = IconButton(
            "plus", self.tr("Keep {address} among my links").format(address=address)
        )
        self.open_button.clicked.connect(
            lambda: self._opener.open(ContactWay(ContactKind.WEB, link["url"]))
        )
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self._link))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(6)
        row.addWidget(Glyph("link", "ink2", 14))
        row.addWidget(leads, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.keep)
