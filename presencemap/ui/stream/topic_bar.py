"""What one can do with the topic whose posts are shown: follow it, and rename, join or part it.

Owns the two buttons. Which topic that is, it is told.
"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from presencemap.domain.topic_names import TopicNames
from presencemap.ui.controls import QuietButton, plain
from presencemap.ui.stream.following import Following
from presencemap.ui.team import Team
from presencemap.ui.topics.topic_menu import TopicMenu


class TopicBar(QWidget):
    """Hidden while no topic is shown. The keys of its menu work anywhere in ``around``."""

    def __init__(self, team: Team, following: Following, around: QWidget) -> None:
        super().__init__()
        self._team, self._following = team, following
        self.topic = ""
        self.follow = QuietButton("", small=True)
        self.menu = TopicMenu(lambda: self.topic, self._joined, around)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.follow)
        row.addWidget(self.menu)
        self.follow.clicked.connect(self._toggle)
        following.changed.connect(self._learn)
        self.show_topic("")

    def show_topic(self, topic: str) -> None:
        """This one, without its sign; "" for none."""
        self.topic = topic
        self.setVisible(bool(topic))
        self._learn()

    @property
    def _names(self) -> TopicNames:
        return self._team.roster.names

    @property
    def _followed(self) -> bool:
        key = self._names.key
        return key(self.topic) in map(key, self._following.topics)

    def _joined(self) -> tuple[str, ...]:
        return self._names.joined(self.topic) if self.topic else ()

    @Slot()
    def _learn(self) -> None:
        words = self.tr("Unfollow #{topic}") if self._followed else self.tr("Follow #{topic}")
        self.follow.setText(plain(words.format(topic=self.topic)))
        self.follow.setVisible(self._following.known)

    @Slot()
    def _toggle(self) -> None:
        self._following.follow_topic(self._names.key(self.topic), on=not self._followed)
