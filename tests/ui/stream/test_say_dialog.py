"""Saying a post differently, and resharing one with words of mine."""

from types import ModuleType
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from presencemap.app.post_commands import EditPost, SayPost
from presencemap.domain.errors import Refused
from presencemap.domain.post import PostKind
from presencemap.ui.stream.facts import PostFacts
from presencemap.ui.stream.say_dialog import SayDialog


def opened(stage: Any, qtbot: QtBot, view: dict[str, Any]) -> SayDialog:
    made = SayDialog(stage.team, PostFacts.read(view))
    qtbot.addWidget(made)
    made.show()
    return made


def test_mine_is_said_differently(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, factories.post(1, 0, "Who knwos?"))
    assert (dialog.box.text, dialog.main.isEnabled()) == ("Who knwos?", False)
    for text in ("", "x" * 141):
        dialog.box.set_text(text)
        assert not dialog.main.isEnabled()
    dialog.box.set_text("Who knows?")
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted[-1] == EditPost(f"{1:032x}", "Who knows?")


@pytest.mark.parametrize("words", ["", "Try it"])
def test_anothers_is_reshared_with_words_or_none(
    stage: Any, factories: ModuleType, qtbot: QtBot, words: str
) -> None:
    dialog = opened(stage, qtbot, factories.post(1, 5, "The bench runs"))
    dialog.box.set_text(words)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main.click()
    assert stage.node.posted[-1] == SayPost(PostKind.RESHARE, words, reply_to=f"{1:032x}")


def test_what_failed_is_said(stage: Any, factories: ModuleType, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, factories.post(1, 5, "The bench runs"))
    stage.node.error = Refused("It is gone.")
    dialog.main.click()
    qtbot.waitUntil(lambda: dialog.message == "It is gone.")
    assert dialog.main.isEnabled()
