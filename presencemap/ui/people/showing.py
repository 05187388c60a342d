"""Whom the chips over the list keep.

Pure: knows no chip and no list.
"""

from collections.abc import Callable
from enum import StrEnum

from presencemap.ui.people.row_facts import RowFacts


class Show(StrEnum):
    """The chips; the last two come with a topic or a place to keep to."""

    ALL = "all"
    FOLLOWING = "following"
    FREE = "free"
    STRUGGLING = "struggling"
    HERE = "here"
    TOPIC = "topic"
    PLACE = "place"


def keeper(
    show: Show, topic: str, chosen: str | None, mine: str | None
) -> Callable[[RowFacts], bool]:
    """Whether a chip keeps somebody; ``chosen`` and ``mine`` are ids of sites."""
    keepers: dict[Show, Callable[[RowFacts], bool]] = {
        Show.ALL: lambda _: True,
        Show.FOLLOWING: lambda facts: facts.followed,
        Show.FREE: lambda facts: facts.free,
        Show.STRUGGLING: lambda facts: facts.struggling,
        Show.HERE: lambda facts: facts.site is not None and facts.site == mine,
        Show.TOPIC: lambda facts: topic in facts.topics,
        Show.PLACE: lambda facts: facts.site is not None and facts.site == chosen,
    }
    return keepers[show]
