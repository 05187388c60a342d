"""Whom the list has on top: the people of a site that was chosen, or of one floor of it.

Owns that choice. Reads the roster model; knows no row, no order and no filter.
"""

from collections.abc import Sequence
from dataclasses import replace

from presencemap.domain.place import Place
from presencemap.domain.roster import Card, Group
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import RowFacts


class OnTop:
    """``site`` None: nobody is on top. ``floor``: of that site, "" for the whole of it."""

    def __init__(self, source: RosterModel) -> None:
        self._source = source
        self.site: str | None = None
        self.floor = ""

    @property
    def by(self) -> tuple[object, ...]:
        """What decides who is there, beside what they say: that doesn't tell the floors."""
        return self.site, self.floor, self._source.places if self.floor else None

    def group_of(self, facts: RowFacts) -> Group:
        """The group of those who are there, else somebody's own."""
        if self.site is None:
            return facts.group
        there = facts.site == self.site
        card = self._source.card(facts.id) if there and self.floor else None
        if card is not None:
            there = any(place.id == self.floor for place in self._way_to(card))
        return Group.CHOSEN if there else facts.group

    def in_room(self, facts: RowFacts) -> RowFacts:
        """Of who is on the floor the room or desk says more than the site."""
        card = self._source.card(facts.id)
        if not self.floor or card is None:
            return facts
        return replace(facts, place=self._way_to(card)[-1].name)

    def _way_to(self, card: Card) -> Sequence[Place]:
        """From the site down to where somebody is."""
        return self._source.places.ancestry(card.place_at(self._source.now()))
