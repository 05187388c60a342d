"""A few others, each a way to their page."""

from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.ui.people.suggestions import Helper
from presencemap.ui.person.alike import MOST, Alike
from presencemap.ui.theme import Appearance


@pytest.fixture
def alike(look: Appearance, qtbot: QtBot) -> Alike:
    made = Alike()
    qtbot.addWidget(made)
    made.show()
    return made


def helpers(factories: ModuleType) -> list[Helper]:
    cards = factories.team(12).cards[1:6]
    return [Helper(card.person, Availability.BUSY, "On #peppol") for card in cards]


def test_the_first_few_are_shown_and_open_their_page(
    alike: Alike, factories: ModuleType, qtbot: QtBot
) -> None:
    found = helpers(factories)
    alike.show_people(found)
    shown = [cell for cell in alike.cells if not cell.isHidden()]
    assert [cell.person for cell in shown] == [each.person.id for each in found[:MOST]]
    assert shown[0].accessibleName() == "Show Joris De Smedt: On #peppol"
    with qtbot.waitSignal(alike.person_wanted) as wanted:
        shown[1].click()
    assert wanted.args == [found[1].person.id]
    alike.show_people(found[:1])
    assert [cell.isHidden() for cell in alike.cells] == [False, True, True]
    alike.show_people(())
    assert alike.isHidden()


def test_they_stand_below_each_other_where_it_is_narrow(
    alike: Alike, factories: ModuleType
) -> None:
    alike.show_people(helpers(factories))
    first, second = alike.cells[:2]
    for width, beside in ((600, True), (330, False)):
        alike.resize(width, 400)
        alike.layout().activate()  # type: ignore[union-attr]
        assert (first.y() == second.y()) is beside
