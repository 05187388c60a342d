"""Cards that were told and wait to be taken in: the last one of each person, mine before others.

Owns their order, and that telling thousands apart is work in steps. Knows nothing of what is done
with them.
"""

from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator

from presencemap.domain.roster import Card

_PIECE = 200
"""Cards that are told apart in one step, a tenth of a millisecond."""


class Told:
    """``hear`` cards, ``sort`` them, ``take`` one after the other; true while there are any."""

    def __init__(self) -> None:
        self._heard = deque[Card]()
        self._cards = OrderedDict[str, Card]()

    def __bool__(self) -> bool:
        return bool(self._heard or self._cards)

    def hear(self, cards: Iterable[Card]) -> None:
        """These come after all that were told before."""
        self._heard.extend(cards)

    def sort(self) -> Iterator[None]:
        """Tell apart what was heard, in steps; it may be begun again at any of them."""
        while self._heard:
            for _ in range(min(_PIECE, len(self._heard))):
                card = self._heard.popleft()
                self._cards[card.person.id] = card
                if card.me:
                    self._cards.move_to_end(card.person.id, last=False)
            yield

    def take(self) -> Card | None:
        """The next of those that are sorted, None without any."""
        return self._cards.popitem(last=False)[1] if self._cards else None

    def forget(self, person: str) -> None:
        """What was told of a person counts no more."""
        for _ in self.sort():
            pass
        self._cards.pop(person, None)
