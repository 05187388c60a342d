"""What anyone can do with a topic, by pointer and by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.topics.topic_menu import TopicMenu


class Shown(QWidget):
    """Something that shows a topic."""

    def __init__(self) -> None:
        super().__init__()
        self.topic = "vat"
        self.joined: tuple[str, ...] = ()
        self.menu = TopicMenu(lambda: self.topic, lambda: self.joined, self)
        QVBoxLayout(self).addWidget(self.menu)


@pytest.fixture
def shown(look: object, qtbot: QtBot) -> Shown:
    made = Shown()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.menu.setFocus()
    return made


def test_its_keys_work_around_it_while_a_topic_is_shown(shown: Shown, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shown.menu.rename_wanted) as wanted:
        qtbot.keyClick(shown, Qt.Key.Key_F2)
    assert wanted.args == ["vat"]
    with qtbot.waitSignal(shown.menu.join_wanted) as wanted:
        qtbot.keyClick(shown, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert wanted.args == ["vat"]
    shown.topic = ""
    with qtbot.assertNotEmitted(shown.menu.rename_wanted):
        qtbot.keyClick(shown, Qt.Key.Key_F2)


def test_it_offers_what_can_be_parted_now(shown: Shown, qtbot: QtBot) -> None:
    def entries() -> list[str]:
        shown.menu.learn()
        return [action.text() for action in shown.menu.entries.actions()]

    plain = ["Rename …", "Join with another topic …"]
    assert entries() == plain
    shown.joined = ("btw", "tax")
    assert entries() == [*plain, "Part #btw again", "Part #tax again"]
    with qtbot.waitSignal(shown.menu.part_wanted) as wanted:
        shown.menu.parts[1].trigger()
    assert wanted.args == ["tax"]
    shown.joined = ()
    assert entries() == plain
    assert shown.menu.accessibleName()
