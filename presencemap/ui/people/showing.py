"""Whom the chips over the list keep.

Pure: knows no chip and no list.
"""

from collections.abc import Callable, Collection
from enum import StrEnum

from presencemap.domain.roster import Freshness
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
    show: Show,
    topic: str,
    chosen: str | None,
    mine: str | None,
    asking: Collection[str] = (),
) -> Callable[[RowFacts], bool]:
    """Whether a chip keeps somebody; ``chosen`` and ``mine`` are ids of sites.

    ``asking``: who asks about the topic, or joined: they are on it like those who say so.
    """

    def on_topic(facts: RowFacts) -> bool:
        asks = facts.id in asking and facts.freshness is not Freshness.GONE
        return asks or topic in facts.topics

    keepers: dict[Show, Callable[[RowFacts], bool]] = {
        Show.ALL: lambda _: True,
        Show.FOLLOWING: lambda facts: facts.followed,
        Show.FREE: lambda facts: facts.free,
        Show.STRUGGLING: lambda facts: facts.struggling,
        Show.HERE: lambda facts: facts.site is not None and facts.site == mine,
        Show.TOPIC: on_topic,
        Show.PLACE: lambda facts: facts.site is not None and facts.site == chosen,
    }
    return keepers[show]
