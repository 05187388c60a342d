"""The chips over the topic map: only those who struggle or think, only the topics I follow.

Owns what is chosen, and whom of a scene that keeps. Knows no painter.
"""

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.domain.status import Kind
from presencemap.ui.controls import Chip, FlowLayout, plain
from presencemap.ui.topics.scene import TopicScene


class TopicChips(QWidget):
    """``changed`` by a click. The kinds dim everybody else; following leaves other topics out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Filter the topics"))
        self._words = {
            Kind.STRUGGLING_WITH: self.tr("Struggling {count}"),
            Kind.THINKING_ABOUT: self.tr("Thinking {count}"),
        }
        self._flow = FlowLayout(self, below=4)
        # With words from the start: an icon without keeps no room to them.
        self.kinds = {
            kind: Chip(words.format(count=0), kind=kind) for kind, words in self._words.items()
        }
        self.followed = Chip(self.tr("Topics I follow"), icon="check", tall=True)
        for chip in (*self.kinds.values(), self.followed):
            self._flow.addWidget(chip)
            # Each for itself: they add up.
            chip.setAutoExclusive(False)
            chip.toggled.connect(self._toggled)
        self.learn(TopicScene())

    def fit(self, width: int) -> None:
        """Take the size that fits in so many px, in as many lines as it needs."""
        hints = [chip.sizeHint() for chip in (*self.kinds.values(), self.followed)]
        wide = min(width, sum(hint.width() for hint in hints) + 8 * len(hints))
        self.resize(wide, self._flow.heightForWidth(wide))

    @property
    def only_followed(self) -> bool:
        """Whether other topics are left out."""
        return self.followed.isChecked()

    @Slot()
    def clear(self) -> None:
        """Leave nothing out."""
        for chip in (*self.kinds.values(), self.followed):
            chip.setChecked(False)

    def kept(self, scene: TopicScene) -> frozenset[str] | None:
        """The people of the kinds that are chosen; None for everybody."""
        on = {kind for kind, chip in self.kinds.items() if chip.isChecked()}
        if not on:
            return None
        return frozenset(seat.person for seat in scene.seats if seat.facts.kind in on)

    def learn(self, scene: TopicScene) -> None:
        """How many there are of each kind."""
        for kind, chip in self.kinds.items():
            count = scene.kinds.get(kind, 0)
            text = self._words[kind].format(count=QLocale().toString(count))
            if chip.accessibleName() != text:
                chip.setText(plain(text))
                chip.setAccessibleName(text)
                chip.updateGeometry()

    def _toggled(self, _on: bool) -> None:  # noqa: FBT001
        self.changed.emit()
