"""Groups, filter, order; and calm while held."""

import random
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability, Presence
from presencemap.domain.place import Place, PlaceKind, PlaceTree
from presencemap.domain.roster import Card, Group
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_names import AS_WRITTEN, TopicNames
from presencemap.ui.people import roster_list
from presencemap.ui.people.roster_list import RosterList
from presencemap.ui.people.roster_model import Role, RosterModel
from presencemap.ui.people.showing import Show
from presencemap.ui.people.sorting import Sorting


def lines(shown: RosterList) -> list[str]:
    """Names, and headers with their count in brackets."""
    made = []
    for row in range(shown.rowCount()):
        index = shown.index(row)
        group = index.data(Role.GROUP)
        made.append(index.data() if index.data(Role.ID) else f"[{group} {shown.count(group)}]")
    return made


class Stage:
    def __init__(self, factories: ModuleType, people: int) -> None:
        self.team = factories.team(people)
        self.now = self.team.now
        self.model = RosterModel(lambda: self.now)
        self.list = RosterList(self.model)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.list, mode)
        self.model.set_places(self.team.places)
        self.model.apply(self.team.cards)

    def lines(self) -> list[str]:
        return lines(self.list)

    def with_status(self, index: int, **changes: Any) -> Card:
        card: Card = self.team.cards[index]
        assert card.status is not None
        return replace(card, status=replace(card.status, **changes))


@pytest.fixture
def stage(qapp: QApplication, factories: ModuleType) -> Stage:
    return Stage(factories, 12)


@pytest.mark.usefixtures("in_turns")
def test_a_letter_waits_only_while_thousands_are_still_to_be_read(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: len(stage.lines()) > 12)
    everybody = stage.lines()
    monkeypatch.setattr(roster_list, "_READ_AT_ONCE", 2)
    stage.model.words.read_anew(stage.model._rows)
    stage.list._forget()
    stage.list.set_text("goossens")
    assert stage.lines() == everybody
    qtbot.waitUntil(lambda: stage.lines() != everybody)
    assert stage.lines()[1:] == ["Pieter Goossens"]
    assert stage.model.words.unread == 0
    stage.list.set_text("goossens q")
    qtbot.waitUntil(lambda: stage.lines() == [])


def test_that_everybody_reads_differently_matters_to_no_empty_list(stage: Stage) -> None:
    changes = list[object]()
    stage.list.dataChanged.connect(lambda *rows: changes.append(rows))
    stage.list.set_text("nobody is called so")
    assert stage.lines() == []
    stage.model.dataChanged.emit(
        stage.model.index(0), stage.model.index(stage.model.rowCount() - 1)
    )
    assert changes == []


@pytest.mark.usefixtures("in_turns")
def test_many_are_put_in_order_in_turns_and_what_is_listed_stays_meanwhile(
    stage: Stage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(stage.lines()) > 12)
    listed = stage.lines()
    told: list[object] = []
    stage.list.matches_changed.connect(told.append)
    stage.list.set_text("e")
    told.clear()
    stage.model.day_changed.emit()
    stage.model.updated.emit()
    assert told == []
    qtbot.waitUntil(lambda: told != [])
    assert told == [stage.list.matching()]
    # A letter needn't wait for what is under way, and what came meanwhile isn't forgotten.
    stage.model.day_changed.emit()
    stage.list.set_text("")
    qtbot.waitUntil(lambda: stage.lines() == listed)
    stage.list.set_sorting(Sorting.NAME)
    named = stage.lines()
    stage.list._ranking.sorting = Sorting.RELEVANCE
    stage.model.updated.emit()
    assert stage.lines() == named
    stage.model.apply([], removed=[stage.team.cards[1].person.id])
    assert stage.team.cards[1].person.name not in stage.lines()


@pytest.mark.usefixtures("in_turns")
def test_what_is_asked_for_while_people_are_listed_is_what_is_listed(
    stage: Stage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(stage.lines()) > 12)
    everybody = stage.lines()
    told: list[object] = []
    stage.list.matches_changed.connect(told.append)
    stage.list.set_text("goos")
    stage.list.set_text("goossens")
    assert stage.lines() == everybody
    stage.list.set_show(Show.STRUGGLING)
    stage.list.set_text("")
    stage.list.set_show(Show.FREE)
    qtbot.waitUntil(lambda: not (stage.list._finding.busy or stage.list._settling.busy))
    listed = stage.lines()
    assert told[-1] == stage.list.matching()
    assert 0 < stage.list.shown < 12
    stage.list._list_anew()
    stage.list.settle()
    assert stage.lines() == listed


def test_of_a_floor_only_its_people_are_on_top_each_with_their_room(stage: Stage) -> None:
    places = [
        *stage.team.places,
        Place("two", "Floor 2", PlaceKind.FLOOR, "gent"),
        Place("leie", "Leie", PlaceKind.ROOM, "two"),
    ]
    stage.model.set_places(PlaceTree(places))
    stage.model.apply([stage.with_status(2, place="leie"), stage.with_status(3, place="gent")])
    stage.list.choose_site("gent")
    assert stage.list.count(Group.CHOSEN) > 1
    stage.list.choose_floor("two")
    assert stage.lines()[:2] == ["[chosen 1]", "Lotte Maes"]
    assert stage.list.index(0).data() == "Here now"
    assert stage.list.index(1).data(Role.FACTS).place == "Leie"
    others = [stage.list.index(n).data(Role.FACTS) for n in range(3, 6)]
    assert "Leie" not in {facts.place for facts in others if facts is not None}
    stage.list.choose_floor("")
    assert stage.list.index(0).data() == "At Gent office"
    assert stage.list.index(1).data(Role.FACTS).place == "Gent office"


def test_guests_stand_below_the_people_of_a_chosen_place_and_are_nobody(stage: Stage) -> None:
    stage.model.apply([stage.with_status(2, place="gent", guests=2)])
    assert not [line for line in stage.lines() if "guests" in line]
    stage.list.choose_site("gent")
    at = stage.list.count(Group.CHOSEN) + 1
    row = stage.list.index(at)
    host = stage.team.cards[2].person.name.split()[0]
    assert row.data() == f"2 guests of {host}, no names shared"
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == row.data()
    assert (row.data(Role.ID), row.data(Role.GROUP), row.data(Role.FACTS)) == ("", None, None)
    assert not row.flags() & Qt.ItemFlag.ItemIsSelectable
    assert not stage.list.is_header(at)
    stage.model.apply([stage.with_status(2, place="gent", guests=1)])
    assert stage.list.index(at).data() == f"1 guest of {host}, no names shared"
    stage.list.collapse(Group.CHOSEN, collapsed=True)
    assert not stage.list.index(1).data(Role.FACTS)
    stage.list.collapse(Group.CHOSEN, collapsed=False)
    stage.model.apply([stage.with_status(2, place="gent")])
    assert stage.list.index(at).data(Role.GROUP), "the next group follows"


def test_groups_in_order_with_counts_and_without_me(stage: Stage) -> None:
    lines = stage.lines()
    headers = [line for line in lines if line.startswith("[")]
    assert headers == ["[here 2]", "[everyone 8]", "[last_known 1]", "[offline 1]"]
    assert lines[1:3] == ["Joris De Smedt", "Amina El Idrissi"]
    assert "Sofie Vermeulen" not in lines
    assert (stage.list.people, stage.list.shown) == (12, 12)


def test_headers_say_where_and_how_many(stage: Stage) -> None:
    header = stage.list.index(0)
    assert header.data() == "Also here, at Acme, Gent"
    spoken = header.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Also here, at Acme, Gent, 2 colleagues"
    assert not header.flags() & Qt.ItemFlag.ItemIsSelectable
    assert header.data(Qt.ItemDataRole.DecorationRole) is None
    assert stage.list.data(QModelIndex()) is None
    assert stage.list.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    last = stage.list.index(stage.lines().index("[offline 1]"))
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Offline, 1 colleague"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lotte", {"Lotte Maes"}),
        ("YASMINE", {"Yasmine Haddad"}),
        ("utrecht", {"Yasmine Haddad"}),
        ("dockers", {"Yasmine Haddad"}),
        ("smedt acme", {"Joris De Smedt"}),
        ("nobody", set()),
    ],
)
def test_text_filters_name_place_and_activity(stage: Stage, text: str, names: set[str]) -> None:
    stage.list.set_text(text)
    assert {line for line in stage.lines() if not line.startswith("[")} == names
    matching = stage.list.matching()
    assert matching is not None
    assert len(matching) == len(names)


def test_the_filter_is_blind_to_accents_and_finds_talents(
    qapp: QApplication, factories: ModuleType
) -> None:
    stage = Stage(factories, 43)
    stage.list.set_text("omer")
    assert stage.lines()[1:] == ["Ömer Yıldız"]
    stage.list.set_text("rail")
    assert stage.list.shown >= 5


def test_who_is_on_a_topic_is_found_by_its_new_name_and_by_what_was_joined(stage: Stage) -> None:
    stage.list.set_text("peppol")
    written = set(stage.lines())
    assert len(written) > 1
    stage.list.set_text("e-billing")
    assert stage.lines() == []
    stage.model.set_names(TopicNames({"peppol": "E-Billing", "b2b": "peppol"}))
    assert set(stage.lines()) == written, "what is typed already finds them too"
    for text in ("e billing", "b2b", "peppol"):
        stage.list.set_text(text)
        assert set(stage.lines()) == written
    stage.list.set_text("b2b")
    stage.model.set_names(AS_WRITTEN)
    assert stage.lines() == []


def test_chips(stage: Stage) -> None:
    stage.list.set_show(Show.STRUGGLING)
    assert all(f in {"Joris De Smedt", "Bram Claeys", "Yasmine Haddad"} or f[0] == "["
               for f in stage.lines())  # fmt: skip
    stage.list.set_show(Show.FREE)
    free = {c.person.name for c in stage.team.cards if c.free() and not c.me}
    assert {line for line in stage.lines() if not line.startswith("[")} == free
    told: list[object] = []
    stage.list.matches_changed.connect(told.append)
    stage.list.set_show(Show.ALL)
    assert told == [None]


def test_folding_hides_rows_and_keeps_the_count(stage: Stage) -> None:
    stage.list.collapse(Group.EVERYONE, collapsed=True)
    assert stage.lines()[3:] == [
        "[everyone 8]",
        "[last_known 1]",
        "Hugo Wijnen",
        "[offline 1]",
        "Pieter Goossens",
    ]
    header = stage.list.index(3)
    assert header.data(Qt.ItemDataRole.AccessibleTextRole) == "Everyone else, 8 colleagues, folded"
    # A filter opens every group: what matches is seen.
    stage.list.set_text("lotte")
    assert "Lotte Maes" in stage.lines()
    stage.list.set_text("")
    assert "Lotte Maes" not in stage.lines()
    stage.list.collapse(Group.EVERYONE, collapsed=False)
    assert "Lotte Maes" in stage.lines()


def test_a_change_moves_the_row_and_keeps_the_index(stage: Stage) -> None:
    lotte = stage.team.cards[2].person.id
    kept = QPersistentModelIndex(stage.list.index(stage.list.row_of(lotte)))
    stage.model.apply([stage.with_status(2, activity=Activity(Kind.STRUGGLING_WITH, "Cut-over"))])
    assert kept.data(Role.ID) == lotte
    everyone = stage.lines()[4:]
    assert "Lotte Maes" in everyone[:4]


def test_nothing_moves_while_held_but_words_change(stage: Stage) -> None:
    stage.list.hold(held=True)
    before = stage.lines()
    moved = stage.with_status(2, place="acme", activity=Activity(Kind.STRUGGLING_WITH, "Oh"))
    stage.model.apply([moved])
    assert stage.lines() == before
    row = stage.list.row_of(moved.person.id)
    assert stage.list.index(row).data(Role.FACTS).line == "Oh"
    stage.list.hold(held=False)
    assert stage.lines()[:2] == ["[here 3]", "Joris De Smedt"]
    assert "Lotte Maes" in stage.lines()[:4]


@pytest.mark.usefixtures("qapp")
def test_a_team_that_comes_in_is_listed_though_held(factories: ModuleType) -> None:
    """At a start, or after joining, the pointer may lie where the list will be."""
    stage = Stage(factories, 12)
    late = stage.team.cards[3:]
    stage.model.apply([], removed=[card.person.id for card in late])
    stage.list.hold(held=True)
    stage.model.apply(late)
    assert all(stage.list.row_of(card.person.id) >= 0 for card in late)
    assert not stage.list.patience.isActive()


def test_after_ten_seconds_it_moves_though_held(stage: Stage) -> None:
    stage.list.hold(held=True)
    before = stage.lines()
    stage.model.apply([stage.with_status(2, place="acme")])
    assert stage.list.patience.isActive()
    assert stage.list.patience.interval() == 10_000
    stage.list.patience.timeout.emit()
    assert stage.lines() != before


def test_my_own_filter_acts_though_held(stage: Stage) -> None:
    stage.list.hold(held=True)
    stage.list.set_text("lotte")
    assert stage.lines()[1:] == ["Lotte Maes"]


def test_who_leaves_the_team_leaves_though_held(stage: Stage) -> None:
    stage.list.hold(held=True)
    stage.model.apply([], removed=[stage.team.cards[1].person.id])
    assert "Joris De Smedt" not in stage.lines()


def test_any_stream_of_changes_ends_in_the_same_list(
    qapp: QApplication, factories: ModuleType
) -> None:
    stage = Stage(factories, 43)
    chance = random.Random(7)
    cards = list(stage.team.cards)
    for _ in range(150):
        number = chance.randrange(1, len(cards))
        card = cards[number]
        cards[number] = replace(
            card,
            presence=chance.choice(list(Presence)),
            status=replace(
                card.status,
                availability=chance.choice(list(Availability)),
                place=chance.choice(["acme", "gent", "home", None]),
            ),
        )
        stage.list.hold(held=chance.random() < 0.3)
        stage.list.set_show(chance.choice(list(Show)))
        stage.model.apply([cards[number]])
    stage.list.hold(held=False)
    stage.list.set_show(Show.ALL)
    fresh = RosterModel(lambda: stage.now)
    fresh.set_places(stage.team.places)
    fresh.apply(cards)
    assert stage.lines() == lines(RosterList(fresh))


def test_the_people_of_a_chosen_place_stand_on_top_under_its_name(stage: Stage) -> None:
    stage.list.choose_site("gent")
    lines = stage.lines()
    assert lines[0] == "[chosen 3]"
    assert lines[1:4] == ["Lotte Maes", "Nele Van Acker", "Wout Mertens"]
    assert stage.list.index(0).data() == "At Gent office"
    assert "[everyone 5]" in lines
    assert len(lines) == len(set(lines))
    stage.list.choose_site(None)
    assert stage.lines()[0] == "[here 2]"


def test_another_chosen_place_names_itself_though_as_many_are_there(stage: Stage) -> None:
    stage.list.choose_site("utrecht")
    told: list[int] = []
    stage.list.dataChanged.connect(lambda first, _last: told.append(first.row()))
    stage.list.choose_site("kompas")
    assert stage.list.index(0).data() == "At Kompas, Aalst"
    assert 0 in told


def test_my_own_place_is_chosen_too_and_a_held_list_follows_the_choice(stage: Stage) -> None:
    stage.list.hold(held=True)
    stage.list.choose_site("acme")
    assert stage.lines()[0] == "[chosen 2]"
    assert not any(line.startswith("[here") for line in stage.lines())
    stage.list.collapse(Group.CHOSEN, collapsed=True)
    stage.list.choose_site("hof")
    assert stage.lines()[:2] == ["[chosen 1]", "Hugo Wijnen"]


def test_a_chosen_place_without_colleagues_has_no_header(stage: Stage) -> None:
    before = stage.lines()
    stage.list.choose_site("nowhere")
    assert stage.lines() == before


def test_typing_on_narrows_and_other_words_widen(stage: Stage) -> None:
    shown = stage.list

    def kept(text: str) -> set[str]:
        shown.set_text(text)
        return {name for name in stage.lines() if not name.startswith("[")}

    assert kept("l") > kept("lo") == {"Lotte Maes"}
    assert kept("l") > kept("lo")
    assert kept("jo") == {"Joris De Smedt"}
    assert len(kept("")) == 12


def test_another_chip_looks_through_everybody_again(stage: Stage) -> None:
    stage.list.set_text("l")
    all_of_them = stage.lines()
    stage.list.set_show(Show.FREE)
    assert len(stage.lines()) < len(all_of_them)
    stage.list.set_text("lo")
    stage.list.set_text("l")
    stage.list.set_show(Show.ALL)
    assert stage.lines() == all_of_them


def test_letters_taken_back_find_whom_they_found_before_and_who_changed(stage: Stage) -> None:
    stage.list.set_text("lo")
    stage.list.set_text("lot")
    told = stage.with_status(3, activity=Activity(Kind.WORKING_ON, "Logistics"))
    stage.model.apply([told])
    assert stage.lines()[1:] == ["Lotte Maes"]
    stage.list.set_text("lo")
    assert {told.person.name, "Lotte Maes"} <= set(stage.lines())


def test_who_comes_to_match_while_a_filter_is_on_is_shown(stage: Stage) -> None:
    stage.list.set_text("zz")
    assert stage.lines() == []
    told = stage.with_status(3, activity=Activity(Kind.WORKING_ON, "zzyzx road"))
    stage.model.apply([told])
    assert told.person.name in stage.lines()
    stage.list.set_text("zzy")
    stage.model.apply([stage.with_status(3, activity=None)])
    assert stage.lines() == []


def test_a_rooms_new_name_is_found_though_no_row_reads_differently(stage: Stage) -> None:
    stage.list.set_text("zolder")
    assert stage.lines() == []
    places = [
        replace(place, name="Zolder") if place.id == "acme312" else place
        for place in stage.team.places
    ]
    stage.model.set_places(PlaceTree(places))
    assert "Joris De Smedt" in stage.lines()
