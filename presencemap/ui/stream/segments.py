"""Where it is narrow, what of the stream is shown: its posts, or one of the lists beside it.

Owns the bar over the stream. Knows neither posts nor rows.
"""

from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from presencemap.ui.controls import Segmented
from presencemap.ui.theme import appearance

_HIGH = 46
"""Px: what is pressed is 40, room for a finger."""


class Tab(Enum):
    """What is in the list beside the stream."""

    PEOPLE = auto()
    TOPICS = auto()
    SUGGESTED = auto()


class Segments(QWidget):
    """`chosen` with a list, None for the posts."""

    chosen = Signal(object)

    def __init__(self, lists: dict[Tab, str]) -> None:
        super().__init__()
        self.bar = Segmented(self.tr("What of the stream"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._keys: dict[str, Tab | None] = {"posts": None, **{tab.name: tab for tab in lists}}
        for key, words in zip(self._keys, (self.tr("Posts"), *lists.values()), strict=True):
            button = self.bar.add(key, words)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            # With less air four Dutch words fit into 360 px.
            button.setStyleSheet("QPushButton { padding: 0 4px; }")
        self.bar.chosen.connect(self._chosen)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.bar)
        self.give_way(way=False)
        appearance().changed.connect(self._fit)
        self._fit()

    def show_posts(self) -> None:
        """The posts are shown again, without a signal."""
        self.bar.choose("posts")

    @Slot(bool)
    def give_way(self, way: bool) -> None:  # noqa: FBT001 - a slot
        """Leave the room to a thread, which has a head of its own, or take it again."""
        self.bar.setVisible(not way)
        self._row.setContentsMargins(*((0, 0, 0, 0) if way else (12, 10, 12, 0)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The surface on which the posts and the lists lie."""
        QPainter(self).fillRect(self.rect(), appearance().theme.colour("surface"))

    @Slot(str)
    def _chosen(self, key: str) -> None:
        self.chosen.emit(self._keys[key])

    @Slot()
    def _fit(self) -> None:
        self.bar.setFixedHeight(appearance().theme.px(_HIGH))
