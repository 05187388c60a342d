"""What a topic is to be called, or with which one it is joined: for everybody, so that is said.

Owns what is typed, and the command that takes it back. Knows no panel and no stream.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from presencemap.app.topic_commands import (
    JoinTopics,
    PartTopic,
    RenameTopic,
    ShowTopics,
    TopicCommand,
)
from presencemap.app.views import Json
from presencemap.domain.text import clean
from presencemap.domain.topic import MAX_TOPIC, is_topic, merged
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.controls import Field, Label
from presencemap.ui.controls.suggestion_list import SuggestionList
from presencemap.ui.dialog import Dialog
from presencemap.ui.sentences import sentence
from presencemap.ui.team import Team

_SHOWN: Final = 8
_FOUND_BY: Final = Qt.ItemDataRole.UserRole + 1


class _Finder(QCompleter):
    """Finds a topic by all that it is known as, and puts down what it is called."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class TopicDialog(Dialog):
    """``joins``: it asks for another topic, else for a new name. Closes when it is done.

    Then ``name`` is what the topic is called, and ``undo`` what takes that back.
    """

    def __init__(
        self, team: Team, topic: str, *, joins: bool, parent: QWidget | None = None
    ) -> None:
        title = self.tr("Join #{topic} with another topic") if joins else self.tr("Rename #{topic}")
        super().__init__(title.format(topic=topic), "", parent)
        self._team, self.topic, self.joins = team, topic, joins
        self.name = topic
        self.undo: TopicCommand = PartTopic(topic)
        self.main.setText(self.tr("Join for everyone") if joins else self.tr("Rename for everyone"))
        words = (
            self.tr(
                "Everybody finds its people, questions and posts in the other topic from then on. "
                "What was written stays as it is. Anyone can part the two again."
            )
            if joins
            else self.tr(
                "Everybody sees it under its new name from then on. What was written stays as it "
                "is. Anyone can take it back."
            )
        )
        self.body.addWidget(Label(words, "body", "ink2", wrap=True))
        self.other = QComboBox()
        self._known: dict[str, str] = {}
        self._rows = QStandardItemModel(self)
        self._prepare(self.other)
        self.field = Field(self.tr("The other topic") if joins else self.tr("New name"), self.other)
        self.body.addWidget(self.field)
        self.hint = Label("", "small", "ink2", wrap=True)
        self.body.addWidget(self.hint)
        self.setMinimumWidth(440)
        self._learn()
        team.ask(ShowTopics(every=True), self._take)

    @property
    def typed(self) -> str:
        """What stands in the field, without a sign."""
        return clean(self.other.currentText()).removeprefix("#")

    @Slot()
    def submit(self) -> None:
        """Have it called so, for everyone."""
        if not self.main.isEnabled():
            return
        self.main.setEnabled(False)
        self.undo = taken_back(self._names, self.topic, self.typed)
        said = self.topic, self.typed
        command: TopicCommand = JoinTopics(*said) if self.joins else RenameTopic(*said)
        self._team.ask(command, self._done, self._failed)

    @property
    def _names(self) -> TopicNames:
        return self._team.roster.names

    def _prepare(self, field: QComboBox) -> None:
        field.setModel(self._rows)
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setMaxVisibleItems(_SHOWN)
        finder = _Finder(self._rows, self)
        finder.setCompletionRole(_FOUND_BY)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setMaxVisibleItems(_SHOWN)
        finder.setPopup(SuggestionList(finder))
        field.setCompleter(finder)
        line = field.lineEdit()
        assert line is not None, "it is editable"
        line.setMaxLength(MAX_TOPIC + 1)
        line.setPlaceholderText("#")
        field.setEditText("" if self.joins else self.topic)
        line.selectAll()
        field.editTextChanged.connect(self._learn)
        self.setFocusProxy(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, topics: list[Json]) -> None:
        """The topics there are; what stands in the field stays."""
        text, same = self.other.currentText(), self._names.keys(self.topic)
        names = (str(each["name"]) for each in topics)
        self._known = {merged(name): name for name in names if merged(name) not in same}
        self._rows.clear()
        for name in self._known.values():
            row = QStandardItem(f"#{name}")
            row.setData(" ".join(f"#{each}" for each in self._names.known_as(name)), _FOUND_BY)
            self._rows.appendRow(row)
        self.other.setEditText(text)
        self._learn()

    @Slot()
    def _learn(self) -> None:
        """Say what comes of it."""
        typed, names = self.typed, self._names
        own = merged(typed)
        same = own in names.keys(self.topic)
        known = "" if same else self._known.get(names.key(typed), "")
        says = ""
        if typed and not is_topic(typed):
            says = self.tr("A topic is one word: letters, digits, - and _, and not digits alone.")
        elif known and not self.joins:
            says = self.tr("#{topic} is a topic already: the two become one.").format(topic=known)
        elif typed and self.joins and not known and not same:
            says = self.tr("Nobody named #{topic} yet.").format(topic=typed)
        elif same and self.joins:
            says = self.tr("These are one topic already.")
        self.hint.setText(says)
        self.hint.setVisible(bool(says))
        new = not same if self.joins else typed != names.name(self.topic)
        self.main.setEnabled(is_topic(typed) and new)
        self.settle()

    def _done(self, answer: Json) -> None:
        self.name = str(answer["name"])
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.tell(sentence(error))
        self._learn()


def taken_back(names: TopicNames, topic: str, name: str) -> TopicCommand:
    """What brings back how a topic is called before it gets this name."""
    if merged(name) in names.keys(topic):
        return RenameTopic(topic, names.name(topic))
    return PartTopic(names.key(topic))
