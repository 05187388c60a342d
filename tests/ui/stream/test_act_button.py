"""The button of an act: its words, and that at rest it looks as Qt would paint it."""

from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from presencemap.ui.stream import act_button as module
from presencemap.ui.stream.act_button import ActButton
from presencemap.ui.stream.acts import Act
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.theme import Appearance, Mode


@pytest.fixture
def post(factories: ModuleType) -> PostFacts:
    return PostFacts.read(factories.post(1, 1, "Hello", replies=2))


@pytest.fixture
def button(look: Appearance, post: PostFacts, qtbot: QtBot) -> Iterator[ActButton]:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(300, 80)
    made = ActButton(Act.REPLY, ground)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.say(post)
    made.move(10, 10)
    ground.show()
    made.adjustSize()
    yield made
    ground.hide()


def picture(button: ActButton) -> QImage:
    return button.window().grab().toImage()


def test_it_says_what_it_does_and_how_many_did(button: ActButton, post: PostFacts) -> None:
    assert button.text() == "2 replies"
    assert button.accessibleName() == f"Reply to {post.name} (R)"
    button.set_brief(brief=True)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_at_rest_it_looks_as_qt_paints_it_in_each_look(
    button: ActButton, look: Appearance, post: PostFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    for mode in (Mode.LIGHT, Mode.DARK):
        look.set_mode(mode)
        for brief in (False, True):
            button.set_brief(brief=brief)
            button.adjustSize()
            kept = picture(button)
            with monkeypatch.context() as patched:
                patched.setattr(ActButton, "paintEvent", QToolButton.paintEvent)
                assert picture(button) == kept


def test_it_is_painted_once_for_all_posts(
    button: ActButton, post: PostFacts, monkeypatch: pytest.MonkeyPatch
) -> None:
    module._at_rest.clear()
    picture(button)
    other = ActButton(Act.REPLY, button.window())
    other.say(post)
    other.adjustSize()
    other.show()
    picture(button)
    assert len(module._at_rest) == 1
    monkeypatch.setattr(module, "_KEPT", 1)
    button.set_brief(brief=True)
    button.adjustSize()
    picture(button)
    assert len(module._at_rest) == 1, "those seen first go first"


def test_with_the_keyboard_on_it_it_is_qts(button: ActButton, qtbot: QtBot) -> None:
    module._at_rest.clear()
    with qtbot.waitActive(button.window()):
        button.window().activateWindow()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setFocus()
    picture(button)
    assert not module._at_rest
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
