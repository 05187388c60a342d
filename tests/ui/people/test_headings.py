"""The words over the groups."""

from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.domain.roster import Group
from presencemap.ui.people.headings import colleagues, heading, spoken_heading
from presencemap.ui.people.roster_model import RosterModel


@pytest.fixture
def roster(qapp: QApplication, factories: ModuleType) -> RosterModel:
    team = factories.team(3)
    made = RosterModel(lambda: team.now)
    made.set_places(team.places)
    made.apply(team.cards)
    return made


def test_every_group_has_words_and_no_two_the_same(roster: RosterModel) -> None:
    said = [heading(group, roster, "gent", on_floor=False) for group in Group]
    assert all(said)
    assert len(set(said)) == len(Group)
    assert said[0] == "At Gent office"


def test_of_a_floor_it_says_that_they_are_there_now(roster: RosterModel) -> None:
    assert heading(Group.CHOSEN, roster, "gent", on_floor=True) == "Here now"


def test_a_screen_reader_hears_the_number_and_whether_it_is_folded() -> None:
    assert spoken_heading("Following", 2, folded=True) == "Following, 2 colleagues, folded"
    assert spoken_heading("Following", 1, folded=False) == "Following, 1 colleague"
    assert colleagues(0) == "0 colleagues"
