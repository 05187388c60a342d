"""Rows for guests: whose, how many, never who."""

from dataclasses import replace
from types import ModuleType

from PySide6.QtCore import Qt

from presencemap.ui.people.guest_rows import guest_data, guest_rows, host_of, is_guest_row
from presencemap.ui.people.roster_model import Role
from presencemap.ui.people.row_facts import row_facts


def test_a_row_for_the_guests_of_each_who_has_some(factories: ModuleType) -> None:
    card = factories.card(1, "Nele Van Acker")
    alone = row_facts(card, factories.PLACES, None, factories.NOW)
    [key] = guest_rows([alone, None, replace(alone, guests=2)])
    assert is_guest_row(key)
    assert not is_guest_row(card.person.id)
    assert host_of(key) == card.person.id
    words = "2 guests of Nele, no names shared"
    assert guest_data(key, card, Qt.ItemDataRole.DisplayRole) == words
    assert guest_data(key, card, Qt.ItemDataRole.AccessibleTextRole) == words
    assert guest_data(key, card, Role.ID) == ""
    assert guest_data(key, card, Role.FACTS) is None
    assert guest_data(key, None, Qt.ItemDataRole.DisplayRole) is None
