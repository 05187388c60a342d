"""How many colleagues are here, and how many last known, counted as cards and time go on.

Always of now, whatever day is shown. Pure: knows no Qt and no clock.
"""

from presencemap.domain.availability import Presence
from presencemap.domain.due import Due
from presencemap.domain.roster import Card, Freshness


class Census:
    """``live`` is by what the network says, ``last_known`` by the clock too."""

    def __init__(self) -> None:
        self._cards: dict[str, Card] = {}
        self._stale: set[str] = set()
        self._due = Due()
        self.live = 0

    def take(self, card: Card, now: int) -> None:
        """Count a person as this card says."""
        if card.me:
            return
        person = card.person.id
        self.forget(person)
        self._cards[person] = card
        self.live += card.presence is Presence.ONLINE
        self._look(person, now)

    def forget(self, person: str) -> None:
        """Count a person no more."""
        card = self._cards.pop(person, None)
        self.live -= card is not None and card.presence is Presence.ONLINE
        self._stale.discard(person)
        self._due.note(person, None)

    def last_known(self, now: int) -> int:
        """How many are shown where they were last seen, at ``now`` (ms)."""
        for person in self._due.over(now):
            self._look(person, now)
        return len(self._stale)

    def _look(self, person: str, now: int) -> None:
        card = self._cards[person]
        known = card.freshness(now) is Freshness.STALE
        (self._stale.add if known else self._stale.discard)(person)
        self._due.note(person, card.changes_at(now))
