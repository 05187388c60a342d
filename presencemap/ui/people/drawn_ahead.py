"""Rows are drawn before they are listed, so that another order of them shows at once.

Knows neither what a row looks like nor where it is.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from presencemap.ui.people.row_facts import RowFacts


class Sight(Protocol):
    """What shows the list."""

    def rows_in_sight(self, count: int) -> range:
        """The rows that would be in sight, if there were so many."""

    def draw_ahead(self, facts: RowFacts) -> None:
        """Draw a person's row."""


def drawn_ahead(
    sight: Sight, keys: Sequence[str], facts_of: Callable[[str], RowFacts | None]
) -> Iterator[None]:
    """Draw those of the rows that would be in sight, in steps; headers have no facts."""
    for row in sight.rows_in_sight(len(keys)):
        facts = facts_of(keys[row])
        if facts is not None:
            sight.draw_ahead(facts)
            yield
