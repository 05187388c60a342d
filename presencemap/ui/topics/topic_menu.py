"""What anyone can do with a topic, for everybody: rename it, join it with another, part it again.

Owns the button, its entries and their keys. What comes of them, others know.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from presencemap.ui.controls import IconButton, plain

RENAME, JOIN = "F2", "Shift+F2"


class TopicMenu(IconButton):
    """Of the ``topic`` that is shown now, "" for none; its keys work anywhere in ``around``.

    ``joined``: the topics that are part of it.
    """

    rename_wanted = Signal(str)
    join_wanted = Signal(str)
    part_wanted = Signal(str)

    def __init__(
        self,
        topic: Callable[[], str],
        joined: Callable[[], tuple[str, ...]],
        around: QWidget,
    ) -> None:
        super().__init__("ellipsis", "")
        self.set_name(self.tr("Rename this topic, join it with another, or part what was joined"))
        self._topic, self._joined = topic, joined
        self.entries = QMenu(self)
        self.rename = QAction(self.tr("Rename …"), self)
        self.join = QAction(self.tr("Join with another topic …"), self)
        self.parts: list[QAction] = []
        for action, key, wanted in (
            (self.rename, RENAME, self.rename_wanted),
            (self.join, JOIN, self.join_wanted),
        ):
            action.setShortcut(key)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, wanted=wanted: self._want(wanted))
            self.entries.addAction(action)
            around.addAction(action)
        self.entries.aboutToShow.connect(self.learn)
        self.setMenu(self.entries)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    @Slot()
    def learn(self) -> None:
        """What can be parted now."""
        for action in self.parts:
            self.entries.removeAction(action)
            action.deleteLater()
        words = self.tr("Part #{topic} again")
        self.parts = [QAction(plain(words.format(topic=key)), self) for key in self._joined()]
        for action, key in zip(self.parts, self._joined(), strict=True):
            action.triggered.connect(lambda _=False, key=key: self.part_wanted.emit(key))
            self.entries.addAction(action)

    def _want(self, wanted: SignalInstance) -> None:
        topic = self._topic()
        if topic:
            wanted.emit(topic)
