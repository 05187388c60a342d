"""The choice of a topic, a face or a question: what mouse, keys and screen reader open is the same.

Owns their buttons, and which has the keyboard. Must not know what a choice is good for.
"""

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from presencemap.ui.map.accessible import PlateButtons, Spoken
from presencemap.ui.topics import phrases
from presencemap.ui.topics.camera import Camera
from presencemap.ui.topics.foreground import TopicForeground
from presencemap.ui.topics.framing import TopicFraming


class TopicChoice(QObject):
    """``person`` tells an id, ``topic`` a name; ``changed``: to repaint.

    What is meant by keys is as of the foreground: ``#topic``, a person's id, or a card's own.
    """

    person = Signal(str)
    topic = Signal(str)
    changed = Signal()

    def __init__(
        self, area: QWidget, camera: Camera, foreground: TopicForeground, framing: TopicFraming
    ) -> None:
        super().__init__(area)
        self._area = area
        self._camera = camera
        self._foreground = foreground
        self._framing = framing
        self.buttons = PlateButtons(area)
        self.buttons.focus_came.connect(self._focused)
        self.buttons.focus_left.connect(self._left)
        self.buttons.opened.connect(self.open)
        self.buttons.listed.connect(self.open)

    @Slot(str)
    def open(self, key: str) -> None:
        """What a press on it does: a question leads to the topic that it is asked on."""
        if key[0] == "#":
            self.topic.emit(key[1:])
        elif (asked := self._foreground.card(key)) is not None:
            self.topic.emit(asked.hub)
        else:
            self.person.emit(key)

    def hover(self, at: QPointF | None) -> str:
        """Light up what lies under a pixel, None for none; its key, "" for none."""
        key = self._foreground.at(at, self._camera.view) if at is not None else None
        if key != self._foreground.hovered:
            self._foreground.hovered = key
            self.changed.emit()
        return key or ""

    def name_of(self, key: str) -> str:
        """What a screen reader says of it, "" for what isn't there any more."""
        return dict(phrases.spoken(self._foreground.scene, self._foreground.cards)).get(key, "")

    def speak(self) -> None:
        """All stands still: tell the keyboard and the screen reader where."""
        shown, goal = self._foreground, self._camera.goal
        spoken = [
            Spoken(key, name, shown.box(key, goal).toAlignedRect())
            for key, name in phrases.spoken(shown.scene, shown.cards)
        ]
        self.buttons.show(spoken, self._area)

    @Slot(str)
    def _focused(self, key: str) -> None:
        self._foreground.focused = key
        self._framing.uncover(key)
        self.changed.emit()

    @Slot()
    def _left(self) -> None:
        self._foreground.focused = None
        self.changed.emit()
