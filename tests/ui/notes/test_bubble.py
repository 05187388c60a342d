"""A note as it stands: plain text, when, and how far it has come."""

from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.domain.note import Delivery
from presencemap.ui.notes.bubble import Bubble, delivery_words, written_at


def test_theirs_says_who_and_when_and_is_never_markup(factories: ModuleType, qtbot: QtBot) -> None:
    note = factories.note(1, 1, "<b>Lunch?</b>")
    bubble = Bubble(note, "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert written_at(note) == factories.NOW
    assert bubble.text.text() == "<b>Lunch?</b>"
    assert bubble.text.textFormat() is Qt.TextFormat.PlainText
    assert bubble.take_back.isHidden()
    assert bubble.accessibleName().startswith("Joris, ")
    assert bubble.accessibleName().endswith(": <b>Lunch?</b>")


@pytest.mark.parametrize("came", Delivery)
def test_mine_says_how_far_it_has_come_and_can_be_taken_back(
    factories: ModuleType, qtbot: QtBot, came: Delivery
) -> None:
    bubble = Bubble(factories.note(1, 1, "Lunch?", 0, came.value), "Joris", factories.NOW)
    qtbot.addWidget(bubble)
    assert bubble.state.text().endswith(delivery_words(came))
    with qtbot.waitSignal(bubble.take_back_wanted) as wanted:
        bubble.take_back.click()
    assert wanted.args == [f"{1:08x}" * 4]
