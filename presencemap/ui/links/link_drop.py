"""A link that is dropped on the window: kept; on a colleague's card it is to be sent to them.

Owns what is taken from a drag, and says meanwhile what it comes to. Fetches nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from presencemap.app.views import Json
from presencemap.ui.drop_hint import DropHint
from presencemap.ui.links.wording import new_link
from presencemap.ui.people.person_card import PersonCard

_BELOW = 116
"""Px: clear of the top bar, and of what floats at a map's top edge."""
_NAMED = "text/x-moz-url"
"""Address and title, as browsers other than Chromium's give them."""


class LinkDrop(QObject):
    """Watches a window. `dropped` with the link, and the id of whose card it fell on, or "".

    ``name_of`` an id: whom it can be sent to, "" for nobody.
    """

    dropped = Signal(object, str)

    def __init__(self, window: QWidget, card: PersonCard, name_of: Callable[[str], str]) -> None:
        super().__init__(window)
        self._card, self._name_of = card, name_of
        self.hint = DropHint(window, "link", _BELOW)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged over the window, where no part of it wants it."""
        if isinstance(event, QDragMoveEvent):
            link = dragged_link(event.mimeData())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.setAccepted(link is not None)
            self.hint.say(self._comes_to(self._under(watched, event)) if link is not None else "")
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hint.hide()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hint.hide()
            link = dragged_link(event.mimeData())
            if link is not None:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.dropped.emit(link, self._under(watched, event))
            return True
        return super().eventFilter(watched, event)

    def _comes_to(self, person: str) -> str:
        name = self._name_of(person)
        if name:
            return self.tr("Drop it to send it to {name}").format(name=name)
        return self.tr("Drop it to keep it for yourself")

    def _under(self, window: QObject, event: QDropEvent) -> str:
        if not isinstance(window, QWidget) or not self._card.isVisible():
            return ""
        at = self._card.mapFrom(window, event.position().toPoint())
        return self._card.person if self._card.rect().contains(at) else ""


def dragged_link(data: QMimeData) -> Json | None:
    """The one web address in what is dragged, with its title where that comes along."""
    if data.hasFormat(_NAMED):
        raw = bytes(data.data(_NAMED).data())
        address, _, title = raw.decode("utf-16-le", "ignore").strip("\0").partition("\n")
        return new_link(address, title)
    urls = [url for url in data.urls() if not url.isLocalFile()]
    if len(urls) == 1:
        return new_link(urls[0].toString())
    text = data.text().strip() if data.hasText() and not data.hasUrls() else ""
    return new_link(text) if "://" in text else None
