"""Who may help whom: what two colleagues have in common, by what they say of themselves.

Pure; computed on this machine alone. Knows no node and no history.
"""

from collections.abc import Iterable

from presencemap.domain.roster import Card
from presencemap.domain.text import fold


def topics_of(card: Card, now: int) -> tuple[str, ...]:
    """The topics of what a person is on."""
    status = card.status_at(now)
    return status.activity.topics if status is not None and status.activity is not None else ()


def in_common(one: Card, other: Card, now: int) -> tuple[str, ...]:
    """The topics that one is on, and the other is on or names as a talent; the first ones first."""
    talents = {fold(talent).replace(" ", "-") for talent in other.person.profile.talents}
    known = {*topics_of(other, now), *talents}
    return tuple(topic for topic in topics_of(one, now) if topic in known or fold(topic) in known)


def best_first(one: Card, others: Iterable[Card], now: int) -> list[tuple[Card, tuple[str, ...]]]:
    """Whom to introduce somebody to, with what they have in common: most first, then by name."""
    found = [(other, in_common(one, other, now)) for other in others]
    found = [each for each in found if each[0].person.id != one.person.id and not each[0].me]
    return sorted(found, key=lambda each: (-len(each[1]), fold(each[0].person.name)))
