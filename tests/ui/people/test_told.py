"""Cards wait in the order in which they were told, the last of each person, mine first."""

from dataclasses import replace

import pytest

from presencemap.domain.roster import Card
from presencemap.ui.people import told
from presencemap.ui.people.told import Told
from tests.ui.factories import team


@pytest.fixture
def cards() -> tuple[Card, ...]:
    """Me and eight colleagues."""
    return team(8).cards


def sorted_out(waiting: Told) -> list[Card]:
    for _ in waiting.sort():
        pass
    found = []
    while (card := waiting.take()) is not None:
        found.append(card)
    return found


def test_they_come_in_their_order_and_mine_before(cards: tuple[Card, ...]) -> None:
    me = next(card for card in cards if card.me)
    others = [card for card in cards if not card.me]
    waiting = Told()
    assert not waiting
    waiting.hear([*others[:3], me])
    waiting.hear(others[3:])
    assert waiting
    assert sorted_out(waiting) == [me, *others]
    assert not waiting


def test_the_last_of_each_person_counts(cards: tuple[Card, ...]) -> None:
    waiting, later = Told(), replace(cards[1], followed=True)
    waiting.hear(cards)
    waiting.hear([later])
    found = sorted_out(waiting)
    assert len(found) == len(cards)
    assert later in found
    assert cards[1] not in found


def test_who_goes_waits_no_more_however_far_it_was_sorted(
    cards: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told, "_PIECE", 2)
    waiting = Told()
    waiting.hear(cards)
    sorting = waiting.sort()
    next(sorting)
    gone = cards[-1].person.id
    waiting.forget(gone)
    waiting.forget(gone)
    assert list(sorting) == [None] or list(sorting) == []
    assert [card.person.id for card in sorted_out(waiting)] == [
        card.person.id for card in cards[:-1]
    ]


def test_many_are_sorted_in_steps(cards: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "_PIECE", 4)
    waiting = Told()
    waiting.hear(cards)
    assert len(list(waiting.sort())) == 3
