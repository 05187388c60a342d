"""Counting colleagues."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.availability import Presence
from presencemap.domain.roster import KNOWN_FOR, MINUTE
from presencemap.ui.people.census import Census


def test_it_counts_as_cards_and_time_go_on(factories: ModuleType) -> None:
    now, census = factories.NOW, Census()
    ann = factories.card(1, "Ann", until=None)
    old = factories.card(2, "Bo", presence=Presence.OFFLINE, seen=5 * MINUTE, until=None)
    for card in (ann, old, replace(factories.card(3, "Me"), me=True)):
        census.take(card, now)
    assert (census.live, census.last_known(now)) == (1, 1)
    census.take(replace(ann, presence=Presence.OFFLINE), now)
    assert (census.live, census.last_known(now)) == (0, 2)
    assert census.last_known(now + KNOWN_FOR - 4 * MINUTE) == 1
    census.take(ann, now)
    census.forget(old.person.id)
    census.forget("a stranger")
    assert (census.live, census.last_known(now)) == (1, 0)
    assert census.last_known(now + 2 * KNOWN_FOR) == 0
