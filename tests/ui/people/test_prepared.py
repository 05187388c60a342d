"""Everybody as another day shows them, whoever changes meanwhile."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.roster import Card
from presencemap.ui.people.prepared import Prepared, Shown
from presencemap.ui.people.row_facts import row_facts


def test_those_who_changed_meanwhile_are_made_anew_and_no_others(factories: ModuleType) -> None:
    team = factories.team(12)
    cards, made = list(team.cards), list[str]()

    def show(card: Card) -> Shown:
        made.append(card.person.id)
        return card, row_facts(card, team.places, None, team.now)

    prepared = Prepared(cards)
    for number, _ in enumerate(prepared.steps(show), 1):
        assert len(made) == number
    assert prepared.of(list(cards), show)[0] == cards
    assert len(made) == len(cards)
    made.clear()
    changed = replace(cards[3], last_seen=team.now + 1)
    came = factories.card(99, "New")
    now = [*cards[:2], changed, *cards[4:], came]
    seen, said = prepared.of(now, show)
    assert seen == now
    assert [facts.id for facts in said] == [card.person.id for card in now]
    assert made == [changed.person.id, came.person.id]
