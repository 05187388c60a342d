"""How many guests are with me."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from presencemap.domain.status import MAX_GUESTS
from presencemap.ui.compose.guests_menu import GuestsMenu
from presencemap.ui.theme import Appearance


@pytest.fixture
def guests(look: Appearance, qtbot: QtBot) -> GuestsMenu:
    made = GuestsMenu()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(guests: GuestsMenu) -> QMenu:
    guests.open()
    menu = guests.menu()
    assert isinstance(menu, QMenu)
    return menu


def test_it_says_how_many_and_tells_another_number(guests: GuestsMenu, qtbot: QtBot) -> None:
    guests.show_guests("acme", 0)
    assert (guests.text(), guests.accessibleName()) == ("Guests", "With you: No guests")
    menu = opened(guests)
    words = [action.text() for action in menu.actions()]
    assert words[:3] == ["No guests", "1 guest", "2 guests"]
    assert words[-1] == f"{MAX_GUESTS} guests"
    assert menu.actions()[0].isChecked()
    with qtbot.waitSignal(guests.chosen):
        menu.actions()[2].trigger()
    menu.close()
    assert (guests.value, guests.text()) == (2, "2 guests")
    assert guests.accessibleName() == "With you: 2 guests"


def test_a_number_that_was_told_elsewhere_is_offered(guests: GuestsMenu) -> None:
    guests.show_guests("acme", 13)
    menu = opened(guests)
    [on] = [action for action in menu.actions() if action.isChecked()]
    assert on.text() == "13 guests"
    menu.close()


def test_guests_are_of_one_place(guests: GuestsMenu) -> None:
    guests.show_guests("acme", 2)
    guests.follow(None)
    assert (guests.isEnabled(), guests.value) == (False, 0)
    guests.follow("acme")
    assert guests.value == 2, "the name of the place was being typed"
    guests.follow("gent")
    assert guests.value == 0


def test_without_a_place_nothing_opens(guests: GuestsMenu) -> None:
    guests.show_guests(None, 0)
    assert not opened(guests).isVisible()
    assert guests.toolTip() == "Guests are with you at a place"
