"""Asking everyone."""

from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.app.knowledge.findings import Findings
from presencemap.app.notices import Removed, RosterChanged, SharingChanged
from presencemap.app.post_commands import ReactToPost, RetractPost, SayPost, ShowFollows
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import DiskFull
from presencemap.domain.post import PostKind, ReactionKind
from presencemap.ui.ask.everyone import Everyone, as_question
from presencemap.ui.filling import Filling


@pytest.fixture
def everyone(stage: Any, qtbot: QtBot) -> Everyone:
    made = Everyone(stage.team, str.title, Filling(stage.team))
    qtbot.addWidget(made)
    made.resize(336, 700)
    made.show()
    stage.node.answers[SayPost] = "aa" * 16
    return made


@pytest.mark.parametrize(
    ("words", "topics", "question"),
    [
        ("", (), ""),
        ("peppol refused", (), "Peppol refused?"),
        ("Why?", ("vat",), "Why? #vat"),
        ("#VAT again", ("vat", "xml"), "#VAT again?"),
        ("x" * 138, ("vat",), "X" + "x" * 137 + "?"),
    ],
)
def test_words_become_a_question(words: str, topics: tuple[str, ...], question: str) -> None:
    assert as_question(words, topics) == question


def test_it_follows_what_is_looked_for_until_it_is_worded(everyone: Everyone) -> None:
    everyone.suggest("peppol", ("vat",))
    assert everyone.box.text == "Peppol? #vat"
    everyone.suggest("peppol refused")
    assert everyone.box.text == "Peppol refused?"
    everyone.box.editor.setPlainText("In my own words?")
    everyone.suggest("peppol")
    assert everyone.box.text == "In my own words?"
    everyone.box.editor.setPlainText("")
    everyone.suggest("peppol")
    assert everyone.box.text == "Peppol?"


def test_it_is_asked_and_can_be_taken_back(everyone: Everyone, stage: Any, qtbot: QtBot) -> None:
    everyone.suggest("peppol")
    qtbot.keyClick(everyone.box.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(everyone.take_back.isVisible)
    assert stage.node.posted[-1] == SayPost(PostKind.QUESTION, "Peppol?")
    assert everyone.box.text == ""
    assert everyone.message.text().startswith("Asked.")
    everyone.take_back.click()
    qtbot.waitUntil(lambda: everyone.message.text() == "Taken back.")
    assert stage.node.posted[-1] == RetractPost("aa" * 16)
    assert everyone.take_back.isHidden()


def test_who_follows_its_topic_is_told_before_it_is_asked(
    everyone: Everyone, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    by_topic = {"#peppol": [factories.person_id(1)]}
    stage.node.answers[ShowFollows] = {"by_topic": by_topic}
    assert everyone.reach.text() == "The whole team sees it"
    everyone.suggest("Who knows #peppol")
    qtbot.waitUntil(lambda: everyone.reach.text() == "Followers of #peppol: Joris")


def test_an_address_counts_for_nothing_and_asks_nothing(everyone: Everyone) -> None:
    address = "https://docs.example/" + "x" * 130
    everyone.box.editor.setPlainText(address)
    assert not everyone.ask.isEnabled()
    everyone.box.editor.setPlainText(f"Who knows this? {address}")
    assert everyone.ask.isEnabled()


def test_what_fails_is_said_and_the_question_stays(
    everyone: Everyone, stage: Any, qtbot: QtBot
) -> None:
    everyone.suggest("peppol")
    stage.node.error = DiskFull("full")
    everyone.ask.click()
    qtbot.waitUntil(lambda: "disk is full" in everyone.message.text())
    assert everyone.box.text == "Peppol?"
    assert everyone.ask.isEnabled()


def test_nothing_too_much_paused_and_removed_can_not_be_asked(
    everyone: Everyone, stage: Any
) -> None:
    assert not everyone.ask.isEnabled()
    everyone.box.editor.setPlainText("x" * 141)
    assert not everyone.ask.isEnabled()
    everyone.box.editor.setPlainText("Why?")
    assert everyone.ask.isEnabled()
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert not everyone.ask.isEnabled()
    everyone._ask()
    assert not any(isinstance(command, SayPost) for command in stage.node.posted)
    stage.team.take(SharingChanged(Sharing.ON))
    stage.team.take(Removed())
    assert not everyone.ask.isEnabled()


def test_what_was_asked_before_is_there_and_can_be_joined(
    everyone: Everyone, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    found = factories.findings("peppol")
    everyone.show_asked(found)
    rows = everyone.rows
    everyone.show_asked(found)
    assert everyone.rows == rows
    assert len(rows) == 2
    rows[1].join_wanted.emit(found.asked[1].question.post)
    qtbot.waitUntil(lambda: everyone.message.text().startswith("You joined in"))
    assert stage.node.posted[-1] == ReactToPost(found.asked[1].question.post, ReactionKind.JOIN)
    everyone.show_asked(Findings("x"))
    assert everyone.rows == []


def test_it_says_what_i_am_found_by(everyone: Everyone, stage: Any, qtbot: QtBot) -> None:
    assert "Facilitation" in everyone.talents.text()
    me = stage.cards[0]
    profile = replace(me.person.profile, talents=())
    stage.team.take(RosterChanged((replace(me, person=replace(me.person, profile=profile)),)))
    assert everyone.talents.text().startswith("You list none")
    with qtbot.waitSignal(everyone.talents_wanted):
        everyone.change.click()
