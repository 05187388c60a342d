"""Prompts: what I may be asked about what I am, or was, on. One at a time, and seldom.

About oneself alone: of colleagues nothing is remembered. Knows no file and no clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from presencemap.domain.expertise import DAY
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Status

NEARLY: Final = 10 * MINUTE
"""How long before its end it is asked whether one is still on something."""
_LONG: Final = 3 * NEARLY
"""What was meant for a shorter while isn't asked about."""
LAST_WEEK: Final = range(5 * DAY, 12 * DAY)
"""How long ago one was on something that is asked about."""
KEPT: Final = 14 * DAY
MOST: Final = 30
_REST: Final = 20 * 60 * MINUTE
"""Between two questions how something went."""


@dataclass(frozen=True, slots=True)
class Still:
    """Am I still on this? It ends at ``until`` (ms) by itself."""

    text: str
    until: int


@dataclass(frozen=True, slots=True)
class HowDidItGo:
    """I was on a topic last week."""

    topic: str


Prompt = Still | HowDidItGo


@dataclass(frozen=True, slots=True)
class Trail:
    """When I was last on each topic, and when I was last asked how one went; ms."""

    topics: Mapping[str, int] = field(default_factory=dict)
    asked: int = 0

    def on(self, status: Status | None, now: int) -> "Trail":
        """With what I am on now; without what is long ago, and the oldest of too many."""
        topics = {topic: at for topic, at in self.topics.items() if now - at < KEPT}
        topics |= dict.fromkeys(_topics(status), now)
        newest = sorted(topics, key=lambda topic: (-topics[topic], topic))[:MOST]
        return replace(self, topics={topic: topics[topic] for topic in newest})

    def answered(self, topic: str, now: int) -> "Trail":
        """Asked, and done with it."""
        rest = {each: at for each, at in self.topics.items() if each != topic}
        return Trail(rest, now)


def prompt(status: Status | None, trail: Trail, now: int) -> Prompt | None:
    """What to ask now; ``status``: mine as it stands."""
    if status is not None and status.activity is not None and status.until is not None:
        nearly = status.until - NEARLY <= now < status.until
        if nearly and status.until - status.since >= _LONG:
            return Still(status.activity.text, status.until)
    if now - trail.asked < _REST:
        return None
    known = _topics(status)
    last = {t: at for t, at in trail.topics.items() if now - at in LAST_WEEK and t not in known}
    return HowDidItGo(max(last, key=lambda topic: (last[topic], topic))) if last else None


def _topics(status: Status | None) -> tuple[str, ...]:
    return status.activity.topics if status is not None and status.activity is not None else ()
