"""Rows that are about to be listed."""

from types import ModuleType

from presencemap.ui.people.drawn_ahead import drawn_ahead
from presencemap.ui.people.row_facts import RowFacts, row_facts


class Window:
    def __init__(self) -> None:
        self.drawn = list[str]()

    def rows_in_sight(self, count: int) -> range:
        return range(1, min(count, 4))

    def draw_ahead(self, facts: RowFacts) -> None:
        self.drawn.append(facts.id)


def test_those_in_sight_are_drawn_one_by_one(factories: ModuleType) -> None:
    team, window = factories.team(5), Window()
    facts = {
        card.person.id: row_facts(card, team.places, None, team.now) for card in team.cards[1:]
    }
    first, second, *_ = facts
    keys = ["group:here", first, "group:offline", second, *list(facts)[2:]]
    for number, _ in enumerate(drawn_ahead(window, keys, facts.get), 1):
        assert len(window.drawn) == number
    assert window.drawn == [first, second]
    assert list(drawn_ahead(window, [], facts.get)) == []
