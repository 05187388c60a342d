"""Headers among the rows of the list."""

from dataclasses import replace
from types import ModuleType

from presencemap.domain.roster import Group
from presencemap.ui.people.header_rows import (
    group_of,
    header_of,
    headers_in,
    is_header,
    rows_of,
)
from presencemap.ui.people.row_facts import row_facts

CHOSEN, HERE, OFFLINE = Group.CHOSEN, Group.HERE, Group.OFFLINE


def test_a_header_says_its_group() -> None:
    assert all(group_of(header_of(group)) is group for group in Group)
    assert is_header(header_of(HERE))
    assert not is_header("ann")


def test_each_group_follows_its_header_unless_it_is_folded(factories: ModuleType) -> None:
    people = {"ann": HERE, "bo": HERE, "cy": OFFLINE}
    counts = {HERE: 2, OFFLINE: 1}
    rows = rows_of(people, counts, (), lambda _: None)
    assert rows == [header_of(HERE), "ann", "bo", header_of(OFFLINE), "cy"]
    folded = rows_of(people, counts, {HERE}, lambda _: None)
    assert folded == [header_of(HERE), header_of(OFFLINE), "cy"]


def test_guests_of_a_chosen_place_are_below_all_who_are_there(factories: ModuleType) -> None:
    team = factories.team(3)
    said = [row_facts(card, team.places, None, team.now) for card in team.cards[1:3]]
    host, other = replace(said[0], guests=2), said[1]
    facts = {host.id: host, other.id: other}
    rows = rows_of({host.id: CHOSEN, other.id: CHOSEN}, {CHOSEN: 2}, (), facts.get)
    assert rows[:3] == [header_of(CHOSEN), host.id, other.id]
    assert len(rows) == 4
    assert host.id in rows[3]


def test_headers_are_found_from_the_top() -> None:
    rows = [header_of(HERE), "ann", header_of(OFFLINE), "cy"]
    assert headers_in(rows, set(Group)) == [(HERE, 0), (OFFLINE, 2)]
    assert headers_in(rows, {OFFLINE}) == [(OFFLINE, 2)]
    assert headers_in([], set(Group)) == []
