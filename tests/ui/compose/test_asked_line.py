"""What is said of my question while I change the words of my status."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.domain.availability import Availability
from presencemap.domain.post import EDIT_WITHIN
from presencemap.domain.status import Activity, Kind, Status
from presencemap.ui.compose.asked_line import Asked, AskedLine
from presencemap.ui.theme import Appearance

NOW = 1_800_000_000_000
STUCK = Kind.STRUGGLING_WITH
STATUS = Status(Availability.AVAILABLE, NOW, activity=Activity(STUCK, "Invoices bounce at Acme"))


@pytest.fixture
def line(qtbot: QtBot, look: Appearance) -> AskedLine:
    made = AskedLine()
    qtbot.addWidget(made)
    made.asked = Asked("Invoices bounce", NOW)
    return made


@pytest.mark.parametrize(
    ("text", "later", "words"),
    [
        ("Invoices bounce on #vat", 0, "Your question is changed with it."),
        ("Invoices bounce on #vat", EDIT_WITHIN, "Your question is changed with it."),
        (
            "Invoices bounce on #vat",
            EDIT_WITHIN + 1,
            "Your question stays as you asked it, and goes on with this.",
        ),
        (
            "The printer is broken",
            0,
            "This is another matter: your question stays open as it is.",
        ),
    ],
)
def test_it_says_what_becomes_of_it(line: AskedLine, text: str, later: int, words: str) -> None:
    assert line.follow(STUCK, text, STATUS, NOW + later)
    assert line.text() == words
    assert not line.isHidden()
    assert not line.follow(STUCK, text, STATUS, NOW + later), "nothing new"


@pytest.mark.parametrize("text", ["", " Invoices  bounce ", "Invoices bounce at Acme"])
def test_where_nothing_becomes_of_it_nothing_is_said(line: AskedLine, text: str) -> None:
    line.follow(STUCK, "Invoices bounce on #vat", STATUS, NOW)
    assert line.follow(STUCK, text, STATUS, NOW)
    assert line.isHidden()
    assert not line.follow(Kind.WORKING_ON, "Invoices bounce on #vat", STATUS, NOW)
    line.asked = None
    assert not line.follow(STUCK, "Invoices bounce on #vat", None, NOW)


def test_a_question_is_read_as_the_node_tells_it() -> None:
    post = {"text": "Invoices bounce", "at": "2027-01-15T08:00:00.000+00:00"}
    assert Asked.of(post) == Asked("Invoices bounce", NOW)
