"""A picture that is dropped on a floor, or on a place of the map: whose plan it becomes.

Owns the drag over the ground and the words meanwhile. Reads no file.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from presencemap.domain.place import Place, PlaceKind
from presencemap.ui.drop_hint import DropHint

_BELOW = 64
"""Px: clear of what floats at a map's top edge."""
_KINDS = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class PlanDrop(DropHint):
    """Watches its parent. ``floor_at`` a point says the floor, or the site that has none yet.

    ``dropped`` with its id and the file.
    """

    dropped = Signal(str, Path)

    def __init__(self, ground: QWidget, floor_at: Callable[[QPoint], Place | None]) -> None:
        super().__init__(ground, "layers", _BELOW)
        self._floor_at = floor_at
        ground.setAcceptDrops(True)
        ground.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is dragged over the ground, and let go there."""
        if isinstance(event, QDragMoveEvent) and event.type() in _KINDS:
            self._move(event)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self.hide()
        else:
            return super().eventFilter(watched, event)
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        """Say which floor's plan it would become; over anything else it isn't taken."""
        floor = self._floor_at(event.position().toPoint()) if _file(event) else None
        # Refused at the entry, no move would be told any more.
        entering = event.type() == QEvent.Type.DragEnter and _file(event) is not None
        event.setAccepted(floor is not None or entering)
        if floor is None:
            self.hide()
            return
        event.acceptProposedAction()
        words = self.tr("Drop it to draw the plan of {floor}")
        if floor.kind is not PlaceKind.FLOOR:
            words = self.tr("Drop it to draw a first floor of {floor}")
        self.say(words.format(floor=floor.name))

    def _drop(self, event: QDropEvent) -> None:
        self.hide()
        file, floor = _file(event), self._floor_at(event.position().toPoint())
        if file is not None and floor is not None:
            event.acceptProposedAction()
            self.dropped.emit(floor.id, file)


def _file(event: QDropEvent) -> Path | None:
    """The first file that is dragged; whether it is a picture is found out when it is read."""
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(files[0]) if files else None
