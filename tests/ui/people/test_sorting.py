"""The orders: what each puts first."""

from types import ModuleType

from presencemap.domain.roster import MINUTE
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.people.sorting import ORDERS, Sorting


def test_each_order_puts_its_own_first(factories: ModuleType) -> None:
    team = factories.team(12)
    facts = [row_facts(card, team.places, None, team.now) for card in team.cards[1:]]
    first = {each: min(facts, key=ORDERS[each]) for each in Sorting}
    assert set(ORDERS) == set(Sorting)
    assert first[Sorting.RELEVANCE].struggling
    assert first[Sorting.NAME].name == "Amina El Idrissi"
    assert first[Sorting.PLACE].place == "Acme, Gent"
    assert first[Sorting.AVAILABILITY].free
    assert team.now - first[Sorting.NEWEST].since < 10 * MINUTE
