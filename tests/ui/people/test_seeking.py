"""Who says what is typed."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from presencemap.domain.roster import Group
from presencemap.ui.people import seeking
from presencemap.ui.people.found_words import FoundWords
from presencemap.ui.people.ranking import Who
from presencemap.ui.people.seeking import Seeking
from presencemap.ui.steps import whole

ANN, BO, CY = ("ann", Group.EVERYONE), ("bo", Group.HERE), ("cy", Group.EVERYONE)
EVERYBODY: list[Who] = [BO, ANN, CY]


class Stage:
    def __init__(self) -> None:
        self.parent = QObject()
        self.said = {"ann": " ann gent java", "bo": " bo ghent", "cy": " cy genk"}
        self.words = FoundWords(self.said.get, self.parent)
        self.words.read(self.said)
        self.everybody = list(EVERYBODY)
        self.seek = Seeking(self.everybody, self.words, self.parent)

    def say(self, person: str, words: str) -> None:
        self.said[person] = words
        self.words.read([person])
        self.seek.forget()


@pytest.fixture
def stage(qapp: object) -> Stage:
    return Stage()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were looked through, each time."""
    found, counts = seeking.found_by, list[int]()

    def counting(text: str, known: list[tuple[Who, str]]) -> list[tuple[Who, str]]:
        counts.append(len(known))
        return found(text, known)

    monkeypatch.setattr(seeking, "found_by", counting)
    return counts


def test_each_letter_asks_whom_the_one_before_kept(stage: Stage, asked: list[int]) -> None:
    seek = stage.seek
    assert whole(seek.who_say("g")) == EVERYBODY
    assert whole(seek.who_say("ge")) == [ANN, CY]
    assert whole(seek.who_say("GÉNT")) == [ANN]
    assert asked == [3, 3, 2]
    assert whole(seek.who_say("ge")) == [ANN, CY], "known from before"
    assert whole(seek.who_say("")) == EVERYBODY
    assert asked == [3, 3, 2]
    assert whole(seek.who_say("gent ja")) == [ANN]
    assert whole(seek.who_say("java bo")) == []


def test_when_somebody_says_something_else_everybody_is_asked(
    stage: Stage, asked: list[int]
) -> None:
    whole(stage.seek.who_say("gent"))
    stage.say("cy", " cy gent")
    assert whole(stage.seek.who_say("gent")) == [ANN, CY]
    assert asked == [3, 3]
    stage.everybody.reverse()
    stage.seek.forget()
    assert whole(stage.seek.who_say("gent")) == [CY, ANN]


def test_what_all_are_found_by_is_learnt_before_anybody_types(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.say("cy", " cy gent")
    qtbot.waitUntil(lambda: stage.seek._found != [])
    assert stage.words.unread == 0
    # Everybody is in it by now.
    monkeypatch.setattr(stage.seek, "_words", None)
    assert whole(stage.seek.who_say("gent")) == [ANN, CY]
