"""The orders of the list, and what each sorts a row by. Knows no model."""

from collections.abc import Callable
from enum import StrEnum

from presencemap.domain.availability import Availability
from presencemap.domain.text import fold
from presencemap.ui.people.row_facts import RowFacts


class Sorting(StrEnum):
    """What comes first within a group; ties by name."""

    RELEVANCE = "relevance"
    NAME = "name"
    PLACE = "place"
    AVAILABILITY = "availability"
    NEWEST = "newest"


_AVAILABILITIES = {availability: turn for turn, availability in enumerate(Availability)}


def _by_place(facts: RowFacts) -> tuple[object, ...]:
    return (not facts.place, fold(facts.place), *facts.order[1:])


def _by_availability(facts: RowFacts) -> tuple[object, ...]:
    turn = len(_AVAILABILITIES)
    if facts.availability is not None:
        turn = _AVAILABILITIES[facts.availability]
    return (turn, *facts.order[1:])


ORDERS: dict[Sorting, Callable[[RowFacts], tuple[object, ...]]] = {
    Sorting.RELEVANCE: lambda facts: facts.order,
    Sorting.NAME: lambda facts: facts.order[1:],
    Sorting.PLACE: _by_place,
    Sorting.AVAILABILITY: _by_availability,
    Sorting.NEWEST: lambda facts: (-facts.since, *facts.order[1:]),
}
