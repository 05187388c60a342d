"""Everybody as another day shows them, made ready one by one while the day before is still shown.

Pure: knows no model, no day and no clock.
"""

from collections.abc import Callable, Iterator

from presencemap.domain.roster import Card
from presencemap.ui.people.row_facts import RowFacts

Shown = tuple[Card, RowFacts]
"""A card as it is shown, and what it says."""
Show = Callable[[Card], Shown]


class Prepared:
    """Of these cards; whoever changes meanwhile is shown anew at the end."""

    def __init__(self, cards: list[Card]) -> None:
        self._cards = cards
        self._seen = list[Card]()
        self._said = list[RowFacts]()

    def steps(self, show: Show) -> Iterator[None]:
        """One for each card."""
        for card in self._cards:
            seen, said = show(card)
            self._seen.append(seen)
            self._said.append(said)
            yield

    def of(self, cards: list[Card], show: Show) -> tuple[list[Card], list[RowFacts]]:
        """All of the cards there are by now, in their order: as shown, and what they say."""
        if cards == self._cards:
            return self._seen, self._said
        pairs = zip(self._cards, zip(self._seen, self._said, strict=True), strict=True)
        ready = {id(card): shown for card, shown in pairs}
        shown = [ready.get(id(card)) or show(card) for card in cards]
        return [seen for seen, _ in shown], [said for _, said in shown]
