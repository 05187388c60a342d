"""The chips and the order of the list."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.topic_graph import Question
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.people.filter_bar import FilterBar, SortButton, sorting_word
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Role, RosterModel
from presencemap.ui.people.showing import Show
from presencemap.ui.people.sorting import Sorting


@pytest.fixture
def people(stage: Any) -> RosterList:
    return RosterList(stage.team.roster)


@pytest.fixture
def bar(people: RosterList, stage: Any, qtbot: QtBot) -> FilterBar:
    made = FilterBar(people, stage.team.roster)
    qtbot.addWidget(made)
    made.show()
    return made


def on(bar: FilterBar) -> list[Show]:
    return [show for show, chip in bar.chips.items() if chip.isChecked()]


def names(people: RosterList) -> list[str]:
    rows = [people.index(row) for row in range(people.rowCount())]
    return [str(row.data()) for row in rows if row.data(Role.ID)]


def shown(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in bar.chips.values() if not chip.isHidden()]


def test_a_chip_is_there_while_it_means_something(
    bar: FilterBar, people: RosterList, stage: Any
) -> None:
    assert shown(bar) == ["All", "Following", "Free now", "Struggling", "At my place"]
    people.choose_site("gent")
    assert shown(bar)[-1] == "Gent office"
    bar.show_topic("peppol")
    assert shown(bar)[-2:] == ["#peppol", "Gent office"]
    assert on(bar) == [Show.TOPIC]
    assert names(people)
    for name in names(people):
        card = next(card for card in stage.cards if card.person.name == name)
        assert "peppol" in card.status.activity.topics
    before = names(people)
    asker = next(c for c in stage.cards if c.person.name not in before and not c.me)
    people.set_questions([Question("q", asker.person.id, "how?", ("peppol",), 1)])
    assert sorted(names(people)) == sorted([*before, asker.person.name]), "who asks about it"
    people.set_questions([])
    assert names(people) == before
    bar.show_all()
    assert on(bar) == [Show.ALL]
    assert "#peppol" not in shown(bar)


def test_a_place_is_kept_to_and_let_go_with_the_choice(
    bar: FilterBar, people: RosterList, stage: Any
) -> None:
    people.choose_site("gent")
    bar.chips[Show.PLACE].click()
    here = {
        card.person.name
        for card in stage.cards
        if not card.me
        and (site := stage.places.site(card.place_at(stage.now)))
        and site.id == "gent"
    }
    assert set(names(people)) == here
    people.choose_site(None)
    assert on(bar) == [Show.ALL]
    assert len(names(people)) == 12


def test_at_my_place_and_following(bar: FilterBar, people: RosterList, stage: Any) -> None:
    bar.chips[Show.HERE].click()
    assert sorted(names(people)) == ["Amina El Idrissi", "Joris De Smedt"]
    bar.chips[Show.FOLLOWING].click()
    assert names(people) == []
    lotte = next(card for card in stage.cards if card.person.name == "Lotte Maes")
    stage.team.roster.apply([replace(lotte, followed=True)])
    assert names(people) == ["Lotte Maes"]
    assert people.index(0).data() == "Following"


def test_a_long_place_is_cut_on_its_chip_and_named_whole(
    bar: FilterBar, people: RosterList, stage: Any
) -> None:
    long = Place("long", "A very long name of a client & sons", PlaceKind.CLIENT)
    stage.team.roster.set_places(PlaceTree([*stage.places, long]))
    people.choose_site("long")
    chip = bar.chips[Show.PLACE]
    assert chip.accessibleName() == long.name
    assert chip.text() == "A very long name of a clien…"


def test_the_chip_of_a_topic_is_the_one_of_all_that_is_part_of_it(
    bar: FilterBar, people: RosterList, stage: Any
) -> None:
    bar.show_topic("peppol")
    on_it = names(people)
    stage.team.roster.set_names(TopicNames({"peppol": "E-Invoicing", "e-facturatie": "peppol"}))
    for asked in ("peppol", "E-Facturatie", "e-invoicing"):
        bar.show_topic(asked)
        assert bar.chips[Show.TOPIC].accessibleName() == "#E-Invoicing"
        assert names(people) == on_it


def test_each_order_is_chosen_from_the_menu(people: RosterList, stage: Any, qtbot: QtBot) -> None:
    button = SortButton(people)
    qtbot.addWidget(button)
    assert button.accessibleName() == "Order: Most relevant first"

    def ordered(sorting: Sorting) -> list[str]:
        next(a for a in button.sort_menu.actions() if a.text() == sorting_word(sorting)).trigger()
        assert sorting_word(sorting) in button.accessibleName()
        return names(people)

    roster: RosterModel = stage.team.roster
    facts = {f.name: f for card in roster.cards() if (f := roster.facts(card.person.id))}

    def grouped(found: list[str]) -> list[list[str]]:
        groups: dict[object, list[str]] = {}
        for name in found:
            groups.setdefault(facts[name].group, []).append(name)
        return [*groups.values()]

    for group in grouped(ordered(Sorting.NAME)):
        assert group == sorted(group)
    for group in grouped(ordered(Sorting.PLACE)):
        said = [facts[name].place for name in group]
        assert said == sorted(said, key=lambda place: (not place, place))
    for group in grouped(ordered(Sorting.NEWEST)):
        moments = [facts[name].since for name in group]
        assert moments == sorted(moments, reverse=True)
    for group in grouped(ordered(Sorting.AVAILABILITY)):
        turns = [str(facts[name].availability) for name in group]
        order = ["available", "busy", "do_not_disturb", "away", "None"]
        assert turns == sorted(turns, key=order.index)
