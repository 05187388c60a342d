"""Saying something: links are taken off and not counted."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from presencemap.ui.stream.say_box import SayBox
from presencemap.ui.theme import Appearance


@pytest.fixture
def made(look: Appearance, qtbot: QtBot) -> SayBox:
    found = SayBox("Reply, a link is enough", "Reply")
    qtbot.addWidget(found)
    found.show()
    return found


def test_links_are_not_counted_and_said(made: SayBox) -> None:
    assert not made.send.isEnabled()
    made.set_text("The rule https://docs.example/a and https://b.example")
    assert made.text == "The rule and"
    assert made.links == ("https://docs.example/a", "https://b.example")
    assert made.box.ring.left == 140 - len("The rule and")
    assert made.title.isVisible()
    assert made.title.placeholderText() == "What is at docs.example? A few words, or none"
    made.title.setText(" The rule ")
    assert made.titles == ("The rule",)
    assert made.send.isEnabled()


def test_a_link_is_enough_and_too_much_is_not_sent(made: SayBox, qtbot: QtBot) -> None:
    made.set_text("https://docs.example/a")
    with qtbot.waitSignal(made.wanted):
        qtbot.keyClick(made.box.editor, Qt.Key.Key_Return)
    made.set_text("x" * 141)
    with qtbot.assertNotEmitted(made.wanted):
        qtbot.keyClick(made.box.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made.set_text("x" * 140)
    with qtbot.waitSignal(made.wanted):
        made.send.click()


def test_where_words_are_needed_a_link_is_not_enough(made: SayBox) -> None:
    made.needs_words = True
    made.set_text("https://docs.example/a")
    assert not made.send.isEnabled()
    made.set_text("no link")
    assert (made.send.isEnabled(), made.title.isHidden(), made.titles) == (True, True, ())
