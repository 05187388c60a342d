"""The 140 counter."""

import pytest
from pytestqt.qtbot import QtBot

from presencemap.ui.controls.ring_counter import RingCounter
from presencemap.ui.theme import Appearance


@pytest.mark.parametrize(
    ("used", "tone", "words"),
    [
        (0, "accent", "140 left"),
        (120, "accent", "20 left"),
        (121, "warn", "19 left"),
        (139, "warn", "1 left"),
        (140, "danger", "0 left"),
        (151, "danger", "11 too many"),
    ],
)
def test_states(look: Appearance, qtbot: QtBot, used: int, tone: str, words: str) -> None:
    counter = RingCounter()
    qtbot.addWidget(counter)
    counter.set_used(used)
    assert (counter.tone, counter.words(), counter.left) == (tone, words, 140 - used)
    assert counter.accessibleName() == words
    counter.resize(counter.sizeHint())
    image = counter.grab().toImage()
    drawn = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert (look.theme.colour(tone).name() in drawn) is bool(used)


def test_twenty_ten_and_none_are_announced(look: Appearance, qtbot: QtBot) -> None:
    counter = RingCounter()
    qtbot.addWidget(counter)
    told: list[str] = []
    counter.announced.connect(told.append)
    for used in range(142):
        counter.set_used(used)
    assert told == ["20 left", "10 left", "0 left"]
    counter.set_used(0)
    assert len(told) == 3


def test_the_width_doesnt_jump_while_typing(look: Appearance, qtbot: QtBot) -> None:
    counter = RingCounter()
    qtbot.addWidget(counter)
    widths = set()
    for used in range(141):
        counter.set_used(used)
        widths.add(counter.sizeHint().width())
    assert len(widths) == 1
