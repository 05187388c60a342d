"""Whom the chips keep."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.roster import Freshness
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.people.showing import Show, keeper


def test_each_chip_keeps_whom_it_says(factories: ModuleType) -> None:
    team = factories.team(1)
    plain = replace(
        row_facts(team.cards[1], team.places, None, team.now),
        free=False, struggling=False, followed=False, topics=(), site=None,
    )  # fmt: skip
    cases = {
        Show.FOLLOWING: replace(plain, followed=True),
        Show.FREE: replace(plain, free=True),
        Show.STRUGGLING: replace(plain, struggling=True),
        Show.HERE: replace(plain, site="mine"),
        Show.TOPIC: replace(plain, topics=("java",)),
        Show.PLACE: replace(plain, site="chosen"),
    }
    for show in Show:
        keeps = keeper(show, "java", "chosen", "mine")
        kept = [each for each, facts in cases.items() if keeps(facts)]
        assert kept == (list(cases) if show is Show.ALL else [show])
        assert keeps(plain) is (show is Show.ALL)
    keeps = keeper(Show.TOPIC, "java", None, None, {plain.id})
    assert keeps(plain), "who asks about it"
    assert not keeps(replace(plain, freshness=Freshness.GONE))
    assert not keeper(Show.HERE, "", None, None)(plain), "nobody is where nobody is"
