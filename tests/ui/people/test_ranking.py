"""The order of the list, kept as people change."""

from dataclasses import replace
from random import Random
from types import ModuleType

import pytest

from presencemap.domain.availability import Availability
from presencemap.domain.roster import Group
from presencemap.ui.people.ranking import Ranking
from presencemap.ui.people.row_facts import RowFacts, row_facts
from presencemap.ui.people.sorting import Sorting


@pytest.fixture
def everybody(factories: ModuleType) -> list[RowFacts]:
    team = factories.team(43)
    return [row_facts(card, team.places, "gent", team.now) for card in team.cards if not card.me]


def ranked() -> Ranking:
    return Ranking(lambda facts: facts.group)


def learn(ranking: Ranking, everybody: list[RowFacts], by: object = None) -> bool:
    """Take all of its steps; its answer."""
    steps = ranking.learn(everybody, by)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return bool(end.value)


def order(ranking: Ranking) -> list[str]:
    return [person for person, _ in ranking]


def afresh(everybody: list[RowFacts], like: Ranking) -> list[str]:
    other = ranked()
    other.sorting = like.sorting
    learn(other, everybody)
    return order(other)


def test_groups_follow_each_other(everybody: list[RowFacts]) -> None:
    ranking = ranked()
    assert learn(ranking, everybody)
    groups = [list(Group).index(group) for _, group in ranking]
    assert groups == sorted(groups)
    assert dict(ranking) == {facts.id: facts.group for facts in everybody}
    assert not learn(ranking, everybody)


def test_groups_may_go_by_something_else(everybody: list[RowFacts]) -> None:
    chosen = ""
    ranking = Ranking(lambda facts: Group.CHOSEN if facts.site == chosen else facts.group)
    learn(ranking, everybody, chosen)
    assert next(iter(ranking))[1] is not Group.CHOSEN
    chosen = "utrecht"
    assert learn(ranking, everybody, chosen)
    there = {facts.id for facts in everybody if facts.site == "utrecht"}
    assert there == {person for person, group in ranking if group is Group.CHOSEN} != set()


@pytest.mark.parametrize("sorting", list(Sorting))
def test_kept_it_is_as_made_afresh(everybody: list[RowFacts], sorting: Sorting) -> None:
    random, ranking = Random(7), ranked()
    ranking.sorting = sorting
    for _ in range(60):
        at = random.randrange(len(everybody))
        person = everybody[at]
        everybody = list(everybody)
        if random.random() < 0.1:
            del everybody[at]
        elif random.random() < 0.2:
            new = f"{random.random()}"
            everybody[at] = replace(person, id=new, order=(*person.order[:2], new))
        else:
            everybody[at] = replace(
                person,
                group=random.choice(list(Group)),
                order=(random.randrange(3), *person.order[1:2], person.id),
                availability=random.choice(list(Availability)),
                since=random.randrange(9),
                place=random.choice(["", "Gent", "Acme"]),
            )
        learn(ranking, everybody)
        assert order(ranking) == afresh(everybody, ranking)


def test_what_is_left_half_way_is_as_if_never_begun(everybody: list[RowFacts]) -> None:
    ranking = ranked()
    learn(ranking, everybody)
    before = order(ranking)
    ranking.sorting = Sorting.NAME
    next(ranking.learn(everybody))
    assert order(ranking) == before
    assert learn(ranking, everybody)
    assert order(ranking) == afresh(everybody, ranking) != before


def test_another_order_is_taken_at_once(everybody: list[RowFacts]) -> None:
    ranking = ranked()
    learn(ranking, everybody)
    ranking.sorting = Sorting.NAME
    learn(ranking, everybody)
    assert order(ranking) == afresh(everybody, ranking)


def test_what_was_so_before_is_let_go_in_steps(everybody: list[RowFacts]) -> None:
    ranking = ranked()
    learn(ranking, everybody)
    ranking.sorting = Sorting.NAME
    learn(ranking, everybody)
    said = everybody[0].id
    for _ in ranking.let_go():
        assert dict(ranking)[said] is everybody[0].group
    assert ranking._past == []
    assert list(ranking.let_go()) == []


def test_the_group_of_each_is_known_in_their_order(everybody: list[RowFacts]) -> None:
    ranking = ranked()
    learn(ranking, everybody)
    assert list(ranking.groups.items()) == list(ranking)
    last = replace(everybody[0], group=list(Group)[-1])
    learn(ranking, [last, *everybody[1:]])
    assert list(ranking.groups.items()) == list(ranking)
    assert ranking.groups[last.id] is last.group
