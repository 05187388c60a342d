"""The card of colleagues: filter, counts, and the explanation of who is chosen."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.network.colleagues_card import ColleaguesCard
from presencemap.ui.network.colleagues_model import Column


@pytest.fixture
def card(look: Any, qtbot: QtBot, factories: Any) -> ColleaguesCard:
    made = ColleaguesCard()
    qtbot.addWidget(made)
    made.resize(560, 560)
    made.show()
    made.tell(factories.report(factories.team(12)))
    return made


def test_counts_and_filter(card: ColleaguesCard) -> None:
    assert (card.count.text(), card.unreached.text()) == ("12", "Not reached 2")
    card.unreached.click()
    assert card.model.rowCount() == 2
    card.all.click()
    assert card.model.rowCount() == 12


def test_who_is_chosen_is_explained_below(card: ColleaguesCard) -> None:
    assert card.why.text().startswith("Choose a colleague")
    card.unreached.click()
    card.view.setCurrentIndex(card.model.index(0, 0))
    assert card.why.text().startswith("Hugo Wijnen closed Presence Map, or paused, 2 h ago.")
    card.all.click()
    assert card.why.text().startswith("Choose a colleague"), "nobody is chosen in the new list"


def test_every_column_shows_whole(card: ColleaguesCard, qtbot: QtBot) -> None:
    view = card.view
    qtbot.waitUntil(lambda: view.columnWidth(Column.NAME) > 100)
    for column in Column:
        assert view.columnWidth(column) >= view.sizeHintForColumn(column)
    total = sum(view.columnWidth(column) for column in Column)
    assert total <= view.viewport().width()
    assert view.visualRect(card.model.index(0, 0)).height() >= 36
