"""Notes below each other: the last ones come first, together, and what stands stays."""

from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from presencemap.ui.notes import bubble_list
from presencemap.ui.notes.bubble_list import BubbleList
from presencemap.ui.theme import Appearance

MANY = 30


@pytest.fixture
def notes(factories: ModuleType) -> list[dict[str, Any]]:
    return [factories.note(n, 1, f"note {n}") for n in range(MANY)]


@pytest.fixture
def made(look: Appearance, qtbot: QtBot) -> BubbleList:
    found = BubbleList()
    qtbot.addWidget(found)
    found.resize(400, 300)
    found.show()
    return found


def texts(made: BubbleList) -> list[str]:
    return [bubble.text.text() for bubble in made.bubbles]


class Seen(QObject):
    """How many notes were seen after each turn."""

    turned = Signal()

    def __init__(self, made: BubbleList) -> None:
        super().__init__()
        self.counts: list[int] = []
        self._made = made
        made._making._next.timeout.connect(self.look)

    def look(self) -> None:
        self.counts.append(sum(bubble.isVisible() for bubble in self._made.bubbles))


@pytest.mark.usefixtures("in_turns")
def test_the_last_ones_are_seen_together_and_those_above_come_after(
    made: BubbleList, notes: list[dict[str, Any]], factories: ModuleType, qtbot: QtBot
) -> None:
    seen = Seen(made)
    made.show_notes(notes, "Joris", factories.NOW, frozenset())
    assert texts(made) == [f"note {MANY - 1}"]
    qtbot.waitUntil(lambda: len(made.bubbles) == MANY)
    QApplication.processEvents()
    assert texts(made) == [f"note {n}" for n in range(MANY)]
    first = next(count for count in seen.counts if count)
    assert first >= bubble_list._IN_SIGHT
    assert seen.counts.count(0) > 5
    bar = made.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == bar.maximum()
    tops = [bubble.y() for bubble in made.bubbles]
    assert tops == sorted(tops)


def test_what_says_the_same_stays(
    made: BubbleList, notes: list[dict[str, Any]], factories: ModuleType
) -> None:
    made.show_notes(notes[:3], "Joris", factories.NOW, frozenset())
    before = made.bubbles
    going = frozenset({notes[1]["id"]})
    made.show_notes(notes[:4], "Joris", factories.NOW, going)
    assert texts(made) == ["note 0", "note 1", "note 2", "note 3"]
    assert [each in before for each in made.bubbles] == [True, False, True, False]
    made.show_notes(notes[2:4], "Joris", factories.NOW, frozenset())
    assert texts(made) == ["note 2", "note 3"]
    assert made.bubbles[0] is before[2]
    made.show_notes(notes[2:4], "Lotte", factories.NOW, frozenset())
    assert before[2] not in made.bubbles, "it names who wrote it"


@pytest.mark.usefixtures("in_turns")
def test_another_conversation_leaves_nothing_of_the_one_before(
    made: BubbleList, notes: list[dict[str, Any]], factories: ModuleType, qtbot: QtBot
) -> None:
    made.show_notes(notes[:10], "Joris", factories.NOW, frozenset())
    made.show_notes(notes[10:12], "Lotte", factories.NOW, frozenset())
    qtbot.waitUntil(lambda: len(made.bubbles) == 2)
    qtbot.waitUntil(lambda: all(bubble.isVisible() for bubble in made.bubbles))
    assert texts(made) == ["note 10", "note 11"]
    assert made.bubbles[1].y() > made.bubbles[0].y()
