"""Prompts: what I may be asked about what I am, or was, on. One at a time, each kind once a day.

Another is asked that day only after a yes; what was closed, or passed over on its day, isn't asked
again. About oneself alone: of colleagues nothing is remembered. Knows no file and no clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from presencemap.domain.expertise import DAY
from presencemap.domain.plan import day_of
from presencemap.domain.roster import MINUTE
from presencemap.domain.status import Status
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames

NEARLY: Final = 10 * MINUTE
"""How long before its end it is asked whether one is still on something."""
_LONG: Final = 3 * NEARLY
"""What was meant for a shorter while isn't asked about."""
KEPT: Final = 14 * DAY
MOST: Final = 30


@dataclass(frozen=True, slots=True)
class Still:
    """Am I still on this? It ends at ``until`` (ms) by itself."""

    text: str
    until: int


@dataclass(frozen=True, slots=True)
class HowDidItGo:
    """I was on a topic last week, by what it is called."""

    topic: str


Prompt = Still | HowDidItGo


@dataclass(frozen=True, slots=True)
class Trail:
    """When I was last on each topic, as it was written, and what I was asked; ms.

    ``asked``: when I was asked how something went, ``about`` which topic, while that stands there.
    ``still``: the end of what I am asked about as it nears, or may be; the moment once I said no.
    """

    topics: Mapping[str, int] = field(default_factory=dict)
    asked: int = 0
    about: str = ""
    still: int = 0

    def on(self, status: Status | None, now: int, names: TopicNames = AS_WRITTEN) -> "Trail":
        """With what I am on now; without what is long ago, and the oldest of too many.

        What I was asked about on another day was passed over, and is gone too.
        """
        passed = self.about if day_of(self.asked) != day_of(now) else ""
        left = self._without(passed, self.asked, names)
        topics = {topic: at for topic, at in left.items() if now - at < KEPT}
        topics |= dict.fromkeys(_topics(status), now)
        newest = sorted(topics, key=lambda topic: (-topics[topic], topic))[:MOST]
        about = "" if passed else self.about
        return replace(self, topics={topic: topics[topic] for topic in newest}, about=about)

    def asking(self, asked: Prompt, now: int) -> "Trail":
        """It is asked: today nothing else of its kind."""
        if isinstance(asked, Still):
            return replace(self, still=asked.until)
        if day_of(self.asked) == day_of(now):
            return self
        return replace(self, asked=now, about=asked.topic)

    def goes_on(self, until: int) -> "Trail":
        """I said yes, until then: as that nears, it may be asked again."""
        return replace(self, still=until)

    def answered(self, asked: Prompt, now: int, names: TopicNames = AS_WRITTEN) -> "Trail":
        """Done with it, otherwise than by a yes."""
        if isinstance(asked, Still):
            return replace(self, still=now)
        left = self._without(asked.topic, now, names)
        return replace(self, topics=left, asked=now, about="")

    def last(self, names: TopicNames) -> dict[str, int]:
        """When I was last on each topic, by the key of what it is part of."""
        found: dict[str, int] = {}
        for topic, at in self.topics.items():
            key = names.key(topic)
            found[key] = max(at, found.get(key, 0))
        return found

    def _without(self, topic: str, until: int, names: TopicNames) -> dict[str, int]:
        """The topics, less one that I was last on by then."""
        key, topics = names.key(topic), self.topics.items()
        return {each: at for each, at in topics if names.key(each) != key or at > until}


def prompt(
    status: Status | None, trail: Trail, now: int, names: TopicNames = AS_WRITTEN
) -> Prompt | None:
    """What to ask now; ``status``: mine as it stands."""
    if status is not None and status.activity is not None and status.until is not None:
        nearly = status.until - NEARLY <= now < status.until
        may = trail.still == status.until or day_of(trail.still) != day_of(now)
        if nearly and may and status.until - status.since >= _LONG:
            return Still(status.activity.text, status.until)
    known = {names.key(topic) for topic in _topics(status)}
    on = {key: at for key, at in trail.last(names).items() if _is_last_week(at, now)}
    if day_of(trail.asked) == day_of(now):
        known |= on.keys() - {names.key(trail.about)}
    likely = max(on.keys() - known, key=lambda key: (on[key], key), default="")
    return HowDidItGo(names.name(likely)) if likely else None


def _is_last_week(at: int, now: int) -> bool:
    """By the calendar: "last week" is said of it."""
    return _monday(now) - _monday(at) == timedelta(days=7)


def _monday(at: int) -> date:
    day = day_of(at)
    return day - timedelta(days=day.weekday())


def _topics(status: Status | None) -> tuple[str, ...]:
    return status.activity.topics if status is not None and status.activity is not None else ()
