"""Six checks, each with icon, sentence and word; never colour alone."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.doctor.findings import State, Subject, judged
from presencemap.protocol.address import Outcome
from presencemap.ui.network.checks import LOOKS, CheckRow, ChecksCard


@pytest.fixture
def card(look: Any, qtbot: QtBot) -> ChecksCard:
    made = ChecksCard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_each_check_says_how_it_ended_in_words(card: ChecksCard, factories: Any) -> None:
    assert {row.word.text() for row in card.rows.values()} == {"Checking …"}
    report = factories.report(factories.team(12))
    card.tell(report)
    assert {name.value: row.word.text() for name, row in card.rows.items()} == {
        "network": "Well",
        "announcements": "Well",
        "nearby": "Well",
        "door": "To mend",
        "elsewhere": "Well",
        "clock": "Well",
    }
    door = card.rows[Subject.DOOR]
    assert door.accessibleName() == (
        "Direct connections: To mend. Joris De Smedt's computer can't reach port 47800 on yours, "
        "at 10.20.8.5: no answer."
    )
    card.wait()
    assert door.word.text() == "Checking …"


def test_what_is_not_known_is_neither_well_nor_a_fault(card: ChecksCard, factories: Any) -> None:
    facts = factories.report(factories.team(12), Outcome.REACHED).facts
    card.tell(judged(replace(facts, colleagues=())))
    assert card.rows[Subject.CLOCK].word.text() == "Not known"


def test_each_state_has_an_icon_of_its_own() -> None:
    assert len({icon for icon, _, _ in LOOKS.values()}) == len(State)


def test_a_long_sentence_is_wrapped(look: Any, qtbot: QtBot) -> None:
    row = CheckRow(Subject.NETWORK)
    qtbot.addWidget(row)
    row.tell(State.WELL, "eth0 10.0.0.0/8, " * 9)
    row.resize(320, 400)
    row.show()
    assert row.sentence.width() < 320
    assert row.sentence.wordWrap()
