"""Searching off the GUI thread: the newest text wins, what fails finds nothing."""

from collections.abc import Iterator
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.find import searcher as module
from presencemap.ui.find.searcher import MOST, Searcher
from presencemap.ui.find.subjects import Known, subjects


@pytest.fixture
def searcher(stage: Any) -> Iterator[Searcher]:
    roster = stage.team.roster
    made = Searcher(lambda: Known(roster.cards(), roster.places, roster.now()), stage.towns)
    made.refresh()
    yield made
    made.close()


def found(searcher: Searcher, qtbot: QtBot, text: str) -> list[str]:
    with qtbot.waitSignal(searcher.found) as caught:
        searcher.search(text)
    said, subjects = caught.args
    assert said == text
    return [subject.name for subject in subjects]


def test_people_places_and_towns_by_any_of_their_names(searcher: Searcher, qtbot: QtBot) -> None:
    assert found(searcher, qtbot, "joris")[0] == "Joris De Smedt"
    assert found(searcher, qtbot, "ghent")[-1] == "Gent, BE"
    assert "Gent office" in found(searcher, qtbot, "gand")
    assert len(found(searcher, qtbot, "gent")) == MOST
    assert found(searcher, qtbot, "zzzz") == []


def test_who_is_there_is_made_ready_before_anybody_types(
    stage: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(known: Known) -> Any:
        made.append(1)
        return subjects(known)

    monkeypatch.setattr(module, "subjects", counted)
    roster = stage.team.roster
    searcher = Searcher(lambda: Known(roster.cards(), roster.places, roster.now()), stage.towns)
    searcher.refresh()
    qtbot.waitUntil(lambda: made == [1])
    assert found(searcher, qtbot, "joris")[0] == "Joris De Smedt"
    assert made == [1]
    searcher.close()


def test_two_letters_name_no_towns(searcher: Searcher, qtbot: QtBot) -> None:
    assert "Johannesburg, ZA" not in found(searcher, qtbot, "jo")


def test_only_the_newest_text_is_answered_and_never_on_the_gui_thread(
    searcher: Searcher, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    going, free = Event(), Event()
    look = searcher._look

    def slow(text: str) -> list[Any]:
        assert current_thread() is not main_thread()
        asked.append(text)
        going.set()
        assert free.wait(5)
        return look(text)

    monkeypatch.setattr(searcher, "_look", slow)
    answers: list[str] = []
    searcher.found.connect(lambda text, _: answers.append(text))
    searcher.search("j")
    assert going.wait(5)
    searcher.search("jo")
    searcher.search("jor")
    free.set()
    qtbot.waitUntil(lambda: answers == ["jor"])
    assert asked == ["j", "jor"]


@pytest.mark.expects_log("could not search")
def test_a_search_that_fails_finds_nothing_and_the_next_one_works(
    searcher: Searcher, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(searcher, "_look", lambda _: 1 / 0)
        assert found(searcher, qtbot, "joris") == []
    assert found(searcher, qtbot, "joris")[0] == "Joris De Smedt"
