"""The one model: rows by person, changes told for changed rows only."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.domain.place import PlaceTree
from presencemap.domain.plan import Plan
from presencemap.domain.roster import MINUTE, Card, Freshness, Group
from presencemap.domain.status import Activity, Kind
from presencemap.domain.topic_names import TopicNames
from presencemap.ui.people.roster_model import Role, RosterModel


class Clock:
    def __init__(self, now: int) -> None:
        self.at = now

    def __call__(self) -> int:
        return self.at


class Stage:
    """A model of 12 colleagues under the model tester, with a clock and a log of its signals."""

    def __init__(self, factories: ModuleType) -> None:
        self.team = factories.team(12)
        self.clock = Clock(self.team.now)
        self.model = RosterModel(self.clock)
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.model, mode)
        self.model.set_places(self.team.places)
        self.model.apply(self.team.cards)
        self.changed: list[str] = []
        self.batches = 0
        self.model.dataChanged.connect(self._changed)
        self.model.updated.connect(self._updated)

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self.changed.append(self.model.index(row).data(Role.ID))

    def _updated(self) -> None:
        self.batches += 1

    def with_status(self, index: int, **changes: Any) -> Card:
        card: Card = self.team.cards[index]
        assert card.status is not None
        return replace(card, status=replace(card.status, **changes))


@pytest.fixture
def stage(qapp: QApplication, factories: ModuleType) -> Stage:
    return Stage(factories)


def test_a_row_a_person_me_among_them(stage: Stage) -> None:
    assert stage.model.rowCount() == 13
    assert stage.model.me() == stage.team.me
    assert stage.model.my_site == "acme"
    index = stage.model.index(1)
    assert index.data() == "Joris De Smedt"
    assert index.data(Role.CARD) == stage.team.cards[1]
    assert index.data(Role.FACTS).freshness is Freshness.LIVE
    assert index.data(Role.GROUP) == Group.HERE
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Joris De Smedt, available")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert set(stage.model.roleNames().values()) >= {b"id", b"card", b"facts", b"group"}


def test_only_changed_rows_tell(stage: Stage) -> None:
    busy = stage.with_status(3, activity=Activity(Kind.WORKING_ON, "Something else"))
    stage.model.apply([stage.team.cards[2], busy])
    assert stage.changed == [busy.person.id]
    assert stage.model.facts(busy.person.id).line == "Something else"  # type: ignore[union-attr]
    assert stage.batches == 1


def test_rows_come_and_go(stage: Stage, factories: ModuleType) -> None:
    new = factories.card(40, "Vera Hoekstra")
    stage.model.apply([new])
    assert stage.model.card(new.person.id) == new
    first = stage.team.cards[1].person.id
    stage.model.apply([], removed=[first, "stranger"])
    assert stage.model.card(first) is None
    assert stage.model.facts(first) is None
    assert stage.model.row_of(first) == -1
    assert stage.model.index(stage.model.row_of(new.person.id)).data() == "Vera Hoekstra"
    assert stage.model.rowCount() == 13


def test_when_i_move_the_others_regroup(stage: Stage) -> None:
    joris = stage.team.cards[1].person.id
    stage.model.apply([stage.with_status(0, place="gent")])
    assert stage.model.my_site == "gent"
    assert joris in stage.changed
    assert stage.model.facts(joris).group is Group.EVERYONE  # type: ignore[union-attr]


@pytest.mark.parametrize("place", ["home", "road", "home:51.05,3.72:Gent"])
def test_two_who_are_at_home_are_not_in_one_place(stage: Stage, place: str) -> None:
    both = [stage.team.cards[n] for n in (0, 9)]
    stage.model.apply([replace(c, status=replace(c.status, place=place)) for c in both])
    assert stage.model.my_site is None
    facts = stage.model.facts(both[1].person.id)
    assert facts is not None
    assert facts.group is Group.EVERYONE
    assert facts.site == place


def test_places_rename_rows(stage: Stage) -> None:
    places = [replace(p, name="Acme NV") if p.id == "acme" else p for p in stage.team.places]
    stage.model.set_places(type(stage.team.places)(places))
    assert stage.model.facts(stage.team.cards[1].person.id).place == "Acme NV, Gent"  # type: ignore[union-attr]
    assert 1 <= len(stage.changed) < 12


def test_what_topics_are_called_renames_those_of_rows(stage: Stage) -> None:
    told = []
    stage.model.names_changed.connect(lambda: told.append(stage.model.names))
    before = {facts.id: facts.topics for facts in stage.model.colleagues_facts()}
    names = TopicNames({"peppol": "E-facturatie"})
    for _ in range(2):
        stage.model.set_names(names)
    assert told == [names], "once"
    after = {facts.id: facts.topics for facts in stage.model.colleagues_facts()}
    assert set(stage.changed) == {person for person in before if before[person] != after[person]}
    assert after == {person: names.names(topics) for person, topics in before.items()}
    assert any("E-facturatie" in topics for topics in after.values())


def test_a_tick_tells_only_rows_that_read_differently(stage: Stage) -> None:
    stage.model.tick()
    assert stage.changed == []
    stage.clock.at += MINUTE
    stage.model.tick()
    # Whoever was last seen days ago reads the same a minute later.
    gone = stage.team.cards[12].person.id
    assert stage.changed
    assert gone not in stage.changed


def test_until_ends_by_itself(stage: Stage, qtbot: QtBot) -> None:
    soon = stage.with_status(1, until=stage.clock.at + 30)
    stage.model.apply([soon])
    stage.model.start()
    stage.clock.at += 40
    qtbot.waitUntil(lambda: stage.model.facts(soon.person.id).place == "", timeout=5000)  # type: ignore[union-attr]
    stage.model.stop()


def test_a_new_until_brings_the_tick_forward(stage: Stage, qtbot: QtBot) -> None:
    stage.model.start()
    soon = stage.with_status(1, until=stage.clock.at + 30)
    stage.model.apply([soon])
    stage.clock.at += 40
    qtbot.waitUntil(lambda: stage.model.facts(soon.person.id).place == "", timeout=5000)  # type: ignore[union-attr]
    stage.model.stop()


def test_no_rows_under_rows_and_none_beyond(stage: Stage) -> None:
    assert stage.model.rowCount(stage.model.index(0)) == 0
    assert stage.model.data(QModelIndex()) is None


def test_what_a_filter_reads_follows_the_card_and_is_read_before_anybody_types(
    stage: Stage, qtbot: QtBot
) -> None:
    model = stage.model
    qtbot.waitUntil(lambda: len(model.words._words) == len(model.cards()))
    lotte = next(card for card in model.cards() if card.person.name == "Lotte Maes")

    def words() -> str:
        return model.words()[lotte.person.id]

    assert "lotte maes" in words()
    assert "gent office" in words()
    profile = replace(lotte.person.profile, name="Lotte Peeters")
    model.apply([replace(lotte, person=replace(lotte.person, profile=profile))])
    assert "lotte peeters" in words()
    model.set_places(PlaceTree())
    assert "gent office" not in words()
    model.apply([], removed=[lotte.person.id])
    assert lotte.person.id not in model.words()


class TestADayThatIsPlanned:
    """Rows and shown cards are of that day, cards of now."""

    def planned(self, stage: Stage, factories: ModuleType) -> None:
        stage.team = factories.planned_team(12)
        stage.model.apply(stage.team.cards)
        stage.changed.clear()
        stage.batches = 0

    def test_rows_say_it_and_say_so_once(self, stage: Stage, factories: ModuleType) -> None:
        self.planned(stage, factories)
        days: list[object] = []
        stage.model.day_changed.connect(lambda: days.append(stage.model.day))
        stage.model.show_day(factories.day(1))
        assert days == [factories.day(1)]
        assert stage.batches == 1
        assert sorted(stage.changed) == sorted(c.person.id for c in stage.team.cards)
        joris = stage.team.cards[1].person.id
        facts = stage.model.facts(joris)
        assert facts is not None
        assert (facts.place, facts.line, facts.freshness) == (
            "Utrecht office",
            "Workshop #peppol",
            Freshness.PLANNED,
        )
        assert stage.model.card(joris) == stage.team.cards[1]
        shown = stage.model.shown_card(joris)
        assert shown is not None
        assert shown.place_at(stage.team.now) == "utrecht"
        assert stage.model.shown()[1] is shown
        assert stage.model.shown_card("nobody") is None
        spoken = stage.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
        assert "planned for Wednesday 25 November: Utrecht office" in spoken
        stage.model.show_day(factories.day(1))
        assert stage.batches == 1, "it is shown already"

    def test_where_i_am_is_of_now_and_of_that_day(
        self, stage: Stage, factories: ModuleType
    ) -> None:
        self.planned(stage, factories)
        stage.model.show_day(factories.day(1))
        assert (stage.model.my_site, stage.model.my_shown_site) == ("acme", "utrecht")
        groups = [f.group for c in stage.team.cards if (f := stage.model.facts(c.person.id))]
        assert {Group.HERE, Group.EVERYONE, Group.OUT, Group.UNPLANNED} == set(groups)

    def test_what_changes_meanwhile_shows_as_planned(
        self, stage: Stage, factories: ModuleType
    ) -> None:
        self.planned(stage, factories)
        stage.model.show_day(factories.day(1))
        stage.changed.clear()
        stage.model.apply([stage.with_status(1, place="gent")])
        facts = stage.model.facts(stage.team.cards[1].person.id)
        assert facts is not None
        assert facts.place == "Utrecht office"
        newcomer = factories.card(30, "Gert-Jan Smits")
        stage.model.apply([newcomer], [stage.team.cards[2].person.id])
        facts = stage.model.facts(newcomer.person.id)
        assert facts is not None
        assert facts.line == "Nothing planned"
        assert len(stage.model.shown()) == len(stage.model.cards())

    def test_when_the_day_is_over_it_is_now_again(
        self, stage: Stage, factories: ModuleType
    ) -> None:
        self.planned(stage, factories)
        stage.model.show_day(factories.day(0))
        stage.clock.at += 86_400_000
        stage.model.tick()
        assert stage.model.day is None
        stage.model.stop()


class TestMany:
    """What would hold the GUI thread up takes turns: here one for each person."""

    @pytest.fixture
    def model(self, factories: ModuleType, request: pytest.FixtureRequest) -> RosterModel:
        now = factories.NOW
        model = RosterModel(lambda: now)
        model.set_places(factories.PLACES)
        day = factories.day(1)
        model.apply(
            replace(factories.card(n, f"Person {n}", me=n == 0), plans=(Plan(day, "utrecht"),))
            for n in range(9)
        )
        request.getfixturevalue("in_turns")
        return model

    def test_all_that_is_told_comes_in_turns_and_is_told_at_the_end(
        self, model: RosterModel, factories: ModuleType, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(model.updated):
            model.apply([factories.card(n, f"New {n}") for n in range(20, 26)])
            assert model.rowCount() == 9
            # Who comes first is told anew meanwhile, who comes last goes before coming.
            model.apply([factories.card(20, "Newer")], [factories.card(25, "New 25").person.id])
        assert model.rowCount() == 14
        assert model.index(9).data() == "Newer"

    @pytest.mark.parametrize("turns", range(6))
    def test_who_is_told_of_in_whichever_turn_comes(
        self, model: RosterModel, factories: ModuleType, qtbot: QtBot, turns: int
    ) -> None:
        model.apply([factories.card(20, "New")])
        for _ in range(turns):
            QApplication.processEvents()
        model.apply([factories.card(21, "Newer")])
        qtbot.waitUntil(lambda: not model._taking.busy)
        assert model.rowCount() == 11

    @pytest.mark.usefixtures("in_turns")
    def test_i_am_taken_first(self, qtbot: QtBot, factories: ModuleType) -> None:
        team = factories.team(12)
        model = RosterModel(lambda: team.now)
        model.set_places(team.places)
        model.apply(team.cards[::-1])
        qtbot.waitUntil(lambda: model.rowCount() > 0)
        assert model.cards()[0].me
        qtbot.waitUntil(lambda: model.rowCount() == 13)
        assert Group.HERE in {facts.group for facts in model.colleagues_facts()}

    def test_a_day_is_shown_when_all_of_it_is_ready(
        self, model: RosterModel, factories: ModuleType, qtbot: QtBot
    ) -> None:
        day, moved = factories.day(1), model.cards()[5]
        with qtbot.waitSignal(model.day_changed):
            model.show_day(day)
            assert model.day is None
            assert all(card.planned is None for card in model.shown())
            model.apply([replace(moved, plans=())])
            model.set_places(PlaceTree([*factories.PLACES]))
            model.apply([factories.card(9999, "New")])
        assert model.day == day
        assert model.my_shown_site == "utrecht"
        assert all(card.planned is not None for card in model.shown())
        sites = {facts.id: facts.site for facts in map(model.facts, model._rows) if facts}
        assert sites.pop(moved.person.id) is None
        assert sites.pop(factories.card(9999, "New").person.id) is None
        assert set(sites.values()) == {"utrecht"}

    def test_a_day_that_is_left_before_it_shows_never_does(
        self, model: RosterModel, factories: ModuleType, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(model.day_changed):
            model.show_day(factories.day(1))
            model.show_day(None)
        assert model.day is None
        assert all(card.planned is None for card in model.shown())

    def test_ages_of_many_come_in_turns_and_tell_at_the_end(
        self, model: RosterModel, factories: ModuleType, qtbot: QtBot
    ) -> None:
        model._now = lambda: factories.NOW + 5 * MINUTE
        changed: list[int] = []
        model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
        model.tick()
        assert len(changed) < 2
        with qtbot.waitSignal(model.updated):
            pass
        assert len(changed) == 9
        model.stop()
