"""The rows of a topic's panel."""

from types import ModuleType

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.topic_graph import Question
from presencemap.ui.people.row_facts import row_facts
from presencemap.ui.theme import Appearance
from presencemap.ui.topics.about import Faced, SharedLink, Told
from presencemap.ui.topics.panel_rows import LinkRow, PersonRow, QuestionCard


def test_what_can_be_done_with_a_question(qtbot: QtBot, look: Appearance) -> None:
    asked = Question("q", "anna", "how? #vat", ("vat",), 0)
    stuck = Question("", "anna", "the code #vat", ("vat",), 0)
    cards = [
        QuestionCard(Faced(asked, "Anna", "2 h")),
        QuestionCard(Faced(asked, "Anna", "2 h", in_it=True)),
        QuestionCard(Faced(asked, "Anna", "2 h", mine=True)),
        QuestionCard(Faced(stuck, "Anna", "2 h")),
    ]
    for card in cards:
        qtbot.addWidget(card)
    assert [card.join.text() if card.join else "" for card in cards] == [
        "Join in",
        "Step out",
        "",
        "",
    ]
    assert [card.send is not None for card in cards] == [True, True, False, True]
    assert [card.open_it is not None for card in cards] == [True, True, True, False]
    opened = cards[2].open_it
    assert opened is not None
    assert opened.accessibleName() == "Open the question: how? #vat"
    with qtbot.waitSignal(cards[2].thread_wanted) as wanted:
        opened.click()
    assert wanted.args == ["q"]
    assert not cards[0].grab().isNull()


def test_a_person_by_mouse_and_key(qtbot: QtBot, look: Appearance, factories: ModuleType) -> None:
    facts = row_facts(factories.card(1, "Anna Peeters"), factories.PLACES, None, factories.NOW)
    row = PersonRow(Told(facts, ("SAP", "VAT")))
    qtbot.addWidget(row)
    row.resize(300, 56)
    row.show()
    assert row.accessibleName() == "Anna Peeters, Gent office, Knows SAP, VAT"
    with qtbot.waitSignal(row.wanted) as wanted:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert wanted.args == [facts.id]
    with qtbot.waitSignal(row.wanted):
        qtbot.keyClick(row, Qt.Key.Key_Space)


def test_a_link_says_who_shared_it(qtbot: QtBot, look: Appearance) -> None:
    row = LinkRow(SharedLink("https://docs.example/1", "<b>VAT</b>", "Anna, 09:12"))
    qtbot.addWidget(row)
    assert row.accessibleName() == "Open <b>VAT</b>, shared by Anna, 09:12"
    with qtbot.waitSignal(row.wanted) as wanted:
        row.click()
    assert wanted.args == ["https://docs.example/1"]
