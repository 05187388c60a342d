"""The colleagues who were found."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.app.notices import RosterChanged
from presencemap.domain.availability import Availability
from presencemap.domain.expertise import Expert, Reason, Sign
from presencemap.ui import turns
from presencemap.ui.ask.people_found import PeopleFound
from presencemap.ui.filling import Filling
from presencemap.ui.people.contact_opener import ContactOpener

REASONS = (Reason(Sign.TALENT, 1, ("Peppol",)),)


def set_free(stage: Any, *free: int) -> None:
    cards = []
    for number, card in enumerate(stage.cards):
        said = Availability.AVAILABLE if number in free else Availability.BUSY
        status = replace(stage.cards[1].status, availability=said)
        cards.append(replace(card, status=status, presence=stage.cards[1].presence))
    stage.team.take(RosterChanged(tuple(cards)))


@pytest.fixture
def found(stage: Any, qtbot: QtBot) -> PeopleFound:
    set_free(stage, 2, 3)
    made = PeopleFound(stage.team, ContactOpener(), Filling(stage.team))
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def show(found: PeopleFound, factories: ModuleType, *people: int) -> None:
    experts = tuple(Expert(factories.person_id(number), REASONS) for number in people)
    found.show_findings(Findings("x", people=experts))


def names(found: PeopleFound) -> list[str]:
    return [hit.telling.name.split()[0] for hit in found.hits if hit.isVisible()]


def test_those_who_are_free_now_come_and_the_others_are_named(
    found: PeopleFound, factories: ModuleType
) -> None:
    show(found, factories, 1, 2, 3, 4)
    assert names(found) == ["Lotte", "Fien"]
    assert found.title.text() == "2 colleagues"
    assert found.busy.text() == "Not free now: Joris De Smedt, Nele Van Acker"
    found.all.click()
    assert found.anyone.isChecked()
    assert names(found) == ["Joris", "Lotte", "Fien", "Nele"]
    assert found.busy.isHidden()
    found.free.click()
    assert names(found) == ["Lotte", "Fien"]


def test_many_who_are_not_free_are_counted(found: PeopleFound, factories: ModuleType) -> None:
    show(found, factories, 1, 4, 5, 6, 7)
    assert names(found) == []
    assert found.title.text() == "Nobody who is free now"
    assert found.busy.text().endswith("Amina El Idrissi and 2 more")
    assert not found.focus_first()
    found.open_first()


def test_one_is_said_as_one_and_nobody_hides_it(found: PeopleFound, factories: ModuleType) -> None:
    show(found, factories, 2, 99)
    assert found.title.text() == "One colleague"
    assert names(found) == ["Lotte"], "who isn't in the team is named by nobody"
    show(found, factories)
    assert found.isHidden()


def test_arrows_go_from_one_to_the_next_and_back_to_the_field(
    found: PeopleFound, factories: ModuleType, qtbot: QtBot
) -> None:
    show(found, factories, 2, 3)
    first, second = found.hits
    with qtbot.waitActive(found):
        found.activateWindow()
    assert found.focus_first()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Up)
    with qtbot.waitSignal(found.left):
        qtbot.keyClick(first, Qt.Key.Key_Up)
    with qtbot.waitSignal(found.person_wanted) as said:
        found.open_first()
    assert said.args == [factories.person_id(2)]


def test_whether_they_are_free_is_as_it_is_now_and_nobody_moves(
    found: PeopleFound, factories: ModuleType, stage: Any
) -> None:
    show(found, factories, 2, 3)
    set_free(stage, 3)
    assert names(found) == ["Lotte", "Fien"]
    assert found.hits[0].telling.where.startswith("Busy")


def test_many_come_in_turns_and_only_who_is_there_can_be_opened(
    found: PeopleFound, factories: ModuleType, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "TURN", 0.0)
    turns.turn.begin()
    show(found, factories, 2, 3)
    assert found.hits == [], "the first row is being made"
    assert not found.focus_first()
    qtbot.waitUntil(lambda: len(found.hits) == 2)
    assert names(found) == ["Lotte", "Fien"]
    show(found, factories, 3, 2)
    assert names(found) == ["Fien"]
    show(found, factories, 2)
    assert names(found) == ["Lotte"], "what is looked for anew is shown at once"
