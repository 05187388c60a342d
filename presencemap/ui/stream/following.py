"""Whom and what I follow, and who follows me, as the node last told. Knows no widget."""

from PySide6.QtCore import QObject, Signal, Slot

from presencemap.app.post_commands import Follow, ShowFollows
from presencemap.app.views import Json
from presencemap.ui.team import Team


class Following(QObject):
    """`changed`: it is known, or another than before."""

    changed = Signal()

    def __init__(self, team: Team, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._team = team
        self.people: tuple[str, ...] = ()
        self.topics: tuple[str, ...] = ()
        """Without their signs."""
        self.followers: tuple[str, ...] = ()
        self.known = False
        team.follows_changed.connect(self.ask)

    @property
    def nobody(self) -> bool:
        """Whether I follow nobody and nothing, as far as is known."""
        return self.known and not self.people and not self.topics

    @Slot()
    def ask(self) -> None:
        """Learn it anew."""
        if self._team.running:
            self._team.ask(ShowFollows(), self._take)

    def follow(self, person: str, *, on: bool) -> None:
        """Follow a person, by id, or no more."""
        self._team.ask(Follow(person, on=on))

    def follow_topic(self, topic: str, *, on: bool) -> None:
        """Follow a topic, without its sign, or no more."""
        self._team.ask(Follow(topic=f"#{topic}", on=on))

    def _take(self, answer: Json | None) -> None:
        if answer is None:
            return
        self.people, self.topics = tuple(answer["people"]), tuple(answer["topics"])
        self.followers, self.known = tuple(answer["followers"]), True
        self.changed.emit()
