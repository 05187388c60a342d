"""Writing to one person: sent by Enter, kept while it isn't, and what can't be sent said."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from presencemap.app.commands import DeclineIntroduction, ShowNotes, TakeBackNote, WriteNote
from presencemap.app.notices import NotesChanged, Removed, SharingChanged
from presencemap.domain.availability import Sharing
from presencemap.domain.errors import Refused
from presencemap.ui.notes.conversation import Conversation
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.preferences import Preferences
from presencemap.ui.undo_bar import Deed


@pytest.fixture
def notebook(stage: Any, factories: ModuleType, tmp_path: Path, qtbot: QtBot) -> Notebook:
    stage.node.answers[ShowNotes] = factories.notes()
    made = Notebook(stage.team, Preferences(tmp_path / "settings.json"))
    qtbot.waitUntil(lambda: bool(made.people))
    return made


@pytest.fixture
def talk(stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot) -> Conversation:
    made = Conversation(stage.team, notebook)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    made.open(factories.person_id(1))
    return made


def said(talk: Conversation) -> str:
    labels = talk.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_a_link_in_a_note_is_to_be_kept(
    stage: Any, factories: ModuleType, qtbot: QtBot, talk: Conversation
) -> None:
    stage.node.answers[ShowNotes] = [factories.note(1, 1, "Look https://a.example")]
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: len(talk.bubbles) == 1)
    with qtbot.waitSignal(talk.keep_wanted) as wanted:
        talk.bubbles[0].links[0].keep.click()
    assert wanted.args[0]["url"] == "https://a.example"


def test_it_shows_the_notes_and_they_are_seen(
    talk: Conversation, notebook: Notebook, factories: ModuleType
) -> None:
    assert [b.text.text()[:4] for b in talk.bubbles] == ["Can ", "Yes,", "He i", "Rule", "And "]
    assert notebook.unseen == {factories.person_id(2), factories.person_id(3)}
    assert "Only Joris and you can read this" in said(talk)


def test_enter_sends_and_clears(talk: Conversation, stage: Any, qtbot: QtBot) -> None:
    assert not talk.send.isEnabled()
    qtbot.keyClicks(talk.box.editor, "Lunch?")
    qtbot.keyClick(talk.box.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not talk.box.text)
    assert stage.node.posted[-1] == WriteNote(talk.person, "Lunch?")
    before = len(stage.node.posted)
    qtbot.keyClick(talk.box.editor, Qt.Key.Key_Return)
    assert len(stage.node.posted) == before, "nothing to send"


def test_what_fails_is_told_and_the_text_stays(
    talk: Conversation, stage: Any, qtbot: QtBot
) -> None:
    stage.node.error = Refused("Not now.")
    talk.box.set_text("Lunch?")
    with qtbot.waitSignal(talk.told, check_params_cb=bool):
        talk.send.click()
    assert talk.box.text == "Lunch?"
    assert talk.send.isEnabled()


def test_too_long_a_note_is_not_sent(talk: Conversation) -> None:
    talk.box.set_text("x" * 1_001)
    assert not talk.send.isEnabled()
    talk.box.set_text("x" * 1_000)
    assert talk.send.isEnabled()


def test_what_is_typed_for_one_waits_while_another_is_open(
    talk: Conversation, factories: ModuleType
) -> None:
    talk.box.set_text("for Joris")
    talk.open(factories.person_id(2))
    assert talk.box.text == ""
    assert [b.text.text()[:4] for b in talk.bubbles] == ["The "]
    talk.open(factories.person_id(1))
    assert talk.box.text == "for Joris"


def test_one_of_mine_is_taken_back_once_that_cant_be_undone_any_more(
    talk: Conversation, stage: Any, qtbot: QtBot
) -> None:
    deeds = list[Deed]()
    talk.offered.connect(deeds.append)
    talk.bubbles[0].take_back.click()
    assert deeds[0].words == "Taking back: Can you look at the Acme mapping tomorrow?"
    assert talk.bubbles[0].state.text().endswith("Being taken back")
    assert talk.bubbles[0].take_back.isHidden()
    deeds[0].undo()
    assert talk.bubbles[0].state.text().endswith("Delivered")
    taken = TakeBackNote(f"{1:08x}" * 4)
    assert taken not in stage.node.posted
    talk.bubbles[0].take_back.click()
    stage.node.error = Refused("Not now.")
    with qtbot.waitSignal(talk.told) as told:
        deeds[1].finish()
    assert told.args == ["Not now."]
    assert not talk.bubbles[0].take_back.isHidden(), "it stays"
    stage.node.error = None
    talk.bubbles[0].take_back.click()
    deeds[2].finish()
    assert taken in stage.node.posted


def test_an_introduction_is_declined_or_followed(
    stage: Any, talk: Conversation, factories: ModuleType, qtbot: QtBot
) -> None:
    talk.open(factories.person_id(3))
    [bubble] = talk.bubbles
    bubble.decline.click()
    assert stage.node.posted[-1] == DeclineIntroduction(f"{6:08x}" * 4)
    with qtbot.waitSignal(talk.write_wanted) as wanted:
        bubble.write.click()
    assert wanted.args == [factories.person_id(4)]


def test_one_that_comes_shows_at_once_at_the_end(
    talk: Conversation, stage: Any, factories: ModuleType, qtbot: QtBot
) -> None:
    stage.node.answers[ShowNotes] = [*factories.notes(), factories.note(9, 1, "One more")]
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: talk.bubbles[-1].text.text() == "One more")
    bar = talk._list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    talk.resize(500, 400)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 100)
    bar.setValue(10)
    talk.resize(500, 350)
    qtbot.wait(1)
    assert bar.value() == 10, "who reads what is above isn't taken away from it"


def test_while_paused_nothing_is_sent_and_it_says_so(talk: Conversation, stage: Any) -> None:
    talk.box.set_text("Lunch?")
    stage.team.take(SharingChanged(Sharing.PAUSED))
    assert not talk.send.isEnabled()
    assert "Sharing is paused" in said(talk)
    stage.team.take(SharingChanged(Sharing.ON))
    assert talk.send.isEnabled()
    stage.team.take(Removed())
    assert not talk.send.isEnabled()


def test_whom_there_is_no_word_from_yet(talk: Conversation, factories: ModuleType) -> None:
    talk.open(factories.person_id(4))
    assert "Nothing written yet" in said(talk)
    assert not talk.bubbles


def test_who_is_gone_keeps_their_name_and_is_not_written_to(
    stage: Any, talk: Conversation, factories: ModuleType, qtbot: QtBot
) -> None:
    gone = factories.note(9, 1, "Bye") | {"person": "f" * 64, "name": "Hugo Wijnen"}
    stage.node.answers[ShowNotes] = [gone]
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: not talk.bubbles)
    talk.open("f" * 64)
    assert "Hugo is no longer in the team." in said(talk)
    assert not talk.box.isEnabled()


def test_with_nobody_chosen_it_says_how_to_begin(
    stage: Any, notebook: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    empty = Conversation(stage.team, notebook)
    qtbot.addWidget(empty)
    empty.show()
    assert "No notes yet" in said(empty)
    assert not empty.box.isVisible(), "nothing is written to nobody"
    with qtbot.waitSignal(empty.begin_wanted):
        empty.begin.click()
    empty.open(factories.person_id(1))
    assert empty.box.isVisible()
    assert not empty.begin.isVisible()


def test_mine_end_where_the_field_does_but_beside_a_scroll_bar(
    talk: Conversation, factories: ModuleType, stage: Any, qtbot: QtBot
) -> None:
    def right(widget: QWidget) -> int:
        return widget.mapTo(talk, widget.rect().topRight()).x()

    stage.node.answers[ShowNotes] = [factories.note(1, 1, "Look", came="delivered")]
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: len(talk.bubbles) == 1)
    qtbot.waitUntil(lambda: right(talk.bubbles[0]) == right(talk.box))
    many = [factories.note(n, 1, "Look again", came="delivered") for n in range(30)]
    stage.node.answers[ShowNotes] = many
    stage.team.take(NotesChanged())
    qtbot.waitUntil(lambda: len(talk.bubbles) == 30)
    bar = talk._list.verticalScrollBar()
    qtbot.waitUntil(lambda: right(talk.bubbles[0]) == right(talk.box) - bar.width() - 8)
