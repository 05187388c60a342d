"""What the notebook knows of my notes, and what of them is new to me."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.commands import ShowNotes
from presencemap.app.notices import NotesChanged
from presencemap.ui.notes.notebook import Notebook
from presencemap.ui.preferences import Preferences


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def book(stage: Any, factories: ModuleType, preferences: Preferences, qtbot: QtBot) -> Notebook:
    stage.node.answers[ShowNotes] = factories.notes()
    made = Notebook(stage.team, preferences)
    qtbot.waitUntil(lambda: bool(made.people))
    return made


def told(stage: Any, book: Notebook, qtbot: QtBot, notes: list[dict[str, Any]]) -> None:
    stage.node.answers[ShowNotes] = notes
    with qtbot.waitSignal(book.changed):
        stage.team.take(NotesChanged())


def test_conversations_by_person_the_latest_first(book: Notebook, factories: ModuleType) -> None:
    joris, lotte = factories.person_id(1), factories.person_id(2)
    assert [p for p in book.people if p in (joris, lotte)] == [joris, lotte]
    assert [note["text"][:5] for note in book.between(joris)] == [
        "Can y",
        "Yes, ",
        "He is",
        "Rule ",
        "And I",
    ]
    assert book.name_of(lotte) == "Lotte Maes"
    assert book.between("nobody") == []
    assert book.name_of("nobody") == ""


def test_what_was_seen_stays_seen(
    stage: Any, book: Notebook, factories: ModuleType, preferences: Preferences, qtbot: QtBot
) -> None:
    joris, lotte = factories.person_id(1), factories.person_id(2)
    fien = factories.person_id(3)
    assert book.unseen == {joris, lotte, fien}
    with qtbot.waitSignal(book.changed):
        book.see(lotte)
    with qtbot.assertNotEmitted(book.changed):
        book.see(lotte)
        book.see("nobody")
    assert book.unseen == {joris, fien}
    again = Notebook(stage.team, preferences)
    qtbot.waitUntil(lambda: bool(again.people))
    assert again.unseen == {joris, fien}


def test_one_that_comes_later_is_told_once(
    stage: Any, book: Notebook, factories: ModuleType, qtbot: QtBot
) -> None:
    came: list[str] = []
    book.came.connect(came.append)
    book.see(factories.person_id(1))
    told(stage, book, qtbot, factories.notes())
    assert came == []
    told(stage, book, qtbot, [*factories.notes(), factories.note(9, 1, "And lunch?")])
    assert came == [factories.person_id(1)]
    assert factories.person_id(1) in book.unseen
    told(stage, book, qtbot, [*factories.notes(), factories.note(10, 2, "?", 0, "waiting")])
    assert came == [factories.person_id(1)], "what I wrote is no news"
    assert factories.person_id(1) not in book.unseen, "nor that one was taken back"


@pytest.mark.parametrize("kept", ["{", "[]", "5", '{"a": 5}'])
def test_what_cannot_be_read_is_as_good_as_nothing(
    stage: Any, preferences: Preferences, kept: str
) -> None:
    preferences.notes_seen = kept
    assert Notebook(stage.team, preferences).unseen == frozenset()
