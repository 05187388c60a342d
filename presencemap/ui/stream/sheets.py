"""The sheets of a list's posts, kept for those seen last, and what became of each in words.

Knows the team's names; no widget.
"""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from presencemap.ui.people.wording import first_name
from presencemap.ui.stream import phrases
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.sheet import Sheet
from presencemap.ui.team import Team
from presencemap.ui.theme import appearance

_KEPT: Final = 400
"""Sheets; a text in lines is some kB."""


class Sheets:
    """``small``: of a thread, where replies are under the post that they are about."""

    def __init__(self, team: Team, *, small: bool) -> None:
        self._team, self._small = team, small
        self.going: frozenset[str] = frozenset()
        """Posts that are being taken back."""
        self._made: OrderedDict[PostFacts, Sheet] = OrderedDict()

    def of(self, post: PostFacts, room: int, first: str) -> Sheet:
        """How it lies on a width, in px; ``first``: the id of the list's first post."""
        made = self._made.get(post)
        if made is None:
            under = first if self._small else ""
            made = Sheet(post, appearance().theme, room, small=self._small, under=under)
            self._made[post] = made
            if len(self._made) > _KEPT:
                self._made.popitem(last=False)
        return made

    def clear(self) -> None:
        """Another width or look: all lie otherwise."""
        self._made.clear()

    def state(self, post: PostFacts) -> phrases.Became:
        """What became of it."""
        if post.id in self.going:
            return phrases.going()
        helped, joined = self._names(post.helped), self._names(post.joined)
        return phrases.state_words(post, helped, joined)

    def _names(self, people: Sequence[str]) -> list[str]:
        cards = (self._team.roster.card(person) for person in people)
        return [first_name(card.person) for card in cards if card is not None]
