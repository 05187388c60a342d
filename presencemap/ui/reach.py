"""Who follows the topics of what is typed: told in a line before it is posted.

Asks the node once what is typed stands still, and of each topic once while it is seen.
"""

from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent

from presencemap.app.post_commands import ShowFollows
from presencemap.app.views import Json
from presencemap.domain.topic import topics_in
from presencemap.ui.controls import Label
from presencemap.ui.people.wording import first_name
from presencemap.ui.team import Team

_GATHERED: Final = 250
_NAMED: Final = 3
"""So many who follow a topic are named, the others counted."""


class ReachLine(Label):
    """Not seen while there is nothing to tell; `resized` where it says another thing."""

    resized = Signal()

    def __init__(self, team: Team, tone: str = "ink2") -> None:
        super().__init__("", "small", tone, wrap=True)
        self._team = team
        self._text = self._otherwise = ""
        self._followers: dict[str, list[str]] = {}
        self._timer = QTimer(self, singleShot=True, interval=_GATHERED)
        self._timer.timeout.connect(self._ask)
        self.hide()

    def follow(self, text: str, otherwise: str = "") -> None:
        """What is typed now; ``otherwise`` is said while nothing is known of its topics."""
        self._text, self._otherwise = text, otherwise
        if self._looked_at and any(topic not in self._followers for topic in topics_in(text)):
            self._timer.start()
        self._say(self._reach() or otherwise)

    def hideEvent(self, event: QHideEvent) -> None:
        """The next time others may follow."""
        super().hideEvent(event)
        self._timer.stop()
        self._followers.clear()

    @property
    def _looked_at(self) -> bool:
        holder = self.parentWidget()
        return holder is not None and holder.isVisible()

    @Slot()
    def _ask(self) -> None:
        topics = topics_in(self._text)
        if not topics or not self._looked_at:
            return
        asked = ShowFollows(tuple(f"#{topic}" for topic in topics))
        self._team.ask(asked, partial(self._came, topics))

    def _came(self, topics: tuple[str, ...], answer: Json) -> None:
        self._followers |= {topic: answer["by_topic"].get(f"#{topic}", []) for topic in topics}
        self._say(self._reach() or self._otherwise)

    def _reach(self) -> str:
        topics = [topic for topic in topics_in(self._text) if topic in self._followers]
        people = dict.fromkeys(p for topic in topics for p in self._followers[topic])
        if not topics:
            return ""
        tags = ", ".join(f"#{topic}" for topic in topics)
        if not people:
            words = self.tr("Nobody follows {topics} yet; the whole team can see it.")
            return words.format(topics=tags)
        cards = (self._team.roster.card(person) for person in people)
        names = [first_name(card.person) for card in cards if card is not None]
        shown, others = ", ".join(names[:_NAMED]), len(people) - len(names[:_NAMED])
        words = self.tr("Followers of {topics}: {names}")
        if others:
            words = self.tr("Followers of {topics}: {names} and %n more", "", others)
        return words.format(names=shown, topics=tags)

    def _say(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.setVisible(bool(words))
            self.resized.emit()
