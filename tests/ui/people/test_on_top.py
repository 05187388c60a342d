"""Who is on top: of a site, or of one floor of it."""

from dataclasses import replace
from types import ModuleType

import pytest
from PySide6.QtWidgets import QApplication

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Group
from presencemap.ui.people.on_top import OnTop
from presencemap.ui.people.roster_model import RosterModel
from presencemap.ui.people.row_facts import RowFacts


@pytest.fixture
def model(qapp: QApplication, factories: ModuleType) -> RosterModel:
    """The colleagues 2 and 3 are in the office, one of them in a room on its floor."""
    team = factories.team(4)
    floor = Place("two", "Floor 2", PlaceKind.FLOOR, "gent")
    room = Place("leie", "Leie", PlaceKind.ROOM, "two")
    made = RosterModel(lambda: team.now)
    made.set_places(PlaceTree([*team.places, floor, room]))
    made.apply(
        replace(card, status=replace(card.status, place=place))
        for card, place in zip(team.cards[1:4], ("acme", "leie", "gent"), strict=True)
    )
    return made


def facts(model: RosterModel) -> list[RowFacts]:
    """Of each but me, in the order of `model`."""
    found = (model.facts(card.person.id) for card in model.cards() if not card.me)
    return [each for each in found if each is not None]


def on_top(model: RosterModel, top: OnTop) -> list[bool]:
    return [top.group_of(each) is Group.CHOSEN for each in facts(model)]


def test_of_a_site_all_and_of_a_floor_its_own(model: RosterModel) -> None:
    top = OnTop(model)
    assert on_top(model, top) == [False, False, False]
    top.site = "gent"
    assert on_top(model, top) == [False, True, True]
    top.floor = "two"
    assert on_top(model, top) == [False, True, False]


def test_on_a_floor_the_room_is_said_on_a_site_the_site(model: RosterModel) -> None:
    top, who = OnTop(model), facts(model)[1]
    top.site = "gent"
    assert top.in_room(who) is who
    top.floor = "two"
    assert top.in_room(who).place == "Leie"


def test_the_tree_of_places_matters_to_a_floor_alone(model: RosterModel) -> None:
    top = OnTop(model)
    top.site = "gent"
    before = top.by
    model.set_places(PlaceTree(model.places))
    assert top.by == before
    top.floor = "two"
    before = top.by
    model.set_places(PlaceTree(model.places))
    assert top.by != before
