"""What is asked in the open and which topics I follow, as the node last told.

Owns when to ask anew: at news of posts, and each minute, since questions come to rest by the clock.
Knows no widget.
"""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from presencemap.app.post_commands import ShowFollows, ShowOpenQuestions
from presencemap.app.views import Json
from presencemap.domain.topic_graph import Question
from presencemap.ui.team import Team

_AT_MOST_EVERY: Final = 250
_ANYWAY: Final = 60_000


class OpenQuestions(QObject):
    """``changed`` when there are other questions, or I follow other topics; ``asked`` carries them.

    A tuple of ``Question``.
    """

    changed = Signal()
    asked = Signal(object)

    def __init__(self, team: Team, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.questions: tuple[Question, ...] = ()
        self.followed: frozenset[str] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=_AT_MOST_EVERY)
        self._soon.timeout.connect(self._ask)
        self._anyway = QTimer(self, interval=_ANYWAY)
        self._anyway.timeout.connect(self._ask)
        team.posts_changed.connect(self._soon_ask)
        team.follows_changed.connect(self._ask_follows)
        self._running = False
        team.changed.connect(self._learn)
        self._learn()

    @Slot()
    def _learn(self) -> None:
        """Ask when a node begins to answer, and no longer when it ended."""
        if self._team.running is self._running:
            return
        self._running = self._team.running
        if self._running:
            self._anyway.start()
            self._ask()
            self._ask_follows()
        else:
            self._anyway.stop()

    @Slot(object)
    def _soon_ask(self, _posts: object) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _ask(self) -> None:
        self._team.ask(ShowOpenQuestions(), self._take)

    @Slot()
    def _ask_follows(self) -> None:
        self._team.ask(ShowFollows(), self._take_follows)

    def _take(self, posts: list[Json]) -> None:
        questions = tuple(map(question_of, posts))
        if questions != self.questions:
            self.questions = questions
            self.asked.emit(questions)
            self.changed.emit()

    def _take_follows(self, follows: Json) -> None:
        followed = frozenset(follows["topics"])
        if followed != self.followed:
            self.followed = followed
            self.changed.emit()


def question_of(post: Json) -> Question:
    """A question out of what ``stream --json`` says of its post."""
    at = round(datetime.fromisoformat(post["at"]).timestamp() * 1000)
    return Question(
        post["id"],
        post["person"],
        post["text"],
        tuple(post["topics"]),
        at,
        tuple(sorted(post["joined"])),
        at,
    )
