"""Introducing: the best match first, a draft that follows, and both written to."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import Introduce
from presencemap.ui.matter import Matter
from presencemap.ui.notes.introduce_dialog import IntroduceDialog


@pytest.fixture
def dialog(stage: Any, factories: ModuleType, qtbot: QtBot) -> IntroduceDialog:
    stage.node.findings = factories.findings
    joris = stage.team.roster.card(factories.person_id(1))
    made = IntroduceDialog(stage.team, joris)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: " · " in made.other.itemText(0))
    return made


def test_who_knows_most_about_it_is_offered_first_with_the_reason(
    dialog: IntroduceDialog, stage: Any
) -> None:
    assert stage.node.searched == [
        "Peppol invoices bounce on the customer’s VAT number format #peppol"
    ]
    offered = [dialog.other.itemText(row) for row in range(dialog.other.count())]
    assert offered[0] == "Amina El Idrissi · Helped to solve 2 questions on #invoicing"
    assert dialog.topic.text() == "#peppol"
    assert not dialog.main.isEnabled(), "nobody is chosen yet"


def test_for_a_question_in_the_stream_its_words_and_topic_count(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    joris = stage.team.roster.card(factories.person_id(1))
    asked = "Who has a release checklist? #releases"
    made = IntroduceDialog(stage.team, joris, matter=Matter(joris.person.id, asked))
    qtbot.addWidget(made)
    assert stage.node.searched == [asked]
    assert made.topic.text() == "#releases"


def test_the_draft_follows_until_i_write_my_own(dialog: IntroduceDialog) -> None:
    dialog.other.setCurrentIndex(0)
    first = dialog.box.text
    assert first.startswith("Joris, ")
    assert "#peppol" in first
    dialog.topic.setText("#vat")
    assert "#vat" in dialog.box.text
    dialog.topic.setText("")
    assert "you may help each other" in dialog.box.text
    dialog.box.set_text("Meet.")
    dialog.other.setCurrentIndex(1)
    assert dialog.box.text == "Meet."
    dialog.box.set_text(" ")
    assert not dialog.main.isEnabled()


def test_what_both_are_to_read_is_said_and_it_closes(
    dialog: IntroduceDialog, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    dialog.submit()
    assert dialog.isVisible(), "nobody is chosen yet"
    row = dialog.other.people.index(factories.person_id(2))
    qtbot.keyClicks(dialog.other, dialog.other.itemText(row).lower())
    assert dialog.chosen == stage.team.roster.card(factories.person_id(2))
    dialog.box.set_text("Meet.")
    said: list[object] = []
    dialog.sent.connect(said.append)
    dialog.submit()
    assert not dialog.isVisible()
    people = (factories.person_id(1), factories.person_id(2))
    assert said == [Introduce(*people, "#peppol", "Meet.")]
    assert not [each for each in stage.node.posted if isinstance(each, Introduce)]


def test_one_that_was_taken_back_stands_as_it_was(
    stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    draft = Introduce(factories.person_id(1), factories.person_id(3), "#vat", "Meet.")
    again = IntroduceDialog(stage.team, stage.team.roster.card(factories.person_id(1)), draft)
    qtbot.addWidget(again)
    assert again.chosen == stage.team.roster.card(factories.person_id(3))
    assert (again.topic.text(), again.box.text) == ("#vat", "Meet.")


def test_a_name_that_nobody_has_is_nobody(dialog: IntroduceDialog) -> None:
    dialog.other.setCurrentText("Nobody")
    assert dialog.chosen is None
    assert not dialog.main.isEnabled()
