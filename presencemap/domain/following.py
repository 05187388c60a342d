"""Whom one might follow, each with the reason. Pure; nobody's number of followers counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from presencemap.domain.roster import Card
from presencemap.domain.text import fold
from presencemap.domain.topic_names import TopicNames

MOST: Final = 5


class Reason(StrEnum):
    """Why, the strongest first."""

    ON_TOPIC = "on_topic"
    """They are on a topic that I follow, or am on."""
    SHARED_TALENT = "shared_talent"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Whom to follow, and what ``reason`` is about: a topic or a talent."""

    person: str
    reason: Reason
    about: str


def suggested(
    me: Card, others: Iterable[Card], topics: frozenset[str], names: TopicNames, now: int
) -> list[Suggestion]:
    """At most five whom I don't follow; ``topics``: those that I follow, without signs."""
    mine = set(names.names((*topics, *me.topics_at(now))))
    talents = {fold(talent) for talent in me.person.profile.talents}
    found: list[tuple[Suggestion, str]] = []
    for card in others:
        if card.followed or card.me:
            continue
        shared = [talent for talent in card.person.profile.talents if fold(talent) in talents]
        on = [topic for topic in names.names(card.topics_at(now)) if topic in mine]
        if on:
            found.append((Suggestion(card.person.id, Reason.ON_TOPIC, on[0]), card.person.name))
        elif shared:
            reason = Suggestion(card.person.id, Reason.SHARED_TALENT, shared[0])
            found.append((reason, card.person.name))
    order = list(Reason)
    found.sort(key=lambda each: (order.index(each[0].reason), fold(each[1])))
    return [suggestion for suggestion, _ in found[:MOST]]
