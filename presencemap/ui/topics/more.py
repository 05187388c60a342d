"""What has no room on the map, one step away: topics, and on a narrow map all that is asked.

Owns the button, the list that is searched by typing, and the search.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from presencemap.domain.text import fold
from presencemap.ui.controls import Button, clearable, dress, plain
from presencemap.ui.map.floating import Floating
from presencemap.ui.theme import appearance
from presencemap.ui.topics import phrases
from presencemap.ui.topics.scene import Asked, Rest

_WIDE, _HIGH = 260, 320


class MoreTopics(Floating):
    """``chosen`` carries a topic's name, of a question the one that it is asked on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(self.air(2))
        self.button = Button("", icon="hash", small=True)
        row.addWidget(self.button)
        self.list = TopicList(self)
        self.button.clicked.connect(self._open)
        self.list.chosen.connect(self.chosen)
        self.hide()

    def show_topics(self, topics: Sequence[Rest], asked: Sequence[Asked] = ()) -> None:
        """Those that aren't on the map, the liveliest first, and questions; hidden with neither."""
        if (topics, asked) == (self.list.topics, self.list.asked):
            return
        self.list.show_topics(topics, asked)
        count = QLocale().toString(len(topics))
        text = self.tr("1 more topic") if len(topics) == 1 else self.tr("{count} more topics")
        said = [text.format(count=count) if topics else "", phrases.open_questions(len(asked))]
        self.button.setText(plain(", ".join(filter(None, said))))
        self.setVisible(bool(topics or asked))
        self.adjustSize()

    @Slot()
    def _open(self) -> None:
        self.list.open_above(self.button)


class TopicList(QFrame):
    """A popup: type to find, Enter or a click takes one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        dress(self, surface="popover")
        self.topics: Sequence[Rest] = ()
        self.asked: Sequence[Asked] = ()
        self.also: Callable[[str], tuple[str, ...]] = lambda _topic: ()
        """What else a topic is found by."""
        self._found: Sequence[str | Asked] = ()
        name = self.tr("More topics")
        self.setAccessibleName(name)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find a topic"))
        self.field.setAccessibleName(self.tr("Find a topic"))
        clearable(self.field)
        dress(self.field, search=True)
        self.view = QListView()
        self.view.setAccessibleName(name)
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._model = QStringListModel(self)
        self.view.setModel(self._model)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self.view, 1)
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._take_first)
        self.view.activated.connect(lambda index: self._take(index.row()))
        self.view.clicked.connect(lambda index: self._take(index.row()))

    def show_topics(self, topics: Sequence[Rest], asked: Sequence[Asked] = ()) -> None:
        """All questions there are, then all topics and how many people are on each."""
        self.topics, self.asked = topics, asked
        self._find()

    def open_above(self, button: QWidget) -> None:
        """Over the button that opens it, the caret in the field."""
        theme = appearance().theme
        self.resize(theme.px(_WIDE), theme.px(_HIGH))
        self.field.clear()
        self.move(button.mapToGlobal(QPoint(0, -self.height() - 6)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes into the list."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            self.view.setCurrentIndex(self._model.index(0))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _find(self) -> None:
        wanted = fold(self.field.text())
        found = [
            topic
            for topic in self.topics
            if wanted in fold(" ".join((topic[1], *self.also(topic[0]))))
        ]
        questions = [each for each in self.asked if wanted in fold(phrases.question_name(each))]
        self._found = [*questions, *(name for name, _, _ in found)]
        rows = [f"{title}  ·  {phrases.people(count)}" for _, title, count in found]
        self._model.setStringList([*map(phrases.question_name, questions), *rows])

    @Slot()
    def _take_first(self) -> None:
        if self._found:
            self._take(0)

    def _take(self, row: int) -> None:
        self.hide()
        found = self._found[row]
        self.chosen.emit(found.hub if isinstance(found, Asked) else found)
