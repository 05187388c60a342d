"""Starts a conversation: a typed contact way becomes a URI of our own making, and is opened.

Nothing received as a URI is ever opened. Knows neither cards nor models.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from presencemap.domain.contact import ContactKind, ContactWay, contact_uri
from presencemap.domain.errors import InvalidInput

# Under its own name, so that lupdate finds the texts.
translate = QCoreApplication.translate
_SCHEMES = frozenset({"mailto", "tel", "https"})
_ICONS = {
    ContactKind.TEAMS: "message-square",
    ContactKind.PHONE: "phone",
    ContactKind.MAIL: "mail",
    ContactKind.WEB: "globe",
}


def contact_icon(way: ContactWay) -> str:
    """The Lucide icon of a way."""
    return _ICONS[way.kind]


def contact_label(way: ContactWay) -> str:
    """What its button says."""
    labels = {
        ContactKind.TEAMS: translate("Contact", "Chat in Teams"),
        ContactKind.PHONE: translate("Contact", "Call"),
        ContactKind.MAIL: translate("Contact", "E-mail"),
        ContactKind.WEB: translate("Contact", "Open web page"),
    }
    return labels[way.kind]


def contact_word(way: ContactWay) -> str:
    """The same where there is little room."""
    if way.kind is ContactKind.TEAMS:
        return translate("Contact", "Chat")
    return translate("Contact", "Web page") if way.kind is ContactKind.WEB else contact_label(way)


def contact_tip(way: ContactWay, key: int) -> str:
    """The tooltip: what it does, to which address, by which key (0: none)."""
    tip = f"{contact_label(way)}: {way.address}"
    return f"{tip} ({key})" if key else tip


class ContactOpener(QObject):
    """Opens and copies. `unanswered` carries the way where nothing on this computer took it."""

    opened = Signal(object)
    unanswered = Signal(object)

    def __init__(
        self,
        parent: QObject | None = None,
        open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl,
        copy: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._open_url = open_url
        self._copy = copy or QGuiApplication.clipboard().setText

    def open(self, way: ContactWay) -> bool:
        """Start the conversation; False where the address is none or nothing answers."""
        try:
            url = QUrl(contact_uri(way), QUrl.ParsingMode.StrictMode)
        except InvalidInput:
            url = QUrl()
        done = url.isValid() and url.scheme() in _SCHEMES and self._open_url(url)
        (self.opened if done else self.unanswered).emit(way)
        return bool(done)

    def copy(self, way: ContactWay) -> None:
        """Put the address on the clipboard, as it is written."""
        self._copy(way.address)
